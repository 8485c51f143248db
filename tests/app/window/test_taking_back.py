"""What was taken away comes back whole; what was taken back is forgotten by the next edit; a great many is exact."""

from __future__ import annotations

import hashlib
import time
from itertools import pairwise

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from app.canvas import scale
from journeys import store
from journeys.edits import entities, fragment, images, links, notes, phases, putting, steps
from journeys.exchange import json_format
from journeys.store import building, contents
from journeys.store.opener import open_file
from tests.app.window.holds import study_holds, undo_takes_all_back, window_holds
from tests.journeys.studies import study

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton


def digest(document):
    """One number for all that a study holds, as the store has it."""
    return contents.digest_of(building.rows_of(document), ())


def order_of(document, journey):
    """Where the steps stand, and in which order they are painted: those behind first."""
    mine = [step for step in document.steps.values() if step.journey == journey]
    return {step.id: (step.phase, step.stage, step.column, step.track) for step in mine}


def painted(window):
    """What lies on the map, the last one on top."""
    map_ = window.view.map
    map_.lay_out_rest()
    return [(target.kind, target.part, target.id, target.rect) for target in map_.hits.all()]


def first_step(window):
    return next(iter(window.session.document.steps.values()))


def test_F2_an_edit_after_undo_leaves_nothing_to_redo_and_nothing_dangles(window, path):
    document, history = window.session.document, window.history
    start = document.snapshot()
    step = first_step(window)
    made = steps.add_after(document, step.id, "Een stap die er niet meer is")
    history.perform(made)
    (new,) = [id_ for id_ in document.steps if id_ not in start.steps]
    history.perform(notes.add(document, "need", "Hangt eraan", notes.Anchor(step=new)))
    window.view.map.select([new])
    window.view.inspect("step", new)
    history.undo()
    history.undo()
    assert document == start
    history.perform(steps.rename(document, step.id, "Iets anders"))
    assert history.redoable() is None
    assert not window.actions_by_code["redo"].isEnabled()
    assert len(history.edits()) == 1
    window.actions_by_code["redo"].trigger()
    assert document.steps[step.id].title == "Iets anders"
    assert new not in window.view.map.selected()
    window_holds(window)
    undo_takes_all_back(window, start)
    assert window.file.publish_now()
    assert open_file(path).document == document


