"""Verbs on processes: the journey behind a step, in which one sees what happens behind the scenes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit, NewId, new_id
from journeys.edits.entities import name_of
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Journey, Link, Step
from journeys.model.processes import may_stand_behind
from journeys.model.values import Contact, Evidence


def add(document: Document, step: str, title: str = "", *, create_id: NewId = new_id) -> Edit:
    """A process behind a step, with first steps: what is known to happen behind it, else one per party that is met.

    What is known are the steps behind the scenes under it, and those it is connected with. They are copied as
    proposals: the map that the process is behind stays as it is.
    """
    draft = Draft(document)
    old: Step = draft.get("step", step)
    home: Journey = draft.get("journey", old.journey)
    order = max((journey.order for journey in document.journeys.values()), default=-1) + 1
    named = title or old.title or words(document.study.language)("Process")
    made = cleaned(Journey(create_id(), home.persona, named, variant=home.variant, parent_step=step, order=order))
    draft.put(made)
    previous: Step | None = None
    for column, first in enumerate(_first_steps(document, old)):
        put = draft.put(cleaned(replace(first, id=create_id(), journey=made.id, phase=old.phase, column=column)))
        if previous is not None:
            draft.put(Link(create_id(), previous.id, put.id))
        previous = put
    return draft.edit("journey.process", subjects=(made.id,), title=old.title)


def put_behind(document: Document, journey: str, step: str | None) -> Edit:
    """Make a journey the process behind a step, or with None a journey of its own again.

    Raises EditError `edit.process_loop` for a step that the process itself leads up to.
    """
    draft = Draft(document)
    old: Journey = draft.get("journey", journey)
    if step is not None:
        draft.get("step", step)
        if not may_stand_behind(document, journey, step):
            raise EditError("edit.process_loop", title=name_of(document.steps[step]))
    draft.put(replace(old, parent_step=step))
    return draft.edit("journey.behind" if step else "journey.front", subjects=(journey,), title=old.title)


def _first_steps(document: Document, step: Step) -> Iterator[Step]:
    """The steps that the process could begin with, still without a place of their own."""
    known = _known(document, step)
    say = words(document.study.language)
    for other in known:
        yield Step("", "", "", title=other.title, body=other.body, contacts=other.contacts, evidence=_PROPOSED)
    if not known:
        for party in dict.fromkeys(contact.party for contact in step.contacts if contact.party is not None):
            title = say("What does {party} do?", party=document.parties[party].name)
            yield Step("", "", "", title=title, contacts=(Contact(party),), evidence=_PROPOSED)


_PROPOSED = Evidence("proposed")


def _known(document: Document, step: Step) -> list[Step]:
    """What happens behind the scenes for this step, from left to right; nothing for a step that is there itself."""
    if step.stage == "back":
        return []
    links = (link for link in document.referring(step.id, "link") if isinstance(link, Link))
    tied = {end for link in links for end in (link.source, link.target)}
    found = [
        other
        for other in document.referring(step.phase, "step")
        if other.journey == step.journey and other.stage == "back" and (other.column == step.column or other.id in tied)
    ]
    return sorted(found, key=lambda other: (other.column, other.track))
