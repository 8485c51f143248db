"""Where arrows leave and reach cards: beside, below, or over what stands between; and the line of the heartbeat."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from journeys.exchange.shapes import words
from journeys.exchange.shapes.values import OVER, Arrow, Side

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from journeys.i18n import Words
    from journeys.layout.gather import Column
    from journeys.model.document import Document
    from journeys.model.entities import Link, Step


class Spot(NamedTuple):
    """Where a step stands: the number of its column over all phases, its stage, and how far down."""

    column: int
    back: bool
    row: int


def arrows(document: Document, columns: list[Column], say: Words) -> Iterator[Arrow]:
    """The links between the steps in these columns, in reading order."""
    crowded = {number for number, column in enumerate(columns) if column.front}
    over = 0
    for link, source, target in _drawn(document, columns):
        sides = sides_of(source, target, crowded)
        over += sides == OVER
        number = over if sides == OVER else 0
        yield Arrow(link.id, link.source, link.target, words.link(link, say), link.kind, sides, number)


def _drawn(document: Document, columns: list[Column]) -> list[tuple[Link, Spot, Spot]]:
    at: dict[str, Spot] = {}
    for number, column in enumerate(columns):
        for back, steps in ((False, column.front), (True, column.back)):
            at |= {step.id: Spot(number, back, row) for row, step in enumerate(steps)}
    links = [link for link in document.links.values() if link.source in at and link.target in at]
    found = [(link, at[link.source], at[link.target]) for link in links]
    return sorted(found, key=lambda drawn: (drawn[1], drawn[2], drawn[0].id))


def sides_of(source: Spot, target: Spot, crowded: Collection[int]) -> tuple[Side, Side]:
    """Beside each other from side to side, below each other from edge to edge, else over what stands between."""
    if source.column == target.column:
        return ("bottom", "top") if source < target else ("top", "bottom")
    between = any(column in crowded for column in range(source.column + 1, target.column))
    if target.column < source.column or (between and not source.back and not target.back):
        return OVER
    return ("right", "left")


def beat_id(step: str) -> str:
    return f"beat-{step}"


def beats(columns: list[Column]) -> Iterator[Arrow]:
    """The line through the points of the heartbeat, as they follow one another."""
    felt: list[Step] = [step for column in columns for step in column.front if step.emotion is not None]
    for one, other in pairwise(felt):
        id_ = f"{beat_id(one.id)}-on"
        yield Arrow(id_, beat_id(one.id), beat_id(other.id), "", "beat", ("right", "left"))
