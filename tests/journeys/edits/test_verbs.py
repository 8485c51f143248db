"""What the verbs do, one by one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import (
    entities,
    journeys,
    lanes,
    links,
    merge,
    moments,
    notes,
    parties,
    phases,
    putting,
    stances,
    steps,
)
from journeys.edits import study as studies
from journeys.edits.edit import Edit
from journeys.errors import EditError
from journeys.model.entities import Link, Persona
from journeys.model.integrity import check_document
from journeys.model.time import periods, phase_on, phases_in_order, side
from journeys.model.values import Contact
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(12, 2)


@pytest.fixture
def session(document):
    return Session(document, lambda _edit: None)


def chain(document):
    """The ids of the first journey's steps, in their order."""
    journey = next(iter(document.journeys))
    return [step.id for step in document.steps.values() if step.journey == journey]


def pairs(document):
    return {(link.source, link.target) for link in document.links.values()}


def test_a_deleted_step_heals_the_flow(document, session):
    a, b, c, d, *_ = chain(document)
    session.apply(steps.delete(document, [b, c]))
    assert (a, d) in pairs(document)
    assert not {b, c} & {end for pair in pairs(document) for end in pair}


@pytest.mark.parametrize("verb", [steps.delete, putting.cut])
def test_a_step_goes_with_the_journey_about_it_of_which_a_step_goes_as_well(document, session, verb):
    _, inside, *_ = chain(document)
    about = document.steps[inside].journey
    parent = next(step.id for step in document.steps.values() if step.journey != about)
    session.apply(entities.change(document, "journey", about, parent_step=parent))
    session.apply(verb(document, [inside, parent]))
    assert about not in document.journeys
    assert parent not in document.steps


def test_healing_does_not_connect_what_was_connected_already(document, session):
    a, b, c, d, *_ = chain(document)
    session.apply(links.connect(document, a, c))
    session.apply(links.connect(document, a, d))
    session.apply(steps.delete(document, [b]))
    assert sorted(pairs(document)).count((a, c)) == 1
    session.apply(steps.delete(document, [c]))
    assert [(link.source, link.target) for link in document.links.values()].count((a, d)) == 1


def test_healing_makes_at_most_four_links_and_keeps_the_labels_of_the_incoming(document, session):
    hub, *others = chain(document)
    for before in others[:3]:
        session.apply(links.connect(document, before, hub))
    for after in others[3:6]:
        session.apply(links.connect(document, hub, after))
    for link in [link for link in document.links.values() if link.target == hub]:
        session.apply(entities.change(document, "link", link.id, label="als het kan"))
    before = pairs(document)
    session.apply(steps.delete(document, [hub]))
    made = pairs(document) - before
    assert len(made) == 4
    labels = {link.label for link in document.links.values() if (link.source, link.target) in made}
    assert labels == {"als het kan"}


def test_the_notes_of_a_deleted_step_come_back_with_undo(document, session):
    step = next(note.step for note in document.notes.values())
    start = document.snapshot()
    edit = steps.delete(document, [step])
    session.apply(edit)
    assert all(note.step != step for note in document.notes.values())
    session.apply(edit.inverse())
    assert document == start


def test_a_step_put_on_a_taken_place_moves_its_neighbours_on(document, session):
    first, second = (document.steps[step] for step in chain(document)[:2])
    session.apply(steps.add(document, (first.journey, first.phase, "front", 0, 0), "Nieuw"))
    assert document.steps[first.id].column == 1
    assert document.steps[second.id].column == 2


def test_the_next_step_takes_over_what_followed(document, session):
    a, b, *_ = chain(document)
    edit = steps.add_after(document, a, "Ertussen")
    session.apply(edit)
    (new,) = edit.subjects
    assert {(a, new), (new, b)} <= pairs(document)
    assert (a, b) not in pairs(document)


def test_a_parallel_step_has_the_same_steps_before_and_after_it(document, session):
    a, b, c, *_ = chain(document)
    edit = steps.add_parallel(document, b, "Tak")
    session.apply(edit)
    (new,) = edit.subjects
    assert {(a, new), (new, c)} <= pairs(document)
    assert document.steps[new].track == document.steps[b].track + 1


