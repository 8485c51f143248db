"""What the file of a study is called, and whether two names lead to one file."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from journeys.identity import SUFFIX
from journeys.store.targets import safe_stem

if TYPE_CHECKING:
    from pathlib import Path


def file_name(title: str) -> str:
    """A safe name for a study's file."""
    return safe_stem(title) + SUFFIX


def same(one: Path, other: Path) -> bool:
    """Whether two names lead to one file: by links of both kinds, or where capitals do not count."""
    if os.path.realpath(one) == os.path.realpath(other):
        return True
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False
