"""The presence in a phase, with the marks of the map; in a wide one its words come back, so that some are in view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout import text
from journeys.layout.drawing import Rect
from journeys.layout.levels import level_look
from journeys.layout.pen import height_of

if TYPE_CHECKING:
    from journeys.analysis.presence import Level
    from journeys.layout.compare.board import Look
    from journeys.layout.pen import Pen

LABEL: Final = 0.95
MARK: Final = 1.0
REPEAT: Final = 46.0
"""Ems after which words come back."""


def height(lines: tuple[str, ...]) -> float:
    """How high a strip with these words is."""
    return height_of(lines, LABEL) + 0.7


def places(wide: float) -> list[float]:
    """The middles of the parts of a wide strip, each part with its own words."""
    count = max(1, round(wide / REPEAT))
    return [wide * (index + 0.5) / count for index in range(count)]


def draw(pen: Pen, area: Rect, level: Level, lines: tuple[str, ...], look: Look, arrow: str = "") -> None:
    """The strip in this area (ems); `arrow` is a mark behind the words."""
    found = level_look(level, look.own)
    pen.box(
        *area, fill=found.fill, hatch=found.hatch, stroke=found.stroke, width=0.11, dash=found.dash, radius=0.4
    )  # fmt: skip
    tall = height_of(lines, LABEL)
    words = text.widest(lines, "semibold") * LABEL + MARK + 0.35
    wide = words + (MARK + 0.2 if arrow else 0.0)
    top = area.y + (area.h - tall) / 2
    for middle in places(area.w):
        left = area.x + max(middle - wide / 2, 0.35)
        if found.hatch:
            pen.box(left - 0.2, top - 0.08, wide + 0.4, tall + 0.16, fill=found.fill, radius=0.3)
        pen.mark(found.mark, left, area.y + (area.h - MARK) / 2, MARK, found.words)
        pen.text(lines, left + MARK + 0.35, top, size=LABEL, font="semibold", colour=found.words)
        if arrow:
            pen.mark(arrow, left + words + 0.35, area.y + (area.h - MARK * 0.8) / 2, MARK * 0.8, found.words)
