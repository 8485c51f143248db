"""What a TrueType file tells of itself: which characters it has, how wide they are, and whether it may be embedded."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLLECTION = b"ttcf"
_FORBIDDEN = 0x0002
"""Of fsType: may not be embedded at all (OpenType, OS/2 table)."""
_OUTLINES_ONLY = 0x0200
_NAMES = 1
"""Of the name table: the family."""


class Read(NamedTuple):
    """A font file: its family, and character → advance in thousandths of an em."""

    family: str
    widths: Mapping[str, int]


def read(data: bytes) -> Read | None:
    """The font in these bytes, the first of a collection; None without TrueType outlines or if it may not be embedded.

    Raises ValueError, KeyError, IndexError or struct.error for a damaged file.
    """
    start = struct.unpack_from(">L", data, 12)[0] if data[:4] == _COLLECTION else 0
    found = _tables(data, start)
    if "glyf" not in found or not _embeddable(found.get("OS/2", b"")):
        return None
    units = struct.unpack_from(">H", found["head"], 18)[0]
    many = struct.unpack_from(">H", found["hhea"], 34)[0]
    advances = struct.unpack_from(f">{'Hh' * many}", found["hmtx"])[::2]
    widths = {
        chr(code): round(advances[min(glyph, many - 1)] * 1000 / units)
        for code, glyph in _glyphs(found["cmap"])
        if glyph
    }
    return Read(_family(found.get("name", b"")), widths)


def _tables(data: bytes, start: int) -> dict[str, bytes]:
    count = struct.unpack_from(">H", data, start + 4)[0]
    rows = (struct.unpack_from(">4sLLL", data, start + 12 + 16 * index) for index in range(count))
    return {tag.decode("latin-1"): data[at : at + length] for tag, _, at, length in rows}


def _embeddable(os2: bytes) -> bool:
    rights = struct.unpack_from(">H", os2, 8)[0] if len(os2) > 10 else 0
    return not rights & (_FORBIDDEN | _OUTLINES_ONLY)


def _family(name: bytes) -> str:
    """In English, or whatever comes first."""
    count, texts = struct.unpack_from(">HH", name, 2) if name else (0, 0)
    rows = [struct.unpack_from(">6H", name, 6 + 12 * index) for index in range(count)]
    families = [row for row in rows if row[0] == 3 and row[3] == _NAMES]
    best = next((row for row in families if row[2] == 0x409), families[0] if families else None)
    return name[texts + best[5] : texts + best[5] + best[4]].decode("utf-16-be", "replace") if best else ""


def _glyphs(cmap: bytes) -> list[tuple[int, int]]:
    """(character, glyph) from the richest Unicode subtable (format 12, else 4)."""
    count = struct.unpack_from(">H", cmap, 2)[0]
    rows = [struct.unpack_from(">HHL", cmap, 4 + 8 * index) for index in range(count)]
    tables = [
        cmap[start:] for platform, encoding, start in rows if platform == 0 or (platform, encoding) in {(3, 1), (3, 10)}
    ]
    by_format = {struct.unpack_from(">H", table)[0]: table for table in tables}
    if 12 in by_format:
        return _wide(by_format[12])
    return _narrow(by_format[4]) if 4 in by_format else []


def _wide(table: bytes) -> list[tuple[int, int]]:
    groups = [struct.unpack_from(">LLL", table, 16 + 12 * n) for n in range(struct.unpack_from(">L", table, 12)[0])]
    return [
        (code, glyph + code - first) for first, last, glyph in groups for code in range(first, min(last, 0x10FFFF) + 1)
    ]


def _narrow(table: bytes) -> list[tuple[int, int]]:
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", table, 14 + 2 * part * count + (2 if part else 0)) for part in range(4)
    )
    found = []
    for index in range(count):
        for code in range(starts[index], min(ends[index], 0xFFFE) + 1):
            glyph = code
            if ranges[index]:
                at = 16 + 6 * count + 2 * index + ranges[index] + 2 * (code - starts[index])
                glyph = struct.unpack_from(">H", table, at)[0]
            if glyph or not ranges[index]:
                found.append((code, (glyph + deltas[index]) & 0xFFFF))
    return found
