"""Where something may be written without destroying a study, and what a file may be called."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from journeys.errors import FileError, UsageError
from journeys.identity import SUFFIX

MOST_CHARACTERS: Final = 100
MOST_BYTES: Final = 200
"""File systems take 255, and something is put before or behind a name at times."""
_DEVICES: Final = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")}
"""What no file of Windows may be called."""


def safe_stem(title: str) -> str:
    """A name for a file, without its suffix: no separators, no reserved names, at most 100 characters and 200 bytes."""
    kept = "".join(" " if char in '<>:"/\\|?*' or not char.isprintable() else char for char in title)
    name = " ".join(kept.split()).strip(". ")[:MOST_CHARACTERS]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(". ")
    if not name or name.split(".")[0].strip().lower() in _DEVICES:
        name = f"Levensreis {name}".strip()
    return name


def safe_output(out: Path, source: Path | None = None) -> Path:
    """The path, if writing there destroys neither the file that is read nor any study.

    Raises UsageError `usage.same_file` or `usage.study_there`, and FileError `file.folder`.
    """
    if os.path.isdir(out):  # noqa: PTH112 - Path's own raises without rights
        raise FileError("file.folder", path=str(out), name=out.name)
    if source is not None and os.path.exists(out) and os.path.exists(source) and out.samefile(source):  # noqa: PTH110 - Path's own raises without rights
        raise UsageError("usage.same_file", path=str(out))
    if os.path.realpath(out).lower().endswith(SUFFIX) or out.suffix.lower() == SUFFIX:
        raise UsageError("usage.study_there", path=str(out), suffix=SUFFIX)
    return out


def ending(out: Path, *known: str) -> Path:
    """The path, if its name says what will be in it, as else nothing opens it. Raises UsageError `usage.ending`."""
    if out.suffix.lower() not in known:
        raise UsageError("usage.ending", path=str(out), known=", ".join(known))
    return out
