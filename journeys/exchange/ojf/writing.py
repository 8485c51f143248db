"""Writes a journey for other mappers: phases as stages, steps and notes as cards, a blueprint under the steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from journeys import text
from journeys.exchange import aside, json_text
from journeys.exchange.ojf import ours
from journeys.exchange.ojf.fields import OURS
from journeys.exchange.ojf.lanes import PURPOSES, ROLES, TITLES
from journeys.exchange.outgoing import outgoing

if TYPE_CHECKING:
    from journeys.edits.incoming import Incoming, IncomingNote, IncomingPersona, IncomingStep
    from journeys.exchange.wanted import Wanted

VERSION: Final = "1.0"
SCORES: Final = {-2: -5, -1: -3, 0: 0, 1: 3, 2: 5}
SENTIMENTS: Final = {-2: "negative", -1: "negative", 0: "neutral", 1: "positive", 2: "positive"}


def written(wanted: Wanted) -> bytes:
    """UTF-8 JSON, two spaces of indent; the same study gives the same bytes."""
    found = []
    many = len(wanted.journeys)
    for number, journey in enumerate(wanted.journeys):
        found.append(_journey(wanted.part(0.5 * number / many, 0.5 * (number + 1) / many), journey))
    data = found[0] if len(found) == 1 else {"journeys": found}
    return json_text.written(data, wanted.part(0.5, 1), sum(len(each["nodes"]) for each in found))


def _journey(wanted: Wanted, journey: str) -> dict[str, Any]:
    wanted.watch(0)
    held = outgoing(replace(wanted, journeys=(journey,)))
    named, persona = held.journeys[0], held.personas[0]
    names = list(dict.fromkeys(phase.name for phase in held.phases))
    stages = {name: f"s{number}" for number, name in enumerate(names, 1)}
    return {
        "version": VERSION, "title": named.title, "persona": persona.name, "pointOfView": named.question,
        "stages": list(_stages(held, stages)),
        "swimlanes": [{"id": role, "name": wanted.say(TITLES[role]), OURS: role} for role in ROLES],
        "nodes": list(wanted.watched(_nodes(held, stages), len(held.steps) * 2)),
        OURS: _beside(held, named.variant, persona),
    }  # fmt: skip


def _stages(held: Incoming, stages: dict[str, str]) -> Iterator[dict[str, Any]]:
    for name, id_ in stages.items():
        phase = next(phase for phase in held.phases if phase.name == name)
        known = aside.plain(phase, ("name",))
        yield {"id": id_, "name": name, **({OURS: known} if known else {})}


def _beside(held: Incoming, variant: object, persona: IncomingPersona) -> dict[str, Any]:
    about = [note for note in held.notes if note.persona == persona.name and not note.journey]
    return _filled(
        {
            "variant": variant, "persona": aside.plain(persona, ("name",)),
            "parties": [aside.plain(party) for party in held.parties],
            "notes": [{"kind": note.kind, "text": note.text, **ours.of_note(note)} for note in about],
        }
    ) | {"links": [aside.plain(link) for link in held.links or ()]}  # fmt: skip


def _nodes(held: Incoming, stages: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Step by step with the notes on it; what happens behind the scenes stands under the step before it."""
    under = _under(held.steps)
    hidden = {step.id for steps in under.values() for step in steps}
    medium = {party.name for party in held.parties if party.kind == "medium"}
    for step in held.steps:
        stage = stages[step.phase]
        if step.id not in hidden:
            yield _card(step, stage, under.get(step.id, []), medium)
        yield from _notes(step.notes, stage, step.id)
    for phase, stage in stages.items():
        yield from _notes((note for note in held.notes if note.phase == phase and note.journey), stage, "")


def _under(steps: Iterable[IncomingStep]) -> dict[str, list[IncomingStep]]:
    """Step → the ones behind the scenes that stand in its column of the phase, or behind it and before the next."""
    steps = list(steps)
    front: dict[str, list[IncomingStep]] = {}
    for step in steps:
        if step.stage == "front":
            front.setdefault(step.phase, []).append(step)
    found: dict[str, list[IncomingStep]] = {}
    for step in steps:
        if step.stage == "back" and (there := front.get(step.phase)):
            before = [one for one in there if (one.column or 0) <= (step.column or 0)]
            found.setdefault((before or there[:1])[-1].id, []).append(step)
    return found


def _card(step: IncomingStep, stage: str, behind: list[IncomingStep], medium: set[str]) -> dict[str, Any]:
    role: Any = "back" if step.stage == "back" else "steps"
    card: dict[str, Any] = {
        "id": step.id, "stageId": stage, "swimlaneId": role, "title": step.title, "description": step.body,
    }  # fmt: skip
    if step.emotion is not None:
        card |= {"score": SCORES[step.emotion], "sentiment": SENTIMENTS[step.emotion]}
    card |= {"purpose": PURPOSES[role], "isMomentOfTruth": bool(step.moment_of_truth)}
    blueprint = {
        "evidence": [{"item": step.place, "type": "Physical"}] if step.place else [],
        "onstage": [{"actor": each.party, "action": each.channel} for each in step.contacts if each.party],
        "backstage": [_actor(one, "actor", "action") for one in behind if not _by_system(one, medium)],
        "support": [_actor(one, "system", "description") for one in behind if _by_system(one, medium)],
    }
    known = _filled(blueprint)
    return card | ({"blueprint": known} if known else {}) | {OURS: ours.of_step(step)}


def _by_system(step: IncomingStep, medium: set[str]) -> bool:
    return bool(step.contacts) and step.contacts[0].party in medium


def _actor(step: IncomingStep, who: str, what: str) -> dict[str, Any]:
    party = next((each.party for each in step.contacts if each.party), "")
    return {who: party, what: step.title, OURS: ours.of_behind(step)}


def _notes(notes: Iterable[IncomingNote], stage: str, step: str) -> Iterator[dict[str, Any]]:
    for note in notes:
        title, rest = text.title_and_rest(note.text)
        if not title and not rest:
            continue
        known = ours.of_note(note, step)
        if "\n".join(filter(None, [title, rest])) != note.text:
            known["text"] = note.text
        yield {
            "id": f"note-{note.id}", "stageId": stage, "swimlaneId": note.kind, "title": title, "description": rest,
            "purpose": PURPOSES[note.kind], OURS: known,
        }  # fmt: skip


def _filled(held: dict[str, Any]) -> dict[str, Any]:
    """Only what says something; a 0 does."""
    return {name: value for name, value in held.items() if value not in (None, "", [], {})}
