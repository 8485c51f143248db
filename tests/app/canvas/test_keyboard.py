"""The whole work can be done by keyboard alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.canvas import handles, scale
from journeys.edits import links
from journeys.i18n import words
from journeys.layout.palettes import palette
from tests.journeys.studies import study

K = Qt.Key
ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def test_arrows_travel_from_card_to_card_and_say_where(stage):
    stage.map.reveal(stage.steps[0])
    stage.key(K.Key_Right)
    assert stage.map.selected() == (stage.steps[1],)
    assert stage.told[-1].startswith("Step 2 of 8: Stap 2.")


def test_arrows_reach_phases_notes_and_empty_places(stage):
    stage.map.reveal(stage.steps[1])
    reached = set()
    for heading in [K.Key_Up] * 3 + [K.Key_Down] * 12:
        stage.key(heading)
        reached.add(stage.map.picked.cursor.part)
    assert {"presence", "phase", "card", "note", "cell"} <= reached


def test_alt_and_an_arrow_move_the_step(stage):
    step = stage.steps[1]
    before = stage.document.steps[step]
    stage.map.reveal(step)
    stage.key(K.Key_Right, ALT)
    stage.key(K.Key_Right, ALT)
    assert stage.document.steps[step] != before
    assert stage.map.selected() == (step,)
    stage.history.undo()
    assert stage.document.steps[step] == before


def test_enter_on_a_step_makes_the_next_one_connected(stage):
    step = stage.steps[0]
    stage.map.reveal(step)
    stage.key(K.Key_Return)
    stage.type("In between")
    stage.key(K.Key_Return)
    assert len(stage.edits) == 1
    new = next(s for s in stage.document.steps.values() if s.title == "In between")
    links = {(link.source, link.target) for link in stage.document.links.values()}
    assert {(step, new.id), (new.id, stage.steps[1])} <= links
    assert stage.map.selected() == (new.id,)


def test_ctrl_enter_goes_on_writing_the_next_step(stage):
    stage.map.reveal(stage.steps[7])
    stage.key(K.Key_Return)
    for word in ("one", "two"):
        stage.type(word)
        stage.key(K.Key_Return, CONTROL)
    stage.type("three")
    stage.key(K.Key_Return)
    titles = [step.title for step in stage.document.steps.values()]
    assert titles[-3:] == ["one", "two", "three"]
    assert len(stage.edits) == 3


def test_tab_on_a_step_makes_a_branch(stage):
    step = stage.steps[1]
    stage.map.reveal(step)
    stage.key(K.Key_Tab)
    stage.type("Meanwhile")
    stage.key(K.Key_Return)
    new = next(s for s in stage.document.steps.values() if s.title == "Meanwhile")
    old = stage.document.steps[step]
    assert (new.phase, new.column) == (old.phase, old.column)
    assert new.track != old.track


def test_typing_in_an_empty_place_makes_a_step_with_that_text(stage_of):
    stage = stage_of(study(0))
    stage.type("Hello")
    stage.key(K.Key_Return)
    assert [step.title for step in stage.document.steps.values()] == ["Hello"]
    assert len(stage.edits) == 1


def test_letters_on_a_step_type_nothing(stage):
    stage.map.reveal(stage.steps[0])
    stage.type("xyz")
    assert not stage.map.editing()
    assert stage.edits == []


def test_digits_set_the_emotion(stage):
    step = stage.steps[0]
    stage.map.reveal(step)
    for character, emotion in zip("12345", (-2, -1, 0, 1, 2), strict=True):
        stage.type(character)
        assert stage.document.steps[step].emotion == emotion


def test_plus_and_minus_change_the_emotion_within_its_ends(stage):
    step = stage.steps[0]
    stage.map.reveal(step)
    stage.type("3+++++")
    assert stage.document.steps[step].emotion == 2
    stage.type("-")
    assert stage.document.steps[step].emotion == 1


def test_the_emotion_of_all_selected_steps_is_one_edit(stage):
    stage.key(K.Key_A, CONTROL)
    assert len(stage.map.selected()) == 8
    stage.type("5")
    assert {step.emotion for step in stage.document.steps.values()} == {2}
    assert len(stage.edits) == 1


def test_a_deleted_step_heals_the_flow(stage):
    before, gone, after = stage.steps[1:4]
    stage.map.reveal(gone)
    stage.key(K.Key_Delete)
    assert gone not in stage.document.steps
    assert any((link.source, link.target) == (before, after) for link in stage.document.links.values())
    assert len(stage.edits) == 1
    stage.history.undo()
    assert gone in stage.document.steps


def test_backspace_deletes_notes_and_connections_with_steps_in_one_edit(stage):
    note, link = next(iter(stage.document.notes)), next(iter(stage.document.links))
    stage.map.select([stage.steps[7], note, link])
    stage.key(K.Key_Backspace)
    assert len(stage.document.steps) == 7
    assert note not in stage.document.notes
    assert link not in stage.document.links
    assert len(stage.edits) == 1


def test_a_phase_is_deleted_and_its_steps_kept(stage):
    phase = list(stage.document.phases)[1]
    stage.map.reveal(phase)
    stage.key(K.Key_Delete)
    assert phase not in stage.document.phases
    assert len(stage.document.steps) == 8


def test_f2_renames_a_step_and_a_phase(stage):
    for id_ in (stage.steps[0], next(iter(stage.document.phases))):
        stage.map.reveal(id_)
        stage.key(K.Key_F2)
        stage.type("Other words")
        stage.key(K.Key_Return)
    assert stage.document.steps[stage.steps[0]].title == "Other words"
    assert next(iter(stage.document.phases.values())).name == "Other words"


def test_tab_leaves_the_map_when_no_step_is_chosen(qtbot, stage_of):
    stage = stage_of(study(3))
    window = QWidget()
    qtbot.addWidget(window)
    beside, column = QLineEdit(window), QVBoxLayout(window)
    column.addWidget(stage.map)
    column.addWidget(beside)
    window.show()
    stage.map.setFocus()
    stage.map.select([])
    qtbot.keyClick(stage.map, K.Key_Tab)
    left = window.focusWidget()
    stage.map.setParent(None)
    assert left is beside


def test_escape_frees_the_tab_key_again(stage):
    stage.map.reveal(stage.steps[0])
    stage.key(K.Key_Escape)
    assert stage.map.selected() == ()
    assert stage.map.picked.step() is None


def test_shift_and_arrows_select_more_and_ctrl_l_connects_them(stage):
    first, third = stage.steps[0], stage.steps[2]
    stage.map.reveal(stage.steps[1])
    stage.key(K.Key_Left, SHIFT)
    assert stage.map.selected() == (stage.steps[1], first)
    stage.map.select([first, third])
    stage.key(K.Key_L, CONTROL)
    assert any((link.source, link.target) == (first, third) for link in stage.document.links.values())
    assert len(stage.edits) == 1
    stage.key(K.Key_L, CONTROL)
    assert len(stage.edits) == 1


def test_home_and_end_go_to_the_first_and_last_step(stage):
    stage.key(K.Key_End)
    assert stage.map.selected() == (stage.steps[-1],)
    stage.key(K.Key_Home)
    assert stage.map.selected() == (stage.steps[0],)


def test_a_journey_is_made_by_keyboard_alone(stage_of):
    stage = stage_of(study(0))
    stage.type("First")
    stage.key(K.Key_Return)
    stage.key(K.Key_Return)
    stage.type("Second")
    stage.key(K.Key_Return)
    stage.key(K.Key_F2)
    stage.type("Last")
    stage.key(K.Key_Return)
    stage.key(K.Key_Left)
    stage.key(K.Key_Delete)
    assert [step.title for step in stage.document.steps.values()] == ["Last"]


def test_the_menu_key_and_shift_f10_ask_for_the_menu_at_the_cursor(stage):
    asked = []
    stage.map.menu_wanted.connect(asked.append)
    stage.map.reveal(stage.steps[2])
    stage.key(K.Key_Menu)
    stage.key(K.Key_F10, SHIFT)
    assert asked == [stage.map.viewport().mapTo(stage.map, stage.at(stage.steps[2]))] * 2


def test_letters_on_a_step_write_a_note_in_the_words_of_the_language(stage):
    step = stage.steps[2]
    stage.map.reveal(step)
    for letters, language in (("np", "en"), ("bk", "nl")):
        stage.map.set_look(palette("light"), words(language))
        for letter in letters:
            stage.type(letter)
            stage.type("So I heard")
            stage.key(K.Key_Return)
    made = [note for note in stage.document.notes.values() if note.text == "So I heard"]
    assert [note.kind for note in made] == ["need", "pain"] * 2
    assert {note.step for note in made} == {step}
    assert stage.map.selected() == (step,)


def test_where_its_lane_is_hidden_a_note_is_written_elsewhere(stage):
    asked = []
    stage.map.note_wanted.connect(asked.append)
    stage.map.set_choices(lanes=tuple(x.id for x in stage.document.lanes.values() if x.kind == "steps"))
    stage.map.reveal(stage.steps[2])
    stage.type("n")
    assert asked == ["need"]


def test_alt_and_an_arrow_move_all_selected_steps(stage):
    chosen = stage.steps[0], stage.steps[1]
    stage.map.select(chosen)
    before = [stage.document.steps[step] for step in chosen]
    stage.key(K.Key_Right, ALT)
    assert all(stage.document.steps[step] != old for step, old in zip(chosen, before, strict=True))
    stage.history.undo()
    assert [stage.document.steps[step] for step in chosen] == before


def test_alt_and_an_arrow_on_a_phase_move_its_border(stage):
    phase = list(stage.document.phases.values())[2]
    stage.map.reveal(phase.id)
    stage.key(K.Key_Left, ALT)
    stage.key(K.Key_Left, ALT | SHIFT)
    assert stage.document.phases[phase.id].start_day == phase.start_day - 8
    assert stage.map.selected() == (phase.id,)
    stage.history.undo()
    assert stage.document.phases[phase.id] == phase


def test_the_map_says_what_a_key_has_done(stage):
    stage.map.reveal(stage.steps[1])
    stage.type("5")
    assert "+2" in stage.told[-1]
    stage.key(K.Key_Delete)
    assert stage.told[-1].startswith("Step 1 of 7")


def test_after_deleting_one_goes_on_from_the_step_before(stage):
    _, second, third, *_ = stage.steps
    stage.map.reveal(third)
    stage.key(K.Key_Delete)
    assert stage.map.selected() == (second,)
    stage.key(K.Key_Home)
    stage.key(K.Key_Delete)
    assert stage.map.selected() == (second,)


def test_the_keys_of_the_clipboard_are_handed_to_the_window(stage):
    asked = []
    stage.map.command_wanted.connect(asked.append)
    stage.map.reveal(stage.steps[1])
    for key in (K.Key_C, K.Key_X, K.Key_V, K.Key_D):
        stage.key(key, CONTROL)
    assert asked == ["copy", "cut", "paste", "duplicate"]
    assert stage.edits == []


def test_sideways_one_goes_from_card_to_card_also_from_a_branch(stage):
    stage.map.reveal(stage.steps[2])
    stage.key(K.Key_Tab)
    stage.type("A branch")
    stage.key(K.Key_Return)
    for heading in (K.Key_Right, K.Key_Left, K.Key_Left, K.Key_Left):
        stage.key(heading)
        assert stage.map.picked.cursor.part == "card"
    assert stage.map.selected() == (stage.steps[0],)


def test_twenty_steps_with_branches_and_notes_take_about_two_keys_a_step_besides_the_words(stage_of):
    stage, pressed = stage_of(study(0)), []

    def key(code, *held):
        pressed.append(code)
        stage.key(code, *held)

    def chain(first, last):
        for number in range(first, last):
            stage.type(f"Step {number}")
            key(K.Key_Return, CONTROL)
        stage.type(f"Step {last}")
        key(K.Key_Return)

    chain(1, 4)
    for first, last in ((6, 11), (13, 20)):
        key(K.Key_Tab)
        stage.type(f"Step {first - 1}")
        key(K.Key_Return)
        key(K.Key_Up, SHIFT)
        key(K.Key_Return)
        chain(first, last)
    key(K.Key_Home)
    for letters in ("5n", "4p", "2n", "1p"):
        for letter in letters:
            stage.type(letter)
        stage.type("What now?")
        key(K.Key_Return)
        key(K.Key_Right)
    titles = {step.title for step in stage.document.steps.values()}
    assert titles == {f"Step {number}" for number in range(1, 21)}
    assert (len(stage.document.links), len(stage.document.notes)) == (21, 4)
    assert len(pressed) <= 40


def test_what_one_stands_on_stays_in_view_when_zooming_by_key(stage):
    stage.map.zoom_to_fit()
    stage.map.reveal(stage.steps[0])
    for _ in range(8):
        stage.map.zoom_in()
    card = scale.rect(stage.map.hits.main(stage.steps[0]).rect)
    assert stage.map.visible_area().contains(card.center())
    assert handles.handles(stage.map)
    bar = stage.map.horizontalScrollBar()
    bar.setValue(bar.value() + round((card.right() - stage.map.visible_area().left()) * stage.map.zoom) - 20)
    assert not handles.handles(stage.map), "the knob of a card under the names of the lanes"


def test_the_room_that_a_label_needs_at_the_end_of_a_phase_is_no_stop_between_two_cards(stage):
    document, places = stage.document, stage.document.steps
    link = next(link for link in document.links.values() if places[link.source].phase != places[link.target].phase)
    stage.history.perform(links.label(document, link.id, "when the offer was too low"))
    stage.map.reveal(link.source)
    stage.key(K.Key_Right)
    assert stage.map.selected() == (link.target,)


def test_after_escape_an_arrow_comes_back_to_where_one_was(stage):
    stage.map.reveal(stage.steps[4])
    stage.key(Qt.Key.Key_Escape)
    assert stage.map.picked.step() is None
    stage.key(Qt.Key.Key_Right)
    assert stage.map.picked.step() == stage.steps[4]
