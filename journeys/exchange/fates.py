"""What becomes of each row of a table, in a word for the preview."""

from __future__ import annotations

from collections.abc import Container

from journeys.edits.incoming import Incoming
from journeys.errors import ExchangeError
from journeys.exchange import rows
from journeys.exchange.columns import Mapping
from journeys.exchange.grid import Grid
from journeys.i18n import N_
from journeys.model.document import Document

HEADINGS = N_("headings")
LEFT_OUT = N_("left out")
STEP = N_("step")
CHANGED = N_("changes")
SAME = N_("stays the same")
NOTE = N_("note")
ADDED = N_("to the step above")
PHASE = N_("phase only")


def fates(
    grid: Grid, mapping: Mapping, document: Document, found: Incoming | None = None, same: Container[str] = ()
) -> dict[int, str]:
    """Row number → one of the words above; empty where the columns make no sense yet.

    `found` is what comes in, where it comes from this table alone and is known already; `same` are the ids of steps
    that stay as they are.
    """
    if found is None:
        try:
            found = rows.incoming(grid, mapping)
        except ExchangeError:
            return {}
    known = {True: SAME, False: CHANGED}
    steps = {step.row: known[step.id in same] if step.id in document.steps else STEP for step in found.steps}
    told = {row: remark.code for remark in found.remarks if "sheet" not in remark.values for row in remark.rows}
    return {row.number: steps.get(row.number) or _other(row.number, mapping, told, deep=row.deep) for row in grid.rows}


def _other(number: int, mapping: Mapping, told: dict[int, str], *, deep: bool) -> str:
    if number == mapping.heading:
        return HEADINGS
    code = told.get(number, "")
    if code in ("rows.above", "rows.nothing", "rows.no_step", "rows.heading_again"):
        return LEFT_OUT
    if code == "rows.continued":
        return ADDED
    return NOTE if deep else PHASE
