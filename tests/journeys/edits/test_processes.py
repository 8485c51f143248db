"""A process behind a step: made with first steps, moved along with its step, never a loop."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.analysis.findings import overview
from journeys.analysis.scene import scene
from journeys.edits import journeys, personas, phases, processes, putting, steps
from journeys.edits.fragment import take
from journeys.errors import EditError, ExchangeError
from journeys.exchange.fragment_json import from_json, to_json
from journeys.model.document import Document
from journeys.model.entities import Link, Note
from journeys.model.integrity import check_document
from journeys.model.processes import behind, may_stand_behind, stepped_into, trail
from journeys.store.salvage import healed
from tests.journeys.analysis import scenes


def after(document, edit):
    now = document.snapshot()
    now.write(edit.changes)
    assert check_document(now) == []
    back = now.snapshot()
    back.write(edit.inverse().changes)
    assert back == document
    return now


def staged():
    """A step at the desk, two steps behind the scenes under it and one elsewhere that it is connected with."""
    made = scenes.Scene()
    front = made.step(0, scenes.DECLARE, scenes.DESK, title="Aangifte")
    under = [made.step(0, scenes.DECLARE, scenes.DESK, stage="back", title=title) for title in ("Akte", "BRP")]
    under = [made.change(step, column=0, track=track) for track, step in enumerate(under)]
    far = made.change(made.step(0, scenes.DECLARE, scenes.CLINIC, stage="back", title="Bericht"), column=3)
    made.add(Link(next(made.new), front.id, far.id))
    loose = made.change(made.step(0, scenes.DECLARE, scenes.CLINIC, stage="back", title="Los"), column=2)
    return made, front, [*under, far], loose


def made_behind(document, step):
    edit = processes.add(document, step)
    now = after(document, edit)
    return now, now.journeys[edit.subjects[0]]


def inner(document, journey):
    held = [step for step in document.steps.values() if step.journey == journey]
    return sorted(held, key=lambda step: step.column)


def test_it_begins_with_what_is_known_to_happen_behind_the_step():
    made, front, known, _ = staged()
    document = made.document()
    now, process = made_behind(document, front.id)
    first = inner(now, process.id)
    assert [step.title for step in first] == ["Akte", "BRP", "Bericht"]
    assert [step.contacts for step in first] == [step.contacts for step in known]
    assert {(step.stage, step.phase, step.evidence.status) for step in first} == {("front", front.phase, "proposed")}
    assert [(link.source, link.target) for link in now.links.values() if link.source in {s.id for s in first}] == [
        (first[0].id, first[1].id), (first[1].id, first[2].id),
    ]  # fmt: skip
    assert (process.title, process.persona, process.variant) == ("Aangifte", made.personas[0].id, "current")
    assert all(now.steps[step.id] == step for step in known), "the map that it is behind stays as it is"


def test_without_anything_behind_the_scenes_each_party_gets_a_question():
    made = scenes.Scene()
    step = made.step(0, scenes.DECLARE, scenes.DESK, scenes.CLINIC)
    now, process = made_behind(made.document(), step.id)
    assert [each.title for each in inner(now, process.id)] == ["Wat doet Burgerzaken?", "Wat doet JGZ?"]


def test_behind_a_step_with_nobody_it_begins_empty():
    made = scenes.Scene()
    step = made.step(0, scenes.DECLARE)
    now, process = made_behind(made.document(), step.id)
    assert inner(now, process.id) == []
    assert process.title == "Proces"


def test_it_counts_in_no_presence_gap_or_total():
    made, front, *_ = staged()
    document = made.document()
    now, process = made_behind(document, front.id)
    assert overview(now) == overview(document)
    assert process.id not in scene(now).levels
    assert [journey.id for journey in scene(now).journeys] == [journey.id for journey in scene(document).journeys]


def test_the_way_back_leads_through_every_step():
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    second = inner(now, outer.id)[1]
    now, inmost = made_behind(now, second.id)
    assert [(journey.id, step.id) for journey, step in trail(now, inmost.id)] == [
        (made.journeys[0].id, front.id), (outer.id, second.id),
    ]  # fmt: skip
    assert trail(now, made.journeys[0].id) == []
    assert stepped_into(now) == {front.id, second.id}
    assert behind(now, front.id) == [outer]


def test_with_its_step_the_process_goes_and_what_is_behind_that():
    made, front, *_ = staged()
    document = made.document()
    now, outer = made_behind(document, front.id)
    now, inmost = made_behind(now, inner(now, outer.id)[0].id)
    gone = after(now, steps.delete(now, [front.id]))
    assert outer.id not in gone.journeys
    assert inmost.id not in gone.journeys
    assert not [step for step in gone.steps.values() if step.journey in (outer.id, inmost.id)]


@pytest.mark.parametrize("delete", ["journey", "persona"])
def test_with_its_journey_or_persona_the_process_goes(delete):
    made, front, *_ = staged()
    now, process = made_behind(made.document(), front.id)
    verb = journeys.delete if delete == "journey" else personas.delete
    gone = after(now, verb(now, (made.journeys if delete == "journey" else made.personas)[0].id))
    assert process.id not in gone.journeys


def test_when_a_phase_goes_the_process_stays_with_its_steps():
    made, front, *_ = staged()
    now, process = made_behind(made.document(), front.id)
    kept = after(now, phases.delete(now, front.phase))
    assert len(inner(kept, process.id)) == 3


def test_a_copied_journey_has_processes_of_its_own():
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    now, _ = made_behind(now, inner(now, outer.id)[0].id)
    edit = journeys.duplicate(now, made.journeys[0].id, persona=made.personas[1].id)
    copied = after(now, edit)
    own = next(s for s in copied.steps.values() if s.journey == edit.subjects[0] and s.title == "Aangifte")
    (process,) = behind(copied, own.id)
    assert process.id != outer.id
    assert process.persona == made.personas[1].id
    assert [step.title for step in inner(copied, process.id)] == ["Akte", "BRP", "Bericht"]
    assert len(stepped_into(copied)) == 4
    assert behind(copied, front.id) == [outer]


def test_a_desired_journey_takes_its_processes_along_as_desired_ones():
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    edit = journeys.duplicate(now, made.journeys[0].id, variant="desired")
    copied = after(now, edit)
    (process,) = [j for j in copied.journeys.values() if j.parent_step and j.id != outer.id]
    assert process.variant == "desired"
    assert {step.evidence.status for step in inner(copied, process.id)} == {"proposed"}


def test_it_cannot_stand_behind_a_step_of_its_own():
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    own = inner(now, outer.id)[0]
    now, inmost = made_behind(now, own.id)
    for step in (own.id, inner(now, inmost.id)[0].id):
        assert not may_stand_behind(now, outer.id, step)
        with pytest.raises(EditError, match=r"edit\.process_loop"):
            processes.put_behind(now, outer.id, step)
    assert may_stand_behind(now, inmost.id, front.id)
    assert after(now, processes.put_behind(now, inmost.id, front.id)).journeys[inmost.id].parent_step == front.id


def test_a_process_can_become_a_journey_of_its_own():
    made, front, *_ = staged()
    now, process = made_behind(made.document(), front.id)
    apart = after(now, processes.put_behind(now, process.id, None))
    assert process.id in {journey.id for journey in scene(apart).journeys}


def test_two_that_stand_behind_each_other_lead_nowhere_endlessly():
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    own = inner(now, outer.id)[0]
    made.add(outer)
    entities = [entity for _, entity in now]
    looped = [
        entity if entity != made.journeys[0] else made.change(made.journeys[0], parent_step=own.id)
        for entity in entities
    ]
    assert len(trail(Document.of(looped), outer.id)) == 1


def test_of_a_damaged_file_the_process_is_kept_without_its_lost_step():
    made, front, *_ = staged()
    now, process = made_behind(made.document(), front.id)
    left = healed([entity for _, entity in now if entity.id != front.id], "Gered")
    assert left is not None
    assert left.journeys[process.id].parent_step is None
    assert len(inner(left, process.id)) == 3


def doubled():
    """A step with a process behind it, and behind a step of that another one with a note."""
    made, front, *_ = staged()
    now, outer = made_behind(made.document(), front.id)
    now, inmost = made_behind(now, inner(now, outer.id)[0].id)
    note = Note("e" * 32, "need", "Wie kijkt dit na?", journey=inmost.id, phase=front.phase)
    return made, Document.of([*(entity for _, entity in now), note]), front, outer, inmost


def depths(document, step):
    """How many steps and notes each process behind the step has, from the outside in."""
    found = []
    waiting = [step]
    while waiting:
        for process in behind(document, waiting.pop()):
            own = inner(document, process.id)
            found.append((len(own), sum(note.journey == process.id for note in document.notes.values())))
            waiting += [each.id for each in own]
    return found


def test_a_copied_step_has_a_process_of_its_own():
    _, document, front, *_ = doubled()
    for verb in (lambda now: steps.duplicate(now, [front.id]), lambda now: putting.duplicate(now, [front.id])):
        edit = verb(document)
        now = after(document, edit)
        assert depths(now, edit.subjects[0]) == depths(document, front.id) == [(3, 0), (1, 1)]
        assert len(now.journeys) == len(document.journeys) + 2


def test_a_step_that_is_cut_and_pasted_elsewhere_keeps_its_process():
    made, document, front, *_ = doubled()
    carried = from_json(to_json(take(document, [front.id]))).fragment
    cut = after(document, putting.cut(document, [front.id]))
    assert not stepped_into(cut)
    place = (made.journeys[1].id, made.phases[scenes.YEAR].id, "front", 0, 0)
    edit = putting.put(cut, carried, place[0], place)
    now = after(cut, edit)
    assert depths(now, edit.subjects[0]) == [(3, 0), (1, 1)]
    (process,) = behind(now, edit.subjects[0])
    assert process.persona == made.personas[1].id
    assert {step.phase for step in inner(now, process.id)} == {place[1]}


def test_what_comes_from_another_program_must_hang_together():
    _, document, front, outer, _ = doubled()
    fragment = take(document, [front.id])
    assert from_json(to_json(fragment)).fragment == fragment
    for broken in (replace(fragment, processes=()), replace(fragment, processes=(replace(outer, parent_step=None),))):
        with pytest.raises(ExchangeError, match=r"json\.rule"):
            from_json(to_json(broken))
