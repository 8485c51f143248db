"""A laid-out network: its drawing, and where circles, names and lines are on it."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.analysis.ecosystem import Edge
    from journeys.layout.drawing import Drawing, Point, Rect


class Circle(NamedTuple):
    """Middle and radius."""

    x: float
    y: float
    radius: float


class Route(NamedTuple):
    """An edge and its curve: start, then three points per cubic piece."""

    edge: Edge
    path: tuple[Point, ...]


class Network(NamedTuple):
    """Everything in mm; `circles` and `names` by party, `middle` is the people's."""

    drawing: Drawing
    circles: Mapping[str, Circle]
    names: Mapping[str, Rect]
    routes: tuple[Route, ...]
    middle: Circle

    def party_at(self, x: float, y: float) -> str | None:
        """The party whose circle or name is there."""
        for party, circle in self.circles.items():
            if hypot(x - circle.x, y - circle.y) <= circle.radius or self.names[party].contains(x, y):
                return party
        return None

    def edge_at(self, x: float, y: float, near: float) -> Edge | None:
        """The nearest edge within this distance."""
        found = [(distance(route.path, (x, y)), index) for index, route in enumerate(self.routes)]
        least = min(found, default=(near + 1, 0))
        return self.routes[least[1]].edge if least[0] <= near else None


def points(path: tuple[Point, ...], pieces: int = 16) -> Iterator[Point]:
    """Points along a chain of cubic curves, so many on each."""
    yield path[0]
    for at in range(0, len(path) - 1, 3):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = path[at : at + 4]
        for step in range(1, pieces + 1):
            t = step / pieces
            u = 1 - t
            p, q, r, s = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
            yield p * ax + q * bx + r * cx + s * dx, p * ay + q * by + r * cy + s * dy


def distance(path: tuple[Point, ...], to: Point) -> float:
    """From a point to the curve, about."""
    along = list(points(path))
    return min(_to_piece(to, start, end) for start, end in pairwise(along))


def _to_piece(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    at = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / length if length else 0.0
    at = max(0.0, min(1.0, at))
    return hypot(point[0] - start[0] - at * dx, point[1] - start[1] - at * dy)
