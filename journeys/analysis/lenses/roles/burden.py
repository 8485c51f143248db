"""Administrative burden: what people are asked for more than once in a journey, by one organisation or by several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.meetings import parties_of
from journeys.analysis.quality import asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Grade
    from journeys.analysis.quality import Asked
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


OFTEN: Final = 3
"""That two organisations both ask for a name is no news; from three steps on it is."""


def findings(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """What one organisation asks again; only where there is none, what several ask one after another."""
    again: list[Asked] = []
    across: list[Asked] = []
    for each in asked(steps):
        repeated = _repeated(scene, each.ids) if len(each.ids) > 1 else ()
        if repeated:
            again.append(replace(each, ids=repeated))
        elif len(each.ids) >= OFTEN:
            across.append(each)
    if again:
        yield _finding("roles.asked_again", "act", journey, steps, again)
    elif across:
        yield _finding("roles.asked_across", "look", journey, steps, across)


def _finding(code: str, grade: Grade, journey: str, steps: Sequence[Step], what: Sequence[Asked]) -> Finding:
    asking = {id_ for each in what for id_ in each.ids}
    ids = ids_of(step for step in steps if step.id in asking)
    parties = tuple(dict.fromkeys(party for each in what for party in each.parties))
    numbers = (count("steps", "step", ids), *((count("parties", "party", parties),) if code.endswith("across") else ()))
    return Finding(code, grade, ids, journey, None, numbers, (("data", "\n".join(each.data for each in what)),))


def _repeated(scene: Scene, ids: Sequence[str]) -> tuple[str, ...]:
    """The steps in which an organisation asks that asks in another of them too; the scope is one organisation ("")."""
    asking: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        for party in {"" if scene.scope.holds(party) else party for party in parties_of(scene.document.steps[id_])}:
            asking[party].append(id_)
    again = {id_ for held in asking.values() if len(held) > 1 for id_ in held}
    return tuple(id_ for id_ in ids if id_ in again)
