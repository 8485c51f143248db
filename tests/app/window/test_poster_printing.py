"""Posters on paper: as large as asked, page by page, in bands that fit any memory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QMessageBox

from app import tasks
from app.dialogs.poster import PosterDialog, bands, printing
from app.dialogs.poster.pixels import image
from journeys.errors import FileError
from journeys.poster import Request, raster


def unwatched(_):
    """Nobody looks."""


def printed_to(path, made):
    printer = printing.prepared(made, "Proef")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


@pytest.fixture(scope="module")
def one(child):
    """A poster on A4: the quickest there is."""
    return printing.make((child, Request(journeys=(first(child),), paper="A4"), {}), unwatched)


@pytest.fixture(scope="module")
def three(child):
    """Three pages, of which the last is turned."""
    journeys = tuple(child.journeys)[:3]
    return printing.make((child, Request(journeys=journeys, paper="A4"), {}), unwatched)


def first(document):
    return next(iter(document.journeys))


def seen(pdf, page=0, wide=240):
    """A page as one sees it from afar: the brightness of each of so many patches, row by row."""
    with raster.opened(pdf) as opened:
        near = image(opened.part(page, 150, 0, 0, *opened.size_px(page, 150)))
    far = near.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
    return [[far.pixelColor(x, y).green() for x in range(wide)] for y in range(far.height())]


def difference(first, second):
    pairs = [pair for rows in zip(first, second, strict=False) for pair in zip(*rows, strict=False)]
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


def test_what_is_printed_is_the_page_at_its_own_size_and_place(qapp, one, tmp_path):
    out = tmp_path / "out.pdf"
    bands.paint_pages(one.pdf, printed_to(out, one), [0], unwatched)
    with raster.opened(one.pdf) as asked, raster.opened(out.read_bytes()) as came:
        assert came.pages == 1
        assert came.size_mm(0) == pytest.approx(asked.size_mm(0), abs=0.3)
    wanted, found = seen(one.pdf), seen(out.read_bytes())
    assert difference(wanted, found) < 1.5
    assert difference(wanted, [row[1:] for row in found]) > 3, "a millimetre aside would be seen"


def test_a_page_is_never_in_memory_whole(qapp, one, tmp_path, monkeypatch):
    sizes = []

    def measured(pixels):
        sizes.append(len(pixels.bgrx))
        return image(pixels)

    monkeypatch.setattr(bands, "image", measured)
    monkeypatch.setattr(bands, "BAND_BYTES", 2_000_000)
    bands.paint_pages(one.pdf, printed_to(tmp_path / "out.pdf", one), [0], unwatched)
    assert max(sizes) <= 2_000_000
    assert sum(sizes) > 30_000_000, "300 dots per inch all the same"


def test_bands_leave_no_seam(qapp, one, tmp_path, monkeypatch):
    whole, cut = tmp_path / "whole.pdf", tmp_path / "cut.pdf"
    bands.paint_pages(one.pdf, printed_to(whole, one), [0], unwatched)
    monkeypatch.setattr(bands, "BAND_BYTES", 1_000_000)
    bands.paint_pages(one.pdf, printed_to(cut, one), [0], unwatched)
    assert difference(seen(whole.read_bytes()), seen(cut.read_bytes())) < 1.5


def test_the_chosen_pages_are_printed_as_often_as_asked(one):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    assert printing.chosen_pages(printer, 4) == [0, 1, 2, 3]
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printer.setCopyCount(2)
    assert printing.chosen_pages(printer, 4) == [1, 2, 1, 2]
    printer.setCollateCopies(False)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert printing.chosen_pages(printer, 4) == [2, 2, 1, 1]


@pytest.mark.parametrize(
    ("page", "paper", "shrink", "expected"),
    [
        ((841, 594), (841, 594), False, (1.0, 0.0, 0.0)),
        ((841, 594), (841.2, 593.9), False, (1.0, 0.0, 0.0)),
        ((297, 210), (420, 297), False, (1.0, 61.5, 43.5)),
        ((841, 594), (420.5, 297), True, (0.5, 0.0, 0.0)),
        ((700, 500), (420, 297), True, (0.594, 2.1, 0.0)),
    ],
)
def test_a_page_keeps_its_size_unless_it_is_to_shrink(page, paper, shrink, expected):
    assert bands.placed(page, paper, shrink=shrink) == pytest.approx(expected, abs=0.01)


def test_printing_stops_where_it_is_asked_to(qapp, three, tmp_path):
    shares = []

    def watch(share):
        shares.append(share)
        if share > 0.3:
            raise tasks.Cancelled

    with pytest.raises(tasks.Cancelled):
        bands.paint_pages(three.pdf, printed_to(tmp_path / "out.pdf", three), [0, 1, 2], watch)
    assert max(shares) < 0.7
    assert shares == sorted(shares)


@pytest.mark.qt_log_ignore("Returned false", extend=True)  # Qt says it too
def test_a_printer_that_refuses_is_said(qapp, one, tmp_path):
    with pytest.raises(FileError) as refused:
        bands.paint_pages(one.pdf, printed_to(tmp_path / "no folder" / "out.pdf", one), [0], unwatched)
    assert refused.value.code == "print.refused"


# From the window


@pytest.fixture
def asked(qtbot, window, tmp_path):
    """The system's dialog, opened with Ctrl+P, with a printer that makes a PDF."""
    window.show()
    window.actions_by_code["print"].trigger()
    dialog = window.findChild(PosterDialog)
    dialog.proof.stop()  # nobody looks at the page here
    qtbot.waitUntil(lambda: window.findChild(QPrintDialog) is not None, timeout=20_000)
    system = window.findChild(QPrintDialog)
    printer = system.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    yield dialog, system, tmp_path / "out.pdf"
    if not dialog.left:
        dialog.close()


