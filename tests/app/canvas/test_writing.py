"""Writing on the map: in place, plain, and one edit per text."""

from __future__ import annotations

from PySide6.QtCore import Qt

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
