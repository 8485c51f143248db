"""While the layout is locked nothing on the map moves, comes or goes; words, notes and votes still change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from journeys.edits import entities, fixed, journeys, lanes, links, notes, phases, steps

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def locked(window, act):
    act("lock")
    return window


def first_step(window):
    view = window.view
    return next(id_ for id_ in view.session.document.steps if view.map.hits.main(id_) is not None)


def test_no_drag_moves_a_card_and_why_is_told_once(locked, place, drag):
    view, before = locked.view, locked.session.document.snapshot()
    point = place(view, first_step(locked))
    for _ in range(2):
        drag(view, point, point + QPoint(280, 0))
        assert locked.session.document == before
    assert "vast" in view.bar.text
    view.bar.hide()
    drag(view, point, point + QPoint(280, 0))
    assert not view.bar.text
    assert "vast" in locked.status.currentMessage()


def test_no_key_moves_adds_or_deletes(locked, qtbot):
    view, before = locked.view, locked.session.document.snapshot()
    step = first_step(locked)
    view.map.select([step])
    qtbot.keyClick(view.map, Qt.Key.Key_Right, ALT)
    qtbot.keyClick(view.map, Qt.Key.Key_Delete)
    qtbot.keyClick(view.map, Qt.Key.Key_Return)
    assert not view.map.editing()
    locked.actions_by_code["untangle"].trigger()
    assert locked.session.document == before
    note = next(id_ for id_ in before.notes if view.map.hits.main(id_) is not None)
    view.map.select([note])
    qtbot.keyClick(view.map, Qt.Key.Key_Right, ALT)
    assert locked.session.document == before


def test_words_feelings_and_notes_still_change(locked, qtbot):
    view = locked.view
    step = first_step(locked)
    view.map.select([step])
    qtbot.keyClicks(view.map, "1")
    assert locked.session.document.steps[step].emotion == -2
    assert view.context.do(lambda: entities.change(view.session.document, "step", step, title="Andere woorden"))
    assert view.context.do(lambda: notes.add(view.session.document, "idea", "Mag", notes.Anchor(step=step)))


def test_what_is_typed_for_a_step_is_not_lost(locked, act, qtbot):
    strip = locked.view.strip("quick")
    strip.show()
    qtbot.keyClicks(strip.line, "Nieuwe stap")
    qtbot.keyClick(strip.line, Qt.Key.Key_Return)
    assert strip.line.text() == "Nieuwe stap"


def test_the_sign_in_the_status_bar_unlocks(locked, qtbot):
    (sign,) = locked.status.signs
    assert sign.text() == "Vast"
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert not locked.view.context.locked
    step = first_step(locked)
    locked.view.map.select([step])
    assert locked.view.context.do(lambda: steps.delete(locked.view.session.document, [step]))


def test_the_lock_stays_through_another_language_and_undo_is_not_locked(window, act, program):
    view = window.view
    step = first_step(window)
    other = "front" if view.session.document.steps[step].stage == "back" else "back"
    assert view.context.do(lambda: steps.set_stage(view.session.document, [step], other))
    before = len(window.history.edits())
    act("lock")
    program._set_language("en")
    assert window.view.context.locked
    assert window.view.map.locked
    act("undo")
    assert window.history.index == before - 1


def test_what_moves_is_known_from_the_edit_alone(child):
    document = child.snapshot()
    step, link = next(iter(document.steps)), next(iter(document.links))
    phase, journey, lane = next(iter(document.phases)), next(iter(document.journeys)), next(iter(document.lanes))
    note = next(iter(document.notes))
    for edit in (
        steps.delete(document, [step]), links.disconnect(document, [link]), phases.delete(document, phase),
        journeys.delete(document, journey), lanes.show(document, lane, shown=False),
        phases.add(document, "Erna", after=phase), steps.set_stage(document, [step], "back"),
    ):  # fmt: skip
        assert not edit or fixed.moves(edit), edit.code
    for edit in (
        notes.delete(document, [note]), notes.vote(document, note, 2), steps.set_emotion(document, [step], None),
        entities.change(document, "phase", phase, name="Anders"), journeys.duplicate(document, journey),
    ):  # fmt: skip
        assert not fixed.moves(edit), edit.code
