"""What is to be written: the study, the journeys of it that were chosen, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, TypeVar

from journeys.model.document import Document
from journeys.model.entities import Snapshot

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Words


T = TypeVar("T")
EVERY: Final = 200
"""Things between which whoever waits is asked."""


def _unwatched(_share: float) -> None:
    return


@dataclass(frozen=True, slots=True)
class Wanted:
    """`journeys` are ids in their order, `on` is the date that a report carries, if any.

    Writers call `watch` with the part that is done, 0 to 1; it raises where nobody waits for the rest any more.
    """

    document: Document
    say: Words
    journeys: tuple[str, ...] = ()
    images: Mapping[str, bytes] = field(default_factory=dict)
    snapshots: Sequence[Snapshot] = ()
    on: dt.date | None = None
    watch: Callable[[float], None] = _unwatched
    path: PurePath | None = None
    """Where it goes, for a format with more than one suffix."""

    def part(self, begin: float, end: float) -> Wanted:
        """The same, of which the work is this part of all of it."""
        whole = self.watch
        return replace(self, watch=lambda share: whole(begin + share * (end - begin)))

    def watched(self, things: Iterable[T], most: int) -> Iterator[T]:
        """These things, of which there are about so many; it is asked now and then whether anybody still waits."""
        for number, thing in enumerate(things):
            if number % EVERY == 0:
                self.watch(min(1.0, number / max(most, 1)))
            yield thing


def wanted(
    document: Document, say: Words | None = None, journeys: tuple[str, ...] | None = None,
    images: Mapping[str, bytes] | None = None, snapshots: Sequence[Snapshot] = (), *,
    on: dt.date | None = None, watch: Callable[[float], None] = _unwatched,
) -> Wanted:  # fmt: skip
    """With all journeys that count, in the study's own language, unless told otherwise."""
    from journeys.analysis.spots import counted_journeys
    from journeys.i18n import words

    chosen = tuple(journey.id for journey in counted_journeys(document)) if journeys is None else journeys
    return Wanted(document, say or words(document.study.language), chosen, images or {}, snapshots, on, watch)
