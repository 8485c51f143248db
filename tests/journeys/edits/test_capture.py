"""Quick entry: the next step of a phase, in the flow where it belongs."""

from __future__ import annotations

import pytest

from journeys.edits import steps
from journeys.edits.capture import Heard, capture
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(12, 1)


@pytest.fixture
def session(document):
    made = Session(document, lambda _edit: None)
    yield made
    assert check_document(document) == []


def said(session, phase, title, **fields):
    document = session.document
    edit = capture(document, next(iter(document.journeys)), phase.id, Heard(title, **fields))
    session.apply(edit)
    return document.steps[edit.subjects[0]]


def pairs(document):
    return {(link.source, link.target) for link in document.links.values()}


def test_a_captured_step_stands_at_the_end_of_its_phase_between_what_was_before_and_after(document, session):
    phase = phases_in_order(document)[1]
    before, after = (step.id for step in list(document.steps.values())[3:5])
    step = said(session, phase, "Ertussen")
    assert (step.phase, step.column) == (phase.id, 2)
    assert {(before, step.id), (step.id, after)} <= pairs(document)
    assert (before, after) not in pairs(document)


def test_three_captured_steps_are_a_chain(document, session):
    phase = phases_in_order(document)[-1]
    a, b, c = (said(session, phase, title) for title in "abc")
    assert {(a.id, b.id), (b.id, c.id)} <= pairs(document)


def test_paths_that_lie_beside_one_another_come_together_in_a_captured_step(document, session):
    phase = phases_in_order(document)[1]
    last = list(document.steps)[3]
    session.apply(steps.add_parallel(document, last, "Tak"))
    branch = next(step.id for step in document.steps.values() if step.title == "Tak")
    step = said(session, phase, "Samen")
    assert {(last, step.id), (branch, step.id)} <= pairs(document)
    assert sum(source == step.id for source, _ in pairs(document)) == 1


def test_the_first_step_of_an_empty_phase_follows_the_phase_before_it(document, session):
    for step in list(document.steps.values())[2:4]:
        session.apply(steps.delete(document, [step.id]))
    phase = phases_in_order(document)[1]
    before, after = list(document.steps)[1], list(document.steps)[2]
    step = said(session, phase, "Eerst")
    assert {(before, step.id), (step.id, after)} <= pairs(document)


def test_whom_one_meets_and_how_it_felt_are_in_the_same_edit(document, session):
    party = next(party for party in document.parties.values() if party.name == "JGZ")
    phase = phases_in_order(document)[0]
    step = said(session, phase, "Gesprek", party=party.id, emotion=-2)
    assert (step.contacts[0].party, step.emotion, step.nobody) == (party.id, -2, False)
    assert said(session, phase, "Alleen", nobody=True).nobody


def test_a_party_that_is_not_there_yet_is_made_along(document, session):
    start = document.snapshot()
    phase = phases_in_order(document)[0]
    edit = capture(document, next(iter(document.journeys)), phase.id, Heard("Bellen", new_party="SVB"))
    session.apply(edit)
    assert [party.name for party in document.parties.values()][-1] == "SVB"
    session.apply(edit.inverse())
    assert document == start
