"""Where phases and their columns lie from left to right, in ems, equal or true to time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import timescale
from journeys.layout.memory import Memory
from journeys.layout.room import needed, spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.gather import Column, Stretch
    from journeys.layout.spec import MapSpec
    from journeys.layout.timescale import Scale
    from journeys.model.entities import Step

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

    `scale`: how its days lie, when the map is true to time.
    """

    stretch: Stretch
    x: float
    w: float
    blocks: tuple[tuple[Block, float], ...]
    index: int
    scale: Scale | None = None

    @property
    def phase(self) -> str:
        return self.stretch.phase.id


def spans(stretches: Sequence[Stretch], spec: MapSpec, memory: Memory) -> tuple[Span, ...]:
    """The phases from left to right, after the column of lane titles."""
    found: list[Span] = []
    x = spec.titles
    for index, (stretch, width) in enumerate(zip(stretches, widths(stretches, spec, memory), strict=True)):
        made = partial(_blocks, stretch, width.places, memory)
        blocks = memory.kept(f"blocks/{stretch.phase.id}", (stretch, width.places), made)
        found.append(Span(stretch, x, width.w, blocks, index, width.scale))
        x += width.w + BORDER
    return tuple(found)


def _blocks(stretch: Stretch, places: Sequence[float], memory: Memory) -> tuple[tuple[Block, float], ...]:
    found = []
    phase = stretch.phase.id
    for number, (first, columns) in enumerate(_pieces(stretch.columns)):
        start = places[first]
        slots = tuple(
            Slot(column, round(places[first + index] - start, 4)) for index, column in enumerate(columns)
        )  # fmt: skip
        name = f"{phase}/{number}"
        block = memory.kept(f"block/{name}", (slots,), partial(Block, name, phase, slots))
        found.append((block, start))
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


def total(stretches: Sequence[Stretch], spec: MapSpec) -> float:
    """The width of the whole map, lane titles included."""
    found = [width.w for width in widths(stretches, spec)]
    return spec.titles + (sum(found) + BORDER * (len(found) - 1) if found else 40)


class Width(NamedTuple):
    """How wide a phase is, where in it its columns stand, and how its days lie when it is true to time."""

    w: float
    places: tuple[float, ...]
    scale: Scale | None = None


def widths(stretches: Sequence[Stretch], spec: MapSpec, memory: Memory | None = None) -> list[Width]:
    """Every phase, equal or true to time."""
    if not stretches:
        return []
    if spec.axis == "true":
        return [Width(made.w, made.places, made) for made in timescale.scales(stretches, spec)]
    keep = (memory or Memory(0.0)).kept
    share = spec.widen / len(stretches)

    def equal(stretch: Stretch) -> Width:
        w = needed(stretch, spec.column) + share
        return Width(w, spread(stretch, w, spec.column))

    return [
        keep(f"width/{stretch.phase.id}", (stretch, spec.column, share), partial(equal, stretch))
        for stretch in stretches
    ]  # fmt: skip
