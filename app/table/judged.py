"""The columns of a step's judgement that are no ratings: roles, kinds of value, direction, sides and data asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from app.table import fields, typed
from app.table.cells import Column, join_names, split_names
from journeys.edits import judgements
from journeys.phrases import judgements as said
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.table.cells import Sight
    from journeys.edits.edit import Edit
    from journeys.model.entities import Step


def columns() -> tuple[Column, ...]:
    """All hidden until they are chosen."""
    field = partial(fields.column, "step", shown=False)
    return (
        Column(
            "judgement.roles", said.FIELDS["roles"], _roles, _take_roles, "names",
            lambda sight: [sight.say(name) for name in said.ROLES.values()], width=16, shown=False,
        ),
        *(field(f"judgement.{name}", heading) for name, heading in said.STRENGTHS.items()),
        field("judgement.direction", said.FIELDS["direction"], labelled=said.DIRECTIONS),
        field("judgement.supplier", said.FIELDS["supplier"], labelled=said.SIDES),
        field("judgement.beneficiary", said.FIELDS["beneficiary"], labelled=said.SIDES),
        Column(
            "judgement.data_asked", said.FIELDS["data_asked"],
            lambda _, step: join_names(list(step.judgement.data_asked)), _ask, "names", _known, width=18, shown=False,
        ),
    )  # fmt: skip


def _roles(sight: Sight, step: Step) -> str:
    return join_names([sight.say(said.ROLES[role]) for role in step.judgement.roles])


def _take_roles(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    found: set[Any] = {typed.choice(name, said.ROLES, sight.say) for name in split_names(text)}
    return judgements.judge(sight.document, ids, roles=tuple(role for role in judgements.ROLES if role in found))


def _ask(sight: Sight, ids: Sequence[str], text: str) -> Edit:
    named: dict[str, str] = {}
    for data in filter(None, map(typed.line, split_names(text))):
        named.setdefault(folded(data), data)
    return judgements.judge(sight.document, ids, data_asked=tuple(named.values()))


def _known(sight: Sight) -> list[str]:
    """What is asked for anywhere in the study, each once."""
    steps = sight.document.steps.values()
    found = {folded(data): data for step in steps for data in step.judgement.data_asked}
    return sorted(found.values(), key=folded)