def test_moving_a_step_over_a_phase_border_and_back_is_two_nudges(document, session):
    step = document.steps[chain(document)[1]]
    start = document.snapshot()
    session.apply(steps.nudge(document, step.id, "right"))
    now = document.steps[step.id]
    assert (now.phase, now.column) == (phases_in_order(document)[1].id, 0)
    session.apply(steps.nudge(document, step.id, "left"))
    assert document == start


def test_a_nudged_step_changes_places_with_its_neighbour(document, session):
    a, b, *_ = chain(document)
    session.apply(steps.nudge(document, a, "right"))
    assert (document.steps[a].column, document.steps[b].column) == (1, 0)


def test_moved_steps_keep_their_distance(document, session):
    a, b, *_ = chain(document)
    target = phases_in_order(document)[4]
    session.apply(steps.move(document, [b, a], (document.steps[a].journey, target.id, "front", 5, 1)))
    assert [(document.steps[i].column, document.steps[i].track) for i in (a, b)] == [(5, 1), (6, 1)]


def test_steps_do_not_move_into_another_journey(document):
    other = list(document.journeys)[1]
    step = document.steps[chain(document)[0]]
    with pytest.raises(EditError, match=r"edit\.other_journey"):
        steps.move(document, [step.id], (other, step.phase, "front", 0, 0))


def test_steps_that_are_connected_already_stay_as_they_are(document):
    a, b, *_ = chain(document)
    assert not links.connect(document, a, b)
    with pytest.raises(EditError, match=r"edit\.self_link"):
        links.connect(document, a, a)


def test_a_deleted_phase_leaves_its_steps_to_the_phase_before_it(document, session):
    first, second, third, *_ = phases_in_order(document)
    moved = [step.id for step in document.referring(second.id, "step")]
    session.apply(phases.delete(document, second.id))
    assert {document.steps[step].phase for step in moved} == {first.id}
    assert periods(document)[first.id] == (first.start_day, third.start_day)


def test_a_deleted_phase_leaves_its_notes_and_cells_to_its_neighbour_too(document, session):
    first, second, *_ = phases_in_order(document)
    journey = next(iter(document.journeys))
    session.apply(notes.add(document, "idea", "Folder bij de balie", notes.Anchor(journey=journey, phase=second.id)))
    lane = lanes.add(document, "Wetgeving")
    session.apply(lane)
    session.apply(lanes.write_cell(document, lane.subjects[0], journey, second.id, "BW 1:19e"))
    session.apply(phases.delete(document, second.id))
    assert [note.phase for note in document.notes.values() if note.text == "Folder bij de balie"] == [first.id]
    assert [(cell.phase, cell.text) for cell in document.cells.values()] == [(first.id, "BW 1:19e")]


def test_a_deleted_first_phase_leaves_its_steps_and_start_to_the_next(document, session):
    first, second, *_ = phases_in_order(document)
    moved = [step.id for step in document.referring(first.id, "step")]
    session.apply(phases.delete(document, first.id))
    assert {document.steps[step].phase for step in moved} == {second.id}
    assert [document.steps[step].column for step in moved] == [0, 1, 0, 1]
    assert document.phases[second.id].start_day == first.start_day


def test_the_last_phase_cannot_be_deleted(document, session):
    for phase in phases_in_order(document)[1:]:
        session.apply(phases.delete(document, phase.id))
    with pytest.raises(EditError, match=r"edit\.last_phase"):
        phases.delete(document, next(iter(document.phases)))


def test_a_phase_border_stays_between_its_neighbours(document, session):
    _, second, *_ = phases_in_order(document)
    session.apply(phases.set_start(document, second.id, -50))
    with pytest.raises(EditError) as caught:
        phases.set_start(document, second.id, 0)
    assert (caught.value.values["least"], caught.value.values["most"]) == (-269, -43)


def test_a_new_phase_splits_the_one_before_it(document, session):
    first, *_ = phases_in_order(document)
    session.apply(phases.add(document, "Twijfel", after=first.id))
    assert [phase.start_day for phase in phases_in_order(document)][:3] == [-270, -240, -210]


