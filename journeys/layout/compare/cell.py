"""One field of personas side by side: presence, feeling with a face, counts, worst words and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import marks, text
from journeys.layout.compare import strips
from journeys.layout.compare.board import chip_height, chip_lines, draw_chip
from journeys.layout.drawing import Rect
from journeys.layout.heartbeat import face_role
from journeys.layout.pen import height_of
from journeys.phrases import compare
from journeys.phrases.terms import capital, emotion_word, level_word

if TYPE_CHECKING:
    from journeys.analysis.compare import Cell, Difference
    from journeys.layout.compare.board import Look
    from journeys.layout.pen import Pen
    from journeys.model.document import Document

PAD: Final = 0.55
FACE: Final = 1.75
SMALL: Final = 0.88
QUOTE: Final = 0.9
BETWEEN: Final = 0.35
INDENT: Final = 1.25
"""From the mark of a need to its words."""
CHIP_ROLES: Final = ("moment.fill", "card.text", "moment")
CHIP_MARKS: Final = {"presence": "differs", "dip": "down", "peak": "up"}


class CellPlan(NamedTuple):
    """A field with its words broken for one width; lengths in ems."""

    width: float
    height: float
    cell: Cell
    label: tuple[str, ...]
    feeling: tuple[str, ...]
    counted: tuple[str, ...]
    needs: tuple[str, ...]
    quote: tuple[str, ...]
    chips: tuple[tuple[str, tuple[str, ...]], ...]


def plan(
    document: Document, cell: Cell, journey: str, apart: tuple[Difference, ...], width: float, quote_lines: int | None,
    look: Look,
) -> CellPlan:  # fmt: skip
    """Break the words; `apart` are the differences in which this journey stands out."""
    room, say = width - 2 * PAD, look.say
    spoken = say.language
    label = text.lines(
        capital(level_word(cell.level, say)), "semibold", (room - strips.MARK - 1.1) / strips.LABEL, spoken
    )
    felt = "\n".join(compare.feeling_parts(cell, say))
    feeling = text.lines(felt, "regular", (room - FACE - 0.4) / SMALL, spoken)
    counted = text.lines(compare.steps_text(cell, say), "regular", room / SMALL, spoken)
    needs = text.lines(compare.needs_text(cell, say), "regular", (room - INDENT) / SMALL, spoken)
    note = document.notes.get(cell.words or "")
    words = "" if note is None else note.text if note.text[:1] in "“\"'‘" else f"“{note.text}”"
    quote = text.broken(words, "italic", room / QUOTE, look.language, quote_lines).lines
    chips = tuple(_chip(found, journey, room, look) for found in apart)
    parts = [
        strips.height(label),
        max(FACE, height_of(feeling, SMALL)) if feeling else 0.0,
        height_of(counted, SMALL) + height_of(needs, SMALL) + (0.15 if needs else 0.0),
        height_of(quote, QUOTE),
        sum(chip_height(lines) + 0.2 for _, lines in chips),
    ]
    used = [part for part in parts if part]
    return CellPlan(
        width, 2 * PAD + sum(used) + BETWEEN * (len(used) - 1), cell, label, feeling, counted, needs, quote, chips
    )  # fmt: skip


def _chip(found: Difference, journey: str, room: float, look: Look) -> tuple[str, tuple[str, ...]]:
    kind = "presence" if found.code == "presence" else ("dip" if journey in found.groups[0][1] else "peak")
    return CHIP_MARKS[kind], chip_lines(compare.difference_badge(found, journey, look.say), room, look)


def draw(pen: Pen, made: CellPlan, height: float, ground: str, look: Look) -> None:
    """Draw the field, from its own left top corner."""
    stands_out = bool(made.chips)
    pen.box(0, 0, made.width, height, fill=ground, stroke="moment" if stands_out else "lane.stroke",
            width=0.17 if stands_out else 0.07, radius=0.45)  # fmt: skip
    y = _strip(pen, made, look) + BETWEEN
    if made.feeling:
        y = _feeling(pen, made, y, look) + BETWEEN
    y = pen.text(made.counted, PAD, y, size=SMALL, colour="muted")
    if made.needs:
        pen.mark("note.need", PAD, y + 0.18, 1.0, "need.mark")
        y = pen.text(made.needs, PAD + INDENT, y + 0.15, size=SMALL)
    y += BETWEEN
    if made.quote:
        pen.about = made.cell.words
        y = pen.text(made.quote, PAD, y, size=QUOTE, font="italic", colour="text") + BETWEEN
        pen.about = None
    bottom = height - PAD - sum(chip_height(lines) + 0.2 for _, lines in made.chips) + 0.2
    for mark, lines in made.chips:
        draw_chip(pen, PAD, bottom, lines, mark, CHIP_ROLES)
        bottom += chip_height(lines) + 0.2


def _strip(pen: Pen, made: CellPlan, look: Look) -> float:
    """The presence with the marks of the map; returns where it ends."""
    high = strips.height(made.label)
    strips.draw(pen, Rect(PAD, PAD, made.width - 2 * PAD, high), made.cell.level, made.label, look)
    return PAD + high


def _feeling(pen: Pen, made: CellPlan, y: float, look: Look) -> float:
    """The face of the lowest feeling, with it and the mean in words."""
    high = max(FACE, height_of(made.feeling, SMALL))
    lowest = made.cell.lowest or 0
    top = y + (high - FACE) / 2
    pen.mark(marks.face(lowest), PAD, top, FACE, face_role(lowest), emotion_word(lowest, look.say), "figure")
    pen.text(made.feeling, PAD + FACE + 0.4, y + (high - height_of(made.feeling, SMALL)) / 2, size=SMALL)
    return y + high
