"""A sheet before it is written in any format: headings, and rows of words, numbers and days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import Final

from journeys.exchange.wanted import EVERY

Value = str | int | dt.date | None
PAPER: Final = 215
"""Characters across an A4 on its side, in letters that can still be read."""
MOST_LINES: Final = 27
"""As high as Excel lets a row be."""
ROOMY: Final = 0.98
"""Words break before the end of a line."""


@dataclass(frozen=True, slots=True)
class Column:
    """`wide` in characters; `choices` are the words that belong in it, `printed` whether it goes on paper."""

    code: str
    title: str
    wide: int = 14
    choices: tuple[str, ...] = ()
    printed: bool = True


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet; each row has a value for every column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def watched(self, watch: Callable[[float], None], begin: float, end: float) -> Iterator[tuple[Value, ...]]:
        """The rows, over which whoever waits is told from `begin` to `end`, and can stop it."""
        for number, row in enumerate(self.rows):
            if number % EVERY == 0:
                watch(begin + (end - begin) * number / len(self.rows))
            yield row

    @property
    def printed(self) -> int:
        """How many columns go on paper: those before the first that does not."""
        return next((at for at, column in enumerate(self.columns) if not column.printed), len(self.columns))

    @property
    def aside(self) -> int:
        """How many columns stay in sight, and come back on every sheet of paper: as far as the step."""
        return next((at + 1 for at, column in enumerate(self.columns[:3]) if column.code == "title"), 0)

    @property
    def across(self) -> int:
        """Sheets of paper beside one another."""
        wide = [column.wide for column in self.columns[: self.printed]]
        again = sum(wide[: self.aside])
        return max(1, ceil((sum(wide) - again) / (PAPER - again)))

    def lines(self, values: Iterable[Value]) -> int:
        """How many lines a row takes, about."""
        told = zip(self.columns, values, strict=True)
        return min(MOST_LINES, max((_lines(value, column) for column, value in told), default=1))


def _lines(value: Value, column: Column) -> int:
    if not isinstance(value, str) or not value or "id" in column.code.split("_"):
        return 1
    return sum(max(1, ceil(len(line) * ROOMY / column.wide)) for line in value.split("\n"))
