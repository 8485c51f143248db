"""Compares a file of text with the one that somebody read, so that a diff shows what changed."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "exchange"


def as_before(found: bytes, name: str) -> None:
    """Fails where a byte differs; writes the file anew when that was asked (LEVENSREIS_GOLDEN=write)."""
    kept = FOLDER / name
    if os.environ.get("LEVENSREIS_GOLDEN") == "write":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(found)
    assert found.decode().splitlines() == kept.read_bytes().decode().splitlines()
