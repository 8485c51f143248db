"""How good the steps of a journey are on six measures, and what they ask of the person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count, ids_of
from journeys.analysis.meetings import parties_of
from journeys.analysis.reading import reading
from journeys.model.values import Judgement
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step

RATINGS: Final = ("speed", "punctuality", "correctness_equality", "clarity", "cost", "burden")
"""Four measures of what people get, then two of what it takes; +2 is good for all six."""
TAKES: Final = frozenset({"cost", "burden"})

_values: Final = attrgetter(*(field.name for field in fields(Judgement)))
"""All values of a judgement at once: four times as fast as asking two judgements whether they are equal."""
NOTHING: Final = _values(Judgement())


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of one rating over the steps that have it; `ids` in reading order, `low` those rated below 0."""

    code: str
    mean: float
    ids: tuple[str, ...]
    low: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that people are asked for more than once or not: its first wording, and the steps that ask it."""

    data: str
    ids: tuple[str, ...]
    parties: tuple[str, ...]


def profile(steps: Iterable[Step], codes: Sequence[str] = RATINGS) -> dict[str, Mean]:
    """Each of these ratings that was given at least once, with its mean."""
    given: dict[str, list[tuple[str, int]]] = {code: [] for code in codes}
    ask, lists = attrgetter(*codes), tuple(given.values())
    known: dict[int, list[tuple[list[tuple[str, int]], int]]] = {}  # by identity: many steps share a judgement
    for step in steps:
        judged = step.judgement
        told = known.get(id(judged))
        if told is None:
            asked = zip(lists, ask(judged), strict=True)
            told = known[id(judged)] = [(values, value) for values, value in asked if value is not None]
        for values, value in told:
            values.append((step.id, value))
    return {code: mean_of(code, values) for code, values in given.items() if values}


def mean_of(code: str, values: Sequence[tuple[str, int]]) -> Mean:
    """The mean of (step id, rating) pairs, of which there is at least one."""
    mean = sum(value for _, value in values) / len(values)
    low = tuple(id_ for id_, value in values if value < 0)
    return Mean(code, mean, tuple(id_ for id_, _ in values), low)


def asked(steps: Iterable[Step]) -> list[Asked]:
    """What these steps ask of the person, most often asked first; wordings that differ in case or accents are one."""
    words: dict[str, str] = {}
    found: dict[str, list[Step]] = defaultdict(list)
    for step in steps:
        for data in step.judgement.data_asked:
            words.setdefault(folded(data), data)
            found[folded(data)].append(step)
    made = [_asked(words[key], asking) for key, asking in found.items()]
    return sorted(made, key=lambda each: -len(each.ids))


def _asked(data: str, steps: list[Step]) -> Asked:
    asking = list(dict.fromkeys(step.id for step in steps))
    return Asked(data, tuple(asking), tuple(dict.fromkeys(party for step in steps for party in parties_of(step))))


def judged_steps(scene: Scene) -> dict[str, list[Step]]:
    """Journey → its steps of which anything was judged, in reading order; ask for `scene.once(judged_steps)`."""
    held = scene.once(reading)
    distinct = {id(step.judgement): step.judgement for steps in held.values() for step in steps}
    empty = {id_ for id_, judgement in distinct.items() if _values(judgement) == NOTHING}  # most steps share theirs
    return {j.id: [step for step in held[j.id] if id(step.judgement) not in empty] for j in scene.journeys}


def invite(code: str, scene: Scene) -> Iterator[Finding]:
    """Where to begin judging: the front steps in which the first person who meets the scope does so."""
    for journey in scene.journeys:
        front = [step for step in scene.once(reading)[journey.id] if step.stage == "front"]
        own = ids_of(step for step in front if any(scene.scope.holds(contact.party) for contact in step.contacts))
        if own:
            yield Finding(code, "look", (scene.document.study.id,), numbers=(count("steps", "step", own),))
            return
