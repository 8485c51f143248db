"""Tells whoever waits for a drawing how much of it is painted, and then how much of it is written out."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from journeys.exchange.wanted import EVERY

if TYPE_CHECKING:
    from journeys.poster.sheet import Watch


class Counted:
    """So many things are to be done; `watch` hears of it now and then, and what it raises ends the work."""

    def __init__(self, watch: Watch, many: int) -> None:
        self._watch, self._many, self._done = watch, many, 0

    def one(self) -> None:
        """Another one is done."""
        self._done += 1
        if self._done % EVERY == 0:
            self._watch(self._done / self._many)


def text(root: ET.Element, watch: Watch) -> str:
    """As `ET.tostring`, told element by element."""
    stream = _Stream(Counted(watch, sum(1 for _ in root.iter())))
    ET.ElementTree(root).write(stream, "unicode")
    return stream.getvalue()


class _Stream(StringIO):
    """Sees from what is written where an element ends."""

    def __init__(self, counted: Counted) -> None:
        super().__init__()
        self._counted = counted

    def write(self, piece: str) -> int:
        if piece == " />" or piece.startswith("</"):
            self._counted.one()
        return super().write(piece)
