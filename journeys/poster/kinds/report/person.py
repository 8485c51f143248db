"""The person at the head of a chapter: portrait or initials, name, what they said, and who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.layout.drawing import Box, Rect, Text
from journeys.phrases import terms
from journeys.poster.kinds.report import names
from journeys.poster.kinds.report.pieces import fit, paragraph, whole
from journeys.poster.kinds.report.setting import BODY, NOTE, QUOTE, STRONG, baseline
from journeys.poster.parts.blocks import MM, Style
from journeys.poster.sheet import Portrait
from journeys.text import initials

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.layout.drawing import Element
    from journeys.model.entities import Journey, Persona
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting

DISC_MM: Final = 20.0
GAP_MM: Final = 6.0
INITIALS: Final = Style(22.0, "bold", leading=1.0)
TAG: Final = Style(7.0, "bold", leading=1.0)
NAME: Final = Style(13.0, "bold", leading=1.25)


def person(material: Material, held: Journey, setting: Setting, *, first: bool) -> Iterator[Piece]:
    """The head; and, the first time, their story."""
    persona = material.document.personas[held.persona]
    yield fit(lambda setting: _head(persona, held, setting), setting)
    if not first:
        return
    yield from paragraph(persona.context, setting, BODY, gap=3.0)
    yield from paragraph(_details(material, persona, setting), setting, NOTE, gap=2.4, language=setting.say.language)


def _head(persona: Persona, held: Journey, setting: Setting) -> Piece:
    """The disc, and beside it tag, name, tagline and quote."""
    mm = setting.mm
    side, left = mm(DISC_MM), mm(DISC_MM + GAP_MM)
    room = setting.measure - left
    elements = _disc(persona, side, setting)
    y = _tag(elements, held, left, setting)
    quote = phrases.as_said(persona.quote, setting.say)
    for words, style, gap in ((persona.name, NAME, 1.4), (persona.tagline, STRONG, 0.2), (quote, QUOTE, 1.6)):
        if words:
            y = _put(elements, words, style, left, y + mm(gap), room, setting, persona.id)
    disc = Rect(0.0, 0.0, side, side)
    return whole(elements, max(y, side), setting, gap=2.0, portrait=Portrait(persona.id, disc))


def _put(
    elements: list[Element], words: str, style: Style, x: float, y: float, room: float, setting: Setting, about: str
) -> float:  # fmt: skip
    """Adds the words; returns where they end."""
    lines, leading = setting.lines(words, style, room), setting.leading(style)
    font = fonts.suited("".join(lines), style.font)
    down = y + baseline(style, leading, setting.scale)
    elements.append(Text(x, down, lines, setting.size(style), leading, font, style.colour, about=about))
    return y + leading * len(lines)


def _disc(persona: Persona, side: float, setting: Setting) -> list[Element]:
    size = setting.size(INITIALS)
    down = side / 2 + fonts.CAP_HEIGHT * size * MM / 2
    letters = (initials(persona.name),)
    return [
        Box(Rect(0.0, 0.0, side, side), fill=f"party.{persona.colour}.fill", radius=side / 2),
        Text(side / 2, down, letters, size, size * MM, INITIALS.font, "sheet.tag.text", "middle", role="artifact"),
    ]


def _tag(elements: list[Element], held: Journey, x: float, setting: Setting) -> float:
    """A dark pill for the current journey, an open one for the desired; returns where it ends."""
    mm, desired = setting.mm, held.variant == "desired"
    word = setting.say(terms.VARIANT_TAGS[held.variant]).upper()
    size, high = setting.size(TAG), mm(4.6)
    place = Rect(x, 0.0, setting.wide(word, TAG) + mm(5.0), high)
    fill, colour = (None, "text") if desired else ("sheet.tag", "sheet.tag.text")
    down = high / 2 + fonts.CAP_HEIGHT * size * MM / 2
    elements += [
        Box(place, fill, stroke="sheet.tag", width=mm(0.3), radius=high / 2),
        Text(x + mm(2.5), down, (word,), size, size * MM, TAG.font, colour),
    ]
    return high


def _details(material: Material, persona: Persona, setting: Setting) -> str:
    """How they can be reached, and whether they exist."""
    say = setting.say
    channels = [material.document.channels[channel].name for channel in persona.channels]
    parts = [
        say("Prefers {channels}.", channels=phrases.joined(channels, say)) if channels else "",
        _skill(persona.digital_skill, say) if persona.digital_skill is not None else "",
        say(names.PRIVACY[persona.privacy]),
    ]
    return " ".join(filter(None, parts))


def _skill(skill: int, say: Words) -> str:
    return say("Digital skill: {level}.", level=say(terms.DIGITAL_SKILLS[skill]))