def answer(system, paper=None):
    """As the user does, on paper of this size."""
    printer = system.printer()
    if paper is not None:
        bands.set_paper(printer, paper)
    system.accepted.emit(printer)
    system.reject()


def test_print_asks_for_a_printer_and_prints_the_poster(qtbot, asked, monkeypatch):
    dialog, system, out = asked
    monkeypatch.setattr(bands, "DPI", 60)
    assert printing.paper_of(system.printer()) == pytest.approx((594, 841), abs=1)
    answer(system)
    qtbot.waitUntil(lambda: "Afgedrukt" in dialog.foot.note.text(), timeout=20_000)
    with raster.opened(out.read_bytes()) as came:
        assert came.pages == 1
        assert came.size_mm(0) == pytest.approx((841, 594), abs=0.5)


def test_printing_goes_on_when_the_dialog_is_closed(qtbot, window, asked, monkeypatch):
    dialog, system, out = asked
    monkeypatch.setattr(bands, "DPI", 40)
    answer(system)
    dialog.close()
    qtbot.waitUntil(lambda: "Afgedrukt" in window.view.bar.text, timeout=20_000)
    assert out.read_bytes().startswith(b"%PDF")


def test_smaller_paper_is_told_and_takes_the_poster_in_tiles(qtbot, asked, monkeypatch):
    dialog, system, out = asked
    monkeypatch.setattr(bands, "DPI", 40)
    answer(system, (210, 297))
    box = dialog.parent().findChild(QMessageBox, "smaller")
    assert "841 × 594" in box.text()
    assert "210 × 297" in box.text()
    next(button for button in box.buttons() if "tegels" in button.text()).click()
    qtbot.waitUntil(lambda: "Afgedrukt" in dialog.foot.note.text(), timeout=20_000)
    with raster.opened(out.read_bytes()) as came:
        assert came.pages > 8
        assert {tuple(sorted(round(side) for side in came.size_mm(page))) for page in range(came.pages)} == {(210, 297)}


def test_smaller_paper_can_hold_the_whole_poster_shrunk(qtbot, asked, monkeypatch):
    dialog, system, out = asked
    monkeypatch.setattr(bands, "DPI", 60)
    answer(system, (297, 420))
    box = dialog.parent().findChild(QMessageBox, "smaller")
    assert "49 %" in box.informativeText() or "50 %" in box.informativeText()
    next(button for button in box.buttons() if "Verkleinen" in button.text()).click()
    qtbot.waitUntil(lambda: "Afgedrukt" in dialog.foot.note.text(), timeout=20_000)
    with raster.opened(out.read_bytes()) as came:
        assert came.size_mm(0) == pytest.approx((420, 297), abs=0.5)
        edge = came.part(0, 40, 0, 0, *came.size_px(0, 40)).bgrx
    assert min(edge) < 60, "the poster is on it"
