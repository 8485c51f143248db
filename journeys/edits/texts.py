"""Text that comes in, made fit for the study; what had to be changed is counted."""

from __future__ import annotations

from collections import Counter

from journeys import text
from journeys.edits.incoming import Remark


class Texts:
    """Cleans lines and longer texts."""

    def __init__(self) -> None:
        self._changes: Counter[str] = Counter()

    def line(self, raw: str) -> str:
        """A text of one line."""
        return self._clean(raw, text.TITLE_MAX, multiline=False)

    def body(self, raw: str) -> str:
        """A text that may have several lines."""
        return self._clean(raw, text.BODY_MAX, multiline=True)

    def kept(self) -> Counter[str]:
        """What was changed until now, to go back to with `restore`."""
        return self._changes.copy()

    def restore(self, kept: Counter[str]) -> None:
        """What was cleaned since then was only looked at."""
        self._changes = kept

    def remarks(self) -> list[Remark]:
        """What was changed, and how often."""
        return [Remark(f"notice.text_{code}", {"n": n}) for code, n in sorted(self._changes.items())]

    def _clean(self, raw: str, most: int, *, multiline: bool) -> str:
        if len(raw) <= most and raw.isascii() and raw.isprintable() and raw == raw.strip() and "  " not in raw:
            return raw  # as nearly all text is
        found = text.clean(raw, most, multiline=multiline)
        self._changes.update(found.changes)
        return found.text
