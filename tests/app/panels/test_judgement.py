"""Judging steps in the inspector: by click and by key, for one step and for several, and what is open when."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.panels.section import Section
from journeys.edits import notes
from journeys.model.values import Duration, Judgement

Key = Qt.Key


def editor(bench, *titles, groups=()):
    """The editor for these steps, its section and these groups unfolded by click."""
    form = bench.form("step", *(bench.step(title).id for title in titles))
    made = form.judgement
    if not made._part.opened:
        made._part.title.click()
    for code in groups:
        if not made.groups[code].opened:
            made.groups[code].title.click()
    QApplication.processEvents()
    return made


def held(bench, title):
    return bench.document.steps[bench.step(title).id].judgement


@pytest.fixture
def blank(bench):
    """The inspector on two steps of which nothing was judged."""
    from dataclasses import replace

    for title in ("Positieve test", "Bevallen"):
        step = bench.step(title)
        bench.document.write({("step", step.id): (step, replace(step, judgement=Judgement()))})
    return bench


def test_the_fields_are_made_when_they_are_first_unfolded(blank):
    form = blank.form("step", blank.step("Bevallen").id)
    assert not form.judgement.groups
    made = editor(blank, "Bevallen")
    assert list(made.groups) == ["roles", "quality", "value", "delivery"]
    assert not made.fields
    made.groups["quality"].title.click()
    assert "speed" in made.fields
    assert "roles" not in made.fields


def test_what_was_left_open_is_open_for_the_next_step_too(blank):
    editor(blank, "Bevallen", groups=["value"])
    made = editor(blank, "Positieve test")
    assert [code for code, group in made.groups.items() if group.opened] == ["value"]


def test_who_left_the_judgement_open_finds_it_open_in_a_new_window(blank, qtbot, dressed):
    editor(blank, "Bevallen", groups=["value"])
    other = type(blank)(blank.document, dressed)
    qtbot.addWidget(other.pane)
    for form in (other.form("step", other.step("Bevallen").id),
                 other.form("step", other.step("Bevallen").id, other.step("Positieve test").id)):  # fmt: skip
        assert [code for code, group in form.judgement.groups.items() if group.opened] == ["value"]
        assert "experience" in form.judgement.fields


def test_a_rating_is_clicked_and_clicked_away_again_each_one_step_to_undo(blank):
    cells = editor(blank, "Bevallen", groups=["quality"]).fields["speed"].cells
    cells[-1].click()
    assert held(blank, "Bevallen").speed == -1
    cells[2].click()
    assert held(blank, "Bevallen").speed == 2
    cells[2].click()
    assert held(blank, "Bevallen") == Judgement()
    blank.history.undo()
    blank.history.undo()
    assert held(blank, "Bevallen").speed == -1
    assert [cell.isChecked() for cell in cells.values()] == [False, True, False, False, False]


def test_arrows_go_along_a_rating_enter_chooses_and_delete_takes_away(qtbot, blank):
    cells = editor(blank, "Bevallen", groups=["quality"]).fields["clarity"].cells
    assert [cell for cell in cells if cells[cell].focusPolicy() & Qt.FocusPolicy.TabFocus] == [0]
    cells[0].setFocus()
    qtbot.keyClick(cells[0], Key.Key_Right)
    assert cells[1].hasFocus()
    qtbot.keyClick(cells[1], Key.Key_Return)
    assert held(blank, "Bevallen").clarity == 1
    assert cells[1].focusPolicy() & Qt.FocusPolicy.TabFocus
    qtbot.keyClick(cells[1], Key.Key_End)
    assert cells[2].hasFocus()
    qtbot.keyClick(cells[2], Key.Key_Space)
    assert held(blank, "Bevallen").clarity == 2
    qtbot.keyClick(cells[2], Key.Key_Delete)
    assert held(blank, "Bevallen").clarity is None


def test_every_number_of_a_rating_says_what_it_means(blank):
    field = editor(blank, "Bevallen", groups=["quality"]).fields["burden"]
    assert field.cells[2].accessibleName() == "Weinig rompslomp: heel goed (+2)"
    assert "bijna niets" in field.cells[2].accessibleDescription()
    assert min(cell.width() for cell in field.cells.values()) >= 24
    assert min(cell.height() for cell in field.cells.values()) >= 24


def test_a_chosen_role_says_what_it_values_and_what_the_task_is(blank):
    roles = editor(blank, "Bevallen", groups=["roles"]).fields["roles"]
    roles.chips["subject"].click()
    roles.chips["customer"].click()
    assert held(blank, "Bevallen").roles == ("customer", "subject")
    assert [role for role, label in roles.told.items() if label.isVisible()] == ["customer", "subject"]
    assert "bezwaar" in roles.told["subject"].text()
    assert "Handhaaf" in roles.told["subject"].text()
    roles.chips["customer"].click()
    assert held(blank, "Bevallen").roles == ("subject",)


def test_typing_why_it_has_value_is_one_step_to_undo(qtbot, blank):
    field = editor(blank, "Bevallen", groups=["roles"]).fields["value_reason"]
    field.setFocus()
    qtbot.keyClicks(field, "Voor ")
    field.flush()
    qtbot.keyClicks(field, "het kind")
    field.flush()
    assert held(blank, "Bevallen").value_reason == "Voor het kind"
    blank.history.undo()
    assert held(blank, "Bevallen").value_reason == ""


def test_waiting_is_a_length_with_its_unit_and_what_cannot_be_read_is_told(qtbot, blank):
    made = editor(blank, "Bevallen", groups=["roles"])
    field = made.fields["waiting"]
    field.unit.display("workday")
    field.amount.setFocus()
    qtbot.keyClicks(field.amount, "6-8")
    qtbot.keyClick(field.amount, Key.Key_Return)
    assert held(blank, "Bevallen").waiting == Duration(6, 8, "workday")
    field.amount.selectAll()
    qtbot.keyClicks(field.amount, "lang")
    qtbot.keyClick(field.amount, Key.Key_Return)
    assert "2 of 2-3" in made.slots["waiting"].reason
    assert held(blank, "Bevallen").waiting == Duration(6, 8, "workday")


def test_data_asked_is_typed_completed_and_taken_away(qtbot, blank):
    data = editor(blank, "Positieve test", groups=["quality"]).fields["data_asked"]
    data.line.setFocus()
    qtbot.keyClicks(data.line.lineEdit(), "Inkomen & vermogen")
    qtbot.keyClick(data.line.lineEdit(), Key.Key_Return)
    assert held(blank, "Positieve test").data_asked == ("Inkomen & vermogen",)
    data = editor(blank, "Bevallen", groups=["quality"]).fields["data_asked"]
    data.line.setFocus()
    qtbot.keyClicks(data.line.lineEdit(), "ink")
    qtbot.keyClick(data.line.lineEdit(), Key.Key_Return)
    assert held(blank, "Bevallen").data_asked == ("Inkomen & vermogen",)
    (chip,) = data.chips
    assert chip.text() == "Inkomen && vermogen · 2×"
    assert chip.accessibleName() == "Inkomen & vermogen weghalen"
    chip.click()
    assert held(blank, "Bevallen").data_asked == ()
    assert not data.chips


def test_what_was_typed_and_not_entered_is_asked_for_all_the_same(qtbot, blank):
    data = editor(blank, "Bevallen", groups=["quality"]).fields["data_asked"]
    data.line.setFocus()
    qtbot.keyClicks(data.line.lineEdit(), "inkomen")
    blank.inspector.flush()
    assert held(blank, "Bevallen").data_asked == ("inkomen",)


def test_several_steps_are_judged_in_one_edit_and_differences_are_told(blank):
    editor(blank, "Bevallen", groups=["roles", "quality"]).fields["speed"].cells[1].click()
    made = editor(blank, "Bevallen", "Positieve test", groups=["roles", "quality"])
    assert "(verschillend)" in made.fields["speed"].caption.text()
    made.fields["clarity"].cells[-2].click()
    assert [held(blank, title).clarity for title in ("Bevallen", "Positieve test")] == [-2, -2]
    made.fields["roles"].chips["user"].click()
    made.fields["data_asked"].asked.emit("BSN")
    assert {held(blank, title).roles for title in ("Bevallen", "Positieve test")} == {("user",)}
    assert {held(blank, title).data_asked for title in ("Bevallen", "Positieve test")} == {("BSN",)}
    for _ in range(3):
        blank.history.undo()
    assert held(blank, "Positieve test") == Judgement()
    assert held(blank, "Bevallen") == Judgement(speed=1)


def test_a_role_that_only_some_have_says_so_and_a_click_gives_it_to_all(blank):
    editor(blank, "Bevallen", groups=["roles"]).fields["roles"].chips["voter"].click()
    chip = editor(blank, "Bevallen", "Positieve test", groups=["roles"]).fields["roles"].chips["voter"]
    assert not chip.isChecked()
    assert chip.accessibleName() == "Kiezer (in sommige)"
    chip.click()
    assert held(blank, "Positieve test").roles == ("voter",)


def test_a_lens_opens_its_own_group_and_without_it_all_is_as_it_was_left(blank):
    made = editor(blank, "Bevallen", groups=["delivery"])

    def opened():
        blank.inspector.refresh()
        return [code for code, group in made.groups.items() if group.opened]

    blank.context.lens = "value"
    assert opened() == ["value"]
    blank.context.lens = "roles"
    assert opened() == ["roles", "quality"]
    blank.context.lens = "time"
    assert opened() == ["delivery"]


def test_a_lens_unfolds_the_judgement_of_a_step_that_was_never_opened(blank):
    blank.context.lens = "value"
    made = blank.form("step", blank.step("Bevallen").id).judgement
    assert made._part.opened
    assert [code for code, group in made.groups.items() if group.opened] == ["value"]
    blank.context.lens = None
    blank.inspector.refresh()
    assert not made._part.opened


def test_what_people_notice_is_asked_on_stage_and_what_directs_it_behind(blank):
    made = editor(blank, "Bevallen", groups=["value"])
    assert made.fields["people"].isVisible()
    assert not made.slots["direction"].isVisible()
    back = next(step for step in blank.document.steps.values() if step.stage == "back" and step.title)
    blank.inspector.inspect([("step", back.id)])
    assert not made.fields["people"].isVisible()
    assert made.slots["direction"].isVisible()


def test_the_titles_count_what_was_judged(blank):
    made = editor(blank, "Bevallen", groups=["quality"])
    for code in ("speed", "cost"):
        made.fields[code].cells[1].click()
    made.fields["cost"].cells[1].click()
    assert made.groups["quality"].title.text() == "Kwaliteit en rompslomp (1)"
    assert isinstance(made._part, Section)
    assert made._part.title.text() == "Oordeel (1)"


def test_an_opportunity_is_marked_as_small_in_its_row_and_the_row_says_so(blank):
    step = blank.step("Bevallen")
    (note,) = blank_note(blank, step.id)
    form = blank.form("step", step.id)
    row = form.notes._rows[note]
    menu = QMenu()
    row._fill(menu)
    wanted = next(action for action in menu.actions() if action.text() == "Klein gebaar")
    assert wanted.isCheckable()
    assert not wanted.isChecked()
    wanted.trigger()
    assert blank.document.notes[note].small_gesture
    assert row._status.text() == "Klein gebaar"
    menu.deleteLater()


def test_a_need_cannot_be_a_small_gesture(blank):
    step = blank.step("Bevallen")
    (note,) = blank_note(blank, step.id, "need")
    row = blank.form("step", step.id).notes._rows[note]
    menu = QMenu()
    row._fill(menu)
    assert "Klein gebaar" not in [action.text() for action in menu.actions()]
    menu.deleteLater()


def blank_note(bench, step, kind="opportunity"):
    edit = notes.add(bench.document, kind, "Een kaartje", notes.Anchor(step=step))
    bench.history.perform(edit)
    return edit.subjects


def test_nothing_is_wider_than_the_narrowest_panel(qtbot, blank):
    made = editor(blank, "Bevallen", groups=["roles", "quality", "value", "delivery"])
    form = blank.inspector.currentWidget()
    blank.pane.resize(252 + blank.pane.width() - form.width(), 900)
    made.fields["data_asked"].asked.emit("geboortedatum van het kind en van allebei de ouders en grootouders")
    qtbot.waitUntil(lambda: made.fields["data_asked"].chips and form.width() <= 252)
    QApplication.processEvents()
    assert form.widget().minimumSizeHint().width() <= form.viewport().width()
    assert made.minimumSizeHint().width() <= 200
