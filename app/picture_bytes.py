"""Looks at a picture's bytes before anybody decodes them: what it is, whether it is whole, and how large it gets."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.errors import ImageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MOST_BYTES: Final = 20_000_000
MOST_PIXELS: Final = 40_000_000
MOST_VISITS: Final = 800_000_000
"""Points times the scans over them: what a JPEG takes to decode hangs on that."""


class Bounds(NamedTuple):
    """How many bytes, points and visits of points a picture may have."""

    size: int
    pixels: int
    visits: int


ALL: Final = Bounds(MOST_BYTES, MOST_PIXELS, MOST_VISITS)
SHOWN: Final = Bounds(4_000_000, 9_000_000, 90_000_000)
"""For one that is shown while somebody waits for it: what the program stored is far below, what was sent may not be."""
SMALL: Final = Bounds(1_000_000, 2_000_000, 20_000_000)
"""For one of many of those."""
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"iCCP"})
_MARKER: Final = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""What ends a run of a JPEG's coded points: a marker that is neither an escape nor a restart."""
_WITHOUT_LENGTH: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_END_OF_IMAGE: Final = 0xD9
_SCAN: Final = 0xDA
MOST_SCANS: Final = 100
"""Times that a JPEG goes over its points to make them finer: cameras do so once, the web ten times."""
MOST_BYTES_A_POINT: Final = 8
"""Four colours of sixteen bits."""
PIECE: Final = 1 << 20
WINDOW: Final = 100_000
"""Bytes that are looked through in one go."""


def contents(path: Path) -> bytes:
    """A file's bytes; a pipe or a device is never opened."""
    try:
        if not path.is_file():
            raise ImageError("image.unreadable", name=path.name)
        size = path.stat().st_size
        check_bytes(size)
        return path.read_bytes()
    except OSError as error:
        raise ImageError("image.unreadable", name=path.name) from error


def check_bytes(size: int) -> None:
    if size == 0:
        raise ImageError("image.empty")
    if size > MOST_BYTES:
        raise ImageError("image.large_file", found=-(-size // 1_000_000), most=MOST_BYTES // 1_000_000)


def check_pixels(width: int, height: int, most: int = MOST_PIXELS) -> None:
    if width < 1 or height < 1:
        raise ImageError("image.damaged")
    if width * height > most:
        raise ImageError("image.pixels", width=width, height=height, most=most // 1_000_000)


def sound(data: bytes, bounds: Bounds = ALL) -> tuple[bytes, bytes]:
    """Qt's name of the format and what to decode: whole, and without chunks that no picture needs."""
    if data.startswith(_PNG):
        return b"png", _whole_png(data, bounds)
    if data.startswith(b"\xff\xd8\xff"):
        _prove_whole_jpeg(data, bounds)
        return b"jpeg", data
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        if int.from_bytes(data[4:8], "little") + 8 > len(data):
            raise ImageError("image.damaged")
        return b"webp", data
    raise ImageError("image.type")


def _whole_png(data: bytes, bounds: Bounds) -> bytes:
    """The chunks that make the picture, each with a right checksum, up to the end; raises ImageError."""
    kept, room = [_PNG], 0
    engine = zlib.decompressobj()
    for name, chunk in _chunks(data):
        if name == b"IHDR":
            width, height = int.from_bytes(chunk[8:12], "big"), int.from_bytes(chunk[12:16], "big")
            check_pixels(width, height, bounds.pixels)
            room = (width * MOST_BYTES_A_POINT + 8) * (height + 8)
        if name == b"IDAT":
            room -= _unpacked(engine, chunk[8:-4], room)
        if name in _KEPT_CHUNKS:
            kept.append(chunk)
        if name == b"IEND":
            return b"".join(kept)
    raise ImageError("image.damaged")


def _unpacked(engine: zlib._Decompress, packed: bytes, most: int) -> int:
    """How much there is in this part of the points; raises ImageError when that is more than the picture can hold.

    The decoder would unpack all of it, behind the last point too: seconds for a gigabyte.
    """
    found = 0
    try:
        while packed and not engine.eof:
            found += len(engine.decompress(packed, PIECE))
            packed = engine.unconsumed_tail
            if found > most:
                raise ImageError("image.damaged")
    except zlib.error:
        raise ImageError("image.damaged") from None
    return found


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """(name, the whole chunk) one after the other, as long as they are sound."""
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        if end > len(data) or zlib.crc32(data[at + 4 : end - 4]) != int.from_bytes(data[end - 4 : end], "big"):
            return
        yield data[at + 4 : at + 8], data[at:end]
        at = end


def _prove_whole_jpeg(data: bytes, bounds: Bounds) -> None:
    """Qt shows half a JPEG with grey for the rest: follow its parts to the end mark. Raises ImageError."""
    at, scans, points = 2, 0, 1
    while (found := _next_marker(data, at)) is not None:
        code, at = found.group(1)[0], found.end()
        if code == _END_OF_IMAGE:
            return
        scans += code == _SCAN
        if scans > MOST_SCANS or scans * points > bounds.visits:
            raise ImageError("image.damaged")
        if code not in _WITHOUT_LENGTH:
            length = int.from_bytes(data[at : at + 2], "big")
            if 0xC0 <= code <= 0xCF and code not in (0xC4, 0xC8, 0xCC):
                height, width = (int.from_bytes(data[at + place : at + place + 2], "big") for place in (3, 5))
                check_pixels(width, height, bounds.pixels)
                points = width * height
            at += max(2, length)
    raise ImageError("image.damaged")


def _next_marker(data: bytes, at: int) -> re.Match[bytes] | None:
    """Looks window by window, so that the other threads come in between."""
    for start in range(at, len(data), WINDOW):
        found = _MARKER.search(data, max(at, start - 1), start + WINDOW)
        if found is not None:
            return found
    return None
