"""The application object; on macOS the system hands it the files that somebody opens or drops on the dock."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from collections.abc import Callable


class Application(QApplication):
    """Keeps what comes before there is a window for it: the system does not ask twice."""

    early: tuple[Path, ...] = ()
    """What was asked for before anybody listened."""
    _open: Callable[[Path], object] | None = None

    def event(self, event: QEvent) -> bool:
        """Only events for the application itself come here, and they are few."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            path = _path(event)
            if path is not None:
                self._asked(path)
            return True
        return super().event(event)

    def _asked(self, path: Path) -> None:
        if self._open is not None:
            self._open(path)
        else:
            self.early = (*self.early, path)

    def on_open(self, act: Callable[[Path], object] | None) -> tuple[Path, ...]:
        """Who opens such files from now on; gives those that came before."""
        found, self.early, self._open = self.early, (), act
        return found


def _path(event: QFileOpenEvent) -> Path | None:
    """The file; other addresses are none of ours."""
    name = event.file() or (event.url().toLocalFile() if event.url().isLocalFile() else "")
    return Path(name) if name and Path(name).is_absolute() else None
