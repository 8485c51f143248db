"""The first look at a received file, before any database engine sees it: size, kind, program, version."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from journeys.errors import FileError
from journeys.store.files import Identity, identity_of_bytes
from journeys.store.migrations import APPLICATION_ID, VERSION
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
"""Programs that give no application id, by a table in the first pages."""
_FIRST_PAGES: Final = 1 << 18


class Received(NamedTuple):
    """The bytes of a file that came from outside, and of the journals beside it."""

    path: Path
    data: bytes
    identity: Identity
    siblings: dict[str, bytes]

    @property
    def version(self) -> int:
        return version_in(self.data)


def receive(path: Path) -> Received:
    """Read a file that came from outside; raises FileError when it cannot be one of ours."""
    data = read(path, LARGEST)
    _screen(path, data)
    return Received(path, data, identity_of_bytes(data), dict(_siblings(path)))


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
    first = data[:_FIRST_PAGES]
    return next((program for mark, program in _TABLES.items() if mark in first), None)


def _siblings(path: Path) -> list[tuple[str, bytes]]:
    found = []
    for ending in SIBLINGS:
        beside = path.with_name(path.name + ending)
        try:
            if 0 < beside.stat().st_size <= LARGEST:
                found.append((ending, beside.read_bytes()))
        except OSError:
            continue
    return found
