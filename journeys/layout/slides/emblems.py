"""Small things that stand on every kind of slide: discs, pills, faces with words, and the presence as a badge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import marks
from journeys.layout.heartbeat import face_role
from journeys.layout.levels import level_look
from journeys.layout.slides.writing import Setting, fitted, line, put
from journeys.phrases.terms import VARIANT_TAGS, emotion_word
from journeys.text import initials

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground

PILL: Final = 1.0
PILL_PAD: Final = 0.7


def disc(pen: Pen, ground: Ground, x: float, y: float, size: float, *, target: bool = True) -> None:
    """The persona: their portrait, else initials on a disc of their colour."""
    persona, document = ground.persona, ground.document
    pen.about = persona.id
    image = document.images.get(persona.portrait or "")
    if image is not None:
        pen.photo(x, y, size, size, image.id, image.alt or persona.name, radius=size / 2)
    else:
        _initials(pen, persona.name, f"party.{persona.colour}", x, y, size)
    if target:
        pen.target(x, y, size, size, "persona", persona.id, "persona")
    pen.about = None


def _initials(pen: Pen, name: str, ink: str, x: float, y: float, size: float) -> None:
    pen.box(x, y, size, size, fill=f"{ink}.fill", radius=size / 2)
    word = initials(name)
    if word:
        type_ = max(1.0, min(size * 0.42, size * 0.8 / max(fonts.em_width(word, "bold"), 0.01)))
        top = y + (size - type_ * 1.24) / 2
        pen.text(
            (word,), x + size / 2, top, size=type_, font="bold", colour=f"{ink}.on", anchor="middle", role="artifact"
        )  # fmt: skip


def pill(pen: Pen, words: Setting, x: float, y: float, fill: str, ink: str, stroke: str | None = None) -> float:
    """Words in a rounded box; returns its width."""
    high = words.height + 0.4
    wide = words.width + 2 * PILL_PAD
    pen.box(x, y, wide, high, fill=fill, stroke=stroke, width=0.07, radius=min(high / 2, 0.82))
    put(pen, words, x + PILL_PAD, y + 0.2, colour=ink)
    return wide


def variant(pen: Pen, ground: Ground, x: float, y: float, room: float) -> float:
    """Whether this is the journey of today or the one that is wished for; returns its width."""
    words = line(ground.say(VARIANT_TAGS[ground.journey.variant]), "semibold", room, PILL, ground.say.language)
    wished = ground.journey.variant == "desired"
    fill, ink, stroke = ("opportunity", "opportunity.text", "opportunity.mark") if wished else (
        "pill.fill", "pill.text", "pill.stroke")  # fmt: skip
    return pill(pen, words, x, y, fill, ink, stroke)


def badge_words(ground: Ground, told: str, room: float, sizes: tuple[float, ...]) -> Setting:
    """The presence in words, for a badge of this width."""
    mark = sizes[0] * 1.2
    inside = room - 2.2 - mark - 0.6
    one = fitted(told, "semibold", inside, sizes, 1, ground.say.language)
    return fitted(told, "semibold", inside, sizes, 2, ground.say.language) if one.told else one


def badge(pen: Pen, ground: Ground, level: Level, words: Setting, x: float, y: float) -> tuple[float, float]:
    """The presence with its own pattern and symbol; returns its width and height."""
    look = level_look(level, ground.look.own)
    mark = words.size * 1.2
    wide, high = words.width + mark + 0.6 + 2.2, max(words.height, mark) + 1.1
    pen.box(x, y, wide, high, fill=look.fill, hatch=look.hatch, stroke=look.stroke, width=0.16, dash=look.dash,
            radius=0.7)  # fmt: skip
    if look.hatch:
        pen.box(x + 0.7, y + 0.3, wide - 1.4, high - 0.6, fill=look.fill, radius=0.5)
    pen.mark(look.mark, x + 1.1, y + (high - mark) / 2, mark, look.words)
    put(pen, words, x + 1.1 + mark + 0.6, y + (high - words.height) / 2, colour=look.words)
    return wide, high


def face(pen: Pen, ground: Ground, emotion: int, x: float, y: float, size: float, told: str = "") -> None:
    """A face, that says in words what it shows."""
    word = emotion_word(emotion, ground.say)
    pen.mark(marks.face(emotion), x, y, size, face_role(emotion), f"{told}: {word}" if told else word, "figure")


def more(pen: Pen, ground: Ground, n: int, x: float, y: float, told: str = "") -> float:
    """ "+3": that there is more than is shown; returns its width."""
    words = Setting((f"+{n}",), 1.2, "bold", 6.0)
    wide = max(words.width + 1.2, 2.6)
    pen.box(x, y, wide, 2.1, fill="pill.fill", stroke="pill.stroke", width=0.07, radius=0.6)
    alt = told or ground.say.many("{n} more", "{n} more", n)
    put(pen, words, x + wide / 2, y + 0.3, colour="pill.text", anchor="middle", alt=alt)
    return wide
