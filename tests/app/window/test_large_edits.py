"""Edits of thousands of things: the whole map is laid out by a worker, and stands in the end as if it were not."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from app import tasks
from app.canvas import scale, shown_map
from app.dialogs.intake import put_in
from journeys.edits import intake, steps
from journeys.edits.incoming import Goal
from journeys.exchange import tables
from journeys.layout.drawing import Text

MANY = 450
"""Enough to be laid out aside here."""
FAR = 300
"""A step that is not in what the first picture shows."""


@pytest.fixture(autouse=True)
def _sooner(monkeypatch):
    """With fewer steps the tests take less time."""
    monkeypatch.setattr(shown_map, "MANY", 300)
    monkeypatch.setattr(shown_map, "LONG", 100)


@pytest.fixture(scope="module")
def found():
    rows = "".join(f"Fase {k // 150};Stap {k}\n" for k in range(MANY))
    return tables.incoming(tables.guessed(tables.read(f"Fase;Stap\n{rows}".encode(), "x.csv")))


@pytest.fixture
def wholes(monkeypatch):
    """In which threads the whole of a journey with so many steps was laid out."""
    seen, real = [], shown_map.map_layout

    def told(document, spec, say, engine=None):
        many = sum(step.journey == spec.journey for step in document.steps.values()) > MANY // 2
        if spec.window is None and many:
            seen.append(threading.current_thread())
        return real(document, spec, say, engine)

    monkeypatch.setattr(shown_map, "map_layout", told)
    return seen


def taken(window, found):
    return intake.taken(window.session.document, found, Goal("", "Reis", "Persona"))


def far(window, found):
    """The same, about a step that lies far from the beginning."""
    planned = taken(window, found)
    return replace(planned, edit=replace(planned.edit, subjects=planned.edit.subjects[FAR : FAR + 1]))


def settle():
    for _ in range(3):
        QApplication.processEvents()
        tasks.wait_for_all()
    QApplication.processEvents()


def words(map_):
    texts = [each for layer in map_.drawing.layers for each in layer.elements if isinstance(each, Text)]
    return {line for text in texts for line in text.lines}


def test_E8_a_new_journey_of_thousands_of_steps_is_never_laid_out_whole_by_the_window_itself(window, found, wholes):
    planned = taken(window, found)
    assert put_in(window.view, planned)
    map_, last = window.view.map, planned.edit.subjects[-1]
    assert map_.journey == window.session.document.steps[last].journey
    assert map_.partial
    settle()
    assert not map_.partial
    assert map_.hits.main(list(window.session.document.steps)[-1]) is not None
    assert wholes
    assert threading.main_thread() not in wholes


def test_E8_undo_and_redo_of_it_neither(window, found, wholes):
    before = window.session.document.snapshot()
    assert put_in(window.view, taken(window, found))
    settle()
    for code in ("undo", "redo", "undo"):
        window.actions_by_code[code].trigger()
        settle()
    assert window.session.document == before
    assert threading.main_thread() not in wholes


def test_E8_a_far_place_is_selected_at_once_and_brought_into_view_when_the_map_stands(window, found, wholes):
    planned = far(window, found)
    (id_,) = planned.edit.subjects
    assert put_in(window.view, planned)
    map_ = window.view.map
    assert map_.selected() == (id_,)
    assert map_.hits.main(id_) is None
    settle()
    assert map_.selected() == (id_,)
    assert map_.picked.cursor.id == id_
    assert map_.visible_area().intersects(scale.rect(map_.hits.main(id_).rect))
    assert threading.main_thread() not in wholes


def test_what_was_selected_otherwise_meanwhile_stays_where_it_is(window, found):
    planned = far(window, found)
    assert put_in(window.view, planned)
    map_ = window.view.map
    kept = next(t.id for t in map_.hits.all() if t.part == "card")
    map_.select((kept,))
    settle()
    assert map_.selected() == (kept,)
    assert map_.picked.cursor.id == kept


def test_an_edit_after_it_is_on_the_map_that_a_worker_laid_out(window, found):
    assert put_in(window.view, taken(window, found))
    settle()
    view, document = window.view, window.session.document
    last = list(document.steps)[-1]
    assert view.context.do(lambda: steps.rename(document, last, "Daarna"))
    assert "Daarna" in words(view.map)
    fresh = shown_map.map_layout(document, view.map._spec(), view.map.say)
    assert view.map.drawing == fresh, "as if all of it were laid out now"
    window.history.undo()
    assert "Daarna" not in words(view.map)


def test_an_edit_during_it_is_on_the_map_too(window, found):
    assert put_in(window.view, taken(window, found))
    window.view.map._begin_aside()
    view, document = window.view, window.session.document
    last = list(document.steps)[-1]
    assert view.map.partial
    assert view.context.do(lambda: steps.rename(document, last, "Ondertussen"))
    settle()
    assert "Ondertussen" in words(view.map)


def test_another_journey_chosen_meanwhile_is_shown_and_the_work_for_the_first_is_stopped(window, found):
    small = window.view.context.journey
    assert put_in(window.view, taken(window, found))
    window.view.map._begin_aside()
    (task,) = [each for each in tasks._under_way if each is window.view.map._aside]
    window.view.show_journey(small)
    assert task.cancelled
    settle()
    assert window.view.map.drawing.journey == small
    assert not window.view.map.partial
