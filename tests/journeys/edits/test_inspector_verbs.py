"""What the inspector asks for: evidence, contacts of several steps, ends of phases, channels, kinds of notes."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.edits import channels, contacts, evidence, links, moments, notes, phases
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.time import periods, phases_in_order
from journeys.model.values import Contact
from journeys.phrases import edit_text
from journeys.session import Session
from tests.journeys.studies import study

NL = words("nl")


@pytest.fixture
def session():
    return Session(study(8), lambda _: None)


def do(session, verb, *arguments, **fields):
    edit = verb(session.document, *arguments, **fields)
    session.apply(edit)
    return edit


def some_steps(session, n=3):
    return list(session.document.steps)[:n]


def test_a_new_source_is_made_and_named_in_one_edit(session):
    ids = some_steps(session)
    edit = do(session, evidence.cite_new, "step", ids, "Wijkgesprek", kind="workshop", people=9)
    (made,) = [source for source in session.document.sources.values() if source.title == "Wijkgesprek"]
    assert all(made.id in session.document.steps[id_].evidence.sources for id_ in ids)
    assert edit_text(edit, NL) == "Bron toegevoegd: “Wijkgesprek”"
    session.apply(edit.inverse())
    assert made.id not in session.document.sources


def test_a_deleted_source_is_named_nowhere_any_more(session):
    ids = some_steps(session)
    do(session, evidence.cite_new, "step", ids, "Wijkgesprek")
    source = session.document.steps[ids[0]].evidence.sources[-1]
    assert evidence.cited_by(session.document, source) == 3
    do(session, evidence.delete_source, source)
    assert all(source not in step.evidence.sources for step in session.document.steps.values())


def test_how_we_know_is_said_of_several_steps_at_once(session):
    edit = do(session, evidence.set_status, "step", some_steps(session), "observed")
    assert {session.document.steps[id_].evidence.status for id_ in some_steps(session)} == {"observed"}
    assert edit_text(edit, NL) == "Onderbouwing van 3 stappen gewijzigd"


def test_saying_nobody_clears_the_contacts_and_a_contact_clears_nobody(session):
    ids, party = some_steps(session), next(iter(session.document.parties))
    do(session, contacts.set_nobody, ids, nobody=True)
    assert all(session.document.steps[id_].contacts == () for id_ in ids)
    do(session, contacts.add, ids, Contact(party))
    assert all(not session.document.steps[id_].nobody for id_ in ids)


def test_contacts_of_several_steps_are_replaced_by_one(session):
    ids, party = some_steps(session), next(iter(session.document.parties))
    do(session, contacts.set_all, ids, [Contact(party)])
    assert {session.document.steps[id_].contacts for id_ in ids} == {(Contact(party),)}
    do(session, contacts.drop, ids, Contact(party))
    assert {session.document.steps[id_].contacts for id_ in ids} == {()}


def test_steps_are_connected_in_reading_order_and_not_twice(session):
    ids = list(session.document.steps)
    do(session, links.disconnect, list(session.document.links))
    do(session, links.connect_in_order, list(reversed(ids[:4])))
    assert len(session.document.links) == 3
    assert not links.connect_in_order(session.document, ids[:4])


def test_the_end_of_a_phase_is_where_the_next_begins(session):
    first, second, *_ = phases_in_order(session.document)
    do(session, phases.set_end, first.id, -200)
    assert session.document.phases[second.id].start_day == -200
    last = phases_in_order(session.document)[-1]
    do(session, phases.set_end, last.id, 500)
    assert session.document.study.end_day == 500
    assert periods(session.document)[last.id][1] == 500


def test_a_phase_cannot_end_before_it_begins(session):
    first = phases_in_order(session.document)[0]
    with pytest.raises(EditError) as refused:
        phases.set_end(session.document, first.id, first.start_day)
    assert refused.value.code == "edit.end_out_of_range"


def test_day_0_stays_on_day_0(session):
    day0 = next(moment for moment in session.document.moments.values() if moment.is_day0)
    with pytest.raises(EditError):
        moments.move(session.document, day0.id, 3)


def test_channels_go_up_and_down(session):
    do(session, channels.add, "Brief", "letter")
    before = [channel.name for channel in channels.in_order(session.document)]
    last = channels.in_order(session.document)[-1]
    do(session, channels.shift, last.id, -1)
    assert [channel.name for channel in channels.in_order(session.document)] == [*before[:-2], before[-1], before[-2]]


def test_another_kind_of_note_lets_go_of_what_it_cannot_have(session):
    need = do(session, notes.add, "need", "Weten waar").subjects[0]
    party = next(iter(session.document.parties))
    do(session, notes.answer, need, party)
    chance = do(session, notes.add, "opportunity", "Folder").subjects[0]
    do(session, notes.address, chance, [need])
    do(session, notes.set_kind, [need, chance], "remark")
    assert session.document.notes[need].answered_by is None
    assert session.document.notes[chance].addresses == ()


def test_only_opportunities_and_ideas_address_needs(session):
    need = do(session, notes.add, "need", "Weten waar").subjects[0]
    other = do(session, notes.add, "need", "Weten wie").subjects[0]
    with pytest.raises(EditError) as refused:
        notes.address(session.document, need, [other])
    assert refused.value.code == "edit.no_address"


def test_an_action_gets_its_owner_date_and_status(session):
    made = [do(session, notes.add, "idea", text).subjects[0] for text in ("Een", "Twee")]
    do(session, notes.assign, made, "  Fatima ")
    do(session, notes.set_due, made, dt.date(2027, 1, 31))
    edit = do(session, notes.set_status, made, "planned")
    held = [session.document.notes[id_] for id_ in made]
    assert {(note.owner, note.due, note.status) for note in held} == {("Fatima", dt.date(2027, 1, 31), "planned")}
    assert edit_text(edit, NL) == "Status van 2 briefjes gewijzigd"
