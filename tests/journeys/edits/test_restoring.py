"""Back to an earlier state: wholly, so that it is equal, or only what was chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journeys.edits import entities, journeys, moments, notes, personas, phases, restoring, steps
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.entities import Cell, Lane
from journeys.model.integrity import check_document
from journeys.phrases import edit_text
from journeys.session import Session
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study

if TYPE_CHECKING:
    from journeys.model.fields import Kind

QUICK = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def then():
    return study(8, 2)


@pytest.fixture
def session(then):
    return Session(then.snapshot(), lambda _: None)


def first_steps(document):
    journey = min(document.journeys)
    mine = [step for step in document.steps.values() if step.journey == journey]
    return sorted(mine, key=lambda step: (document.phases[step.phase].start_day, step.column))


@QUICK
@given(documents(), documents())
def test_any_study_becomes_equal_to_any_other_and_undo_gives_it_back(document, then):
    start, session = document.snapshot(), Session(document, lambda _: None)
    edit = restoring.restore(document, then, "Na ronde 1")
    session.apply(edit)
    assert document == then
    session.apply(edit.inverse())
    assert document == start


def test_steps_that_return_to_their_own_journey_are_linked_there_as_they_were(session, then):
    document, journey = session.document, min(session.document.journeys)
    built = dict(document.graph(journey).edges)
    other = max(document.journeys)
    elsewhere = then.snapshot()
    moved = [
        replace(step, journey=other, track=step.track + 3) for step in then.steps.values() if step.journey == journey
    ]
    elsewhere.write({("step", step.id): (then.steps[step.id], step) for step in moved})
    session.apply(restoring.restore(document, elsewhere))
    assert not document.graph(journey).edges
    assert set(built) <= set(document.graph(other).edges)
    session.apply(restoring.restore(document, then))
    assert dict(document.graph(journey).edges) == built
    assert not set(built) & set(document.graph(other).edges)


@QUICK
@given(documents(), st.data())
def test_whatever_is_brought_back_the_study_stays_valid(then, data):
    session = Session(then.snapshot(), lambda _: None)
    document = session.document
    kinds: list[Kind] = [
        kind for kind in ("journey", "persona", "phase", "step", "party", "note") if document.tables[kind]
    ]
    gone = []
    for kind in kinds[: data.draw(st.integers(0, 3))]:
        ids = sorted(document.tables[kind])
        if ids:
            id_ = data.draw(st.sampled_from(ids))
            verb = {"phase": phases.delete}.get(kind)
            try:
                session.apply(verb(document, id_) if verb else entities.delete(document, kind, id_))
            except EditError:
                continue
            gone.append((kind, id_))
    before = document.snapshot()
    if not gone:
        return
    edit = restoring.bring_back(document, then, gone)
    session.apply(edit)
    assert check_document(document) == []
    assert all(document.get(key) is not None for key in gone)
    session.apply(edit.inverse())
    assert document == before


def test_going_back_is_one_edit_with_a_sentence(then, session):
    session.apply(personas.delete(session.document, max(then.personas)))
    edit = restoring.restore(session.document, then, "Na ronde 1")
    assert edit_text(edit, words("nl")) == "Teruggezet naar “Na ronde 1”"
    assert edit_text(edit, words("en")) == "Put back to “Na ronde 1”"
    assert not restoring.restore(then, then, "Na ronde 1")


def test_a_deleted_step_comes_back_with_its_notes_and_its_place_in_the_flow(then, session):
    step = first_steps(then)[2]
    session.apply(notes.add(session.document, "pain", "Later", notes.PARKED))
    session.apply(steps.delete(session.document, [step.id]))
    edit = restoring.bring_back(session.document, then, [("step", step.id)], "Na ronde 1")
    session.apply(edit)
    assert session.document.steps[step.id] == step
    hung = [note for note in then.notes.values() if note.step == step.id]
    assert all(session.document.notes[note.id] == note for note in hung)
    now = {(link.source, link.target) for link in session.document.links.values()}
    assert now == {(link.source, link.target) for link in then.links.values()}  # and the shortcut past it is gone
    assert edit_text(edit, words("en")) == f"Brought back: “{step.title}”"


def test_what_was_based_on_a_deleted_step_is_so_again_unless_it_has_another_ground_now(then, session):
    document, (old, other, *_) = session.document, first_steps(then)
    wanted = [replace(step, based_on=old.id) for step in then.steps.values() if step.journey != old.journey][:2]
    for held in (then, document):
        held.write({("step", step.id): (held.steps[step.id], step) for step in wanted})
    session.apply(steps.delete(document, [old.id]))
    kept, moved = (step.id for step in wanted)
    assert document.steps[kept].based_on is None
    changed = replace(document.steps[moved], based_on=other.id)
    document.write({("step", moved): (document.steps[moved], changed)})
    session.apply(restoring.bring_back(document, then, [("step", old.id)]))
    assert (document.steps[kept].based_on, document.steps[moved].based_on) == (old.id, other.id)
    assert check_document(document) == []


def test_a_step_whose_place_was_taken_comes_behind_the_others(then, session):
    step = first_steps(then)[0]
    session.apply(steps.delete(session.document, [step.id]))
    place = (step.journey, step.phase, step.stage, step.column, step.track)
    session.apply(steps.add(session.document, place, "Ingenomen"))
    session.apply(restoring.bring_back(session.document, then, [("step", step.id)]))
    back = session.document.steps[step.id]
    assert back.phase == step.phase
    assert (back.column, back.track) != (step.column, step.track)
    assert check_document(session.document) == []


def test_a_deleted_journey_comes_back_whole_even_when_its_persona_went_too(then, session):
    journey = then.journeys[max(then.journeys)]
    session.apply(personas.delete(session.document, journey.persona))
    assert journey.id not in session.document.journeys
    session.apply(restoring.bring_back(session.document, then, [("journey", journey.id)]))
    assert session.document.personas[journey.persona] == then.personas[journey.persona]
    mine = {step.id for step in then.steps.values() if step.journey == journey.id}
    assert mine <= session.document.steps.keys()
    assert {link.id for link in then.links.values() if link.source in mine} <= session.document.links.keys()


def test_only_one_of_two_deleted_journeys_comes_back(then, session):
    first, second = sorted(then.journeys)
    session.apply(journeys.delete(session.document, first))
    session.apply(journeys.delete(session.document, second))
    session.apply(restoring.bring_back(session.document, then, [("journey", second)]))
    assert set(session.document.journeys) == {second}


def test_a_changed_step_becomes_as_it_was_and_nothing_else(then, session):
    one, two = first_steps(then)[:2]
    session.apply(steps.rename(session.document, one.id, "Anders"))
    session.apply(steps.rename(session.document, two.id, "Ook anders"))
    session.apply(restoring.bring_back(session.document, then, [("step", one.id)]))
    assert session.document.steps[one.id] == one
    assert session.document.steps[two.id].title == "Ook anders"


def test_a_deleted_phase_comes_back_on_its_day_or_the_next_that_is_free(then, session):
    phase = sorted(then.phases.values(), key=lambda phase: phase.start_day)[2]
    session.apply(phases.delete(session.document, phase.id))
    other = max(session.document.phases.values(), key=lambda held: held.start_day)
    session.apply(entities.change(session.document, "phase", other.id, start_day=phase.start_day))
    session.apply(restoring.bring_back(session.document, then, [("phase", phase.id)]))
    assert session.document.phases[phase.id].start_day == phase.start_day + 1


def test_what_was_never_there_cannot_come_back(then, session):
    with pytest.raises(EditError, match=r"edit.gone"):
        restoring.bring_back(session.document, then, [("step", "f" * 32)])


def test_what_comes_back_no_longer_refers_to_what_stays_away(then):
    need = notes.add(then, "need", "Rust")
    then.write(need.changes)
    chance = notes.add(then, "opportunity", "Wacht met bellen")
    then.write(chance.changes)
    (asked,), (made,) = need.subjects, chance.subjects
    then.write(notes.address(then, made, [asked]).changes)
    now = then.snapshot()
    now.write(notes.delete(now, [asked, made]).changes)
    edit = restoring.bring_back(now, then, [("note", made)])
    now.write(edit.changes)
    assert not check_document(now)
    assert now.notes[made] == replace(then.notes[made], addresses=())
    assert asked not in now.notes
    assert edit.subjects == (made,)


def test_a_text_of_a_lane_that_was_deleted_brings_the_lane_along(then):
    lane = Lane("a" * 32, "text", "Vragen", 9)
    cell = Cell("b" * 32, lane.id, min(then.journeys), min(then.phases), None, "Wie betaalt?")
    for made in (lane, cell):
        then.write(entities.add(then, made).changes)
    now = then.snapshot()
    now.write(entities.delete(now, "lane", [lane.id]).changes)
    assert cell.id not in now.cells
    now.write(restoring.bring_back(now, then, [("cell", cell.id)]).changes)
    assert now == then


def test_day_0_that_is_brought_back_stays_day_0_and_one_that_was_it_does_not_become_it_again(then):
    day0, other = sorted(then.moments.values(), key=lambda moment: not moment.is_day0)
    now = then.snapshot()
    now.write(entities.change(now, "moment", day0.id, name="Anders").changes)
    back = now.snapshot()
    back.write(restoring.bring_back(now, then, [("moment", day0.id)]).changes)
    assert back.moments[day0.id] == day0
    now.write(moments.set_day0(now, other.id).changes)
    back = now.snapshot()
    back.write(restoring.bring_back(now, then, [("moment", day0.id)]).changes)
    assert not check_document(back)
    assert [moment.id for moment in back.moments.values() if moment.is_day0] == [other.id]
    assert back.moments[day0.id].name == day0.name
