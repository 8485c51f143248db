"""Drawing + palette → reportlab canvas: shapes as our own operators, text as text objects of broken lines."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import marks
from journeys.layout.drawing import Box, Line, Mark, Photo, Text
from journeys.poster.pdf import outlines, pictures
from journeys.poster.pdf.reportlab_home import name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.textobject import PDFTextObject

    from journeys.layout.drawing import Drawing, Element

_POINT_MM: Final = 25.4 / 72


def paint(
    canvas: Canvas, drawing: Drawing, palette: Mapping[str, str], images: Callable[[str], bytes | None] = lambda _: None
) -> None:
    """Paint all layers, bottom to top; the canvas measures in mm from its top left corner, y down.

    `images` gives a picture's bytes by the id of its image, clean already.
    """
    colours = _Colours(palette)
    for layer in drawing.layers:
        if not layer.elements:
            continue
        x, y = layer.origin
        canvas.addLiteral(f"q 1 0 0 1 {x:.2f} {y:.2f} cm")
        for kind, run in groupby(layer.elements, _kind):
            if kind is Text:
                _paint_texts(canvas, list(run), colours)  # type: ignore[arg-type]  # grouped by just that
            elif kind is Photo:
                for photo in run:
                    pictures.paint(canvas, photo, images)  # type: ignore[arg-type]  # idem
            else:
                canvas.addLiteral("\n".join(_shape(element, colours) for element in run))
        canvas.addLiteral("Q")


def _kind(element: Element) -> type[Text | Photo] | None:
    """What is not painted as a plain shape, in one go with its neighbours."""
    return Text if type(element) is Text else Photo if type(element) is Photo else None


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


def _paint_texts(canvas: Canvas, texts: Sequence[Text], colours: _Colours) -> None:
    """Neighbouring texts share one text object; colour and font are said when they change."""
    pen = canvas.beginText()
    colour = font = None
    late: list[tuple[Text, int, str]] = []
    for text in texts:
        if colour != text.colour:
            colour = text.colour
            pen.setFillColorRGB(*colours.rgb(colour))
        if font != (text.font, text.size):
            font = (text.font, text.size)
            pen.setFont(name(text.font), text.size * _POINT_MM, 0)
        for index, line in enumerate(text.lines):
            if not line.isascii() and fonts.missing(line, text.font):
                late.append((text, index, line))
            else:
                pen.setTextOrigin(*_start(text, index, line))
                pen.textOut(line)
    canvas.drawText(pen)
    for text, index, line in late:
        _paint_with_boxes(canvas, text, _start(text, index, line), line, colours)


def _start(text: Text, index: int, line: str) -> tuple[float, float]:
    """Where a line begins: left, centred on or right against the anchor."""
    x = text.x
    if text.anchor != "start":
        wide = fonts.width(line, text.font, text.size) * _POINT_MM
        x -= wide if text.anchor == "end" else wide / 2
    return round(x, 2), round(text.y + index * text.leading, 2)


def _paint_with_boxes(canvas: Canvas, text: Text, start: tuple[float, float], line: str, colours: _Colours) -> None:
    """A line with characters the font lacks: each gets a box of one em; copying the text still gives the character."""
    x, y = start
    lacking = fonts.missing(line, text.font)
    em = text.size * _POINT_MM
    for gone, run in groupby(line, lacking.__contains__):
        piece = "".join(run)
        for part in piece if gone else (piece,):
            if gone:
                canvas.addLiteral(f"/Span <</ActualText <FEFF{part.encode('utf-16-be').hex().upper()}>>> BDC")
            # The font's own box is 0.653 em wide; it stands in the middle of its em.
            _one_run(canvas, text, (x + 0.173 * em if gone else x, y), part, colours)
            if gone:
                canvas.addLiteral("EMC")
            x += fonts.width(part, text.font, em)


def _one_run(canvas: Canvas, text: Text, start: tuple[float, float], part: str, colours: _Colours) -> None:
    pen: PDFTextObject = canvas.beginText()
    pen.setFillColorRGB(*colours.rgb(text.colour))
    pen.setFont(name(text.font), text.size * _POINT_MM, 0)
    pen.setTextOrigin(round(start[0], 2), round(start[1], 2))
    pen.textOut(part)
    canvas.drawText(pen)


def roles(drawing: Drawing) -> Iterable[str]:
    """All colour roles the drawing asks for; a palette must have them."""
    for layer in drawing.layers:
        for element in layer.elements:
            if isinstance(element, Box):
                yield from filter(None, (element.fill, element.hatch, element.stroke))
            elif not isinstance(element, Photo):
                yield element.stroke if isinstance(element, Line) else element.colour
