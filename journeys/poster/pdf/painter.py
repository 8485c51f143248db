"""Drawing + palette → reportlab canvas: shapes as our own operators, text as text objects of broken lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import marks
from journeys.layout.drawing import Box, Line, Mark, Photo, Text
from journeys.layout.text import Hyphenated, Within
from journeys.poster.pdf import lines, outlines, pictures
from journeys.poster.pdf.reportlab_home import name
from journeys.poster.pdf.tags import UNMARKED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas

    from journeys.layout.drawing import Drawing, Element, Layer
    from journeys.poster.pdf.nodes import Node
    from journeys.poster.pdf.tags import Marks

    _Numbered = tuple[int, Element]

_POINT_MM: Final = 25.4 / 72


def paint(
    canvas: Canvas, drawing: Drawing, palette: Mapping[str, str],
    images: Callable[[str], bytes | None] = lambda _: None, marks_: Marks = UNMARKED,
    watch: Callable[[float], None] = lambda _: None,
) -> None:  # fmt: skip
    """Paint all layers, bottom to top; the canvas measures in mm from its top left corner, y down.

    `images` gives a picture's bytes by the id of its image, clean already; `marks_` says which part of the structure
    each element belongs to; `watch` is told which part is painted.
    """
    colours = _Colours(palette)
    for number, layer in enumerate(drawing.layers):
        watch(number / len(drawing.layers))
        if layer.elements:
            x, y = layer.origin
            canvas.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm")
            _paint_layer(canvas, _Marked(marks_, number), layer, colours, images)
            canvas.addLiteral("Q")


def _paint_layer(
    canvas: Canvas, marked: _Marked, layer: Layer, colours: _Colours, images: Callable[[str], bytes | None]
) -> None:  # fmt: skip
    for kind, run in groupby(enumerate(layer.elements), _kind):
        if kind is Text:
            _paint_texts(canvas, list(run), colours, marked)  # type: ignore[arg-type]  # grouped by just that
            continue
        for node, some in groupby(run, marked.node):
            part = list(some)
            canvas.addLiteral(marked.opening(node, part))
            if kind is Photo:
                for _, photo in part:
                    pictures.paint(canvas, photo, images)  # type: ignore[arg-type]  # idem
            else:
                canvas.addLiteral("\n".join(_shape(element, colours) for _, element in part))
            canvas.addLiteral(marked.closing)


def _kind(numbered: _Numbered) -> type[Text | Photo] | None:
    """What is not painted as a plain shape, in one go with its neighbours."""
    kind = type(numbered[1])
    return kind if kind is Text or kind is Photo else None


class _Marked:
    """The marks of one layer."""

    def __init__(self, marks_: Marks, layer: int) -> None:
        self._marks, self._layer, self.closing = marks_, layer, marks_.closing

    def node(self, numbered: _Numbered) -> Node | None:
        return self._marks.node(self._layer, numbered[0])

    def opening(self, node: Node | None, part: Iterable[_Numbered]) -> str:
        return self._marks.opening(node, self._layer, (index for index, _ in part))


class _Colours(dict[str, str]):
    """Role → "r g b" as PDF wants it, and the marks drawn in those colours, each worked out once."""

    def __init__(self, palette: Mapping[str, str]) -> None:
        super().__init__()
        self._palette = palette
        self._marks: dict[tuple[str, str], str] = {}

    def __missing__(self, role: str) -> str:
        value = self._palette[role]
        red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
        self[role] = found = f"{red:.3f} {green:.3f} {blue:.3f}"
        return found

    def rgb(self, role: str) -> tuple[float, ...]:
        return tuple(float(part) for part in self[role].split())

    def mark(self, name: str, colour: str) -> str:
        """The operators of a mark in the unit square."""
        if (name, colour) not in self._marks:
            tints = {"mark": self[colour], "ink": self[marks.ink(name)], "paper": self["mark.paper"]}
            self._marks[name, colour] = " ".join(
                outlines.symbol(shape, tints[shape.tint]) for shape in marks.shapes(name)
            )
        return self._marks[name, colour]


def _shape(element: Element, colours: _Colours) -> str:
    if isinstance(element, Box):
        return _box(element, colours)
    if isinstance(element, Line):
        return _line(element, colours)
    if isinstance(element, Mark):
        return _mark(element, colours)
    raise TypeError(element)


def _box(box: Box, colours: _Colours) -> str:
    path = outlines.outline(box)
    parts = []
    if box.fill:
        parts.append(f"{colours[box.fill]} rg {path} f")
    if box.hatch:
        width, stripes = outlines.stripes(box.rect)
        parts.append(f"q {path} W n {colours[box.hatch]} RG {width:.2f} w {stripes} S Q")
    if box.stroke:
        parts.append(_stroked(path, colours[box.stroke], box.width, outlines.dashes(box.dash, box.width)))
    return "\n".join(parts)


def _stroked(path: str, colour: str, width: float, dashes: str) -> str:
    if dashes:
        return f"q {colour} RG {width:.2f} w {dashes} {path} S Q"
    return f"{colour} RG {width:.2f} w {path} S"


def _line(line: Line, colours: _Colours) -> str:
    dashes = outlines.dashes(line.dash, line.width)
    path = outlines.track(line)
    if line.dash == "solid":
        path = f"1 J 1 j {path}"
    drawn = f"q {colours[line.stroke]} RG {line.width:.2f} w {dashes} {path} S Q"
    if line.arrow:
        drawn += f"\n{colours[line.stroke]} rg {outlines.arrow_head(line.points, line.width)} f"
    return drawn


def _mark(mark: Mark, colours: _Colours) -> str:
    drawn = colours.mark(mark.name, mark.colour)
    return f"q {mark.size:.3f} 0 0 {mark.size:.3f} {mark.x:.2f} {mark.y:.2f} cm {drawn} Q"


def _paint_texts(canvas: Canvas, texts: Sequence[tuple[int, Text]], colours: _Colours, marked: _Marked) -> None:
    """Neighbouring texts share one text object; a text that needs more than that stands between two."""
    for simple, run in groupby(texts, lambda numbered: lines.simple(numbered[1])):
        some = list(run)
        if simple:
            _paint_plain(canvas, some, colours, marked)
            continue
        for numbered in some:
            canvas.addLiteral(marked.opening(marked.node(numbered), [numbered]))
            text = numbered[1]
            for index, line in enumerate(text.lines):
                lines.paint(canvas, text, index, _start(text, index, line), _ended(text, index), colours)
            canvas.addLiteral(marked.closing)


def _paint_plain(canvas: Canvas, texts: Sequence[tuple[int, Text]], colours: _Colours, marked: _Marked) -> None:
    """In one text object; colour and font are said when they change, and what belongs to which node around it."""
    pen = canvas.beginText()
    write = pen._code.append  # type: ignore[attr-defined]  # noqa: SLF001 - no other way to mark within a text object
    colour = font = None
    for node, run in groupby(texts, marked.node):
        part = list(run)
        write(marked.opening(node, part))
        for _, text in part:
            if colour != text.colour:
                colour = text.colour
                pen.setFillColorRGB(*colours.rgb(colour))
            if font != (text.font, text.size):
                font = (text.font, text.size)
                pen.setFont(name(text.font), text.size * _POINT_MM, 0)
            for index, line in enumerate(text.lines):
                pen.setTextOrigin(*_start(text, index, line))
                pen.textOut(_ended(text, index))
        write(marked.closing)
    canvas.drawText(pen)


def _ended(text: Text, index: int) -> str:
    """The line as it is written: a soft hyphen where we broke a word, a space where the text goes on after it."""
    line = text.lines[index]
    if isinstance(line, Hyphenated):
        return f"{line[:-1]}\u00ad"
    return line if isinstance(line, Within) or index + 1 == len(text.lines) else f"{line} "


def _start(text: Text, index: int, line: str) -> tuple[float, float]:
    """Where a line begins: left, centred on or right against the anchor."""
    x = text.x
    if text.anchor != "start":
        wide = fonts.width(line, text.font, text.size) * _POINT_MM
        x -= wide if text.anchor == "end" else wide / 2
    return round(x, 2), round(text.y + index * text.leading, 2)


def roles(drawing: Drawing) -> Iterable[str]:
    """All colour roles the drawing asks for; a palette must have them."""
    for layer in drawing.layers:
        for element in layer.elements:
            if isinstance(element, Box):
                yield from filter(None, (element.fill, element.hatch, element.stroke))
            elif not isinstance(element, Photo):
                yield element.stroke if isinstance(element, Line) else element.colour
