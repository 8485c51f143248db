"""Where phases and their columns lie from left to right, in ems, equal or true to time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.gather import Column, Stretch
    from journeys.layout.memory import Memory
    from journeys.layout.spec import MapSpec
    from journeys.model.entities import Step

GAP: Final = 2.0
"""Between two columns, where the flow runs."""
PAD: Final = 1.0
"""Left and right inside a phase."""
BORDER: Final = 0.4
"""Between two phases."""
BLOCK: Final = 48
"""Columns that are painted, culled and remembered together, unless that would cut through branches."""


class Slot(NamedTuple):
    """One column on the map, `x` from the start of its block."""

    column: Column
    x: float


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Neighbouring columns of one phase. As long as these stay the same it is the very same object."""

    name: str
    phase: str
    slots: tuple[Slot, ...]

    def steps(self) -> Iterator[Step]:
        for slot in self.slots:
            yield from slot.column.front
            yield from slot.column.back


@dataclass(frozen=True, slots=True)
class Span:
    """One phase on the map: its blocks, each with its distance from the phase's start.

    `broken` when its width is not true to its time.
    """

    stretch: Stretch
    x: float
    w: float
    blocks: tuple[tuple[Block, float], ...]
    index: int
    broken: bool = False

    @property
    def phase(self) -> str:
        return self.stretch.phase.id


def spans(stretches: Sequence[Stretch], spec: MapSpec, memory: Memory) -> tuple[Span, ...]:
    """The phases from left to right, after the column of lane titles."""
    found: list[Span] = []
    x = spec.titles
    for index, (stretch, (w, broken)) in enumerate(zip(stretches, phase_widths(stretches, spec), strict=True)):
        apart = _apart(stretch, w, spec.column)
        blocks = memory.kept(f"blocks/{stretch.phase.id}", (stretch, apart), partial(_blocks, stretch, apart, memory))
        found.append(Span(stretch, x, w, blocks, index, broken))
        x += w + BORDER
    return tuple(found)


def _apart(stretch: Stretch, w: float, column: float) -> float:
    """From one column to the next: spread over the phase, the first at its start, under the phase's name."""
    many = len(stretch.columns)
    spare = w - 2 * PAD - many * column
    apart = column + spare / max(many - 1, 1)
    if apart > column + 3 * GAP:
        apart = column + spare / many
    return round(apart, 4)


def _blocks(stretch: Stretch, apart: float, memory: Memory) -> tuple[tuple[Block, float], ...]:
    found = []
    phase = stretch.phase.id
    for number, (first, columns) in enumerate(_pieces(stretch.columns)):
        slots = tuple(Slot(column, round(index * apart, 4)) for index, column in enumerate(columns))
        name = f"{phase}/{number}"
        block = memory.kept(f"block/{name}", (slots,), partial(Block, name, phase, slots))
        found.append((block, PAD + first * apart))
    return tuple(found)


def _pieces(columns: tuple[Column, ...]) -> Iterator[tuple[int, tuple[Column, ...]]]:
    """Cut where no branches run, at most at twice the usual length."""
    start = 0
    while start < len(columns):
        end = start + BLOCK
        while end < len(columns) and end < start + 2 * BLOCK and branched(columns[end].front):
            end += 1
        yield start, columns[start:end]
        start = end


def branched(steps: tuple[Step, ...]) -> bool:
    """Whether more stands here than one card on the middle line."""
    return len(steps) > 1 or (len(steps) == 1 and steps[0].track > 0)


def needed(stretch: Stretch, column: float) -> float:
    """The least width of a phase."""
    many = len(stretch.columns)
    return 2 * PAD + many * column + (many - 1) * GAP


def total(stretches: Sequence[Stretch], spec: MapSpec) -> float:
    """The width of the whole map, lane titles included."""
    widths = [width for width, _ in phase_widths(stretches, spec)]
    return spec.titles + (sum(widths) + BORDER * (len(widths) - 1) if widths else 40)


def phase_widths(stretches: Sequence[Stretch], spec: MapSpec) -> list[tuple[float, bool]]:
    """Width and whether the axis is broken, per phase."""
    natural = [needed(stretch, spec.column) for stretch in stretches]
    if not natural:
        return []
    if spec.axis == "equal":
        share = spec.widen / len(natural)
        return [(width + share, False) for width in natural]
    return _true_widths(stretches, natural, spec.widen or 0.6 * sum(natural))


def _true_widths(stretches: Sequence[Stretch], natural: list[float], widen: float) -> list[tuple[float, bool]]:
    """True to time where the cards leave room: a phase grows with its days, never under its cards' width."""
    days = [max(stretch.period[1] - stretch.period[0], 0) for stretch in stretches]
    scale = _scale(days, natural, sum(natural) + widen)
    widths = [max(width, day * scale) for width, day in zip(natural, days, strict=True)]
    return [(width, width > day * scale * 1.02) for width, day in zip(widths, days, strict=True)]


def _scale(days: list[int], natural: list[float], room: float) -> float:
    """Ems per day with which all phases together fill the room, by halving."""
    low, high = 0.0, room / max(1, *days)
    for _ in range(40):
        middle = (low + high) / 2
        wide = sum(max(width, day * middle) for width, day in zip(natural, days, strict=True))
        low, high = (middle, high) if wide <= room else (low, middle)
    return low
