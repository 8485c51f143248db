"""What the days of a journey's steps say: gathered once, in one pass over steps and one over links."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from journeys.analysis.deadlines import plain_days
from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.lenses.time.kin import serving
from journeys.analysis.meetings import meetings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.model.entities import Step

HOURS: Final = 24
FAR: Final = 10**9


@dataclass(slots=True)
class Timing:
    """One journey's steps by what their days say; ids, in the order in which they were found."""

    dated: int = 0
    front: int = 0
    met: set[str] = field(default_factory=set)
    """Front steps in which the person meets the scope."""
    outside: list[str] = field(default_factory=list)
    """Steps dated outside their phase."""
    too_long: list[str] = field(default_factory=list)
    """Steps that last longer than their phase."""
    waiting: list[str] = field(default_factory=list)
    """Steps of which somebody said how long the person waits."""
    with_party: dict[str, dict[str, None]] = field(default_factory=dict)
    """Party of a deadline → front steps with it."""
    backward: list[tuple[str, str, str]] = field(default_factory=list)
    """(link, step, step) of links that go back in time."""


def timings(scene: Scene) -> dict[str, Timing]:
    """Journey → its timing; ask for `scene.once(timings)`."""
    found = {journey.id: Timing() for journey in scene.journeys}
    for journey, timing in found.items():
        for phase, spot in scene.spots.get(journey, {}).items():
            _days(scene, timing, phase, spot)
            _meetings(scene, timing, spot.front)
    _links(scene, found)
    for timing in found.values():
        _sort(scene, timing)
    return found


def _days(scene: Scene, timing: Timing, phase: str, spot: Spot) -> None:
    """The steps of one phase; one that has no period of its own cannot be left."""
    start, end = scene.periods[phase] if scene.document.phases[phase].dated else (-FAR, FAR)
    timing.front += len(spot.front)
    for steps in (spot.front, spot.back):
        for step in steps:
            day = step.day
            if day is not None:
                timing.dated += 1
                if not start <= day < end:
                    timing.outside.append(step.id)
            if step.lasts is not None and whole_days(step.lasts.least, step.lasts.unit) > end - start:
                timing.too_long.append(step.id)
            if step.judgement.waiting is not None:
                timing.waiting.append(step.id)


def _meetings(scene: Scene, timing: Timing, steps: Iterable[Step]) -> None:
    """With whom: the scope, and the parties of deadlines."""
    met, serves = scene.once(meetings), scene.once(serving)
    timing.met.update([step.id for step in steps if step.id in met.ours])
    for step in steps if serves else ():
        for party in met.parties.get(step.id, ()):
            for served in serves.get(party, ()):
                timing.with_party.setdefault(served, {})[step.id] = None


def _links(scene: Scene, found: dict[str, Timing]) -> None:
    """Who is sent back does a step again, on a later day than the one it has: only what leads on may not go back."""
    steps = scene.document.steps
    if not any(timing.dated for timing in found.values()):
        return
    for link in scene.document.links.values():
        source, target = steps[link.source], steps[link.target]
        backwards = source.day is not None and target.day is not None and source.day > target.day
        if backwards and link.kind != "back":
            timing = found.get(source.journey)
            if timing is not None:
                timing.backward.append((link.id, source.id, target.id))


def _sort(scene: Scene, timing: Timing) -> None:
    """In reading order, whatever the order in which the study was written."""

    def place(id_: str) -> tuple[int, str, int, int, str]:
        step = scene.document.steps[id_]
        return scene.periods[step.phase][0], step.stage, step.column, step.track, id_

    for some in (timing.outside, timing.too_long, timing.waiting):
        some.sort(key=place)
    timing.with_party = {party: dict.fromkeys(sorted(some, key=place)) for party, some in timing.with_party.items()}
    timing.backward.sort(key=lambda link: (place(link[1]), place(link[2])))


def whole_days(amount: int, unit: str) -> int:
    """Whole days, to compare with a period; they are never shown so."""
    return amount // HOURS if unit == "hour" else plain_days(amount, unit)


def findings(scene: Scene) -> Iterator[Finding]:
    """One of each kind per journey; the number of steps leads to each of them."""
    for journey, timing in scene.once(timings).items():
        if timing.outside:
            yield _odd("time.outside_phase", journey, timing.outside)
        if timing.backward:
            links = tuple(link for link, *_ in timing.backward)
            steps = tuple(dict.fromkeys(step for _, *ends in timing.backward for step in ends))
            yield Finding(
                "time.out_of_order", "look", (*steps[: MOST_SUBJECTS - 1], journey), journey,
                numbers=(count("links", "link", links), count("steps", "step", steps)),
            )  # fmt: skip
        if timing.too_long:
            yield _odd("time.too_long", journey, timing.too_long)
    if _timeless(scene):
        yield Finding("time.unknown", "look", (scene.document.study.id,))


def _odd(code: str, journey: str, steps: list[str]) -> Finding:
    """Mutes hold so many subjects at most; the first of them will do."""
    return Finding(
        code, "look", (*steps[: MOST_SUBJECTS - 1], journey), journey, numbers=(count("steps", "step", tuple(steps)),)
    )


def _timeless(scene: Scene) -> bool:
    """Steps there are, but not one day and not one deadline."""
    known = scene.once(timings).values()
    return (
        any(timing.front for timing in known)
        and not any(timing.dated for timing in known)
        and not any(fact.due for fact in scene.document.facts.values())
    )
