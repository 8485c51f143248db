"""The lens of roles: who the person is in each step, to whom it is worth something, and what it asks of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import about_steps, ids_of
from journeys.analysis.lenses.marks import Mark
from journeys.analysis.lenses.roles import burden, opposed, ratings, worth
from journeys.analysis.quality import invite, judged_steps
from journeys.analysis.reading import lived
from journeys.edits.judgements import ROLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Finding
    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

FEW = 3
"""From so many steps on it says something that the same holds for all."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Everything that the roles, the two sides of value, the ratings and the data asked for give rise to."""
    judged = scene.once(judged_steps)
    if not any(step.judgement.roles for steps in judged.values() for step in steps):
        yield from invite("roles.invite", scene)
    now = set(ids_of(lived(scene)))
    for journey, steps in judged.items():
        if steps:
            yield from (found for found in _of_one(scene, journey, steps) if found.grade != "good" or journey in now)
    yield from worth.for_both(steps for journey, steps in judged.items() if journey in now)


def _of_one(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """Of one journey; praise for what is only desired is left out by who asks."""
    yield from opposed.findings(scene, journey, steps)
    yield from _only_customer(journey, steps)
    yield from worth.findings(journey, steps)
    yield from ratings.findings(journey, steps)
    yield from burden.findings(scene, journey, steps)


def marks(scene: Scene, journey: str) -> Marks:
    """The roles of each step; behind them a warning where two of them are opposed."""
    steps = scene.once(judged_steps).get(journey, [])
    return {step.id: _marks(step) for step in steps if step.judgement.roles}


def _marks(step: Step) -> tuple[Mark, ...]:
    held = step.judgement.roles
    kinds = tuple(Mark(role, f"lens.{place}") for place, role in enumerate(ROLES) if role in held)
    return (*kinds, Mark("opposed", "lens.bad")) if opposed.pairs_in(held) else kinds


def _only_customer(journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    held = [step for step in steps if step.judgement.roles]
    if len(held) >= FEW and all(step.judgement.roles == ("customer",) for step in held):
        yield from about_steps("roles.only_customer", "look", journey, held)
