"""Findings about the flow: rounds, ends, starts, loose steps, islands, and choices that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.finding import Finding, about_steps, count, ids_of
from journeys.analysis.lenses.structure.flow import flows
from journeys.analysis.reading import every_journey, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.lenses.structure.loops import Loop
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Link


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, processes behind a step among them."""
    for journey, flow in scene.once(flows).items():
        for loop in flow.loops:
            yield _loop(loop, journey)
        for island in flow.islands:
            yield from about_steps("structure.island", "act", journey, island)
        yield from about_steps("structure.dead_end", "look", journey, flow.ends)
        yield from about_steps("structure.orphan", "look", journey, flow.starts)
        yield from about_steps("structure.loose", "look", journey, flow.loose)
        yield from about_steps("structure.no_flow", "look", journey, flow.undrawn)
    yield from _choices(scene)


def _loop(loop: Loop, journey: str) -> Finding:
    steps = count("steps", "step", loop.steps)
    if not loop.backs:
        return Finding("structure.loop", "act", loop.steps, journey, numbers=(steps,))
    numbers = (steps, count("links", "link", loop.backs))
    return Finding("structure.known_loop", "look", loop.steps, journey, numbers=numbers)


def _choices(scene: Scene) -> Iterator[Finding]:
    """Choices of which it is not said when which way is taken."""
    held: dict[str, list[Link]] = {}
    steps = scene.document.steps
    for link in scene.document.links.values():
        if link.kind == "choice" and not link.label:
            held.setdefault(steps[link.source].journey, []).append(link)

    place = scene.once(places)
    for journey in [id_ for id_ in scene.once(every_journey) if id_ in held]:
        links = sorted(held[journey], key=lambda link: (place[link.source], link.id))
        ids = ids_of(links)
        yield Finding("structure.choice", "look", ids, journey, numbers=(count("links", "link", ids),))
