"""Whether a PDF would swell beyond measure when read: PDFium unpacks a file in it before it tells how large it is."""

from __future__ import annotations

import re
import zlib
from typing import Final

_STREAM: Final = re.compile(rb"stream\r?\n")
DEEPEST: Final = 4
"""Layers of packing in packing that are looked through; deeper ones count as swelling."""
_CHUNK: Final = 1 << 20


def swells(pdf: bytes, most: int) -> bool:
    """True when any stream, unpacked as often as it can be, is larger than so many bytes."""
    whole = memoryview(pdf)
    return any(_too_large(whole[found.end() :], most) for found in _STREAM.finditer(pdf))


def _too_large(data: memoryview, most: int, depth: int = 0) -> bool:
    """Given up as soon as it is too much; what is not packed is as large as it is."""
    if not _is_packed(bytes(data[:2])):
        return False
    if depth == DEEPEST:
        return True
    unpacked = _unpacked(data, most)
    return unpacked is None or _too_large(memoryview(unpacked), most, depth + 1)


def _is_packed(head: bytes) -> bool:
    """How zlib's data begins (RFC 1950, 2.2)."""
    return len(head) == 2 and head[0] & 0x0F == 8 and int.from_bytes(head, "big") % 31 == 0


def _unpacked(data: memoryview, most: int) -> bytes | None:
    """What is in it, as far as it can be read; None when that is more than so much."""
    engine, found = zlib.decompressobj(), bytearray()
    try:
        for start in range(0, len(data), _CHUNK):
            rest = bytes(data[start : start + _CHUNK])
            while rest and not engine.eof and len(found) <= most:
                found += engine.decompress(rest, _CHUNK)
                rest = engine.unconsumed_tail
            if engine.eof or len(found) > most:
                break
    except zlib.error:
        pass  # what was read until here counts
    return None if len(found) > most else bytes(found)
