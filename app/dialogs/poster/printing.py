"""Through the system's print dialog to paper: exactly as large as asked, or, on smaller paper, as the user chooses."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from app import tasks
from app.dialogs.poster import aside, bands
from app.plain import plain_box
from journeys.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog, QWidget

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.request import Request

Poster = tuple["Document", "Request", dict[str, bytes]]
NEAR_MM: Final = 2.0
"""Paper that differs no more than this is the same paper."""
TILES: Final = {"A4": (210.0, 297.0), "A3": (297.0, 420.0)}


class Made(NamedTuple):
    """A PDF to print, and how large its pages are, in mm."""

    pdf: bytes
    pages: list[tuple[float, float]]


class Job(NamedTuple):
    """What all steps of printing share: the window, the words, the poster, and who is told how it went."""

    parent: QWidget
    say: Words
    poster: Poster
    tell: Callable[[str], object]
    failed: Callable[[Exception], object]
    front: QDialog
    printer: QPrinter


def ask(
    parent: QWidget, say: Words, poster: Poster, tell: Callable[[str], object], failed: Callable[[Exception], object],
    front: QDialog,
) -> None:  # fmt: skip
    """First the pages, so that the system's dialog knows their size and number; then which printer.

    The work is the window's and goes on without the dialog in `front` of it; questions stand before that one.
    """

    def shown(made: Made) -> None:
        printer = prepared(made, poster[0].study.title)
        job = Job(parent, say, poster, tell, failed, front, printer)
        dialog = QPrintDialog(printer, _before(job))
        dialog.setWindowTitle(say("Print the poster"))
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=len(made.pages) > 1)
        dialog.setMinMax(1, len(made.pages))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: begin(job, made))
        dialog.finished.connect(dialog.deleteLater)
        dialog.show()

    tasks.start_shown(lambda work: make(poster, work.watch), parent, say("Making the poster…"), say, shown, failed)


def _before(job: Job) -> QWidget:
    """What a question stands before."""
    return job.front if isValid(job.front) and job.front.isVisible() else job.parent


def _work(job: Job, what: str, work: Callable[[tasks.Work], Any], done: Callable[[Any], object]) -> None:
    """Work that the user waits for; then the keyboard is where it was."""
    task = tasks.start_shown(work, job.parent, what, job.say, done, job.failed)
    task.ended.connect(lambda: aside.keep_front(job.front, job.parent) if isValid(job.front) else None)


def prepared(made: Made, title: str) -> QPrinter:
    """A printer set to the paper of the first page, without margins of its own: the poster has them."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    bands.set_paper(printer, made.pages[0])
    return printer


def make(poster: Poster, watch: Callable[[float], None]) -> Made:
    """The whole poster as a PDF. Raises what rendering raises, and UsageError when there is nothing on it."""
    from journeys.poster import raster, render

    document, request, images = poster
    pdf = render(document, request, images, watch)
    with raster.opened(pdf) as opened:
        pages = [opened.size_mm(page) for page in range(opened.pages)]
    if not pages:
        raise UsageError("poster.no_journey")
    return Made(pdf, pages)


def begin(job: Job, made: Made) -> None:
    """The printer is known: print, or ask what to do when its paper is smaller than a page."""
    paper = paper_of(job.printer)
    if all(fits(page, paper) for page in made.pages):
        start(job, made, shrink=False)
    else:
        ask_smaller(job, made, paper)


def paper_of(printer: QPrinter) -> tuple[float, float]:
    """Short and long side in mm of the paper that the user chose."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    short, long = sorted((size.width(), size.height()))
    return short, long


def fits(page: tuple[float, float], paper: tuple[float, float]) -> bool:
    """Whether a page lies on the paper in its own size, upright or on its side."""
    return all(side <= room + NEAR_MM for side, room in zip(sorted(page), sorted(paper), strict=True))


def tile_for(paper: tuple[float, float]) -> str | None:
    """The tiles that this paper takes: the largest that fit on it."""
    found = [name for name, size in TILES.items() if fits(size, paper)]
    return found[-1] if found else None


def ask_smaller(job: Job, made: Made, paper: tuple[float, float]) -> QMessageBox:
    """The printer's paper is smaller: cut up over several sheets, shrink, or leave it."""
    say, largest = job.say, max(made.pages, key=lambda page: page[0] * page[1])
    share = min(room / side for side, room in zip(sorted(largest), sorted(paper), strict=True))
    box = plain_box(
        _before(job), "question", say("The paper is smaller than the poster"),
        say("The poster is {poster} mm, the paper in the printer {paper} mm.", poster=_by(largest), paper=_by(paper)),
        say("Cut up, it keeps its size and you stick the sheets together. Shrunk, it is {percent} % as large.",
            percent=int(100 * share)),
    )  # fmt: skip
    box.setObjectName("smaller")
    tile = tile_for(paper)
    if tile is not None and job.poster[1].tile is None:
        cut = box.addButton(say("Cut up over {paper} sheets", paper=tile), QMessageBox.ButtonRole.AcceptRole)
        cut.clicked.connect(lambda: print_tiles(job, tile))
        box.setDefaultButton(cut)
    shrink = box.addButton(say("Shrink to fit"), QMessageBox.ButtonRole.ActionRole)
    shrink.clicked.connect(lambda: start(job, made, shrink=True))
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.finished.connect(box.deleteLater)
    box.open()
    return box


def print_tiles(job: Job, tile: str) -> None:
    """The same poster over sheets of this paper; all of them, whatever pages were chosen before."""
    document, request, images = job.poster
    poster = document, replace(request, tile=tile), images
    job.printer.setPrintRange(QPrinter.PrintRange.AllPages)
    _work(
        job, job.say("Making the poster…"), lambda work: make(poster, work.watch),
        lambda made: start(job, made, shrink=False),
    )  # fmt: skip


def start(job: Job, made: Made, *, shrink: bool) -> None:
    """Paint the pages on the printer, in a worker: there is never more of a page in memory than a band."""
    printer, say = job.printer, job.say
    wanted = chosen_pages(printer, len(made.pages))

    def done(_: object) -> None:
        if file := printer.outputFileName():
            job.tell(say("Printed to the file {path}.", path=file))
            return
        name = printer.printerName()
        job.tell(say.many("{n} page sent to {printer}.", "{n} pages sent to {printer}.", len(wanted), printer=name))

    _work(
        job, say("Printing…"), lambda work: bands.paint_pages(made.pdf, printer, wanted, work.watch, shrink=shrink),
        done,
    )  # fmt: skip


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """The pages (from 0) in the order in which they are printed, as often as the printer does not copy by itself."""
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        pages = pages[printer.fromPage() - 1 : printer.toPage()]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else max(1, printer.copyCount())
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def _by(size: tuple[float, float]) -> str:
    return f"{round(size[0])} × {round(size[1])}"
