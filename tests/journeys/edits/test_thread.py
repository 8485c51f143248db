"""Where steps simply follow one another, a moved step takes its new turn in the flow."""

from __future__ import annotations

from itertools import pairwise

import pytest

from journeys.edits import links, steps, thread
from journeys.model.document import place_of
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def session():
    return Session(study(24), lambda edit: None)


def named(session, number):
    return next(step for step in session.document.steps.values() if step.title == f"Stap {number}")


def flow(session):
    """The pairs of numbers that are connected."""
    number = {step.id: int(step.title.removeprefix("Stap ")) for step in session.document.steps.values()}
    return sorted((number[link.source], number[link.target]) for link in session.document.links.values())


def move(session, number, before):
    step, other = named(session, number), named(session, before)
    session.apply(thread.along(session.document, steps.move(session.document, [step.id], place_of(other))))


def chain(*numbers):
    return set(pairwise(numbers))


def test_a_step_moved_on_is_taken_out_of_the_flow_and_put_into_it_there(session):
    move(session, 2, 5)
    assert chain(1, 3, 4, 2, 5) <= set(flow(session))
    assert len(flow(session)) == 23


def test_a_step_moved_to_the_front_comes_first(session):
    move(session, 4, 1)
    assert chain(4, 1, 2, 3, 5) <= set(flow(session))
    assert len(flow(session)) == 23


def test_a_step_that_changes_places_with_its_neighbour_changes_turns(session):
    step = named(session, 2)
    session.apply(thread.along(session.document, steps.nudge(session.document, step.id, "right")))
    assert chain(1, 3, 2, 4) <= set(flow(session))
    assert len(flow(session)) == 23


def test_there_and_back_is_as_it_was(session):
    before = flow(session)
    for heading in ("right", "left"):
        session.apply(thread.along(session.document, steps.nudge(session.document, named(session, 2).id, heading)))
    assert flow(session) == before


def test_the_last_step_stays_the_last(session):
    step = named(session, 24)
    session.apply(thread.along(session.document, steps.nudge(session.document, step.id, "right")))
    assert (23, 24) in flow(session)


def test_connections_that_say_something_are_left_alone(session):
    link = next(link for link in session.document.links.values() if link.source == named(session, 1).id)
    session.apply(links.label(session.document, link.id, "yes"))
    before = flow(session)
    move(session, 2, 5)
    assert flow(session) == before


def test_branches_are_left_alone(session):
    session.apply(steps.add_parallel(session.document, named(session, 4).id, "Stap 40"))
    before = flow(session)
    move(session, 2, 5)
    assert flow(session) == before


def test_it_is_one_edit_that_is_undone_as_one(session):
    before = session.document.snapshot()
    step, other = named(session, 2), named(session, 9)
    edit = thread.along(session.document, steps.move(session.document, [step.id], place_of(other)))
    session.apply(edit)
    assert edit.code == "step.move"
    session.apply(edit.inverse())
    assert session.document == before
