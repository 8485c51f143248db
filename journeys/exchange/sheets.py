"""The sheets of an XLSX or ODS file as rows of text, read with python-calamine: values only, nothing is followed."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar

from journeys.edits.incoming import Remark
from journeys.errors import ExchangeError
from journeys.exchange import bounds
from journeys.exchange.grid import Grid, made

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

T = TypeVar("T")
Cancelled = Callable[[], bool]


def never() -> bool:
    return False


def read(data: bytes, cancelled: Cancelled = never) -> list[Grid]:
    """Every sheet that holds something, hidden ones left out and told.

    Raises ExchangeError as `bounds.look` and `grid.made` do, `grid.damaged` or `grid.no_rows`.
    """
    looked = bounds.look(data, cancelled)
    workbook = _opened(data)
    grids: list[Grid] = []
    hidden: list[str] = []
    for sheet in workbook.sheets_metadata:
        if cancelled():
            break
        if not str(sheet.typ).endswith(".WorkSheet"):  # its enums cannot be compared
            continue
        if not str(sheet.visible).endswith(".Visible"):
            hidden.append(sheet.name)
            continue
        grid = _grid(workbook, sheet.name, looked.merges.get(sheet.name))
        if grid.rows:
            grids.append(grid)
    if hidden and grids:
        told = Remark("grid.hidden", {"names": ", ".join(hidden)})
        grids[0] = Grid(grids[0].name, grids[0].rows, merges=grids[0].merges, remarks=(told,))
    return grids


def _opened(data: bytes) -> CalamineWorkbook:
    from python_calamine import load_workbook

    return _guarded(lambda: load_workbook(io.BytesIO(data)))


def _guarded(act: Callable[[], T]) -> T:
    """What the library cannot read is a damaged file, even where it gives up altogether."""
    from python_calamine import CalamineError

    try:
        return act()
    except (CalamineError, ValueError, OSError, TypeError, KeyError, AttributeError):
        raise ExchangeError("grid.damaged") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's own, which is no Exception
            raise
        raise ExchangeError("grid.damaged") from None


def _grid(workbook: CalamineWorkbook, name: str, merges: list[tuple[int, int, int]] | None) -> Grid:
    sheet: CalamineSheet = _guarded(lambda: workbook.get_sheet_by_name(name))
    rows = _guarded(lambda: list(_rows(sheet)))
    found = made(name, rows)
    held = _guarded(lambda: _merged(sheet)) if merges is None else merges
    return Grid(name, found.rows, merges=tuple(held))


def _rows(sheet: CalamineSheet) -> Iterator[tuple[int, list[str]]]:
    if sheet.start is None:
        return
    for number, cells in enumerate(sheet.to_python(skip_empty_area=False), 1):
        yield number, [cell if type(cell) is str else _text(cell) for cell in cells]


def _merged(sheet: CalamineSheet) -> list[tuple[int, int, int]]:
    spans = sheet.merged_cell_ranges or []
    return [(top + 1, bottom + 1, left) for (top, left), (bottom, _) in spans if bottom > top]


def _text(cell: object) -> str:
    """A value as people would type it; days as 2026-01-31."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float():
            return f"{cell:.15g}"
        case dt.datetime():
            return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ", "minutes")
        case dt.date():
            return cell.isoformat()
        case dt.timedelta():
            return f"{cell.total_seconds() / 3600:.15g}"
        case _:
            return str(cell)
