"""The verb of quick entry: the next step of a phase, in the flow where it belongs, with whom and how it felt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from journeys.edits import flow
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.places import Room
from journeys.model.document import Document
from journeys.model.entities import Link, Party, Step
from journeys.model.time import phases_in_order
from journeys.model.values import Contact


@dataclass(frozen=True, slots=True)
class Heard:
    """What one line of quick entry says: the step, whom the person meets and how it felt."""

    title: str
    body: str = ""
    party: str | None = None
    new_party: str = ""
    """The name of a party that is not in the study yet."""
    nobody: bool = False
    emotion: int | None = None


def capture(document: Document, journey: str, phase: str, heard: Heard, *, create_id: NewId = new_id) -> Edit:
    """A step at the end of a phase, reached from what stands before it; what followed that now follows the step."""
    draft = Draft(document)
    draft.get("journey", journey)
    name = draft.get("phase", phase).name
    contacts = _contacts(draft, heard, create_id)
    before = _before(document, journey, phase)
    column = Room(draft).free_column(journey, phase, "front")
    track = before[0].track if before and before[0].phase == phase else 0
    step = cleaned(
        Step(
            create_id(), journey, phase, "front", column, track, heard.title, heard.body, contacts=contacts,
            nobody=heard.nobody and not contacts, emotion=heard.emotion,
        )
    )  # fmt: skip
    draft.put(step)
    _connect(draft, before, step, create_id)
    return draft.edit("step.add", subjects=(step.id,), title=step.title, phase=name)


def _contacts(draft: Draft, heard: Heard, create_id: NewId) -> tuple[Contact, ...]:
    if heard.new_party:
        made = Party(create_id(), heard.new_party, colour=len(draft.document.parties) % 12)
        return (Contact(draft.put(cleaned(made)).id),)
    return (Contact(draft.get("party", heard.party).id),) if heard.party else ()


def _before(document: Document, journey: str, phase: str) -> list[Step]:
    """The steps in the last column that stands before the end of this phase, track by track."""
    order = {each.id: number for number, each in enumerate(phases_in_order(document))}
    standing = [
        step
        for step in document.referring(journey, "step")
        if step.journey == journey and step.stage == "front" and order[step.phase] <= order[phase]
    ]
    last = max(((order[step.phase], step.column) for step in standing), default=None)
    found = (step for step in standing if (order[step.phase], step.column) == last)
    return sorted(found, key=lambda step: step.track)


def _connect(draft: Draft, before: Sequence[Step], step: Step, create_id: NewId) -> None:
    """From what came before to the step, and from the step to what followed in later phases."""
    order = {each.id: number for number, each in enumerate(phases_in_order(draft.document))}
    followed: set[str] = set()
    for earlier in before:
        for link in flow.outgoing(draft, earlier.id):
            target = draft.get("step", link.target)
            if link.kind != "next" or order[target.phase] <= order[step.phase]:
                continue
            if target.id in followed:
                draft.drop("link", link.id)
            else:
                draft.put(replace(link, source=step.id))
                followed.add(target.id)
        draft.put(Link(create_id(), earlier.id, step.id))
