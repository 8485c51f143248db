"""Table files of any kind as grids, and as steps with what the columns most likely are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from journeys import text
from journeys.edits.incoming import Incoming
from journeys.errors import ExchangeError
from journeys.exchange import columns, grid, rows, sheets
from journeys.exchange.columns import Mapping
from journeys.exchange.coming import Coming
from journeys.exchange.grid import Grid
from journeys.exchange.spreadsheets import beside

SUFFIXES: Final = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".txt")
_ZIPPED: Final = (b"PK", b"\xd0\xcf\x11\xe0")
_NOT_STEPS: Final = frozenset({"acties", "actions", "actielijst", "action list", "uitleg", "legenda", "help", "legend"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with the meaning of its columns; `journey` is the title of the journey that its steps go to."""

    grid: Grid
    mapping: Mapping
    journey: str = ""


def is_table(path: PurePath) -> bool:
    return path.suffix.lower() in SUFFIXES


def read(data: bytes, name: str, cancelled: sheets.Cancelled = sheets.never, *, separator: str = "") -> list[Grid]:
    """Every table in a file, at least one; what kind of file it is, its bytes say better than its name.

    `separator` is what stands between the cells of a CSV, where somebody knows better than we do.

    Raises ExchangeError as `sheets.read`, `grid.from_csv` and `grid.from_text` do, and `grid.no_rows`.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIPPED):
        found = sheets.read(data, cancelled)
    elif suffix == ".txt":
        found = [grid.from_text(grid.decoded(data)[0], PurePath(name).stem)]
    else:
        found = [grid.from_csv(data, PurePath(name).stem, separator)]
    found = [each if beside.is_ours(each) else columns.upright(each) for each in found if each.rows]
    if not found:
        raise ExchangeError("grid.no_rows")
    return found


def guessed(grids: Sequence[Grid]) -> list[Sheet]:
    """The tables that hold steps: those with headings, or else the first; several get a journey each."""
    mapped = [(each, columns.guess(each)) for each in grids]
    steps = [
        (each, mapping)
        for each, mapping in mapped
        if mapping.heading is not None and mapping.having("title") and not is_beside(each)
    ]
    chosen = steps or mapped[:1]
    return [Sheet(each, mapping, each.name if len(chosen) > 1 else "") for each, mapping in chosen]


def is_beside(found: Grid) -> bool:
    """Whether a table tells of something else than steps: our own lists, or a list of actions, an explanation."""
    return text.folded(found.name) in _NOT_STEPS or beside.is_ours(found)


def incoming(found: Iterable[Sheet], day0: dt.date | None = None, all_grids: Sequence[Grid] = ()) -> Incoming:
    """The steps of all these tables together, with what the other ones in their file tell: actions, phases, people.

    Raises ExchangeError as `rows.incoming` does, or `grid.in_sheet`.
    """
    every = [sheet for sheet in found if not (all_grids and beside.is_ours(sheet.grid))]
    parts = [_one(sheet, day0, named=len(every) > 1) for sheet in every]
    made = _together(parts)
    names = {sheet.grid.name for sheet in every}
    rest = [each for each in all_grids if each.name not in names]
    made = beside.added(made, rest, day0) if rest else made
    if not (made.steps or made.phases or made.journeys or made.notes):
        raise ExchangeError("grid.no_rows")
    return made


def _together(parts: Sequence[Incoming]) -> Incoming:
    return Incoming(
        tuple(step for part in parts for step in part.steps),
        tuple(phase for part in parts for phase in part.phases),
        tuple(remark for part in parts for remark in part.remarks),
        journeys=tuple(journey for part in parts for journey in part.journeys),
    )


def _one(sheet: Sheet, day0: dt.date | None, *, named: bool) -> Incoming:
    try:
        found = rows.incoming(sheet.grid, sheet.mapping, day0)
    except ExchangeError as error:
        if named:
            raise ExchangeError("grid.in_sheet", sheet=sheet.grid.name, problem=error) from None
        raise
    steps = tuple(replace(step, journey=step.journey or sheet.journey) for step in found.steps)
    where = ({"sheet": sheet.grid.name} if named else {}) | ({"sideways": True} if sheet.grid.sideways else {})
    told = tuple(replace(each, values={**each.values, **where}) for each in found.remarks)
    return replace(found, steps=steps, remarks=told)


def coming(data: bytes, name: str) -> Coming:
    """The steps of a table file, where nobody is there to be asked what the columns are."""
    grids = read(data, name)
    return Coming(incoming(guessed(grids), all_grids=grids))
