"""What the file of a study is called, and whether two names lead to one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

SUFFIX: Final = ".levensreis"
MOST_CHARACTERS: Final = 100
MOST_BYTES: Final = 200
"""File systems take 255, and something is put before or behind a name at times."""
_DEVICES: Final = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123456789¹²³")}
"""What no file of Windows may be called."""


def file_name(title: str) -> str:
    """A safe name for a study's file: no separators, no reserved names, at most 100 characters and 200 bytes."""
    kept = "".join(" " if char in '<>:"/\\|?*' or not char.isprintable() else char for char in title)
    name = " ".join(kept.split()).strip(". ")[:MOST_CHARACTERS]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(". ")
    if not name or name.split(".")[0].strip().lower() in _DEVICES:
        name = f"Levensreis {name}".strip()
    return name + SUFFIX


def same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file: by links of both kinds, or where capitals do not count."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
