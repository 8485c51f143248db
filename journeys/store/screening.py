"""The first look at a received file, before any database engine sees it: size, kind, program, version."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from journeys.errors import FileError
from journeys.identity import APPLICATION_ID
from journeys.store.files import Identity, identity_of_bytes
from journeys.store.migrations import VERSION
from journeys.store.reading import read

LARGEST: Final = 300 << 20
MAGIC: Final = b"SQLite format 3\0"
HEADER: Final = 100
SIBLINGS: Final = ("-journal", "-wal")

_PROGRAMS: Final = {
    b"GPKG": "GeoPackage", b"GP10": "GeoPackage", b"GP11": "GeoPackage", b"MPBX": "MBTiles", b"MBTS": "MBTiles",
    b"Esri": "Esri", b"\x0f\x05\x51\x11": "Fossil", b"\x0f\x05\x51\x12": "Fossil", b"\x0f\x05\x51\x13": "Fossil",
    b"_MTN": "Monotone", b"BeDb": "Bentley iModel", b"j\x03WD": "TeXnicard",
}  # fmt: skip
"""Application ids in bytes 68–71, as their programs publish them."""
_TABLES: Final = {
    b"moz_places": "Firefox", b"moz_cookies": "Firefox",
    b"CREATE TABLE graves": "Anki", b"CREATE TABLE revlog": "Anki",
    b"gpkg_contents": "GeoPackage", b"CREATE TABLE urls(": "Chrome",
    b"ZENTITY": "Core Data", b"Z_METADATA": "Core Data",
}  # fmt: skip
"""Programs that give no application id, by a table of theirs."""
_LOOKED_AT: Final = 64 << 20
"""Bytes in which the list of tables is sought: after tidying up it may lie behind everything else."""


class Received(NamedTuple):
    """The bytes of a file that came from outside, and which journals lie beside it."""

    path: Path
    data: bytes
    identity: Identity
    siblings: tuple[str, ...]

    @property
    def version(self) -> int:
        return version_in(self.data)


def receive(path: Path) -> Received:
    """Read a file that came from outside; raises FileError when it cannot be one of ours."""
    data = read(path, LARGEST)
    _screen(path, data)
    return Received(path, data, identity_of_bytes(data), _siblings(path))


def _screen(path: Path, data: bytes) -> None:
    told = {"path": str(path), "name": path.name}
    if not data.startswith(MAGIC) or len(data) < HEADER:
        raise FileError("file.not_ours", **told)
    if int.from_bytes(data[68:72], "big") != APPLICATION_ID:
        program = _program(data)
        if program:
            raise FileError("file.other_application", **told, program=program)
        raise FileError("file.not_ours", **told)
    version = version_in(data)
    if version > VERSION:
        raise FileError("file.newer", **told, found=version, known=VERSION)
    if version < 1 or page_size(data) is None:
        raise FileError("file.damaged", **told, reason="header")


def version_in(data: bytes) -> int:
    """The version of the format as the header tells it."""
    return int.from_bytes(data[60:64], "big", signed=True)


def page_size(data: bytes) -> int | None:
    """The size of a page as the header tells it, None when it cannot be."""
    told = int.from_bytes(data[16:18], "big")
    size = 65_536 if told == 1 else told
    return size if 512 <= size <= 65_536 and not size & (size - 1) else None


def _program(data: bytes) -> str | None:
    named = _PROGRAMS.get(data[68:72])
    if named:
        return named
    return next((program for mark, program in _TABLES.items() if data.find(mark, 0, _LOOKED_AT) >= 0), None)


def _siblings(path: Path) -> tuple[str, ...]:
    return tuple(ending for ending in SIBLINGS if _size(_beside(path, ending)) > 0)


def sibling(received: Received, ending: str) -> bytes:
    """The bytes of a journal beside the file; none of one that is gone, cannot be read or is too large."""
    beside = _beside(received.path, ending)
    try:
        return beside.read_bytes() if beside.is_file() and _size(beside) <= LARGEST else b""
    except OSError:
        return b""


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
