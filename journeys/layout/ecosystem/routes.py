"""Finds a way for every edge: from circle to circle, never through another one, and through few names."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Rect
from journeys.layout.ecosystem.around import around
from journeys.layout.ecosystem.network import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.ecosystem import Edge
    from journeys.layout.drawing import Point
    from journeys.layout.ecosystem.tiles import Tile

    Placed = tuple[Tile, Point]

CLEAR: Final = 0.6
"""Ems from a line to a circle that it passes."""
TOUCH: Final = 0.22
"""Ems between the end of a line and its circle."""
BULGES: Final = (0.12, -0.12, 0.24, -0.24, 0.38, -0.38, 0.55, -0.55, 0.75, -0.75, 1.0, -1.0)
"""How far the curve goes aside, in parts of its length; lines there and back bend away from each other."""
DISC: Final = 0.78
"""The radius of the disc with an edge's number."""
ALONG: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
PIECES: Final = 14
LANE: Final = 1.0
"""Ems within which two lines run in each other's way."""
CELL: Final = 4.0
"""Ems of the squares by which circles and names are found."""
STRIDE: Final = 1.2
"""Ems between two points of a curve that are looked at."""
HIT, NAMED, CROWD, SHARED, BEND = 1e6, 9.0, 25.0, 2.0, 0.6


class Way(NamedTuple):
    """An edge's curve, how thick it is (`part` of the thickest), and where its number stands; None: nowhere free."""

    edge: Edge
    path: tuple[Point, ...]
    part: float
    disc: Point | None


