"""Several names or notes in one cell, so that our own reader finds the same ones again."""

from __future__ import annotations

from collections.abc import Sequence

from journeys.exchange import cells


def notes(texts: Sequence[str]) -> str:
    """A line each; with bullets where lines alone would not tell them apart."""
    kept = [text for text in texts if text]
    if not kept:
        return ""
    plain = "\n".join(kept)
    if cells.notes(plain) == kept:
        return plain
    return "\n".join(cells.BULLET + text.replace("\n", f"\n{cells.GOES_ON}") for text in kept)


def names(found: Sequence[str]) -> str:
    """A line each, with a dash for a place without a name; in quotation marks where a name would be misread."""
    if not any(found):
        return ""
    plain = "\n".join(name or "–" for name in found)
    if cells.names(plain) == (list(found), False):
        return plain
    return "\n".join('"' + name.replace('"', '""') + '"' for name in found)
