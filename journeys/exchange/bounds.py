"""Looks at a zipped spreadsheet before it is read: sizes, ratio, and how far its cells reach."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from journeys.errors import ExchangeError
from journeys.exchange.grid import MEGABYTE, MOST_COLUMNS, MOST_HEAD, MOST_ROWS

MOST_PARTS: Final = 2_000
MOST_UNZIPPED: Final = 200 * MEGABYTE
MOST_XML: Final = 100 * MEGABYTE
MOST_RATIO: Final = 400
RATIO_FROM: Final = MEGABYTE
MOST_REACH: Final = MOST_ROWS + MOST_HEAD + 1_000
MOST_DEEP: Final = 60
MOST_ELEMENTS: Final = 4_000_000
WIDEST: Final = 16_384
"""Columns of a sheet as far as any program goes."""
MOST_CELLS: Final = 6_000_000
"""Places from the first to the last filled cell, over all sheets of an ODS."""
_PICTURES: Final = re.compile(r"\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|svm|svg|bin|vml|ttf|odttf)\Z", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})\Z")
_UNREADABLE: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError,
    LookupError,
)  # fmt: skip
"""What the standard library raises over a zip that is not as it should be; a part without a name is an IndexError."""
_OTHER: Final = re.compile(rb"application/vnd\.oasis\.opendocument\.(text|presentation|graphics)")
_CHUNK: Final = 1 << 16
_LOCKED: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of Excel files from before 2007, and of those with a password."""

Merges = dict[str, list[tuple[int, int, int]]]


@dataclass(frozen=True, slots=True)
class Looked:
    """What kind of spreadsheet it is, and for ODS the cells that span rows, per sheet (row numbers from 1)."""

    ods: bool
    merges: Merges


def look(data: bytes, cancelled: Callable[[], bool] = lambda: False) -> Looked:
    """Refuse what would take more room or time than a table should.

    Raises ExchangeError `grid.locked`, `grid.damaged`, `grid.other_office`, `grid.bomb`, `grid.reach` or `grid.dtd`.
    """
    if data.startswith(_LOCKED):
        raise ExchangeError("grid.locked")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _look_into(archive, _Measure(cancelled))
    except _UNREADABLE:
        raise ExchangeError("grid.damaged") from None


class _Measure:
    """Counts elements over all parts, and how deep they stand in one another; stops when nobody waits any more."""

    def __init__(self, cancelled: Callable[[], bool]) -> None:
        self.cancelled = cancelled
        self.elements = self.depth = 0

    def go_on(self) -> None:
        """Raises ExchangeError `grid.bomb` where it gets too much, `grid.damaged` when it is not wanted any more."""
        if self.elements > MOST_ELEMENTS or self.depth > MOST_DEEP:
            raise ExchangeError("grid.bomb")
        if self.cancelled():
            raise ExchangeError("grid.damaged")


def _look_into(archive: zipfile.ZipFile, measure: _Measure) -> Looked:
    parts = [part for part in archive.infolist() if not part.is_dir()]
    if any(part.flag_bits & 1 for part in parts):
        raise ExchangeError("grid.locked")
    if len(parts) > MOST_PARTS or len({part.filename.casefold() for part in parts}) != len(parts):
        raise ExchangeError("grid.bomb")
    if sum(part.file_size for part in parts) > MOST_UNZIPPED or any(map(_swells, parts)):
        raise ExchangeError("grid.bomb")
    names = {part.filename for part in parts}
    if any(name.startswith(("word/", "ppt/")) for name in names) or _OTHER.match(_read(archive, "mimetype", names)):
        raise ExchangeError("grid.other_office")
    if "content.xml" in names:
        if b"encryption-data" in _read(archive, "META-INF/manifest.xml", names):
            raise ExchangeError("grid.locked")
        reader = _Ods()
        _parse(archive, archive.getinfo("content.xml"), reader, measure)
        return Looked(ods=True, merges=reader.merges)
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise ExchangeError("grid.damaged")
    for part in parts:
        if not _PICTURES.search(part.filename):
            _parse(archive, part, _Xlsx(), measure)
    return Looked(ods=False, merges={})


def _swells(part: zipfile.ZipInfo) -> bool:
    return part.file_size > RATIO_FROM and part.file_size > MOST_RATIO * max(1, part.compress_size)


def _read(archive: zipfile.ZipFile, name: str, names: set[str]) -> bytes:
    if name not in names:
        return b""
    with archive.open(name) as stream:
        return stream.read(MEGABYTE)


