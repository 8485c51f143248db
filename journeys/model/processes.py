"""Processes: journeys behind a step, in which one sees what happens behind the scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.document import Document
    from journeys.model.entities import Journey, Step


def behind(document: Document, step: str) -> list[Journey]:
    """The processes behind a step, in their order."""
    found: list[Journey] = [j for j in document.referring(step, "journey") if j.parent_step == step]
    return sorted(found, key=by_order)


def stepped_into(document: Document) -> frozenset[str]:
    """The steps that have a process behind them."""
    return frozenset(j.parent_step for j in document.journeys.values() if j.parent_step is not None)


def trail(document: Document, journey: str) -> list[tuple[Journey, Step]]:
    """From the outermost journey to the one above this: each with the step that leads on. Empty for no process."""
    found: list[tuple[Journey, Step]] = []
    seen = {journey}
    for above, step in _upward(document, journey):
        if above.id in seen:  # two that stand behind each other's steps: the study allows it
            break
        seen.add(above.id)
        found.append((above, step))
    return found[::-1]


def _upward(document: Document, journey: str) -> Iterator[tuple[Journey, Step]]:
    while True:
        step = document.steps.get(document.journeys[journey].parent_step or "")
        if step is None:
            return
        journey = step.journey
        yield document.journeys[journey], step


def may_stand_behind(document: Document, journey: str, step: str) -> bool:
    """Whether the journey can be the process behind this step: not of its own, nor of a step it leads up to itself."""
    home = document.steps[step].journey
    return home != journey and all(above.id != journey for above, _ in trail(document, home))
