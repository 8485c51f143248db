"""The phases beside each other, as wide as each other or as they last: names, periods and where day 0 is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.model.time import day0, periods, phases_in_order, side
from journeys.phrases.dates import period_said

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Phase
    from journeys.model.time import Period

EMPTY: Final = 6
"""So many columns to name by hand, in a study without phases."""
LEAST: Final = 0.5
"""The shortest phase gets at least this part of an equal share."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """One column: the phase, or None to be named by hand; `start` and `share` are parts of the whole width."""

    phase: Phase | None
    start: float
    share: float
    period: Period = (0, 0)
    zero: dt.date | None = None
    """The date of day 0, when it is known."""

    @property
    def desk(self) -> bool:
        """Whether day 0 lies in it."""
        return self.phase is not None and side(self.period) == "at"

    def times(self, say: Words) -> str:
        return period_said(self.period, self.zero, say) if self.phase is not None and self.phase.dated else ""


def stretches(document: Document, *, true: bool = False) -> tuple[Stretch, ...]:
    """All phases in order, together 1 wide; empty columns where there are none."""
    found = phases_in_order(document)
    if not found:
        return tuple(Stretch(None, index / EMPTY, 1 / EMPTY) for index in range(EMPTY))
    held = periods(document)
    shares = _true([held[phase.id] for phase in found]) if true else [1 / len(found)] * len(found)
    starts = [sum(shares[:index]) for index in range(len(shares))]
    return tuple(
        Stretch(phase, start, share, held[phase.id], document.study.day0_date)
        for phase, start, share in zip(found, starts, shares, strict=True)
    )  # fmt: skip


def _true(spans: Sequence[Period]) -> list[float]:
    """By how long they last; what would be too narrow to write in gets its least, the others share the rest."""
    days = [max(end - start, 0) for start, end in spans]
    least, narrow = LEAST / len(days), [False] * len(days)
    while True:
        rest = sum(count for count, small in zip(days, narrow, strict=True) if not small) or 1
        left = 1 - least * sum(narrow)
        shares = [least if small else left * count / rest for count, small in zip(days, narrow, strict=True)]
        found = [share <= least for share in shares]
        if found == narrow or all(found):
            whole = sum(shares)
            return [share / whole for share in shares]
        narrow = found


def zero(document: Document, shown: Sequence[Stretch]) -> tuple[float, str] | None:
    """Where day 0 is among these columns, as a part of the whole, and what happens then; None where it is not."""
    for stretch in shown:
        first, last = stretch.period
        if stretch.desk and last > first:
            inside = (0.5 - first) / (last - first) if last - first > 1 else 0.5
            return stretch.start + stretch.share * inside, day0(document).name
    return None
