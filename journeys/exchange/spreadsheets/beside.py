"""Reads the sheets beside those with steps: actions with their owner and date, phases, people, connections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from journeys.edits.incoming import (
    Incoming,
    IncomingJourney,
    IncomingLink,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    IncomingStep,
)
from journeys.edits.naming import key
from journeys.errors import ExchangeError
from journeys.exchange import cells
from journeys.exchange.grid import Grid
from journeys.exchange.noticed import Noticed
from journeys.exchange.spreadsheets import own
from journeys.model.fields import MAX_DAYS
from journeys.phrases import terms
from journeys.text import BODY_MAX, TITLE_MAX

SEARCHED: Final = 4
"""Rows from the top in which the headings may stand."""
LONG: Final = frozenset({"text", "note", "context"})


@dataclass(frozen=True, slots=True)
class Line:
    """A row of such a sheet, by the codes of its columns."""

    row: int
    said: dict[str, str]

    def at(self, code: str) -> str:
        return self.said.get(code, "")


@dataclass(slots=True)
class Beside:
    """What these sheets tell, kind by kind, and what was left out of them."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    noticed: Noticed = field(default_factory=Noticed)
    sheets: dict[str, str] = field(default_factory=dict)
    """Kind → the name of its sheet."""
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    """(kind, code) → what stands above the column."""

    def of(self, kind: str) -> list[Line]:
        return self.lines.get(kind, [])

    def tell(self, kind: str, code: str, row: int | None = None, **values: object) -> None:
        self.noticed.add(code, row, sheet=self.sheets.get(kind, ""), **values)


def is_ours(grid: Grid) -> bool:
    """Whether this is such a sheet: by its name and its headings."""
    return bool(_headed(grid)[0])


def added(steps: Incoming, grids: Iterable[Grid], day0: dt.date | None = None) -> Incoming:
    """The steps with all that the other sheets of their file tell; a remark names those that are left out.

    Raises ExchangeError `grid.in_sheet` for what is too long.
    """
    from journeys.exchange.spreadsheets import actions

    beside, left = _read(grids)
    if left:
        beside.noticed.add("tables.sheets", names=", ".join(left), n=len(left))
    made, loose = actions.hung(steps.steps, beside)
    steps = replace(steps, steps=made, notes=(*steps.notes, *loose), phases=_phases(steps, beside, day0))
    steps = replace(steps, journeys=_journeys(steps, beside), personas=_personas(beside), parties=_parties(beside))
    if "links" in beside.sheets:
        steps = _linked(steps, beside)
    return replace(steps, remarks=(*steps.remarks, *beside.noticed.all()))


def word(beside: Beside, kind: str, line: Line, code: str, table: dict[str, str]) -> Any:
    """The code for what a cell says; None where it says nothing, or nothing that is known."""
    said = line.at(code)
    found = own.code_of(table, said) if said else ""
    if said and not found:
        beside.tell(kind, "tables.unread", line.row, text=said[:40], column=beside.headings[kind, code])
    return found or None


# Rows


def _read(grids: Iterable[Grid]) -> tuple[Beside, list[str]]:
    beside, left = Beside(), list[str]()
    for grid in grids:
        kind, at = _headed(grid)
        if not kind:
            left.append(grid.name)
            continue
        beside.sheets[kind] = grid.name
        codes = own.codes(kind, grid.rows[at].cells)
        beside.headings |= {(kind, code): grid.rows[at].at(column).strip() for column, code in enumerate(codes) if code}
        _tell_columns(beside, kind, grid, at, codes)
        for row in grid.rows[at + 1 :]:
            said = {
                code: row.at(column).strip() for column, code in enumerate(codes) if code and row.at(column).strip()
            }
            _check(beside, kind, row.number, said)
            if said:
                beside.lines.setdefault(kind, []).append(Line(row.number, said))
    return beside, left


def _headed(grid: Grid) -> tuple[str, int]:
    """The kind of sheet, and where among its rows the headings are."""
    kinds = ((own.kind_of(grid.name, row.cells), at) for at, row in enumerate(grid.rows[:SEARCHED]))
    return next((found for found in kinds if found[0]), ("", 0))


def _tell_columns(beside: Beside, kind: str, grid: Grid, at: int, codes: Sequence[str]) -> None:
    heading, below = grid.rows[at], grid.rows[at + 1 :]
    names = [
        heading.at(column).strip()[:40] or "?"
        for column in range(grid.width)
        if not (column < len(codes) and codes[column]) and any(row.at(column).strip() for row in below)
    ]
    if names:
        beside.tell(kind, "rows.columns", names=", ".join(names), n=len(names))
    for row in grid.rows[:at]:
        beside.tell(kind, "rows.above", row.number)


