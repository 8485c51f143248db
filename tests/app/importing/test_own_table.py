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
    assert "Acties" not in [dialog.fields.sheet.itemText(at) for at in range(dialog.fields.sheet.count())]
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


def test_a_spreadsheet_in_which_only_an_action_got_an_owner_says_so_and_marks_just_its_row(qtbot, window, tmp_path):
    before = window.session.document.snapshot()
    note = next(n for n in before.notes.values() if n.step is not None)
    given = before.snapshot()
    given.write({("note", note.id): (note, replace(note, owner="Fatma"))})
    (tmp_path / "terug.xlsx").write_bytes(xlsx.write(pages.pages(wanted(given, words("nl"))), "x", lambda _: None))
    documents.import_file(window, tmp_path / "terug.xlsx")
    tasks.wait_for_all()
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    dialog = window.findChild(IntakeDialog)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    say = window.dress.say
    things = say.many("{n} changed note", "{n} changed notes", 1)
    qtbot.waitUntil(lambda: dialog.summary.text() == say("This makes: {things}.", things=things))
    rows = dialog.preview.rows
    fates = {rows.data(rows.index(at, 0)) for at in range(rows.rowCount())}
    assert say("stays the same") in fates
    assert say("step") not in fates
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    tasks.wait_for_all()
    QApplication.processEvents()
    assert window.session.document.notes[note.id].owner == "Fatma"
    assert window.view.map.selected() == (note.step,)
