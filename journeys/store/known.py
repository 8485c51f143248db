"""Remembers which files this program checked and wrote itself: they need not be checked row by row again."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from journeys.errors import FileError
from journeys.store import files, locations
from journeys.store.files import Identity

_MOST: Final = 1_000
_RULES: Final = "1"
"""Raise when the rules for entities become stricter: then older files are checked again."""


def knows(identity: Identity) -> bool:
    """Whether exactly these bytes were checked and written here."""
    return _line(identity) in _lines()


def remember(identity: Identity) -> None:
    """Remember a file that was checked and written; when that fails it is only checked again."""
    lines = [line for line in _lines() if line != _line(identity)][-_MOST:]
    path = locations.known_file()
    with suppress(OSError, FileError):
        files.make_folder(path.parent)
        files.write_whole(path, "".join(f"{line}\n" for line in [*lines, _line(identity)]).encode())


def _line(identity: Identity) -> str:
    return f"{_RULES} {identity.size} {identity.sha256}"


def _lines() -> list[str]:
    try:
        return locations.known_file().read_text("ascii").splitlines()
    except (OSError, ValueError):
        return []
