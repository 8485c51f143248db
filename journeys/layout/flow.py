"""The lines from step to step as drawn: smooth curves, words on them, signs at their ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout import text
from journeys.layout.drawing import Rect
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from journeys.layout.drawing import Point
    from journeys.layout.pen import Pen
    from journeys.model.entities import Link

TURN: Final = 0.7
REACH: Final = 0.35
"""How close to a line the pointer must be."""
LABEL: Final = 0.84
MOST: Final = 5.8
"""The widest a word on a line gets, in ems, before it is broken."""
SIDE: Final = 0.42
HIGH: Final = 0.14
BEND: Final = 1.5
"""From a card to the words on its line: room for the curve."""
AFTER: Final = 0.5
DIAMOND: Final = 0.85


class Said(NamedTuple):
    """The words on a line, broken, with the size of the label around them."""

    lines: tuple[str, ...]
    width: float
    height: float


class Route(NamedTuple):
    """One link's line, from the lane's middle line; a chain of cubic curves."""

    link: Link
    points: tuple[Point, ...]
    arrow: bool = False
    returning: bool = False
    """It leads back, or to a step in the same column."""
    said: Said | None = None
    label: Rect = Rect(0.0, 0.0, 0.0, 0.0)

    @property
    def heights(self) -> tuple[float, float]:
        """The highest and the lowest it comes."""
        ys = [y for _, y in self.points]
        if self.said is not None:
            ys += [self.label.y, self.label.y + self.label.h]
        return min(ys), max(ys)


def rounded_off(route: Route) -> Route:
    """The same line with the noise of moved coordinates taken off, so that it can be compared."""
    points = tuple((round(x, 3), round(y, 3)) for x, y in route.points)
    return route._replace(points=points, label=Rect(*(round(side, 3) for side in route.label)))


def said(link: Link, language: str) -> Said | None:
    """The link's words, broken for a label."""
    if not link.label:
        return None
    lines = text.lines(link.label, "regular", MOST / LABEL, language)
    return Said(lines, text.widest(lines, "regular") * LABEL + 2 * SIDE, height_of(lines, LABEL) + 2 * HIGH)


def label_room(words: str) -> float:
    """How far apart two columns stand at least for these words on a line between them."""
    wide = fonts.em_width(words, fonts.suited(words, "regular")) * LABEL
    return BEND + min(wide, MOST) + 2 * SIDE + AFTER


def swing(start: Point, end: Point) -> tuple[Point, ...]:
    """A curve that leaves and arrives level."""
    reach = min(abs(end[0] - start[0]) * 0.55, 4.0)
    return (start, (start[0] + reach, start[1]), (end[0] - reach, end[1]), end)


def straight(start: Point, end: Point) -> tuple[Point, ...]:
    third = ((end[0] - start[0]) / 3, (end[1] - start[1]) / 3)
    return (
        start, (start[0] + third[0], start[1] + third[1]), (end[0] - third[0], end[1] - third[1]), end,
    )  # fmt: skip


def rounded(corners: Sequence[Point], radius: float = TURN) -> tuple[Point, ...]:
    """A line along these corners, with the turns rounded."""
    points: list[Point] = [corners[0]]
    for before, corner, after in zip(corners, corners[1:], corners[2:], strict=False):
        into, out = _toward(corner, before, radius), _toward(corner, after, radius)
        points += straight(points[-1], into)[1:]
        points += (_toward(corner, into, 0.45 * radius), _toward(corner, out, 0.45 * radius), out)
    points += straight(points[-1], corners[-1])[1:]
    return tuple(points)


def _toward(corner: Point, other: Point, far: float) -> Point:
    """A point that far from the corner on the way to the other, at most halfway."""
    dx, dy = other[0] - corner[0], other[1] - corner[1]
    length = (dx * dx + dy * dy) ** 0.5
    share = min(far / length, 0.5) if length else 0.0
    return corner[0] + dx * share, corner[1] + dy * share


def draw(pen: Pen, route: Route, *, dotted: bool = False) -> None:
    """The line: back links dashed in their own colour, choices from a diamond, both with an arrow."""
    pen.about = route.link.id
    back = route.link.kind == "back" or route.returning
    pen.line(
        route.points, "flow.back" if back else "flow", 0.13, curved=True, arrow=route.arrow,
        dash="dotted" if dotted else "dashed" if back else "solid",
    )  # fmt: skip
    if route.link.kind == "choice":
        x, y = route.points[0]
        pen.mark("diamond", x - DIAMOND / 2, y - DIAMOND / 2, DIAMOND, "flow.back" if back else "flow")
    for start in range(0, len(route.points) - 1, 3):
        piece = route.points[start : start + 4]
        left, top = min(x for x, _ in piece), min(y for _, y in piece)
        wide, high = max(x for x, _ in piece) - left, max(y for _, y in piece) - top
        pen.target(left - REACH, top - REACH, wide + 2 * REACH, high + 2 * REACH, "link", route.link.id, "link")
    pen.about = None


def draw_said(pen: Pen, route: Route) -> None:
    """The words on the line, on a ground of their own."""
    if route.said is None:
        return
    pen.about = route.link.id
    back = route.link.kind == "back" or route.returning
    x, y, w, h = route.label
    pen.box(x, y, w, h, fill="lane.fill", stroke="flow.back" if back else "flow", width=0.07, radius=min(h / 2, 0.6))
    pen.text(route.said.lines, x + w / 2, y + HIGH, size=LABEL, colour="text", anchor="middle")
    pen.target(x, y, w, h, "link", route.link.id, "said")
    pen.about = None
