"""Where the node of each step is drawn: journeys under one another, phases beside one another."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from journeys.edits.incoming import Incoming, IncomingStep

WIDE: Final = 170
_LINE: Final = 24
"""Characters that fit beside one another."""
_LINE_HIGH: Final = 16
_LEAST_HIGH: Final = 64
_EDGES: Final = 16
_ASIDE: Final = 50
_BETWEEN_PHASES: Final = 60
_BELOW: Final = 40
_BETWEEN_JOURNEYS: Final = 120

Journey = tuple[str, str, str | None]


class Place(NamedTuple):
    """The left and upper edge of a node and its height, in points."""

    x: float
    y: float
    high: float


def lines(title: str) -> str:
    """The title, broken as it fits in a node."""
    return "\n".join(wrap(title, _LINE))


def places(study: Incoming) -> dict[str, Place]:
    """Key of each step → where its node stands."""
    order = {phase.name: number for number, phase in enumerate(study.phases)}
    columns: dict[str, set[int]] = {phase.name: set() for phase in study.phases}
    journeys: dict[Journey, list[IncomingStep]] = {}
    for step in study.steps:
        columns[step.phase].add(step.column or 0)
        journeys.setdefault((step.journey, step.persona, step.variant), []).append(step)
    lefts: dict[tuple[str, int], float] = {}
    x = 0.0
    for phase in sorted(columns, key=order.__getitem__):
        for column in sorted(columns[phase]):
            lefts[phase, column] = x
            x += WIDE + _ASIDE
        x += _BETWEEN_PHASES if columns[phase] else 0
    found: dict[str, Place] = {}
    top = 0.0
    for steps in journeys.values():
        rows: dict[tuple[bool, int], list[IncomingStep]] = {}
        for step in sorted(steps, key=_row):
            rows.setdefault(_row(step), []).append(step)
        for row in rows.values():
            high = max(map(_high, row))
            found |= {step.key: Place(lefts[step.phase, step.column or 0], top, high) for step in row}
            top += high + _BELOW
        top += _BETWEEN_JOURNEYS
    return found


def _high(step: IncomingStep) -> float:
    return max(_LEAST_HIGH, _EDGES + _LINE_HIGH * (lines(step.title).count("\n") + 1))


def _row(step: IncomingStep) -> tuple[bool, int]:
    return step.stage == "back", step.track or 0
