"""One form: whose heartbeat it is, the phases above a field with faces, and lines for the highest and lowest moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Box, Layer, Line, Mark, Rect, Text
from journeys.layout.heartbeat import face_role
from journeys.phrases.terms import EMOTIONS
from journeys.poster.parts import writing
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.timeline import stretches, zero
from journeys.text import initials

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Persona
    from journeys.poster.parts.timeline import Stretch
    from journeys.poster.request import Request

TITLE: Final = Style(18.0, "bold", leading=1.08, role="title")
STUDY: Final = Style(9.4, colour="muted")
NAME: Final = Style(14.0, "semibold", leading=1.1, role="heading")
TAGLINE: Final = Style(9.4, colour="muted", leading=1.2)
HOW: Final = Style(9.4, colour="hint", leading=1.25)
PHASE: Final = Style(9.6, "bold", leading=1.1, role="subheading")
PERIOD: Final = Style(7.4, colour="muted", leading=1.1)
KEY: Final = Style(7.8, leading=1.15)
ASK: Final = Style(9.6, "semibold")
LINE: Final = Style(8.6, "semibold", "muted")
FOOT: Final = Style(6.5, colour="muted")
FACE_MM: Final = 9.0
DISC_MM: Final = 15.0
GAP_MM: Final = 4.5
APART_MM: Final = 8.5
"""From one line to write on to the next."""
FIELD: Final = 0.34
"""The part of the form that the field to draw in gets, at least."""
HEADS: Final = 0.2
"""The part of its height that the phases' names take at most; else they are numbered and named below."""
SMALLER: Final = 0.72
BROKEN_MM: Final = 13.0
"""Columns narrower than this, at A4, have numbers."""


class Form(NamedTuple):
    """The parts of a form above each other; `field` is what is left for drawing."""

    head: Block
    heads: Block
    key: Block
    asked: Block
    foot: Block
    field: Rect

    @property
    def fits(self) -> bool:
        return self.field.h >= FIELD * (self.field.h + self.head.height + self.asked.height + self.heads.height)


def form_of(
    document: Document, persona: Persona | None, room: Rect, scale: float, request: Request, say: Words,
    style: Style = TITLE,
) -> Form:  # fmt: skip
    """The parts at this size, and where the field is in the room; it may be too small."""
    faces = writing.feelings(1.0, FACE_MM * scale, scale, ASK.size * scale)
    left = faces.width + _words_width(scale, say) + 2.0 * scale
    columns = stretches(document, true=request.axis == "true")
    wide = room.w - left
    heads, key = _heads(document, columns, wide, room, scale, say)
    parts = (
        _head(document, persona, room.w, scale, say, style), heads, key,
        _asked(room.w, scale, say), _foot(document, room.w, scale),
    )  # fmt: skip
    head, heads, key, asked, foot = parts
    gap = GAP_MM * scale
    top = head.height + gap + heads.height + 1.5 * scale
    below = asked.height + foot.height + 2 * gap + (key.height + gap if key.elements else 0.0) + 5.0 * scale
    return Form(*parts, Rect(left, top, wide, max(room.h - top - below, 0.0)))


def form(
    document: Document, persona: Persona | None, room: Rect, scale: float, request: Request, say: Words,
    *, name: str, first: bool,
) -> tuple[list[Layer], dict[str, str]]:  # fmt: skip
    """The layers where they stand on the sheet, and the words for the empty field."""
    style = TITLE if first else replace(TITLE, role="heading")
    made = form_of(document, persona, room, scale, request, say, style)
    gap, order = GAP_MM * scale, int(name.split("-")[1]) * 10
    field = _field(document, made.field, scale, request, say)
    bottom = room.y + room.h
    foot = bottom - made.foot.height
    asked = foot - gap - made.asked.height
    layers = [
        made.head.layer(f"{name}/head", room.x, room.y, order),
        made.heads.layer(f"{name}/phases", room.x + made.field.x, room.y + made.head.height + gap, order + 1),
        field.layer(f"{name}/field", room.x, room.y + made.field.y, order + 2),
        made.key.layer(f"{name}/key", room.x, asked - gap - made.key.height, order + 3),
        made.asked.layer(f"{name}/asked", room.x, asked, order + 4),
        made.foot.layer(f"{name}/foot", room.x, foot, order + 5),
    ]
    words = say("An empty field to draw a heartbeat in, from very pleasant at the top to very unpleasant.")
    return layers, {f"{name}/field": words}


