"""Verbs on whom the person meets, in one step or in several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from journeys.edits.edit import Draft, Edit
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.model.values import Contact


def add(document: Document, steps: Sequence[str], contact: Contact) -> Edit:
    """Let the person meet this party in every one of the steps; where nobody was met, somebody is now."""
    return _meet(document, steps, lambda held: held if contact in held else (*held, contact))


def drop(document: Document, steps: Sequence[str], contact: Contact) -> Edit:
    """Take this contact out of every one of the steps."""
    return _meet(document, steps, lambda held: tuple(one for one in held if one != contact))


def set_all(document: Document, steps: Sequence[str], contacts: Sequence[Contact]) -> Edit:
    """Let the person meet these, and only these, in every one of the steps."""
    return _meet(document, steps, lambda _: tuple(dict.fromkeys(contacts)))


def set_nobody(document: Document, steps: Sequence[str], *, nobody: bool) -> Edit:
    """Say that the person meets nobody in these steps, which clears their contacts; or no longer say so."""
    draft = Draft(document)
    held = [draft.get("step", step) for step in steps]
    for step in held:
        draft.put(replace(step, nobody=nobody, contacts=() if nobody else step.contacts))
    return _edit(draft, held)


def _meet(
    document: Document, steps: Sequence[str], change: Callable[[tuple[Contact, ...]], tuple[Contact, ...]]
) -> Edit:
    draft = Draft(document)
    held: list[Step] = [draft.get("step", step) for step in steps]
    for step in held:
        contacts = change(step.contacts)
        draft.put(replace(step, contacts=contacts, nobody=step.nobody and not contacts))
    return _edit(draft, held)


def _edit(draft: Draft, steps: Sequence[Step]) -> Edit:
    title = steps[0].title if steps else ""
    return draft.edit("step.contacts", subjects=tuple(step.id for step in steps), title=title, n=len(steps))
