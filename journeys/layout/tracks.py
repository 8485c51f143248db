"""Where the cards of one stage stand: columns side by side, tracks below each other, around a middle line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import text
from journeys.layout.columns import branched
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journeys.layout.card import CardPlan
    from journeys.layout.columns import Block, Slot
    from journeys.model.entities import Link, Step

    Plans = Callable[[Step], CardPlan]

APART: Final = 1.5
"""Between two cards in one column."""
LABEL: Final = 0.82


class Spot(NamedTuple):
    """A card on the map: `x` from the start of its block, `y` from the middle line; `label` stands above it."""

    step: Step
    card: CardPlan
    slot: int
    x: float
    y: float
    label: tuple[str, ...] = ()

    @property
    def middle(self) -> float:
        return self.y + self.card.height / 2

    @property
    def top(self) -> float:
        return self.y - height_of(self.label, LABEL)

    @property
    def bottom(self) -> float:
        return self.y + self.card.height

    @property
    def right(self) -> float:
        return self.x + self.card.width


@dataclass(frozen=True, slots=True, eq=False)
class Stacked:
    """The cards of one stage in one block: by step, by slot from top to bottom, and how far they reach."""

    spots: dict[str, Spot]
    slots: tuple[tuple[Spot, ...], ...]
    top: float
    bottom: float


def stack(block: Block, stage: str, plans: Plans, labels: Mapping[str, tuple[str, ...]]) -> Stacked:
    """Single cards stand on the middle line; where there are branches, rows line up over neighbouring columns."""
    found: list[tuple[Spot, ...]] = []
    for branches, run in groupby(enumerate(block.slots), lambda pair: branched(_steps(pair[1], stage))):
        some = list(run)
        rows = _rows([slot for _, slot in some], stage, plans, labels) if branches else {}
        found += [_column(index, slot, stage, plans, labels, rows) for index, slot in some]
    spots = {spot.step.id: spot for column in found for spot in column}
    top = min((spot.top for spot in spots.values()), default=0.0)
    bottom = max((spot.bottom for spot in spots.values()), default=0.0)
    return Stacked(spots, tuple(found), top, bottom)


def _steps(slot: Slot, stage: str) -> tuple[Step, ...]:
    return slot.column.front if stage == "front" else slot.column.back


def _rows(
    slots: Iterable[Slot], stage: str, plans: Plans, labels: Mapping[str, tuple[str, ...]]
) -> dict[int, tuple[float, float]]:
    """Track → top and height of its row, all rows together centred on the middle line."""
    heights: dict[int, float] = {}
    for slot in slots:
        for step in _steps(slot, stage):
            high = plans(step).height + height_of(labels.get(step.id, ()), LABEL)
            heights[step.track] = max(heights.get(step.track, 0.0), high)
    y = -(sum(heights.values()) + APART * (len(heights) - 1)) / 2
    rows = {}
    for track in sorted(heights):
        rows[track] = (y, heights[track])
        y += heights[track] + APART
    return rows


def _column(
    index: int, slot: Slot, stage: str, plans: Plans, labels: Mapping[str, tuple[str, ...]],
    rows: Mapping[int, tuple[float, float]],
) -> tuple[Spot, ...]:  # fmt: skip
    found = []
    for step in _steps(slot, stage):
        card, label = plans(step), labels.get(step.id, ())
        high = card.height + height_of(label, LABEL)
        top, room = rows.get(step.track, (-high / 2, high))
        y = top + (room - high) / 2 + height_of(label, LABEL)
        found.append(Spot(step, card, index, slot.x, y, label))
    return tuple(found)


def labels(links: Iterable[Link], width: float, language: str) -> dict[str, tuple[str, ...]]:
    """Step → what its incoming links say, broken for the width of a card."""
    said: dict[str, list[str]] = {}
    for link in links:
        if link.label:
            said.setdefault(link.target, []).append(link.label)
    return {step: text.lines(" / ".join(words), "italic", width / LABEL, language) for step, words in said.items()}
