"""A desired journey beside the one it is based on: what was added, dropped, moved and improved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journeys.analysis.compare import RANKS, Beat, beats, mean
from journeys.analysis.presence import deliberate_phases, levels_of, scope_of
from journeys.analysis.spots import EMPTY, Spot, counted_journeys, in_reading_order, spots
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.presence import Level
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Stage, Step

Change = Literal["added", "dropped", "improved", "worse", "moved", "contact", "reworded"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in a phase: a current step, the desired one that came of it, or one of them alone.

    A step that moved has two: where it was (`partner` is the desired step) and where it went (`partner` the current
    one). `feeling` is by how much the desired step feels better, None when one of them is not judged.
    """

    phase: str
    stage: Stage
    current: str | None
    desired: str | None
    changes: tuple[Change, ...] = ()
    feeling: int | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class PhaseChange:
    """The presence in a phase, now and as desired; `step` is how many ranks nearer (negative: further away)."""

    phase: str
    before: Level
    after: Level
    step: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two journeys: its heartbeat, gaps and mean feeling."""

    journey: str
    steps: int
    gaps: int
    mean: float | None
    beats: tuple[Beat, ...]


@dataclass(frozen=True, slots=True)
class VariantComparison:
    """Slots in reading order by phase; `counts` says how many steps changed in what way."""

    scope: str | None
    current: Side
    desired: Side
    slots: tuple[Slot, ...]
    phases: tuple[PhaseChange, ...]
    counts: Mapping[Change, int]
    same: int


def pairs(document: Document) -> list[tuple[str, str]]:
    """(current, desired) of every desired journey: the one it is based on, else the persona's first current one."""
    counted = counted_journeys(document)
    first: dict[str, Journey] = {}
    for journey in counted:
        if journey.variant == "current":
            first.setdefault(journey.persona, journey)
    found = []
    for journey in counted:
        base = document.journeys.get(journey.based_on or "") or first.get(journey.persona)
        if journey.variant == "desired" and base is not None and base.id != journey.id:
            found.append((base.id, journey.id))
    return found


def variants(document: Document, current: str, desired: str, scope: str | None = None) -> VariantComparison:
    """Compare two journeys; `scope` as in `presence.scope_of`."""
    seen = scope_of(document, scope)
    held, deliberate = spots(document), deliberate_phases(document, seen)
    phases = [phase.id for phase in phases_in_order(document)]
    before, after = held.get(current, {}), held.get(desired, {})
    levels = [
        levels_of(document, journey, here, seen, deliberate) for journey, here in ((current, before), (desired, after))
    ]
    slots = tuple(_slots(document, phases, before, after))
    changed: Counter[Change] = Counter(
        change for slot in slots if slot.desired or slot.partner is None for change in slot.changes
    )
    same = sum(not slot.changes and slot.current is not None and slot.desired is not None for slot in slots)
    return VariantComparison(
        seen.party, _side(current, before, phases, levels[0]), _side(desired, after, phases, levels[1]), slots,
        tuple(_phase_change(phase, levels[0][phase], levels[1][phase]) for phase in phases), changed, same,
    )  # fmt: skip


def _side(journey: str, here: Mapping[str, Spot], phases: Sequence[str], levels: Mapping[str, Level]) -> Side:
    found = tuple(beats(here, phases))
    steps = sum(len(spot.front) + len(spot.back) for spot in here.values())
    gaps = sum(level == "absent" for level in levels.values())
    return Side(journey, steps, gaps, mean(beat.emotion for beat in found), found)


def _phase_change(phase: str, before: Level, after: Level) -> PhaseChange:
    return PhaseChange(phase, before, after, RANKS.get(after, 0) - RANKS.get(before, 0))


