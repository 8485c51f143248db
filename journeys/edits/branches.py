"""Brings a branch of a life event into a study: what it tells, and of the rest only what it refers to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

from journeys import text
from journeys.edits.edit import Edit, NewId, new_id
from journeys.edits.merge import merge
from journeys.model.document import Document
from journeys.model.entities import Entity, Journey, Note, Persona
from journeys.model.fields import Kind
from journeys.model.references import references
from journeys.model.schema import KIND_OF

TOLD: Final[tuple[Kind, ...]] = ("fact", "persona", "journey", "step", "link", "note", "stance")
"""What a branch is made of; everything else comes along when one of these refers to it."""


def add(document: Document, branch: Document, title: str, *, create_id: NewId = new_id) -> Edit:
    """The branch as one edit; falsy when all of it is here already.

    Phases, parties, channels, moments and sources with their like here become those; a fact with the same
    text and a persona with the same name are here already, and do not come in twice.
    """
    told = _new(document, branch)
    if not told:
        return Edit("study.branch", {}, {"title": title})
    wanted = Document.of([branch.study, *_behind(document, _with_what_they_need(branch, told))])
    edit = merge(document, wanted, create_id=create_id)
    mine = {entity.id for entity in told if entity.id in wanted.facts or entity.id in wanted.personas}
    return replace(edit, code="study.branch", words={"title": title}, subjects=tuple(sorted(mine)))


def _new(document: Document, branch: Document) -> list[Any]:
    """What the branch tells and this study does not hold yet."""
    facts = {text.folded(fact.text) for fact in document.facts.values()}
    notes = {text.folded(note.text) for note in document.notes.values()}
    people = {text.folded(persona.name) for persona in document.personas.values()}
    found: list[Any] = [fact for fact in branch.facts.values() if text.folded(fact.text) not in facts]
    fresh = {id_ for id_, persona in branch.personas.items() if text.folded(persona.name) not in people}
    journeys = {id_ for id_, journey in branch.journeys.items() if journey.persona in fresh}
    steps = {id_ for id_, step in branch.steps.items() if step.journey in journeys}
    found += [branch.personas[id_] for id_ in branch.personas if id_ in fresh]
    found += [branch.journeys[id_] for id_ in branch.journeys if id_ in journeys]
    found += [branch.steps[id_] for id_ in branch.steps if id_ in steps]
    found += [link for link in branch.links.values() if link.source in steps]
    found += [stance for stance in branch.stances.values() if stance.journey in journeys]
    for note in branch.notes.values():
        parked = not (note.step or note.journey or note.persona) and text.folded(note.text) not in notes
        if parked or note.step in steps or note.journey in journeys or note.persona in fresh:
            found.append(note)
    return found


def _behind(document: Document, entities: Iterator[Entity]) -> Iterator[Entity]:
    """The same, in an order after that of what is here."""
    for entity in entities:
        if isinstance(entity, Persona | Journey | Note):
            here: Iterable[Persona | Journey | Note] = document.tables[KIND_OF[type(entity)]].values()
            yield replace(entity, order=entity.order + max((other.order + 1 for other in here), default=0))
        else:
            yield entity


def _with_what_they_need(branch: Document, told: list[Any]) -> Iterator[Entity]:
    """These, and whatever they refer to, directly or through each other."""
    reached: dict[str, None] = {}
    waiting = list(told)
    while waiting:
        entity = waiting.pop()
        if entity.id in reached:
            continue
        reached[entity.id] = None
        yield entity
        waiting += [branch.tables[held.ref.kind][held.id] for held in references(entity)]
