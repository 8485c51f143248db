"""From a study to a PDF: one sheet per journey, exact paper, same study same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.poster import inks, pictures, portraits, reportlab_home
from journeys.poster.painter import paint
from journeys.poster.request import Request
from journeys.poster.sheet import Sheet, sheets

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from journeys.i18n import Language, Words
    from journeys.model.document import Document
    from journeys.poster.inks import Ink


def write(  # noqa: PLR0913 - every option of the command line's `poster`
    document: Document,
    out: Path,
    *,
    journeys: Sequence[str] | None = None,
    paper: str = "A1",
    portrait: bool = False,
    language: Language | None = None,
    images: Mapping[str, bytes] | None = None,
    palette: Ink = "print",
    on: dt.date | None = None,
) -> None:
    """Write the poster to a file, wholly or not at all; the rest as `render`. Raises FileError too."""
    from journeys.store.files import write_whole

    pdf = render(
        document, journeys=journeys, paper=paper, portrait=portrait, language=language, images=images,
        palette=palette, on=on,
    )  # fmt: skip
    write_whole(out, pdf)


def render(
    document: Document,
    *,
    journeys: Sequence[str] | None = None,
    paper: str = "A1",
    portrait: bool = False,
    language: Language | None = None,
    images: Mapping[str, bytes] | None = None,
    palette: Ink = "print",
    on: dt.date | None = None,
) -> bytes:
    """The PDF's bytes: a page for each of these journeys (ids), in the order given; None is all of them.

    `language` defaults to the study's; `images` holds pictures' bytes by sha256; `on` is a date to print, as bytes
    never follow the clock. Raises UsageError for paper or journeys that do not exist.
    """
    wanted = None if journeys is None else tuple(journeys)
    request = Request(wanted, paper, portrait, language, palette, on)
    return painted(document, request, laid_out(document, request), images)


def laid_out(document: Document, request: Request) -> list[Sheet]:
    """The sheets, in the order of the pages. Raises UsageError for paper or journeys that do not exist."""
    size = request.sheet
    return sheets(document, chosen(document, request.journeys), size, request.words(document), request.on, request)


def painted(
    document: Document, request: Request, made: Sequence[Sheet], images: Mapping[str, bytes] | None = None
) -> bytes:  # fmt: skip
    """The bytes of a PDF with these sheets."""
    size, say, target = request.sheet, request.words(document), BytesIO()
    canvas = reportlab_home.new_canvas(
        target, size.width, size.height, title=_title(document, made), language=say.language
    )
    colours = inks.palette(request.palette)
    for sheet in made:
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
    canvas.bookmarkPage(sheet.journey)
    canvas.addOutlineEntry(sheet.title, sheet.journey)
    paint(canvas, sheet.drawing, colours, lambda image: portraits.photo(document, image, images))
    persona = document.personas[document.journeys[sheet.journey].persona]
    picture = portraits.portrait(document, persona.id, images)
    if picture is not None:
        alt = say("Portrait of {name}", name=persona.name)
        pictures.place(canvas, picture, sheet.disc, alt, cut_round=True)
    canvas.showPage()


def chosen(document: Document, journeys: Sequence[str] | None) -> Iterable[str]:
    """These journeys, or all; raises UsageError for one that does not exist, and when there is none."""
    found = in_order(document) if journeys is None else list(journeys)
    for journey in found:
        if journey not in document.journeys:
            known = ", ".join(document.journeys[id_].title for id_ in in_order(document))
            raise UsageError("journey.unknown", journey=journey, known=known)
    if not found:
        raise UsageError("poster.no_journey")
    return found


def in_order(document: Document) -> list[str]:
    """All journeys: by persona, then by their own order, the processes behind steps last."""

    def place(id_: str) -> tuple[bool, int, str, int, str, str]:
        journey = document.journeys[id_]
        persona = document.personas[journey.persona]
        behind = journey.parent_step is not None
        return behind, persona.order, persona.id, journey.order, journey.variant, id_

    return sorted(document.journeys, key=place)


def _title(document: Document, made: Sequence[Sheet]) -> str:
    return made[0].title if len(made) == 1 else document.study.title
