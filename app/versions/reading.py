"""Reads what the program kept off the GUI thread: a glimpse of each, and what is different between one and now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app import tasks
from app.versions import held as helds
from journeys.analysis.difference import counted, difference
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.snapshots.reading import Compared
    from app.versions.held import Glimpse, Held
    from journeys.analysis.difference import Group
    from journeys.model.document import Document
    from journeys.store.opener import Opened


@dataclass(frozen=True, slots=True)
class Seen:
    """A glimpse, and in how many ways it is different from now; None where there is no now."""

    glimpse: Glimpse
    counts: dict[Group, int] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """One of them, whole, and how it compares with now."""

    held: Held
    opened: Opened
    compared: Compared | None


class Reading(QObject):
    """One thing at a time; what was asked last comes first. `now` is what everything is compared with."""

    seen = Signal(object)  #: a glimpse of this Held is there
    read = Signal(object)  #: a Read
    failed = Signal(object, object)  #: this Held cannot be read, and why (a LevensreisError)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.now: Document | None = None
        self._seen: dict[Held, Seen] = {}
        self._wanted: list[Held] = []
        self._asked: tuple[Held, str | None] | None = None
        self._busy = False

    def compare_with(self, now: Document | None) -> None:
        """From now on everything is compared with this."""
        self.now = now.snapshot() if now is not None else None
        self._seen.clear()

    def glimpse(self, held: Held) -> Seen | None:
        """What is known of it; when nothing is, it is read."""
        found = self._seen.get(held)
        if found is None and held not in self._wanted:
            self._wanted.append(held)
            self._go_on()
        return found

    def ask(self, held: Held, journey: str | None) -> None:
        """Read this one whole; a newer question replaces one that waits."""
        self._asked = (held, journey)
        self._go_on()

    def _go_on(self) -> None:
        if self._busy:
            return
        now = self.now.snapshot() if self.now is not None else None  # indexes are made in one thread only
        if self._asked is not None:
            held, journey = self._asked
            self._asked = None
            self._begin(lambda: _read(held, now, journey), self.read.emit, held)
        elif self._wanted:
            one = self._wanted[-1]
            self._begin(lambda: _seen(one, now), lambda found: self._know(one, found), one)

    def _begin(self, work: Callable[[], object], done: Callable[..., object], held: Held) -> None:
        self._busy = True
        task = tasks.start(lambda _: work(), self)
        task.ended.connect(self._free)
        task.finished.connect(done)
        task.finished.connect(lambda _: self._go_on())
        task.failed.connect(lambda error: self._refused(held, error))

    def _free(self) -> None:
        self._busy = False

    def _know(self, held: Held, found: Seen) -> None:
        self._wanted.remove(held)
        self._seen[held] = found
        self.seen.emit(held)

    def _refused(self, held: Held, error: Exception) -> None:
        if held in self._wanted:
            self._wanted.remove(held)
        self._go_on()
        if not isinstance(error, LevensreisError):
            raise error
        self.failed.emit(held, error)


def present(path: Path) -> Document | None:
    """The study in a file as it is now; None when that cannot be read."""
    from journeys.store.opener import open_file

    try:
        return open_file(path).document
    except LevensreisError:
        return None


def _seen(held: Held, now: Document | None) -> Seen:
    try:
        opened = helds.read(held)
    except LevensreisError:
        return Seen(helds.Glimpse())
    return Seen(helds.glimpse_of(opened), None if now is None else counted(difference(opened.document, now)))


def _read(held: Held, now: Document | None, journey: str | None) -> Read:
    from app.snapshots.reading import compared

    opened = helds.read(held)
    if now is None and held.kind != "version" and held.path is not None:
        now = present(held.path)  # what is in no file is compared with what is in it
    return Read(held, opened, None if now is None else compared(opened.document, now, journey))
