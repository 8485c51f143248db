"""From a study to a PDF: the kind of sheets that were asked for, exact paper, same study same bytes."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Final

from journeys.poster import inks
from journeys.poster.pdf import pictures, portraits, reportlab_home
from journeys.poster.pdf.painter import paint
from journeys.poster.request import Request
from journeys.poster.sheet import unwatched

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.sheet import Sheet, Watch

USUAL: Final = Request()
LAYING: Final = 0.8
"""The part of the work that laying out is, about; the rest is painting."""


def write(
    document: Document, out: Path, request: Request = USUAL, images: Mapping[str, bytes] | None = None
) -> None:  # fmt: skip
    """Write the poster to a file, wholly or not at all; the rest as `render`. Raises FileError too."""
    from journeys.store.files import write_whole

    write_whole(out, render(document, request, images))


def render(
    document: Document, request: Request = USUAL, images: Mapping[str, bytes] | None = None, watch: Watch = unwatched
) -> bytes:  # fmt: skip
    """The PDF's bytes; `images` holds pictures' bytes by sha256.

    Raises UsageError for paper or journeys that do not exist, and whatever `watch` raises.
    """
    made = laid_out(document, request, lambda share: watch(share * LAYING))
    return painted(document, request, made, images, lambda share: watch(LAYING + share * (1 - LAYING)))


def laid_out(document: Document, request: Request, watch: Watch = unwatched) -> list[Sheet]:
    """The sheets, in the order of the pages. Raises UsageError for paper or journeys that do not exist."""
    kind = import_module(f"journeys.poster.kinds.{request.kind}")
    made: list[Sheet] = kind.sheets(document, request, request.words(document), watch)
    return made


def painted(
    document: Document, request: Request, made: Sequence[Sheet], images: Mapping[str, bytes] | None = None,
    watch: Watch = unwatched,
) -> bytes:  # fmt: skip
    """The bytes of a PDF with these sheets."""
    size, say, target = request.sheet, request.words(document), BytesIO()
    canvas = reportlab_home.new_canvas(
        target, size.width, size.height, title=_title(document, made), language=say.language
    )
    colours = inks.palette(request.palette)
    for index, sheet in enumerate(made):
        watch(index / len(made))
        _page(canvas, document, sheet, colours, images or {}, say)
    canvas.save()
    return target.getvalue()


def _page(
    canvas: Canvas,
    document: Document,
    sheet: Sheet,
    colours: Mapping[str, str],
    images: Mapping[str, bytes],
    say: Words,
) -> None:
    reportlab_home.new_page(canvas, sheet.drawing.width, sheet.drawing.height)
    canvas.bookmarkPage(sheet.key)
    canvas.addOutlineEntry(sheet.title, sheet.key)
    paint(canvas, sheet.drawing, colours, lambda image: portraits.photo(document, image, images))
    for face in sheet.portraits:
        picture = portraits.portrait(document, face.persona, images)
        if picture is not None:
            alt = say("Portrait of {name}", name=document.personas[face.persona].name)
            pictures.place(canvas, picture, face.disc, alt, cut_round=True)
    canvas.showPage()


def _title(document: Document, made: Sequence[Sheet]) -> str:
    return made[0].title if len(made) == 1 else document.study.title
