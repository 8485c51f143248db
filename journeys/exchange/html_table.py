"""Tables of copied web pages, documents and spreadsheets as the text that a spreadsheet copies."""

from __future__ import annotations

import csv
import io
import re
from html import unescape
from typing import Final

from journeys.errors import ExchangeError
from journeys.exchange.grid import MEGABYTE, MOST_COLUMNS

MOST: Final = 12 * MEGABYTE
MOSTLY: Final = 0.5
"""The part of the words that must stand in tables; else it is a text with a table in it."""
_TOKEN: Final = re.compile(r"<(?P<end>/?)(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<rest>[^<>]*)>|<!--|<[!?/][^<>]*>?|<|[^<]+")
"""Each sign is looked at once, whatever is in it."""
_ASIDE: Final = frozenset({"<!", "<?", "</"})
_SPAN: Final = re.compile(r"""colspan\s*=\s*["']?(\d{1,3})""", re.IGNORECASE)
_UNSEEN: Final = frozenset({"style", "script", "title", "template"})
_OVER: Final = frozenset({"br", "p", "div", "li", "h1", "h2", "h3", "h4"})
"""What begins on a line of its own."""


def as_text(html: str) -> str:
    """Rows with tabs between their cells; empty where there is no table, or most words stand elsewhere.

    Raises ExchangeError `grid.size`.
    """
    if len(html) > MOST:
        raise ExchangeError("grid.size", most=MOST // MEGABYTE)
    if "<td" not in html.casefold():
        return ""
    tables = _Tables()
    tables.feed(html)
    rows = [row for row in tables.rows if any(row)]
    inside = sum(len(cell) for row in rows for cell in row)
    if not rows or max(map(len, rows)) < 2 or inside < MOSTLY * (inside + tables.outside):
        return ""
    out = io.StringIO()
    csv.writer(out, dialect="excel-tab", lineterminator="\n").writerows(rows)
    return out.getvalue()


class _Tables:
    """Collects the cells; a table in a cell is text of that cell."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.outside = 0
        self._cell: list[str] | None = None
        self._span, self._deep = 1, 0

    def feed(self, html: str) -> None:
        at = 0
        while at < len(html):
            found = _TOKEN.match(html, at)
            at = len(html) if found is None else found.end()
            if found is None:
                break
            if found[0] == "<!--":
                at = _behind(html, "-->", at)
            elif found["tag"] is None:
                self._text("" if found[0][:2] in _ASIDE else unescape(found[0]))
            elif found["tag"].lower() in _UNSEEN and not found["end"]:
                at = _behind(html, f"</{found['tag']}", at)
            elif found["end"]:
                self._end(found["tag"].lower())
            else:
                self._begin(found["tag"].lower(), found["rest"])
        self._end_cell()

    def _begin(self, tag: str, rest: str) -> None:
        if tag == "table":
            self._deep += 1
        elif tag == "tr" and self._deep == 1:
            self._end_cell()
            self.rows.append([])
        elif tag in ("td", "th") and self._deep == 1:
            self._end_cell()
            said = _SPAN.search(rest)
            self._cell, self._span = [], min(max(1, int(said[1])), MOST_COLUMNS) if said else 1
        elif tag in _OVER and self._cell:
            self._cell.append("\n")

    def _end(self, tag: str) -> None:
        if tag in ("td", "th", "tr", "table") and self._deep == 1:
            self._end_cell()
        if tag == "table":
            self._deep = max(0, self._deep - 1)

    def _text(self, said: str) -> None:
        if self._cell is None:
            self.outside += len("".join(said.split()))
        elif said:
            self._cell.append(re.sub(r"\s", " ", said))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip("\n")
        if not self.rows:
            self.rows.append([])
        self.rows[-1] += [text, *[""] * (self._span - 1)]
        self._cell = None


def _behind(html: str, end: str, at: int) -> int:
    """The place behind what closes it, or the end."""
    found = html.find(end, at)
    return len(html) if found < 0 else found + len(end)
