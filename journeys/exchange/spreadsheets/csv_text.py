"""Every step of the study as one table of text: CSV or TSV."""

from __future__ import annotations

import csv
import io
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeys.exchange.formulas import guarded_text
from journeys.exchange.outgoing import outgoing
from journeys.exchange.spreadsheets import steps
from journeys.i18n import TONGUES
from journeys.phrases.terms import VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.edits.incoming import Incoming, IncomingJourney, IncomingPhase, IncomingStep
    from journeys.exchange.spreadsheets.page import Value
    from journeys.exchange.wanted import Wanted


def write(wanted: Wanted) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it; tabs between the cells where the file is to be a TSV."""
    out = io.StringIO()
    tabs = wanted.path is not None and PurePath(wanted.path).suffix.lower() == ".tsv"
    writer = csv.writer(out, delimiter="\t" if tabs else TONGUES[wanted.say.language].separator, lineterminator="\r\n")
    writer.writerow([column.title for column in steps.columns(steps.TEXT, wanted.say)])
    held = outgoing(wanted)
    for number, row in enumerate(_rows(held, wanted)):
        writer.writerow([_cell(value) for value in row])
        if number % 500 == 0:
            wanted.watch(number / (len(held.steps) + 1))
    return out.getvalue().encode("utf-8-sig")


def _rows(held: Incoming, wanted: Wanted) -> Iterator[tuple[Value, ...]]:
    """Journey by journey; the first one shows every phase, also those in which it has no step."""
    starts = {phase.name: phase.start for phase in held.phases}
    steps_of: dict[str, list[IncomingStep]] = {}
    for step in held.steps:
        steps_of.setdefault(wanted.document.steps[step.id].journey, []).append(step)
    for number, (id_, journey) in enumerate(zip(wanted.journeys, held.journeys, strict=True)):
        own = steps_of.get(id_, [])
        in_phase: dict[str, list[IncomingStep]] = {}
        for step in own:
            in_phase.setdefault(step.phase, []).append(step)
        if number and not own:
            yield _bare(journey, None, wanted)
        for phase in held.phases:
            if not number and phase.name not in in_phase:
                yield _bare(journey, phase, wanted)
            mine = in_phase.pop(phase.name, [])  # once, where two phases have the same name
            yield from (_with_start(steps.cells(step, steps.TEXT, wanted.say), starts[step.phase]) for step in mine)


def _with_start(row: tuple[Value, ...], start: int | None) -> tuple[Value, ...]:
    at = steps.TEXT.index("start")
    return (*row[:at], start, *row[at + 1 :])


def _bare(journey: IncomingJourney, phase: IncomingPhase | None, wanted: Wanted) -> tuple[Value, ...]:
    """A row without a step: there is a journey, or a phase."""
    held: dict[str, Value] = {
        "journey": journey.title, "persona": journey.persona,
        "variant": wanted.say(VARIANTS[journey.variant or "current"]),
    }  # fmt: skip
    if phase is not None:
        held |= {"phase": phase.name, "start": phase.start}
    return tuple(held.get(code, "") for code in steps.TEXT)


def _cell(value: Value) -> str:
    return guarded_text(value) if isinstance(value, str) else "" if value is None else str(value)
