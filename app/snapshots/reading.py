"""Reads snapshots off the GUI thread: a glimpse of each for the list, and what is different between two states."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from app import tasks
from journeys.analysis import compare
from journeys.analysis.difference import Change, difference
from journeys.analysis.spots import counted_journeys
from journeys.errors import LevensreisError
from journeys.exchange import snapshots

if TYPE_CHECKING:
    from journeys.analysis.compare import Row
    from journeys.analysis.gist import Gist
    from journeys.exchange.snapshots import Counts
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot

KEPT: Final = 4
"""So many studies of snapshots are held; they may be large."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How much a snapshot holds, and one of its journeys in a few strokes; None where it cannot be read."""

    counts: Counts | None
    gist: Gist | None
    own: str = "party.0"


@dataclass(frozen=True, slots=True)
class Compared:
    """Two states, everything that is different, and one journey in both; a row is None where it is not there."""

    before: Document
    after: Document
    changes: tuple[Change, ...]
    rows: tuple[Row | None, Row | None]
    journey: str | None


class Reading(QObject):
    """What was asked last comes first; one thing at a time."""

    glimpsed = Signal(str)  #: a glimpse of the snapshot with this id is there
    compared = Signal(object)  #: a Compared
    failed = Signal(object)  #: the snapshot that was to be compared cannot be read (a LevensreisError)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._glimpses: dict[tuple[str, str | None], Glimpse] = {}
        self._wanted: list[tuple[Snapshot, str | None]] = []
        self._comparing: tuple[Snapshot, Snapshot | Document, str | None] | None = None
        self._busy = False
        self._looked_at = ""
        """The id of the snapshot of which a glimpse is being read."""

    def glimpse(self, snapshot: Snapshot, journey: str | None) -> Glimpse | None:
        """What is known of it; when nothing is, it is read."""
        found = self._glimpses.get((snapshot.id, journey))
        if found is None and snapshot.id not in (self._looked_at, *(held.id for held, _ in self._wanted)):
            self._wanted.append((snapshot, journey))
            self._go_on()
        return found

    def compare(self, then: Snapshot, other: Snapshot | Document, journey: str | None) -> None:
        """Ask for what is different; a newer question replaces one that waits."""
        self._comparing = (then, other, journey)
        self._go_on()

    def _go_on(self) -> None:
        if self._busy:
            return
        if self._comparing is not None:
            then, other, journey = self._comparing
            self._comparing = None
            held = dict(self._documents)
            self._begin(lambda _: _compared(then, other, journey, held), self._told, self._refused)
        elif self._wanted:
            snapshot, journey = self._wanted.pop()
            self._looked_at = snapshot.id
            known = self._documents.get(snapshot.id)
            self._begin(
                lambda _: _glimpsed(snapshot, journey, known),
                lambda found: self._seen(snapshot.id, journey, found), self._refused,
            )  # fmt: skip

    def _begin(self, work: object, done: object, failed: object) -> None:
        self._busy = True
        task = tasks.start(work, self)  # type: ignore[arg-type]  # the three callers give what `start` wants
        task.ended.connect(self._free)
        task.finished.connect(done)
        task.failed.connect(failed)

    def _free(self) -> None:
        self._busy, self._looked_at = False, ""

    def _told(self, found: tuple[Compared, dict[str, Document]]) -> None:
        compared, read = found
        for id_, document in read.items():
            self._documents[id_] = document
            self._documents.move_to_end(id_)
        while len(self._documents) > KEPT:
            self._documents.popitem(last=False)
        if self._comparing is None:
            self.compared.emit(compared)
        self._go_on()

    def _seen(self, id_: str, journey: str | None, found: Glimpse) -> None:
        self._glimpses[id_, journey] = found
        self.glimpsed.emit(id_)
        self._go_on()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        self.failed.emit(error)
        self._go_on()


def _compared(
    then: Snapshot, other: Snapshot | Document, journey: str | None, known: dict[str, Document]
) -> tuple[Compared, dict[str, Document]]:
    from journeys.model.document import Document

    def held(one: Snapshot) -> Document:
        # A copy: indexes are made when first asked for, and that in one thread only.
        return known[one.id].snapshot() if one.id in known else snapshots.read(one)

    read = {then.id: held(then)}
    if isinstance(other, Document):
        after = other
    else:
        after = read[other.id] = held(other)
    return compared(read[then.id], after, journey), read


def compared(before: Document, after: Document, journey: str | None) -> Compared:
    """Two states of one study side by side."""
    shown = _journey(after, journey) or _journey(before, journey)
    rows = (_row(before, shown), _row(after, shown))
    return Compared(before, after, difference(before, after), rows, shown)


def _glimpsed(snapshot: Snapshot, journey: str | None, known: Document | None) -> Glimpse:
    from journeys.analysis.gist import gist
    from journeys.layout.heads import own_colour

    try:
        document = known.snapshot() if known is not None else snapshots.read(snapshot)
    except LevensreisError:  # told when somebody wants to compare it
        return Glimpse(snapshots.counts(snapshot), None)
    shown = _journey(document, journey)
    return Glimpse(snapshots.counts(snapshot), gist(document, shown), own_colour(document))


def _journey(document: Document, wanted: str | None) -> str | None:
    """The one that is worked on, if it was there and counts; else the first."""
    held = [journey.id for journey in counted_journeys(document)]
    return wanted if wanted in held else next(iter(held), None)


def _row(document: Document, journey: str | None) -> Row | None:
    if journey is None or journey not in document.journeys:
        return None
    return next(iter(compare.journeys(document, [journey]).rows), None)
