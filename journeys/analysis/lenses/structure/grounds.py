"""What the study rests on: how much is assumed, what was observed without a source, and whose consent has ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, Number, about_steps, count, ids_of
from journeys.analysis.reading import reading
from journeys.model.order import by_order
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note, Step

LEAST: Final = 4
"""In so many steps a share says something."""
MUCH: Final = 50
"""From this percentage on, assumptions are worth a look."""
SOLID: Final = 80
"""From this percentage on, having observed so much is a strength."""


@dataclass(slots=True)
class Grounds:
    """How the steps of one journey are known."""

    steps: int = 0
    assumed: list[Step] = field(default_factory=list)
    sourced: list[Step] = field(default_factory=list)
    """Observed, with a source."""
    unsourced: list[Step] = field(default_factory=list)
    """Observed, without one."""
    guessed: list[str] = field(default_factory=list)
    """Phases in which every step is an assumption."""
    notes: list[Note] = field(default_factory=list)
    """Notes that were observed without a source."""


def findings(scene: Scene) -> Iterator[Finding]:
    """Per journey, then per persona."""
    order = [phase.id for phase in phases_in_order(scene.document)]
    for journey in scene.journeys:
        held = scene.once(grounds)[journey.id]
        yield from _share(journey, held, order)
        yield from _sources(journey, held)
    yield from _founded(scene)
    yield from _consent(scene)


def grounds(scene: Scene) -> dict[str, Grounds]:
    """Journey → how its steps are known; ask for `scene.once(grounds)`."""
    return {journey.id: _of(scene, journey) for journey in scene.journeys}


def _of(scene: Scene, journey: Journey) -> Grounds:
    held = Grounds()
    spots, steps = scene.spots.get(journey.id, {}), scene.once(reading)[journey.id]
    held.steps = len(steps)
    held.assumed = [step for step in steps if step.evidence.status == "assumed"]
    observed = [step for step in steps if step.evidence.status == "observed"]
    held.sourced = [step for step in observed if step.evidence.sources]
    if len(held.sourced) < len(observed):
        held.unsourced = [step for step in observed if not step.evidence.sources]
    known = {step.phase for step in steps if step.evidence.status != "assumed"}
    held.guessed = [phase for phase, spot in spots.items() if spot.front and phase not in known]
    for spot in spots.values():
        if spot.notes:
            held.notes += [n for n in spot.notes if n.evidence.status == "observed" and not n.evidence.sources]
    return held


def _share(journey: Journey, held: Grounds, order: list[str]) -> Iterator[Finding]:
    """Of a current journey only: a desired one is a proposal by nature."""
    if held.steps < LEAST or journey.variant != "current":
        return
    share = 100 * len(held.assumed) // held.steps
    assumed = ids_of(held.assumed)
    if share >= MUCH:
        numbers = (Number("share", share, "percent", assumed), count("steps", "step", assumed))
        yield Finding("structure.assumed", "look", (journey.id,), journey.id, numbers=numbers)
    elif held.guessed:
        phases = tuple(phase for phase in order if phase in held.guessed)
        ids = ids_of(step for step in held.assumed if step.phase in held.guessed)
        numbers = (count("phases", "phase", phases), count("steps", "step", ids))
        yield Finding("structure.assumed_phases", "look", (*phases, journey.id), journey.id, None, numbers)


def _founded(scene: Scene) -> Iterator[Finding]:
    """The current journeys of which most was observed, together."""
    known = scene.once(grounds)
    found = [j.id for j in scene.journeys if j.variant == "current" and _is_founded(known[j.id])]
    if found:
        ids = ids_of(step for journey in found for step in known[journey].sourced)
        share = 100 * len(ids) // sum(known[journey].steps for journey in found)
        numbers = (
            count("journeys", "journey", tuple(found)),
            Number("share", share, "percent", ids),
            count("steps", "step", ids),
        )
        yield Finding("structure.founded", "good", tuple(found), numbers=numbers)


def _is_founded(held: Grounds) -> bool:
    return held.steps >= LEAST and 100 * len(held.sourced) // held.steps >= SOLID


def _sources(journey: Journey, held: Grounds) -> Iterator[Finding]:
    yield from about_steps("structure.unsourced", "look", journey.id, held.unsourced)
    if held.notes:
        notes = ids_of(sorted(held.notes, key=by_order))
        yield Finding("structure.unsourced_notes", "look", notes, journey.id, numbers=(count("notes", "note", notes),))


def _consent(scene: Scene) -> Iterator[Finding]:
    """Of personas who are somebody: the made-up need not be asked."""
    for persona in sorted(scene.document.personas.values(), key=by_order):
        if persona.privacy == "fictional":
            continue
        if persona.consent_until is not None and persona.consent_until < scene.today:
            yield Finding("structure.consent_ended", "act", (persona.id,))
        elif persona.consent_until is None and persona.privacy == "real":
            yield Finding("structure.consent_unknown", "look", (persona.id,))
