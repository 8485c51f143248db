"""Writing on the map: in place, plain, and one edit per text."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.canvas import scale
from app.canvas.onward import Onward

K = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_escape_leaves_the_title_as_it_was(stage):
    stage.map.begin_edit(stage.steps[0])
    stage.type("something")
    stage.key(K.Key_Escape)
    assert stage.edits == []
    assert not stage.map.editing()
    assert stage.map.hasFocus()


def test_the_field_starts_with_the_title_selected(stage):
    stage.map.begin_edit(stage.steps[0])
    assert stage.writing.toPlainText() == "Stap 1"
    assert stage.writing.textCursor().selectedText() == "Stap 1"


def test_an_unchanged_title_is_no_edit(stage):
    stage.map.begin_edit(stage.steps[0])
    stage.key(K.Key_Return)
    assert stage.edits == []


def test_lines_below_the_first_become_the_body(stage):
    stage.map.begin_edit(stage.steps[1])
    stage.type("Title")
    stage.key(K.Key_Return, SHIFT)
    stage.type("and more")
    stage.key(K.Key_Return)
    step = stage.document.steps[stage.steps[1]]
    assert (step.title, step.body) == ("Title", "and more")
    assert len(stage.edits) == 1


def test_a_new_step_without_words_is_not_made(stage):
    stage.map.reveal(stage.steps[0])
    stage.map.add_step_here()
    stage.key(K.Key_Return)
    assert stage.edits == []


def test_what_was_typed_is_kept_when_the_focus_goes(stage):
    stage.map.begin_edit(stage.steps[0])
    stage.type("Kept")
    stage.map.setFocus()
    assert stage.document.steps[stage.steps[0]].title == "Kept"


def test_what_was_typed_is_kept_when_another_journey_is_shown(stage):
    stage.map.begin_edit(stage.steps[0])
    stage.type("Kept")
    stage.map.show_journey(None)
    assert stage.document.steps[stage.steps[0]].title == "Kept"


def test_markup_is_shown_not_followed(stage):
    stage.map.begin_edit(stage.steps[0])
    stage.type("<b>bold</b> & co")
    stage.key(K.Key_Return)
    assert stage.document.steps[stage.steps[0]].title == "<b>bold</b> & co"


def test_the_field_goes_with_the_card_when_the_map_is_zoomed(stage):
    stage.map.begin_edit(stage.steps[0])
    before = stage.writing.geometry()
    stage.map.zoom_to(2.0)
    assert stage.writing.geometry() != before
    stage.key(K.Key_Escape)


def test_an_edit_from_elsewhere_keeps_what_is_being_typed(stage):
    from journeys.edits import steps

    stage.map.begin_edit(stage.steps[0])
    stage.type("Mine")
    stage.history.perform(steps.rename(stage.document, stage.steps[3], "Theirs"))
    assert stage.map.editing()
    stage.key(K.Key_Return)
    assert stage.document.steps[stage.steps[0]].title == "Mine"


def test_a_need_is_written_in_its_lane(stage):
    lane = next(lane for lane in stage.document.lanes.values() if lane.kind == "needs")
    cells = [t for t in stage.map.hits.all() if t.part == "cell" and t.id == lane.id]
    assert stage.map.writer.new(cells[0])
    stage.type("What do I need?")
    stage.key(K.Key_Return)
    note = list(stage.document.notes.values())[-1]
    assert (note.kind, note.text) == ("need", "What do I need?")


def test_a_new_step_is_shown_with_its_neighbours_making_room_before_it_has_a_title(stage):
    stage.map.reveal(stage.steps[1])
    after = stage.map.hits.main(stage.steps[2]).rect
    stage.key(K.Key_Return)
    assert stage.map.rehearsing
    assert stage.map.hits.main(stage.steps[2]).rect.x > after.x
    assert len(stage.document.steps) == 8
    stage.key(K.Key_Escape)
    assert not stage.map.rehearsing
    assert stage.map.hits.main(stage.steps[2]).rect == after
    assert stage.edits == []


def test_the_field_for_a_new_step_is_wholly_in_view(stage):
    stage.map.reveal(stage.steps[7])
    for word in ("one", "two", "three"):
        stage.key(K.Key_Return)
        assert stage.map.viewport().rect().contains(stage.writing.geometry())
        stage.type(word)
        stage.key(K.Key_Return)


def test_a_click_beside_the_field_keeps_the_words_and_begins_the_next_step(stage, qtbot):
    stage.map.reveal(stage.steps[7])
    stage.key(K.Key_Return)
    for word in ("one", "two"):
        stage.type(word)
        around = stage.map.viewport().children()
        (knob,) = [child for child in around if isinstance(child, Onward) and child.isVisible()]
        qtbot.mouseClick(knob, Qt.MouseButton.LeftButton)
    stage.key(K.Key_Escape)
    one, two = list(stage.document.steps.values())[-2:]
    links = {(link.source, link.target) for link in stage.document.links.values()}
    assert (one.title, two.title) == ("one", "two")
    assert {(stage.steps[7], one.id), (one.id, two.id)} <= links


def test_after_several_steps_one_comes_to_which_they_all_lead(stage):
    first, second = stage.steps[0], stage.steps[1]
    stage.map.select([first, second])
    stage.key(K.Key_Return)
    stage.type("Together")
    stage.key(K.Key_Return)
    new = next(step for step in stage.document.steps.values() if step.title == "Together")
    links = {(link.source, link.target) for link in stage.document.links.values()}
    assert {(first, new.id), (second, new.id)} <= links
    assert len(stage.edits) == 1


def test_a_step_typed_behind_all_others_is_connected_to_the_last(stage):
    last = stage.steps[7]
    cells = [t for t in stage.map.hits.all() if t.part == "cell" and t.kind == "step" and t.place[2] == "front"]
    stage.map.writer.new(max(cells, key=lambda cell: cell.rect.x))
    stage.type("At the very end")
    stage.key(K.Key_Return)
    new = next(step for step in stage.document.steps.values() if step.title == "At the very end")
    assert any((link.source, link.target) == (last, new.id) for link in stage.document.links.values())
    assert len(stage.edits) == 1


def test_a_step_typed_between_others_is_not_connected(stage):
    phase = next(iter(stage.document.phases))
    cell = next(t for t in stage.map.hits.all() if t.part == "cell" and t.kind == "step" and t.place[1] == phase)
    links = len(stage.document.links)
    stage.map.writer.new(cell)
    stage.type("In passing")
    stage.key(K.Key_Return)
    assert len(stage.document.steps) == 9
    assert len(stage.document.links) == links


def test_ctrl_enter_without_words_ends_the_chain(stage):
    stage.map.reveal(stage.steps[7])
    stage.key(K.Key_Return)
    stage.key(K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not stage.map.editing()
    assert not stage.map.rehearsing
    assert stage.edits == []


def test_shift_and_tab_go_back_one_cell(stage):
    stage.map.begin_edit(stage.steps[1])
    stage.type("Second")
    stage.key(K.Key_Backtab)
    assert stage.document.steps[stage.steps[1]].title == "Second"
    assert stage.writing.toPlainText() == "Stap 1"
    stage.key(K.Key_Escape)


def test_a_double_click_on_the_heartbeat_says_how_a_step_feels(stage, qtbot):
    lane = next(lane for lane in stage.document.lanes.values() if lane.kind == "heartbeat")
    step = stage.document.steps[stage.steps[2]]
    cell = next(t for t in stage.map.hits.of(lane.id) if t.part == "cell" and t.place[1] == step.phase)
    area, card = scale.rect(cell.rect), scale.rect(stage.map.hits.main(step.id).rect)
    x = card.left() + 8
    for y, emotion in ((area.top() + 4, 2), (area.bottom() - 4, -2)):
        qtbot.mouseDClick(stage.map.viewport(), Qt.MouseButton.LeftButton, pos=stage.map.mapFromScene(x, y))
        assert stage.document.steps[step.id].emotion == emotion