def test_another_day_0_shifts_every_day_and_undo_shifts_it_back(document, session):
    birth = next(moment for moment in document.moments.values() if moment.name == "Geboorte")
    start = document.snapshot()
    edit = moments.set_day0(document, birth.id)
    session.apply(edit)
    assert document.moments[birth.id].day == 0
    assert [phase.start_day for phase in phases_in_order(document)] == [-268, -208, -40, 2, 3, 12]
    assert document.study.end_day == start.study.end_day + 2
    session.apply(edit.inverse())
    assert document == start


def test_a_desired_journey_knows_what_it_is_based_on(document, session):
    current = next(iter(document.journeys))
    edit = journeys.duplicate(document, current, variant="desired")
    session.apply(edit)
    desired = document.journeys[edit.subjects[0]]
    assert (desired.variant, desired.based_on) == ("desired", current)
    copies = [step for step in document.steps.values() if step.journey == desired.id]
    assert {step.based_on for step in copies} == set(chain(document))
    assert {step.evidence.status for step in copies} == {"proposed"}
    assert len(document.graph(desired.id).edges) == len(document.graph(current).edges)


def test_a_journey_copied_to_another_persona_has_the_same_shape(document, session):
    current, other = next(iter(document.journeys)), list(document.personas)[1]
    edit = journeys.duplicate(document, current, persona=other)
    session.apply(edit)
    copy = document.journeys[edit.subjects[0]]
    assert (copy.persona, copy.based_on) == (other, None)
    assert len(document.referring(copy.id, "step")) == len(chain(document))
    assert check_document(document) == []


def test_a_deleted_party_leaves_its_contacts_without_it_and_its_parts_to_its_parent(document, session):
    town, office, *_ = document.parties.values()
    session.apply(parties.add(document, "Balie", "department", parent=office.id))
    desk = next(party for party in document.parties.values() if party.name == "Balie")
    session.apply(parties.delete(document, office.id))
    assert document.parties[desk.id].parent == town.id
    assert all(contact.party != office.id for step in document.steps.values() for contact in step.contacts)


def test_two_contacts_that_become_the_same_become_one(document, session):
    town, office, *_ = document.parties
    step = document.steps[chain(document)[0]]
    channel = next(iter(document.channels))
    two = (Contact(town, channel), Contact(office, channel), Contact(office))
    session.apply(entities.change(document, "step", step.id, contacts=two, nobody=False))
    session.apply(parties.delete(document, office))
    session.apply(entities.change(document, "study", document.study.id, scope=None))
    session.apply(parties.delete(document, town))
    assert document.steps[step.id].contacts == (Contact(None, channel),)


def test_absence_is_deliberate_only_with_a_reason_and_once_per_scope(document, session):
    journey, phase, scope = next(iter(document.journeys)), next(iter(document.phases)), document.study.scope
    with pytest.raises(EditError, match=r"edit\.no_reason"):
        stances.mark_deliberate(document, journey, phase, scope, "  ")
    session.apply(stances.mark_deliberate(document, journey, phase, scope, "Dit is van de ouders zelf"))
    session.apply(stances.mark_deliberate(document, journey, phase, scope, "Anders verwoord"))
    assert [stance.reason for stance in document.stances.values()] == ["Anders verwoord"]
    session.apply(stances.withdraw(document, journey, phase, scope))
    assert not document.stances


def test_a_note_can_be_answered_only_when_it_asks_something(document, session):
    party = next(iter(document.parties))
    need = notes.add(document, "need", "Wanneer moet dit?")
    session.apply(need)
    session.apply(notes.answer(document, need.subjects[0], party))
    assert document.notes[need.subjects[0]].answered_by == party
    quote = notes.add(document, "quote", "Niemand vertelde ons dit")
    session.apply(quote)
    with pytest.raises(EditError, match=r"edit\.no_answer"):
        notes.answer(document, quote.subjects[0], party)


def test_an_unknown_field_or_id_is_refused(document):
    with pytest.raises(EditError, match=r"edit\.no_field"):
        entities.change(document, "step", chain(document)[0], colour=3)
    with pytest.raises(EditError, match=r"edit\.gone"):
        steps.rename(document, "f" * 32, "x")


