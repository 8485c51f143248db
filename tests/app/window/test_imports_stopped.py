"""An import that is stopped at any moment leaves no trace; one that goes on is one step, also while publishing."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QProgressDialog, QPushButton

from app import merging, tasks
from app.dialogs import documents
from app.dialogs.intake_preview import IntakeDialog
from app.merging.dialog import MergeDialog
from journeys import poster, store
from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.exchange import tables
from journeys.exchange.json_format import to_json
from journeys.exchange.pdf_format import attachment
from journeys.poster.request import Request
from journeys.store.opener import open_file
from tests.journeys.studies import study

ROWS = 1_800
"""Enough to be read and worked out by a worker."""


@pytest.fixture
def table(tmp_path):
    file = tmp_path / "tabel.csv"
    lines = (f"Fase {n // 300};Stap {n};Partij {n % 9};{n % 5 - 2}" for n in range(ROWS))
    file.write_text("\n".join(("Fase;Stap;Partij;Beleving", *lines)), "utf-8")
    return file


@pytest.fixture
def other(tmp_path):
    file = tmp_path / "Ander.levensreis"
    store.create_file(file, study(60, 2))
    return file


@pytest.fixture
def trace(window, path):
    """All that an import could touch: the study, its working copy, its file, and what can be undone."""
    window.file.copy.document()  # made, as after a first edit

    def found():
        copied = hashlib.sha256((window.file.copy.folder / "doc.db").read_bytes()).hexdigest()
        state = window.session.document.snapshot().tables
        return state, copied, path.read_bytes(), window.history.undoable(), len(window.history.edits())

    return found


def cancel_all():
    """What Cancel in the progress dialog does, whenever it is pressed."""
    for task in tuple(tasks._under_way):
        task.cancel()


def settle(qtbot):
    tasks.wait_for_all()
    QApplication.processEvents()


def turns(n):
    for _ in range(n):
        QApplication.processEvents()


@pytest.mark.parametrize("moment", [0, 1, 3, 9])
def test_E9_a_table_cancelled_while_it_is_read_leaves_no_trace(qtbot, window, table, trace, moment):
    before = trace()
    documents.import_file(window, table)
    turns(moment)
    cancel_all()
    settle(qtbot)
    for dialog in window.findChildren(IntakeDialog):  # it was read before Cancel could be pressed: the preview has one
        dialog.reject()
        settle(qtbot)
    assert trace() == before
    assert window.isEnabled()


@pytest.mark.parametrize("moment", [0, 2, 8, None])
def test_E9_the_preview_closed_while_it_is_worked_out_leaves_no_trace(qtbot, window, table, trace, moment):
    before = trace()
    documents.import_file(window, table)
    settle(qtbot)
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    dialog = window.findChild(IntakeDialog)
    if moment is None:
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=30_000)
    else:
        turns(moment)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot)
    assert trace() == before


def test_E9_cancel_in_the_progress_is_a_button_that_leaves_no_trace(qtbot, window, table, trace, monkeypatch):
    monkeypatch.setattr(tasks, "PROGRESS_MS", 0)
    monkeypatch.setattr(tasks, "LOOK_MS", 60_000)  # as if the file were that long
    before = trace()
    documents.import_file(window, table)
    qtbot.waitUntil(lambda: bool(window.findChildren(QProgressDialog)))
    (progress,) = window.findChildren(QProgressDialog)
    assert progress.windowTitle() == "tabel.csv lezen…"
    (cancel,) = progress.findChildren(QPushButton)
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    settle(qtbot)
    assert window.findChild(IntakeDialog) is None
    assert trace() == before


@pytest.mark.parametrize("moment", [0, 1, 4])
@pytest.mark.parametrize("format_", ["json", "pdf"])
def test_E9_a_study_cancelled_while_it_is_read_opens_nothing(qtbot, program, window, tmp_path, trace, moment, format_):
    file = tmp_path / f"studie.{format_}"
    file.write_bytes(to_json(study(30)) + b" " * (1 << 20) if format_ == "json" else carried(study(3)))
    before, windows = trace(), list(program.windows)
    documents.import_file(window, file)
    turns(moment)
    cancelled = bool(tasks._under_way)
    assert cancelled or moment
    cancel_all()
    settle(qtbot)
    assert trace() == before
    assert cancelled == (program.windows == windows)


def carried(document):
    """A poster with its study."""
    return poster.render(document, Request(paper="A4"), attachment=attachment(document, {}))


@pytest.mark.parametrize("moment", [0, 1, 4])
def test_E9_a_merge_cancelled_while_it_is_read_leaves_no_trace(qtbot, window, other, trace, moment):
    before = trace()
    merging.begin(window, [other])
    turns(moment)
    cancel_all()
    settle(qtbot)
    for dialog in window.findChildren(MergeDialog):
        dialog.reject()
    assert trace() == before


@pytest.mark.parametrize("moment", [0, 1, 4])
def test_E9_a_merge_cancelled_while_it_is_made_leaves_no_trace_and_can_go_on(qtbot, window, other, trace, moment):
    before = trace()
    merging.begin(window, [other])
    settle(qtbot)
    dialog = window.findChild(MergeDialog)
    dialog.go.click()
    turns(moment)
    cancelled = bool(tasks._under_way)
    cancel_all()
    settle(qtbot)
    if cancelled:
        assert trace() == before
        assert dialog.isEnabled(), "one may choose otherwise, or try again"
        dialog.go.click()
        settle(qtbot)
    assert trace()[4] == before[4] + 1
    window.history.undo()
    assert window.session.document.tables == before[0]


def test_E10_a_table_that_comes_in_while_the_file_is_written_is_one_step_in_both(qtbot, window, path, table):
    before = window.session.document.snapshot()
    documents.import_file(window, table)
    settle(qtbot)
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(lambda: not dialog.work.busy, timeout=30_000)
    first = next(iter(window.session.document.phases.values()))
    window.view.context.do(lambda: renamed(window.session.document, first))
    window.file.publish()  # a worker writes the file with the new name of the phase
    dialog.accept_button.click()  # and meanwhile the table comes in
    settle(qtbot)
    assert len(window.session.document.steps) == len(before.steps) + ROWS
    assert len(window.history.edits()) == 2
    window.file.publish()
    settle(qtbot)
    assert open_file(path).document == window.session.document
    window.history.undo()
    assert set(window.session.document.steps) == set(before.steps)
    window.history.undo()
    assert window.session.document == before


def renamed(document, phase):
    from journeys.edits import entities

    return entities.change(document, "phase", phase.id, name="Anders")


def test_E10_the_same_table_twice_brings_nothing_the_second_time_unless_chosen(qtbot, window, tmp_path):
    file = tmp_path / "tabel.csv"
    file.write_text("Fase;Stap;Partij;Knelpunt\nZwanger!;Bellen;Huisarts;te lang\n;Wachten;niemand;\n", "utf-8")

    def shown():
        documents.import_file(window, file)
        settle(qtbot)
        qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
        dialog = window.findChild(IntakeDialog)
        qtbot.waitUntil(lambda: not dialog.work.busy)
        return dialog

    first = shown()
    assert first.fields.twice.isHidden()
    first.accept_button.click()
    QApplication.sendPostedEvents(None, 52)  # the dialog that has closed goes: DeferredDelete
    once = window.session.document.snapshot()
    dialog = shown()
    assert not dialog.accept_button.isEnabled()
    assert "staan al in de reis" in dialog.remarks.item(0).text()
    qtbot.mouseClick(dialog.fields.twice, Qt.MouseButton.LeftButton, pos=dialog.fields.twice.rect().center())
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    assert len(window.session.document.steps) == len(once.steps) + 2
    window.history.undo()
    assert window.session.document == once


def test_E8_a_long_import_into_a_map_that_shows_the_whole_is_laid_out_aside(qtbot, window):
    """Fitting the map again would lay out all of it before anything can be done."""
    view, session = window.view, window.session
    view.map.zoom_to_fit()
    assert view.map.fitted
    found = tables.incoming(tables.guessed(tables.read(lines(2_400), "x.csv")))
    journey = view.context.journey
    edit = intake.taken(session.document, found, Goal(journey, "Reis", "Persona")).edit
    view.context.do(lambda: edit)
    assert view.map.partial, "only the beginning so far"
    QApplication.sendEvent(view.map, QResizeEvent(view.map.size(), view.map.size()))
    assert view.map.partial, "the rest is still being laid out aside"
    settle(qtbot)
    assert not view.map.partial
    assert view.map.fitted


def lines(n):
    return ("Fase;Stap\n" + "".join(f"Fase {k // 600};Stap {k}\n" for k in range(n))).encode()