def _slots(
    document: Document, phases: Sequence[str], before: Mapping[str, Spot], after: Mapping[str, Spot]
) -> Iterator[Slot]:
    """Every phase: first the front stage, then behind the scenes."""
    old = {step.id: step for spot in before.values() for step in (*spot.front, *spot.back)}
    new = [step for phase in phases for stage in ("front", "back") for step in _steps(after, phase, stage)]
    origin = _origins(old, new)
    became = {source: target for target, source in origin.items()}
    for phase in phases:
        for stage in ("front", "back"):
            was, now = _steps(before, phase, stage), _steps(after, phase, stage)
            yield from _merged(document, was, now, origin, became)


def _steps(here: Mapping[str, Spot], phase: str, stage: str) -> list[Step]:
    spot = here.get(phase, EMPTY)
    return in_reading_order(spot.front if stage == "front" else spot.back)


def _origins(old: Mapping[str, Step], new: Sequence[Step]) -> dict[str, str]:
    """Desired step → current step: by `based_on`, else by the same title in the same phase; each used once."""
    found: dict[str, str] = {}
    used: set[str] = set()
    for step in new:
        if step.based_on in old and step.based_on not in used:
            found[step.id] = str(step.based_on)
            used.add(str(step.based_on))
    free = {(step.phase, step.title.casefold()): step.id for step in old.values() if step.title and step.id not in used}
    for step in new:
        alike = free.pop((step.phase, step.title.casefold()), None) if step.id not in found else None
        if alike is not None:
            found[step.id] = alike
    return found


def _merged(
    document: Document, was: Sequence[Step], now: Sequence[Step], origin: Mapping[str, str], became: Mapping[str, str]
) -> Iterator[Slot]:
    """The two rows of one phase with what stayed in its place aligned."""
    stayed = _stayed(was, now, origin)
    waiting = iter(was)
    for step in now:
        if step.id in stayed:
            for gone in waiting:
                if gone.id == origin[step.id]:
                    break
                yield _left(gone, became)
            yield _pair(document.steps[origin[step.id]], step)
        else:
            yield _arrived(document, step, origin)
    yield from (_left(gone, became) for gone in waiting)


def _stayed(was: Sequence[Step], now: Sequence[Step], origin: Mapping[str, str]) -> set[str]:
    """The desired steps that need not be told as moved: the longest run in the same order as before."""
    place = {step.id: index for index, step in enumerate(was)}
    common = [(place[origin[step.id]], step.id) for step in now if origin.get(step.id) in place]
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for index, (at, _) in enumerate(common):
        length = bisect_left(tails, at)
        tails[length : length + 1] = [at]
        back.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [index]
    kept: set[str] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        kept.add(common[last][1])
        last = back[last]
    return kept


def _left(step: Step, became: Mapping[str, str]) -> Slot:
    """A current step with nothing under it: dropped, or gone to another place."""
    partner = became.get(step.id)
    return Slot(step.phase, step.stage, step.id, None, ("moved",) if partner else ("dropped",), partner=partner)


def _arrived(document: Document, step: Step, origin: Mapping[str, str]) -> Slot:
    source = document.steps.get(origin.get(step.id, ""))
    if source is None:
        return Slot(step.phase, step.stage, None, step.id, ("added",))
    changes = ("moved", *_changes(source, step))
    return Slot(step.phase, step.stage, None, step.id, changes, _feeling(source, step), source.id)


def _pair(old: Step, new: Step) -> Slot:
    return Slot(new.phase, new.stage, old.id, new.id, tuple(_changes(old, new)), _feeling(old, new))


def _changes(old: Step, new: Step) -> Iterator[Change]:
    feeling = _feeling(old, new) or 0
    if feeling:
        yield "improved" if feeling > 0 else "worse"
    if (old.contacts, old.nobody, old.place) != (new.contacts, new.nobody, new.place):
        yield "contact"
    if (old.title, old.body) != (new.title, new.body):
        yield "reworded"


def _feeling(old: Step, new: Step) -> int | None:
    return None if old.emotion is None or new.emotion is None else new.emotion - old.emotion
