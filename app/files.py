"""The file of one window: every edit safe on this computer at once, the file itself a moment later."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks
from journeys.errors import FileError, LevensreisError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot
    from journeys.store.files import Identity
    from journeys.store.locks import Holder
    from journeys.store.publish import Published
    from journeys.store.workcopy import WorkCopy

T = TypeVar("T")
QUIET_MS: Final = 2_000
LATEST_MS: Final = 30_000
AGAIN_MS: Final = 30_000
HEARTBEAT_MS: Final = 300_000
SUFFIX: Final = ".levensreis"


@dataclass(frozen=True, slots=True)
class SaveState:
    """One of three: in the file (and since when), on this computer only, or not saved (and why)."""

    kind: Literal["file", "computer", "failed"]
    at: dt.datetime | None = None
    error: LevensreisError | None = None


class StudyFile(QObject):
    """A working copy, and the file that it is published to. Only the GUI thread uses it."""

    state_changed = Signal()  #: the save state is another one
    snapshots_changed = Signal()  #: a snapshot was kept, renamed or deleted
    troubled = Signal(object)  #: publishing failed (a LevensreisError); the working copy holds everything
    conflicted = Signal(object, object)  #: somebody else changed the file: where ours went, and which file that was
    parted = Signal(object, object)  #: this is a copy without a file from now on: who edits the file, and which one

    def __init__(
        self,
        document: Document,
        path: Path | None = None,
        *,
        copy: WorkCopy | None = None,
        images: Mapping[str, bytes] | None = None,
        snapshots: Sequence[Snapshot] = (),
        identity: Identity | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._images = dict(images or {}) if copy is None else copy.images()
        held = snapshots if copy is None else copy.snapshots()
        self._snapshots = {snapshot.id: snapshot for snapshot in held}
        self._identity = identity
        self._copy = copy
        self.path = copy.path if copy is not None else path
        self._saved_at = _modified(self.path)
        self._refusal: StoreError | None = None
        self._publishing: tasks.Task | None = None
        self._trouble: LevensreisError | None = None
        self._quiet, self._latest, self._again = (
            QTimer(self, singleShot=True, interval=wait) for wait in (QUIET_MS, LATEST_MS, AGAIN_MS)
        )
        for timer in (self._quiet, self._latest, self._again):
            timer.timeout.connect(self.publish)
        self._heart = QTimer(self, interval=HEARTBEAT_MS)
        self._heart.timeout.connect(self._beat)

    # Edits

    @property
    def copy(self) -> WorkCopy:
        """The working copy; made when first asked for, because its library takes time to load."""
        if self._copy is None:
            from journeys.store.workcopy import WorkCopy

            self._copy = WorkCopy.create(
                self._document, self._images, self.snapshots(), path=self.path, identity=self._identity
            )
        return self._copy

    def write(self, edit: Edit) -> None:
        """Make an edit durable; what the session calls before anything changes. Raises StoreError."""
        self._stored(lambda: self.copy.write(edit))
        self._refusal = None
        self._follow()

    def add_image(self, data: bytes) -> str:
        """Store a picture's bytes before the edit that shows them; gives their sha256. Raises StoreError."""
        sha256 = self._stored(lambda: self.copy.add_image(data))
        self._images[sha256] = data
        return sha256

    def _stored(self, act: Callable[[], T]) -> T:
        """Do something that must be durable before anybody sees it as done."""
        try:
            self._make_way()
            self._renew()
            return act()
        except StoreError as error:
            self._refusal = error
            self.state_changed.emit()
            raise

    def image(self, sha256: str) -> bytes | None:
        """The bytes of one picture."""
        return self._images.get(sha256)

    def retry(self) -> None:
        """See whether this computer can keep edits again after it could not; raises StoreError."""
        self._renew()
        self.copy.settle()
        self._refusal = None
        self.state_changed.emit()

    def _renew(self) -> None:
        """Begin a working copy anew when somebody took its folder away: the window still has everything."""
        if self._copy is None or self._copy.folder.is_dir():
            return
        self.wait()
        if self._copy is not None:
            self._copy.close()
        self._copy, self._saved_at = None, None
        self.copy.touch()

    @property
    def holder(self) -> Holder | None:
        """Who else is editing the file now."""
        from journeys.store import files, locks

        return None if self.path is None else locks.other_holder(files.real(self.path))

    def _make_way(self) -> bool:
        """Two never write one file: where somebody else is editing it, this goes on as a copy without a file.

        False when it did so just now. Raises FileError.
        """
        if self._copy is not None and self._copy.locked:
            return True
        holder, path = self.holder, self.path
        if holder is None:
            return True
        self.wait()
        if self._copy is not None:
            self._copy.leave_target()
        self.path = None
        self._still()
        self.state_changed.emit()
        QTimer.singleShot(0, self, lambda: self.parted.emit(holder, path))
        return False

    def _follow(self) -> None:
        if self.path is not None:
            self._quiet.start()
            if not self._latest.isActive():
                self._latest.start()
        if not self._heart.isActive():
            self._heart.start()
        self.state_changed.emit()

    @property
    def unpublished(self) -> bool:
        """Whether something lies on this computer that is not in the file."""
        return self.path is None or (self._copy is not None and self._copy.unpublished)

    @property
    def touched(self) -> bool:
        """Whether anything was edited that no file holds: closing would leave it behind."""
        return self._copy is not None and self._copy.unpublished

    @property
    def state(self) -> SaveState:
        """How safe the work is now."""
        if self._refusal is not None:
            return SaveState("failed", error=self._refusal)
        if self.unpublished:
            return SaveState("computer", error=self._trouble)
        return SaveState("file", at=self._saved_at)

    def images(self) -> dict[str, bytes]:
        """The bytes of all pictures, by sha256; those that were taken away too, because undo may want them."""
        return dict(self._images)

    # Named earlier states: beside the study, and not in its history

    def snapshots(self) -> tuple[Snapshot, ...]:
        """All of them, the oldest first."""
        return tuple(sorted(self._snapshots.values(), key=lambda snapshot: (snapshot.made_at, snapshot.id)))

    def add_snapshot(self, snapshot: Snapshot) -> None:
        """Keep it; one with the same id is replaced. Raises StoreError."""
        before = self._snapshots.get(snapshot.id)
        self._stored(lambda: self.copy.put_snapshot(snapshot, before))
        self._snapshots[snapshot.id] = snapshot
        self._snapshots_followed()

    def rename_snapshot(self, id_: str, name: str) -> None:
        """Give it another name. Raises StoreError, ExchangeError `snapshot.no_name`."""
        from journeys.exchange.snapshots import named

        self.add_snapshot(named(self._snapshots[id_], name))

    def drop_snapshot(self, id_: str) -> Snapshot:
        """Take it out; gives what it was, to be added again by who thinks better of it. Raises StoreError."""
        gone = self._snapshots[id_]
        self._stored(lambda: self.copy.drop_snapshot(gone))
        del self._snapshots[id_]
        self._snapshots_followed()
        return gone

    def _snapshots_followed(self) -> None:
        self._refusal = None
        self._follow()
        self.snapshots_changed.emit()

    # The file

    def rename(self, path: Path) -> None:
        """Publish to this file from now on. Raises FileError, StoreError."""
        self.copy.rename_target(path)
        self.path = path
        self.publish()

    def publish(self, *, asked: bool = False) -> None:
        """Bring the file up to date in a worker; when one is at work, again after it.

        `asked`: the user wants it now, and hears again what was told before.
        """
        self._still()
        if asked:
            self._trouble = None
        if self.path is None or self._copy is None or not self._copy.unpublished:
            return
        if self._publishing is not None:
            self._quiet.start()
            return
        from journeys.store.publish import finish_publish

        try:
            if not self._make_way():
                return
            prepared = self._copy.prepare_publish()
        except LevensreisError as error:
            self._failed(error)
            return
        self._publishing = tasks.start(lambda _: finish_publish(prepared), self, self._published, self._failed)

    def publish_now(self) -> bool:
        """As `publish`, and wait for it; True when the file holds everything."""
        self.wait()
        self.publish()
        self.wait()
        return not self.unpublished

    def wait(self) -> None:
        """Wait for the worker."""
        if self._publishing is not None:
            self._publishing.wait()

    def _published(self, published: Published) -> None:
        self._publishing = None
        self._trouble = None
        self._identity = published.identity
        self.copy.accept(published)
        self._saved_at = published.time.astimezone()
        if published.instead_of is not None:
            self.path = published.path
            self.conflicted.emit(published.path, published.instead_of)
        if self.copy.unpublished:
            self._follow()
        self.state_changed.emit()

    def _failed(self, error: Exception) -> None:
        self._publishing = None
        told = error if isinstance(error, LevensreisError) else FileError("file.not_written", name=_name(self.path))
        first = self._trouble is None or self._trouble.code != told.code
        self._trouble = told
        if told.code != "file.target_gone":
            self._again.start()
        self.state_changed.emit()
        if first:
            self.troubled.emit(told)

    def close(self, *, discard: bool = False) -> None:
        """End: no timer runs any more; the working copy stays where something in it is not published."""
        self._still()
        self._heart.stop()
        self.wait()
        self._still()
        if self._copy is not None:
            self._copy.close(discard=discard)
            self._copy = None

    def _still(self) -> None:
        for timer in (self._quiet, self._latest, self._again):
            timer.stop()

    def _beat(self) -> None:
        """Say that we are still here; a computer that slept may find that somebody else took over."""
        if self._copy is not None:
            self._copy.heartbeat()


def state_text(state: SaveState, say: Words) -> str:
    """The three sentences of the status bar."""
    if state.kind == "file":
        return say("Saved in file {time}", time=_clock(state.at)) if state.at else say("Saved in file")
    if state.kind == "computer":
        return say("Saved on this computer, file follows")
    from journeys.messages import error_text

    return say("Not saved: {reason}", reason=error_text(state.error, say) if state.error else "")


def file_name(title: str) -> str:
    """A safe name for a study's file: no separators, no reserved names, at most 100 characters."""
    kept = "".join(" " if char in '<>:"/\\|?*' or not char.isprintable() else char for char in title)
    name = " ".join(kept.split()).strip(". ")[:100].rstrip(". ")
    reserved = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
    if not name or name.split(".")[0].strip().lower() in reserved:
        name = f"Levensreis {name}".strip()
    return name + SUFFIX


def _clock(at: dt.datetime) -> str:
    today = dt.datetime.now().astimezone().date()
    return at.strftime("%H:%M") if at.date() == today else at.strftime("%d-%m-%Y %H:%M")


def _modified(path: Path | None) -> dt.datetime | None:
    try:
        return None if path is None else dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None


def _name(path: Path | None) -> str:
    return path.name if path is not None else ""
