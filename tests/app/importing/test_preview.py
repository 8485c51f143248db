"""A journey in another notation is shown first: what it makes, where it goes, what was guessed; then one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app import tasks
from app.dialogs import documents
from app.dialogs.intake_preview import IntakeDialog
from app.importing.dialog import ImportDialog
from journeys.model.time import phases_in_order


def steps_in(window):
    return {step.title: step for step in window.session.document.steps.values()}


def rows(item):
    return [item.child(at).text(0) for at in range(item.childCount())]


def settle(qtbot):
    tasks.wait_for_all()
    QApplication.processEvents()


def test_what_comes_in_is_shown_and_put_in_as_one_undo_step(qtbot, window, mermaid, dialog_of):
    before = window.session.document.snapshot()
    window.actions_by_code["import"].trigger()
    chooser = window.findChild(QFileDialog)
    chooser.fileSelected.emit(str(mermaid))
    chooser.close()
    dialog = dialog_of(window)
    assert window.session.document == before, "nothing has changed yet"
    assert dialog.windowTitle() == "verhuizen.mmd importeren"
    assert "3 stappen" in dialog.summary.text()
    journey = dialog.coming.topLevelItem(0)
    assert journey.text(0) == "Verhuizen\nSanne · huidig · 3 stappen"
    assert rows(journey) == ["Zoeken · 2 stappen · nieuwe fase", "Doorgeven · 1 stap · nieuwe fase"]
    assert rows(journey.child(0)) == ["Huis zoeken", "Wachten"]
    assert [journey.child(0).child(0).text(column) for column in (1, 2)] == ["Makelaar", "+1, prettig"]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert {"Huis zoeken", "Wachten", "Verhuizing doorgeven"} <= set(steps_in(window))
    assert window.session.document.journeys[window.view.context.journey].title == "Verhuizen"
    assert "verhuizen.mmd" in window.actions_by_code["undo"].text()
    window.history.undo()
    assert window.session.document == before


def test_escape_leaves_everything_as_it_was(qtbot, program, window, mermaid, dialog_of):
    before = window.session.document.snapshot()
    documents.import_file(window, mermaid)
    qtbot.keyClick(dialog_of(window), Qt.Key.Key_Escape)
    assert window.session.document == before
    assert window.history.undoable() is None
    assert program.windows == [window]


def test_it_can_become_a_study_of_its_own_beside_the_open_one(qtbot, program, window, mermaid, dialog_of):
    before = window.session.document.snapshot()
    documents.import_file(window, mermaid)
    dialog = dialog_of(window)
    dialog.where.new.click()
    qtbot.waitUntil(lambda: "nieuwe studie: 1 reis" in dialog.summary.text())
    assert dialog.accept_button.text() == "Nieuwe studie maken"
    assert not dialog.where.journey.isVisibleTo(dialog)
    dialog.accept_button.click()
    settle(qtbot)
    made = program.windows[1]
    assert made.session.document.study.title == "Verhuizen"
    assert len(made.session.document.steps) == 3
    assert made.file.path is None
    assert window.session.document == before


def test_without_a_study_there_is_nothing_to_ask_and_one_is_made(qtbot, program, empty, mermaid, dialog_of):
    documents.import_file(empty, mermaid)
    dialog = dialog_of(empty)
    assert dialog.where is None
    dialog.accept_button.click()
    settle(qtbot)
    assert program.windows == [empty]
    assert [phase.name for phase in phases_in_order(empty.session.document)] == ["Zoeken", "Doorgeven"]


def test_all_of_it_can_go_into_a_journey_of_the_study(qtbot, window, mermaid, dialog_of):
    goal = window.view.context.journey
    documents.import_file(window, mermaid)
    dialog = dialog_of(window)
    assert dialog.where.journey.currentText() == "Zoals het bestand zegt: “Verhuizen”"
    dialog.where.journey.setFocus()
    qtbot.keyClick(dialog.where.journey, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "reis" not in dialog.summary.text() and "3 stappen" in dialog.summary.text())
    chosen = dialog.where.goal
    assert "staat hier al" in dialog.coming.topLevelItem(0).text(0)
    dialog.accept_button.click()
    assert {steps_in(window)[title].journey for title in ("Huis zoeken", "Verhuizing doorgeven")} == {chosen}
    assert goal in window.session.document.journeys


def test_the_same_file_twice_brings_nothing_the_second_time_unless_chosen(qtbot, window, mermaid, dialog_of):
    documents.import_file(window, mermaid)
    first = dialog_of(window)
    assert first.again.isHidden()
    first.accept_button.click()
    QApplication.sendPostedEvents(first, 52)  # the dialog that has closed goes: DeferredDelete
    once = len(window.session.document.steps)
    documents.import_file(window, mermaid)
    dialog = dialog_of(window)
    assert not dialog.accept_button.isEnabled()
    assert "alles staat al in de studie" in dialog.summary.text()
    dialog.again.click()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    dialog.accept_button.click()
    assert len(window.session.document.steps) == once + 3


def test_what_was_guessed_is_listed_and_can_be_copied(qtbot, window, mermaid, dialog_of):
    mermaid.write_text(mermaid.read_text("utf-8").replace("Wachten: 2", "Wachten: 9"), "utf-8")
    documents.import_file(window, mermaid)
    dialog = dialog_of(window)
    told = [dialog.remarks.item(row).text() for row in range(dialog.remarks.count())]
    assert any("9" in text and "5)." in text for text in told), told
    assert dialog.told_title.text().endswith(f"({len(told)})")
    (copy,) = [b for b in dialog.told.findChildren(QPushButton) if b.text() == "Deze lijst kopiëren"]
    copy.click()
    assert QApplication.clipboard().text() == "\n".join(["verhuizen.mmd", *told])
    dialog.reject()


def test_long_phases_are_filled_when_they_are_opened(qtbot, window, tmp_path, dialog_of):
    file = tmp_path / "lang.mmd"
    file.write_text("journey\n section A\n" + "".join(f"  Stap {n}: 3: Sanne\n" for n in range(300)), "utf-8")
    documents.import_file(window, file)
    dialog = dialog_of(window)
    phase = dialog.coming.topLevelItem(0).child(0)
    assert phase.text(0) == "A · 300 stappen · nieuwe fase"
    assert not phase.childCount()
    dialog.coming.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(dialog.coming, key)
    assert phase.childCount() == 300
    dialog.reject()


def test_everything_is_reached_with_the_keyboard(qtbot, window, mermaid, dialog_of):
    documents.import_file(window, mermaid)
    dialog = dialog_of(window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.where.here.setFocus()
    seen = set()
    for _ in range(12):
        at = QApplication.focusWidget()
        seen.add(at)
        qtbot.keyClick(at, Qt.Key.Key_Tab)
    assert {dialog.where.here, dialog.where.journey, dialog.coming, dialog.accept_button} <= seen
    assert all(at.accessibleName() or at.text() for at in seen)
    dialog.reject()


def test_a_table_can_become_a_study_beside_the_open_one_too(qtbot, program, window, tmp_path):
    before = window.session.document.snapshot()
    file = tmp_path / "Verhuizen.csv"
    file.write_text("Fase;Stap\nZoeken;Huis zoeken\nDoorgeven;Dozen\n", "utf-8")
    documents.import_file(window, file)
    settle(qtbot)
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    dialog = window.findChild(IntakeDialog)
    dialog.fields.place.setFocus()
    qtbot.keyClick(dialog.fields.place, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not dialog.work.busy)
    assert not dialog.fields.journey.isVisibleTo(dialog)
    dialog.accept_button.click()
    settle(qtbot)
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    made = program.windows[1].session.document
    assert made.study.title == "Verhuizen"
    assert [phase.name for phase in phases_in_order(made)] == ["Zoeken", "Doorgeven"]
    assert window.session.document == before


def test_names_that_are_hidden_are_shown_before_a_journey_comes_in(qtbot, window, mermaid):
    window.actions_by_code["hide_names"].trigger()
    documents.import_file(window, mermaid)
    settle(qtbot)
    assert window.findChild(ImportDialog) is None
    window.bar._buttons[0].click()
    settle(qtbot)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    window.findChild(ImportDialog).reject()


@pytest.mark.parametrize("moment", [0, 2])
def test_E9_a_journey_cancelled_while_it_is_read_leaves_no_trace(qtbot, window, mermaid, moment):
    before = window.session.document.snapshot()
    documents.import_file(window, mermaid)
    for _ in range(moment):
        QApplication.processEvents()
    for task in tuple(tasks._under_way):
        task.cancel()
    settle(qtbot)
    for dialog in window.findChildren(ImportDialog):
        dialog.reject()
    assert window.session.document == before
    assert window.history.undoable() is None


def test_E9_a_preview_that_closes_while_it_is_worked_out_leaves_nothing_behind(qtbot, window, tmp_path):
    before = window.session.document.snapshot()
    file = tmp_path / "lang.mmd"
    file.write_text("journey\n section A\n" + "".join(f"  Stap {n}: 3: Sanne\n" for n in range(300)), "utf-8")
    documents.import_file(window, file)
    settle(qtbot)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    dialog = window.findChild(ImportDialog)
    dialog.where.new.click()
    assert dialog.work.busy
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle(qtbot)
    assert window.session.document == before