def _head(
    document: Document, persona: Persona | None, width: float, scale: float, say: Words, style: Style
) -> Block:  # fmt: skip
    """What this is and of which study; the persona, or a line for a name; how to go about it."""
    language = document.study.language
    title = stacked(
        width * 0.4,
        0.6 * scale,
        paragraph(say("My heartbeat"), style, width * 0.4, scale, say.language),
        paragraph(document.study.title, STUDY, width * 0.4, scale, language, about=document.study.id),
    )
    room = width * 0.56
    who = _persona(document, persona, room, scale, say) if persona else _nameless(room, scale, say)
    how = paragraph(
        say("Draw one line: how did you feel in each phase? Put a word at the peaks and the dips."), HOW, width, scale,
        say.language,
    )  # fmt: skip
    top = Block(width)
    top.put(title, 0.0, 0.0)
    top.put(who, width - room, max(0.0, (title.height - who.height) / 2))
    return stacked(width, 2.4 * scale, top, how)


def _persona(document: Document, persona: Persona, width: float, scale: float, say: Words) -> Block:
    """An open disc with the initials, so that it takes little ink, name and tagline; a line for who draws."""
    side, language = DISC_MM * scale, document.study.language
    left = side + 3.0 * scale
    size = 15.0 * scale
    words = stacked(
        width - left,
        0.4 * scale,
        paragraph(persona.name, NAME, width - left, scale, language, about=persona.id),
        paragraph(persona.tagline, TAGLINE, width - left, scale, language, about=persona.id),
        writing.ruled(say("Drawn by"), width - left, scale, say, apart=APART_MM * scale, style=LINE),
    )
    block = Block(width)
    baseline = side / 2 + fonts.CAP_HEIGHT * size * MM / 2
    block.add(
        Box(Rect(0, 0, side, side), stroke=f"party.{persona.colour}", width=0.7 * scale, radius=side / 2),
        Text(side / 2, baseline, (initials(persona.name),), size, size * MM, "bold", "text", "middle", role="artifact"),
    )
    block.put(words, left, 0.0)
    block.height = max(block.height, side)
    return block


def _nameless(width: float, scale: float, say: Words) -> Block:
    side = DISC_MM * scale
    left, apart = side + 3.0 * scale, APART_MM * scale
    lines = stacked(
        width - left,
        0.0,
        writing.ruled(say("Name or persona"), width - left, scale, say, apart=apart, style=LINE),
        writing.ruled(say("Date"), width - left, scale, say, apart=apart, style=LINE),
    )
    block = Block(width)
    block.put(writing.disc(side, scale), 0.0, 0.0)
    block.put(lines, left, max(0.0, (side - lines.height) / 2))
    block.height = max(block.height, side)
    return block


def _heads(
    document: Document, columns: Sequence[Stretch], width: float, room: Rect, scale: float, say: Words
) -> tuple[Block, Block]:  # fmt: skip
    """The names and times above the columns; where those are too narrow, numbers, and the names in a list."""
    narrowest = min(stretch.share for stretch in columns) * width
    if narrowest >= BROKEN_MM * scale or len(columns) < 2:
        named = _named(document, columns, width, scale, say)
        if named.height <= HEADS * room.h:
            return named, Block(room.w)
    widest = fonts.width(str(len(columns)), PHASE.font, 1.0) * MM
    numbered, size = Block(width), min(PHASE.size * scale, 0.9 * narrowest / widest)
    for index, stretch in enumerate(columns, 1):
        x = (stretch.start + stretch.share / 2) * width
        number = Text(
            x, fonts.ASCENT * size * MM, (str(index),), size, size * MM, "bold", anchor="middle", role="artifact"
        )
        numbered.add(number)
    numbered.height = size * MM
    return numbered, _list(document, columns, room.w, scale, say)


def _named(document: Document, columns: Sequence[Stretch], width: float, scale: float, say: Words) -> Block:
    style = _unbroken(
        [s.phase.name for s in columns if s.phase], min(s.share for s in columns) * width - 2 * scale, scale
    )
    made = [
        _column_head(document, stretch, stretch.share * width - 2.0 * scale, style, scale, say) for stretch in columns
    ]
    tallest = max(block.height for block in made)
    whole = Block(width, tallest)
    for stretch, block in zip(columns, made, strict=True):
        whole.put(block, stretch.start * width + 1.0 * scale, 0.0)
    return whole


def _unbroken(names: Sequence[str], width: float, scale: float) -> Style:
    """Somewhat smaller where that spares the longest word a hyphen."""
    widest = max((fonts.width(word, PHASE.font, PHASE.size) for name in names for word in name.split()), default=0.0)
    times = width / (widest * scale * MM) if widest else 1.0
    return replace(PHASE, size=PHASE.size * times * 0.995) if SMALLER <= times < 1 else PHASE


def _column_head(
    document: Document, stretch: Stretch, width: float, style: Style, scale: float, say: Words
) -> Block:  # fmt: skip
    if stretch.phase is None:
        return writing.ruled("", width, scale, say, apart=APART_MM * scale)
    about = stretch.phase.id
    return stacked(
        width,
        0.2 * scale,
        paragraph(stretch.phase.name, style, width, scale, document.study.language, about=about),
        paragraph(stretch.times(say), PERIOD, width, scale, say.language, about=about),
    )


