"""The files of several table groups become one study: what is the same is joined, nothing else is lost."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest

from journeys.edits import entities, merge, notes, steps
from journeys.edits import journeys as journey_verbs
from journeys.edits.merge import HERE, Part, Ref
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model import integrity
from journeys.model.document import Document
from journeys.model.entities import Cell, Image, Lane, Phase, Stance, View
from journeys.model.integrity import check_document
from journeys.model.references import renamed
from journeys.model.values import Evidence
from journeys.phrases import edit_text
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def here():
    return study(6, 1)


def apart(document):
    """As another group would have made it."""
    ids = {id_: uuid4().hex for table in document.tables.values() for id_ in table}
    return Document.of(renamed(entity, ids) for _, entity in document)


def change(document, kind, id_=None, **fields):
    id_ = id_ or next(iter(document.tables[kind]))
    document.tables[kind][id_] = replace(document.tables[kind][id_], **fields)
    return document.snapshot()


def first(document, kind):
    return next(iter(document.tables[kind].values()))


def pair(here, there, kind, file=0, number=0):
    """The same thing in a study and its copy."""
    return Ref(HERE, list(here.tables[kind])[number]), Ref(file, list(there.tables[kind])[number])


def perform(document, parts, same=(), into=None):
    session = Session(document.snapshot(), lambda _edit: None)
    found = merge.merge_files(document, parts, same, into)
    session.apply(found.edit)
    assert check_document(session.document) == []
    return session.document, found.edit


def test_each_group_keeps_its_own_journey_under_its_name(here):
    one, two = apart(here), apart(here)
    after, edit = perform(
        here, [Part(one, "tafel 1"), Part(two, "tafel 2")], [pair(here, one, "persona"), pair(here, two, "persona", 1)]
    )
    assert len(after.personas) == 1
    assert [each.title for each in after.journeys.values()] == [
        "Een kind krijgen", "Een kind krijgen (tafel 1)", "Een kind krijgen (tafel 2)"
    ]  # fmt: skip
    assert edit_text(edit, words("nl")) == "2 bestanden samengevoegd: 2 reizen, 12 stappen, 2 dubbele samengenomen"


def test_a_copy_of_the_study_in_which_a_step_was_changed_comes_as_a_journey_of_its_own(here):
    there = here.snapshot()
    there.write(steps.rename(there, next(iter(there.steps)), "Anders").changes)
    after, _ = perform(here, [Part(there, "tafel 1")])
    assert len(after.journeys) == 2
    assert sum(step.title == "Anders" for step in after.steps.values()) == 1
    assert len(after.steps) == 2 * len(here.steps)


def test_two_versions_of_one_file_share_what_did_not_change(here):
    there = apart(study(6, 2))
    later = there.snapshot()
    later.write(steps.rename(later, next(iter(later.steps)), "Anders").changes)
    after, _ = perform(here, [Part(there, "vroeg"), Part(later, "laat")])
    assert len(after.journeys) == 4  # one here, two of the group, and the one that changed


def test_what_is_said_of_a_persona_elsewhere_is_kept(here):
    there = apart(here)
    change(here, "persona", quote="Wij wisten van niets", tagline="Eerste kind", context="Wonen in de stad.")
    change(
        there, "persona", quote="Niemand zei iets", tagline="Ongehuwd", context="Wonen in een dorp.", name="Persona I"
    )
    after, _ = perform(here, [Part(there)], [pair(here, there, "persona")])
    (persona,) = after.personas.values()
    assert (persona.name, persona.tagline) == ("Persona 1", "Eerste kind")
    assert persona.context.split("\n") == ["Wonen in de stad.", "Persona I", "Ongehuwd", "Wonen in een dorp."]
    assert [note.text for note in after.notes.values() if note.persona] == ["Niemand zei iets"]


def test_votes_sources_and_words_of_the_same_note_are_kept(here):
    there = apart(here)
    source = first(there, "source")
    change(there, "source", title="Tafelgesprek")
    change(here, "note", votes=2, owner="Anna")
    change(there, "note", votes=3, text="Anders gezegd", owner="Bas", evidence=Evidence("observed", (source.id,)))
    before = first(here, "note")
    after, _ = perform(here, [Part(there)], [pair(here, there, "note")])
    note = after.notes[before.id]
    assert (note.text, note.votes, note.owner) == (before.text, 5, "Anna · Bas")
    assert note.evidence == Evidence("observed", (source.id,), "“Anders gezegd”")
    assert len(after.notes) == 2 * len(here.notes) - 1


def test_votes_that_stood_there_before_the_files_went_apart_count_once(here):
    change(here, "note", votes=2)
    one, two = here.snapshot(), here.snapshot()
    change(one, "note", votes=5), change(two, "note", votes=3)
    note = first(here, "note").id
    same = [(Ref(HERE, note), Ref(0, note)), (Ref(HERE, note), Ref(1, note))]
    after, _ = perform(here, [Part(one), Part(two)], same)
    assert after.notes[note].votes == 6


def test_notes_too_long_to_be_one_stay_two(here):
    there = apart(here)
    change(here, "note", evidence=Evidence(note="a" * 9_000))
    change(there, "note", evidence=Evidence(note="b" * 9_000))
    after, _ = perform(here, [Part(there)], [pair(here, there, "note")])
    assert {note.evidence.note[:1] for note in after.notes.values()} == {"a", "b", ""}


def test_a_party_judged_the_same_gives_way_in_every_contact(here):
    there = apart(here)
    change(there, "party", list(there.parties)[2], name="Vroedvrouw")
    after, _ = perform(here, [Part(there)], [pair(here, there, "party", number=2)])
    assert "Vroedvrouw" not in {party.name for party in after.parties.values()}
    assert len(after.parties) == len(here.parties)


def test_a_phase_judged_the_same_keeps_both_notes_for_the_facilitator(here):
    there = apart(here)
    phase = list(here.phases)[1]
    change(here, "phase", phase, facilitator_note="Vraag door")
    change(there, "phase", list(there.phases)[1], name="Voorbereiding", start_day=-200, facilitator_note="Neem de tijd")
    after, _ = perform(here, [Part(there)], [pair(here, there, "phase", number=1)])
    assert len(after.phases) == 6
    assert after.phases[phase].facilitator_note == "Vraag door\nNeem de tijd"


def test_a_journey_added_to_another_joins_its_steps_and_turns_its_connections(here):
    there = apart(here)
    journey, goal = pair(here, there, "journey")[::-1]
    same = [pair(here, there, "step", number=number) for number in (0, 1, 3, 4, 5)]
    change(there, "step", list(there.steps)[2], title="Nieuw")
    after, edit = perform(here, [Part(there)], same, {journey: goal})
    assert len(after.journeys) == 1
    assert len(after.steps) == len(here.steps) + 1
    new = next(step for step in after.steps.values() if step.title == "Nieuw")
    linked = {(link.source, link.target) for link in after.links.values()}
    old = list(here.steps)
    assert {(old[1], new.id), (new.id, old[3])} <= linked
    assert len(after.notes) == 2 * len(here.notes)
    assert edit.words["joined"] == 5


def test_steps_that_are_added_stand_behind_what_they_came_after(here):
    there = apart(here)
    old, copies = list(here.steps), list(there.steps)
    there.write(steps.add_after(there, copies[0], "Erna").changes)
    same = [pair(here, there, "step", number=number) for number in range(6)]
    here.write(steps.add_after(here, old[0], "Hier al").changes)
    journey, goal = pair(here, there, "journey")[::-1]
    after, _ = perform(here, [Part(there)], same, {journey: goal})
    phase = [step for step in after.steps.values() if step.phase == after.steps[old[0]].phase]
    assert [step.title for step in sorted(phase, key=lambda step: step.column)] == ["Stap 1", "Erna", "Hier al"]


def test_judging_steps_the_same_in_journeys_that_stay_apart_changes_nothing(here):
    there = apart(here)
    after, _ = perform(here, [Part(there)], [pair(here, there, "step")])
    assert len(after.steps) == 2 * len(here.steps)


def test_the_same_cell_and_stance_of_a_journey_that_is_added_become_one_with_both_texts(here):
    lane = Lane(uuid4().hex, "text", "Vragen", 9)
    here.tables["lane"][lane.id] = lane
    there = apart(here)
    for document, text in ((here, "Wie betaalt?"), (there, "Wie beslist?")):
        journey, phase, scope = (first(document, kind).id for kind in ("journey", "phase", "party"))
        row = next(each.id for each in document.lanes.values() if each.title == "Vragen")
        document.write(entities.add(document, Cell(uuid4().hex, row, journey, phase, None, text)).changes)
        document.write(entities.add(document, Stance(uuid4().hex, journey, phase, scope, text)).changes)
    journey, goal = pair(here, there, "journey")[::-1]
    after, _ = perform(here, [Part(there)], [], {journey: goal})
    assert [cell.text for cell in after.cells.values()] == ["Wie betaalt?\nWie beslist?"]
    assert [stance.reason for stance in after.stances.values()] == ["Wie betaalt?\nWie beslist?"]


def test_what_is_left_out_takes_what_only_it_had_along(here):
    there = apart(study(6, 2))
    stranger = list(there.personas)[1]
    there.write(entities.add(there, View(uuid4().hex, "Alles", tuple(there.journeys))).changes)
    kept = next(journey for journey in there.journeys.values() if journey.persona != stranger)
    after, _ = perform(here, [Part(there, "", frozenset({stranger}))])
    assert [each.title for each in after.journeys.values()] == ["Een kind krijgen", "Een kind krijgen"]
    assert [view.journeys for view in after.views.values()] == [(kept.id,)]


def test_what_comes_in_stands_behind_what_is_here(here):
    there = apart(here)
    after, _ = perform(here, [Part(there)])
    last = max(persona.order for persona in here.personas.values())
    assert all(after.personas[id_].order > last for id_ in there.personas)


def test_facts_and_pictures_that_say_the_very_same_come_in_once(here):
    image = Image(uuid4().hex, "png", 10, 10, "a" * 64, "Wieg")
    here.tables["image"][image.id] = image
    change(here, "step", image=image.id)
    after, _ = perform(here, [Part(apart(here))])
    assert list(after.images) == [image.id]


def test_two_phases_that_fall_in_one_keep_their_order(here):
    there = apart(here)
    phase = list(there.phases)[1]
    there.write({("phase", "f" * 32): (None, Phase("f" * 32, "Voorbereiden", -100))})
    change(there, "phase", phase, name="Eerst")
    late = [step.id for step in there.steps.values() if step.phase == list(there.phases)[2]]
    for id_ in late:
        change(there, "step", id_, phase="f" * 32)
    after, _ = perform(here, [Part(there)])
    journey = next(iter(there.journeys))
    target = next(each for each in after.phases.values() if each.name == "Voorbereiden").id
    held = sorted(
        (s for s in after.steps.values() if (s.journey, s.phase) == (journey, target)), key=lambda s: s.column
    )
    assert [step.title for step in held] == ["Stap 2", "Stap 3"]


def test_an_open_note_of_a_group_is_not_lost_when_its_step_is_joined(here):
    there = apart(here)
    step = next(iter(there.steps))
    there.write(notes.add(there, "need", "Wie helpt ons?", notes.Anchor(step=step)).changes)
    journey, goal = pair(here, there, "journey")[::-1]
    after, _ = perform(here, [Part(there)], [pair(here, there, "step")], {journey: goal})
    found = next(note for note in after.notes.values() if note.text == "Wie helpt ons?")
    assert found.step == next(iter(here.steps))


def test_the_process_behind_a_joined_step_hangs_behind_the_step_that_stays(here):
    from journeys.edits import processes

    there = apart(here)
    there.write(processes.add(there, next(iter(there.steps)), "Hoe het werkt").changes)
    journey, goal = pair(here, there, "journey")[::-1]
    after, _ = perform(here, [Part(there)], [pair(here, there, "step")], {journey: goal})
    process = next(each for each in after.journeys.values() if each.title == "Hoe het werkt")
    assert process.parent_step == next(iter(here.steps))


def test_desired_journeys_stay_based_on_the_journey_they_came_with(here):
    there = apart(here)
    there.write(journey_verbs.duplicate(there, next(iter(there.journeys)), variant="desired").changes)
    after, _ = perform(here, [Part(there)])
    desired = next(each for each in after.journeys.values() if each.variant == "desired")
    assert desired.based_on in there.journeys


def test_groups_are_called_after_their_files_without_the_title_of_the_study():
    names = ["Een kind krijgen - tafel 1", "een_kind_krijgen_tafel_2", "Tafel 3", "Een kind krijgen"]
    assert merge.groups_names(names, "Een kind krijgen") == [
        "tafel 1",
        "een kind krijgen tafel 2",
        "Tafel 3",
        "Een kind krijgen",
    ]


def test_more_steps_than_a_study_may_hold_are_refused_whole(here, monkeypatch):
    monkeypatch.setattr(integrity, "MAX_STEPS", 10)
    with pytest.raises(EditError, match=r"edit\.refused"):
        perform(here, [Part(apart(here))])
