"""Doubtful doubles: things in several studies that are perhaps the same, with how alike they are and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from journeys.analysis.likeness import Said, far_from, names, said, sentences
from journeys.edits import entities
from journeys.edits.merge import HERE, Ref
from journeys.edits.merge.alike import labels
from journeys.edits.merge.units import journey_of
from journeys.model.references import references

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    from journeys.model.document import Document
    from journeys.model.fields import Kind

LISTED: Final[tuple[Kind, ...]] = ("persona", "phase", "party", "channel", "source", "step", "note")
"""The kinds that are looked at, in the order in which somebody wants to decide."""
LEAST: Final = {"persona": 62, "phase": 60, "party": 62, "channel": 62, "source": 75, "step": 62, "note": 70}
"""From how alike on a pair is worth a question."""
SURE: Final = 100
ORIGIN: Final = 90
"""How alike two are that were one before the files went apart, whatever they say now."""
CROWD: Final = 24
"""Of a word that many notes have, only so many are looked up: rarer words find the rest."""
DAYS: Final = 7
"""Phases that begin so near each other may be the same under another name."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two things that may be the same; `left` is here or in the earlier file. `sure`: so alike that they are taken
    for the same unless somebody says otherwise. `why` are codes: the strongest reason first.
    """

    kind: Kind
    left: Ref
    right: Ref
    alike: int
    why: tuple[str, ...]
    sure: bool = False


class _Meeting(NamedTuple):
    """What stands in a journey into which others go: by place, and by the id with which it began."""

    standing: dict[Hashable, list[tuple[Ref, Any, Said]]]
    origin: dict[str, tuple[Ref, Any, Said]]


class _Item(NamedTuple):
    """Something to compare: only with items of other files that have the same `block`."""

    ref: Ref
    block: Hashable
    said: Said


def doubles(
    document: Document, others: Sequence[Document], into: Mapping[Ref, Ref] | None = None
) -> tuple[Double, ...]:  # fmt: skip
    """What may be the same here and in the other studies, and in those among each other.

    Of each thing at most one: its best match in an earlier file. What is matched by name anyway is no doubt. Steps
    are only compared where their journeys become one (`into`).
    """
    every = {HERE: document, **dict(enumerate(others))}
    found: list[Double] = []
    for kind in LISTED:
        if kind == "step":
            found += _steps(every, into or {})
        elif kind == "note":
            found += _notes(every, into or {})
        else:
            found += _named(every, kind)
    return tuple(sorted(found, key=lambda double: (LISTED.index(double.kind), -double.alike)))


def _named(every: Mapping[int, Document], kind: Kind) -> Iterator[Double]:
    """Of each name the first that bears it; what has the same name is matched without a question, but a persona."""
    first: dict[object, Ref] = {}
    items: list[tuple[Ref, Any, Said]] = []
    for file, document in every.items():
        for entity in document.tables[kind].values():
            ref, keys = Ref(file, entity.id), labels(kind, entity)
            standing = next((first[key] for key in keys if key in first), None)
            if standing is not None:
                if kind == "persona" and standing.file != file:
                    yield Double(kind, standing, ref, SURE, ("same_name",), sure=True)
                continue
            first |= dict.fromkeys(keys, ref)
            here = (ref, entity, said(entities.name_of(entity)))
            double = _best(kind, here, items)
            if double is not None:
                yield double
            items.append(here)


def _best(kind: Kind, item: tuple[Ref, Any, Said], earlier: Iterable[tuple[Ref, Any, Said]]) -> Double | None:
    ref, entity, words = item
    best: Double | None = None
    for other, standing, heard in earlier:
        if other.file == ref.file or not _may_be(kind, standing, entity):
            continue
        score, why = _weighed(kind, standing, entity, names(heard, words))
        if score >= LEAST[kind] and (best is None or score > best.alike):
            best = Double(kind, other, ref, score, why)
    return best


def _may_be(kind: Kind, one: Any, other: Any) -> bool:
    return kind != "source" or (one.kind == other.kind and (one.on is None or other.on is None or one.on == other.on))


def _weighed(kind: Kind, one: Any, other: Any, found: tuple[int, str]) -> tuple[int, tuple[str, ...]]:
    """The likeness of the names, and what else speaks for it."""
    score, why = found
    reasons = [why] if why else []
    if one.id == other.id:
        score, reasons = max(score, ORIGIN), [*reasons, "origin"]
    elif kind == "phase":
        apart = abs(one.start_day - other.start_day)
        if apart <= DAYS:
            score, reasons = min(99, max(score + 5, 60)), [*reasons, "near_days"]
        elif score:
            score -= min(25, apart // 10)
    elif kind == "party" and score and one.kind == other.kind:
        score = min(99, score + 3)
    return score, tuple(reasons)


def _steps(every: Mapping[int, Document], into: Mapping[Ref, Ref]) -> Iterator[Double]:
    """Steps of journeys that become one, in the same phase and on the same stage."""
    meeting: dict[Ref, _Meeting] = {}
    for source, goal in sorted(into.items()):
        there, here = every[source.file], every[goal.file]
        met = meeting.setdefault(goal, _meeting(here, goal))
        phase = _phase_here(here, there)
        for step in [step for step in there.steps.values() if step.journey == source.id]:
            item = (Ref(source.file, step.id), step, said(step.title))
            near = met.standing[phase.get(step.phase, (source.file, step.phase)), step.stage]
            origin = met.origin.setdefault(step.id, item)
            double = _best("step", item, near) if origin is item else _same_origin(origin, item)
            if double is not None:
                yield replace(double, sure=double.alike == SURE)
            if origin is item:
                near.append(item)  # what one group added, another may have added as well


def _meeting(here: Document, goal: Ref) -> _Meeting:
    met = _Meeting(defaultdict(list), {})
    for step in here.steps.values():
        if step.journey == goal.id:
            item = (Ref(goal.file, step.id), step, said(step.title))
            met.standing[step.phase, step.stage].append(item)
            met.origin[step.id] = item
    return met


def _same_origin(origin: tuple[Ref, Any, Said], item: tuple[Ref, Any, Said]) -> Double:
    score, why = names(origin[2], item[2])
    return Double("step", origin[0], item[0], max(ORIGIN, score), ("origin", *([why] if why else [])))


def _phase_here(here: Document, there: Document) -> dict[str, str]:
    """Phase there → its like here, by day or name."""
    known: dict[object, str] = {}
    for phase in here.phases.values():
        for label in labels("phase", phase):
            known.setdefault(label, phase.id)
    found = {}
    for phase in there.phases.values():
        match = next((known[label] for label in labels("phase", phase) if label in known), None)
        if match is not None:
            found[phase.id] = match
    return found


def _notes(every: Mapping[int, Document], into: Mapping[Ref, Ref]) -> Iterator[Double]:
    """Notes of one kind that say the same; sure only of those that will hang on the same thing."""
    items = [
        _Item(Ref(file, note.id), note.kind, said(note.text))
        for file, document in every.items()
        for note in document.notes.values()
        if note.text
    ]
    for left, right, score, why in _alike(items, LEAST["note"], sentences):
        one, other = every[left.file].notes[left.id], every[right.file].notes[right.id]
        if left.id == right.id and not _one_place(every, left, right, into):
            continue  # the same note in two copies of one journey: both journeys stay as they are
        sure = score == SURE and _one_place(every, left, right, into) and _loose(one) == _loose(other)
        yield Double("note", left, right, score, (why,), sure=sure)


def _loose(note: Any) -> bool:
    return note.step is None and note.journey is None


def _one_place(every: Mapping[int, Document], left: Ref, right: Ref, into: Mapping[Ref, Ref]) -> bool:
    """Whether both hang in what becomes one journey, or in none."""
    homes = [journey_of(every[ref.file], every[ref.file].notes[ref.id]) for ref in (left, right)]
    if homes[0] is None or homes[1] is None:
        return homes[0] is homes[1]
    goals = [Ref(ref.file, home or "") for ref, home in zip((left, right), homes, strict=True)]
    return _goal(goals[0], into) == _goal(goals[1], into)


def _goal(journey: Ref, into: Mapping[Ref, Ref]) -> Ref:
    seen = {journey}
    while journey in into and into[journey] not in seen:
        journey = into[journey]
        seen.add(journey)
    return journey


def _alike(
    items: Sequence[_Item], least: int, likeness: Callable[[Said, Said], tuple[int, str]]
) -> Iterator[tuple[Ref, Ref, int, str]]:
    """Of each item its best earlier match in another file. Only items that share a rare word are compared, so that
    the work grows with the number of items, not with its square.
    """
    often = Counter((item.block, stem) for item in items for stem in set(item.said.stems))
    posted: dict[Hashable, list[int]] = defaultdict(list)
    exact: dict[Hashable, list[int]] = defaultdict(list)
    origin: dict[Hashable, int] = {}
    for number, item in enumerate(items):
        key = (item.block, item.said.key if item.said.stems else item.said.folded)
        first = origin.setdefault((item.block, item.ref.id), number)
        twins = [index for index in exact[key] if items[index].ref.file != item.ref.file]
        if first != number and items[first].said.folded == item.said.folded:
            twins = [first]  # itself, also where another says the same
        stems = sorted(set(item.said.stems), key=lambda stem: (often[item.block, stem], stem))
        candidates = twins[:1] or _candidates(item, stems, posted, least)
        best = (0, "", -1)
        for index in candidates:
            standing = items[index]
            if standing.ref.file != item.ref.file and (twins or not far_from(standing.said, item.said)):
                score, why = likeness(standing.said, item.said)
                if score > best[0]:
                    best = (score, why, index)
        if best[0] >= least:
            yield items[best[2]].ref, item.ref, best[0], best[1]
        if len(exact[key]) < 2 and all(items[index].ref.file != item.ref.file for index in exact[key]):
            exact[key].append(number)
            for stem in stems:
                if len(posted[item.block, stem]) < CROWD:
                    posted[item.block, stem].append(number)


def _candidates(
    item: _Item, stems: Sequence[str], posted: Mapping[Hashable, Sequence[int]], least: int
) -> Iterable[int]:  # fmt: skip
    """Whoever shares one of its rarest words: who is alike enough must share at least one of so many."""
    rarest = stems[: len(stems) - ceil(len(stems) * least / (200 - least)) + 1 if stems else 0]
    return dict.fromkeys(index for stem in rarest for index in posted.get((item.block, stem), ()))


def journey_prints(document: Document) -> dict[str, Hashable]:
    """Journey → everything it says without ids: two with the same print are the same, step by step."""
    prints: dict[str, list[str]] = {id_: [] for id_ in document.journeys}
    for kind in ("journey", "step", "link", "note", "cell", "stance"):
        for entity in document.tables[kind].values():
            home = entity.id if kind == "journey" else journey_of(document, entity)
            if home is not None:
                prints[home].append(_print(document, kind, entity))
    return {id_: tuple(sorted(lines)) for id_, lines in prints.items()}


def _print(document: Document, kind: str, entity: Any) -> str:
    """All that it says, with names for what it refers to; but for what it was once copied from."""
    if kind in ("journey", "step"):
        entity = replace(entity, based_on=None)
    line = repr(entity).replace(entity.id, "")
    for reference in references(entity):
        line = line.replace(reference.id, entities.name_of(document.get((reference.ref.kind, reference.id))))
    if kind in ("journey", "note"):
        line = line.replace(f"order={entity.order}", "")
    return line
