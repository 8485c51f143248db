"""Building blocks of the sheet: paragraphs that know their height, stacked and put side by side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout.drawing import Box, Element, Layer, Line, Mark, Rect, Text
from journeys.layout.text import balanced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.i18n import Language
    from journeys.layout.drawing import Anchor, Font, Role

MM: Final = 25.4 / 72
"""One point, in millimetres."""
COMPANY: Final = 0.35
"""The last line of a paragraph is at least this part of the others, where that takes no extra line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph is set: size in points at A4, line distance in ems."""

    size: float
    font: Font = "regular"
    colour: str = "text"
    leading: float = 1.25
    role: Role = "cell"


@dataclass(slots=True)
class Block:
    """Elements from their own top left corner, and how much room they take, in mm."""

    width: float
    height: float = 0.0
    elements: list[Element] = field(default_factory=list)

    def add(self, *elements: Element) -> None:
        self.elements += elements

    def put(self, other: Block, x: float, y: float) -> None:
        """Another block's elements at this place; this block grows to hold it."""
        self.elements += [moved(element, x, y) for element in other.elements]
        self.height = max(self.height, y + other.height)

    def layer(self, name: str, x: float, y: float, order: int) -> Layer:
        """The block as a layer of the sheet."""
        rect = Rect(x, y, self.width, self.height)
        return Layer(name, rect, tuple(self.elements), origin=(x, y), lane=name, order=order)


def paragraph(
    text: str,
    style: Style,
    width: float,
    scale: float,
    language: Language,
    *,
    anchor: Anchor = "start",
    about: str | None = None,
    even: bool = False,
) -> Block:
    """The text broken to this width: the block is as high as its lines, from cap height to descent.

    With `even` the lines are about equally long; else only a lonely last word gets company.
    """
    block = Block(width)
    font = fonts.suited(text, style.font)
    size = style.size * scale
    lines = balanced(text, font, width / (size * MM), language, least=1.0 if even else COMPANY)
    if not lines:
        return block
    leading = style.leading * size * MM
    if anchor == "start" and fonts.leftward(text):
        anchor = "end"
    x = {"start": 0.0, "middle": width / 2, "end": width}[anchor]
    ascent = fonts.ASCENT * size * MM
    block.height = ascent + leading * (len(lines) - 1) + 0.25 * size * MM
    block.add(Text(x, ascent, lines, size, leading, font, style.colour, anchor, about=about, role=style.role))
    return block


def on_two_lines(
    text: str, style: Style, sizes: Sequence[float], width: float, scale: float, language: Language,
    about: str | None = None,
) -> Block:  # fmt: skip
    """As large as it can be on two lines, down to the last of the sizes; so a long one does not make all else small."""
    made = Block(width)
    for size in sizes:
        made = paragraph(text, replace(style, size=size), width, scale, language, about=about, even=True)
        if all(len(part.lines) <= 2 for part in made.elements if isinstance(part, Text)):
            break
    return made


def stacked(width: float, gap: float, *blocks: Block) -> Block:
    """Blocks under each other; empty ones take no room."""
    whole = Block(width)
    y = 0.0
    for block in blocks:
        if block.elements:
            whole.put(block, 0.0, y)
            y += block.height + gap
    return whole


def moved(element: Element, dx: float, dy: float) -> Element:
    """The element so much further right and down."""
    if isinstance(element, Box):
        rect = element.rect
        return element._replace(rect=Rect(rect.x + dx, rect.y + dy, rect.w, rect.h))
    if isinstance(element, Line):
        return element._replace(points=tuple((x + dx, y + dy) for x, y in element.points))
    if isinstance(element, Text | Mark):
        return element._replace(x=element.x + dx, y=element.y + dy)
    raise TypeError(element)
