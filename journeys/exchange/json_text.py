"""JSON for people who look into it: UTF-8, two spaces of indent, the same data the same bytes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted

PIECES: Final = 40
"""That a thing of ours takes at most: as so many its fields are written."""


def written(data: Any, wanted: Wanted, things: int) -> bytes:
    """Of about so many things; bit by bit, so that whoever waits can stop it."""
    held = io.BytesIO()
    out = io.TextIOWrapper(held, "utf-8", newline="\n")
    pieces = json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(data)
    for piece in wanted.watched(pieces, things * PIECES):
        out.write(piece)
    out.write("\n")
    out.flush()
    return held.getvalue()
