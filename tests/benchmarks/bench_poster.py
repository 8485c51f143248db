"""P1, P2: posters on A0, layout included, against reportlab painting the same things already laid out."""

from __future__ import annotations

import subprocess
import time
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys import fonts, poster
from journeys.i18n import words
from journeys.layout import marks, text
from journeys.layout.drawing import Box, Line, Mark, Text
from journeys.poster import inks
from journeys.poster.kinds.journey import sheets
from journeys.poster.pdf import reportlab_home
from journeys.poster.request import Request
from tests.benchmarks.harness import PYTHON, Harness, Row
from tests.journeys import studies

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REQUEST = Request(paper="A0", language="nl")
MM_PER_POINT = 25.4 / 72


def measure(harness: Harness) -> Iterable[Row]:
    yield beside_raw(harness, "P1", 300, 2.0)
    few = Harness(max(3, harness.pairs // 4), harness.trial)
    small, large = harness.steps(300), harness.steps(2000)
    yield beside_raw(few, "P2", 2000, 1.6)
    yield Row(
        "P2", "layout per step, 2,000 steps against 300", 1.5,
        few.ratio(laid_out(large), laid_out(small)) * small / large,
        note="text caches emptied before each",
    )  # fmt: skip
    yield Row("P2", "memory at its highest, A0 poster of 2,000 steps", 300, most_memory(large), unit="MB")
    heard = told(large)
    silence = max(after - before for (before, _), (after, _) in pairwise(heard))
    note = f"{len({round(share, 3) for _, share in heard})} times a new share is told"
    yield Row("P2", "longest that Cancel waits, 2,000 steps", 0.5, silence, unit="cpu s", note=note)


def beside_raw(harness: Harness, id: str, steps: int, goal: float) -> Row:
    """Layout and painting against painting alone."""
    document = studies.study(harness.steps(steps))
    (sheet,) = sheets(document, REQUEST, words("nl"))
    colours = {role: _rgb(value) for role, value in inks.palette("print").items()}

    def ours() -> bytes:
        text.broken.cache_clear()  # as the first poster of a process, not as the fifteenth
        fonts.em_width.cache_clear()
        return poster.render(document, REQUEST)

    def raw() -> bytes:
        return paint_raw(sheet.drawing, colours)

    made = len(ours())
    note = f"{made / 1e6:.1f} MB, size ×{made / len(raw()):.2f}"
    return harness.row(id, f"A0 poster of {steps:,} steps, layout included", goal, ours=ours, raw=raw, note=note)


def laid_out(steps: int) -> Callable[[], object]:
    document = studies.study(steps)

    def run() -> object:
        text.broken.cache_clear()
        fonts.em_width.cache_clear()
        return sheets(document, REQUEST, words("nl"))

    return run


def most_memory(steps: int) -> float:
    """In millions of bytes, of a process that makes one such poster and nothing else."""
    code = (
        "import resource, sys; from journeys import poster; from tests.journeys import studies;"
        f"poster.render(studies.study({steps}), poster.Request(paper='A0', language='nl'));"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == 'darwin' else 1024))"
    )
    done = subprocess.run([PYTHON, "-c", code], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1e6


def told(steps: int) -> list[tuple[float, float]]:
    """When, in CPU seconds, the watcher of a poster heard of it, and which part was done."""
    heard: list[tuple[float, float]] = []
    poster.render(studies.study(steps), REQUEST, watch=lambda share: heard.append((time.process_time(), share)))
    return heard


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
