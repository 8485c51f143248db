"""From a study to a PDF: the kind of sheets that were asked for, exact paper, same study same bytes."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.drawing import Rect
from journeys.poster import inks, limits
from journeys.poster.pdf import (
    attached,
    bookmarks,
    described,
    pictures,
    portraits,
    press,
    reportlab_home,
    tags,
    tiled,
    tongues,
)
from journeys.poster.pdf.painter import paint
from journeys.poster.pdf.structure import structure
from journeys.poster.request import Request
from journeys.poster.sheet import unwatched
from journeys.poster.tiles.assembly import assembly
from journeys.poster.tiles.plan import planned
from journeys.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from reportlab.pdfgen.canvas import Canvas

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.pdf.attached import Attachment
    from journeys.poster.sheet import Sheet, Watch
    from journeys.poster.tiles.plan import Plan

USUAL: Final = Request()
LAYING: Final = 0.6
"""The part of the work that laying out is, about; the rest is painting."""
PAINTING: Final = 0.75
TAGGING: Final = 0.87
"""Of the painting: until all sheets are painted, and until what they say is written too; then the file is made."""
READING: Final = 0.2
"""Of one sheet: until it is known what it says."""


def write(
    document: Document, out: Path, request: Request = USUAL, images: Mapping[str, bytes] | None = None
) -> None:  # fmt: skip
    """Write the poster to a file, wholly or not at all; the rest as `render`. Raises FileError too."""
    from journeys.store.files import write_whole

    write_whole(out, render(document, request, images))


def render(
    document: Document, request: Request = USUAL, images: Mapping[str, bytes] | None = None, watch: Watch = unwatched,
    attachment: Attachment | None = None,
) -> bytes:  # fmt: skip
    """The PDF's bytes; `images` holds pictures' bytes by sha256, `attachment` is a file to put in it.

    Raises UsageError for paper or journeys that do not exist, and whatever `watch` raises.
    """
    made = laid_out(document, request, lambda share: watch(share * LAYING))
    return painted(document, request, made, images, lambda share: watch(LAYING + share * (1 - LAYING)), attachment)


def laid_out(document: Document, request: Request, watch: Watch = unwatched) -> list[Sheet]:
    """The sheets, in the order of the pages.

    Raises UsageError for paper or journeys that do not exist, and for what no printer or poster can do.
    """
    limits.check(document, request)
    kind = import_module(f"journeys.poster.kinds.{request.kind}")
    made: list[Sheet] = kind.sheets(document, request, request.words(document), watch)
    return made


def painted(
    document: Document, request: Request, made: Sequence[Sheet], images: Mapping[str, bytes] | None = None,
    watch: Watch = unwatched, attachment: Attachment | None = None,
) -> bytes:  # fmt: skip
    """The bytes of a PDF with these sheets: each on a page of its own, or cut up over several where that was asked."""
    limits.check(document, request)
    size, say, target = request.sheet, request.words(document), BytesIO()
    canvas = reportlab_home.new_canvas(
        target, size.width, size.height, title=_title(document, made), language=say.language
    )
    job = _Job(canvas, document, request, inks.palette(request.palette), images or {}, say)
    pages: list[tags.Page] = []
    for index, sheet in enumerate(bookmarks.complete(made)):
        job = job._replace(watch=_part(watch, index, len(made)))
        job.watch(0.0)
        plan = planned(sheet, request, job.colours)
        pages.append(_page(job, sheet) if plan is None else _tiled(job, sheet, plan))
    watch(PAINTING)
    tags.write(canvas, pages)
    described.write(canvas, _title(document, made), say.language)
    if attachment is not None:
        attached.attach(canvas, attachment)
    watch(TAGGING)
    canvas.save()
    return target.getvalue()


class _Job(NamedTuple):
    """What is being printed, where, and how."""

    canvas: Canvas
    document: Document
    request: Request
    colours: Mapping[str, str]
    images: Mapping[str, bytes]
    say: Words
    watch: Watch = unwatched


def _part(watch: Watch, index: int, many: int) -> Watch:
    """One sheet's part of the painting."""
    return lambda share: watch(PAINTING * (index + share) / many)


def _page(job: _Job, sheet: Sheet) -> tags.Page:
    """The sheet as a page, with what the printer needs around it; what it says, in order."""
    drawing, canvas = sheet.drawing, job.canvas
    edges = press.press(drawing.width, drawing.height, job.request)
    reportlab_home.new_page(canvas, drawing.width, drawing.height, edges)
    bookmarks.add(canvas, sheet)
    canvas.addLiteral(f"q {press.clip(edges)}")
    page = _read(job, sheet)
    canvas.addLiteral("Q")
    if edges.room:
        canvas.addLiteral(f"{tags.ARTIFACT} {press.marks(edges)} {tags.END}")
    canvas.showPage()
    return page


def _tiled(job: _Job, sheet: Sheet, plan: Plan) -> tags.Page:
    """The sheet on several pages, which only show it; the first says how to put them together, and is heard."""
    canvas, name = job.canvas, f"poster-{job.canvas.getPageNumber()}"
    with reportlab_home.drawn_once(canvas, name, *plan.poster):
        _draw(job, sheet, [picture for picture, _ in _faces(job, sheet)], tags.UNMARKED)
    canvas.setViewerPreference("Duplex", "Simplex")
    first, at = assembly(sheet, plan, job.say)
    reportlab_home.new_page(canvas, *plan.paper)
    bookmarks.add(canvas, first)
    tiled.place(canvas, name, plan, Rect(0.0, 0.0, *plan.poster), at)
    page = _read(job._replace(watch=unwatched), first)
    canvas.showPage()
    for tile in plan.printed:
        job.watch(1.0)
        tiled.page(canvas, name, tiled.Part(sheet, plan, tile), job.colours, job.say)
    return page


def _read(job: _Job, sheet: Sheet) -> tags.Page:
    """All of the sheet painted, and marked as what it says."""
    faces = _faces(job, sheet)
    root = structure(sheet, job.request.reading, job.say, [alt for _, alt in faces])
    tongues.tell(root, sheet, job.document, job.say)
    page = tags.Page(job.canvas, root, bookmarks.links(sheet))
    job.watch(READING)
    _draw(job, sheet, [picture for picture, _ in faces], page.marks)
    return page


def _faces(job: _Job, sheet: Sheet) -> list[tuple[bytes | None, str]]:
    """Every portrait on the sheet with its words; none of both where there is no picture of the persona."""
    found = [portraits.portrait(job.document, face.persona, job.images) for face in sheet.portraits]
    names = [job.document.personas[face.persona].name for face in sheet.portraits]
    return [
        (data, job.say("Portrait of {name}", name=name) if data else "")
        for data, name in zip(found, names, strict=True)
    ]


def _draw(job: _Job, sheet: Sheet, faces: Sequence[bytes | None], marks: tags.Marks) -> None:
    canvas, document, images = job.canvas, job.document, job.images
    paint(
        canvas, sheet.drawing, job.colours, lambda image: portraits.photo(document, image, images), marks,
        lambda share: job.watch(READING + share * (1 - READING)),
    )  # fmt: skip
    for index, (face, picture) in enumerate(zip(sheet.portraits, faces, strict=True)):
        if picture is not None:
            canvas.addLiteral(marks.portrait(index))
            pictures.place(canvas, picture, face.disc, cut_round=True)
            canvas.addLiteral(marks.closing)


def _title(document: Document, made: Sequence[Sheet]) -> str:
    """What the document is called, in one line that any program can show."""
    return clean(made[0].title if len(made) == 1 else document.study.title, multiline=False).text
