"""The Drawing: everything to be painted, in millimetres, with text already broken into lines.

Coordinates: origin top left, x to the right, y down, millimetres; type sizes in points (1 pt = 25.4 / 72 mm).
Colours are role names ("card.fill") that the painter's theme resolves (palettes.py). Painters neither measure nor
break text. Every element says which entity it is about, its role and its place in the reading order: hit testing,
PDF structure and the screen reader use these.

A painter translates by `layer.origin` and then paints the layer's elements in their order, layers bottom to top.
Elements and targets of a layer are relative to its origin, so a block that only moved keeps its very same
`elements` tuple: compare with `is` to know whether anything must be painted anew.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Role = Literal["title", "heading", "subheading", "item", "cell", "figure", "artifact"]
Font = Literal["regular", "italic", "semibold", "bold"]
Anchor = Literal["start", "middle", "end"]
Dash = Literal["solid", "dashed", "dotted"]
Point = tuple[float, float]


class Rect(NamedTuple):
    """A rectangle: left top corner, width and height."""

    x: float
    y: float
    w: float
    h: float

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


class Box(NamedTuple):
    """A rectangle with optional fill, hatch (diagonal stripes over the fill), outline and rounded corners."""

    rect: Rect
    fill: str | None = None
    hatch: str | None = None
    stroke: str | None = None
    width: float = 0.25
    dash: Dash = "solid"
    radius: float = 0.0
    about: str | None = None
    role: Role = "artifact"
    order: int = 0


class Line(NamedTuple):
    """A polyline, or with `curved` a chain of cubic Béziers (start, then three points per piece)."""

    points: tuple[Point, ...]
    stroke: str
    width: float = 0.35
    dash: Dash = "solid"
    curved: bool = False
    arrow: bool = False
    about: str | None = None
    role: Role = "artifact"
    order: int = 0


class Text(NamedTuple):
    """Lines of one font and size (points); `x`, `y` is the first line's baseline at the anchor, `leading` in mm.

    `alt`: what is said instead to who does not see it, as "gap 2" for a 2 in a disc.
    """

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    leading: float
    font: Font = "regular"
    colour: str = "text"
    anchor: Anchor = "start"
    about: str | None = None
    role: Role = "cell"
    order: int = 0
    alt: str = ""


class Mark(NamedTuple):
    """A drawn symbol by name ("face-2" … "face+2", "flag", "dot", "channel.desk" …) in a square of `size` mm."""

    name: str
    x: float
    y: float
    size: float
    colour: str = "text"
    alt: str = ""
    about: str | None = None
    role: Role = "artifact"
    order: int = 0


class Photo(NamedTuple):
    """A picture by the id of its image; the rectangle has the picture's own shape.

    With a `radius` its corners are rounded, and what does not fit the rectangle falls off evenly on both sides.
    """

    rect: Rect
    image: str
    alt: str = ""
    about: str | None = None
    role: Role = "figure"
    order: int = 0
    radius: float = 0.0


Element = Box | Line | Text | Mark | Photo

WHOLE = "phase"
"""In a place, instead of a stage: all of the phase, not one of its columns."""


class Target(NamedTuple):
    """An area that can be pointed at: which entity or empty cell it is, and what part of it.

    `part`: "card", "phase", "border" (the start of the phase `id`, to be dragged), "presence", "face", "note",
    "lane", "cell", "contact", "link", "said" (the words on a link), "hidden" (how many lanes are), "more", "marks"
    (what a lens says of a step, on the edge of its card), "process" (that one is behind it).
    `kind` is the entity's kind ("step", "phase", "note", "lane", "link").
    `place` is (journey, phase, stage, column, track) for cards, faces and empty cells; an empty cell of the step
    lanes has kind "step" and id "". Empty cells of other lanes have kind "lane", the lane's id and the place's phase;
    in a text lane the step's place, or WHOLE as stage for the phase itself.
    """

    rect: Rect
    kind: str
    id: str
    part: str
    place: tuple[str, str, str, int, int] | None = None
    layer: str = ""


class Layer(NamedTuple):
    """Elements painted together: one lane in one stretch of a phase; `rect` bounds them all, absolutely.

    `elements` and `targets` are relative to `origin`. `lane` is the lane's kind ("phases", "presence", "steps" …),
    `phase` the phase it belongs to; reading order goes by (layer.order, element.order).
    """

    name: str
    rect: Rect
    elements: tuple[Element, ...]
    origin: Point = (0.0, 0.0)
    targets: tuple[Target, ...] = ()
    lane: str = ""
    phase: str | None = None
    order: int = 0


class Drawing(NamedTuple):
    """A laid-out map or poster: its size in mm and its layers, bottom to top."""

    width: float
    height: float
    layers: tuple[Layer, ...]
    journey: str | None = None
    base_pt: float = 0.0

    @property
    def targets(self) -> tuple[Target, ...]:
        """All targets in absolute coordinates, the topmost last; made anew on every call."""
        return tuple(moved(target, layer.origin) for layer in self.layers for target in layer.targets)

    def at(self, x: float, y: float) -> Target | None:
        """The topmost target at this point, in absolute coordinates."""
        for layer in reversed(self.layers):
            if layer.targets and layer.rect.contains(x, y):
                dx, dy = layer.origin
                for target in reversed(layer.targets):
                    if target.rect.contains(x - dx, y - dy):
                        return moved(target, layer.origin)
        return None


def moved(target: Target, by: Point) -> Target:
    """The target, so much further right and down."""
    rect = target.rect
    return target._replace(rect=Rect(rect.x + by[0], rect.y + by[1], rect.w, rect.h))
