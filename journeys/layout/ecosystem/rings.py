"""Places the parties on rings around the middle, clockwise in their order, as close as they go without touching."""

from __future__ import annotations

from math import cos, pi, sin, sqrt
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Point, Rect
    from journeys.layout.ecosystem.tiles import Tile

APART: Final = 2.7
"""Ems between two tiles at least: a line with its arrow goes between them."""
ROUND: Final = 2.6
"""Ems between the rings."""
STEP: Final = 0.5
FEW: Final = 7
"""Up to so many parties one ring is tried only: it is the easiest to read."""
RINGS: Final = 6
POWERS: Final = (1.0, 1.7)
"""Rings may be flatter than the sheet: circles with names under them fill it less evenly than points would."""
MANY: Final = 24
"""With more parties only one shape of rings is tried."""
HARDER: Final = 0.06
"""Every ring more must make the picture this part smaller: one ring is the easiest to read."""


def placed(middle: Tile, tiles: Sequence[Tile], aspect: float) -> list[Point]:
    """The middles of the circles; the first party stands at the top, and the next ones go round with the clock.

    With many, they take turns on several rings, so that the order still goes round once.
    """
    most = 1 if len(tiles) <= FEW else RINGS
    shapes = [aspect**power for power in (POWERS if len(tiles) <= MANY else POWERS[:1])]
    ways = [(many, shape) for many in range(1, most + 1) for shape in shapes]
    tried = [_on_rings(middle, tiles, shape, many) for many, shape in ways]
    sizes = [
        _size(tiles, centres, aspect) * (1 + HARDER * many)
        for (many, _), centres in zip(ways, tried, strict=True)
    ]  # fmt: skip
    return tried[sizes.index(min(sizes))]


def _size(tiles: Sequence[Tile], centres: Sequence[Point], aspect: float) -> float:
    """The height of the sheet of this shape on which they fit."""
    if not tiles:
        return 0.0
    rects = [tile.rect_at(centre) for tile, centre in zip(tiles, centres, strict=True)]
    wide = max(rect.x + rect.w for rect in rects) - min(rect.x for rect in rects)
    high = max(rect.y + rect.h for rect in rects) - min(rect.y for rect in rects)
    return max(high, wide / aspect)


def _on_rings(middle: Tile, tiles: Sequence[Tile], aspect: float, many: int) -> list[Point]:
    centres: list[Point] = [(0.0, 0.0)] * len(tiles)
    laid = [middle.rect_at((0.0, 0.0))]
    reach = middle.radius + ROUND
    for ring in range(many):
        mine = range(ring, len(tiles), many)
        while not _lay(tiles, mine, centres, laid, _radii(reach, aspect)):
            reach += STEP
        laid += [tiles[index].rect_at(centres[index]) for index in mine]
        reach += ROUND
    return centres


def _radii(reach: float, aspect: float) -> Point:
    """Rings are as wide as the sheet is."""
    across = sqrt(max(aspect, 1 / aspect))
    return (reach * across, reach) if aspect >= 1 else (reach, reach * across)


def _lay(
    tiles: Sequence[Tile], mine: range, centres: list[Point], laid: Sequence[Rect], radii: Point
) -> bool:  # fmt: skip
    """Put these tiles on a ring of these radii; False when they touch each other or what lies there already."""
    new: list[Rect] = []
    for index in mine:
        angle = 2 * pi * index / len(tiles)
        centres[index] = (radii[0] * sin(angle), -radii[1] * cos(angle))
        rect = tiles[index].rect_at(centres[index])
        # most often it is the one before that it touches
        if any(_touch(rect, other) for other in reversed(new)) or any(_touch(rect, other) for other in laid):
            return False
        new.append(rect)
    return True


def _touch(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.w + APART
        and other.x < one.x + one.w + APART
        and one.y < other.y + other.h + APART
        and other.y < one.y + one.h + APART
    )
