"""How long earlier versions, and what was set aside, are kept: as the user wants it, or the administrator."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from journeys.settings import administrator, keys
from journeys.store import files, locations

USUAL: Final = keys.DAYS
MOST: Final = keys.MOST_DAYS
"""Days. Nothing that was published or set aside is kept longer."""


def days() -> int:
    """0 = no earlier versions are kept at all."""
    laid_down = administrator.fixed("days")
    if laid_down is not None:
        return int(laid_down)
    own = chosen()
    return int(administrator.default("days")) if own is None else own


def chosen() -> int | None:
    """What the user wants; None when that was never said."""
    try:
        found = int(file().read_text("ascii"))
    except (OSError, ValueError):
        return None
    return found if 0 <= found <= MOST else None


def fixed() -> bool:
    """Whether the administrator decides."""
    return administrator.fixed("days") is not None


def keep_for(days: int) -> None:
    """From now on; what is older goes at the next start, or when it is asked for. Raises FileError."""
    if not 0 <= days <= MOST:
        raise ValueError(days)
    files.make_folder(file().parent)
    files.write_whole(file(), str(days).encode())


def oldest() -> dt.timedelta:
    """How old something may become."""
    return dt.timedelta(days=days())


def file() -> Path:
    """Where the user's choice stands."""
    return locations.data_folder() / "days"
