"""Verbs on judgements: what a step is worth, to whom, in which roles, and what it asks of people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, get_args

from journeys import text
from journeys.edits.cleaning import cleaned
from journeys.edits.edit import Draft, Edit
from journeys.edits.entities import name_of
from journeys.errors import EditError
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.model.schema import fields_of
from journeys.model.values import Judgement, Role

ROLES: tuple[Role, ...] = get_args(Role)


def judge(document: Document, steps: Sequence[str], **fields: object) -> Edit:
    """Set fields of the judgement of these steps; None takes a judgement away.

    Raises EditError `edit.no_field` for a field that a judgement does not have.
    """
    unknown = set(fields) - {spec.name for spec in fields_of(Judgement)}
    if unknown:
        raise EditError("edit.no_field", kind="step", field=min(unknown))
    changes: dict[str, Any] = fields
    return _judge(document, steps, "step.judge", lambda held: replace(held, **changes))


def clear(document: Document, steps: Sequence[str]) -> Edit:
    """Take the whole judgement of these steps away."""
    return _judge(document, steps, "step.judge", lambda _: Judgement())


def take_role(document: Document, steps: Sequence[str], role: Role, *, on: bool) -> Edit:
    """Let the person have this role in these steps, or no longer; a step's roles stand in the order of the seven."""

    def changed(held: Judgement) -> Judgement:
        wanted = {*held.roles, role} if on else {*held.roles} - {role}
        known = tuple(each for each in ROLES if each in wanted)
        return replace(held, roles=(*known, *(each for each in held.roles if each not in ROLES)))

    return _judge(document, steps, "step.roles", changed)


def ask(document: Document, steps: Sequence[str], data: str) -> Edit:
    """These steps ask the person for this; what is asked already, in whatever case or accents, stays as it is."""
    wanted = text.clean(data, text.TITLE_MAX, multiline=False).text

    def changed(held: Judgement) -> Judgement:
        known = {text.folded(each) for each in held.data_asked}
        return (
            held if not wanted or text.folded(wanted) in known else replace(held, data_asked=(*held.data_asked, wanted))
        )

    return _judge(document, steps, "step.data_asked", changed)


def unask(document: Document, steps: Sequence[str], data: str) -> Edit:
    """These steps no longer ask for this."""
    gone = text.folded(data)

    def changed(held: Judgement) -> Judgement:
        return replace(held, data_asked=tuple(each for each in held.data_asked if text.folded(each) != gone))

    return _judge(document, steps, "step.data_asked", changed)


def _judge(document: Document, steps: Sequence[str], code: str, change: Callable[[Judgement], Judgement]) -> Edit:
    draft = Draft(document)
    for id_ in steps:
        step: Step = draft.get("step", id_)
        draft.put(replace(step, judgement=cleaned(change(step.judgement))))
    title = name_of(draft.get("step", steps[0])) if steps else ""
    return draft.edit(code, subjects=tuple(steps), title=title, n=len(steps))
