"""Pasted text and table files: few lines go in at once, more are shown first; one undo step each."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import tasks
from app.dialogs import documents, intake
from app.dialogs.intake_preview import IntakeDialog
from journeys.model.time import phases_in_order
from tests.journeys.exchange.spreadsheets import xlsx

TABLE = "\n".join(
    [
        "Fase\tStap\tMet wie\tBeleving (1-5)\tKleur",
        *(f"Zwanger!\tStap {n}\tHuisarts\t{n % 5 + 1}\trood" for n in range(12)),
    ]
)
HEAD = ["Fase", "Stap", "Kanaal"]


@pytest.fixture
def dialog_of(qtbot):
    """The open preview of a window, its rows worked out."""

    def find(window):
        tasks.wait_for_all()
        qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
        dialog = window.findChild(IntakeDialog)
        qtbot.waitUntil(lambda: not dialog.work.busy, timeout=20_000)
        return dialog

    return find


@pytest.fixture
def journey(window):
    return window.view.context.journey


def titles(window):
    return [step.title for step in window.session.document.steps.values()]


def texts(remarks):
    return [remarks.item(row).text() for row in range(remarks.count())]


def test_three_lines_become_three_connected_steps_behind_the_selected_one(window, journey):
    document = window.session.document
    before = document.snapshot()
    first = next(step for step in document.steps.values() if step.journey == journey and not step.column)
    window.view.map.select([first.id])
    intake.paste_text(window.view, "Bellen\n\tWaarom duurt het zo lang?\nWachten\r\n\r\nNog eens bellen")
    new = {step.title: step for step in document.steps.values() if step.id not in before.steps}
    assert [new[title].column for title in ("Bellen", "Wachten", "Nog eens bellen")] == [1, 2, 3]
    assert {step.phase for step in new.values()} == {first.phase}
    assert [note.kind for note in document.referring(new["Bellen"].id, "note")] == ["question"]
    assert set(window.view.map.selected()) == {step.id for step in new.values()}
    assert "vraag" in window.view.bar.text
    window.history.undo()
    assert document == before


def test_cells_go_to_the_phase_they_name(window):
    phase = phases_in_order(window.session.document)[3]
    intake.paste_text(window.view, f"{phase.name.upper()}\tLoket zoeken\tgemeente\tbalie\t-2")
    step = next(step for step in window.session.document.steps.values() if step.title == "Loket zoeken")
    assert (step.phase, step.emotion) == (phase.id, -2)


def test_nothing_but_blank_lines_does_nothing(window):
    before = window.session.document.snapshot()
    intake.paste_text(window.view, " \n\t\n")
    assert window.session.document == before


def test_a_long_text_is_shown_first_and_enter_puts_it_on_the_map(qtbot, window, dialog_of):
    before = window.session.document.snapshot()
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    assert window.session.document == before, "nothing has changed yet"
    assert dialog.summary.text() == "Dit wordt: 12 stappen en 1 nieuwe partij."
    assert [field.currentText() for field in dialog.preview.choosers.fields] == [
        "Fase", "Stap", "Partij", "Beleving", "Weglaten",
    ]  # fmt: skip
    assert "De beleving telt van 1 tot 5" in texts(dialog.remarks)[0]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(window.session.document.steps) == len(before.steps) + 12
    window.history.undo()
    assert window.session.document == before


def test_escape_leaves_everything_as_it_was(qtbot, window, dialog_of):
    before = window.session.document.snapshot()
    intake.paste_text(window.view, TABLE)
    qtbot.keyClick(dialog_of(window), Qt.Key.Key_Escape)
    assert window.session.document == before
    assert window.history.undoable() is None


def test_another_meaning_for_a_column_is_followed_at_once(qtbot, window, dialog_of):
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    chooser = dialog.preview.choosers.fields[4]
    chooser.setFocus()
    qtbot.keyClicks(chooser, "Behoefte")
    qtbot.waitUntil(lambda: "briefjes" in dialog.summary.text())
    assert dialog.summary.text() == "Dit wordt: 12 stappen, 12 briefjes en 1 nieuwe partij."
    assert dialog.preview.rows.headerData(5, Qt.Orientation.Horizontal) == "Behoefte"


def test_without_a_step_column_nothing_can_be_put_on_the_map(qtbot, window, dialog_of):
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    dialog.preview.choosers.chosen.emit(1, "")
    qtbot.waitUntil(lambda: dialog.summary.text() == "Kies welke kolom de stap is.")
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_headings_can_be_rows_after_all(qtbot, window, dialog_of):
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    dialog.fields.heading.click()
    qtbot.waitUntil(lambda: "13 stappen" in dialog.summary.text())
    dialog.reject()


def test_the_steps_go_into_the_chosen_journey(qtbot, window, dialog_of):
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    dialog.fields.journey.setFocus()
    qtbot.keyClick(dialog.fields.journey, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: "1 nieuwe reis" in dialog.summary.text())
    dialog.accept_button.click()
    shown = window.session.document.journeys[window.view.context.journey]
    assert len(window.session.document.referring(shown.id, "step")) == 12


def test_every_row_says_what_becomes_of_it(window, dialog_of):
    text = (
        "Mijn reis\t\t\nFase\tStap\tBehoefte\n"
        + "\n".join(f"Een\tStap {n}\tB{n}" for n in range(10))
        + "\n\t\tNog een\nTwee\t\t"
    )
    intake.paste_text(window.view, text)
    dialog = dialog_of(window)
    model = dialog.preview.rows
    said = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert said == ["weggelaten", "kopjes", *["stap"] * 10, "bij stap erboven", "alleen fase"]
    name = model.index(2, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert name == "Stap: Stap 0"
    dialog.reject()


def test_tab_goes_through_the_choosers_and_on_to_the_rows(qtbot, window, dialog_of):
    intake.paste_text(window.view, TABLE)
    dialog = dialog_of(window)
    dialog.activateWindow()
    fields = dialog.preview.choosers.fields
    fields[0].setFocus()
    seen = []
    for _ in range(6):
        seen.append(QApplication.focusWidget())
        qtbot.keyClick(seen[-1], Qt.Key.Key_Tab)
    assert seen == [*fields, dialog.preview]
    assert all(field.accessibleName() == f"Kolom {letter} is" for field, letter in zip(fields, "ABCDE", strict=True))
    dialog.reject()


def test_a_spreadsheet_comes_into_the_open_study_as_one_undo_step(qtbot, window, tmp_path, dialog_of):
    before = window.session.document.snapshot()
    path = tmp_path / "reis.xlsx"
    path.write_bytes(xlsx({"Blad1": [HEAD, *([f"Fase {n % 2}", f"Stap {n}", "balie"] for n in range(6))]}))
    documents.import_file(window, path)
    dialog = dialog_of(window)
    assert "2 nieuwe fasen" in dialog.summary.text()
    dialog.accept_button.click()
    assert len(window.session.document.phases) == len(before.phases) + 2
    assert "reis.xlsx" in window.actions_by_code["undo"].text()
    window.history.undo()
    assert window.session.document == before


def test_sheets_become_journeys_and_can_be_left_out(qtbot, window, tmp_path, dialog_of):
    path = tmp_path / "twee.xlsx"
    path.write_bytes(xlsx({"Jan": [HEAD, ["Zwanger!", "A", None]], "Piet": [HEAD, ["Zwanger!", "B", None]]}))
    documents.import_file(window, path)
    dialog = dialog_of(window)
    assert dialog.summary.text() == "Dit wordt: 2 stappen en 2 nieuwe reizen."
    dialog.fields.sheet.setFocus()
    qtbot.keyClick(dialog.fields.sheet, Qt.Key.Key_Down)
    dialog.fields.within.click()
    qtbot.waitUntil(lambda: dialog.summary.text() == "Dit wordt: 1 stap.")
    dialog.accept_button.click()
    assert "A" in titles(window)
    assert "B" not in titles(window)


def test_a_table_opened_without_a_study_becomes_one(program, tmp_path, dialog_of):
    path = tmp_path / "Verhuizen.csv"
    path.write_text("Fase;Stap\nZoeken;Huis zoeken\nVerhuizen;Dozen\n", encoding="utf-8")
    empty = program.new_window()
    empty.show_welcome()
    documents.import_file(empty, path)
    dialog = dialog_of(empty)
    assert not dialog.fields.journey.isVisibleTo(dialog), "there is only one to choose"
    dialog.accept_button.click()
    tasks.wait_for_all()
    document = empty.session.document
    assert document.study.title == "Verhuizen"
    assert [phase.name for phase in phases_in_order(document)] == ["Zoeken", "Verhuizen"]
    assert sorted(titles(empty)) == ["Dozen", "Huis zoeken"]
    empty.history.undo()
    assert not document.steps


def test_what_stands_between_the_cells_can_be_chosen(qtbot, window, tmp_path, dialog_of):
    path = tmp_path / "x.csv"
    path.write_text("Fase;Stap, en meer\nZwanger!;Test\n", encoding="utf-8")
    documents.import_file(window, path)
    dialog = dialog_of(window)
    assert dialog.fields.separator.currentText() == "Puntkomma ;"
    dialog.fields.separator.setFocus()
    qtbot.keyClicks(dialog.fields.separator, "Komma")
    qtbot.waitUntil(lambda: dialog.sheets.grid.rows[0].cells == ("Fase;Stap", " en meer"))
    assert len(dialog.preview.choosers.fields) == 2
    dialog.reject()


def test_rows_and_columns_can_change_places_and_back(qtbot, window, tmp_path, dialog_of):
    path = tmp_path / "kaart.xlsx"
    path.write_bytes(xlsx({"x": [["Fase", "Zwanger!", None], ["Stap", "Test", "Echo"], ["Kanaal", "thuis", "balie"]]}))
    documents.import_file(window, path)
    dialog = dialog_of(window)
    assert dialog.fields.sideways.isChecked()
    assert "2 stappen" in dialog.summary.text()
    assert [dialog.preview.rows.headerData(row, Qt.Orientation.Vertical) for row in range(3)] == ["A", "B", "C"]
    dialog.fields.sideways.click()
    assert dialog.sheets.grid.rows[0].cells == ("Fase", "Zwanger!")
    dialog.fields.sideways.click()
    qtbot.waitUntil(lambda: "2 stappen" in dialog.summary.text())
    dialog.accept_button.click()
    steps = [step for step in window.session.document.steps.values() if step.title in ("Test", "Echo")]
    assert len({step.phase for step in steps}) == 1


def test_leaving_the_preview_makes_no_study(program, tmp_path, dialog_of):
    path = tmp_path / "x.csv"
    path.write_text("Fase;Stap\nZoeken;Huis zoeken\n", encoding="utf-8")
    empty = program.new_window()
    empty.show_welcome()
    documents.import_file(empty, path)
    dialog_of(empty).reject()
    assert empty.session is None


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(qtbot, window, tmp_path):
    before = window.session.document.snapshot()
    path = tmp_path / "kapot.xlsx"
    path.write_bytes(b"PK\x03\x04 geen rekenblad")
    documents.import_file(window, path)
    tasks.wait_for_all()
    qtbot.waitUntil(lambda: "beschadigd" in window.view.bar.text)
    assert window.session.document == before


def test_a_long_table_is_worked_out_in_a_worker(qtbot, window, dialog_of):
    text = "Fase\tStap\n" + "\n".join(f"Zwanger!\tStap {n}" for n in range(2_000))
    intake.paste_text(window.view, text)
    dialog = dialog_of(window)
    assert dialog.summary.text() == "Dit wordt: 2000 stappen."
    dialog.reject()


def test_a_dialog_that_closes_while_it_works_leaves_nothing_behind(window):
    intake.paste_text(window.view, "Fase\tStap\n" + "\n".join(f"Zwanger!\tStap {n}" for n in range(2_000)))
    dialog = window.findChild(IntakeDialog)
    dialog.work.now()
    dialog.reject()


def test_too_much_text_is_refused_with_a_sentence(window):
    intake.paste_text(window.view, "x\n" * 20_001)
    assert "20000 rijen" in window.view.bar.text
    assert window.findChild(IntakeDialog) is None


def test_what_was_told_of_a_refused_table_goes_when_the_next_one_is_put_in(qtbot, window, tmp_path, dialog_of):
    bad, good = tmp_path / "fout.xlsx", tmp_path / "goed.csv"
    bad.write_bytes(b"PK\x03\x04 geen rekenblad")
    good.write_text("Fase;Stap\nZwanger!;Bellen\nZwanger!;Wachten\n", encoding="utf-8")
    intake.take_file(window, bad)
    qtbot.waitUntil(lambda: bool(window.view.bar.property("grave")) and bool(window.view.bar.text))
    intake.take_file(window, good)
    qtbot.waitUntil(lambda: window.findChild(IntakeDialog) is not None)
    assert window.view.bar.text
    dialog_of(window).accept_button.click()
    qtbot.waitUntil(lambda: window.view.bar.text == "")
