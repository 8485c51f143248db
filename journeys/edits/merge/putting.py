"""Puts what comes in where there is room: steps side by side in their phase, one connection each way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from journeys.edits.merge.joining import NoRoomError, joined
from journeys.edits.places import Room
from journeys.model.entities import Cell, Link, Stance
from journeys.model.fields import MAX_PLACES
from journeys.model.references import renamed
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.edits.edit import Draft
    from journeys.model.document import Document
    from journeys.model.entities import Step

Spot = tuple[str, ...]
"""Where there is room for one: of a cell, a stance or a connection."""


class Putting:
    """A draft into which another study comes, with `ids` for what its things are called here."""

    def __init__(self, draft: Draft, other: Document, ids: Mapping[str, str], into: Mapping[str, str]) -> None:
        self._draft, self._other, self._ids, self._into = draft, other, ids, into
        self._room = Room(draft)
        self._held: dict[Spot, str] = {}

    def put(self, made: Any) -> Any | None:
        """Put it down; where its place is taken it is joined with what stands there. None when nothing was put."""
        spot = _spot(made)
        if spot is None:
            return self._draft.put(made)
        kind, standing = spot[0], self._standing(spot, made)
        if isinstance(made, Link) and made.source == made.target:
            return None  # both ends were judged the same
        if standing is None:
            self._held[spot] = made.id
            return self._draft.put(made)
        try:
            self._draft.put(_label(standing, made) if kind == "link" else joined(standing, made, 0))
        except NoRoomError:
            return None if kind == "link" else self._draft.put(made)
        return None

    def _standing(self, spot: Spot, made: Any) -> Any | None:
        if spot in self._held:
            return self._draft.find(spot[0], self._held[spot])  # type: ignore[arg-type]  # a spot begins with its kind
        home = made.source if isinstance(made, Link) else made.journey
        near = self._draft.document.referring(home, spot[0])  # type: ignore[arg-type]  # idem
        return next((self._draft.find(spot[0], each.id) for each in near if _spot(each) == spot), None)  # type: ignore[arg-type]  # idem

    def in_places(self, steps: Sequence[Step]) -> Iterator[Step]:
        """Put the steps down in their order; yields them as they stand."""
        order = {phase.id: number for number, phase in enumerate(phases_in_order(self._other))}
        coming = {step.id for step in steps}
        homes = {step.journey for step in steps}
        every = [step for step in self._other.steps.values() if step.journey in homes]
        every.sort(key=lambda step: (step.journey, step.stage, order[step.phase], step.column, step.track))
        spots: dict[Spot, list[Step]] = {}
        for step in every:
            made = renamed(step, self._ids)
            spots.setdefault((made.journey, made.phase, made.stage), []).append(step)
        for held in spots.values():
            yield from self._in_one(held, coming)

    def _in_one(self, held: Sequence[Step], coming: set[str]) -> Iterator[Step]:
        """The steps of one phase: each behind what it came after over there, those side by side stay so."""
        follows = held[0].journey in self._into or len({step.phase for step in held}) > 1
        last: tuple[str, int] | None = None
        column = -1
        for step in held:
            made = renamed(step, self._ids)
            if not follows:
                if step.id in coming:
                    yield self._room.put(made)
                continue
            beside = last == (step.phase, step.column)
            last = step.phase, step.column
            if step.id not in coming:
                standing = self._draft.find("step", made.id)
                here = standing is not None and (standing.journey, standing.phase) == (made.journey, made.phase)
                column = standing.column if here else column
                continue
            if not beside:
                column = self._next(made, column)
            yield self._room.put(replace(made, column=min(column, MAX_PLACES)))

    def _next(self, made: Step, column: int) -> int:
        """Behind the step before it, which may stand in between others; the first ones come behind all of them."""
        if column < 0:
            return self._room.free_column(made.journey, made.phase, made.stage)
        return column + 1


def _spot(entity: Any) -> Spot | None:
    match entity:
        case Link():
            return "link", entity.source, entity.target
        case Cell():
            return "cell", entity.lane, entity.journey, entity.phase, entity.step or ""
        case Stance():
            return "stance", entity.journey, entity.phase, entity.scope
        case _:
            return None


def _label(standing: Link, made: Link) -> Link:
    """What stands at both, where that differs."""
    if not made.label or made.label == standing.label:
        return standing
    label = f"{standing.label} · {made.label}" if standing.label else made.label
    if len(label) > 200:
        raise NoRoomError
    return replace(standing, label=label)
