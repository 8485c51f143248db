"""The overview of a journey: steps beside each other under their phases, their fields below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journeys.edits import lanes, steps
from tests.journeys.studies import study

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def wide(desk_of):
    desk = desk_of(study(8))
    desk.view.show_list("overview")
    desk.sheet.setFocus()
    return desk


def test_every_front_step_is_a_column_behind_the_column_of_its_phase(wide):
    entries = wide.model.entries
    assert len(wide.ids()) == 8
    for place, entry in enumerate(entries):
        if " " not in entry:
            head = next(each for each in reversed(entries[:place]) if " " in each)
            assert head.endswith(wide.document.steps[entry].phase)
    assert {entry.split()[1] for entry in entries if " " in entry} == set(wide.document.phases)


def test_enter_goes_down_the_fields_of_a_step_and_tab_to_the_next_step(wide):
    first, second = wide.ids()[:2]
    wide.go(first, "title")
    wide.type("Told")
    wide.key(Key.Key_Return)
    assert wide.document.steps[first].title == "Told"
    assert wide.here == (first, "body")
    wide.key(Key.Key_Tab)
    assert wide.here[0] in (second, wide.model.entries[wide.model.place(first) + 1])


def test_a_note_of_the_whole_phase_is_written_in_its_column(wide):
    head = wide.model.entries[0]
    wide.go(head, "need")
    wide.type("Overview of it all")
    wide.key(Key.Key_Return)
    (made,) = [note for note in wide.document.notes.values() if note.text == "Overview of it all"]
    assert f"{made.journey} {made.phase}" == head
    assert made.step is None


def test_a_phase_is_renamed_in_its_own_column(wide):
    head = wide.model.entries[0]
    wide.go(head, "phase")
    wide.type("Expecting")
    wide.key(Key.Key_Return)
    assert wide.document.phases[head.split()[1]].name == "Expecting"


def test_what_stands_behind_the_scenes_is_written_under_its_step(wide):
    first = wide.ids()[0]
    wide.go(first, "behind")
    wide.type("Check the file")
    wide.key(Key.Key_Return)
    (made,) = [step for step in wide.document.steps.values() if step.title == "Check the file"]
    assert (made.stage, made.column, made.phase) == ("back", 0, wide.document.steps[first].phase)
    assert made.id not in wide.model.entries


def test_a_lane_of_the_team_is_a_row_that_can_be_written(wide):
    wide.history.perform(lanes.add(wide.document, "Documents"))
    lane = next(lane for lane in wide.document.lanes.values() if lane.title == "Documents")
    first = wide.ids()[0]
    wide.go(first, f"lane.{lane.id}")
    wide.type("Passport")
    wide.key(Key.Key_Return)
    (cell,) = wide.document.cells.values()
    assert (cell.text, cell.step) == ("Passport", first)


def test_alt_right_moves_a_step_past_the_next_one(desk_of):
    desk = desk_of(study(18))
    desk.view.show_list("overview")
    desk.sheet.setFocus()
    one, two = desk.ids()[:2]
    desk.go(one, "title")
    desk.key(Key.Key_Right, ALT)
    assert desk.ids()[:2] == [two, one]
    assert desk.here == (one, "title")


def test_ctrl_enter_makes_the_next_step_beside_it(wide):
    first = wide.ids()[0]
    wide.go(first, "emotion")
    wide.key(Key.Key_Return, CTRL)
    wide.type("Then this")
    wide.key(Key.Key_Return)
    (made,) = [step for step in wide.document.steps.values() if step.title == "Then this"]
    assert wide.ids()[1] == made.id


def test_the_overview_follows_what_happens_elsewhere(wide):
    document, ids = wide.document, wide.ids()
    wide.history.perform(steps.delete(document, ids[1:3]))
    wide.history.perform(steps.set_stage(document, [ids[4]], "back"))
    shown = list(wide.model.entries)
    wide.model.show_all()
    assert wide.model.entries == shown
    assert ids[4] not in shown
