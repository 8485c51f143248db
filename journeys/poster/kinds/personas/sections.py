"""The sections of a persona's card: who it is, what they say, what they need, how it feels, whom they meet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys import fonts, phrases
from journeys.i18n import N_
from journeys.layout import marks
from journeys.layout.drawing import Box, Line, Mark, Rect
from journeys.layout.heartbeat import face_role
from journeys.phrases import terms
from journeys.poster.parts import dates
from journeys.poster.parts.blocks import MM, Block, Style, on_two_lines, paragraph, stacked
from journeys.poster.parts.discs import of_persona

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.model.entities import Note, Persona, Step
    from journeys.poster.kinds.personas.profile import Profile, Some

DISC_MM: Final = 27.0
KICKER: Final = Style(6.8, "bold", "muted", role="cell")
NAME: Final = Style(17.5, "bold", leading=1.05, role="heading")
NAME_SIZES: Final = (17.5, 15.0, 13.0)
TAGLINE: Final = Style(9.4, colour="muted", leading=1.2)
QUOTE: Final = Style(11.5, "italic", "sheet.quote", leading=1.25)
LABEL: Final = Style(7.4, "bold", "sheet.accent", role="subheading")
BODY: Final = Style(8.3, leading=1.28)
ITEM: Final = Style(8.3, leading=1.28, role="item")
SMALL: Final = Style(7.2, colour="muted", leading=1.2)
PILL: Final = Style(7.6, role="item")
GROUPS: Final = {
    "resident": N_("Resident"), "non_resident": N_("Non-resident"), "business": N_("Business"),
    "organisation": N_("Organisation"), "other_government": N_("Other government"), "society": N_("Society"),
    "internal": N_("Internal"),
}  # fmt: skip
PRIVACY: Final = {
    "fictional": N_("Fictional person"), "anonymised": N_("Anonymised person"), "real": N_("Real person"),
}  # fmt: skip


def identity(document: Document, persona: Persona, width: float, scale: float, say: Words) -> tuple[Block, Rect]:
    """Disc, name, tagline and group; and where the disc is."""
    side, gap = DISC_MM * scale, 5.0 * scale
    language = document.study.language
    kicker = paragraph(_kicker(document, say), KICKER, width - side - gap, scale, say.language)
    words = stacked(
        width - side - gap,
        1.1 * scale,
        kicker,
        on_two_lines(persona.name, NAME, NAME_SIZES, width - side - gap, scale, language, persona.id),
        paragraph(persona.tagline, TAGLINE, width - side - gap, scale, language, about=persona.id),
    )
    high = max(side, words.height)
    block = Block(width, high)
    disc = Rect(0.0, (high - side) / 2 if words.height < 1.6 * side else 0.0, side, side)
    block.put(of_persona(persona, side, role="artifact"), disc.x, disc.y)
    block.put(words, side + gap, (high - words.height) / 2)
    return block, disc


def _kicker(document: Document, say: Words) -> str:
    return say("Persona · {study}", study=document.study.title)


def quote(document: Document, persona: Persona, width: float, scale: float) -> Block:
    """What they say, behind large quotation marks of our own."""
    if not persona.quote.strip():
        return Block(width)
    mark = 5.4 * scale
    left = mark + 2.2 * scale
    said = persona.quote.strip('“”"„«» ') or persona.quote
    words = paragraph(
        said, QUOTE, width - left, scale, document.study.language, about=persona.id, even=True
    )  # fmt: skip
    block = Block(width)
    block.add(Mark("note.quote", 0.0, -0.4 * scale, mark, f"party.{persona.colour}"))
    block.put(words, left, 0.0)
    block.height = max(block.height, mark)
    return block


def situation(document: Document, persona: Persona, width: float, scale: float, say: Words) -> Block:
    if not persona.context.strip():
        return Block(width)
    text = paragraph(persona.context, BODY, width, scale, document.study.language, about=persona.id)
    return labelled(say("Situation"), text, width, scale, say)


def labelled(label: str, content: Block, width: float, scale: float, say: Words) -> Block:
    return stacked(width, 1.1 * scale, paragraph(label, LABEL, width, scale, say.language), content)


def traits(document: Document, persona: Persona, width: float, scale: float, say: Words) -> Block:
    """To which group they belong, how well they get on online, and how they like to be in touch."""
    parts = [labelled(say("Group"), _line(say(GROUPS[persona.group]), width, scale, say), width, scale, say)]
    if persona.digital_skill is not None:
        parts.append(
            labelled(say("Digital skill"), _skill(persona.digital_skill, width, scale, say), width, scale, say)
        )
    names = [(document.channels[id_].name, marks.channel(document.channels[id_].icon), "muted")
             for id_ in persona.channels if id_ in document.channels]  # fmt: skip
    if names:
        pills = _pills(names, width, scale, document.study.language, persona.id)
        parts.append(labelled(say("Channels they use"), pills, width, scale, say))
    return stacked(width, 2.4 * scale, *parts)


def _line(text: str, width: float, scale: float, say: Words) -> Block:
    return paragraph(text, BODY, width, scale, say.language)


def _skill(skill: int, width: float, scale: float, say: Words) -> Block:
    """Five dots, as many of them full as it is high, and the word."""
    dot, apart = 2.9 * scale, 3.6 * scale
    left = 5 * apart + 1.4 * scale
    words = paragraph(say(terms.DIGITAL_SKILLS[skill]), BODY, width - left, scale, say.language)
    block = Block(width)
    for index in range(5):
        name = "dot" if index <= skill + 2 else "ring"
        block.add(Mark(name, index * apart, (words.height - dot) / 2 + 0.15 * scale, dot, "text"))
    block.put(words, left, 0.0)
    return block


def _pills(
    entries: Sequence[tuple[str, str, str]], width: float, scale: float, language: Language, about: str | None
) -> Block:  # fmt: skip
    """Words with a sign before each (its name and colour), in rows; words longer than a row go on in the next line."""
    block = Block(width)
    sign, pad, gap = 2.9 * scale, 1.7 * scale, 1.5 * scale
    x = y = low = 0.0
    for word, name, colour in entries:
        room = width - 2 * pad - sign - 1.0 * scale
        wide = min(fonts.width(word, PILL.font, PILL.size * scale) * MM + 0.1, room)
        words = paragraph(word, PILL, wide, scale, language, about=about)
        whole, high = wide + 2 * pad + sign + 1.0 * scale, words.height + 1.7 * scale
        if x and x + whole > width:
            x, y = 0.0, low + gap
        block.add(
            Box(Rect(x, y, whole, high), stroke="pill.stroke", width=0.2 * scale, radius=min(high / 2, 2.6 * scale)),
            Mark(name, x + pad - 0.2 * scale, y + (high - sign) / 2, sign, colour),
        )
        block.put(words, x + pad + sign + 0.8 * scale, y + (high - words.height) / 2)
        x, low = x + whole + gap, max(low, y + high)
    block.height = low
    return block


def notes(label: str, some: Some, none: str, width: float, scale: float, say: Words, language: Language) -> Block:
    """Needs or pains with their signs; where there are none, that is said."""
    gap = 1.5 * scale
    lines = [_note(note, width, scale, language) for note in some.notes]
    if some.more:
        lines.append(paragraph(say("and {n} more", n=some.more), SMALL, width, scale, say.language))
    if not lines:
        lines = [paragraph(none, replace(SMALL, font="italic"), width, scale, say.language)]
    return labelled(label, stacked(width, gap, *lines), width, scale, say)


def _note(note: Note, width: float, scale: float, language: Language) -> Block:
    sign = 3.4 * scale
    left = sign + 1.6 * scale
    words = paragraph(note.text, ITEM, width - left, scale, language, about=note.id)
    block = Block(width)
    block.add(Mark(f"note.{note.kind}", 0.0, -0.35 * scale, sign, f"{note.kind}.mark", about=note.id))
    block.put(words, left, 0.0)
    block.height = max(block.height, sign - 0.35 * scale)
    return block


def moments(document: Document, profile: Profile, width: float, scale: float, say: Words) -> Block:
    """The lowest and the highest moment beside each other, each with its face."""
    found = [
        (say("Lowest moment"), profile.lowest),
        (say("Highest moment"), profile.highest),
    ]
    told = [(label, step) for label, step in found if step is not None]
    block = Block(width)
    gap = 5.0 * scale
    column = (width - gap * (len(found) - 1)) / len(found)
    for index, (label, step) in enumerate(told):
        block.put(_moment(document, label, step, column, scale, say), index * (column + gap), 0.0)
    return block


def _moment(document: Document, label: str, step: Step, width: float, scale: float, say: Words) -> Block:
    face, emotion = 6.4 * scale, step.emotion or 0
    left = face + 1.8 * scale
    language, phase = document.study.language, document.phases[step.phase]
    words = stacked(
        width - left,
        0.3 * scale,
        paragraph(label, replace(SMALL, font="semibold"), width - left, scale, say.language),
        paragraph(
            step.title or phase.name, replace(BODY, font="semibold"), width - left, scale, language, about=step.id
        ),
        paragraph(phase.name if step.title else "", SMALL, width - left, scale, language, about=phase.id),
    )
    block = Block(width)
    block.add(Mark(marks.face(emotion), 0.0, 0.0, face, face_role(emotion), terms.emotion_word(emotion, say), step.id))
    block.put(words, left, 0.0)
    block.height = max(block.height, face)
    return block


def whereabouts(document: Document, profile: Profile, width: float, scale: float, say: Words) -> Block:
    """With whom and where they are in the phases in which the municipality is absent."""
    found = profile.whereabouts
    scope = phrases.the_scope(document, None, say)
    if not found.phases:
        return Block(width)
    if not found.absent:
        line = paragraph(say("No phase without {scope}", scope=scope), BODY, width, scale, say.language)
        return labelled(say("Without {scope}", scope=scope), line, width, scale, say)
    label = say.many(
        "Without {scope} ({gaps} of {n} phase) they are here", "Without {scope} ({gaps} of {n} phases) they are here",
        found.phases, gaps=found.absent, scope=scope,
    )  # fmt: skip
    entries = [*_met(document, profile, say)]
    pills = _pills(entries, width, scale, document.study.language, profile.persona.id)
    told = pills if entries else _line(say("They meet nobody there."), width, scale, say)
    return labelled(label, told, width, scale, say)


def _met(document: Document, profile: Profile, say: Words) -> Iterator[tuple[str, str, str]]:
    for id_, count in profile.whereabouts.parties:
        party = document.parties[id_]
        yield _times(party.name, count, say), "dot", f"party.{party.colour}"
    for place, count in profile.whereabouts.places:
        yield _times(place, count, say), "pin", "muted"


def _times(word: str, count: int, say: Words) -> str:
    return word if count < 2 else say("{word} ({n} phases)", word=word, n=count)


def foot(profile: Profile, origin: Sequence[str], width: float, scale: float, say: Words) -> Block:
    """On what all this is based, and where it comes from, under a rule."""
    lines = (" · ".join(_grounds(profile, say)), " · ".join(origin))
    style = replace(SMALL, size=6.5)
    words = stacked(width, 0.5 * scale, *(paragraph(line, style, width, scale, say.language) for line in lines))
    block = Block(width)
    block.add(Line(((0.0, 0.0), (width, 0.0)), "sheet.rule", 0.25 * scale))
    block.put(words, 0.0, 1.8 * scale)
    return block


def _grounds(profile: Profile, say: Words) -> Iterator[str]:
    persona = profile.persona
    privacy = say(PRIVACY[persona.privacy])
    if persona.privacy == "real" and persona.consent_until:
        privacy = say("{who}, consent until {date}", who=privacy, date=dates.in_words(persona.consent_until, say))
    yield privacy
    if profile.talks:
        yield say.many("based on a talk with {n} person", "based on talks with {n} people", profile.talks)
    else:
        yield say("not based on talks yet")
    if persona.evidence.status == "assumed":
        yield say("the description is an assumption")
    if profile.assumptions.steps:
        yield phrases.assumptions_sentence(profile.assumptions, say)
