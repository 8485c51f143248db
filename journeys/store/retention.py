"""How long earlier versions, and what was set aside, are kept on this computer: as the user wants it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from journeys.store import files, locations

USUAL: Final = 90
MOST: Final = 365
"""Days. Nothing that was published or set aside is kept longer."""


def days() -> int:
    """0 = no earlier versions are kept at all."""
    try:
        chosen = int(_file().read_text("ascii"))
    except (OSError, ValueError):
        return USUAL
    return chosen if 0 <= chosen <= MOST else USUAL


def keep_for(chosen: int) -> None:
    """From now on; what is older goes at the next start, or when it is asked for. Raises FileError."""
    if not 0 <= chosen <= MOST:
        raise ValueError(chosen)
    files.make_folder(_file().parent)
    files.write_whole(_file(), str(chosen).encode())


def oldest() -> dt.timedelta:
    """How old something may become."""
    return dt.timedelta(days=days())


def _file() -> Path:
    return locations.data_folder() / "days"
