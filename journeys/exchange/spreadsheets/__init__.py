"""Steps and actions as XLSX, ODS and CSV, as people fill them in and as our own reader takes them back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted

_STEP: Final = frozenset(
    {"step.back", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel", "step.passes_on",
     "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence"}
)  # fmt: skip
KEEPS_CSV: Final = _STEP | {"phase.start", "persona.name", "journey.variant", "note"}
KEEPS: Final = KEEPS_CSV | {
    "phase.note", "persona.told", "journey.question", "link", "link.label", "note.loose", "note.parked", "note.work",
    "party.kind",
}  # fmt: skip


def to_xlsx(wanted: Wanted) -> bytes:
    """Raises ExchangeError `tables.cell_long` where a cell would hold more than Excel can."""
    from journeys.exchange.spreadsheets import pages, xlsx

    made = pages.pages(wanted.part(0, 0.2))
    return xlsx.write(made, wanted.document.study.title, wanted.part(0.2, 1).watch)


def to_ods(wanted: Wanted) -> bytes:
    from journeys.exchange.spreadsheets import ods, pages

    made = pages.pages(wanted.part(0, 0.4))
    return ods.write(made, wanted.document.study.title, wanted.part(0.4, 1).watch)


def to_csv(wanted: Wanted) -> bytes:
    from journeys.exchange.spreadsheets import csv_text

    return csv_text.write(wanted)
