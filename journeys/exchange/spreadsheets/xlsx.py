"""Sheets as XLSX with XlsxWriter: words are always text, never a formula or a link."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any, Final

from journeys.errors import ExchangeError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from journeys.exchange.spreadsheets.page import Column, Page, Value

MOST: Final = 32_767
"""Characters in a cell; what is longer Excel cuts off."""
MADE: Final = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
"""The same study gives the same file, whenever it is written."""
FIRST_YEAR: Final = 1901
"""Of days before it Excel knows nothing, or the wrong ones; they are text."""
HEAD: Final = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "border": 1, "border_color": "#BFBFBF"}
CELL: Final = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#D9D9D9"}
ID: Final = {"valign": "top", "font_color": "#595959"}
CENTRED: Final = frozenset({"day", "start"})
POINTS: Final = 15
"""Of a line."""
ROOM: Final = 400
"""Rows below the last in which a word may be chosen from a list."""
MOST_LISTED: Final = 255


def write(pages: Sequence[Page], title: str, watch: Callable[[float], None]) -> bytes:
    """Raises ExchangeError `tables.cell_long` (sheet, row, column, title, found, most)."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.set_properties({"title": title, "created": MADE})
    formats = {
        "head": book.add_format({**HEAD, **CELL}), "cell": book.add_format(CELL), "id": book.add_format(ID),
        "day": book.add_format({**CELL, "num_format": "yyyy-mm-dd"}),
        "emotion": book.add_format({**CELL, "num_format": '+0;"−"0;0', "align": "center"}),
        "centred": book.add_format({**CELL, "align": "center"}),
    }  # fmt: skip
    for number, page in enumerate(pages):
        share = 1 / (len(pages) + 1)
        _sheet(book.add_worksheet(page.name), page, formats, page.watched(watch, number * share, (number + 1) * share))
        watch((number + 1) * share)
    book.close()
    return _growing(out.getvalue())


def _growing(data: bytes) -> bytes:
    """The same file, in which rows grow with what people type: their height is a proposal, not an order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as held, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in held.infolist():
            is_sheet = part.filename.startswith("xl/worksheets/sheet")
            raw = held.read(part)
            archive.writestr(part, raw.replace(b' customHeight="1"', b"") if is_sheet else raw, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _sheet(sheet: Any, page: Page, formats: dict[str, Any], rows: Iterable[tuple[Value, ...]]) -> None:
    for at, column in enumerate(page.columns):
        sheet.set_column(at, at, column.wide, formats[_format(column)])
        sheet.write_string(0, at, column.title, formats["head"])
        _offer(sheet, at, column, len(page.rows))
    sheet.set_row(0, POINTS * page.lines([column.title for column in page.columns]))
    for number, row in enumerate(rows, 1):
        sheet.set_row(number, POINTS * page.lines(row))
        for at, (column, value) in enumerate(zip(page.columns, row, strict=True)):
            if isinstance(value, str) and (found := _length(value)) > MOST:
                raise _too_long(page, number, column, found)
            _write(sheet, (number, at), value, formats[_format(column)])
    sheet.freeze_panes(1, page.aside)
    sheet.autofilter(0, 0, len(page.rows), len(page.columns) - 1)
    _set_paper(sheet, page)


def _format(column: Column) -> str:
    if column.code in CENTRED:
        return "centred"
    if column.code in ("due", "emotion"):
        return {"due": "day", "emotion": "emotion"}[column.code]
    return "cell" if column.printed or "id" not in column.code.split("_") else "id"


def _write(sheet: Any, at: tuple[int, int], value: Value, look: Any) -> None:
    if isinstance(value, dt.date) and value.year >= FIRST_YEAR:
        sheet.write_datetime(*at, dt.datetime.combine(value, dt.time()), look)
    elif isinstance(value, int):
        sheet.write_number(*at, value, look)
    elif value:
        sheet.write_string(*at, str(value), look)


def _length(text: str) -> int:
    """As Excel counts: what stands outside the first plane counts for two."""
    return len(text) if len(text) * 2 <= MOST else len(text.encode("utf-16-le")) // 2


def _too_long(page: Page, row: int, column: Column, found: int) -> ExchangeError:
    codes = [each.code for each in page.columns]
    named = page.rows[row - 1][codes.index("title")] if "title" in codes else page.rows[row - 1][0]
    return ExchangeError(
        "tables.cell_long", sheet=page.name, row=row + 1, column=column.title, title=str(named)[:60], found=found,
        most=MOST,
    )  # fmt: skip


def _offer(sheet: Any, at: int, column: Column, rows: int) -> None:
    """Words to choose from, and whole numbers for how it felt; something else may be typed all the same."""
    last = rows + ROOM
    if column.choices and len(",".join(column.choices)) <= MOST_LISTED:
        rule: dict[str, object] = {"validate": "list", "source": list(column.choices), "error_type": "warning"}
    elif column.code == "emotion":
        rule = {"validate": "integer", "criteria": "between", "minimum": -2, "maximum": 2, "error_type": "warning"}
    else:
        return
    sheet.data_validation(1, at, last, at, {**rule, "ignore_blank": True})


def _set_paper(sheet: Any, page: Page) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.fit_to_pages(page.across, 0)
    if page.aside:
        sheet.repeat_columns(0, page.aside - 1)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, len(page.rows), page.printed - 1)
    sheet.set_header("&L&A")
    sheet.set_footer("&R&P / &N")
