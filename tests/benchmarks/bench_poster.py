"""P1: a poster of 300 steps on A0, layout included, against reportlab painting the same things already laid out."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from journeys import fonts, poster
from journeys.i18n import words
from journeys.layout import marks, text
from journeys.layout.drawing import Box, Line, Mark, Text
from journeys.poster import inks
from journeys.poster.kinds.journey import sheets
from journeys.poster.pdf import reportlab_home
from journeys.poster.request import Request
from tests.benchmarks.harness import Row
from tests.journeys import studies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.benchmarks.harness import Harness

MM_PER_POINT = 25.4 / 72


def measure(harness: Harness) -> Iterable[Row]:
    document = studies.study(300)
    (sheet,) = sheets(document, Request(paper="A0"), words("nl"))
    colours = {role: _rgb(value) for role, value in inks.palette("print").items()}

    def ours() -> bytes:
        text.broken.cache_clear()  # as the first poster of a process, not as the fifteenth
        fonts.em_width.cache_clear()
        return poster.render(document, Request(paper="A0", language="nl"))

    def raw() -> bytes:
        return paint_raw(sheet.drawing, colours)

    size = len(ours()) / len(raw())
    yield harness.row(
        "P1", "A0 poster of 300 steps, layout included", 2.0, ours=ours, raw=raw, note=f"size ×{size:.2f}"
    )


def paint_raw(drawing, colours) -> bytes:
    """The same page through reportlab's own calls, its lines broken before."""
    target = BytesIO()
    canvas = reportlab_home.new_canvas(target, drawing.width, drawing.height, title="raw", language="nl")
    reportlab_home.new_page(canvas, drawing.width, drawing.height)
    for layer in drawing.layers:
        canvas.saveState()
        canvas.translate(*layer.origin)
        for element in layer.elements:
            PAINTERS[type(element)](canvas, element, colours)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def _box(canvas, box, colours) -> None:
    rect = box.rect
    if box.fill:
        canvas.setFillColorRGB(*colours[box.fill])
    if box.stroke:
        canvas.setStrokeColorRGB(*colours[box.stroke])
        canvas.setLineWidth(box.width)
    canvas.roundRect(rect.x, rect.y, rect.w, rect.h, box.radius, stroke=bool(box.stroke), fill=bool(box.fill))


def _line(canvas, line, colours) -> None:
    canvas.setStrokeColorRGB(*colours[line.stroke])
    canvas.setLineWidth(line.width)
    path = canvas.beginPath()
    path.moveTo(*line.points[0])
    if line.curved:
        rest = line.points[1:]
        for a, b, c in zip(rest[0::3], rest[1::3], rest[2::3], strict=True):
            path.curveTo(*a, *b, *c)
    else:
        for point in line.points[1:]:
            path.lineTo(*point)
    canvas.drawPath(path)


def _mark(canvas, mark, colours) -> None:
    for shape in marks.shapes(mark.name):
        path = canvas.beginPath()
        draw = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "z": path.close}
        at = (mark.x, mark.y)
        for letter, numbers in shape.path:
            draw[letter](*(at[index % 2] + number * mark.size for index, number in enumerate(numbers)))
        colour = colours[mark.colour if shape.tint == "mark" else "mark.ink"]
        canvas.setFillColorRGB(*colour)
        canvas.setStrokeColorRGB(*colour)
        canvas.setLineWidth(shape.width * mark.size)
        canvas.drawPath(path, stroke=shape.paint == "line", fill=shape.paint == "fill")


def _text(canvas, text_, colours) -> None:
    pen = canvas.beginText(text_.x, text_.y)
    pen.setFont(reportlab_home.name(text_.font), text_.size * MM_PER_POINT, text_.leading)
    pen.setFillColorRGB(*colours[text_.colour])
    for line in text_.lines:
        pen.textLine(line)
    canvas.drawText(pen)


PAINTERS = {Box: _box, Line: _line, Mark: _mark, Text: _text}


def _rgb(value: str) -> tuple[float, ...]:
    return tuple(int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
