"""Dates in words: "21 november 2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.i18n import N_

if TYPE_CHECKING:
    import datetime as dt

    from journeys.i18n import Words
    from journeys.model.document import Document

MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


def in_words(date: dt.date, say: Words) -> str:
    """Day, month and year."""
    return say("{day} {month} {year}", day=date.day, month=say(MONTHS[date.month - 1]), year=date.year)


def last_heard(document: Document) -> dt.date | None:
    """The day of the newest source: what the study itself knows of its date."""
    return max((source.on for source in document.sources.values() if source.on), default=None)
