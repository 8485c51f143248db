"""The network by mouse, by keyboard and by ear."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from journeys.edits import entities
from journeys.model.document import Document
from journeys.model.entities import Step

STEPS = "Ontmoet"


def test_all_parties_that_anybody_meets_are_there(stage):
    assert stage.named()[:4] == ["Internet", "Verloskundige", "Kraamzorg", "Ziekenhuis"]
    assert "Burgerzaken" in stage.named()
    assert "Communicatie" not in stage.named()


def test_a_click_picks_a_party_and_tells_its_steps(stage):
    stage.click("Verloskundige")
    assert stage.view.selected() == (stage.party("Verloskundige"),)
    assert stage.selections == [(stage.party("Verloskundige"),)]
    assert "Met by 3 personas in 6 steps" in stage.view.side.text
    assert sum(row.step is not None for row in stage.rows.rows) == 6


def test_a_click_beside_everything_lets_go(stage):
    stage.click("Verloskundige")
    stage.qtbot.mouseClick(stage.net.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert stage.view.selected() == ()
    assert stage.selections[-1] == ()


def test_a_click_on_a_line_shows_what_it_was_counted_from(stage):
    place = stage.edge_place("Burgerzaken", "JGZ")
    stage.qtbot.mouseClick(stage.net.viewport(), Qt.MouseButton.LeftButton, pos=place)
    ((title, ids),) = stage.traced
    assert title == "From Burgerzaken to JGZ"
    assert len(ids) == 4
    assert all(id_ in stage.document.links for id_ in ids)
    assert "3 personas, 4 hand-overs" in stage.rows.rows[0].text


def test_pointing_at_something_tells_it(stage):
    place = stage.net.place_of(stage.party("SVB"))
    assert stage.net.line_at(place).startswith("SVB. Others. Met by 3 personas")
    on_line = QPointF(stage.edge_place("Internet", "Verloskundige"))
    assert stage.net.line_at(on_line) == "From Internet to Verloskundige: 2 personas, 2 hand-overs"
    assert stage.net.line_at(QPointF(1, 1)) == ""


def test_arrow_keys_go_round_with_the_clock_and_back(stage):
    stage.key(Qt.Key.Key_Right)
    assert stage.view.selected() == (stage.party("Internet"),)
    stage.key(Qt.Key.Key_Down)
    assert stage.view.selected() == (stage.party("Verloskundige"),)
    stage.key(Qt.Key.Key_Left)
    stage.key(Qt.Key.Key_Left)
    last = list(stage.view.ecosystem.nodes)[-1]
    assert stage.view.selected() == (last,)
    stage.key(Qt.Key.Key_Home)
    assert stage.view.selected() == (stage.party("Internet"),)
    stage.key(Qt.Key.Key_Escape)
    assert stage.view.selected() == ()


def test_by_keyboard_alone_one_comes_from_a_party_to_its_step(stage):
    stage.key(Qt.Key.Key_Right)
    stage.key(Qt.Key.Key_Return)
    assert stage.rows.hasFocus()
    stage.rows.setCurrentRow(next(i for i, row in enumerate(stage.rows.rows) if row.step))
    stage.key(Qt.Key.Key_Return, on=stage.rows)
    assert stage.steps
    assert stage.steps[0] in stage.document.steps


def test_counts_in_the_list_can_be_traced(stage):
    stage.click("Verloskundige")
    stage.click_row("6 steps on stage")
    assert stage.traced[-1][0] == "Verloskundige: 6 steps on stage"
    assert len(stage.traced[-1][1]) == 6


def test_a_row_of_a_party_or_line_picks_it(stage):
    stage.click_row("Ziekenhuis.")
    assert stage.view.selected() == (stage.party("Ziekenhuis"),)
    stage.click_row("From Ziekenhuis to Burgerzaken")
    assert stage.net.edge.target == stage.party("Burgerzaken")
    assert stage.traced[-1][0] == "From Ziekenhuis to Burgerzaken"


def test_the_questions_lead_the_list(stage):
    assert stage.rows.rows[0].text == "3 questions lead"
    assert "Wanneer zijn wij allebei moeder" in stage.rows.rows[3].text


def test_one_journey_has_its_own_network_and_counts_steps(stage):
    stage.view.choose(whose="journey")
    assert "Familie en vrienden" not in stage.named()
    assert stage.view.bar.variant.isHidden()
    assert len(stage.view.ecosystem.personas) == 1
    stage.view.choose(whose="all")
    assert "Familie en vrienden" in stage.named()


def test_desired_journeys_are_a_choice(stage):
    stage.view.bar.variant.setCurrentIndex(1)
    stage.view.bar.variant.activated.emit(1)
    assert stage.view.choice.variant == "desired"
    desired = {j.id for j in stage.document.journeys.values() if j.variant == "desired"}
    assert set(stage.view.ecosystem.journeys) == desired


@pytest.mark.parametrize(
    ("filter_", "gone"),
    [("several", "Werkgever"), ("again", "Werkgever"), ("handed", "Gemeente Voorbeeldstad")],
)
def test_small_parties_can_be_left_out_and_their_number_is_told(stage, filter_, gone):
    many = len(stage.named())
    assert gone in stage.named()
    stage.view.choose(filter=filter_)
    assert gone not in stage.named()
    assert f"{many - len(stage.named())} left out" in stage.view.bar._hidden.text()


def test_an_edit_shows_a_moment_later_and_the_pick_stays(stage):
    stage.click("Ziekenhuis")
    stage.context.do(
        lambda: entities.change(stage.document, "party", stage.party("Ziekenhuis"), name="Het Kindje Ziekenhuis")
    )
    stage.follow()
    assert "Het Kindje Ziekenhuis" in stage.named()
    assert stage.view.selected() == (stage.party("Het Kindje Ziekenhuis"),)
    stage.history.undo()
    stage.follow()
    assert "Ziekenhuis" in stage.named()


def test_a_picked_party_that_nobody_meets_any_more_is_let_go(stage):
    stage.click("Werkgever")
    (step,) = stage.view.ecosystem.nodes[stage.party("Werkgever")].steps
    stage.context.do(lambda: entities.change(stage.document, "step", step, contacts=()))
    stage.follow()
    assert stage.view.selected() == ()


def test_without_parties_it_says_what_to_do(stage_of, child):
    bare = Document.of([replace(entity, contacts=()) if isinstance(entity, Step) else entity for _, entity in child])
    stage = stage_of(bare)
    assert stage.view.empty.isVisible()
    assert stage.view.empty.title == "No parties met yet"
    assert stage.view.empty.verb.isVisible()
    assert stage.view.empty.verb.text() == "To the map"


def test_a_choice_that_leaves_nobody_can_be_undone_in_one_click(stage_of, child):
    stage = stage_of(child)
    stage.view.choose(whose="journey", filter="several")
    assert stage.view.empty.title == "No party is left"
    stage.qtbot.mouseClick(stage.view.empty.verb, Qt.MouseButton.LeftButton)
    assert stage.view.net.isVisible()
    assert len(stage.named()) == 12


def test_the_wheel_with_control_zooms_at_the_pointer(stage):
    stage.view.drawn.zoom_to(2.0)  # so that there is something to scroll
    before = stage.view.drawn.zoom
    place = stage.net.place_of(stage.party("JGZ"))
    event = QWheelEvent(
        place, stage.net.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(stage.net.viewport(), event)
    assert stage.view.drawn.zoom > before
    after = stage.net.place_of(stage.party("JGZ"))
    assert abs(after.x() - place.x()) + abs(after.y() - place.y()) < 6
    stage.view.drawn.zoom_to_fit()
    assert stage.view.drawn.zoom <= 1.0


def test_dragging_the_ground_moves_the_picture(stage):
    stage.view.drawn.zoom_to(3.0)
    before = stage.net.place_of(stage.party("Internet"))
    view = stage.net.viewport()
    start = next(QPoint(x, 60) for x in range(5, 400, 7) if stage.net._at(QPointF(x, 60)) is None)
    stage.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    stage.qtbot.mouseMove(view, start + QPoint(60, 40))
    stage.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 40))
    after = stage.net.place_of(stage.party("Internet"))
    assert (after - before).manhattanLength() > 20


def test_a_narrow_view_has_the_list_under_the_picture(stage_of, child):
    wide, narrow = stage_of(child), stage_of(child, size=(460, 800))
    assert wide.view._split.orientation() == Qt.Orientation.Horizontal
    assert narrow.view._split.orientation() == Qt.Orientation.Vertical


def test_names_for_the_screen_reader(stage):
    assert stage.net.accessibleName() == "Network of parties"
    assert "12 parties, of which 9 outside the municipality" in stage.net.accessibleDescription()
    assert stage.rows.accessibleName()
    for field in (stage.view.bar.whose, stage.view.bar.variant, stage.view.bar.filter):
        assert field.accessibleName()
        assert field.height() >= 24


def test_with_room_every_choice_shows_all_its_words(stage):
    stage.view.resize(1400, 800)
    for field in (stage.view.bar.whose, stage.view.bar.variant, stage.view.bar.filter):
        longest = max(field.fontMetrics().horizontalAdvance(field.itemText(at)) for at in range(field.count()))
        stage.qtbot.waitUntil(lambda field=field, longest=longest: field.width() >= longest + 40)
