"""Steps and links: new, gone, moved, felt otherwise, in another order, or only making room."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.difference.both import differing
from journeys.analysis.difference.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.difference.both import Both

PLACES: Final = frozenset({"journey", "phase", "stage", "column", "track"})


def steps(both: Both) -> Iterator[Change]:
    shifted: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id_, was, now in both.pairs("step"):
        step = now or was
        if was is None or now is None:
            if step.journey not in both.folded:
                code = "step.new" if was is None else "step.gone"
                yield Change(code, "step", id_, step.journey, step.phase)
            continue
        changed = differing(was, now)
        if (was.journey, was.phase, was.stage) != (now.journey, now.phase, now.stage):
            yield Change("step.moved", "step", id_, now.journey, now.phase, changed, was.phase, now.phase)
        elif PLACES & set(changed):
            shifted[now.journey, now.phase, now.stage].append(id_)
        if was.emotion != now.emotion:
            yield Change("step.emotion", "step", id_, now.journey, now.phase, ("emotion",), was.emotion, now.emotion)
        rest = tuple(name for name in changed if name not in PLACES and name != "emotion")
        if rest == ("title",):
            yield Change("step.renamed", "step", id_, now.journey, now.phase, rest, was.title, now.title)
        elif rest:
            yield Change("step.changed", "step", id_, now.journey, now.phase, rest)
    for (journey, phase, _), ids in shifted.items():
        yield from _shifts(both, journey, phase, ids)


def _shifts(both: Both, journey: str, phase: str, ids: Sequence[str]) -> Iterator[Change]:
    """Steps that changed places, one by one; those that only made room, together."""
    old, new = both.before.steps, both.after.steps
    then = {id_: at for at, id_ in enumerate(sorted(ids, key=lambda id_: (old[id_].column, old[id_].track, id_)))}
    now = sorted(ids, key=lambda id_: (new[id_].column, new[id_].track, id_))
    kept = _longest_run([then[id_] for id_ in now])
    moved = [id_ for at, id_ in enumerate(now) if at not in kept]
    for id_ in moved:
        yield Change("step.reordered", "step", id_, journey, phase)
    if len(moved) < len(now):
        first = next(id_ for at, id_ in enumerate(now) if at in kept)
        yield Change("step.shifted", "step", first, journey, phase, n=len(now) - len(moved))


def _longest_run(places: Sequence[int]) -> set[int]:
    """The indexes of the longest part that still stands in rising order."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, at in enumerate(places):
        length = bisect_left(tails, at)
        tails[length : length + 1] = [at]
        back.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    kept: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        kept.add(last)
        last = back[last]
    return kept


def links(both: Both) -> Iterator[Change]:
    """Links between steps that are in both; those of new and gone steps came and went with them."""
    there = both.before.steps.keys() & both.after.steps.keys()
    for id_, was, now in both.pairs("link"):
        link, steps = (now, both.after.steps) if now is not None else (was, both.before.steps)
        if (was is None or now is None) and not {link.source, link.target} <= there:
            continue
        source = steps[link.source]
        code = "link.new" if was is None else "link.gone" if now is None else "link.changed"
        changed = differing(was, now) if was is not None and now is not None else ()
        yield Change(code, "link", id_, source.journey, source.phase, changed)