def _check(beside: Beside, kind: str, row: int, said: dict[str, str]) -> None:
    for code, raw in said.items():
        most = BODY_MAX if code in LONG else TITLE_MAX
        if len(raw) > most:
            problem = ExchangeError(
                "tables.too_long", row=row, column=beside.headings[kind, code], found=len(raw), most=most
            )
            raise ExchangeError("grid.in_sheet", sheet=beside.sheets[kind], problem=problem)


# Phases, journeys, people


def _phases(steps: Incoming, beside: Beside, day0: dt.date | None) -> tuple[IncomingPhase, ...]:
    """Those of their own sheet in its order, then those that only steps name."""
    found: dict[str, IncomingPhase] = {}
    for line in beside.of("phases"):
        name = " ".join(line.at("phase").split())
        if name:
            found.setdefault(key(name), IncomingPhase(name, _start(beside, line, day0), line.at("note")))
        else:
            beside.tell("phases", "tables.nameless", line.row)
    for phase in steps.phases:
        known = found.setdefault(key(phase.name), phase)
        if known.start is None and phase.start is not None:
            found[key(phase.name)] = replace(known, start=phase.start)
    return tuple(found.values())


def _start(beside: Beside, line: Line, day0: dt.date | None) -> int | None:
    said = line.at("start")
    found = cells.day(said) if said else None
    if isinstance(found, dt.date):
        found = (found - day0).days if day0 is not None and abs((found - day0).days) <= MAX_DAYS else None
    if said and found is None:
        beside.tell("phases", "tables.unread", line.row, text=said[:40], column=beside.headings["phases", "start"])
    return found


def _journeys(steps: Incoming, beside: Beside) -> tuple[IncomingJourney, ...]:
    """In the order of their own sheet."""
    found: dict[tuple[str, str, str], IncomingJourney] = {}
    for line in beside.of("journeys"):
        title, persona = line.at("journey"), line.at("persona")
        variant = word(beside, "journeys", line, "variant", terms.VARIANTS)
        if title:
            found[key(title), key(persona), variant or ""] = IncomingJourney(
                title, persona, variant, line.at("question")
            )
        else:
            beside.tell("journeys", "tables.nameless", line.row)
    for each in steps.journeys:
        found.setdefault((key(each.title), key(each.persona), each.variant or ""), each)
    return tuple(found.values())


def _personas(beside: Beside) -> tuple[IncomingPersona, ...]:
    return tuple(
        IncomingPersona(
            line.at("persona"), line.at("tagline"), line.at("quote"), line.at("context"),
            word(beside, "personas", line, "group", terms.GROUPS),
        )
        for line in _named(beside, "personas", "persona")
    )  # fmt: skip


def _parties(beside: Beside) -> tuple[IncomingParty, ...]:
    return tuple(
        IncomingParty(
            line.at("party"), word(beside, "parties", line, "kind", terms.PARTY_KINDS), line.at("parent"),
            line.at("acts_for"),
        )
        for line in _named(beside, "parties", "party")
    )  # fmt: skip


def _named(beside: Beside, kind: str, code: str) -> list[Line]:
    for line in beside.of(kind):
        if not line.at(code):
            beside.tell(kind, "tables.nameless", line.row)
    return [line for line in beside.of(kind) if line.at(code)]


# Connections


def _linked(steps: Incoming, beside: Beside) -> Incoming:
    """The connections of their sheet, and those of rows that somebody put between the others."""
    keyed = tuple(replace(step, key=step.id or f"row {at}") for at, step in enumerate(steps.steps))
    known = {step.key for step in keyed}
    links: dict[tuple[str, str], IncomingLink] = {}
    for line in beside.of("links"):
        source, target = _id(line.at("from_id")), _id(line.at("to_id"))
        if not {source, target} <= known:
            beside.tell("links", "tables.link_lost", line.row)
            continue
        kind = word(beside, "links", line, "kind", terms.LINK_KINDS)
        links[source, target] = IncomingLink(source, target, line.at("label"), kind or "next")
    _splice(keyed, links)
    return replace(steps, steps=keyed, links=tuple(links.values()))


def _id(said: str) -> str:
    return said.replace("-", "").lower()


def _splice(steps: Sequence[IncomingStep], links: dict[tuple[str, str], IncomingLink]) -> None:
    """A new row comes between the one above it and the next: their connection goes by way of it."""
    lanes: dict[tuple[object, ...], list[IncomingStep]] = {}
    for step in steps:
        if step.stage != "back":
            lanes.setdefault((key(step.journey), key(step.persona), step.variant), []).append(step)
    for lane in lanes.values():
        for at, step in enumerate(lane):
            if step.id:
                continue
            before = lane[at - 1].key if at else ""
            after = next((other.key for other in lane[at + 1 :] if other.id), "")
            through = links.pop((before, after), None)
            if before:
                links[before, step.key] = IncomingLink(before, step.key, through.label if through else "")
            if after and (through is not None or not before):
                links[step.key, after] = IncomingLink(step.key, after, kind=through.kind if through else "next")
