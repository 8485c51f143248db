"""Texts that a spreadsheet would take for a formula: with an apostrophe before them they are text there."""

from __future__ import annotations

import re
from typing import Final

BEGINNINGS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER: Final = re.compile(r"[+-]\d+([.,]\d+)?")


def guarded(cell: str) -> str:
    """As it may stand in a cell; a number stays a number."""
    return cell if _NUMBER.fullmatch(cell) else guarded_text(cell)


def guarded_text(cell: str) -> str:
    """As it may stand in a cell of words, where "+1" is no number either."""
    return f"'{cell}" if _acts(cell) else cell


def unguarded(cell: str) -> str:
    """The text again, when it was guarded."""
    return cell[1:] if cell.startswith("'") and _acts(cell[1:]) else cell


def _acts(cell: str) -> bool:
    """Also behind apostrophes of its own, so that each comes back as it was."""
    return cell.lstrip("'").startswith(BEGINNINGS)
