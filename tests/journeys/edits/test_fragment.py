"""Steps taken from one place and put in another: what comes along, what is matched, what is made."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import journeys, lanes, links, notes, putting, steps
from journeys.edits.fragment import take
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.document import Document, place_of
from journeys.model.entities import Image
from journeys.model.integrity import check_document
from journeys.model.time import phases_in_order
from journeys.phrases import edit_text
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(12, 2)


@pytest.fixture
def session(document):
    made = Session(document, lambda _edit: None)
    yield made
    assert check_document(document) == []


def chain(document, number=0):
    journey = list(document.journeys)[number]
    return [step.id for step in document.steps.values() if step.journey == journey]


def put(session, fragment, journey, at=None, on=None):
    edit = putting.put(session.document, fragment, journey, at, on)
    session.apply(edit)
    return edit


def titles(document, journey, phase):
    standing = [s for s in document.steps.values() if (s.journey, s.phase) == (journey, phase)]
    return [step.title for step in sorted(standing, key=lambda step: (step.column, step.track))]


def test_a_fragment_holds_the_links_among_its_steps_and_their_notes_only(document):
    first, second, third, *_ = chain(document)
    found = take(document, [third, second, first])
    assert [step.id for step in found.steps] == [first, second, third]
    assert {(link.source, link.target) for link in found.links} == {(first, second), (second, third)}
    assert {note.step for note in found.notes} <= {first, second, third}


def test_a_fragment_brings_the_parties_that_its_parties_belong_to(document):
    desk = next(party for party in document.parties.values() if party.name == "Burgerzaken")
    step = next(s.id for s in document.steps.values() if s.contacts and s.contacts[0].party == desk.id)
    names = {party.name for party in take(document, [step]).parties}
    assert names == {"Burgerzaken", "Gemeente Voorbeeldstad"}


def test_steps_pasted_in_another_journey_stand_in_the_same_phases(document, session):
    source, target = list(document.journeys)
    fragment = take(document, chain(document)[:4])
    edit = put(session, fragment, target)
    pasted = [document.steps[id_] for id_ in edit.subjects]
    assert [step.phase for step in pasted] == [step.phase for step in fragment.steps]
    assert {step.journey for step in pasted} == {target}
    assert [step.title for step in pasted] == [step.title for step in fragment.steps]
    assert not set(edit.subjects) & set(chain(document)), "the originals have moved"
    assert len(chain(document)) == 12, source


def test_pasted_steps_are_connected_as_the_originals_were(document, session):
    edit = put(session, take(document, chain(document)[:3]), list(document.journeys)[1])
    a, b, c = edit.subjects
    assert {(link.source, link.target) for link in document.links.values()} >= {(a, b), (b, c)}


def test_steps_of_one_phase_come_down_where_one_points_and_neighbours_make_room(document, session):
    journey = next(iter(document.journeys))
    first, second, third = (document.steps[id_] for id_ in chain(document)[:3])
    edit = put(session, take(document, [first.id, second.id]), journey, place_of(third))
    pasted = [document.steps[id_] for id_ in edit.subjects]
    assert [(step.phase, step.column) for step in pasted] == [(third.phase, third.column), (third.phase, 1)]
    moved = document.steps[third.id]
    assert moved.column == third.column + 2


def test_tracks_that_stood_above_one_another_still_do_after_a_paste(document, session):
    journey = next(iter(document.journeys))
    first, second, *_ = chain(document)
    session.apply(steps.add_parallel(document, second, "Tak"))
    branch = next(step for step in document.steps.values() if step.title == "Tak")
    put(session, take(document, [first]), journey, place_of(document.steps[second]))
    assert document.steps[second].column == document.steps[branch.id].column


def three_in_each():
    made = study(18, 2)
    return made, Session(made, lambda _edit: None), [list(made.journeys)[1], *chain(made)]


def columns(document, journey, phase):
    standing = [s for s in document.steps.values() if (s.journey, s.phase) == (journey, phase)]
    return sorted((step.column, step.track, step.stage, step.title) for step in standing)


def test_neighbours_move_aside_as_far_as_what_comes_in_is_wide_and_no_further():
    document, session, (journey, _, second, third, *_) = three_in_each()
    phase = document.steps[second].phase
    put(session, take(document, [second, third]), journey, (journey, phase, "front", 1, 0))
    assert columns(document, journey, phase) == [
        (0, 0, "front", "Stap 1"), (1, 0, "front", "Stap 2"), (2, 0, "front", "Stap 3"), (3, 0, "front", "Stap 2"),
        (4, 0, "front", "Stap 3"),
    ]  # fmt: skip
    assert not check_document(document)


def test_a_row_of_neighbours_moves_aside_together():
    document, session, (journey, first, *_) = three_in_each()
    phase = document.steps[first].phase
    fragment = take(document, [first])
    put(session, fragment, journey, (journey, phase, "front", 0, 0))
    assert [(column, title) for column, _, _, title in columns(document, journey, phase)] == [
        (0, "Stap 1"), (1, "Stap 1"), (2, "Stap 2"), (3, "Stap 3"),
    ]  # fmt: skip


def test_where_there_is_room_nobody_moves_aside():
    document, session, (journey, first, *_) = three_in_each()
    phase = document.steps[first].phase
    put(session, take(document, [first]), journey, (journey, phase, "front", 0, 1))
    assert [(column, track, title) for column, track, _, title in columns(document, journey, phase)] == [
        (0, 0, "Stap 1"), (0, 1, "Stap 1"), (1, 0, "Stap 2"), (2, 0, "Stap 3"),
    ]  # fmt: skip


def test_steps_of_one_stage_go_to_the_stage_one_points_at_and_those_of_two_keep_theirs():
    document, session, (journey, first, second, *_) = three_in_each()
    phase = document.steps[first].phase
    goal = phases_in_order(document)[-1].id
    put(session, take(document, [first, second]), journey, (journey, goal, "back", 5, 0))
    found = columns(document, journey, goal)
    assert found[-2:] == [(5, 0, "back", "Stap 1"), (6, 0, "back", "Stap 2")]
    session.apply(steps.move(document, [second], (document.steps[first].journey, phase, "back", 1, 0)))
    for stage in ("front", "back"):
        put(session, take(document, [first, second]), journey, (journey, goal, stage, 9, 0))
        added = [each for each in columns(document, journey, goal) if each[0] >= 9]
        assert {(stage_, title) for _, _, stage_, title in added} == {("front", "Stap 1"), ("back", "Stap 2")}
    assert not check_document(document)


def test_steps_of_several_phases_go_behind_what_is_in_their_own(document, session):
    journey = list(document.journeys)[1]
    first, *_, last = chain(document)
    before = {phase.id: len(titles(document, journey, phase.id)) for phase in phases_in_order(document)}
    edit = put(
        session, take(document, [first, last]), journey, (journey, phases_in_order(document)[2].id, "front", 0, 0)
    )
    for id_, original in zip(edit.subjects, (first, last), strict=True):
        step = document.steps[id_]
        assert (step.phase, step.column) == (document.steps[original].phase, before[step.phase])


def test_a_note_of_a_phase_in_another_study_hangs_on_the_phase_of_the_same_name(document, session):
    other = _renumbered(study(6, 1))
    journey, phase = next(iter(other.journeys)), phases_in_order(other)[3]
    anchor = notes.Anchor(journey=journey, phase=phase.id)
    edit = notes.add(other, "need", "Uitleg", anchor)
    other.write(edit.changes)
    here = next(iter(document.journeys))
    made = put(session, take(other, list(edit.subjects)), here)
    (note,) = (document.notes[id_] for id_ in made.subjects)
    wanted = next(each.id for each in document.phases.values() if each.name == phase.name)
    assert (note.journey, note.phase) == (here, wanted)


def test_steps_pasted_in_another_study_find_phases_parties_and_channels_by_name(document, session):
    other = study(12, 1)
    strangers = _renumbered(other)
    edit = put(session, take(strangers, list(strangers.steps)), next(iter(document.journeys)))
    pasted = [document.steps[id_] for id_ in edit.subjects]
    assert {step.phase for step in pasted} <= set(document.phases)
    assert len(document.phases) == 6
    assert len(document.parties) == 4
    assert len(document.channels) == 1
    assert len(document.sources) == 1


def test_what_another_study_does_not_know_is_made_there(document, session):
    other = _renumbered(study(8, 1))
    party = next(party for party in other.parties.values() if party.name == "Burgerzaken")
    other.write({("party", party.id): (party, replace(party, name="Sociaal wijkteam"))})
    step = next(s.id for s in other.steps.values() if s.contacts and s.contacts[0].party == party.id)
    edit = put(session, take(other, [step]), next(iter(document.journeys)))
    made = next(party for party in document.parties.values() if party.name == "Sociaal wijkteam")
    assert document.steps[edit.subjects[0]].contacts[0].party == made.id
    assert document.parties[made.parent].name == "Gemeente Voorbeeldstad", "matched, not made again"
    assert len(document.parties) == 5


def test_a_phase_that_is_not_there_becomes_the_one_that_is_pointed_at_or_the_one_on_that_day(document, session):
    journey = next(iter(document.journeys))
    other = _renumbered(study(12, 1))
    phase = phases_in_order(other)[2]
    other.write({("phase", phase.id): (phase, replace(phase, name="Heel iets anders"))})
    fragment = take(other, [step.id for step in other.steps.values() if step.phase == phase.id])
    edit = put(session, fragment, journey)
    assert {document.steps[id_].phase for id_ in edit.subjects} == {phases_in_order(document)[2].id}
    pointed = phases_in_order(document)[5].id
    several = take(other, [step.id for step in other.steps.values() if step.phase in (phase.id, _next(other, phase))])
    edit = put(session, several, journey, (journey, pointed, "front", 9, 0))
    assert pointed in {document.steps[id_].phase for id_ in edit.subjects}


def test_notes_and_cells_come_along_under_new_ids(document, session):
    journey = next(iter(document.journeys))
    step = next(note.step for note in document.notes.values())
    session.apply(lanes.add(document, "Systemen"))
    lane = next(lane for lane in document.lanes.values() if lane.title == "Systemen")
    held = document.steps[step]
    session.apply(lanes.write_cell(document, lane.id, journey, held.phase, "BRP", step=step))
    edit = put(session, take(document, [step]), journey)
    new = edit.subjects[0]
    assert [note.text for note in document.notes.values() if note.step == new] == [
        note.text for note in document.notes.values() if note.step == step
    ]
    assert [cell.text for cell in document.cells.values() if cell.step == new] == ["BRP"]


def test_a_note_copied_on_its_own_hangs_on_the_step_one_stands_on(document, session):
    note = next(iter(document.notes))
    target = chain(document)[7]
    edit = put(session, take(document, [note]), next(iter(document.journeys)), None, notes.Anchor(step=target))
    assert document.notes[edit.subjects[0]].step == target
    assert document.notes[edit.subjects[0]].text == document.notes[note].text
    assert edit_text(edit, words("en")).startswith("Note pasted")


def test_a_note_from_a_study_whose_step_is_not_here_is_parked(document, session):
    other = _renumbered(study(8, 1))
    edit = put(session, take(other, [next(iter(other.notes))]), next(iter(document.journeys)))
    note = document.notes[edit.subjects[0]]
    assert notes.anchor_of(note) == notes.PARKED


def test_a_step_pasted_in_the_desired_journey_is_a_proposal_for_its_original(document, session):
    original = chain(document)[2]
    session.apply(journeys.duplicate(document, document.steps[original].journey, variant="desired"))
    desired = list(document.journeys)[-1]
    edit = put(session, take(document, [original]), desired)
    step = document.steps[edit.subjects[0]]
    assert (step.based_on, step.evidence.status) == (original, "proposed")


def test_a_picture_goes_along_and_is_found_by_its_bytes(document, session):
    step = document.steps[chain(document)[0]]
    image = Image("f" * 32, "png", 10, 10, "a" * 64)
    shown = replace(step, image=image.id)
    document.write({("image", image.id): (None, image), ("step", step.id): (step, shown)})
    edit = put(session, take(document, [step.id]), step.journey)
    assert document.steps[edit.subjects[0]].image == image.id
    assert len(document.images) == 1


def test_a_paste_says_how_many_and_where(document, session):
    journey = next(iter(document.journeys))
    one = take(document, chain(document)[:1])
    spread = take(document, chain(document)[:4])
    say = words("en")
    assert edit_text(put(session, one, journey), say) == "Step pasted in Zwanger!: “Stap 1”"
    assert edit_text(put(session, spread, journey), say) == "4 steps pasted"
    two = take(document, chain(document)[:2])
    assert edit_text(put(session, two, journey), say) == "2 steps pasted in Zwanger!"


def test_duplicates_stand_right_behind_their_originals(document, session):
    journey = next(iter(document.journeys))
    first, second, third, *_ = chain(document)
    session.apply(steps.move(document, [third], (journey, document.steps[first].phase, "front", 2, 0)))
    edit = putting.duplicate(document, [first, second])
    session.apply(edit)
    assert titles(document, journey, document.steps[first].phase) == ["Stap 1", "Stap 2", "Stap 1", "Stap 2", "Stap 3"]
    assert edit_text(edit, words("en")) == "2 steps duplicated"


def test_a_cut_heals_the_flow_and_takes_loose_notes_too(document, session):
    a, b, c, *_ = chain(document)
    note = next(note.id for note in document.notes.values() if note.step not in (a, b, c))
    edit = putting.cut(document, [b, note])
    session.apply(edit)
    assert (a, c) in {(link.source, link.target) for link in document.links.values()}
    assert note not in document.notes
    assert edit_text(edit, words("en")) == "Step cut: “Stap 2”"


def test_a_paste_is_undone_wholly(document, session):
    start = document.snapshot()
    edit = put(
        session, take(_renumbered(study(9, 1)), list(_renumbered(study(9, 1)).steps)), next(iter(start.journeys))
    )
    session.apply(edit.inverse())
    assert document == start


def test_without_phases_there_is_nowhere_to_paste(document):
    bare = Document.of(entity for key, entity in document if key[0] in ("study", "moment", "persona", "journey"))
    with pytest.raises(EditError, match=r"edit\.no_phase"):
        putting.put(bare, take(document, chain(document)[:1]), next(iter(bare.journeys)))


def test_a_link_to_a_step_outside_stays_behind(document):
    a, b, c, *_ = chain(document)
    document.write(links.connect(document, a, c).changes)
    assert [(link.source, link.target) for link in take(document, [a, b]).links] == [(a, b)]


def _renumbered(document):
    """The same study, as somebody else would have made it: under other ids."""
    from journeys.model.references import renamed

    ids = {id_: f"e{id_[1:]}" for table in document.tables.values() for id_ in table}
    return Document.of(renamed(entity, ids) for _, entity in document)


def _next(document, phase):
    ordered = phases_in_order(document)
    return ordered[ordered.index(phases_in_order(document)[2]) + 1].id if phase else ""
