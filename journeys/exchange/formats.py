"""The table of formats: command line, dialogs and help choose from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journeys.errors import ExchangeError
from journeys.exchange import json_format
from journeys.exchange.imported import Imported
from journeys.i18n import N_
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.store import reading

Reader = Callable[[bytes], Imported]
Writer = Callable[[Document, Mapping[str, bytes], Sequence[Snapshot]], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how files of it end, and how it is read and written."""

    code: str
    title: str
    suffixes: tuple[str, ...]
    read: Reader | None
    write: Writer | None
    most_bytes: int
    lossless: bool = False


FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "json", N_("JSON (everything)"), (".json",), json_format.from_json, json_format.to_json,
        json_format.MOST_BYTES, lossless=True,
    ),
)  # fmt: skip


def for_reading(path: Path) -> Format:
    """The format of a file that is to be read; raises ExchangeError `exchange.unknown_format`."""
    return _find(path, [format_ for format_ in FORMATS if format_.read])


def for_writing(path: Path) -> Format:
    """The format of a file that is to be written; raises ExchangeError `exchange.unknown_format`."""
    return _find(path, [format_ for format_ in FORMATS if format_.write])


def read_file(path: Path) -> Imported:
    """The study in a file of any known format, all of it or an error."""
    chosen = for_reading(path)
    assert chosen.read is not None
    return chosen.read(reading.read(path, chosen.most_bytes))


def _find(path: Path, formats: list[Format]) -> Format:
    found = next((format_ for format_ in formats if path.suffix.lower() in format_.suffixes), None)
    if found is None:
        known = ", ".join(suffix for format_ in formats for suffix in format_.suffixes)
        raise ExchangeError("exchange.unknown_format", path=path.name, known=known)
    return found
