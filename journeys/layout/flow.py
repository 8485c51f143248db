"""The lines from step to step: smooth, around the cards, back links below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.columns import GAP

if TYPE_CHECKING:
    from journeys.layout.drawing import Point
    from journeys.layout.pen import Pen
    from journeys.layout.tracks import Spot, Stacked
    from journeys.model.entities import Link

CLEAR: Final = 0.55
TURN: Final = 0.7
REACH: Final = 0.35
"""How close to a line the pointer must be."""
RAIL: Final = 0.5
"""Between two back links that run below each other."""


Columns = Sequence["tuple[Spot, ...]"]
"""The cards of each column that a line may pass."""


class End(NamedTuple):
    """A card at one end of a line: which column of those looked at, and where."""

    slot: int
    x: float
    right: float
    middle: float


class Route(NamedTuple):
    """One link's line, from the lane's middle line; a chain of cubic curves."""

    link: Link
    points: tuple[Point, ...]
    arrow: bool

    @property
    def heights(self) -> tuple[float, float]:
        """The highest and the lowest it comes."""
        ys = [y for _, y in self.points]
        return min(ys), max(ys)


def rounded_off(route: Route) -> Route:
    """The same line with the noise of moved coordinates taken off, so that it can be compared."""
    return Route(route.link, tuple((round(x, 3), round(y, 3)) for x, y in route.points), route.arrow)


def end(spot: Spot, slot: int, dx: float = 0.0) -> End:
    """A card as an end, in the coordinates of the line."""
    return End(slot, spot.x + dx, spot.right + dx, spot.middle)


def route(link: Link, source: End, target: End, between: Columns, rails: int = 0) -> Route:
    """The link's line. `between`: the columns it passes, both ends' own included."""
    if target.slot < source.slot:
        points = _backward(source, target, between, rails)
    elif target.slot == source.slot:
        points = _beside(source, target)
    else:
        points = _forward(source, target, between)
    return Route(link, points, target.slot <= source.slot or link.kind == "back")


def within(links: Sequence[Link], stacked: Stacked) -> tuple[Route, ...]:
    """The lines of the links whose both cards stand in this block."""
    found: list[Route] = []
    rails = 0
    for link in links:
        source, target = stacked.spots.get(link.source), stacked.spots.get(link.target)
        if source is None or target is None:
            continue
        first, last = sorted((source.slot, target.slot))
        between = stacked.slots[first : last + 1]
        found.append(route(link, end(source, source.slot), end(target, target.slot), between, rails))
        rails += target.slot < source.slot
    return tuple(found)


def _forward(source: End, target: End, between: Columns) -> tuple[Point, ...]:
    start, end = (source.right, source.middle), (target.x, target.middle)
    if target.slot == source.slot + 1:
        return swing(start, end)
    passed = [(spot.top, spot.bottom) for slot in between[1:-1] for spot in slot]
    out, back = start[0] + GAP, end[0] - GAP
    if _free(start[1], passed):
        return (*_straight(start, (back, start[1])), *swing((back, start[1]), end)[1:])
    if _free(end[1], passed):
        return (*swing(start, (out, end[1])), *_straight((out, end[1]), end)[1:])
    level = _nearest(start[1], end[1], passed)
    middle = (*swing(start, (out, level)), *_straight((out, level), (back, level))[1:])
    return (*middle, *swing((back, level), end)[1:])


def _nearest(start: float, end: float, passed: Sequence[tuple[float, float]]) -> float:
    """Above or below all cards passed, whichever is the smaller detour."""
    above, below = min(top for top, _ in passed) - CLEAR, max(bottom for _, bottom in passed) + CLEAR
    return min(above, below, key=lambda level: abs(level - start) + abs(level - end))


def _free(y: float, between: Sequence[tuple[float, float]]) -> bool:
    return all(y < top - CLEAR / 2 or y > bottom + CLEAR / 2 for top, bottom in between)


def _over(start: Point, end: Point, level: float) -> tuple[Point, ...]:
    right, left = start[0] + TURN, end[0] - TURN
    return rounded((start, (right, start[1]), (right, level), (left, level), (left, end[1]), end))


def _backward(source: End, target: End, between: Columns, rails: int) -> tuple[Point, ...]:
    bottom = max(spot.bottom for slot in between for spot in slot)
    level = bottom + CLEAR + RAIL * (1 + rails % 4)
    return _over((source.right, source.middle), (target.x, target.middle), level)


def _beside(source: End, target: End) -> tuple[Point, ...]:
    """Within one column: down or up through the gap to the right."""
    out = source.right + TURN * 1.2
    start, end = (source.right, source.middle), (target.right, target.middle)
    return rounded((start, (out, start[1]), (out, end[1]), end))


def swing(start: Point, end: Point) -> tuple[Point, ...]:
    """A curve that leaves and arrives level."""
    reach = min(abs(end[0] - start[0]) * 0.55, 4.0)
    return (start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end)


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return (
        start, (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end,
    )  # fmt: skip


def rounded(corners: Sequence[Point], radius: float = TURN) -> tuple[Point, ...]:
    """A line along these corners, with the turns rounded."""
    points: list[Point] = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = _toward(corner, before, radius), _toward(corner, after, radius)
        points += _straight(points[-1], into)[1:]
        points += (_toward(corner, into, 0.45 * radius), _toward(corner, out, 0.45 * radius), out)
    points += _straight(points[-1], corners[-1])[1:]
    return tuple(points)


def _toward(corner: Point, other: Point, far: float) -> Point:
    """A point that far from the corner on the way to the other, at most halfway."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(far / length, 0.5) if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share


def draw(pen: Pen, route: Route, *, dotted: bool = False) -> None:
    """Draw the line; back links dashed with their own colour and an arrow."""
    pen.about = route.link.id
    back = route.link.kind == "back" or route.arrow
    pen.line(
        route.points, "flow.back" if back else "flow", 0.13, curved=True, arrow=route.arrow,
        dash="dotted" if dotted else "dashed" if back else "solid",
    )  # fmt: skip
    for start in range(0, len(route.points) - 1, 3):
        piece = route.points[start : start + 4]
        left, top = min(x for x, _ in piece), min(y for _, y in piece)
        wide, high = max(x for x, _ in piece) - left, max(y for _, y in piece) - top
        pen.target(left - REACH, top - REACH, wide + 2 * REACH, high + 2 * REACH, "link", route.link.id, "link")
    pen.about = None
