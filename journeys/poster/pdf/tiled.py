"""The sheets of a poster that is cut up: what was drawn once, placed on each with the marks and label beside it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from journeys.poster.pdf import reportlab_home, tags
from journeys.poster.pdf.painter import paint
from journeys.poster.tiles.beside import beside, picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from reportlab.pdfgen.canvas import Canvas

    from journeys.i18n import Words
    from journeys.layout.drawing import Rect
    from journeys.poster.sheet import Sheet
    from journeys.poster.tiles.plan import Plan, Tile


class Part(NamedTuple):
    """One sheet of those that a poster is cut up into."""

    sheet: Sheet
    plan: Plan
    tile: Tile


def page(canvas: Canvas, name: str, part: Part, colours: Mapping[str, str], say: Words) -> None:
    """One sheet of the poster drawn under this name, with a bookmark under the poster's."""
    sheet, plan, tile = part
    key = f"{sheet.key}-{tile.label}"
    reportlab_home.new_page(canvas, *plan.paper)
    canvas.bookmarkPage(key)
    where = say("row {row}, column {column}", row=tile.row + 1, column=tile.column + 1)
    canvas.addOutlineEntry(f"{tile.label} · {where}", key, level=1)
    place(canvas, name, plan, tile.shown, picture(tile))
    with _unread(canvas):
        paint(canvas, beside(plan, tile, sheet.title, say), colours)
    canvas.showPage()


def place(canvas: Canvas, name: str, plan: Plan, shown: Rect, at: Rect) -> None:
    """Of the poster, drawn once under this name, the part `shown` in this rectangle of the page."""
    with _unread(canvas):
        reportlab_home.place(canvas, name, plan.poster, shown, at)


@contextmanager
def _unread(canvas: Canvas) -> Iterator[None]:
    """What is painted within is no part of what a screen reader hears."""
    canvas.addLiteral(tags.ARTIFACT)
    yield
    canvas.addLiteral(tags.END)