def test_merging_a_study_with_itself_changes_nothing(document):
    assert not merge.merge(document, study(12, 2))


def test_a_merged_study_brings_its_personas_and_shares_parties_and_phases(document, session):
    other = study(6, 1)
    stranger = replace(next(iter(other.personas.values())), name="Joke & Lotte")
    Session(other, lambda _edit: None).apply(entities.change(other, "persona", stranger.id, name="Joke & Lotte"))
    parties_before, phases_before = dict(document.parties), dict(document.phases)
    session.apply(merge.merge(document, other))
    assert check_document(document) == []
    assert sorted(persona.name for persona in document.personas.values()) == ["Joke & Lotte", "Persona 1", "Persona 2"]
    assert (document.parties, document.phases) == (parties_before, phases_before)


def test_a_blank_study_is_well_formed_in_both_languages():
    for language in ("nl", "en"):
        blank = studies.blank("Verhuizen", language)
        assert check_document(blank) == []
        assert [side(period) for period in periods(blank).values()] == ["before", "at", "after"]


def test_the_phase_on_a_day_is_the_one_whose_period_holds_it(document):
    names = {day: phase_on(document, day) for day in (-271, -270, 0, 363, 364)}
    assert {day: phase and phase.name for day, phase in names.items()} == {
        -271: None, -270: "Zwanger!", 0: "Aangifte", 363: "Eerste jaar", 364: None,
    }  # fmt: skip


def test_text_is_cleaned_on_its_way_in(document, session):
    step = chain(document)[0]
    session.apply(steps.rename(document, step, "  Erkenning\u202e?\x00 "))
    assert document.steps[step].title == "Erkenning?"


def test_an_edit_that_was_merged_with_a_later_one_is_undone_at_once(document, session):
    start = document.snapshot()
    step = chain(document)[0]
    first = steps.rename(document, step, "E")
    session.apply(first)
    second = steps.rename(document, step, "Er")
    session.apply(second)
    joined = first.then(second)
    session.apply(joined.inverse())
    assert document == start
    assert not first.then(first.inverse())


def test_a_stale_edit_is_refused_and_changes_nothing(document, session):
    step = chain(document)[0]
    stale = steps.rename(document, step, "Ander")
    session.apply(steps.rename(document, step, "Eerst"))
    before = document.snapshot()
    with pytest.raises(EditError, match=r"edit\.stale"):
        session.apply(stale)
    assert document == before


def test_an_edit_that_breaks_a_rule_is_refused_before_it_is_written(document):
    written: list[Edit] = []
    session = Session(document, written.append)
    a, b, *_ = chain(document)
    double = Link("d" * 32, a, b)
    with pytest.raises(EditError, match=r"edit\.refused") as caught:
        session.apply(Edit("link.add", {("link", double.id): (None, double)}))
    assert str(caught.value.values["problem"]).startswith("Problem(code='rule.double_link'")
    assert not written


@pytest.mark.expects_log("a listener failed")
def test_a_failing_listener_does_not_keep_the_others_from_hearing(document, session):
    heard: list[Edit] = []
    session.listen(lambda _edit: 1 / 0)
    stop = session.listen(heard.append)
    session.apply(steps.rename(document, chain(document)[0], "Ander"))
    stop()
    session.apply(steps.rename(document, chain(document)[0], "Nog anders"))
    assert len(heard) == 1


def test_changing_several_personas_at_once_is_one_edit(document):
    edit = entities.change(document, "persona", list(document.personas), tagline="Samen")
    assert len(edit.changes) == 2
    assert all(isinstance(after, Persona) for _, after in edit.changes.values())


def test_a_step_that_moves_into_an_empty_phase_stands_in_its_first_column(document, session):
    first, second, *_ = phases_in_order(document)
    session.apply(steps.delete(document, [step.id for step in document.referring(first.id, "step")]))
    step = min(document.referring(second.id, "step"), key=lambda step: step.column)
    session.apply(steps.nudge(document, step.id, "left"))
    assert (document.steps[step.id].phase, document.steps[step.id].column) == (first.id, 0)
    session.apply(steps.nudge(document, step.id, "right"))
    assert (document.steps[step.id].phase, document.steps[step.id].column) == (second.id, 0)
