"""Table files of any kind as grids, and as a whole new study with what the columns most likely are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Final

from journeys import text
from journeys.edits import intake
from journeys.edits import study as studies
from journeys.edits.edit import new_id
from journeys.edits.incoming import Goal, Incoming
from journeys.errors import EditError, ExchangeError
from journeys.exchange import columns, grid, rows, sheets
from journeys.exchange.columns import Mapping
from journeys.exchange.grid import Grid
from journeys.exchange.imported import Imported, Notice
from journeys.i18n import Language, words
from journeys.model.document import Document
from journeys.model.entities import Journey, Persona
from journeys.model.integrity import check_document

SUFFIXES: Final = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".txt")
_ZIPPED: Final = (b"PK", b"\xd0\xcf\x11\xe0")
_NOT_STEPS: Final = frozenset({"acties", "actions", "actielijst", "action list", "uitleg", "legenda", "help", "legend"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table with the meaning of its columns; `journey` is the title of the journey that its steps go to."""

    grid: Grid
    mapping: Mapping
    journey: str = ""


def is_table(path: PurePath) -> bool:
    return path.suffix.lower() in SUFFIXES


def read(data: bytes, name: str, cancelled: sheets.Cancelled = sheets.never, *, separator: str = "") -> list[Grid]:
    """Every table in a file, at least one; what kind of file it is, its bytes say better than its name.

    `separator` is what stands between the cells of a CSV, where somebody knows better than we do.

    Raises ExchangeError as `sheets.read`, `grid.from_csv` and `grid.from_text` do, and `grid.no_rows`.
    """
    suffix = PurePath(name).suffix.lower()
    if data.startswith(_ZIPPED):
        found = sheets.read(data, cancelled)
    elif suffix == ".txt":
        found = [grid.from_text(grid.decoded(data)[0], PurePath(name).stem)]
    else:
        found = [grid.from_csv(data, PurePath(name).stem, separator)]
    found = [columns.upright(each) for each in found if each.rows]
    if not found:
        raise ExchangeError("grid.no_rows")
    return found


def guessed(grids: Sequence[Grid]) -> list[Sheet]:
    """The tables that hold steps: those with headings, or else the first; several get a journey each."""
    mapped = [(each, columns.guess(each)) for each in grids]
    steps = [
        (each, mapping)
        for each, mapping in mapped
        if mapping.heading is not None and mapping.having("title") and text.folded(each.name) not in _NOT_STEPS
    ]
    chosen = steps or mapped[:1]
    return [Sheet(each, mapping, each.name if len(chosen) > 1 else "") for each, mapping in chosen]


def incoming(found: Iterable[Sheet], day0: dt.date | None = None) -> Incoming:
    """The steps of all these tables together; raises ExchangeError as `rows.incoming` does, or `grid.in_sheet`."""
    every = list(found)
    parts = [_one(sheet, day0, named=len(every) > 1) for sheet in every]
    if not any(part.steps or part.phases for part in parts):
        raise ExchangeError("grid.no_rows")
    return Incoming(
        tuple(step for part in parts for step in part.steps),
        tuple(phase for part in parts for phase in part.phases),
        tuple(remark for part in parts for remark in part.remarks),
    )


def _one(sheet: Sheet, day0: dt.date | None, *, named: bool) -> Incoming:
    try:
        found = rows.incoming(sheet.grid, sheet.mapping, day0)
    except ExchangeError as error:
        if named:
            raise ExchangeError("grid.in_sheet", sheet=sheet.grid.name, problem=error) from None
        raise
    steps = tuple(replace(step, journey=step.journey or sheet.journey) for step in found.steps)
    where = ({"sheet": sheet.grid.name} if named else {}) | ({"sideways": True} if sheet.grid.sideways else {})
    told = tuple(replace(each, values={**each.values, **where}) for each in found.remarks)
    return replace(found, steps=steps, remarks=told)


def to_study(data: bytes, name: str, language: Language) -> Imported:
    """A new study of a table file, all of it or an error: nobody is there to be asked what the columns are."""
    sheets_found = guessed(read(data, name))
    document, goal = blank(PurePath(name).stem, language)
    coming = incoming(sheets_found)
    try:
        taken = intake.taken(document, coming, goal)
    except EditError as error:
        raise ExchangeError(error.code, **error.values) from None
    if not taken.edit:
        raise ExchangeError("grid.no_rows")
    document.write(taken.edit.changes)  # nobody has seen it yet, so this is no edit to undo
    for problem in check_document(document):
        raise ExchangeError("grid.rule", problem=problem)
    notices = [
        Notice(remark.code, {**remark.values, "rows": remark.rows}) for remark in (*coming.remarks, *taken.remarks)
    ]
    return Imported(document, notices=tuple(notices))


def blank(title: str, language: Language) -> tuple[Document, Goal]:
    """The study that a table goes into when there is none: one empty journey, which gives way to what comes in."""
    say = words(language)
    bare = text.title(title) or say("New study")
    document = studies.blank(bare, language)
    persona = Persona(new_id(), say("New persona"))
    journey = Journey(new_id(), persona.id, bare)
    document.write({("persona", persona.id): (None, persona), ("journey", journey.id): (None, journey)})
    return document, Goal(journey.id, title=bare, persona=persona.name, fresh=True)
