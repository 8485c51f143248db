"""Rows: made, deleted, moved, sorted and filtered; what an edit changes is all that changes."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeys.edits import entities, phases, steps
from journeys.edits.rows import reading_order
from journeys.text import folded
from tests.journeys.studies import study

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def links(document):
    return {(link.source, link.target) for link in document.links.values()}


def titles(desk):
    return [desk.document.steps[entry].title for entry in desk.ids()]


def test_enter_in_the_last_row_makes_connected_steps_one_after_another(desk):
    last, before = desk.ids()[-1], set(desk.document.steps)
    desk.go(last, "title")
    desk.key(Key.Key_Return)
    desk.type("First new")
    desk.key(Key.Key_Return)
    desk.type("Second new")
    desk.key(Key.Key_Return)
    desk.key(Key.Key_Return)  # an empty row is no step
    made = [id_ for id_ in desk.document.steps if id_ not in before]
    assert [desk.document.steps[id_].title for id_ in made] == ["First new", "Second new"]
    assert {(last, made[0]), (made[0], made[1])} <= links(desk.document)
    assert desk.ids()[-2:] == made
    assert len(desk.edits) == 2


def test_ctrl_enter_makes_a_step_in_between_and_escape_makes_none(desk):
    first, second = desk.ids()[:2]
    desk.go(first, "emotion")
    desk.key(Key.Key_Return, CTRL)
    desk.key(Key.Key_Escape)
    assert len(desk.document.steps) == 8
    desk.go(first, "emotion")
    desk.key(Key.Key_Return, CTRL)
    desk.type("Between")
    desk.key(Key.Key_Return)
    assert titles(desk)[1] == "Between"
    assert desk.here == (second, "title")


def test_a_heading_takes_a_step_into_an_empty_phase(desk_of):
    desk = desk_of(study(1))
    head = desk.model.entries[-1]
    assert " " in head
    desk.sheet.setCurrentIndex(desk.model.at(head, 0))
    desk.key(Key.Key_Return, CTRL)
    desk.type("Born")
    desk.key(Key.Key_Return)
    (made,) = [step for step in desk.document.steps.values() if step.title == "Born"]
    assert made.phase == head.split()[1]
    assert (desk.steps[0], made.id) in links(desk.document)


def test_ctrl_delete_deletes_rows_and_the_flow_heals(desk):
    first, second, third = desk.ids()[:3]
    desk.go(second, "title")
    desk.key(Key.Key_Delete, CTRL)
    assert second not in desk.document.steps
    assert (first, third) in links(desk.document)
    assert desk.here[0] == third or " " in desk.here[0]
    assert len(desk.edits) == 1


def test_delete_empties_cells_as_one_edit_and_leaves_the_rows(desk):
    chosen = desk.ids()[:3]
    desk.choose(chosen, "title")
    desk.key(Key.Key_Delete)
    assert [desk.document.steps[id_].title for id_ in chosen] == ["", "", ""]
    assert len(desk.edits) == 1


def test_alt_down_moves_a_row_within_its_phase_and_over_the_border(desk_of):
    desk = desk_of(study(12))
    first, second, third = desk.ids()[:3]
    phase = desk.document.steps[first].phase
    desk.go(first, "title")
    desk.key(Key.Key_Down, ALT)
    assert desk.ids()[:3] == [second, first, third]
    assert desk.here == (first, "title")
    desk.key(Key.Key_Down, ALT)
    assert desk.document.steps[first].phase != phase
    assert desk.ids()[:3] == [second, first, third]
    desk.key(Key.Key_Up, ALT)
    desk.key(Key.Key_Up, ALT)
    assert desk.ids()[:3] == [first, second, third]
    assert desk.document.steps[first].phase == phase


def test_several_rows_move_together(desk_of):
    desk = desk_of(study(18))
    one, two, three, four = desk.ids()[:4]
    desk.choose([one, two], "title")
    desk.key(Key.Key_Down, ALT)
    assert desk.ids()[:4] == [three, one, two, four]
    assert len(desk.edits) == 1


def test_the_number_in_the_story_can_be_typed(desk_of):
    desk = desk_of(study(18))
    one, two, three = desk.ids()[:3]
    desk.view.page.show_column(desk.field("number"), True)
    desk.go(three, "number")
    desk.type("1")
    desk.key(Key.Key_Return)
    assert desk.ids()[:3] == [three, one, two]


def test_rows_follow_the_reading_order_after_any_of_these_edits(desk_of):
    desk = desk_of(study(18))
    document, perform = desk.document, desk.history.perform
    ids = desk.ids()
    journey = desk.context.journey
    phase = list(document.phases)[3]
    for edit in (
        lambda: steps.nudge(document, ids[4], "right"),
        lambda: steps.move(document, ids[2:5], (journey, phase, "front", 0, 0)),
        lambda: steps.add_parallel(document, ids[7], "beside"),
        lambda: steps.set_stage(document, ids[8:10], "back"),
        lambda: steps.delete(document, [ids[0], ids[11]]),
        lambda: phases.delete(document, phase),
        lambda: phases.add(document, "Later"),
        lambda: steps.duplicate(document, ids[5:7]),
    ):
        assert perform(edit())
        expected = list(desk.model.entries)
        desk.view.page.model.show_all()
        assert desk.model.entries == expected
        assert desk.ids() == [step.id for step in reading_order(document, journey)]


def test_an_edit_keeps_cursor_scroll_and_what_is_being_typed(desk_of):
    desk = desk_of(study(120))
    here = desk.ids()[60]
    desk.go(here, "title")
    desk.type("Half a wo")
    top = desk.sheet.verticalScrollBar().value()
    document = desk.document
    desk.history.perform(entities.change(document, "step", desk.ids()[61], place="elsewhere"))
    desk.history.perform(steps.add_after(document, desk.ids()[61], "new below"))
    desk.history.perform(entities.change(document, "party", next(iter(document.parties)), name="Town"))
    assert desk.sheet.editing.text() == "Half a wo"
    assert desk.here == (here, "title")
    assert desk.sheet.verticalScrollBar().value() == top
    desk.key(Key.Key_Return)
    assert document.steps[here].title == "Half a wo"


def test_an_edit_of_one_step_tells_only_its_row(desk):
    told = []
    desk.model.dataChanged.connect(lambda first, last, *_: told.append((first.row(), last.row())))
    desk.model.modelReset.connect(lambda: told.append("reset"))
    desk.model.layoutChanged.connect(lambda *_: told.append("layout"))
    second = desk.ids()[1]
    desk.history.perform(steps.set_emotion(desk.document, [second], 2))
    row = desk.model.place(second)
    assert told == [(row, row)]


def test_a_click_on_a_heading_sorts_and_sorts_back_and_back_to_the_story(desk):
    told = desk.ids()
    number = desk.field("emotion")
    desk.view.page.sort_by(number)
    feelings = [desk.document.steps[entry].emotion for entry in desk.model.entries]
    assert feelings == sorted(feelings)
    desk.view.page.sort_by(number)
    assert [desk.document.steps[entry].emotion for entry in desk.model.entries] == sorted(feelings, reverse=True)
    assert desk.view.told.isVisible()
    desk.view.told.click()
    assert desk.ids() == told
    assert not desk.view.told.isVisible()


def test_empty_cells_are_sorted_last_whichever_way(desk):
    step = desk.steps[3]
    desk.history.perform(entities.change(desk.document, "step", step, place="Aan huis"))
    for _ in range(2):
        desk.view.page.sort_by(desk.field("place"))
        assert desk.model.entries[0] == step


def test_sorted_rows_do_not_jump_while_one_types(desk):
    desk.view.page.sort_by(desk.field("title"))
    before = list(desk.model.entries)
    desk.go(before[0], "title")
    desk.type("Zzz")
    desk.key(Key.Key_Return)
    assert desk.model.entries == before
    assert desk.here == (before[1], "title")


def test_the_filter_ignores_case_and_accents_and_tells_the_count(desk):
    step = desk.steps[2]
    desk.history.perform(entities.change(desk.document, "step", step, place="Één gesprek"))
    desk.view.filter.setText("EEN gespr")
    desk.qtbot.keyClick(desk.view.filter, Key.Key_Return)
    assert desk.ids() == [step]
    assert folded("1 of 8 steps") in folded(desk.view.count.text())
    desk.key(Key.Key_F, CTRL | SHIFT)
    assert desk.view.filter.hasFocus()
    desk.qtbot.keyClick(desk.view.filter, Key.Key_Escape)
    assert len(desk.ids()) == 8
    assert desk.sheet.hasFocus()


def test_the_whole_study_shows_the_steps_of_every_journey(desk_of):
    desk = desk_of(study(4, 3))
    assert len(desk.ids()) == 4
    desk.view.scope.committed.emit(True, "")
    assert len(desk.ids()) == 12
    assert "Persona 1" in desk.model.title(desk.model.entries[0])
    assert not desk.sheet.isColumnHidden(desk.field("persona"))
    desk.view.scope.committed.emit(False, "")
    assert desk.sheet.isColumnHidden(desk.field("persona"))


def test_chosen_columns_are_remembered(desk, desk_of):
    desk.view.page.show_column(desk.field("quote"), True)
    desk.view.page.show_column(desk.field("body"), False)
    desk.sheet.setColumnWidth(desk.field("title"), 321)
    desk.view.page.keep_columns()
    again = desk_of(study(3))
    assert not again.sheet.isColumnHidden(again.field("quote"))
    assert again.sheet.isColumnHidden(again.field("body"))
    assert again.sheet.columnWidth(again.field("title")) == 321


def test_selecting_tells_once_and_being_selected_tells_nothing(desk):
    told = []
    desk.view.selection_changed.connect(lambda: told.append(desk.view.selected()))
    first, second = desk.ids()[:2]
    desk.go(second, "title")
    assert told[-1] == (second,)
    told.clear()
    desk.view.select([first])
    assert desk.view.selected() == (first,)
    assert desk.here == (first, "title")
    assert told == []


def test_undo_takes_a_row_away_under_the_cursor(desk):
    last = desk.ids()[-1]
    desk.go(last, "title")
    desk.key(Key.Key_Return)
    desk.type("Brief")
    desk.key(Key.Key_Tab)
    desk.history.undo()
    assert desk.ids()[-1] == last


def drag_row(desk, entry, target, part=0.8):
    """Press the number of a selected row, move in steps, release."""
    from PySide6.QtCore import QPoint

    header = desk.sheet.verticalHeader()
    start = QPoint(8, header.sectionViewportPosition(desk.model.place(entry)) + 8)
    row = desk.model.place(target)
    end = QPoint(8, round(header.sectionViewportPosition(row) + header.sectionSize(row) * part))
    desk.qtbot.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        desk.qtbot.mouseMove(header.viewport(), start + (end - start) * share)
    return header, end


def test_a_selected_row_is_dragged_behind_another(desk_of):
    desk = desk_of(study(18))
    one, two, three = desk.ids()[:3]
    desk.sheet.selectRow(desk.model.place(one))
    header, end = drag_row(desk, one, three)
    desk.qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.ids()[:3] == [two, three, one]
    assert len(desk.edits) == 1


def test_a_row_dropped_on_a_heading_comes_first_in_that_phase(desk_of):
    desk = desk_of(study(18))
    one = desk.ids()[0]
    heads = [entry for entry in desk.model.entries if " " in entry]
    desk.sheet.selectRow(desk.model.place(one))
    header, end = drag_row(desk, one, heads[2])
    desk.qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.document.steps[one].phase == heads[2].split()[1]
    assert desk.model.entries[desk.model.place(heads[2]) + 1] == one


def test_escape_leaves_a_dragged_row_where_it_was(desk_of):
    desk = desk_of(study(18))
    before = desk.ids()
    desk.sheet.selectRow(desk.model.place(before[0]))
    header, end = drag_row(desk, before[0], before[2])
    desk.key(Key.Key_Escape)
    desk.qtbot.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert desk.ids() == before
    assert desk.edits == []


def test_who_comes_in_by_keyboard_stands_on_the_first_step_not_on_a_heading(desk_of):
    desk = desk_of(study(4))
    assert desk.here == (desk.ids()[0], "title")
