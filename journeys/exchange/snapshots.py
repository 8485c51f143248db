"""Named earlier states of a study: taken, looked at, and read back as carefully as a file from elsewhere."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from journeys.edits.cleaning import cleaned
from journeys.edits.edit import NewId, new_id
from journeys.errors import ExchangeError
from journeys.exchange import json_format
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.store import packed
from journeys.store.packed import PackedError

MOST: Final = 300
MOST_BYTES: Final = 24 << 20
"""All of them together: then the study still fits in a file, and in JSON, with room to spare."""
COUNTED: Final = ("journeys", "steps", "notes")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there was."""

    journeys: int
    steps: int
    notes: int


def take(document: Document, name: str, at: dt.datetime, *, create_id: NewId = new_id) -> Snapshot:
    """The study as it is now, under a name; `at` knows its time zone. Raises ExchangeError `snapshot.no_name`."""
    content = packed.pack(json_format.to_json(document))
    return named(Snapshot(create_id(), "", at.astimezone(dt.UTC), content), name)


def named(snapshot: Snapshot, name: str) -> Snapshot:
    """The same under this name, made clean. Raises ExchangeError `snapshot.no_name`."""
    made = cleaned(Snapshot(snapshot.id, name.strip(), snapshot.made_at, snapshot.content))
    if not made.name:
        raise ExchangeError("snapshot.no_name")
    return made


def check_room(held: Sequence[Snapshot], another: Snapshot) -> None:
    """Raises ExchangeError `snapshot.many` or `snapshot.no_room` when this one does not fit beside the others."""
    others = [one for one in held if one.id != another.id]
    if len(others) >= MOST:
        raise ExchangeError("snapshot.many", most=MOST)
    if sum(len(one.content) for one in others) + len(another.content) > MOST_BYTES:
        raise ExchangeError("snapshot.no_room", most=MOST_BYTES >> 20)


def read(snapshot: Snapshot) -> Document:
    """The study as it was then, all rules checked.

    Raises ExchangeError `snapshot.damaged`, `snapshot.too_large` or `snapshot.newer` (each with `title`).
    """
    try:
        return json_format.from_json(packed.unpack(snapshot.content)).document
    except PackedError as error:
        code = "snapshot.too_large" if error.reason == "large" else "snapshot.damaged"
        raise ExchangeError(code, title=snapshot.name) from error
    except ExchangeError as error:
        code = "snapshot.newer" if error.code == "json.newer" else "snapshot.damaged"
        raise ExchangeError(code, title=snapshot.name) from error


def counts(snapshot: Snapshot) -> Counts | None:
    """How much there was, counted by lines and not read; None when it cannot be unpacked."""
    try:
        data = packed.unpack(snapshot.content)
    except PackedError:
        return None
    return Counts(*(_lines(data, section) for section in COUNTED))


def holding(snapshots: Iterable[Snapshot], ids: Collection[str]) -> list[Snapshot]:
    """Those in which something with one of these ids still stands."""
    wanted = [f'"id": "{id_}"'.encode() for id_ in ids]
    return [one for one in snapshots if _holds(one, wanted)] if wanted else []


def _holds(snapshot: Snapshot, wanted: Sequence[bytes]) -> bool:
    try:
        data = packed.unpack(snapshot.content)
    except PackedError:
        return False
    return any(each in data for each in wanted)


def _lines(data: bytes, section: str) -> int:
    """The entities of a section: our JSON has one on each line, and no line ends within one."""
    start = data.find(f'\n"{section}": [\n'.encode())
    end = data.find(b"\n]", start + 1)
    return data.count(b"\n{", start + 1, end) if 0 <= start < end else 0
