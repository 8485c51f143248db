"""A rare word in every text of a study, and a search for it in whatever lies on the disk afterwards."""

from __future__ import annotations

import re
import sqlite3
import zlib
from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING, Any

from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.model.schema import fields_of

if TYPE_CHECKING:
    from pathlib import Path

WORD = "ZZKANARIE123456782"
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)


def everywhere(document: Document) -> Document:
    """The study with the word, and a number, as every text in it."""
    numbers = count(1)
    return Document.of(_marked(entity, numbers) for _, entity in document)


def _marked(value: Any, numbers: count[int]) -> Any:
    changes = {}
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if spec.name == "life_event":
            continue  # the name of our own data
        if spec.text is not None and held is not None and spec.text.most >= 40:
            changes[spec.name] = f"{WORD} {next(numbers)}"
        elif spec.shape == "value" and held is not None:
            changes[spec.name] = _marked(held, numbers)
    return replace(value, **changes)


def finds(data: bytes, word: str = WORD) -> bool:
    """Whether the word stands in these bytes, in any of the ways in which text is kept, packed or not."""
    wanted = [word.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
    wanted += [word.encode("utf-16-be").hex().encode(), word.encode("utf-16-be").hex().upper().encode()]
    return any(one in part for part in (data, *_unpacked(data)) for one in wanted)


def _unpacked(data: bytes) -> list[bytes]:
    """The streams of a PDF, and the snapshots of a study file."""
    found = [_inflated(match[1]) for match in _STREAM.finditer(data)]
    if data.startswith(b"SQLite format 3"):
        held = sqlite3.connect(":memory:")
        try:
            held.deserialize(data)
            found += [_inflated(row[0]) for row in held.execute("SELECT content FROM snapshot")]
        finally:
            held.close()
    return found


def _inflated(data: bytes) -> bytes:
    """As far as it goes: reportlab writes base 85 around what it packs."""
    import base64

    text = data.strip()
    if text.endswith(b"~>"):
        text = base64.a85decode(text, adobe=False) if not text.startswith(b"<~") else base64.a85decode(text, adobe=True)
    try:
        return zlib.decompressobj().decompress(text)
    except zlib.error:
        return b""


def places(folder: Path, word: str = WORD) -> list[str]:
    """The files and folders below this one whose name or contents have the word."""
    found = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if word in name or (path.is_file() and finds(path.read_bytes(), word)):
            found.append(name)
    return found


def snapshot_of(document: Document, name: str) -> Snapshot:
    import datetime as dt

    from journeys.exchange import snapshots

    return snapshots.take(document, name, dt.datetime(2026, 1, 2, tzinfo=dt.UTC))