def _parse(archive: zipfile.ZipFile, part: zipfile.ZipInfo, reader: _Ods | _Xlsx, measure: _Measure) -> None:
    def start(name: str, given: dict[str, str]) -> None:
        measure.elements += 1
        measure.depth += 1
        reader.start(name, given)

    def end(name: str) -> None:
        measure.depth -= 1
        reader.end(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _no_doctype
    read = 0
    with archive.open(part) as stream:
        try:
            while chunk := stream.read(_CHUNK):
                read += len(chunk)
                if read > MOST_XML:
                    raise ExchangeError("grid.bomb")
                parser.Parse(chunk, False)
                measure.go_on()
            parser.Parse(b"", True)
        except (expat.ExpatError, LookupError):
            raise ExchangeError("grid.damaged") from None


def _no_doctype(*_: object) -> None:
    raise ExchangeError("grid.dtd")


def _reaches(row: int, column: int) -> None:
    if row > MOST_REACH or column > MOST_COLUMNS:
        raise ExchangeError("grid.reach", rows=MOST_ROWS, columns=MOST_COLUMNS)


class _Xlsx:
    """Rows and cells of a worksheet: each says where it stands, or stands behind the one before."""

    def __init__(self) -> None:
        self.row = self.column = self.rows = self.cells = 0
        self.in_cell = self.filled = False

    def start(self, name: str, given: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                held = given.get("r", "")
                self.row = int(held[:12]) if held.isdecimal() else self.row + 1
                self.column = self.cells = 0
                self.filled = False
            case "c":
                self.in_cell = True
                self.cells += 1
                if self.cells > WIDEST:
                    raise ExchangeError("grid.damaged")
                self._stand(given.get("r", ""))
            case "v" | "is" | "f" if self.in_cell:
                self.rows += not self.filled  # a number may stand there a million times
                self.filled = True
                _reaches(max(self.row, self.rows), self.column)
            case "Relationship" if given.get("Type", "").endswith("/worksheet"):
                if not given.get("Target", "").endswith(".xml"):
                    raise ExchangeError("grid.damaged")
            case _:
                return

    def _stand(self, reference: str) -> None:
        found = _REFERENCE.match(reference.upper())
        if found is None and reference:
            raise ExchangeError("grid.damaged")
        self.column = self.column + 1 if found is None else _number(found[1])
        self.row = self.row if found is None else int(found[2])

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == "c":
            self.in_cell = False


class _Ods:
    """Tables of an ODS: rows and cells may be repeated, and only what is filled counts."""

    def __init__(self) -> None:
        self.merges: Merges = {}
        self.sheet = ""
        self.row = self.column = self.wide = self.cells = 0
        self.rows = self.columns = 1
        self.filled = 0

    def start(self, name: str, given: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "table":
                self.sheet, self.row, self.wide = given.get("table:name", ""), 0, 0
            case "table-row":
                self.rows, self.column, self.filled = _repeat(given, "table:number-rows-repeated"), 0, 0
            case "table-cell" | "covered-table-cell":
                self._cell(given)
            case "p":
                self._fill()
            case _:
                return

    def _cell(self, given: dict[str, str]) -> None:
        self.columns = _repeat(given, "table:number-columns-repeated")
        span = _repeat(given, "table:number-rows-spanned")
        if 1 < span <= MOST_REACH:
            self.merges.setdefault(self.sheet, []).append((self.row + 1, self.row + span, self.column))
        if any(key.endswith((":value-type", ":formula", ":value")) for key in given):
            self._fill()

    def _fill(self) -> None:
        self.filled = max(self.filled, self.column + self.columns)

    def end(self, name: str) -> None:
        match name.rpartition(":")[2]:
            case "table-cell" | "covered-table-cell":
                self.column += self.columns
            case "table-row":
                self.row += self.rows
                if self.filled:
                    self.wide = max(self.wide, self.filled)
                    self.cells += self.rows * self.wide
                    _reaches(self.row, self.wide)
            case "table" if self.cells > MOST_CELLS:
                raise ExchangeError("grid.reach", rows=MOST_ROWS, columns=MOST_COLUMNS)
            case _:
                return


def _repeat(given: dict[str, str], name: str) -> int:
    held = given.get(name, "1")
    return max(1, int(held[:12])) if held.isdecimal() else 1


def _number(letters: str) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found
