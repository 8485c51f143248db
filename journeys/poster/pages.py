"""From a study to a PDF: one sheet per journey, exact paper, same study same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from journeys.errors import UsageError
from journeys.i18n import words
from journeys.poster import inks, reportlab_home
from journeys.poster.painter import paint
from journeys.poster.paper import parse_paper
from journeys.poster.portraits import portrait as portrait_of
from journeys.poster.sheet import Sheet, sheets

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from journeys.i18n import Language
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
    size = parse_paper(paper, portrait=portrait)
    say = words(language or document.study.language)
    made = sheets(document, _chosen(document, journeys), size, say, on)
    target = BytesIO()
    canvas = reportlab_home.new_canvas(
        target, size.width, size.height, title=_title(document, made), language=say.language
    )
    colours = inks.palette(palette)
    for sheet in made:
        _page(canvas, document, sheet, colours, images or {})
    canvas.save()
    return target.getvalue()


def _page(
    canvas: Canvas, document: Document, sheet: Sheet, colours: Mapping[str, str], images: Mapping[str, bytes]
) -> None:
    reportlab_home.new_page(canvas, sheet.drawing.width, sheet.drawing.height)
    canvas.bookmarkPage(sheet.journey)
    canvas.addOutlineEntry(sheet.title, sheet.journey)
    paint(canvas, sheet.drawing, colours)
    picture = portrait_of(document, document.journeys[sheet.journey].persona, images)
    if picture is not None:
        _portrait(canvas, sheet, picture)
    canvas.showPage()


def _portrait(canvas: Canvas, sheet: Sheet, picture: bytes) -> None:
    """The picture over the disc with initials, cut round."""
    disc = sheet.disc
    canvas.saveState()
    path = canvas.beginPath()
    path.circle(disc.x + disc.w / 2, disc.y + disc.h / 2, disc.w / 2)
    canvas.clipPath(path, stroke=0, fill=0)
    # Pictures stand upside down on a page whose y goes down: turn the ground under this one.
    canvas.translate(disc.x, disc.y + disc.h)
    canvas.scale(1, -1)
    canvas.drawImage(reportlab_home.picture(picture), 0, 0, disc.w, disc.h)
    canvas.restoreState()


def _chosen(document: Document, journeys: Sequence[str] | None) -> Iterable[str]:
    chosen = in_order(document) if journeys is None else list(journeys)
    for journey in chosen:
        if journey not in document.journeys:
            known = ", ".join(document.journeys[id_].title for id_ in in_order(document))
            raise UsageError("journey.unknown", journey=journey, known=known)
    if not chosen:
        raise UsageError("poster.no_journey")
    return chosen


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