def _list(document: Document, columns: Sequence[Stretch], width: float, scale: float, say: Words) -> Block:
    """The numbered phases in columns, down and then to the right."""
    count = max(1, int(width / (42.0 * scale)))
    rows = -(-len(columns) // count)
    count = -(-len(columns) // rows)
    gap = 4.0 * scale
    wide, block = (width - gap * (count - 1)) / count, Block(width)
    for column in range(count):
        here = list(enumerate(columns, 1))[column * rows : (column + 1) * rows]
        lines = [
            paragraph(
                f"{number} · {stretch.phase.name if stretch.phase else ''} {stretch.times(say)}".strip(), KEY, wide,
                scale, document.study.language, about=stretch.phase.id if stretch.phase else None,
            )
            for number, stretch in here
        ]  # fmt: skip
        block.put(stacked(wide, 0.5 * scale, *lines), column * (wide + gap), 0.0)
    return block


def _words_width(scale: float, say: Words) -> float:
    """The room that the words beside the faces take."""
    return (
        max(fonts.width(say(EMOTIONS[value]), "regular", PERIOD.size * scale) for value in (-2, 2)) * MM + 1.5 * scale
    )


def _field(document: Document, field: Rect, scale: float, request: Request, say: Words) -> Block:
    """Faces and lines, the borders of the phases, and day 0; the block begins at the left of the words."""
    face = min(FACE_MM * scale, field.h / 6)
    block = Block(field.x + field.w, field.h)
    faces = writing.feelings(field.h, face, scale, ASK.size * scale)
    block.put(faces, field.x - faces.width - 2.0 * scale, 0.0)
    size = PERIOD.size * scale
    for index in (0, 4):
        y = writing.feeling_at(index, field.h, face) + fonts.CAP_HEIGHT * size * MM / 2
        word = say(EMOTIONS[writing.EMOTIONS[index]])
        block.add(Text(0.0, y, (word,), size, size * MM, colour="muted"))
    inside = Rect(field.x, 0.0, field.w, field.h)
    block.add(Box(inside, stroke="line", width=0.25 * scale, radius=1.2 * scale))
    writing.grid_lines(block, inside, face, scale)
    columns = stretches(document, true=request.axis == "true")
    for stretch in columns[1:]:
        x = field.x + stretch.start * field.w
        block.add(Line(((x, 0.0), (x, field.h)), "line", 0.18 * scale, "dashed"))
    found = zero(document, columns)
    if found is not None:
        _day0(block, field, found, scale, say)
    return block


def _day0(block: Block, field: Rect, found: tuple[float, str], scale: float, say: Words) -> None:
    """A dotted line through the field, with a diamond and its words under it."""
    at, name = found
    x, size, side = field.x + at * field.w, PERIOD.size * scale, 2.8 * scale
    block.add(Line(((x, 0.0), (x, field.h)), "text", 0.3 * scale, "dotted"))
    words = say("day 0 · {moment}", moment=name)
    room = field.w + field.x
    wide = min(fonts.width(words, "semibold", size) * MM + 0.2, room)
    made = paragraph(words, Style(PERIOD.size, "semibold", leading=1.1), wide, scale, say.language)
    block.add(Mark("diamond", x - side / 2, field.h - side / 2, side, "text", words))
    block.put(made, min(max(x - wide / 2, 0.0), room - wide), field.h + side / 2 + 0.7 * scale)


def _asked(width: float, scale: float, say: Words) -> Block:
    """Why the highest and the lowest moment were so; beside each other, or under each other where it is narrow."""
    wide = width >= 190.0 * scale
    gap = 8.0 * scale
    column = (width - gap) / 2 if wide else width
    boxes = [
        _why(2, say("The highest moment was"), column, scale, say),
        _why(-2, say("The lowest moment was"), column, scale, say),
    ]
    if not wide:
        return stacked(width, 3.0 * scale, *boxes)
    block = Block(width)
    for index, box in enumerate(boxes):
        block.put(box, index * (column + gap), 0.0)
    return block


def _why(emotion: int, label: str, width: float, scale: float, say: Words) -> Block:
    face = FACE_MM * 0.85 * scale
    left, apart = face + 2.5 * scale, APART_MM * scale
    lines = stacked(
        width - left,
        0.0,
        writing.ruled(label, width - left, scale, say, apart=apart, style=ASK),
        writing.ruled(say("because"), width - left, scale, say, lines=2, apart=apart, style=ASK),
    )
    block = Block(width)
    block.add(Mark(f"face{emotion:+d}", 0.0, 1.5 * scale, face, face_role(emotion)))
    block.put(lines, left, 0.0)
    return block


def _foot(document: Document, width: float, scale: float) -> Block:
    facts = [fact for fact in (document.study.organisation, document.study.title) if fact]
    block = Block(width)
    block.add(Line(((0.0, 0.0), (width, 0.0)), "sheet.rule", 0.2 * scale))
    block.put(paragraph(" · ".join(facts), FOOT, width, scale, document.study.language), 0.0, 1.2 * scale)
    return block
