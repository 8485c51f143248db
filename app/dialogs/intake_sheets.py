"""The tables of a file as the user reads them: which come in, what their columns are, which way they lie."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journeys.exchange import columns, tables
from journeys.exchange.grid import turned

if TYPE_CHECKING:
    from journeys.exchange.columns import Mapping
    from journeys.exchange.grid import Grid


class Sheets:
    """Begins as the tables are most likely meant; one of them is shown."""

    def __init__(self, grids: list[Grid]) -> None:
        self.grids = list(grids)
        self._turned: dict[int, Grid] = {}
        self._mappings = [columns.guess(grid) for grid in grids]
        chosen = {id(sheet.grid) for sheet in tables.guessed(grids)}
        self._within = [id(grid) in chosen for grid in grids]
        self.shown = self._within.index(True)

    @property
    def grid(self) -> Grid:
        """The shown sheet."""
        return self.grids[self.shown]

    @property
    def mapping(self) -> Mapping:
        """What the columns of the shown sheet are."""
        return self._mappings[self.shown]

    @mapping.setter
    def mapping(self, mapping: Mapping) -> None:
        self._mappings[self.shown] = mapping

    @property
    def within(self) -> bool:
        """Whether the shown sheet comes in."""
        return self._within[self.shown]

    @within.setter
    def within(self, within: bool) -> None:
        self._within[self.shown] = within

    @property
    def several(self) -> bool:
        """Whether more than one comes in."""
        return sum(self._within) > 1

    def offered(self) -> list[tuple[str, int]]:
        """Names and places of the sheets to choose from; those that tell of something else come in by themselves."""
        return [
            (grid.name, at)
            for at, (grid, within) in enumerate(zip(self.grids, self._within, strict=True))
            if within or not tables.is_beside(grid)
        ]

    def heading_row(self) -> int:
        """The row of the shown sheet that is or could be the headings."""
        found = columns.find_heading(self.grid)
        return self.grid.rows[0].number if found is None else found.number

    def set_heading(self, *, is_heading: bool) -> None:
        """Whether that row is the headings; the columns are guessed anew."""
        number = self.heading_row()
        row = next(row for row in self.grid.rows if row.number == number)
        codes = columns.by_heading(self.grid, row) if is_heading else columns.by_order(self.grid)
        self.mapping = columns.Mapping(codes, number if is_heading else None)

    def turn(self) -> None:
        """Rows of the shown sheet become columns, and back. Raises LevensreisError where that is too wide."""
        at, before = self.shown, self.grid
        after = self._turned.get(at) or turned(before)
        self.grids[at] = replace(after, sideways=not before.sideways)
        self._turned[at] = before
        self.mapping = columns.guess(self.grid)

    def coming(self, *, each: bool) -> list[tables.Sheet]:
        """Those that come in; `each`: each as a journey of its own, with its name."""
        return [
            tables.Sheet(grid, mapping, grid.name if each else "")
            for grid, mapping, within in zip(self.grids, self._mappings, self._within, strict=True)
            if within
        ]
