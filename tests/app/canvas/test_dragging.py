"""Dragging cards and notes: what is shown on the way, and what letting go does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from app.canvas import scale
from app.canvas.gestures import Drag
from journeys.edits import notes
from tests.journeys.studies import study

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def lift(stage, id_, end, *held):
    """Press and move there, without letting go."""
    stage.press(stage.at(id_), *held)
    stage.move(stage.at(id_) + QPoint(30, 4))
    stage.move(end)


def titles(stage, phase):
    """The titles in a phase as they are read."""
    found = [s for s in stage.document.steps.values() if s.phase == phase and s.stage == "front"]
    return [s.title for s in sorted(found, key=lambda s: (s.column, s.track))]


@pytest.fixture
def row(stage_of):
    """Four steps in each of six phases, seen from the beginning."""
    stage = stage_of(study(24))
    stage.map.horizontalScrollBar().setValue(stage.map.horizontalScrollBar().minimum())
    return stage


def test_a_card_let_go_on_the_left_half_of_another_comes_before_it(row):
    moved, onto = row.steps[0], row.steps[2]
    row.drag(row.at(moved), row.at(onto, across=0.2))
    assert titles(row, row.document.steps[onto].phase) == ["Stap 2", "Stap 1", "Stap 3", "Stap 4"]
    assert [row.document.steps[step].column for step in row.steps[:4]] == [1, 0, 2, 3]


def test_a_card_let_go_on_the_right_half_of_another_comes_after_it(row):
    moved, onto = row.steps[0], row.steps[2]
    row.drag(row.at(moved), row.at(onto, across=0.8))
    assert titles(row, row.document.steps[onto].phase) == ["Stap 2", "Stap 3", "Stap 1", "Stap 4"]
    assert len(row.edits) == 1


def test_neighbours_make_room_as_soon_as_the_pointer_rests(row, qtbot):
    moved, onto = row.steps[0], row.steps[2]
    before = row.map.hits.main(onto).rect
    lift(row, moved, row.at(onto, across=0.2))
    assert row.map.hits.main(onto).rect == before
    qtbot.waitUntil(lambda: row.map.rehearsing)
    assert row.map.hits.main(moved).rect.x < row.map.hits.main(onto).rect.x
    assert row.map.hits.main(moved).rect.x > row.map.hits.main(row.steps[1]).rect.x
    assert row.edits == []
    row.key(K.Key_Escape)
    assert not row.map.rehearsing
    assert row.map.hits.main(onto).rect == before


def test_what_was_shown_is_what_is_done(row, qtbot):
    moved, onto = row.steps[1], row.steps[6]
    end = row.at(onto, across=0.8)
    lift(row, moved, end)
    qtbot.waitUntil(lambda: row.map.rehearsing)
    shown = row.map.drawing
    row.release(end)
    assert not row.map.rehearsing
    assert [t.rect for t in row.map.drawing.targets] == [t.rect for t in shown.targets]


def test_a_card_that_comes_home_changes_nothing(row, qtbot):
    moved = row.steps[1]
    home = row.at(moved)
    lift(row, moved, row.at(row.steps[6]))
    qtbot.waitUntil(lambda: row.map.rehearsing)
    row.key(K.Key_Escape)
    row.release(home)
    assert row.edits == []
    assert not row.map.rehearsing


def test_ctrl_and_drag_puts_a_copy_there(row):
    original, onto = row.steps[0], row.steps[5]
    before = row.document.steps[original]
    row.drag(row.at(original), row.at(onto, across=0.2), CONTROL)
    assert row.document.steps[original] == before
    copies = [s for s in row.document.steps.values() if s.title == "Stap 1" and s.id != original]
    assert [s.phase for s in copies] == [row.document.steps[onto].phase]
    assert row.map.selected() == (copies[0].id,)
    assert len(row.edits) == 1
    row.history.undo()
    assert len(row.document.steps) == 24


def test_ctrl_may_be_pressed_and_let_go_on_the_way(row, qtbot):
    lift(row, row.steps[0], row.at(row.steps[5]))
    qtbot.keyPress(row.map, K.Key_Control)
    assert row.map.gesture.copies
    assert row.map.viewport().cursor().shape() == Qt.CursorShape.DragCopyCursor
    qtbot.keyRelease(row.map, K.Key_Control)
    assert not row.map.gesture.copies
    row.release(row.at(row.steps[5]))
    assert len(row.document.steps) == 24


def test_ctrl_and_drag_of_one_that_is_selected_copies_all_that_are(row):
    row.click(row.at(row.steps[0]))
    row.click(row.at(row.steps[1]), SHIFT)
    row.drag(row.at(row.steps[1]), row.at(row.steps[8]), CONTROL)
    assert len(row.document.steps) == 26


def test_a_card_goes_behind_the_scenes_and_back(row):
    moved = row.steps[2]
    place = row.document.steps[moved]
    row.drag(row.at(moved), row.empty())
    assert row.document.steps[moved].stage == "back"
    row.drag(row.at(moved), row.at(row.steps[3], across=0.2))
    assert row.document.steps[moved].stage == "front"
    assert row.document.steps[moved].phase == place.phase
    assert len(row.edits) == 2


def test_the_map_scrolls_on_while_the_pointer_rests_at_the_edge(row, qtbot):
    row.map.zoom_to(2.0)
    row.map.reveal(row.steps[1])
    bar = row.map.horizontalScrollBar()
    before = bar.value()
    lift(row, row.steps[1], QPoint(row.map.viewport().width() - 4, 300))
    qtbot.waitUntil(lambda: bar.value() > before + 60)
    assert isinstance(row.map.gesture, Drag)
    row.key(K.Key_Escape)
    stopped = bar.value()
    qtbot.wait(40)
    assert bar.value() == stopped


def test_shift_and_click_selects_the_steps_between(row):
    row.click(row.at(row.steps[1]))
    row.click(row.at(row.steps[4]), SHIFT)
    assert set(row.map.selected()) == set(row.steps[1:5])
    row.click(row.at(row.steps[2]), SHIFT)
    assert set(row.map.selected()) == set(row.steps[1:3])


# Notes


def note_of(stage, number=0):
    return list(stage.document.notes.values())[number]


def test_a_note_is_dragged_to_another_step(stage):
    note, step = note_of(stage), stage.steps[0]
    stage.drag(stage.at(note.id), stage.at(step))
    assert stage.document.notes[note.id].step == step
    assert stage.document.notes[note.id].kind == note.kind
    assert stage.map.selected() == (note.id,)
    assert len(stage.edits) == 1
    stage.history.undo()
    assert stage.document.notes[note.id] == note


def test_a_note_is_dragged_to_a_phase(stage):
    note, phase = note_of(stage), list(stage.document.phases)[3]
    stage.drag(stage.at(note.id), stage.at(phase, across=0.3))
    held = stage.document.notes[note.id]
    assert (held.step, held.phase, held.journey) == (None, phase, stage.map.journey)


def lane_under(stage, kind, step):
    """A point in the lane of this kind, in the column of a step."""
    lane = next(lane for lane in stage.document.lanes.values() if lane.kind == kind)
    phase = stage.document.steps[step].phase
    cell = next(t for t in stage.map.hits.of(lane.id) if t.part == "cell" and t.place[1] == phase)
    card = scale.rect(stage.map.hits.main(step).rect)
    area = scale.rect(cell.rect)
    return stage.map.mapFromScene(card.center().x(), area.bottom() - 6)


def test_a_note_let_go_in_a_column_hangs_on_its_step(stage):
    note, step = note_of(stage), stage.steps[5]
    stage.drag(stage.at(note.id), lane_under(stage, "needs", step))
    assert stage.document.notes[note.id].step == step


def test_a_need_let_go_among_the_opportunities_becomes_one(stage):
    note, step = note_of(stage), stage.steps[5]
    stage.drag(stage.at(note.id), lane_under(stage, "opportunities", step))
    held = stage.document.notes[note.id]
    assert (held.step, held.kind) == (step, "opportunity")
    assert len(stage.edits) == 1


def test_several_notes_go_together(stage):
    one, other = note_of(stage, 0), note_of(stage, 1)
    stage.click(stage.at(one.id))
    stage.click(stage.at(other.id), CONTROL)
    stage.drag(stage.at(one.id), stage.at(stage.steps[0]))
    assert {stage.document.notes[note.id].step for note in (one, other)} == {stage.steps[0]}
    assert len(stage.edits) == 1


def test_alt_and_an_arrow_hang_a_note_on_the_next_step(stage):
    note = note_of(stage)
    at = stage.steps.index(note.step)
    stage.map.reveal(note.id)
    stage.key(K.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert stage.document.notes[note.id].step == stage.steps[at + 1]
    stage.key(K.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert stage.document.notes[note.id].step == note.step


def test_a_note_that_becomes_another_kind_lets_go_of_its_answer(stage):
    need = next(note for note in stage.document.notes.values() if note.kind == "need")
    stage.history.perform(notes.answer(stage.document, need.id, next(iter(stage.document.parties))))
    stage.drag(stage.at(need.id), lane_under(stage, "opportunities", stage.steps[2]))
    assert stage.document.notes[need.id].answered_by is None


def stacked(stage):
    """Three needs under one step."""
    step = stage.steps[2]
    for text in ("one", "two", "three"):
        stage.history.perform(notes.add(stage.document, "need", text, notes.Anchor(step=step)))
    stage.edits.clear()
    return [note.id for note in stage.document.notes.values() if note.step == step and note.kind == "need"]


def in_order(stage, ids):
    return sorted(ids, key=lambda id_: stage.document.notes[id_].order)


def test_a_note_let_go_on_another_comes_above_or_below_it(stage):
    one, two, three = ids = stacked(stage)
    stage.drag(stage.at(three), stage.at(one, down=0.2))
    assert in_order(stage, ids) == [three, one, two]
    stage.drag(stage.at(three), stage.at(two, down=0.8))
    assert in_order(stage, ids) == [one, two, three]
    assert len(stage.edits) == 2


def test_alt_and_up_or_down_put_a_note_above_or_below_its_neighbour(stage):
    one, two, three = ids = stacked(stage)
    stage.map.reveal(one)
    stage.key(K.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert in_order(stage, ids) == [two, one, three]
    stage.key(K.Key_Down, Qt.KeyboardModifier.AltModifier)
    stage.key(K.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert in_order(stage, ids) == [two, three, one]
    for expected in ([two, one, three], [one, two, three], [one, two, three]):
        stage.key(K.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert in_order(stage, ids) == expected


def test_keys_wait_until_what_is_dragged_is_let_go(stage):
    lift(stage, stage.steps[1], stage.at(stage.steps[3]))
    stage.key(K.Key_Delete)
    assert stage.map.busy
    assert stage.edits == []
    stage.key(K.Key_Escape)
    assert not stage.map.busy
