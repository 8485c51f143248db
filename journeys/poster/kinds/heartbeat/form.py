"""One form: whose heartbeat it is, the phases above a field with faces, and lines for the highest and lowest moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout import marks
from journeys.layout.drawing import Box, Layer, Line, Mark, Rect, Text
from journeys.layout.heartbeat import face_role
from journeys.phrases.terms import EMOTIONS
from journeys.poster.kinds.heartbeat import phases
from journeys.poster.kinds.heartbeat.head import APART_MM, head
from journeys.poster.parts import writing
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.timeline import stretches, zero

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Persona
    from journeys.poster.request import Request

TITLE: Final = Style(18.0, "bold", leading=1.08, role="title")
ASK: Final = Style(9.6, "semibold")
FOOT: Final = Style(6.5, colour="muted")
FACE_MM: Final = 9.0
LAYERS: Final = 10
"""More than a form has."""
GAP_MM: Final = 4.5
FIELD: Final = 0.34
"""The part of the form that the field to draw in gets, at least."""


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
    faces = writing.feelings(room.h, FACE_MM * scale, scale, ASK.size * scale)
    left = faces.width + _words_width(scale, say) + 2.0 * scale
    columns = stretches(document, true=request.axis == "true")
    wide = room.w - left
    over, key = phases.heads(document, columns, wide, room, scale, say)
    parts = (
        head(document, persona, room.w, scale, say, style), over, key,
        _asked(room.w, scale, say), _foot(document, room.w, scale),
    )  # fmt: skip
    above, _, _, asked, foot = parts
    gap = GAP_MM * scale
    top = above.height + gap + over.height + 1.5 * scale
    below = asked.height + foot.height + 2 * gap + (key.height + gap if key.elements else 0.0) + 5.0 * scale
    return Form(*parts, Rect(left, top, wide, max(room.h - top - below, 0.0)))


def form(
    document: Document, persona: Persona | None, room: Rect, scale: float, request: Request, say: Words,
    place: int,
) -> tuple[list[Layer], dict[str, str]]:  # fmt: skip
    """The layers where they stand on the sheet, and the words for the empty field; `place`: 0 for the sheet's first."""
    name, style = f"form-{place}", replace(TITLE, role="heading") if place else TITLE
    made = form_of(document, persona, room, scale, request, say, style)
    gap, order = GAP_MM * scale, place * LAYERS
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


def _words_width(scale: float, say: Words) -> float:
    """The room that the words beside the faces take."""
    size = phases.PERIOD.size * scale
    return max(fonts.width(say(EMOTIONS[value]), "regular", size) for value in (-2, 2)) * MM + 1.5 * scale


def _field(document: Document, field: Rect, scale: float, request: Request, say: Words) -> Block:
    """Faces and lines, the borders of the phases, and day 0; the block begins at the left of the words."""
    face = min(FACE_MM * scale, field.h / 6)
    block = Block(field.x + field.w, field.h)
    faces = writing.feelings(field.h, face, scale, ASK.size * scale)
    block.put(faces, field.x - faces.width - 2.0 * scale, 0.0)
    size = phases.PERIOD.size * scale
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
    x, size, side = field.x + at * field.w, phases.PERIOD.size * scale, 2.8 * scale
    block.add(Line(((x, 0.0), (x, field.h)), "text", 0.3 * scale, "dotted"))
    words = say("day 0 · {moment}", moment=name)
    room = field.w + field.x
    wide = min(fonts.width(words, "semibold", size) * MM + 0.2, room)
    made = paragraph(words, Style(phases.PERIOD.size, "semibold", leading=1.1), wide, scale, say.language)
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
    block.add(Mark(marks.face(emotion), 0.0, 1.5 * scale, face, face_role(emotion)))
    block.put(lines, left, 0.0)
    return block


def _foot(document: Document, width: float, scale: float) -> Block:
    facts = [fact for fact in (document.study.organisation, document.study.title) if fact]
    block = Block(width)
    block.add(Line(((0.0, 0.0), (width, 0.0)), "sheet.rule", 0.2 * scale))
    block.put(paragraph(" · ".join(facts), FOOT, width, scale, document.study.language), 0.0, 1.2 * scale)
    return block
