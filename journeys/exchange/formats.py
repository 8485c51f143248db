"""The table of formats: command line, dialogs and help choose from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from journeys.errors import ExchangeError
from journeys.exchange import grid, json_format, pdf_format, report, tables
from journeys.exchange.imported import Imported
from journeys.i18n import N_, Language
from journeys.model.document import Document
from journeys.model.entities import Snapshot
from journeys.store import reading

Reader = Callable[[bytes, str, Language], Imported]
"""(the file's bytes, its name, the language for what has no name yet)."""
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


def _from_json(data: bytes, _name: str, _language: Language) -> Imported:
    return json_format.from_json(data)


def _markdown(document: Document, _images: Mapping[str, bytes], _snapshots: Sequence[Snapshot]) -> bytes:
    return report.to_markdown(report.telling(document))


def _html(document: Document, _images: Mapping[str, bytes], _snapshots: Sequence[Snapshot]) -> bytes:
    return report.to_html(report.telling(document))


FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "json", N_("JSON (everything)"), (".json",), _from_json, json_format.to_json,
        json_format.MOST_BYTES, lossless=True,
    ),
    Format("html", N_("Report as a web page"), (".html", ".htm"), None, _html, 0),
    Format("md", N_("Report in Markdown"), (".md",), None, _markdown, 0),
    Format("pdf", N_("Poster with its study"), (".pdf",), pdf_format.from_pdf, None, pdf_format.MOST_BYTES),
    Format("xlsx", N_("Excel"), (".xlsx", ".xlsm"), tables.to_study, None, grid.MOST_BYTES),
    Format("ods", N_("LibreOffice Calc"), (".ods",), tables.to_study, None, grid.MOST_BYTES),
    Format("csv", N_("CSV (text with separators)"), (".csv", ".tsv"), tables.to_study, None, grid.MOST_BYTES),
    Format("txt", N_("Text, a step per line"), (".txt",), tables.to_study, None, grid.MOST_BYTES),
)  # fmt: skip


def for_reading(path: Path) -> Format:
    """The format of a file that is to be read; raises ExchangeError `exchange.unknown_format`."""
    return _find(path, [format_ for format_ in FORMATS if format_.read])


def for_writing(path: Path) -> Format:
    """The format of a file that is to be written; raises ExchangeError `exchange.unknown_format`."""
    return _find(path, written())


def written() -> list[Format]:
    """The formats that a study can be written in, the one that keeps everything first."""
    return [format_ for format_ in FORMATS if format_.write]


def read_file(path: Path, language: Language = "nl") -> Imported:
    """The study in a file of any known format, all of it or an error."""
    chosen = for_reading(path)
    assert chosen.read is not None
    return chosen.read(reading.read(path, chosen.most_bytes), path.name, language)


def _find(path: Path, formats: list[Format]) -> Format:
    found = next((format_ for format_ in formats if path.suffix.lower() in format_.suffixes), None)
    if found is None:
        known = ", ".join(suffix for format_ in formats for suffix in format_.suffixes)
        raise ExchangeError("exchange.unknown_format", path=path.name, known=known)
    return found