class _Ground:
    """What lies there, found by place: circles with what must stay free around them, and names."""

    def __init__(self, tiles: Sequence[Placed]) -> None:
        self.circles = [(tile.id, centre, tile.radius) for tile, centre in tiles]
        self.names = [tile.words_at(centre) for tile, centre in tiles if tile.lines]
        self._circles: dict[tuple[int, int], list[tuple[str, float, float, float]]] = {}
        self._names: dict[tuple[int, int], list[Rect]] = {}
        self._discs: dict[tuple[int, int], list[Point]] = {}
        self.discs: list[Point] = []
        self._used: set[tuple[int, int]] = set()
        for id_, (x, y), radius in self.circles:
            clear = radius + CLEAR
            for cell in _cells(x - clear, y - clear, x + clear, y + clear):
                self._circles.setdefault(cell, []).append((id_, x, y, clear * clear))
        for rect in self.names:
            for cell in _cells(rect.x, rect.y, rect.x + rect.w, rect.y + rect.h):
                self._names.setdefault(cell, []).append(rect)

    def hit(self, along: Sequence[Point], ends: tuple[str, str]) -> bool:
        """Whether the line comes too near to a circle other than its own two."""
        held = self._circles
        for x, y in along:
            for id_, cx, cy, clear in held.get((int(x // CELL), int(y // CELL)), ()):
                if (x - cx) * (x - cx) + (y - cy) * (y - cy) < clear and id_ not in ends:
                    return True
        return False

    def covered(self, along: Sequence[Point]) -> int:
        """How many of these points lie under a name."""
        held = self._names
        return sum(
            any(rect.contains(x, y) for rect in held.get((int(x // CELL), int(y // CELL)), ())) for x, y in along
        )

    def put_line(self, along: Sequence[Point]) -> None:
        """A line runs here from now on."""
        self._used.update((round(x / LANE), round(y / LANE)) for x, y in along)

    def shared(self, along: Sequence[Point]) -> int:
        """How many of these points lie on a line that is there."""
        return sum((round(x / LANE), round(y / LANE)) in self._used for x, y in along)

    def put_disc(self, disc: Point) -> None:
        """The number of an edge lies here from now on."""
        self.discs.append(disc)
        x, y = disc
        for cell in _cells(x - DISC, y - DISC, x + DISC, y + DISC):
            self._discs.setdefault(cell, []).append(disc)

    def crowded(self, along: Sequence[Point]) -> int:
        """How many numbers the line runs over."""
        held = self._discs
        return len({
            disc for x, y in along for disc in held.get((int(x // CELL), int(y // CELL)), ())
            if abs(x - disc[0]) < DISC and abs(y - disc[1]) < DISC
        })  # fmt: skip


def _cells(left: float, top: float, right: float, bottom: float) -> Iterator[tuple[int, int]]:
    for x in range(int(left // CELL), int(right // CELL) + 1):
        for y in range(int(top // CELL), int(bottom // CELL) + 1):
            yield x, y


def routed(middle: Placed, placed: Mapping[str, Placed], edges: Sequence[Edge]) -> list[Way]:
    """All edges, those of most people first as they matter most; given back in the order of the edges."""
    every = [middle, *placed.values()]
    ground = _Ground(every)
    most = max((len(edge.personas) for edge in edges), default=1)
    order = sorted(range(len(edges)), key=lambda index: (-len(edges[index].personas), index))
    made: dict[int, Way] = {}
    for index in order:
        edge = edges[index]
        path = _best(ground, placed[edge.source], placed[edge.target])
        ground.put_line(list(points(path, 4 * _pieces(path))))
        disc = _disc(ground, path)
        if disc is not None:
            ground.put_disc(disc)
        made[index] = Way(edge, path, len(edge.personas) / most, disc)
    return [made[index] for index in range(len(edges))]


def _best(ground: _Ground, source: Placed, target: Placed) -> tuple[Point, ...]:
    ends = source[0].id, target[0].id
    best: tuple[Point, ...] = ()
    least = float("inf")
    for bend, path in enumerate(_tried(source, target)):
        cost = _cost(ground, ends, path) + bend * BEND
        if cost < least:
            least, best = cost, path
        if least < bend * BEND:
            break
    if least < HIT:
        return best
    obstacles = [(centre, radius) for id_, centre, radius in ground.circles if id_ not in ends]
    found = around(obstacles, (source[1], source[0].radius), (target[1], target[0].radius), CLEAR, TOUCH)
    return found or best


def _tried(source: Placed, target: Placed) -> Iterator[tuple[Point, ...]]:
    """Curves that bend more and more, to one side and to the other."""
    (ax, ay), (bx, by) = source[1], target[1]
    dx, dy = bx - ax, by - ay
    for bulge in BULGES:
        yield _curve(source, target, ((ax + bx) / 2 - dy * bulge, (ay + by) / 2 + dx * bulge))


def _curve(source: Placed, target: Placed, by: Point) -> tuple[Point, ...]:
    """From rim to rim, drawn towards this point on the way."""
    start, end = _rim(source, by), _rim(target, by)
    one = (start[0] + (by[0] - start[0]) * 2 / 3, start[1] + (by[1] - start[1]) * 2 / 3)
    two = (end[0] + (by[0] - end[0]) * 2 / 3, end[1] + (by[1] - end[1]) * 2 / 3)
    return start, one, two, end


def _rim(placed: Placed, towards: Point) -> Point:
    """Where a line towards this point leaves the circle."""
    (x, y), radius = placed[1], placed[0].radius + TOUCH
    far = hypot(towards[0] - x, towards[1] - y) or 1.0
    return x + (towards[0] - x) * radius / far, y + (towards[1] - y) * radius / far


def _cost(ground: _Ground, ends: tuple[str, str], path: tuple[Point, ...]) -> float:
    along = list(points(path, _pieces(path)))
    if ground.hit(along, ends):
        return HIT
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(along))
    return (
        length * 0.05
        + NAMED * ground.covered(along) * length / len(along) / 3
        + CROWD * ground.crowded(along)
        + SHARED * ground.shared(along)
    )


def _pieces(path: tuple[Point, ...]) -> int:
    """So many that no circle fits between two points."""
    far = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path))
    return max(PIECES, round(far / STRIDE))


def _disc(ground: _Ground, path: tuple[Point, ...]) -> Point | None:
    """A place on the line that is free of circles, names and other numbers, as near to the middle as can be."""
    along = list(points(path, PIECES))
    for part in ALONG:
        x, y = along[round(part * (len(along) - 1))]
        if (
            all(hypot(x - ox, y - oy) > 2.1 * DISC for ox, oy in ground.discs)
            and all(hypot(x - cx, y - cy) > radius + DISC + 0.1 for _, (cx, cy), radius in ground.circles)
            and not any(_near(rect, x, y) for rect in ground.names)
        ):
            return x, y
    return None


def _near(rect: Rect, x: float, y: float) -> bool:
    return Rect(rect.x - DISC, rect.y - DISC, rect.w + 2 * DISC, rect.h + 2 * DISC).contains(x, y)
