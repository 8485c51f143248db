"""Facts: where in time they belong, how one is added, and how it becomes a note."""

from __future__ import annotations

import pytest

from journeys.analysis.facts import by_phase, holds_in, phase_of, span
from journeys.edits import entities, facts
from journeys.edits.notes import PARKED, Anchor
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.entities import Fact
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from journeys.model.values import Due
from journeys.phrases.facts import due_text, when_text
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(4)


def fact(**fields):
    return Fact("e" * 32, "De aangifte is gratis", **fields)


def birth(document):
    return next(moment for moment in document.moments.values() if not moment.is_day0)


def names(document):
    return {phase.name: phase.id for phase in document.phases.values()}


def test_a_fact_belongs_to_the_phase_in_which_it_begins(document):
    known = names(document)
    assert phase_of(document, fact(from_day=-228, to_day=-100)) == known["Zwanger!"]
    assert phase_of(document, fact(from_day=0)) == known["Aangifte"]
    assert phase_of(document, fact(to_day=5)) == known["Kraamtijd"]
    assert phase_of(document, fact(from_day=-9_000)) == known["Zwanger!"]
    assert phase_of(document, fact(from_day=9_000)) == known["Eerste jaar"]
    assert phase_of(document, fact()) is None


def test_a_fact_with_only_a_deadline_matters_from_its_moment_to_the_last_day(document):
    due = Due(birth(document).id, 3, "day")
    assert span(document, fact(due=due)) == (-2, 1)
    assert phase_of(document, fact(due=due)) == names(document)["Bevalling"]
    assert holds_in(document, fact(due=due), names(document)["Kraamtijd"])
    assert not holds_in(document, fact(due=due), names(document)["Eerste jaar"])


def test_what_has_no_days_holds_in_every_phase(document):
    assert all(holds_in(document, fact(), phase) for phase in document.phases)


def test_facts_are_listed_earliest_first(document):
    first, second = Fact("a" * 32, "b", from_day=-200), Fact("b" * 32, "a", from_day=-210)
    for one in (first, second):
        document.write(entities.add(document, one).changes)
    assert by_phase(document) == {names(document)["Voorbereiden"]: (second, first)}


def test_a_new_fact_in_a_phase_holds_on_its_days(document):
    phase = phases_in_order(document)[1]
    edit = facts.add(document, "Iets", phase.id)
    document.write(edit.changes)
    (made,) = document.facts.values()
    assert (made.from_day, made.to_day, made.status) == (-210, -43, "local")
    assert check_document(document) == []
    assert phase_of(document, made) == phase.id


def test_a_fact_becomes_a_note_with_its_words(document):
    document.write(entities.add(document, fact()).changes)
    journey, phase = next(iter(document.journeys)), phases_in_order(document)[0].id
    edit = facts.to_note(document, "e" * 32, "opportunity", Anchor(journey=journey, phase=phase))
    ((_, made),) = edit.changes.values()
    assert (made.kind, made.text, made.journey, made.phase) == ("opportunity", "De aangifte is gratis", journey, phase)
    with pytest.raises(EditError):
        facts.to_note(document, "d" * 32, "remark", PARKED)


def test_when_and_by_when_are_said_in_words(document):
    say = words("nl")
    assert when_text(fact(from_day=-14, to_day=-1), say) == "2 weken – 1 dag vóór"
    assert when_text(fact(from_day=0), say) == "vanaf dag 0"
    assert when_text(fact(to_day=10), say) == "tot en met 10 dagen erna"
    assert when_text(fact(), say) == ""
    due = Due(birth(document).id, 3, "day", "termijnenwet", "BW 1:19e")
    told = due_text(document, due, say)
    assert told.startswith("Binnen 3 dagen na “Geboorte”: uiterlijk 1 dag erna.")
    assert told.endswith("Grondslag: BW 1:19e.")
