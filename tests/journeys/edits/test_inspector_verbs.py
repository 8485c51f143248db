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


def test_day_0_may_be_put_on_day_0_but_not_a_day_later_and_cannot_go(session):
    day0 = next(moment for moment in session.document.moments.values() if moment.is_day0)
    assert not moments.move(session.document, day0.id, 0)
    for verb in (lambda: moments.move(session.document, day0.id, 1), lambda: moments.delete(session.document, day0.id)):
        with pytest.raises(EditError) as refused:
            verb()
        assert (refused.value.code, refused.value.values) == ("edit.day0", {"title": day0.name})


def test_a_source_no_longer_stands_behind_a_step_and_the_others_do(session):
    first, second = some_steps(session, 2)
    for title in ("Een", "Twee"):
        do(session, evidence.cite_new, "step", [first, second], title)
    one, two = session.document.steps[first].evidence.sources[-2:]
    do(session, evidence.uncite, "step", [first], one)
    assert one not in session.document.steps[first].evidence.sources
    assert two in session.document.steps[first].evidence.sources
    assert one in session.document.steps[second].evidence.sources
    do(session, evidence.cite, "step", [first, second], one)
    assert [session.document.steps[id_].evidence.sources.count(one) for id_ in (first, second)] == [1, 1]
    assert session.document.steps[first].evidence.sources[-1] == one


def test_channels_go_up_and_down(session):
    do(session, channels.add, "Brief", "letter")
    before = [channel.name for channel in channels.in_order(session.document)]
    last = channels.in_order(session.document)[-1]
    do(session, channels.shift, last.id, -1)
    assert [channel.name for channel in channels.in_order(session.document)] == [*before[:-2], before[-1], before[-2]]


def test_the_first_channel_of_all_and_the_next_one_stand_in_the_order_they_came(session):
    do(session, channels.delete, channels.in_order(session.document)[0].id)
    assert not session.document.channels
    for name in ("Website", "Brief", "Balie"):
        do(session, channels.add, name)
    assert [(each.name, each.order) for each in channels.in_order(session.document)] == [
        ("Website", 0), ("Brief", 1), ("Balie", 2),
    ]  # fmt: skip


def test_a_channel_goes_no_further_than_the_ends_of_the_list(session):
    for name in ("Website", "Brief"):
        do(session, channels.add, name)
    desk, site, letter = (each.id for each in channels.in_order(session.document))
    for channel, places, wanted in (
        (desk, -1, [desk, site, letter]), (desk, 9, [site, letter, desk]), (desk, 1, [site, letter, desk]),
        (letter, -9, [letter, site, desk]), (letter, 1, [site, letter, desk]),
    ):  # fmt: skip
        edit = do(session, channels.shift, channel, places)
        assert [each.id for each in channels.in_order(session.document)] == wanted
        assert edit.subjects == (channel,)


def test_a_channel_that_is_not_there_is_not_moved(session):
    with pytest.raises(EditError):
        channels.shift(session.document, "f" * 32, 1)


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


def test_an_opportunity_addresses_needs_questions_and_pain_points_each_once(session):
    asked = [do(session, notes.add, kind, kind).subjects[0] for kind in ("need", "question", "pain")]
    remark = do(session, notes.add, "remark", "Zomaar").subjects[0]
    for kind in ("opportunity", "idea"):
        chance = do(session, notes.add, kind, "Folder").subjects[0]
        edit = do(session, notes.address, chance, [*asked, asked[0]])
        assert session.document.notes[chance].addresses == tuple(asked)
        assert (edit.code, edit.subjects) == ("note.address", (chance,))
        with pytest.raises(EditError, match=r"edit\.no_address"):
            notes.address(session.document, chance, [asked[0], remark])
        do(session, notes.address, chance, [])
        assert session.document.notes[chance].addresses == ()
    assert not notes.address(session.document, remark, [])


def test_notes_are_put_before_another_one_in_the_order_in_which_they_are_given(session):
    first, second = some_steps(session, 2)
    made = [
        do(session, notes.add, "remark", name, notes.Anchor(step=step)).subjects[0]
        for step, name in ((first, "a"), (first, "b"), (first, "c"), (second, "x"), (second, "y"))
    ]
    do(session, notes.move, [made[4], made[3]], notes.Anchor(step=first), before=made[1])

    def listed():
        hung = [each for each in session.document.notes.values() if each.step == first and each.kind == "remark"]
        return "".join(each.text for each in sorted(hung, key=lambda each: each.order))

    assert listed() == "ayxbc"
    do(session, notes.move, made[2], notes.Anchor(step=first), before=made[0])
    assert listed() == "cayxb"
    do(session, notes.move, made[2], notes.Anchor(step=first), before="f" * 32)
    assert listed() == "ayxbc"


def test_votes_are_given_taken_and_cleared(session):
    made = [do(session, notes.add, "idea", text).subjects[0] for text in ("Een", "Twee")]

    def votes():
        return [session.document.notes[id_].votes for id_ in made]

    do(session, notes.vote, made[0], 3), do(session, notes.vote, made[1], -3)
    assert votes() == [3, 0]
    codes = [do(session, notes.vote_more, made[0], change).code for change in (1, -2, -9, 2)]
    assert (votes(), codes) == ([2, 0], ["note.vote_given", "note.vote_taken", "note.vote_taken", "note.vote_given"])
    assert do(session, notes.clear_votes, made).code == "note.votes_cleared"
    assert votes() == [0, 0]


def test_an_action_gets_its_owner_date_and_status(session):
    made = [do(session, notes.add, "idea", text).subjects[0] for text in ("Een", "Twee")]
    do(session, notes.assign, made, "  Fatima ")
    do(session, notes.set_due, made, dt.date(2027, 1, 31))
    edit = do(session, notes.set_status, made, "planned")
    held = [session.document.notes[id_] for id_ in made]
    assert {(note.owner, note.due, note.status) for note in held} == {("Fatima", dt.date(2027, 1, 31), "planned")}
    assert edit_text(edit, NL) == "Status van 2 briefjes gewijzigd"
