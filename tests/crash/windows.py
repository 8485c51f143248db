"""Replaces files as Windows does: refused while another program has the file open."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from journeys.store import files

if TYPE_CHECKING:
    import pytest

DENIED, SHARING, LOCKED = 5, 32, 33
"""Access denied, sharing violation, lock violation."""
CODES: Final = (DENIED, SHARING, LOCKED)
FOR_EVER: Final = 1_000_000


class Held:
    """A file that another program holds: so many times nothing may take its place."""

    def __init__(self, patch: pytest.MonkeyPatch, target: Path, code: int, times: int) -> None:
        self.target, self.code, self.left = target, code, times
        self.refused = 0
        self.waited: list[float] = []
        self._replace = Path.replace
        patch.setattr(Path, "replace", lambda source, other: self._asked(source, Path(other)))
        patch.setattr(files, "time", SimpleNamespace(sleep=self.waited.append))

    def _asked(self, source: Path, target: Path) -> Path:
        if target == self.target and self.left:
            self.left -= 1
            self.refused += 1
            error = PermissionError(13, "The process cannot access the file", str(source))
            error.winerror = self.code  # as Windows gives it
            raise error
        return self._replace(source, target)
