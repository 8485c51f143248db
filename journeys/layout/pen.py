"""Collects elements and targets: takes ems, gives millimetres, numbers them in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Line, Mark, Photo, Rect, Target, Text
from journeys.layout.spec import MM_PER_PT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.drawing import Anchor, Dash, Element, Font, Point, Role

    Place = tuple[str, str, str, int, int]

LEAD: Final = 1.24
"""From one line to the next, in parts of the type size."""


class Pen:
    """Draws into one layer. `shapes` come before `texts`, so that painters can set all text in one go."""

    def __init__(self, base_pt: float) -> None:
        self.base_pt = base_pt
        self.em = base_pt * MM_PER_PT
        self.shapes: list[Element] = []
        self.texts: list[Element] = []
        self.targets: list[Target] = []
        self.about: str | None = None
        self._left = self._top = float("inf")
        self._right = self._bottom = float("-inf")

    def bounds(self) -> Rect:
        """The rectangle around everything drawn, in mm."""
        if self._left > self._right:
            return Rect(0.0, 0.0, 0.0, 0.0)
        return Rect(self._left, self._top, self._right - self._left, self._bottom - self._top)

    def _grow(self, left: float, top: float, right: float, bottom: float) -> None:
        em = self.em
        self._left = min(self._left, left * em)
        self._top = min(self._top, top * em)
        self._right = max(self._right, right * em)
        self._bottom = max(self._bottom, bottom * em)

    @property
    def elements(self) -> tuple[Element, ...]:
        return (*self.shapes, *self.texts)

    def box(  # noqa: PLR0913 - what a box can have, by name
        self, x: float, y: float, w: float, h: float, *, fill: str | None = None, hatch: str | None = None,
        stroke: str | None = None, width: float = 0.06, dash: Dash = "solid", radius: float = 0.0,
    ) -> None:  # fmt: skip
        em = self.em
        self._grow(x - width, y - width, x + w + width, y + h + width)
        self.shapes.append(
            Box(Rect(x * em, y * em, w * em, h * em), fill, hatch, stroke, width * em, dash, radius * em, self.about)
        )

    def line(
        self, points: Sequence[Point], stroke: str, width: float = 0.1, *, dash: Dash = "solid",
        curved: bool = False, arrow: bool = False, role: Role = "artifact",
    ) -> None:  # fmt: skip
        em = self.em
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self._grow(min(xs) - 0.5, min(ys) - 0.5, max(xs) + 0.5, max(ys) + 0.5)
        scaled = tuple((x * em, y * em) for x, y in points)
        self.shapes.append(Line(scaled, stroke, width * em, dash, curved, arrow, self.about, role))

    def mark(
        self, name: str, x: float, y: float, size: float, colour: str = "text", alt: str = "",
        role: Role = "artifact",
    ) -> None:  # fmt: skip
        em = self.em
        order = len(self.texts)
        self._grow(x, y, x + size, y + size)
        self.shapes.append(Mark(name, x * em, y * em, size * em, colour, alt, self.about, role, order))

    def photo(
        self, x: float, y: float, w: float, h: float, image: str, alt: str = "", *, radius: float = 0.0
    ) -> None:  # fmt: skip
        """A picture that fills this rectangle."""
        em = self.em
        self._grow(x, y, x + w, y + h)
        rect = Rect(x * em, y * em, w * em, h * em)
        self.shapes.append(Photo(rect, image, alt, self.about, "figure", len(self.texts), radius * em))

    def text(  # noqa: PLR0913 - what a text can have, by name
        self, lines: tuple[str, ...], x: float, top: float, *, size: float = 1.0, font: Font = "regular",
        colour: str = "text", anchor: Anchor = "start", role: Role = "cell", alt: str = "",
        room: float | None = None,
    ) -> float:  # fmt: skip
        """Sets the lines below `top`; returns where they end. What runs from right to left ends where `room` ends."""
        if not lines:
            return top
        if room is not None and fonts.leftward(lines[0]):
            x, anchor = x + room, "end"
        em = self.em
        baseline = top + baseline_of(size)
        upright = fonts.suited("".join(lines), font) if font == "italic" else font
        wide = max(fonts.em_width(line, upright) for line in lines) * size
        left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
        self._grow(left, top, left + wide, top + height_of(lines, size))
        self.texts.append(
            Text(
                x * em, baseline * em, lines, size * self.base_pt, size * LEAD * em, upright, colour, anchor,
                self.about, role, len(self.texts), alt,
            )
        )  # fmt: skip
        return top + height_of(lines, size)

    def target(
        self, x: float, y: float, w: float, h: float, kind: str, id_: str, part: str, place: Place | None = None
    ) -> None:
        em = self.em
        self._grow(x, y, x + w, y + h)
        self.targets.append(Target(Rect(x * em, y * em, w * em, h * em), kind, id_, part, place))


def baseline_of(size: float) -> float:
    """From the top of a line to its baseline, in ems of the base."""
    return size * ((LEAD - 1) / 2 + fonts.ASCENT)


def height_of(lines: Sequence[str], size: float) -> float:
    """How high these lines stand, in ems of the base."""
    return len(lines) * size * LEAD
