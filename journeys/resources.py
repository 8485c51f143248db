"""Where the data files are: inside the installed wheel, else in the repository."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder with locale, life_events, icons …: an editable install has no copy of its own."""
    packaged = Path(__file__).parent / "_resources"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "resources"


def path(*parts: str) -> Path:
    """One data file, such as path("life_events", "child.json")."""
    return root().joinpath(*parts)
