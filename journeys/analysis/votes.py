"""A round of votes: which notes take part, how many dots are left, and which notes are in front."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.notelist import KIND_ORDER, journey_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.model.document import Document
    from journeys.model.entities import Note

USUAL = ("need", "opportunity", "idea")
"""Kinds that are usually voted for."""
MOST_DOTS, MOST_PEOPLE = 20, 200


@dataclass(frozen=True, slots=True)
class Round:
    """What is voted for, and with how many dots; the votes themselves stand on the notes."""

    kinds: tuple[str, ...] = USUAL
    whole: bool = False
    """The notes of the whole study, not of the shown journey alone."""
    dots: int = 3
    people: int = 8

    @property
    def total(self) -> int:
        """All dots together."""
        return self.dots * self.people


@dataclass(frozen=True, slots=True)
class Placed:
    """A note in the ranking: `rank` 1 is in front, `shared` with whoever has as many votes; 0 without votes."""

    note: Note
    rank: int
    shared: bool


def taking_part(document: Document, asked: Round, journey: str | None) -> list[Note]:
    """The notes one can vote for, by kind and order; parked ones and those of a persona only in a whole study."""
    found = [
        note for note in document.notes.values()
        if note.kind in asked.kinds and (asked.whole or journey_of(document, note) == journey is not None)
    ]  # fmt: skip
    return sorted(found, key=lambda note: (KIND_ORDER.index(note.kind), note.order, note.id))


def given(notes: Iterable[Note]) -> int:
    """How many dots lie on these."""
    return sum(note.votes for note in notes)


def ranking(notes: Iterable[Note]) -> list[Placed]:
    """Most votes first; notes with as many votes share their place, and the places after it stay empty."""
    ordered = sorted(notes, key=lambda note: -note.votes)
    counts = [note.votes for note in ordered]
    return [
        Placed(note, counts.index(note.votes) + 1, counts.count(note.votes) > 1)
        if note.votes
        else Placed(note, 0, False)
        for note in ordered
    ]


def winners(placed: Iterable[Placed], places: int = 3) -> list[str]:
    """The ids of the notes on the first places, with everybody who shares one; never one without votes."""
    return [one.note.id for one in placed if 0 < one.rank <= places]
