"""What a snapshot holds, unpacked with a limit; and which pictures it shows, found without reading the study in it."""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import Final

MOST: Final = 50 << 20
"""Bytes of a study without its pictures: as much as the JSON form may have."""
REMEMBERED: Final = 2_000
_PICTURE: Final = re.compile(rb'"sha256"\s*:\s*"([0-9a-f]{64})"')
_shown: dict[bytes, frozenset[str]] = {}


class PackedError(Exception):
    """The content cannot be unpacked; `reason` is damaged or large."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def pack(data: bytes) -> bytes:
    """The content of a snapshot."""
    return zlib.compress(data, 6)


def unpack(content: bytes, most: int = MOST) -> bytes:
    """What was packed; never more than `most` bytes are made of it. Raises PackedError."""
    unpacker = zlib.decompressobj()
    try:
        data = unpacker.decompress(content, most + 1)
    except zlib.error as error:
        raise PackedError("damaged") from error
    if len(data) > most:
        raise PackedError("large")
    if not unpacker.eof:
        raise PackedError("damaged")
    return data


def pictures(content: bytes) -> frozenset[str]:
    """The sha256 of every picture in it; none of a content that nobody will ever be able to read."""
    key = hashlib.sha256(content).digest()
    found = _shown.get(key)
    if found is None:
        try:
            found = frozenset(sha256.decode() for sha256 in _PICTURE.findall(unpack(content)))
        except PackedError:
            found = frozenset()
        if len(_shown) >= REMEMBERED:
            _shown.clear()
        _shown[key] = found
    return found
