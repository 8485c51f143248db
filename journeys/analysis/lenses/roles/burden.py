"""Administrative burden: what people are asked for more than once in a journey, by one organisation or by several."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from journeys.analysis.finding import MOST_SUBJECTS, Finding, count
from journeys.analysis.handovers import parties_of
from journeys.analysis.quality import asked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.quality import Asked
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


def findings(scene: Scene, journey: str, steps: Sequence[Step]) -> Iterator[Finding]:
    """One for each set of steps that ask for the same; all that these ask for is named in it."""
    alike: dict[tuple[str, ...], list[Asked]] = defaultdict(list)
    for each in asked(steps):
        if len(each.ids) > 1:
            alike[each.ids].append(each)
    for ids, what in alike.items():
        yield _finding(scene, journey, ids, what)


def _finding(scene: Scene, journey: str, ids: tuple[str, ...], what: Sequence[Asked]) -> Finding:
    data = (("data", "\n".join(each.data for each in what)),)
    times = count("times", "time", ids)
    if _same_again(scene, ids):
        return Finding("roles.asked_again", "act", ids[:MOST_SUBJECTS], journey, None, (times,), data)
    parties = count("parties", "party", what[0].parties)
    return Finding("roles.asked_across", "look", ids[:MOST_SUBJECTS], journey, None, (times, parties), data)


def _same_again(scene: Scene, ids: Sequence[str]) -> bool:
    """Whether one organisation asks in two of these steps. The scope is one organisation (""), and so is whoever was
    not filled in (None).
    """
    asking: Counter[str | None] = Counter()
    for id_ in ids:
        parties = parties_of(scene.document.steps[id_])
        asking.update({"" if scene.scope.holds(party) else party for party in parties} or (None,))
    return max(asking.values()) > 1
