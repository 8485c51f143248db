"""The table of formats: command line, dialogs, help and tests choose from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final, Literal

from journeys.errors import ExchangeError
from journeys.exchange import (
    canvas,
    cjml,
    drawio,
    graphml,
    grid,
    inside,
    json_format,
    mermaid,
    ojf,
    pdf_format,
    pictures,
    presentation,
    report,
    spreadsheets,
    tables,
)
from journeys.exchange.aspects import EVERYTHING
from journeys.exchange.coming import Coming, to_study
from journeys.exchange.imported import Imported
from journeys.exchange.wanted import Wanted
from journeys.i18n import N_, Language
from journeys.identity import SUFFIX
from journeys.store import reading
from journeys.store.targets import MOST_CHARACTERS, safe_stem

if TYPE_CHECKING:
    from collections.abc import Iterator

Use = Literal["study", "table", "notation", "reading", "drawing"]
"""What people take a format for: all of a study, steps in rows, another journey notation, to read, to draw on."""
ReadsStudy = Callable[[bytes, str, Language], Imported]
"""(the file's bytes, its name, the language for what has no name yet) → a whole study."""
ReadsSteps = Callable[[bytes, str], Coming]
"""(the file's bytes, its name) → steps, which go into an open study or make a new one."""
Writes = Callable[[Wanted], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how files of it end, how it is read and written, and what of a study it keeps or shows."""

    code: str
    title: str
    about: str
    suffixes: tuple[str, ...]
    use: Use
    study: ReadsStudy | None = None
    steps: ReadsSteps | None = None
    write: Writes | None = None
    most_bytes: int = 50 * grid.MEGABYTE
    keeps: frozenset[str] = EVERYTHING
    """Codes of `aspects`: what goes along when it is written."""
    a_file_each: bool = False
    """Whether a file holds one journey, so that several become several files."""

    read_too: tuple[str, ...] = ()
    """Endings of files that are read as well, and never written."""

    @property
    def endings(self) -> tuple[str, ...]:
        """Of files that are read."""
        return (*self.suffixes, *self.read_too)

    @property
    def reads(self) -> bool:
        return self.study is not None or self.steps is not None


FORMATS: Final[tuple[Format, ...]] = (
    Format(
        "json", N_("JSON (everything)"), N_("The whole study, for other programs and for keeping."), (".json",),
        "study", study=lambda data, _name, _language: json_format.from_json(data), write=json_format.write,
        most_bytes=json_format.MOST_BYTES,
    ),
    Format(
        "pdf", N_("Poster with its study"), N_("A poster that was made with its study in it."), (".pdf",),
        "study", study=pdf_format.from_pdf, most_bytes=pdf_format.MOST_BYTES,
    ),
    Format(
        "xlsx", N_("Excel"), N_("A sheet per journey with a row per step, and a sheet with actions."),
        (".xlsx",), "table", steps=tables.coming, write=spreadsheets.to_xlsx, keeps=spreadsheets.KEEPS,
        read_too=(".xlsm",),
    ),
    Format(
        "ods", N_("LibreOffice Calc"), N_("A sheet per journey with a row per step, and a sheet with actions."),
        (".ods",), "table", steps=tables.coming, write=spreadsheets.to_ods, keeps=spreadsheets.KEEPS,
    ),
    Format(
        "csv", N_("CSV (text with separators)"), N_("A row per step, for any spreadsheet and for scripts."),
        (".csv", ".tsv"), "table", steps=tables.coming, write=spreadsheets.to_csv, keeps=spreadsheets.KEEPS_CSV,
    ),
    Format(
        "txt", N_("Text, a step per line"), N_("Lines of text; what is indented becomes a note."),
        (".txt",), "table", steps=tables.coming,
    ),
    Format(
        "pptx", N_("PowerPoint"), N_("Slides to present and change: an overview, a slide per phase, gaps, actions."),
        (".pptx",), "reading", write=presentation.to_pptx, keeps=presentation.KEEPS,
    ),
    Format(
        "html", N_("Report as a web page"), N_("One page to read on any screen, without internet."),
        (".html", ".htm"), "reading", write=report.write_html, keeps=report.KEEPS,
    ),
    Format(
        "md", N_("Report in Markdown"), N_("The report as text, for a wiki or an editor."),
        (".md",), "reading", write=report.write_markdown, keeps=report.KEEPS_MARKDOWN,
    ),
    Format(
        "svg", N_("Drawing (SVG)"), N_("The map as a drawing with real text, for a website or a drawing program."),
        (".svg",), "drawing", write=pictures.to_svg, keeps=pictures.KEEPS, a_file_each=True,
    ),
    Format(
        "png", N_("Picture (PNG)"), N_("The map as a picture, for a document or a message."),
        (".png",), "drawing", write=pictures.to_png, keeps=pictures.KEEPS, a_file_each=True,
    ),
    Format(
        "drawio", N_("draw.io"), N_("The map as shapes to go on drawing with in draw.io."),
        (".drawio",), "drawing", write=drawio.write, keeps=drawio.KEEPS,
    ),
    Format(
        "canvas", N_("JSON Canvas (Obsidian)"), N_("The steps as cards on a canvas of Obsidian."),
        (".canvas",), "drawing", write=canvas.write, keeps=canvas.KEEPS,
    ),
    Format(
        "mermaid", N_("Mermaid journey"), N_("A journey as a few lines of text, for wikis that draw Mermaid."),
        (".mmd", ".mermaid", ".md"), "notation", steps=mermaid.read, write=mermaid.write, keeps=mermaid.KEEPS,
        a_file_each=True,
    ),
    Format(
        "cjml", N_("CJML (journey notation)"), N_("The published notation for customer journeys, as XML."),
        (".cjml",), "notation", steps=cjml.read, write=cjml.write, keeps=cjml.KEEPS, read_too=(".xml",),
    ),
    Format(
        "ojf", N_("OpenJourney Format"), N_("The JSON of other journey mappers."),
        (".ojf",), "notation", steps=ojf.read, write=ojf.write, keeps=ojf.KEEPS, a_file_each=True,
    ),
    Format(
        "graphml", N_("GraphML"), N_("The flow as a network, for programs that reckon with networks."),
        (".graphml",), "notation", steps=graphml.read, write=graphml.write, keeps=graphml.KEEPS,
    ),
)  # fmt: skip
"""Where two have a suffix in common, the first that reads or writes has it; the other is asked for by its code."""


def for_reading(path: PurePath, code: str | None = None) -> Format:
    """The format of a file that is to be read, by its suffix or by the code of a format.

    Raises ExchangeError `exchange.unknown_format`, `exchange.study` of what needs none, and `exchange.only_written`
    of what we make and nobody reads back.
    """
    chosen, suffix = [(one, one.endings) for one in read()], path.suffix.lower()
    if code is None and suffix == SUFFIX:
        raise ExchangeError("exchange.study", path=path.name)
    is_read = any(suffix in endings for _, endings in chosen)
    if code is None and not is_read and any(suffix in one.suffixes for one in written()):
        raise ExchangeError("exchange.only_written", path=path.name)
    return _find(path, chosen, code)


def for_writing(path: PurePath, code: str | None = None) -> Format:
    """As `for_reading`, of a file that is to be written; `exchange.poster` for what is made otherwise."""
    chosen = [(one, one.suffixes) for one in written()]
    if code == "pdf" or (code is None and path.suffix.lower() == ".pdf"):
        raise ExchangeError("exchange.poster", path=path.name, known=_known(chosen))
    return _find(path, chosen, code)


def read() -> list[Format]:
    """The formats that can be read."""
    return [format_ for format_ in FORMATS if format_.reads]


def written() -> list[Format]:
    """The formats that a study can be written in, the one that keeps everything first."""
    return [format_ for format_ in FORMATS if format_.write]


def read_file(path: Path, language: Language = "nl", code: str | None = None) -> Imported:
    """The study in a file of any known format, all of it or an error."""
    reading.there(path)
    chosen = for_reading(path, code)
    data = reading.read(path, chosen.most_bytes)
    if code is None:
        chosen = by_contents(path, data)
    if chosen.study is not None:
        return chosen.study(data, path.name, language)
    assert chosen.steps is not None
    return to_study(chosen.steps(data, path.name), path.stem, language)


def by_contents(path: PurePath, data: bytes) -> Format:
    """As `for_reading`, of a file that is read: what stands in it decides, where others use the same suffix."""
    chosen = for_reading(path)
    if chosen.code == "json" and ojf.is_ojf(data):
        return for_reading(path, "ojf")  # as other programs call their files
    found = inside.code(path.suffix, data)
    return for_reading(path, found) if found else chosen


def files(chosen: Format, wanted: Wanted, path: Path) -> Iterator[tuple[Path, bytes]]:
    """Every file that is to be written, with its bytes, one after the other.

    That is one, at `path`; a format with a file for each journey puts the journey's title behind its name.
    """
    assert chosen.write is not None
    if not chosen.a_file_each or len(wanted.journeys) < 2 or in_one(chosen, path):
        yield path, chosen.write(replace(wanted, path=path))
        return
    for name, journey in zip(names(wanted, path), wanted.journeys, strict=True):
        yield name, chosen.write(replace(wanted, journeys=(journey,), path=name))


def in_one(chosen: Format, path: PurePath) -> bool:
    """Whether this file holds several journeys after all: Markdown has room for a diagram of each."""
    return chosen.code == "mermaid" and path.suffix.lower() == ".md"


def names(wanted: Wanted, path: Path) -> list[Path]:
    """A path for the file of each journey: its persona and title, and a number where that is not enough.

    Of a long title of the study only as much as leaves room for those; capitals make no other file everywhere.
    """
    found: dict[str, Path] = {}
    for id_ in wanted.journeys:
        tail = f" – {_called(wanted, id_)}"
        stem = safe_stem(f"{path.stem[: max(MOST_CHARACTERS - len(tail), 20)].rstrip()}{tail}")
        number = 1
        while (name := f"{stem}{f' {number}' if number > 1 else ''}{path.suffix}").casefold() in found:
            number += 1
        found[name.casefold()] = path.with_name(name)
    return list(found.values())


def _called(wanted: Wanted, id_: str) -> str:
    journey = wanted.document.journeys[id_]
    name = f"{wanted.document.personas[journey.persona].name}, {journey.title}"
    return f"{name} ({wanted.say('desired')})" if journey.variant == "desired" else name


def _find(path: PurePath, formats: list[tuple[Format, tuple[str, ...]]], code: str | None) -> Format:
    suffix = path.suffix.lower()
    found = next((one for one, endings in formats if (one.code == code if code else suffix in endings)), None)
    if found is None:
        known = ", ".join(one.code for one, _ in formats) if code else _known(formats)
        raise ExchangeError("exchange.unknown_format", path=code or path.name, known=known)
    return found


def _known(formats: list[tuple[Format, tuple[str, ...]]]) -> str:
    return ", ".join(dict.fromkeys(ending for _, endings in formats for ending in endings))
