"""A spreadsheet of our own that comes back: its actions and people come along with its steps, in one undo step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import tasks
from app.dialogs import documents
from app.dialogs.intake_preview import IntakeDialog
from journeys.exchange.spreadsheets import pages, xlsx
from journeys.exchange.wanted import wanted
from journeys.i18n import words


def with_an_action(document, title):
    """The study as XLSX, with an action that somebody typed below the others."""
    found = pages.pages(wanted(document, words("nl")))
    at = next(number for number, page in enumerate(found) if page.name == "Acties")
    codes = [column.code for column in found[at].columns]
    said = {"text": "Bel binnen een dag terug", "kind": "Kans", "owner": "Fatma", "step": title}
    row = tuple(said.get(code, "") for code in codes)
    found[at] = replace(found[at], rows=(*found[at].rows, row))
    return xlsx.write(found, "x", lambda _: None)


def test_an_action_typed_in_a_spreadsheet_of_ours_comes_onto_its_step(qtbot, window, tmp_path):
    before = window.session.document.snapshot()
    step = next(iter(before.steps.values()))
    (tmp_path / "terug.xlsx").write_bytes(with_an_action(before, step.title))
    documents.import_file(window, tmp_path / "terug.xlsx")
    tasks.wait_for_all()
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert "Acties" not in [dialog.sheet.itemText(at) for at in range(dialog.sheet.count())]
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    tasks.wait_for_all()
    QApplication.processEvents()
    after = window.session.document
    (note,) = [note for id_, note in after.notes.items() if id_ not in before.notes]
    assert (note.kind, note.owner, after.steps[note.step].title) == ("opportunity", "Fatma", step.title)
    assert after.steps == before.steps
    assert after.links == before.links
    window.history.undo()
    assert window.session.document == before
