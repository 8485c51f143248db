"""What changed between two states of a study: nothing is missed, and nothing is told twice."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.analysis.difference import counted, difference
from journeys.edits import contacts, entities, journeys, links, notes, parties, personas, phases, stances, steps
from journeys.i18n import words
from journeys.model.values import Contact
from journeys.phrases.difference import change_text, difference_summary, then_and_now
from journeys.session import Session
from tests.journeys.edits.machine import Verbs
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

QUICK = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def then():
    return study(8, 2)


@pytest.fixture
def session(then):
    return Session(then.snapshot(), lambda _: None)


def found(then, session, *, derived=False):
    """The differences, by default without what follows from them."""
    changes = difference(then, session.document)
    return [one for one in changes if derived or one.group != "presence"]


def codes(changes):
    return [one.code for one in changes]


def steps_of(document):
    journey = min(document.journeys)
    mine = [step for step in document.steps.values() if step.journey == journey]
    return sorted(mine, key=lambda step: (document.phases[step.phase].start_day, step.column))


@QUICK
@given(documents())
def test_a_study_does_not_differ_from_itself(document):
    assert difference(document, document.snapshot()) == ()


@QUICK
@given(documents(), documents())
def test_studies_that_are_not_equal_differ_and_every_difference_has_a_sentence(document, other):
    changes = difference(document, other)
    assert bool(changes) == (document != other)
    for language in ("nl", "en"):
        say = words(language)
        for change in changes:
            assert change_text(change, document, other, say)
            then_and_now(change, document, other, say)


class Told(Verbs):
    """After any verb the study differs from how it began, exactly when it is not equal to that."""

    def check(self):
        if hasattr(self, "session"):
            assert bool(difference(self.start, self.document)) == (self.document != self.start)

    def perform(self, *arguments, **options):
        edit = super().perform(*arguments, **options)
        if edit:
            self.check()
        return edit


TestEveryVerbIsTold = Told.TestCase
TestEveryVerbIsTold.settings = settings(max_examples=3, stateful_step_count=20, deadline=None,
                                        suppress_health_check=list(HealthCheck))  # fmt: skip


def test_a_new_step_and_a_deleted_one_are_told_with_their_phase(then, session):
    first, second = steps_of(then)[:2]
    session.apply(steps.delete(session.document, [second.id]))
    session.apply(steps.add_after(session.document, first.id, "Nieuw"))
    told = {one.code: one for one in found(then, session)}
    assert told["step.gone"].id == second.id
    assert told["step.gone"].phase == second.phase
    assert session.document.steps[told["step.new"].id].title == "Nieuw"


def test_a_feeling_is_told_from_and_to(then, session):
    step = steps_of(then)[3]
    session.apply(steps.set_emotion(session.document, [step.id], -2 if step.emotion != -2 else 2))
    (change,) = found(then, session)
    assert (change.code, change.before, change.after) == ("step.emotion", step.emotion, -2 if step.emotion != -2 else 2)
    assert change.group == "feelings"


def test_words_and_contacts_of_a_step_are_told_by_field(then, session):
    one, two = steps_of(then)[:2]
    session.apply(steps.rename(session.document, one.id, "Anders"))
    session.apply(entities.change(session.document, "step", two.id, body="Meer", moment_of_truth=True))
    first, second = found(then, session)
    assert (first.code, first.before, first.after) == ("step.renamed", one.title, "Anders")
    assert (second.code, set(second.fields)) == ("step.changed", {"body", "moment_of_truth"})


def test_a_step_in_another_phase_moved_and_those_that_made_room_are_told_together(then, session):
    step = steps_of(then)[0]
    phase = steps_of(then)[-1].phase
    session.apply(steps.move_to_phase(session.document, [step.id], phase))
    told = found(then, session)
    moved = [one for one in told if one.code == "step.moved"]
    assert [(one.id, one.before, one.after) for one in moved] == [(step.id, step.phase, phase)]
    assert all(one.code in ("step.moved", "step.shifted") for one in told)


def test_a_deleted_journey_is_one_difference_with_its_steps_counted(then, session):
    journey = max(then.journeys)
    count = sum(step.journey == journey for step in then.steps.values())
    session.apply(journeys.delete(session.document, journey))
    (change,) = found(then, session)
    assert (change.code, change.id, change.n) == ("journey.gone", journey, count)


def test_notes_are_told_as_new_gone_moved_voted_and_rewritten(then, session):
    document = session.document
    step = steps_of(then)[2]
    session.apply(notes.add(document, "pain", "Wachten", notes.Anchor(step=step.id)))
    held = sorted(then.notes)
    session.apply(notes.vote(document, held[0], 3))
    session.apply(entities.change(document, "note", held[0], text="Andere woorden"))
    session.apply(notes.delete(document, [held[1]]))
    session.apply(notes.set_status(document, [held[0]], "done"))
    session.apply(notes.move(document, held[2], notes.PARKED))
    told = codes(found(then, session))
    assert sorted(told) == ["note.gone", "note.moved", "note.new", "note.status", "note.text", "note.votes"]


def test_a_gap_that_closes_is_told_with_what_came_instead(then, session):
    document = session.document
    municipality = next(party.id for party in then.parties.values() if party.kind == "municipality")
    session.apply(parties.add(document, "Verloskundige elders", "care"))
    for step in steps_of(then):
        if not step.nobody:
            session.apply(contacts.set_all(document, [step.id], [Contact(municipality)]))
    told = [one for one in found(then, session, derived=True) if one.code == "gap.closed"]
    assert told
    assert all(one.after == "direct" and one.before is not None for one in told)
    again = Session(session.document.snapshot(), lambda _: None)
    for change in told:
        for step in steps_of(then):
            if step.phase == change.phase:
                again.apply(contacts.set_all(again.document, [step.id], []))
    assert {one.phase for one in difference(session.document, again.document) if one.code == "gap.opened"} >= {
        one.phase for one in told if any(step.phase == one.phase for step in steps_of(then))
    }


def test_personas_parties_phases_links_and_stances_are_told(then, session):
    document = session.document
    phase = steps_of(then)[0].phase
    party = min(then.parties)
    session.apply(phases.rename(document, phase, "Andere naam"))
    session.apply(parties.add(document, "Apotheek", "care"))
    session.apply(entities.change(document, "persona", min(then.personas), tagline="Anders"))
    session.apply(stances.mark_deliberate(document, min(then.journeys), steps_of(then)[1].phase, party, "Bewust"))
    session.apply(links.disconnect(document, [min(then.links)]))
    told = set(codes(found(then, session, derived=True)))
    assert {"phase.renamed", "party.new", "persona.changed", "stance.new", "link.gone"} <= told


def test_differences_are_counted_by_kind_and_said_in_one_line(then, session):
    session.apply(steps.rename(session.document, steps_of(then)[0].id, "Anders"))
    session.apply(personas.add(session.document, "Nieuw"))
    counts = counted(found(then, session))
    assert (counts["steps"], counts["rest"]) == (1, 1)
    assert difference_summary(counts, words("nl")) == "2 verschillen: stappen 1, overig 1."
    assert difference_summary(counted(()), words("nl")) == "Er is niets veranderd."


def test_what_is_gone_tells_what_it_was(then, session):
    step = steps_of(then)[1]
    session.apply(steps.delete(session.document, [step.id]))
    change = next(one for one in found(then, session) if one.code == "step.gone")
    rows = then_and_now(change, then, session.document, words("nl"))
    assert ("Titel", step.title, "") in rows
    assert all(not now for _, _, now in rows)


@QUICK
@given(st.integers(0, 6))
def test_the_order_of_the_list_is_that_of_the_map(size):
    then = study(12, 2)
    session = Session(then.snapshot(), lambda _: None)
    for step in steps_of(then)[:size]:
        session.apply(steps.rename(session.document, step.id, "Anders"))
    told = [one.id for one in found(then, session)]
    assert told == [step.id for step in steps_of(then)[:size]]
