"""What only all rows of a table together tell: its scale, its first date, cells that span rows, unknown columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from journeys.exchange import cells, ratings
from journeys.exchange.columns import Mapping
from journeys.exchange.grid import MOST_ROWS, Grid, Row
from journeys.exchange.noticed import Noticed


@dataclass(frozen=True, slots=True)
class Whole:
    """The rows below the headings, and where to say what was guessed."""

    grid: Grid
    mapping: Mapping
    rows: Sequence[Row]
    titles: Sequence[str]
    remarks: Noticed

    def tell_columns(self) -> None:
        """Columns with a heading that nobody knows, and something below it."""
        names = [
            heading.strip()[:40]
            for column, (heading, code) in enumerate(zip(self.titles, self.mapping.columns, strict=False))
            if not code and heading.strip() and any(row.at(column).strip() for row in self.rows)
        ]
        if names:
            self.remarks.add("rows.columns", names=", ".join(names), n=len(names))

    def scale(self) -> ratings.Scale:
        """On which scale the emotions count."""
        columns = self.mapping.having("emotion")
        if not columns:
            return "ours"
        heading = self.titles[columns[0]] if columns[0] < len(self.titles) else ""
        scale = ratings.scale_of(self._column("emotion"), heading)
        if scale != "ours":
            self.remarks.add(f"rows.scale_{scale}")
        return scale

    def first_date(self) -> dt.date | None:
        """Without a date for day 0, days count from the first date in the table."""
        held = (cells.day(cell) for code in ("start", "day") for cell in self._column(code) if cell.strip())
        first = min((found for found in held if isinstance(found, dt.date)), default=None)
        if first is not None:
            self.remarks.add("rows.first_date", date=first.strftime("%d-%m-%Y"))
        return first

    def merged(self) -> dict[tuple[int, int], str]:
        """What cells that span rows say in each row but their first; a step that spans rows stays one step."""
        single = {*self.mapping.having("title"), *self.mapping.having("id")}
        numbered = {row.number: row for row in self.grid.rows}
        found: dict[tuple[int, int], str] = {}
        for top, bottom, column in self.grid.merges:
            if column in single or top not in numbered:
                continue
            for number in range(top + 1, min(bottom, top + MOST_ROWS) + 1):
                if number in numbered:
                    found[number, column] = numbered[top].at(column)
        return found

    def _column(self, code: str) -> list[str]:
        return [row.at(column) for column in self.mapping.having(code) for row in self.rows]
