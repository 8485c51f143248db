"""Typing in cells: letters open them, Enter and Tab go on, what cannot be stays with its reason."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from tests.journeys.studies import study

Key = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


def test_a_letter_replaces_what_stands_in_the_cell_and_enter_goes_down(desk):
    first, second = desk.steps[:2]
    desk.go(first, "title")
    desk.type("New words")
    desk.key(Key.Key_Return)
    assert desk.document.steps[first].title == "New words"
    assert desk.here == (second, "title")
    assert len(desk.edits) == 1


def test_enter_passes_over_the_headings_of_phases(desk):
    last_of_phase = next(
        entry for entry, after in zip(desk.model.entries, desk.model.entries[1:], strict=False)
        if " " not in entry and " " in after
    )  # fmt: skip
    desk.go(last_of_phase, "title")
    desk.key(Key.Key_Return)
    assert desk.here == (desk.ids()[desk.ids().index(last_of_phase) + 1], "title")


def test_tab_goes_right_over_the_shown_columns_and_on_to_the_next_row(desk):
    first, second = desk.steps[:2]
    desk.go(first, "phase")
    seen = []
    for _ in range(40):
        seen.append(desk.here)
        desk.key(Key.Key_Tab)
        if desk.here[0] != first:
            break
    shown = [c.code for n, c in enumerate(desk.model.columns) if not desk.sheet.isColumnHidden(n)]
    assert [code for _, code in seen] == shown
    assert desk.here == (second, shown[0])


def test_tab_in_the_last_cell_leaves_the_table(desk, qtbot):
    last = desk.ids()[-1]
    desk.go(last, next(c.code for n, c in reversed(list(enumerate(desk.model.columns)))
                       if not desk.sheet.isColumnHidden(n)))  # fmt: skip
    desk.key(Key.Key_Tab)
    assert not desk.sheet.hasFocus()


def test_escape_gives_up_what_was_typed(desk):
    first = desk.steps[0]
    before = desk.document.steps[first].title
    desk.go(first, "title")
    desk.type("Oops")
    desk.key(Key.Key_Escape)
    assert desk.sheet.editing is None
    assert desk.document.steps[first].title == before
    assert desk.edits == []


def test_a_feeling_is_typed_as_a_number_or_as_a_word(desk):
    first = desk.steps[0]
    desk.go(first, "emotion")
    desk.type("-1")
    desk.key(Key.Key_Return)
    assert desk.document.steps[first].emotion == -1
    desk.go(first, "emotion")
    desk.type("very pleasant")
    desk.key(Key.Key_Return)
    assert desk.document.steps[first].emotion == 2


def test_what_cannot_be_stays_in_the_editor_with_the_reason(desk):
    first = desk.steps[0]
    desk.go(first, "day")
    desk.type("next week")
    desk.key(Key.Key_Return)
    assert desk.sheet.editing is not None
    assert desk.sheet.editing.text() == "next week"
    assert "whole number" in desk.sheet._hint.text()
    assert desk.sheet._hint.isVisible()
    desk.sheet.editing.selectAll()
    desk.type("-42")
    desk.key(Key.Key_Return)
    assert desk.sheet.editing is None
    assert not desk.sheet._hint.isVisible()
    assert desk.document.steps[first].day == -42


def test_a_refused_text_survives_a_click_elsewhere(desk, qtbot):
    first, _, third = desk.steps[:3]
    desk.go(first, "day")
    desk.type("soon")
    place = desk.sheet.visualRect(desk.at(third, "title")).center()
    qtbot.mouseClick(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.sheet.editing is not None
    assert desk.sheet.editing.text() == "soon"
    desk.key(Key.Key_Escape)
    assert desk.sheet.editing is None
    assert desk.document.steps[first].day is None


def test_a_text_that_is_too_long_is_not_cut_in_silence(desk):
    first = desk.steps[0]
    before = desk.document.steps[first].title
    desk.go(first, "title")
    desk.key(Key.Key_F2)
    desk.sheet.editing.setText("x" * 250)
    desk.key(Key.Key_Return)
    assert len(desk.sheet.editing.text()) == 250
    assert "250" in desk.sheet._hint.text()
    desk.key(Key.Key_Escape)
    assert desk.document.steps[first].title == before


def test_a_click_elsewhere_commits(desk, qtbot):
    first, _, third = desk.steps[:3]
    desk.go(first, "title")
    desk.type("Halfway")
    place = desk.sheet.visualRect(desk.at(third, "title")).center()
    qtbot.mouseClick(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert desk.document.steps[first].title == "Halfway"
    assert desk.here == (third, "title")


def test_flush_commits_an_open_editor(desk):
    first = desk.steps[0]
    desk.go(first, "title")
    desk.type("Kept")
    desk.view.flush()
    assert desk.document.steps[first].title == "Kept"


def test_a_party_is_completed_from_its_first_letters(desk):
    first = desk.steps[0]
    desk.go(first, "party")
    desk.type("verlos")
    desk.key(Key.Key_Return)
    (contact,) = desk.document.steps[first].contacts
    assert desk.document.parties[contact.party].name == "Verloskundige"
    assert contact.channel is not None


def test_a_second_party_after_a_semicolon_is_completed_too(desk):
    first = desk.steps[0]
    desk.go(first, "party")
    desk.type("JGZ; verlos")
    desk.key(Key.Key_Return)
    names = [desk.document.parties[contact.party].name for contact in desk.document.steps[first].contacts]
    assert names == ["JGZ", "Verloskundige"]


def test_a_party_of_a_new_name_is_made_and_met_in_one_step(desk):
    first, parties = desk.steps[0], len(desk.document.parties)
    desk.go(first, "party")
    desk.type("Doula")
    desk.key(Key.Key_Return)
    assert len(desk.document.parties) == parties + 1
    assert len(desk.edits) == 1
    desk.history.undo()
    assert len(desk.document.parties) == parties


def test_nobody_typed_as_a_party_says_so(desk):
    first = desk.steps[0]
    desk.go(first, "party")
    desk.type("nobody")
    desk.key(Key.Key_Return)
    assert desk.document.steps[first].nobody
    assert desk.document.steps[first].contacts == ()


def test_space_ticks_a_box(desk):
    first = desk.steps[0]
    desk.go(first, "moment_of_truth")
    desk.key(Key.Key_Space)
    assert desk.document.steps[first].moment_of_truth
    desk.key(Key.Key_Space)
    assert not desk.document.steps[first].moment_of_truth


def test_a_click_on_the_box_ticks_it(desk, qtbot):
    first = desk.steps[0]
    desk.sheet.scrollTo(desk.at(first, "moment_of_truth"))
    place = desk.sheet.visualRect(desk.at(first, "moment_of_truth"))
    qtbot.mouseClick(desk.sheet.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + _box(place))
    assert desk.document.steps[first].moment_of_truth


def _box(area):
    from PySide6.QtCore import QPoint

    return QPoint(7 + 10, area.height() // 2)


def test_notes_are_lines_and_a_letter_adds_one(desk):
    step = desk.steps[1]
    held = [note for note in desk.document.notes.values() if note.step == step and note.kind == "need"]
    desk.go(step, "need")
    desk.type("Who can help?")
    desk.key(Key.Key_Return)
    lines = desk.text(step, "need").split("\n")
    assert lines == [*(note.text for note in held), "Who can help?"]
    assert [desk.document.notes[note.id] for note in held] == held


def test_a_line_less_is_a_note_less_and_a_changed_line_keeps_its_note(desk):
    step = desk.steps[0]
    desk.go(step, "pain")
    desk.type("One")
    desk.key(Key.Key_Return, SHIFT)
    desk.type("Two")
    desk.key(Key.Key_Return)
    one, two = [note for note in desk.document.notes.values() if note.step == step]
    desk.go(step, "pain")
    desk.key(Key.Key_F2)
    desk.sheet.editing.setPlainText("Two and a half")
    desk.key(Key.Key_Return)
    left = [note for note in desk.document.notes.values() if note.step == step]
    assert [note.text for note in left] == ["Two and a half"]
    assert left[0].id in (one.id, two.id)


def test_one_value_goes_into_every_selected_row_as_one_edit(desk):
    chosen = desk.steps[:3]
    desk.choose(chosen, "place")
    desk.type("At home")
    assert "3" in desk.view.message.text()
    desk.key(Key.Key_Return)
    assert {desk.document.steps[id_].place for id_ in chosen} == {"At home"}
    assert len(desk.edits) == 1


def test_a_phase_is_chosen_by_its_first_letters_and_the_row_moves_under_it(desk):
    first = desk.steps[0]
    phase = next(phase for phase in desk.document.phases.values() if phase.name == "Kraamtijd")
    desk.go(first, "phase")
    desk.type("kraam")
    desk.key(Key.Key_Return)
    assert desk.document.steps[first].phase == phase.id
    entries = desk.model.entries
    heads = [entry for entry in entries[: entries.index(first)] if " " in entry]
    assert heads[-1].endswith(phase.id)


def test_a_phase_that_is_not_there_is_refused_in_place(desk):
    first = desk.steps[0]
    desk.go(first, "phase")
    desk.type("Pensioen")
    desk.key(Key.Key_Return)
    assert desk.sheet.editing is not None
    assert "Pensioen" in desk.sheet._hint.text()
    desk.key(Key.Key_Escape)


@pytest.mark.parametrize(("typed", "least", "most", "unit"), [
    ("2 weeks", 2, 2, "week"), ("3-5 dagen", 3, 5, "day"), ("1 uur", 1, 1, "hour"), ("4", 4, 4, "day"),
    ("2 werkdagen", 2, 2, "workday"), ("6 mnd", 6, 6, "month"),
])  # fmt: skip
def test_a_duration_is_read_in_both_languages(desk, typed, least, most, unit):
    first = desk.steps[0]
    desk.go(first, "lasts")
    desk.type(typed)
    desk.key(Key.Key_Return)
    lasts = desk.document.steps[first].lasts
    assert (lasts.least, lasts.most, lasts.unit) == (least, most, unit)


def test_what_a_cell_shows_can_be_typed_back(desk_of):
    """Every cell that can be written reads its own text without a change."""
    desk = desk_of(study(12, 2))
    for entry in desk.ids():
        for column in desk.model.columns:
            index = desk.at(entry, column.code)
            if desk.model.writable(index) and desk.model.text(index):
                assert not desk.model.write([index], desk.model.text(index)), (column.code, desk.model.text(index))


def test_where_a_step_leads_is_typed_as_titles_or_numbers(desk):
    one, two, three, four = desk.ids()[:4]
    assert desk.text(one, "next") == "Stap 2"
    desk.go(one, "next")
    desk.type("stap 3; 4")
    desk.key(Key.Key_Return)
    leads = {link.target for link in desk.document.links.values() if link.source == one}
    assert leads == {three, four}
    assert len(desk.edits) == 1
    desk.go(one, "next")
    desk.type("Nergens")
    desk.key(Key.Key_Return)
    assert "Nergens" in desk.sheet._hint.text()
    desk.key(Key.Key_Escape)
    desk.key(Key.Key_Delete)
    assert not [link for link in desk.document.links.values() if link.source == one]
    assert any(link.source == two for link in desk.document.links.values())
