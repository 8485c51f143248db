"""Which notes are wanted, and in which order."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.analysis.notelist import NOBODY, Wish, is_overdue, owners, wanted
from journeys.model.document import Document
from journeys.model.entities import Note
from tests.journeys.studies import entities, ids

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def document():
    """Two personas with a journey each; notes on steps, on a phase, on a persona, and a parked one."""
    held = [entity for entity in entities(4, 2) if not isinstance(entity, Note)]
    made = Document.of(held)
    new = ids(9)
    first, second = list(made.journeys)
    step = next(s for s in made.steps.values() if s.journey == first)
    other = next(s for s in made.steps.values() if s.journey == second)
    phase, persona = list(made.phases)[3], made.journeys[first].persona
    notes = [
        Note(next(new), "need", "Weten wát ik moet regelen", step=step.id),
        Note(next(new), "opportunity", "Folder", journey=first, phase=phase, owner="Fatima", due=dt.date(2026, 11, 1)),
        Note(next(new), "idea", "App", step=other.id, owner="Bo", due=dt.date(2027, 1, 1), status="planned", votes=3),
        Note(next(new), "quote", "Niemand zei dit", persona=persona),
        Note(next(new), "remark", "Later", status="dropped", due=dt.date(2020, 1, 1)),
    ]
    return Document.of([*held, *notes])


def texts(document, **wish):
    first = next(iter(document.journeys))
    return [note.text for note in wanted(document, Wish(**wish), first, TODAY)]


def test_notes_of_a_journey_hang_on_its_steps_or_phases(document):
    assert texts(document) == ["Weten wát ik moet regelen", "Folder"]


def test_notes_of_a_persona_are_those_on_it_and_on_its_journeys(document):
    assert texts(document, within="persona") == ["Weten wát ik moet regelen", "Folder", "Niemand zei dit"]


def test_parked_notes_hang_on_nothing(document):
    assert texts(document, within="parked") == ["Later"]


def test_the_action_list_holds_opportunities_and_ideas_by_date(document):
    assert texts(document, within="study", kind="actions", order="due") == ["Folder", "App"]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ({"status": "overdue"}, ["Folder"]),
        ({"status": "dropped"}, ["Later"]),
        ({"status": "unfinished", "kind": "idea"}, ["App"]),
        ({"owner": "Bo"}, ["App"]),
        ({"owner": NOBODY, "kind": "need"}, ["Weten wát ik moet regelen"]),
        ({"words": "WAT regelen"}, ["Weten wát ik moet regelen"]),
        ({"words": "aangifte folder"}, ["Folder"]),
        ({"words": "nergens"}, []),
    ],
)
def test_notes_are_found_by_status_owner_and_words(document, wish, found):
    assert texts(document, within="study", **wish) == found


def test_notes_stand_in_the_order_that_is_asked_for(document):
    assert texts(document, within="study", order="votes")[0] == "App"
    assert texts(document, within="study", order="status")[-1] == "Later"
    assert texts(document, within="study", order="place")[-2:] == ["Niemand zei dit", "Later"]


def test_what_is_dropped_is_never_overdue(document):
    late = [note.text for note in document.notes.values() if is_overdue(note, TODAY)]
    assert late == ["Folder"]
    assert owners(document) == ["Bo", "Fatima"]
