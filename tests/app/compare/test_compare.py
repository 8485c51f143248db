"""Comparing by mouse, by keyboard and by ear."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from app.compare.choice import first_mode
from journeys.analysis.variants import pairs
from journeys.edits import journeys, personas, phases, steps
from journeys.model.document import Document
from journeys.model.entities import Journey, Link, Note, Persona, Stance, Step
from journeys.model.time import phases_in_order
from tests.journeys.studies import study

ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Down)


def first_phase(document):
    return phases_in_order(document)[0].id


def lowest(document, journey):
    return min((s for s in document.steps.values() if s.journey == journey and s.emotion is not None),
               key=lambda s: s.emotion)  # fmt: skip


def test_every_persona_has_a_row_and_every_phase_a_column(stage):
    model = stage.table.board_model
    assert (model.rowCount(), model.columnCount()) == (4, 7)
    names = [model.headerData(row, Qt.Orientation.Vertical) for row in range(4)]
    assert names == ["Sanne & Youssef", "Esra & Mehmet", "Joke & Lotte", "Heartbeat"]
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Zwanger!"


def test_a_field_says_presence_feeling_needs_words_and_what_stands_out(stage):
    preparing = phases_in_order(stage.document)[1].id
    journey = stage.context.journey
    said = stage.said(kind="persona", journey=journey, phase=preparing)
    assert said == (
        "Sanne & Youssef, Voorbereiden. Municipality absent. Lowest −2, mean −0.5. 3 steps. 2 open needs. "
        "“Niemand vertelde ons dit”."
    )
    heart = stage.said(kind="heart", phase=preparing)
    assert heart.startswith("Heartbeat, Voorbereiden: Sanne & Youssef: ")


@pytest.mark.parametrize("mode", ["personas", "variants"])
def test_no_field_and_no_heading_is_silent(stage, mode):
    stage.view.choose(mode=mode)
    model = stage.table.board_model
    for field in stage.view.shown.board.fields:
        assert stage.said(row=field.row, column=field.column), field
    for section in range(model.columnCount()):
        assert model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    for section in range(model.rowCount()):
        assert model.headerData(section, Qt.Orientation.Vertical, Qt.ItemDataRole.AccessibleTextRole)


def test_a_screen_reader_finds_a_table_with_named_cells(stage):
    table = QAccessible.queryAccessibleInterface(stage.table)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Comparison"
    names = [table.child(index).text(QAccessible.Text.Name) for index in range(table.childCount())]
    assert any(name.startswith("Esra & Mehmet, Zwanger!. Municipality absent.") for name in names)


def test_arrows_travel_through_the_fields_and_enter_opens_the_phase_on_the_map(stage):
    document = stage.document
    ordered = [phase.id for phase in phases_in_order(document)]
    stage.view.select([ordered[0]])
    for key in ARROWS:
        stage.key(key)
    field = stage.table.field()
    assert field.phase == ordered[1]
    assert document.journeys[field.journey].persona == list(document.personas)[1]
    assert stage.selections[-1] == (ordered[1],)
    stage.key(Qt.Key.Key_Return)
    assert stage.opened == [(field.journey, ordered[1])]


def test_a_click_selects_and_a_double_click_opens(stage):
    phase, journey = first_phase(stage.document), stage.context.journey
    stage.click(kind="persona", journey=journey, phase=phase)
    assert (stage.view.selected(), stage.opened) == ((phase,), [])
    place = stage.at(kind="persona", journey=journey, phase=phase)
    stage.qtbot.mouseDClick(stage.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.opened == [(journey, phase)]


def test_the_button_opens_what_enter_opens(stage):
    phase, journey = first_phase(stage.document), stage.context.journey
    stage.click(kind="persona", journey=journey, phase=phase)
    stage.qtbot.mouseClick(stage.view.bar.open, Qt.MouseButton.LeftButton)
    assert stage.opened == [(journey, phase)]


def test_copying_a_field_copies_what_it_says(stage):
    phase, journey = first_phase(stage.document), stage.context.journey
    stage.click(kind="persona", journey=journey, phase=phase)
    stage.key(Qt.Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == stage.said(kind="persona", journey=journey, phase=phase)


def test_the_last_column_opens_the_whole_journey(stage):
    stage.click(kind="total", journey=stage.context.journey)
    stage.key(Qt.Key.Key_Return)
    assert stage.opened == [(stage.context.journey,)]


def test_each_difference_is_a_sentence_that_leads_to_its_field(stage):
    view = stage.view
    assert view.list.count() == len(view.shown.told) == 6
    view.list.setFocus()
    view.list.setCurrentRow(1)
    stage.key(Qt.Key.Key_Return, on=view.list)
    told = view.shown.told[1]
    field = stage.table.field()
    assert told.text.startswith("Voorbereiden: municipality commissioned only for Esra & Mehmet")
    assert (field.journey, field.phase) == (told.journey, told.phase)
    assert QApplication.focusWidget() is stage.table
    assert stage.selections == [(told.phase,)]


def test_a_difference_can_be_clicked_too(stage):
    view = stage.view
    place = view.list.visualItemRect(view.list.item(0)).center()
    stage.qtbot.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.table.field().phase == view.shown.told[0].phase


def test_it_follows_edits_and_their_undo_and_the_field_stays(stage):
    phase, journey = first_phase(stage.document), stage.context.journey
    stage.click(kind="persona", journey=journey, phase=phase)
    before = stage.said(kind="persona", journey=journey, phase=phase)
    step = next(s for s in stage.document.steps.values() if (s.journey, s.phase) == (journey, phase))
    stage.context.do(lambda: steps.set_emotion(stage.document, [step.id], -2))
    stage.follow()
    assert "feeling −2" in stage.said(kind="persona", journey=journey, phase=phase).lower()
    assert stage.table.field().phase == phase
    stage.history.undo()
    stage.follow()
    assert stage.said(kind="persona", journey=journey, phase=phase) == before


def test_a_deleted_phase_and_a_deleted_persona_leave_the_grid(stage):
    document = stage.document
    stage.context.do(lambda: phases.delete(document, first_phase(document)))
    stage.context.do(lambda: personas.delete(document, next(iter(document.personas))))
    stage.follow()
    model = stage.table.board_model
    assert (model.rowCount(), model.columnCount()) == (3, 6)
    for _ in range(2):
        stage.history.undo()
    stage.follow()
    assert (model.rowCount(), model.columnCount()) == (4, 7)


def test_the_current_field_stays_when_a_column_before_it_goes(stage):
    document = stage.document
    third = phases_in_order(document)[2].id
    stage.click(kind="persona", journey=stage.context.journey, phase=third)
    stage.context.do(lambda: phases.delete(document, first_phase(document)))
    stage.follow()
    assert stage.table.field().phase == third
    assert stage.table.currentIndex().column() == 1


def test_a_field_that_is_asked_for_just_after_its_step_was_deleted_still_has_words(pair):
    step = lowest(pair.document, pair.view.choice.pair[1])
    pair.context.do(lambda: steps.delete(pair.document, [step.id]))
    assert step.title in pair.said(kind="card", step=step.id)
    pair.follow()
    assert not pair.table.board_model.index_of({"kind": "card", "step": step.id}).isValid()


def test_only_some_personas_can_be_compared(stage):
    menu = stage.view.bar.chosen.menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    everybody, _, *people = menu.actions()
    assert everybody.isChecked()
    people[0].trigger()
    assert stage.table.board_model.rowCount() == 3
    assert stage.view.bar.chosen.text() == "2 of 3 personas"
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert stage.table.board_model.rowCount() == 4


def test_the_desired_journeys_can_be_set_side_by_side_too(stage):
    stage.view.bar.variant.setCurrentIndex(1)
    stage.view.bar.variant.activated.emit(1)
    assert stage.view.choice.variant == "desired"
    kinds = {field.kind for field in stage.view.shown.board.fields}
    assert "blank" in kinds


# Current and desired


@pytest.fixture
def pair(stage):
    """The stage with the desired journey under the current one."""
    button = stage.view.bar.modes.buttons()[1]
    stage.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    return stage


def test_the_desired_journey_stands_under_the_one_it_is_based_on(pair):
    assert pair.view.choice.pair == pairs(pair.document)[0]
    assert pair.view.summary.startswith("2 steps added, 2 dropped, 3 feel better")
    assert "Gaps: from 4 to 0." in pair.view.summary


def test_a_step_is_selected_and_its_phase_opened(pair):
    step = lowest(pair.document, pair.view.choice.pair[0])
    pair.click(kind="card", step=step.id)
    assert pair.view.selected() == (step.id,)
    pair.key(Qt.Key.Key_Enter)
    assert pair.opened == [(step.journey, step.phase)]


def test_what_is_selected_on_the_map_is_the_field_that_is_shown(pair):
    step = lowest(pair.document, pair.view.choice.pair[0])
    pair.view.select([step.id])
    assert pair.table.field().step == step.id
    assert pair.selections == []


def test_a_step_that_feels_worse_in_the_desired_journey_is_told_at_once(pair):
    current, desired = pair.view.choice.pair
    copy = next(s for s in pair.document.steps.values()
                if s.journey == desired and s.based_on and pair.document.steps[s.based_on].emotion == 2)  # fmt: skip
    pair.context.do(lambda: steps.set_emotion(pair.document, [copy.id], -2))
    pair.follow()
    assert any("feels worse −4" in told.text for told in pair.view.shown.told)
    assert current != desired


def test_a_change_leads_to_its_card(pair):
    told = next(told for told in pair.view.shown.told if told.step)
    pair.view.jump(told)
    assert pair.table.field().step == told.step
    assert pair.selections == [(told.step,)]


def test_without_a_desired_journey_there_is_a_button_that_makes_one_in_one_undoable_edit(stage_of):
    stage = stage_of(study(6))
    view = stage.view
    view.choose(mode="variants")
    assert view.shown is None
    assert view.empty.title == "No desired journey yet"
    stage.qtbot.mouseClick(view.empty.verb, Qt.MouseButton.LeftButton)
    assert view.choice.pair is not None
    assert view.choice.pair[0] == stage.context.journey
    assert "Nothing differs" in view.summary
    stage.history.undo()
    stage.follow()
    assert view.shown is None
    assert len(stage.document.journeys) == 1


def test_another_desired_journey_brings_its_own_current_one(stage):
    document = stage.document
    other = next(j.id for j in document.journeys.values() if j.persona == list(document.personas)[2])
    stage.context.do(lambda: journeys.duplicate(document, other, variant="desired"))
    made = next(j.id for j in document.journeys.values() if j.based_on == other)
    stage.view.choose(mode="variants", desired=made)
    assert stage.view.choice.pair == (other, made)
    assert stage.view.bar.current.currentData() == other


def test_the_pair_of_the_journey_that_is_worked_on_is_shown(stage):
    document = stage.document
    other = next(j.id for j in document.journeys.values() if j.persona == list(document.personas)[2])
    stage.context.do(lambda: journeys.duplicate(document, other, variant="desired"))
    stage.view.choose(mode="variants")
    stage.view.show_journey(other)
    assert stage.view.choice.pair[0] == other


# The look


def test_without_personas_there_is_a_button_that_makes_one(stage_of):
    gone = Journey | Persona | Step | Link | Note | Stance
    stage = stage_of(Document.of(entity for _, entity in study(2) if not isinstance(entity, gone)))
    assert stage.view.shown is None
    stage.qtbot.mouseClick(stage.view.empty.verb, Qt.MouseButton.LeftButton)
    assert stage.table.board_model.rowCount() == 2
    assert len(stage.document.personas) == 1


def test_ctrl_and_the_wheel_zoom_and_fit_shows_all(stage):
    table, before = stage.table, stage.table.zoom
    place = QPointF(table.viewport().rect().center())
    event = QWheelEvent(
        place, table.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), event)
    assert stage.view.drawn.zoom == pytest.approx(before * 1.2)
    stage.view.drawn.zoom_to(3.0)
    assert table.horizontalScrollBar().maximum() > 0
    stage.view.drawn.zoom_to_fit()
    assert table.horizontalScrollBar().maximum() == 0
    assert table.verticalScrollBar().maximum() == 0


def test_tab_leaves_the_grid(stage):
    stage.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is stage.view.list


def test_the_list_lies_under_the_grid_where_there_is_little_width(stage_of, child):
    stage = stage_of(child, size=(600, 700))
    assert stage.view.list.mapTo(stage.view, QPoint()).y() > stage.table.geometry().bottom() / 2
    stage.view.resize(1300, 700)
    stage.qtbot.waitUntil(lambda: stage.view.list.mapTo(stage.view, QPoint()).x() > 900)


@pytest.mark.parametrize("mode", ["personas", "variants"])
def test_it_can_be_painted_at_any_zoom(stage, mode):
    stage.view.choose(mode=mode)
    for factor in (0.1, 0.5, 1.0, 4.0):
        stage.view.drawn.zoom_to(factor)
        assert not stage.view.grab().isNull()


def test_from_a_desired_journey_or_with_one_persona_one_first_sees_what_will_be_different(stage):
    document, current = stage.document, stage.context.journey
    assert first_mode(document, current) == "personas"
    stage.history.perform(journeys.duplicate(document, current, variant="desired"))
    desired = next(j.id for j in document.journeys.values() if j.based_on == current)
    assert first_mode(document, current) == "personas"
    assert first_mode(document, desired) == "variants"
    for persona in [each for each in document.personas if each != document.journeys[current].persona]:
        stage.history.perform(personas.delete(document, persona))
    assert first_mode(document, current) == "variants"
