"""A way around circles where no simple curve gets through: from point to point beside them, the shortest."""

from __future__ import annotations

from heapq import heappop, heappush
from itertools import pairwise, product
from math import cos, hypot, pi, sin
from typing import TYPE_CHECKING, Final

from journeys.layout.ecosystem.network import points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Point

    Disc = tuple[Point, float]

CELL: Final = 4.0
"""Ems of the squares by which discs are found."""
CORNERS: Final = 8
WIDER: Final = 1.12
"""The corners beside a circle lie so much further out that the lines between them do not cut it."""


def around(obstacles: Sequence[Disc], start: Disc, end: Disc, clear: float, touch: float) -> tuple[Point, ...]:
    """Cubic pieces from rim to rim, past the obstacles at a distance of `clear`; empty when there is no way."""
    corners = [
        (x + (radius + clear) * WIDER * cos(pi * (2 * turn + 1) / CORNERS),
         y + (radius + clear) * WIDER * sin(pi * (2 * turn + 1) / CORNERS))
        for (x, y), radius in obstacles
        for turn in range(CORNERS)
    ]  # fmt: skip
    blocked = [((x, y), radius + clear) for (x, y), radius in obstacles]
    near = _by_place(blocked)
    free = [corner for corner in corners if not _inside(corner, near.get(_cell(*corner), ()))]
    path = _shortest([start[0], *free, end[0]], blocked)
    if not path:
        return ()
    path[0], path[-1] = _towards(start, path[1], touch), _towards(end, path[-2], touch)
    smooth = _smooth(path)
    return smooth if not any(_inside(point, obstacles) for point in points(smooth)) else _straight(path)


def _by_place(discs: Sequence[Disc]) -> dict[tuple[int, int], list[Disc]]:
    """The discs that reach into each square: among hundreds, only a few are near a point."""
    found: dict[tuple[int, int], list[Disc]] = {}
    for disc in discs:
        (x, y), radius = disc
        left, top = _cell(x - radius, y - radius)
        right, bottom = _cell(x + radius, y + radius)
        for place in product(range(left, right + 1), range(top, bottom + 1)):
            found.setdefault(place, []).append(disc)
    return found


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // CELL), int(y // CELL)


def _inside(point: Point, blocked: Sequence[Disc]) -> bool:
    return any(hypot(point[0] - x, point[1] - y) < radius for (x, y), radius in blocked)


def _shortest(places: Sequence[Point], blocked: Sequence[Disc]) -> list[Point]:
    """From the first to the last; A*, looking at lines only when they are needed."""
    last = len(places) - 1
    goal = places[last]
    came: dict[int, int] = {}
    waiting = [(_far(places[0], goal), 0.0, 0, 0)]
    while waiting:
        _, gone, here, before = heappop(waiting)
        if here in came:
            continue
        came[here] = before
        if here == last:
            return _walked(places, came, last)
        for there, place in enumerate(places):
            if there not in came and _open(places[here], place, blocked):
                length = gone + _far(places[here], place)
                heappush(waiting, (length + _far(place, goal), length, there, here))
    return []


def _walked(places: Sequence[Point], came: dict[int, int], last: int) -> list[Point]:
    found = [last]
    while found[-1] != 0:
        found.append(came[found[-1]])
    return [places[index] for index in reversed(found)]


def _far(one: Point, other: Point) -> float:
    return hypot(one[0] - other[0], one[1] - other[1])


def _open(one: Point, other: Point, blocked: Sequence[Disc]) -> bool:
    """Whether a straight line between them stays out of all discs."""
    (ax, ay), (bx, by) = one, other
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy or 1.0
    left, right, top, bottom = min(ax, bx), max(ax, bx), min(ay, by), max(ay, by)
    for (x, y), radius in blocked:
        if x + radius < left or x - radius > right or y + radius < top or y - radius > bottom:
            continue
        at = max(0.0, min(1.0, ((x - ax) * dx + (y - ay) * dy) / length))
        if (ax + at * dx - x) ** 2 + (ay + at * dy - y) ** 2 < radius * radius * 0.995:
            return False
    return True


def _towards(disc: Disc, point: Point, touch: float) -> Point:
    (x, y), radius = disc
    far = _far((x, y), point) or 1.0
    return x + (point[0] - x) * (radius + touch) / far, y + (point[1] - y) * (radius + touch) / far


def _smooth(path: Sequence[Point]) -> tuple[Point, ...]:
    """A curve through the same points: at each it goes in the direction from the one before to the one after."""
    made = [path[0]]
    for index, (one, other) in enumerate(pairwise(path)):
        before, after = path[max(index - 1, 0)], path[min(index + 2, len(path) - 1)]
        made += [
            (one[0] + (other[0] - before[0]) / 6, one[1] + (other[1] - before[1]) / 6),
            (other[0] - (after[0] - one[0]) / 6, other[1] - (after[1] - one[1]) / 6),
            other,
        ]
    return tuple(made)


def _straight(path: Sequence[Point]) -> tuple[Point, ...]:
    """The same way as cubic pieces."""
    made = [path[0]]
    for (ax, ay), (bx, by) in pairwise(path):
        made += [(ax + (bx - ax) / 3, ay + (by - ay) / 3), (ax + (bx - ax) * 2 / 3, ay + (by - ay) * 2 / 3), (bx, by)]
    return tuple(made)
