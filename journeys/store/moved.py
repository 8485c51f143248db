"""Finds a file that was renamed or moved while it was open, or whose folder was."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from journeys.store import files
from journeys.store.files import Identity

MOST: Final = 500
"""So many names are looked at, so that a large folder far away costs no minutes."""


def found(target: Path, seen: Collection[Identity]) -> Path | None:
    """Where a version that we saw lies now: in the same folder, or under its name in a folder beside that one.

    None when it lies nowhere, or in two places.
    """
    sizes = {identity.size for identity in seen}
    places = [path for path in _near(target) if path != target and _size(path) in sizes and _is_one(path, seen)]
    return places[0] if len(places) == 1 else None


def _near(target: Path) -> Iterator[Path]:
    if target.parent.is_dir():
        for name in _names(target.parent):
            if name.endswith(target.suffix) and not name.startswith(".~"):
                yield target.parent / name
    else:
        for name in _names(target.parent.parent):
            yield target.parent.parent / name / target.name


def _names(folder: Path) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry, _ in zip(entries, range(MOST), strict=False)]
    except OSError:
        return []


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return None


def _is_one(path: Path, seen: Collection[Identity]) -> bool:
    try:
        return files.identity_of(path) in seen
    except OSError:
        return False
