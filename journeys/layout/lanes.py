"""The lanes of the map: how high each must be, and its layers once it is known where it lies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.layout import notes, pills, textlane
from journeys.layout.cardlanes import backstage, steps
from journeys.layout.heartlane import heart
from journeys.layout.parts import LEAST, PAD, Part, order, phase_cells

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.columns import Block
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import BlockNotes, Sheet
    from journeys.layout.spec import Look
    from journeys.model.entities import Lane, Note


def _contact(sheet: Sheet, lane: Lane) -> Part:
    """Pills of all columns."""
    found = [
        (span, block, x, *sheet.memory.kept(("pills", block.name), (block,), partial(_pills, sheet, block)))
        for span, block, x in sheet.blocks()
    ]
    high = max((reach for *_, reach in found), default=0.0)

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        yield from phase_cells(sheet, lane, y, height, number)
        top = y + min(PAD, (height - high) / 2)
        for span, block, x, some, _ in found:
            if some:
                draw = partial(_draw_pills, some=some, look=sheet.look)
                yield sheet.memory.layer(
                    f"contact/{lane.id}/{block.name}", (some,), draw, (x, top), "contact", span.phase,
                    order(span, number),
                )  # fmt: skip

    return Part(max(high + 1.3, LEAST), place)


def _pills(sheet: Sheet, block: Block) -> tuple[tuple[pills.Pill, ...], float]:
    """The pills of one block and how far down they reach."""
    some = tuple(pill for slot in block.slots for pill in pills.pills(slot, sheet.column, sheet.look))
    return some, max((pill.y + pill.height for pill in some), default=0.0)


def _draw_pills(pen: Pen, some: Sequence[pills.Pill], look: Look) -> None:
    for pill in some:
        pills.draw(pen, pill, look)


def _notes(sheet: Sheet, lane: Lane) -> Part:
    """Sticky notes of the lane's kinds."""
    found = []
    for span, block, x in sheet.blocks():
        on_steps, on_phase = sheet.notes(block), sheet.phase_notes(span, block)
        make = partial(_pins, sheet, lane.kind, block, on_steps, on_phase)
        kept = sheet.memory.kept(("pins", lane.kind, block.name), (block, on_steps, on_phase), make)
        found.append((span, block, x, *kept))
    high = max((reach for *_, reach in found), default=0.0)

    def place(y: float, height: float, number: int) -> Iterator[Layer]:
        yield from phase_cells(sheet, lane, y, height, number)
        for span, block, x, some, _ in found:
            if some:
                draw = partial(_draw_notes, some=some, look=sheet.look)
                yield sheet.memory.layer(
                    f"{lane.kind}/{lane.id}/{block.name}", (some,), draw, (x, y + PAD), lane.kind, span.phase,
                    order(span, number),
                )  # fmt: skip

    return Part(max(high + 2 * PAD, LEAST), place)


def _pins(
    sheet: Sheet, kind: str, block: Block, on_steps: BlockNotes, on_phase: tuple[Note, ...]
) -> tuple[tuple[notes.Pinned, ...], float]:
    """The notes of one block and how far down they reach."""
    some = notes.pin(block, dict(on_steps), on_phase, notes.KINDS[kind], sheet.column, sheet.look)
    return some, max((pinned.y + pinned.plan.height for pinned in some), default=0.0)


def _draw_notes(pen: Pen, some: Sequence[notes.Pinned], look: Look) -> None:
    for pinned in some:
        notes.draw(pen, pinned, look)


LANES: Final[dict[str, Callable[[Sheet, Lane], Part]]] = {
    "steps": steps,
    "heartbeat": heart,
    "contact": _contact,
    "needs": _notes,
    "opportunities": _notes,
    "backstage": backstage,
    "text": textlane.words,
}
