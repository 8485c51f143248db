"""How an empty canvas is divided: which phases stand on which sheet, how high lanes are, and for which sticky notes."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import gather
from journeys.model.entities import LaneKind
from journeys.phrases import terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.timeline import Stretch

COLUMN_MM: Final = 26.0
"""A phase is at least so wide, at A4; else the phases go over several sheets."""
AROUND_MM: Final = 2.0
"""Room around a sticky note."""
USUAL: Final[tuple[LaneKind, ...]] = ("steps", "heartbeat", "contact", "needs", "opportunities", "backstage")
"""For a study without lanes."""
SHARES: Final[dict[LaneKind, float]] = {
    "steps": 1.7, "heartbeat": 1.5, "contact": 0.7, "needs": 1.3, "opportunities": 1.2, "backstage": 1.0, "text": 1.0,
}  # fmt: skip
"""How the height is shared out beyond what the notes need."""
NOTES_HIGH: Final[dict[LaneKind, float]] = {"heartbeat": 0.7, "contact": 0.4}
"""In heights of a note; all others are one note high at least."""
WRITTEN: Final[dict[LaneKind, float]] = NOTES_HIGH | {"heartbeat": 0.6, "contact": 0.3, "backstage": 0.35, "text": 0.35}
"""The same where paper is short: then these lanes are for writing in."""


class Sticky(NamedTuple):
    """A size in which sticky notes are sold, in mm."""

    width: float
    height: float


SIZES: Final = (Sticky(76, 76), Sticky(51, 38))


class Notes(NamedTuple):
    """For which notes the lanes are high enough, and how many notes high each kind of lane is."""

    size: Sticky
    high: Mapping[LaneKind, float]

    def needed(self, kind: LaneKind) -> float:
        return (self.size.height + AROUND_MM) * self.high.get(kind, 1.0)


class Row(NamedTuple):
    """A lane: what kind, what it is called; `id` as in the study, where it has one."""

    kind: LaneKind
    name: str
    id: str = ""


def rows(document: Document, lanes: tuple[str, ...] | None, say: Words) -> list[Row]:
    """The lanes that were asked for, else those of the study, else the usual ones."""
    found = [
        Row(lane.kind, lane.title or say(terms.LANES[lane.kind]), lane.id) for lane in gather.lanes(document, lanes)
    ]
    return found or [Row(kind, say(terms.LANES[kind])) for kind in USUAL]


def pages(columns: Sequence[Stretch], width: float, scale: float) -> list[list[Stretch]]:
    """The phases over as many sheets as they need, about equally many on each."""
    most = max(1, int(width / (COLUMN_MM * scale)))
    count = math.ceil(len(columns) / most)
    cuts = [round(index * len(columns) / count) for index in range(count + 1)]
    return [list(columns[first:last]) for first, last in pairwise(cuts)]


def suited(kinds: Sequence[LaneKind], column: float, height: float) -> Notes | None:
    """The largest notes of which one fits in every column and in the lanes that need them; None where none do."""
    tried = (Notes(size, high) for size in SIZES for high in (NOTES_HIGH, WRITTEN))
    return next(
        (
            notes for notes in tried
            if notes.size.width + AROUND_MM <= column and sum(map(notes.needed, kinds)) <= height
        ),
        None,
    )  # fmt: skip


def heights(kinds: Sequence[LaneKind], notes: Notes | None, height: float) -> list[float]:
    """How high each lane is; together all of the height."""
    least = [notes.needed(kind) if notes else 0.0 for kind in kinds]
    shares = [SHARES[kind] for kind in kinds]
    spare, whole = height - sum(least), sum(shares)
    return [some + spare * share / whole for some, share in zip(least, shares, strict=True)]
