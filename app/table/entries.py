"""Which entities a list shows, in what order, under which headings; and how that follows an edit."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from journeys.edits import rows as row_verbs
from journeys.model.time import phases_in_order
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.table.cells import Column, Sight
    from app.table.lists import Listing
    from journeys.edits.edit import Edit
    from journeys.model.document import Document

ORDERING: Final = frozenset({"phase", "journey", "persona"})
"""Kinds whose change may put the steps in another order."""


def heading(journey: str, phase: str) -> str:
    """The entry that stands for a phase of a journey, above its steps."""
    return f"{journey} {phase}"


def phase_of(entry: str) -> tuple[str, str] | None:
    """(journey, phase) of a heading; None for the id of an entity."""
    journey, _, phase = entry.partition(" ")
    return (journey, phase) if phase else None


@dataclass(slots=True)
class Choice:
    """What is shown of a list: of which journey (None: all), which words are looked for, and how it is sorted."""

    journey: str | None = None
    words: str = ""
    sort: Column | None = None
    descending: bool = False
    front_only: bool = False

    @property
    def as_told(self) -> bool:
        """Whether the rows stand in the order of the story."""
        return self.sort is None


@dataclass(slots=True)
class Ranks:
    """Where phases and journeys stand, so that an entry's place can be told from it alone."""

    phase: dict[str, int] = field(default_factory=dict)
    journey: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document) -> Ranks:
        phases = {phase.id: rank for rank, phase in enumerate(phases_in_order(document))}
        order = {persona.id: persona.order for persona in document.personas.values()}
        journeys = {j.id: (order.get(j.persona, 0), j.order, j.id) for j in document.journeys.values()}
        return cls(phases, journeys)


def key(document: Document, ranks: Ranks, listing: Listing, entry: str) -> Any:
    """What entries are sorted by in the order of the story."""
    place = phase_of(entry)
    if place is not None:
        return (ranks.journey.get(place[0], ()), ranks.phase.get(place[1], -1), -1, 0, 0, "")
    held: Any = document.get((listing.kind, entry))
    if listing.kind != "step":
        return (listing.order(document, held), entry)
    back = held.stage == "back"
    return (
        ranks.journey.get(held.journey, ()),
        ranks.phase.get(held.phase, -1),
        back,
        held.column,
        held.track,
        held.id,
    )


def wanted(sight: Sight, listing: Listing, columns: Sequence[Column], choice: Choice) -> list[str]:
    """Every entry to be shown, in order."""
    document = sight.document
    held = [entity for entity in document.tables[listing.kind].values() if _shown(document, listing, choice, entity)]
    if choice.words:
        wanted_words = folded(choice.words).split()
        held = [entity for entity in held if _holds(sight, columns, entity, wanted_words)]
    if choice.sort is not None:
        return _sorted(sight, choice.sort, held, descending=choice.descending)
    entries = [entity.id for entity in held]
    if listing.kind == "step":
        entries += _headings(document, choice, held)
    ranks = Ranks.of(document)
    return sorted(entries, key=lambda entry: key(document, ranks, listing, entry))


def _shown(document: Document, listing: Listing, choice: Choice, entity: Any) -> bool:
    if choice.front_only and entity.stage != "front":
        return False
    if choice.journey is None or listing.of_journey is None:
        return True
    return listing.of_journey(document, entity, choice.journey)


def _headings(document: Document, choice: Choice, held: Sequence[Any]) -> list[str]:
    """Of one journey every phase, filled or not; of all journeys, or when something is looked for, the filled ones."""
    if choice.journey is not None and not choice.words:
        return [heading(choice.journey, phase) for phase in document.phases]
    return list({heading(step.journey, step.phase): None for step in held})


def _holds(sight: Sight, columns: Sequence[Column], entity: Any, words: Sequence[str]) -> bool:
    text = "\n".join(column.read(sight, entity) for column in columns)
    text = text.casefold() if text.isascii() else folded(text)
    return all(word in text for word in words)


def _sorted(sight: Sight, column: Column, held: Sequence[Any], *, descending: bool) -> list[str]:
    """What is empty comes last, whichever way; equals keep the order of the story."""
    keyed = [(column.sort_key(sight, entity), entity.id) for entity in held]
    filled = [(found, id_) for found, id_ in keyed if found is not None]
    filled.sort(key=lambda pair: pair[0], reverse=descending)
    return [id_ for _, id_ in filled] + [id_ for found, id_ in keyed if found is None]


def touched(listing: Listing, edit: Edit) -> set[str] | None:
    """Ids whose cells may read differently after an edit; None for all of them, because a name changed."""
    found: set[str] = set()
    for (kind, id_), (before, after) in edit.changes.items():
        if kind == listing.kind:
            found.add(id_)
        elif listing.kind == "step" and kind in ("note", "cell"):
            found.update(filter(None, (getattr(held, "step", None) for held in (before, after))))
            found.update(_phases(before), _phases(after))
        elif listing.kind == "step" and kind == "link":
            found.update(held.source for held in (before, after) if held is not None)  # type: ignore[union-attr]  # links
        elif kind not in ("note", "cell", "link", "view", "mute", "stance", "image"):
            return None
    return found


def _phases(held: Any) -> list[str]:
    return [heading(held.journey, held.phase)] if held is not None and held.phase else []


def insert_at(document: Document, ranks: Ranks, listing: Listing, entries: Sequence[str], entry: str) -> int:
    """Where an entry belongs among sorted ones."""
    return bisect_left(entries, key(document, ranks, listing, entry), key=lambda e: key(document, ranks, listing, e))


def numbers(document: Document, entries: Sequence[str]) -> dict[str, int]:
    """Each step's place in its journey."""
    found: dict[str, int] = {}
    for journey in dict.fromkeys(document.steps[e].journey for e in entries if e in document.steps):
        found |= {step.id: number for number, step in enumerate(row_verbs.reading_order(document, journey), 1)}
    return found
