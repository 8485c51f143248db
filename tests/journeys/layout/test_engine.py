"""Laying out again after an edit gives what a new layout gives, and touches only what changed."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.model.entities import Link, Note, Phase
from tests.journeys.studies import study

SAY = words("nl")
KINDS = ["title", "move", "emotion", "note", "link", "delete", "phase", "party", "leave"]


def change(document, engine, changes):
    document.write(changes)
    engine.follow(changes)


@settings(max_examples=25)
@given(st.data())
def test_a_map_that_followed_any_edits_equals_a_new_one(data):
    document = study(14, personas=2)
    journey = next(iter(document.journeys))
    engine = Engine()
    map_layout(document, MapSpec(journey), SAY, engine)
    for number in range(data.draw(st.integers(1, 8))):
        steps = [step for step in document.steps.values() if step.journey == journey]
        step = data.draw(st.sampled_from(steps))
        match data.draw(st.sampled_from(KINDS)):
            case "title":
                changes = {("step", step.id): (step, replace(step, title="lang " * number, body="x " * 50 * number))}
            case "move":
                changes = {("step", step.id): (step, replace(step, column=50 + number, track=number % 3))}
            case "emotion":
                changes = {("step", step.id): (step, replace(step, emotion=data.draw(st.sampled_from([None, -2, 2]))))}
            case "note":
                kind = data.draw(st.sampled_from(["need", "quote", "idea"]))
                note = Note(f"{number:032x}", kind, "tekst", step=step.id)
                changes = {("note", note.id): (document.notes.get(note.id), note)}
            case "link":
                other = data.draw(st.sampled_from([s for s in steps if s.id != step.id]))
                link = Link(f"a{number:031x}", step.id, other.id, "want")
                changes = {("link", link.id): (document.links.get(link.id), link)}
            case "delete" if len(steps) > 3:
                notes = [n for n in document.notes.values() if n.step == step.id]
                links = [k for k in document.links.values() if step.id in {k.source, k.target}]
                changes = {("note", n.id): (n, None) for n in notes} | {("link", k.id): (k, None) for k in links}
                changes[("step", step.id)] = (step, None)
            case "phase":
                phase = Phase(f"b{number:031x}", "Tussendoor", 20 + number)
                changes = {("phase", phase.id): (document.phases.get(phase.id), phase)}
            case "leave":
                target = next(other for other in document.journeys if other != journey)
                links = [k for k in document.links.values() if step.id in {k.source, k.target}]
                changes = {("link", k.id): (k, None) for k in links}
                changes[("step", step.id)] = (step, replace(step, journey=target, column=90 + number))
            case _:
                party = next(iter(document.parties.values()))
                changes = {("party", party.id): (party, replace(party, name=f"Gemeente {number}", colour=number))}
        change(document, engine, changes)
        assert map_layout(document, MapSpec(journey), SAY, engine) == map_layout(document, MapSpec(journey), SAY)


def test_an_edit_of_one_step_draws_only_its_own_block_anew():
    document = study(400)
    journey = next(iter(document.journeys))
    engine = Engine()
    before = {layer.name: layer for layer in map_layout(document, MapSpec(journey), SAY, engine).layers}
    step = list(document.steps.values())[200]
    change(document, engine, {("step", step.id): (step, replace(step, title="Anders", emotion=step.emotion))})
    after = map_layout(document, MapSpec(journey), SAY, engine)
    drawn = [layer for layer in after.layers if layer.elements and before[layer.name].elements is not layer.elements]
    assert {layer.lane for layer in drawn} <= {"steps", "heartbeat", "ground", "titles", "flow", "contact", "needs"}
    assert {layer.phase for layer in drawn} <= {step.phase, None}
    assert len(drawn) <= 7


def test_a_block_that_only_moved_keeps_its_elements():
    document = study(40)
    journey = next(iter(document.journeys))
    engine = Engine()
    before = {layer.name: layer for layer in map_layout(document, MapSpec(journey), SAY, engine).layers}
    step = next(iter(document.steps.values()))
    change(document, engine, {("step", step.id): (step, replace(step, body="woord " * 60))})
    moved = [
        layer for layer in map_layout(document, MapSpec(journey), SAY, engine).layers
        if layer.name in before and layer.origin != before[layer.name].origin and layer.lane in {"heartbeat", "needs"}
        and layer.phase not in {step.phase, None}
    ]  # fmt: skip
    assert moved
    assert all(layer.elements is before[layer.name].elements for layer in moved)