@pytest.fixture
def forty(program, tmp_path):
    """A study with forty steps in one phase: pictures, notes and branches, connections between all, both stages."""
    document = study(0, 1)
    (journey,), phase = document.journeys, list(document.phases)[2]

    def do(edit):
        document.write(edit.changes)

    for number in range(40):
        stage = "back" if number % 7 == 6 else "front"
        do(steps.add(document, (journey, phase, stage, number // 2, number % 2), f"Stap {number + 1}"))
    ids = [step.id for step in document.steps.values()]
    for one, other in pairwise(ids):
        do(links.connect(document, one, other))
    do(links.connect(document, ids[-1], ids[0], "back"))
    do(links.connect(document, ids[3], ids[20], "choice"))
    held = {}
    for number, id_ in enumerate(ids[::3]):
        data = png(number)
        sha256 = hashlib.sha256(data).hexdigest()
        held[sha256] = data
        do(images.put_on_step(document, id_, images.Stored(sha256, "png", 12, 9)))
        do(notes.add(document, "pain", f"Knelpunt {number}", notes.Anchor(step=id_)))
    file = tmp_path / "Veertig.levensreis"
    store.create_file(file, document, held)
    window = program.open_file(program.new_window(), file)
    window.view.refresh_findings()
    return window, phase, held


def png(number):
    """A picture of its own colour."""
    image, buffer = QImage(12, 9, QImage.Format.Format_RGB32), QBuffer()
    image.fill(0x101010 * (number % 15))
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt a text
    return buffer.data().data()


def deleted_by_the_verb(window, phase):
    """With all that stands in it."""
    document, history = window.session.document, window.history
    history.perform(steps.delete(document, [step.id for step in document.steps.values() if step.phase == phase]))
    history.perform(phases.delete(document, phase))


def deleted_on_the_map(window, phase):
    """By keys: everything is selected and deleted, and then the phase."""
    map_ = window.view.map
    map_.setFocus()
    map_.select_all()
    QTest.keyClick(map_, K.Key_Delete)
    map_.reveal(phase)
    QTest.keyClick(map_, K.Key_Delete)


@pytest.mark.parametrize("way", [deleted_by_the_verb, deleted_on_the_map])
def test_F3_a_phase_with_forty_steps_pictures_and_links_comes_back_as_it_was(forty, way):
    window, phase, held = forty
    document, history = window.session.document, window.history
    start, before, lay = document.snapshot(), digest(document), painted(window)
    journey = window.view.context.journey
    places = order_of(document, journey)
    assert len(places) == 40
    assert len(document.links) > 40
    assert len(document.images) > 10
    way(window, phase)
    assert not document.steps
    assert not document.links
    assert not document.images
    assert phase not in document.phases
    assert window.file.publish_now(), "meanwhile the file holds nothing of it"
    while history.undoable() is not None:
        history.undo()
    assert document == start
    assert {kind: sorted(table) for kind, table in document.tables.items()} == {
        kind: sorted(table) for kind, table in start.tables.items()
    }
    assert digest(document) == before
    assert order_of(document, journey) == places
    assert painted(window) == lay
    assert window.file.publish_now()
    found = open_file(window.file.path)
    assert found.document == start
    assert found.images == held, "the pictures came back with their steps"
    assert not found.notices
    window_holds(window)


def test_F3_deleted_again_by_redo_and_back_once_more(forty):
    window, phase, _ = forty
    document = window.session.document
    start = document.snapshot()
    deleted_by_the_verb(window, phase)
    for _round in range(3):
        undo_takes_all_back(window, start)
    assert not document.steps


@pytest.fixture
def large(program, tmp_path):
    """A journey that holds a step for each place of five thousand to be pasted."""
    file = tmp_path / "Leeg.levensreis"
    store.create_file(file, study(1, 1))
    return program.open_file(program.new_window(), file)


def _timed(told, what, act):
    began = time.perf_counter()
    act()
    told.append(f"{what} {time.perf_counter() - began:.1f} s")


@pytest.mark.parametrize("count", [250, pytest.param(5_000, marks=[pytest.mark.long, pytest.mark.timeout(0)])])
def test_F6_thousands_of_steps_pasted_dragged_deleted_and_undone_are_exact(large, count):
    window, told = large, []
    document, history, map_ = window.session.document, window.history, window.view.map
    start, before = document.snapshot(), digest(document)
    other = study(count, 1)
    taken = fragment.take(other, [*other.steps, *other.notes])
    journey = window.view.context.journey
    _timed(told, "paste", lambda: history.perform(putting.put(document, taken, journey)))
    pasted = document.snapshot()
    assert len(document.steps) == count + 1
    _timed(told, "select all", map_.select_all)
    phase = list(document.phases)[-1]
    _timed(told, "move all", lambda: history.perform(steps.move_to_phase(document, list(document.steps), phase)))
    moved = document.snapshot()
    assert {step.phase for step in document.steps.values()} == {phase}
    map_.select_all()
    _timed(told, "delete all", map_.delete_selected)
    assert not document.steps
    _timed(told, "undo", history.undo)
    assert document == moved
    _timed(told, "undo", history.undo)
    assert document == pasted
    _timed(told, "undo", history.undo)
    assert document == start
    assert digest(document) == before
    study_holds(document)
    _timed(told, "redo all", lambda: history.go_to(3))
    assert not document.steps
    history.go_to(0)
    assert json_format.to_json(document) == json_format.to_json(start)
    window_holds(window)
    print(f"{count:,} steps:", ", ".join(told))


def test_F6_everything_selected_is_dragged_by_the_pointer_as_one_edit(forty):
    window, _, _ = forty
    document, map_ = window.session.document, window.view.map
    start = document.snapshot()
    map_.setFocus()
    map_.select_all()
    map_.zoom_to_fit()
    place = map_.mapFromScene(scale.rect(map_.hits.main(map_.selected()[0]).rect).center())
    other = list(document.phases)[4]
    goal = map_.mapFromScene(scale.rect(map_.hits.main(other).rect).center())
    goal = QPoint(goal.x(), place.y())
    QTest.mousePress(map_.viewport(), B.LeftButton, M.NoModifier, place)
    for part in (0.2, 0.6, 1.0):
        QTest.mouseMove(map_.viewport(), place + (goal - place) * part)
    QTest.mouseRelease(map_.viewport(), B.LeftButton, M.NoModifier, goal)
    assert len(window.history.edits()) == 1
    assert document != start
    assert len(document.steps) == 40
    undo_takes_all_back(window, start)


def test_F2_a_burst_does_not_grow_on_after_an_undo(window):
    """Typing goes on in the same field: what was taken back stays away, and is not part of the next step."""
    document, history = window.session.document, window.history
    start, step = document.snapshot(), first_step(window)
    for title in ("A", "AB"):
        history.perform(steps.rename(document, step.id, title), "typing")
    history.undo()
    assert document == start
    history.perform(steps.rename(document, step.id, "C"), "typing")
    assert [edit.code for edit in history.edits()] == ["step.rename"]
    history.perform(entities.change(document, "step", step.id, body="Nog iets"))
    undo_takes_all_back(window, start)
