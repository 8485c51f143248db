"""Two states of one study beside each other: what is not the same, and in what order it is told."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final

from journeys.analysis.spots import counted_journeys
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.difference.change import Change
    from journeys.model.document import Document
    from journeys.model.entities import Entity, Step
    from journeys.model.fields import Kind

_RANKS: Final = ("journey", "phase", "gap", "presence", "stance", "step", "link", "note", "cell")


class Both:
    """Two states, and where their things stand."""

    def __init__(self, before: Document, after: Document) -> None:
        self.before, self.after = before, after
        old, new = set(before.journeys), set(after.journeys)
        self.folded = old ^ new
        """Journeys that are new or gone: told as a whole."""
        self._journey_order = {id_: at for at, id_ in enumerate(_journey_order(before, after))}
        self._phase_order = {id_: at for at, id_ in enumerate(_phase_order(before, after))}

    def pairs(self, kind: Kind) -> Iterator[tuple[str, Any, Any]]:
        """(id, before, after) of what is not the same."""
        old, new = self.before.tables[kind], self.after.tables[kind]
        for id_ in {**old, **new}:
            was, now = old.get(id_), new.get(id_)
            if was is not now and was != now:
                yield id_, was, now

    def order(self, change: Change) -> tuple[int, int, int, int, str]:
        """By journey and phase; what stands in none comes last."""
        head = change.code.partition(".")[0]
        rank = _RANKS.index(head) if head in _RANKS else len(_RANKS)
        journey = self._journey_order.get(change.journey or "", len(self._journey_order))
        phase = -1 if change.phase is None else self._phase_order.get(change.phase, len(self._phase_order))
        step: Step | None = self.after.steps.get(change.id) or self.before.steps.get(change.id)
        return journey, phase, rank, step.column if step is not None else 0, change.id + change.code


def _journey_order(before: Document, after: Document) -> Iterator[str]:
    yield from (journey.id for journey in counted_journeys(after))
    yield from (id_ for id_ in sorted(after.journeys) if after.journeys[id_].parent_step is not None)
    yield from (journey.id for journey in counted_journeys(before) if journey.id not in after.journeys)


def _phase_order(before: Document, after: Document) -> list[str]:
    """All phases of both, by the day they begin or began."""
    days = {phase.id: phase.start_day for phase in phases_in_order(before)}
    days |= {phase.id: phase.start_day for phase in phases_in_order(after)}
    return sorted(days, key=lambda id_: (days[id_], id_))


def differing(was: Entity, now: Entity) -> tuple[str, ...]:
    return tuple(field.name for field in fields(was) if getattr(was, field.name) != getattr(now, field.name))
