"""Our own checksums: SQLite's leave most changed bits in text unseen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final


def _bytes_hash(value: bytes) -> str:
    return hashlib.sha256(value).hexdigest()


def _encoder() -> Callable[[Any], str]:
    """JSON text without spaces, ASCII only. The C encoder itself, because `encode` makes a new one for every row."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return json.JSONEncoder(separators=(",", ":"), default=_bytes_hash).encode
    encode = make(None, _bytes_hash, json.encoder.encode_basestring_ascii, None, ":", ",", False, False, False)
    return lambda value: "".join(encode(value, 0))


_encode: Final = _encoder()

Marks = Mapping[str, tuple[Iterable[str], Iterable[bytes]]]
"""Per table the ids of its rows in their order, and their hashes."""


def row_hash(table: str, row: Sequence[Any]) -> bytes:
    """sha-256 over a row as it lies in the table, its hash left out: JSON text, bytes by their own sha-256."""
    return hashlib.sha256(_encode((table, *row)).encode()).digest()


def row_hashes(table: str, rows: Iterable[tuple[Any, ...]]) -> list[bytes]:
    """`row_hash` of many rows."""
    sha256, encode, head = hashlib.sha256, _encode, (table,)
    return [sha256(encode(head + row).encode()).digest() for row in rows]


def content_digest(marks: Marks) -> str:
    """One sha-256 over all tables, ids and row hashes in order, so that no row can vanish or move unseen."""
    digest = hashlib.sha256()
    for table, (ids, hashes) in marks.items():
        digest.update("\n".join((table, *ids, "")).encode("utf-8", "surrogatepass"))
        digest.update(b"".join(hashes))
    return digest.hexdigest()
