"""Findings about the flow: rounds, ends, starts, loose steps, islands, and choices that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.lenses.structure.flow import flows
from journeys.analysis.reading import every_journey, places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.finding import Grade
    from journeys.analysis.lenses.structure.loops import Loop
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Link, Step


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, processes behind a step among them."""
    for journey, flow in scene.once(flows).items():
        for loop in flow.loops:
            yield _loop(loop, journey)
        for island in flow.islands:
            yield from _about("island", "act", journey, island)
        yield from _about("dead_end", "look", journey, flow.ends)
        yield from _about("orphan", "look", journey, flow.starts)
        yield from _about("loose", "look", journey, flow.loose)
        yield from _about("no_flow", "look", journey, flow.undrawn)
    yield from _choices(scene)


def _about(code: str, grade: Grade, journey: str, steps: Iterable[Step]) -> Iterator[Finding]:
    ids = tuple(step.id for step in steps)
    if ids:
        yield Finding(f"structure.{code}", grade, ids[:MOST_SUBJECTS], journey, numbers=(count("steps", "step", ids),))


def _loop(loop: Loop, journey: str) -> Finding:
    steps, subjects = count("steps", "step", loop.steps), loop.steps[:MOST_SUBJECTS]
    if not loop.backs:
        return Finding("structure.loop", "act", subjects, journey, numbers=(steps,))
    numbers = (steps, count("links", "link", loop.backs))
    return Finding("structure.known_loop", "look", subjects, journey, numbers=numbers)


def _choices(scene: Scene) -> Iterator[Finding]:
    """Choices of which it is not said when which way is taken."""
    held: dict[str, list[Link]] = {}
    steps = scene.document.steps
    for link in scene.document.links.values():
        if link.kind == "choice" and not link.label:
            held.setdefault(steps[link.source].journey, []).append(link)

    place = scene.once(places)
    for journey in [id_ for id_ in scene.once(every_journey) if id_ in held]:
        ids = tuple(link.id for link in sorted(held[journey], key=lambda link: (place[link.source], link.id)))
        yield Finding("structure.choice", "look", ids[:MOST_SUBJECTS], journey, numbers=(count("links", "link", ids),))
