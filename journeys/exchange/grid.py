"""Rows of text with their row numbers, from the clipboard or from CSV; what every table is before it has a meaning."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from journeys.edits.incoming import Remark
from journeys.errors import ExchangeError
from journeys.exchange.formulas import unguarded

MEGABYTE: Final = 1 << 20
MOST_BYTES: Final = 50 * MEGABYTE
MOST_ROWS: Final = 20_000
MOST_HEAD: Final = 50
"""Rows that titles and headings may take on top of that."""
MOST_COLUMNS: Final = 200
MOST_LINES: Final = 10 * MOST_ROWS
"""Rows with those that hold nothing."""
TAB_STOP: Final = 4

_MARK: Final = re.compile(r"(?P<mark>[•·▪◦‣\u2043–—*-]|o(?=\t)|\d{1,3}[.)])[ \t\u00a0]+(?=\S)")
_DEEP_MARKS: Final = frozenset("o▪◦\u2043")
_LINE_ENDS: Final = ("\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
_CELL: Final = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\n|\Z)')
_BARE_CELL: Final = re.compile(r"[^\t\n]*+")
_SEPARATOR_LINE: Final = re.compile(r"sep=(.)\n", re.IGNORECASE)
SEPARATORS: Final = (";", ",", "\t")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as people see it in their program, and its cells; `deep` when it was indented."""

    number: int
    cells: tuple[str, ...]
    deep: bool = False

    def at(self, column: int) -> str:
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of one table that hold something; `plain` when they were lines of text without columns.

    `merges` are cells that span rows: (first row, last row, column).
    """

    name: str
    rows: tuple[Row, ...]
    plain: bool = False
    merges: tuple[tuple[int, int, int], ...] = ()
    remarks: tuple[Remark, ...] = ()
    separator: str = ""
    """What stood between the cells, where that was found out and may be something else."""
    sideways: bool = False
    """The steps stood beside one another; rows and columns have changed places, and numbers are those of columns."""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def from_text(text: str, name: str = "") -> Grid:
    """Pasted text: tab-separated cells as spreadsheets copy them, or lines, of which the indented are notes.

    Raises ExchangeError `grid.size`, `grid.rows` or `grid.columns`.
    """
    if len(text) > MOST_BYTES // 4:
        raise ExchangeError("grid.size", most=MOST_BYTES // MEGABYTE // 4)
    text = _with_line_ends(text)
    if is_table(text):
        return made(name, _spreadsheet(text))
    lines = text.split("\n")
    if sum(not line[0].isspace() for line in lines if line) > MOST_ROWS + MOST_HEAD:  # before each is looked at
        raise ExchangeError("grid.rows", most=MOST_ROWS)
    return _outline(name, lines)


def _with_line_ends(text: str) -> str:
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text


def is_table(text: str) -> bool:
    """Whether a tab stands between two texts on a line, other than behind a bullet or number."""
    return any("\t" in _without_mark(line.strip())[0] for line in text.split("\n") if "\t" in line)


def made(name: str, cells: Iterable[tuple[int, Sequence[str]]], remarks: tuple[Remark, ...] = ()) -> Grid:
    """A grid of numbered rows: empty ones and empty ends of rows are left out, and limits are kept."""
    rows: list[Row] = []
    for number, held in cells:
        if number > MOST_LINES:
            raise ExchangeError("grid.rows", most=MOST_ROWS)
        kept = _trimmed(held)
        if not kept:
            continue
        if len(kept) > MOST_COLUMNS:
            raise ExchangeError("grid.columns", row=number, found=len(kept), most=MOST_COLUMNS)
        if len(rows) >= MOST_ROWS + MOST_HEAD:
            raise ExchangeError("grid.rows", most=MOST_ROWS)
        rows.append(Row(number, kept, deep=_is_deep(kept)))
    return Grid(name, tuple(rows), remarks=remarks)


def turned(grid: Grid) -> Grid:
    """The table with its columns as rows; what spans rows is then lost. Raises ExchangeError `grid.columns`."""
    if len(grid.rows) > MOST_COLUMNS:
        raise ExchangeError("grid.columns", row=1, found=len(grid.rows), most=MOST_COLUMNS)
    cells = ((column + 1, [row.at(column) for row in grid.rows]) for column in range(grid.width))
    return replace(made(grid.name, cells, grid.remarks), separator=grid.separator, sideways=True)


def _trimmed(held: Sequence[str]) -> tuple[str, ...]:
    end = len(held)
    while end and not held[end - 1].strip():
        end -= 1
    return tuple(held[:end])


def _is_deep(cells: Sequence[str]) -> bool:
    """A single text that was moved in with spaces."""
    filled = [cell for cell in cells if cell.strip()]
    return len(filled) == 1 and filled[0].startswith("  ")


def _spreadsheet(text: str) -> Iterable[tuple[int, list[str]]]:
    """Cells as spreadsheets put them on the clipboard: quoted only where they hold a tab, a line end or a quote."""
    place, number, row = 0, 1, list[str]()
    while place <= len(text):
        found = _CELL.match(text, place)
        if found is not None and re.search(r'[\t\n]|""', found[1]):
            row.append(unguarded(found[1].replace('""', '"')))
        else:
            found = _BARE_CELL.match(text, place)
            assert found is not None
            row.append(unguarded(found[0]))
        place = found.end()
        if place >= len(text) or text[place] == "\n":
            yield number, row
            number, row = number + 1, []
        place += 1


def _outline(name: str, lines: list[str]) -> Grid:
    """Lines without columns; bullets and numbers go, and what is indented more than the first line is deep."""
    found = [(number, *_measured(line)) for number, line in enumerate(lines, 1) if line.strip()]
    numbered = sum(mark[:1].isdigit() for _, _, mark, _, _ in found)
    top = next((mark for _, _, mark, _, _ in found if mark), "")
    least = min((indent for _, indent, *_ in found), default=0)
    rows: list[Row] = []
    for number, indent, mark, bare, whole in found:
        if len(rows) >= MOST_ROWS:
            raise ExchangeError("grid.rows", most=MOST_ROWS)
        kept = whole if mark[:1].isdigit() and numbered < 2 else bare
        rows.append(Row(number, (kept,), deep=indent > least or (mark != top and mark in _DEEP_MARKS)))
    return Grid(name, tuple(rows), plain=True)


def _measured(line: str) -> tuple[int, str, str, str]:
    """How far a line is indented, its mark, and its text without and with the mark."""
    body = line.lstrip()
    indent = len(line[: len(line) - len(body)].expandtabs(TAB_STOP))
    bare, mark = _without_mark(body.rstrip())
    return indent, mark, bare, body.rstrip()


def _without_mark(line: str) -> tuple[str, str]:
    found = _MARK.match(line)
    return (line[found.end() :], found["mark"]) if found else (line, "")


def from_csv(data: bytes, name: str = "", separator: str = "") -> Grid:
    """CSV with `;`, `,` or tab, in UTF-8, UTF-16 or Windows' own encoding; an unknown separator is found out.

    Raises ExchangeError `grid.csv`, `grid.csv_open` or `grid.csv_long` (row), `grid.rows` or `grid.columns`.
    """
    text, remarks = decoded(data)
    text = _with_line_ends(text)
    head = _SEPARATOR_LINE.match(text)
    first = 1
    if head is not None:
        text, first = text[head.end() :], 2
    chosen = separator or (head[1] if head is not None and head[1] in SEPARATORS else separator_of(text))
    return replace(made(name, _records(text, chosen, first), remarks), separator=chosen)


def separator_of(text: str) -> str:
    """The separator that cuts most of the first rows into the same number of cells; `;` where nothing tells."""
    lines = re.sub(r'"(?:[^"]|"")*+"', "", text[:60_000]).split("\n")[:40]
    scores = {separator: _evenness(separator, [line for line in lines if line]) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: scores[separator])


def _evenness(separator: str, lines: list[str]) -> tuple[float, int]:
    counts = Counter(line.count(separator) for line in lines)
    cuts = sum(n for count, n in counts.items() if count)
    common, times = max(((count, n) for count, n in counts.items() if count), key=lambda c: c[1], default=(0, 0))
    return cuts / max(1, len(lines)) + times / max(1, len(lines)), common


def _records(text: str, separator: str, first: int) -> Iterable[tuple[int, list[str]]]:
    reader = csv.reader(_lines(text), delimiter=separator, strict=True)
    number = first
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise ExchangeError(_complaint(str(error)), row=number) from None
        yield number, [unguarded(cell) for cell in cells]
        number += 1


def _lines(text: str) -> Iterator[str]:
    """Line by line, as a file would give them: a copy of all of it would take four times the room."""
    start = 0
    while (end := text.find("\n", start) + 1) > 0:
        yield text[start:end]
        start = end
    if start < len(text):
        yield text[start:]


def _complaint(error: str) -> str:
    if "unexpected end" in error:
        return "grid.csv_open"
    return "grid.csv_long" if "field larger" in error else "grid.csv"


def decoded(data: bytes) -> tuple[str, tuple[Remark, ...]]:
    """The text in UTF-8, UTF-16 or Windows' own encoding; a remark tells the last, and what could not be read."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _kept(data, encoding)
    sample = data[:4000]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if sample[first::2].count(0) > len(sample) // 3 and not sample[1 - first :: 2].count(0):
            return _kept(data, encoding)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text, lost = _kept(data, "cp1252")
        return text, (*lost, Remark("grid.windows"))


def _kept(data: bytes, encoding: str) -> tuple[str, tuple[Remark, ...]]:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    return text, (Remark("grid.undecodable", {"n": lost}),) if lost else ()
