"""A branch of a life event brings what it tells and what that needs; what the study has already does not come twice."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from journeys.edits import branches, entities, notes, stances
from journeys.model.document import Document
from journeys.model.entities import Fact, Party
from journeys.model.integrity import check_document
from journeys.model.references import renamed
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(3)


def branch(steps=3, name="Sanne"):
    """Another study, as made by somebody else: one persona, one journey."""
    made = study(steps)
    ids = {id_: uuid4().hex for table in made.tables.values() for id_ in table}
    made = Document.of(renamed(entity, ids) for _, entity in made)
    persona = next(iter(made.personas.values()))
    made.tables["persona"][persona.id] = replace(persona, name=name)
    return made.snapshot()


def bring(document, coming):
    edit = branches.add(document, coming, "Twee vaders")
    after = document.snapshot()
    after.write(edit.changes)
    assert not check_document(after)
    return after, edit


def test_a_new_persona_comes_with_journey_steps_flow_and_notes(document):
    coming = branch()
    after, edit = bring(document, coming)
    for kind in ("persona", "journey", "step", "link", "note"):
        assert len(after.tables[kind]) == len(document.tables[kind]) + len(coming.tables[kind]), kind
        assert coming.tables[kind]
    assert (edit.code, edit.words) == ("study.branch", {"title": "Twee vaders"})
    assert edit.subjects == tuple(coming.personas)


def test_a_journey_without_steps_comes_along_with_its_persona(document):
    after, _ = bring(document, branch(0))
    assert [each.name for each in after.personas.values()] == ["Persona 1", "Sanne"]
    assert len(after.journeys) == 2


def test_what_comes_stands_behind_what_is_here(document):
    after, _ = bring(document, branch())
    assert sorted(each.order for each in after.personas.values()) == [0, 1]
    assert sorted(each.order for each in after.journeys.values()) == [0, 1]


def test_a_persona_of_the_same_name_is_here_already_with_all_that_hangs_on_it(document):
    assert not branches.add(document, branch(3, "PERSONA 1"), "Twee vaders")


def test_facts_and_parked_notes_come_once(document):
    coming = branch(3, "Persona 1")
    for text in ("Wachttijd is zes weken", "Al bekend"):
        coming.write(entities.add(coming, Fact(uuid4().hex, text)).changes)
        coming.write(notes.add(coming, "question", f"{text}?").changes)
    document.write(entities.add(document, Fact(uuid4().hex, "AL BEKEND")).changes)
    document.write(notes.add(document, "question", "al bekend?").changes)
    after, edit = bring(document, coming)
    assert [fact.text for fact in after.facts.values()] == ["AL BEKEND", "Wachttijd is zes weken"]
    assert [note.text for note in after.notes.values() if not note.step] == ["al bekend?", "Wachttijd is zes weken?"]
    assert len(after.steps) == len(document.steps)
    assert [after.facts[id_].text for id_ in edit.subjects] == ["Wachttijd is zes weken"]
    assert not branches.add(after, coming, "Twee vaders")


def test_notes_on_what_comes_and_deliberate_absence_come_along(document):
    coming = branch(0)
    persona, journey, phase = (next(iter(coming.tables[kind])) for kind in ("persona", "journey", "phase"))
    coming.write(notes.add(coming, "need", "Van haar", notes.Anchor(persona=persona)).changes)
    coming.write(notes.add(coming, "need", "In die tijd", notes.Anchor(journey=journey, phase=phase)).changes)
    coming.write(stances.mark_deliberate(coming, journey, phase, coming.study.scope, "Nog niets te doen").changes)
    after, _ = bring(document, coming)
    assert {note.text for note in after.notes.values()} >= {"Van haar", "In die tijd"}
    assert [stance.reason for stance in after.stances.values()] == ["Nog niets te doen"]
    assert all(stance.phase in document.phases for stance in after.stances.values()), "phases are shared"


def test_only_what_the_branch_needs_comes_along(document):
    coming = branch()
    for name in ("Rechtbank", "Notaris"):
        coming.write(entities.add(coming, Party(uuid4().hex, name)).changes)
    court = next(party.id for party in coming.parties.values() if party.name == "Rechtbank")
    step = next(each for each in coming.steps.values() if each.contacts)
    coming.tables["step"][step.id] = replace(step, contacts=(replace(step.contacts[0], party=court),))
    after, _ = bring(document, coming.snapshot())
    assert {party.name for party in after.parties.values()} == {
        *(party.name for party in document.parties.values()), "Rechtbank",
    }  # fmt: skip
