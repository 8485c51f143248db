"""A file that somebody else is editing is looked after, so that whoever waits hears when it is free, and newer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app import tasks

if TYPE_CHECKING:
    from pathlib import Path

    from app.files import StudyFile
    from app.window import StudyWindow
    from journeys.store.files import Identity

LOOK_MS: Final = 20_000
PATIENCE: Final = 60.0
"""Seconds after which a disk that does not answer is let be."""
Found = Literal["held", "same", "newer", "gone"]


class ComingFree(QObject):
    """Looks now and then, in a worker, until the file is free, or this window goes on without it."""

    freed = Signal(str)  #: nobody else edits the file now; it is the "same", "newer" or "gone"

    def __init__(self, file: StudyFile) -> None:
        super().__init__(file)
        self._file = file
        self._looking: tasks.Task | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Whoever began to edit has a copy by now, or the file itself."""
        path = self._file.path
        if path is None or self._file.touched:
            self._timer.stop()
        elif self._looking is None:
            known = self._file.identity
            self._looking = tasks.start(lambda _: _now(path, known), self, self._seen, self._missed, patience=PATIENCE)

    def _seen(self, found: Found) -> None:
        self._looking = None
        if found != "held" and self._timer.isActive() and not self._file.touched:
            self._timer.stop()
            self.freed.emit(found)

    def _missed(self, _: Exception) -> None:
        self._looking = None


def watch(window: StudyWindow) -> None:
    """From now on the window says when its file has come free."""
    if window.file is not None and window.file.findChild(ComingFree) is None:
        watching = ComingFree(window.file)
        watching.freed.connect(lambda found: _tell(window, found))


def _tell(window: StudyWindow, found: Found) -> None:
    if window.bar is None or window.file is None or window.file.path is None:
        return
    say, name = window.dress.say, window.file.path.name
    free = say("Nobody else is working on {name} any more.", name=name)
    if found == "newer":
        text = say("There is a newer version than the one you see.")
        window.bar.tell(f"{free} {text}", [(say("Show the newer version"), window.renewal_wanted.emit)])
    elif found == "same":
        text = say("You can change it now.")
        window.bar.tell(f"{free} {text}")


def _now(path: Path, known: Identity | None) -> Found:
    """How the file is; raises OSError when it cannot be read."""
    from journeys.store import files, locks

    real = files.real(path)
    if locks.other_holder(real) is not None:
        return "held"
    present = files.identity_of(real)
    if present is None:
        return "gone"
    return "same" if present == known else "newer"
