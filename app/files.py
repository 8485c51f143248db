"""The file of one window: every edit safe on this computer at once, the file itself a moment later."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks
from app.heartbeat import Heartbeat
from journeys.errors import FileError, LevensreisError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journeys.edits.edit import Edit
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
NEEDS_A_NAME: Final = ("file.read_only", "file.not_writable", "file.passing", "file.name_refused")
"""Where trying again is of no use: who asks to save is asked for another name."""


@dataclass(frozen=True, slots=True)
class SaveState:
    """One of three: in the file (and since when), on this computer only, or not saved.

    `error` is why, or what is to be known of it all the same; `app.saving` has its words, and what can be done.
    """

    kind: Literal["file", "computer", "failed"]
    at: dt.datetime | None = None
    error: LevensreisError | None = None


class StudyFile(QObject):
    """A working copy, and the file that it is published to. Only the GUI thread uses it."""

    state_changed = Signal()  #: the save state is another one
    snapshots_changed = Signal()  #: a snapshot was kept, renamed or deleted
    troubled = Signal(object)  #: publishing failed (a LevensreisError); the working copy holds everything
    written = Signal()  #: the file holds the study: what was told of trouble is over
    conflicted = Signal(object, object)  #: somebody else changed the file: where ours went, and which file that was
    parted = Signal(object, object)  #: this is a copy without a file from now on: who edits the file, and which one
    refused = Signal(object)  #: this computer keeps no edits (a StoreError)
    relieved = Signal()  #: this computer keeps edits again
    name_wanted = Signal()  #: saving was asked for, and only works under another name

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
        self._idle: StoreError | None = None
        """Why no edit can be kept, found out before there was one."""
        self._remark: LevensreisError | None = None
        """What is to be known although all is in the file."""
        self._asked = self._asked_again = False
        """Whether the user waits for the publication, and for another one after it."""
        self._passing: bool | None = None
        """Whether the file lies where files do not stay, and the user has not said that it may; None: not looked."""
        self._publishing: tasks.Task | None = None
        self._outrun = False
        """Whether the file got another name while it was being published under the one before."""
        self._trouble: LevensreisError | None = None
        self._quiet, self._latest, self._again = (
            QTimer(self, singleShot=True, interval=wait) for wait in (QUIET_MS, LATEST_MS, AGAIN_MS)
        )
        for timer in (self._quiet, self._latest, self._again):
            timer.timeout.connect(self.publish)
        self.heartbeat = Heartbeat(lambda: self._copy.held if self._copy is not None else None, self)
        self.heartbeat.taken_over.connect(self._lose_lock)

    # Edits

    @property
    def copy(self) -> WorkCopy:
        """The working copy; made when first asked for, because its library takes time to load."""
        if self._copy is None:
            self._copy = self._made()
        return self._copy

    def _made(self) -> WorkCopy:
        from journeys.store.workcopy import WorkCopy

        return WorkCopy.create(self._document, self._images, self.snapshots(), path=self.path, identity=self._identity)

    def write(self, edit: Edit) -> None:
        """Make an edit durable; what the session calls before anything changes. Raises StoreError."""
        self._stored(lambda: self.copy.write(edit))
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
            done = act()
        except StoreError as error:
            self._refuse(error)
            raise
        self._relieve()
        return done

    def _relieve(self) -> None:
        refused = self._refusal or self._idle
        self._refusal = self._idle = None
        if refused is not None:
            self.relieved.emit()

    def _refuse(self, error: StoreError) -> None:
        self._refusal = error
        self.state_changed.emit()
        QTimer.singleShot(0, self, lambda: self.refused.emit(error))  # after whoever tells that the edit was not done

    def begin(self) -> None:
        """Make ready for the first edit, so that it comes as fast as the others; where that cannot be, say so."""
        try:
            _ = self.copy
        except StoreError as error:
            self._idle = error
            self.state_changed.emit()
            self.refused.emit(error)

    def image(self, sha256: str) -> bytes | None:
        """The bytes of one picture."""
        return self._images.get(sha256)

    def retry(self) -> None:
        """See whether this computer can keep edits again after it could not; raises StoreError."""
        self._renew()
        self.copy.settle()
        self._relieve()
        self.state_changed.emit()

    def settle_anew(self) -> None:
        """Another folder was chosen for the working copies: go on there, with all that is on the screen."""
        self.wait()
        if self._copy is not None:
            old, new = self._copy, self._made()
            try:
                new.inherit(old)
            except LevensreisError:
                new.close(discard=True)
                raise
            self._copy = new
            old.let_go()
        else:
            _ = self.copy
        self._relieve()
        self.publish()
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
    def identity(self) -> Identity | None:
        """Which version of the file was read or written last."""
        return self._identity

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
        self._trouble = FileError("file.held", user=holder.user, host=holder.host, name=_name(path))
        self._still()
        self.state_changed.emit()
        QTimer.singleShot(0, self, lambda: self.parted.emit(holder, path))
        return False

    def _follow(self) -> None:
        if self.path is not None:
            self._quiet.start()
            if not self._latest.isActive():
                self._latest.start()
        self.heartbeat.start()
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
        if self._refusal is not None or (self._idle is not None and self.path is None):
            return SaveState("failed", error=self._refusal or self._idle)
        if self.unpublished:
            unnamed = FileError("file.no_name") if self.path is None else None
            return SaveState("computer", error=self._trouble or unnamed)
        return SaveState("file", at=self._saved_at, error=self._idle or self._remark)

    def know(self) -> None:
        """The user knows what was to be known."""
        self._remark = None
        self.state_changed.emit()

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
        self._follow()
        self.snapshots_changed.emit()

    # The file

    def rename(self, path: Path) -> None:
        """Publish to this file from now on. Raises FileError, StoreError."""
        self.copy.rename_target(path)
        self._outrun = self._publishing is not None
        self.path = path
        self._passing, self._remark, self._trouble = False, None, None  # whoever chose the name knows where it lies
        self.publish()

    def write_again(self) -> None:
        """Make the file anew where it is gone; what somebody else put there meanwhile stays."""
        self.publish(asked=True, anew=True)

    def write_here(self) -> None:
        """The user knows that files do not stay there."""
        self._passing = False
        self.publish(asked=True)

    def move_along(self, path: Path) -> None:
        """The file was moved there: go on with it. Raises FileError."""
        self.wait()
        self.copy.follow_target(path)
        self.path = path
        self.publish(asked=True)

    def publish(self, *, asked: bool = False, anew: bool = False) -> None:
        """Bring the file up to date in a worker; when one is at work, again after it.

        `asked`: the user wants it now, and hears again what was told before. `anew`: also when the file is gone.
        """
        self._still()
        if asked:
            self._trouble, self._asked = None, True
        if self.path is None or self._copy is None or not self._copy.unpublished:
            return
        if self._publishing is not None:
            self._asked_again = self._asked_again or asked
            self._quiet.start()
            return
        from journeys.store.publish import finish_publish

        try:
            if not self._make_way():
                return
            if self._lies_in_passing():
                raise FileError("file.passing", name=_name(self.path))
            prepared = self._copy.prepare_publish(anew=anew)
        except LevensreisError as error:
            self._failed(error)
            return
        self._publishing = tasks.start(lambda _: finish_publish(prepared), self, self._published, self._failed)

    def _lies_in_passing(self) -> bool:
        if self._passing is None:
            from journeys.store import locations

            self._passing = self.path is not None and locations.passing(self.path)
        return self._passing

    def publish_now(self, within: float | None = None) -> bool:
        """As `publish`, and wait for it, at most so many seconds; True when the file holds everything."""
        until = None if within is None else time.monotonic() + within
        self.wait(within)
        self.publish()
        self.wait(None if until is None else max(0.0, until - time.monotonic()))
        return not self.unpublished

    def wait(self, within: float | None = None) -> None:
        """Wait for the worker, at most so many seconds."""
        if self._publishing is not None:
            self._publishing.wait(within)

    def _published(self, published: Published) -> None:
        self._publishing = None
        if self._copy is None:
            return  # closed meanwhile: the note in its folder says what is in the file
        if self._outrun:
            self._publish_under_new_name(published.identity)
            return
        self._trouble = self._remark = None
        self.written.emit()
        self._asked = False
        self._identity = published.identity
        if published.in_place:
            self._remark = FileError("file.in_place", name=published.path.name)
        self.copy.accept(published)
        self._saved_at = published.time.astimezone()
        theirs = published.instead_of or published.late
        if theirs is not None:
            self.path = published.path
            self._remark = FileError(
                "file.two_versions", name=published.path.name, ours=str(published.path), theirs=str(theirs)
            )
            self.conflicted.emit(published.path, theirs)
        again, self._asked_again = self._asked_again, False
        if self.copy.unpublished:
            self._follow()
            if again:
                self.publish(asked=True)
        self.state_changed.emit()

    def _publish_under_new_name(self, *ours: Identity) -> None:
        """What was under way went to the name before, or nowhere; `ours` lies where it went."""
        self._outrun = False
        try:
            self.copy.stay_with_target(ours)
        except LevensreisError as error:
            self._failed(error)
        else:
            self.publish(asked=self._asked)

    def _failed(self, error: Exception) -> None:
        self._publishing = None
        if self._copy is None:
            return
        if self._outrun:
            self._publish_under_new_name()
            return
        told = error if isinstance(error, LevensreisError) else FileError("file.not_written", name=_name(self.path))
        first = self._trouble is None or self._trouble.code != told.code
        asked, self._asked = self._asked, False
        self._trouble = told
        if told.code != "file.passing":
            self._again.start()  # also a file that is gone may come back, with the disk that it lies on
        self.state_changed.emit()
        if first:
            self.troubled.emit(told)
        if asked and told.code in NEEDS_A_NAME:
            self.name_wanted.emit()

    def close(self, *, discard: bool = False, within: float | None = None) -> None:
        """End: no timer runs any more; the working copy stays where something in it is not published.

        `within`: so many seconds for the worker; one that has not done by then ends with the program.
        """
        self._still()
        self.wait(within)
        self._still()
        self.heartbeat.stop(within)
        if self._copy is not None:
            self._copy.close(discard=discard)
            self._copy = None

    def _still(self) -> None:
        for timer in (self._quiet, self._latest, self._again):
            timer.stop()

    def _lose_lock(self) -> None:
        if self._copy is not None:
            self._copy.lose_lock()


def _modified(path: Path | None) -> dt.datetime | None:
    try:
        return None if path is None else dt.datetime.fromtimestamp(path.stat().st_mtime).astimezone()
    except OSError:
        return None


def _name(path: Path | None) -> str:
    return path.name if path is not None else ""
