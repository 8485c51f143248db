"""The page as the printer gets it: bleed around the trimmed paper, and room for the marks that say where to cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Box, Rect
from journeys.poster.pdf import outlines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.poster.request import Request

ROOM_MM: Final = 9.0
"""Outside the bleed, for marks."""
AWAY_MM: Final = 2.0
"""Marks stay this far from what is printed, also when the knife is a little off."""
LONG_MM: Final = 5.0
ROUND_MM: Final = 1.5
THIN_MM: Final = 0.1
"""A quarter of a point: fine enough to cut by, and no printer drops it."""

Edges = tuple[float, float, float, float]
Stroke = tuple[float, float, float, float]


class Press(NamedTuple):
    """Trimmed paper of `width` × `height`, `bleed` around it and `room` for marks around that, all in mm."""

    width: float
    height: float
    bleed: float = 0.0
    room: float = 0.0

    @property
    def around(self) -> float:
        """From the edge of the page to the trimmed paper."""
        return self.bleed + self.room

    @property
    def page(self) -> tuple[float, float]:
        """The size of the whole page."""
        return self.width + 2 * self.around, self.height + 2 * self.around

    @property
    def trim_box(self) -> Edges:
        """Left, bottom, right and top of the paper."""
        return self.around, self.around, self.around + self.width, self.around + self.height

    @property
    def bleed_box(self) -> Edges:
        """The same of what may be printed on."""
        wide, high = self.page
        return self.room, self.room, wide - self.room, high - self.room


def press(width: float, height: float, request: Request) -> Press:
    """The page for a sheet of this size, as was asked for."""
    return Press(width, height, request.bleed, ROOM_MM if request.marks else 0.0)


def clip(page: Press) -> str:
    """Nothing but marks is printed outside the bleed; measured from the paper's top left corner, y down."""
    if not page.around:
        return ""
    off, twice = page.bleed, 2 * page.bleed
    return f"{-off:.3f} {-off:.3f} {page.width + twice:.3f} {page.height + twice:.3f} re W n"


def marks(page: Press) -> str:
    """Crop marks at the corners and a register mark in the middle of each side; empty without room for them."""
    if not page.room:
        return ""
    lines = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in _strokes(page))
    circles = " ".join(_circle(x, y) for x, y in _middles(page))
    return f"q 0 0 0 RG {THIN_MM} w 0 J {lines} {circles} S Q"


def _strokes(page: Press) -> Iterator[Stroke]:
    near = page.bleed + AWAY_MM
    far = near + LONG_MM
    for x in (0.0, page.width):
        yield x, -near, x, -far
        yield x, page.height + near, x, page.height + far
    for y in (0.0, page.height):
        yield -near, y, -far, y
        yield page.width + near, y, page.width + far, y
    arm = LONG_MM / 2
    for x, y in _middles(page):
        yield x - arm, y, x + arm, y
        yield x, y - arm, x, y + arm


def _middles(page: Press) -> Iterator[tuple[float, float]]:
    off = page.bleed + AWAY_MM + LONG_MM / 2
    yield page.width / 2, -off
    yield page.width / 2, page.height + off
    yield -off, page.height / 2
    yield page.width + off, page.height / 2


def _circle(x: float, y: float) -> str:
    around = Rect(x - ROUND_MM, y - ROUND_MM, 2 * ROUND_MM, 2 * ROUND_MM)
    return outlines.outline(Box(around, radius=ROUND_MM))
