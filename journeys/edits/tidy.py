"""Puts the steps of a journey on other tracks of their own columns, so that fewer connections cross."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise, permutations
from typing import Final, NamedTuple

from journeys.edits.edit import Draft, Edit
from journeys.model.document import Document
from journeys.model.entities import Link, Stage, Step
from journeys.model.time import phases_in_order

ROUNDS: Final = 6
FEW: Final = 4
"""Up to so many steps in a column every order is tried; of more, neighbours change places."""


class _Line(NamedTuple):
    """A connection from column to column, the left one first."""

    start: int
    end: int
    left: str
    right: str


def untangle(document: Document, journey: str) -> Edit:
    """One edit that lets as few connections cross as can be found; columns, and the tracks in use, stay as they are."""
    draft = Draft(document)
    draft.get("journey", journey)
    steps = [step for step in document.referring(journey, "step") if step.journey == journey]
    moved = 0
    for stage in ("front", "back"):
        for step, track in _better(document, [step for step in steps if step.stage == stage]).items():
            old: Step = draft.get("step", step)
            draft.put(replace(old, track=track))
            moved += old.track != track
    return draft.edit("step.untangle", title=document.journeys[journey].title, n=moved)


def crossings(document: Document, journey: str, stage: Stage = "front") -> int:
    """How many pairs of connections on this stage must cross, by the tracks of their steps."""
    steps = [step for step in document.referring(journey, "step") if step.journey == journey and step.stage == stage]
    columns, where = _columns(document, steps)
    lines = _lines(document, where)
    tracks = {step.id: float(step.track) for column in columns for step in column}
    return sum(_cross(one, other, tracks) for number, one in enumerate(lines) for other in lines[number + 1 :])


def _better(document: Document, steps: Sequence[Step]) -> dict[str, int]:
    """Step → track, for the steps of one stage in columns where more than one stands."""
    columns, where = _columns(document, steps)
    lines = _lines(document, where)
    tracks = {step.id: float(step.track) for step in steps}
    touching: dict[int, list[_Line]] = defaultdict(list)
    for line in lines:
        for number in range(line.start, line.end + 1):
            touching[number].append(line)
    branched = [number for number, column in enumerate(columns) if len(column) > 1]
    for turn in range(ROUNDS):
        ordered = branched if turn % 2 == 0 else branched[::-1]
        better = [_settle(columns[number], touching[number], tracks) for number in ordered]
        if not any(better):
            break
    return {step.id: int(tracks[step.id]) for number in branched for step in columns[number]}


def _columns(document: Document, steps: Sequence[Step]) -> tuple[list[list[Step]], dict[str, int]]:
    """The steps column by column through all phases, and the number of each step's column."""
    order = {phase.id: number for number, phase in enumerate(phases_in_order(document))}
    found: dict[tuple[int, int], list[Step]] = defaultdict(list)
    for step in steps:
        found[order[step.phase], step.column].append(step)
    columns = [sorted(found[place], key=lambda step: step.track) for place in sorted(found)]
    return columns, {step.id: number for number, column in enumerate(columns) for step in column}


def _lines(document: Document, where: Mapping[str, int]) -> list[_Line]:
    found = []
    for link in document.links.values():
        ends = _ends(link, where)
        if ends is not None:
            found.append(ends)
    return found


def _ends(link: Link, where: Mapping[str, int]) -> _Line | None:
    """Between two columns of this stage; what leads back is drawn around the cards and crosses none."""
    start, end = where.get(link.source), where.get(link.target)
    if start is None or end is None or start >= end:
        return None
    return _Line(start, end, link.source, link.target)


def _settle(column: Sequence[Step], lines: Sequence[_Line], tracks: dict[str, float]) -> bool:
    """Give the column the order with the fewest crossings; the one it has is kept when none is better."""
    free = sorted(tracks[step.id] for step in column)
    now = sorted((step.id for step in column), key=lambda step: tracks[step])
    least, best = _count(lines, tracks), None
    for order in _orders(now):
        count = _count(lines, {**tracks, **dict(zip(order, free, strict=True))}) if order != tuple(now) else least
        if count < least:
            least, best = count, order
    if best is not None:
        tracks.update(zip(best, free, strict=True))
    return best is not None


def _orders(now: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if len(now) <= FEW:
        yield from permutations(now)
        return
    for one, other in pairwise(range(len(now))):
        changed = list(now)
        changed[one], changed[other] = changed[other], changed[one]
        yield tuple(changed)


def _count(lines: Sequence[_Line], tracks: Mapping[str, float]) -> int:
    return sum(_cross(one, other, tracks) for number, one in enumerate(lines) for other in lines[number + 1 :])


def _cross(one: _Line, other: _Line, tracks: Mapping[str, float]) -> bool:
    """Whether one lies above the other where both begin to run side by side, and below where that ends."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    if start >= end:
        return False
    before = _at(one, start, tracks) - _at(other, start, tracks)
    after = _at(one, end, tracks) - _at(other, end, tracks)
    return before * after < 0


def _at(line: _Line, column: int, tracks: Mapping[str, float]) -> float:
    share = (column - line.start) / (line.end - line.start)
    return tracks[line.left] + share * (tracks[line.right] - tracks[line.left])
