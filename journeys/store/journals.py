"""Journals that lay beside a received file: made harmless before the database engine rolls them back in a copy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from journeys.store.screening import LARGEST

_JOURNAL: Final = bytes.fromhex("d9d505f920a163d7")
"""How a rollback journal begins, and ends when it names a super-journal."""
_WAL: Final = (0x377F0682, 0x377F0683)
_WAL_HEADER: Final = 32
_FRAME_HEADER: Final = 24


def tamed(ending: str, data: bytes) -> bytes | None:
    """The journal as it may be used; None when it could make a file of any size, or is no journal at all.

    A journal may name a super-journal, anywhere on the disk: SQLite deletes that when it has rolled back. The
    name counts only when it stands at the very end, so our copy ends otherwise.
    """
    if not _TAME[ending](data):
        return None
    return data + bytes(16) if ending == "-journal" else data


def _journal(data: bytes) -> bool:
    """The size it gives the database back is one that we would open."""
    if not data.startswith(_JOURNAL):
        return False
    pages, size = int.from_bytes(data[16:20], "big"), int.from_bytes(data[24:28], "big")
    return pages * size <= LARGEST


def _wal(data: bytes) -> bool:
    """No transaction in it makes the database larger than what we would open."""
    size = int.from_bytes(data[8:12], "big")
    if int.from_bytes(data[:4], "big") not in _WAL or not 512 <= size <= 65_536:
        return False
    frames = range(_WAL_HEADER, len(data), size + _FRAME_HEADER)
    return all(_number(data, at) * size <= LARGEST and _number(data, at + 4) * size <= LARGEST for at in frames)


def _number(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 4], "big")


_TAME: Final[dict[str, Callable[[bytes], bool]]] = {"-journal": _journal, "-wal": _wal}
