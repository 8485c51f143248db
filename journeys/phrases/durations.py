"""Days in words: durations in halves, and the periods of phases around day 0."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis.deadlines import DAYS_A_MONTH
from journeys.i18n import N_, many

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.values import Duration

Unit = Literal["day", "week", "month", "year"]

_WHOLE: Final[dict[Unit, tuple[str, str]]] = {
    "day": many("{n} day", "{n} days"),
    "week": many("{n} week", "{n} weeks"),
    "month": many("{n} month", "{n} months"),
    "year": many("{n} year", "{n} years"),
}
_HALF: Final[dict[Unit, str]] = {
    "week": N_("{n}½ weeks"),
    "month": N_("{n}½ months"),
    "year": N_("{n}½ years"),
}


_LASTING: Final = {
    "hour": many("{n} hour", "{n} hours"), "day": many("{n} day", "{n} days"),
    "workday": many("{n} working day", "{n} working days"), "week": many("{n} week", "{n} weeks"),
    "month": many("{n} month", "{n} months"),
}  # fmt: skip


def lasting(span: Duration, say: Words) -> str:
    """ "3 working days", "6–8 weeks": in its own unit, whatever that is in days."""
    text = say.many(*_LASTING[span.unit], span.most)
    return text if span.least == span.most else f"{span.least}–{text}"


def duration(days: int, say: Words, *, short: bool = False) -> str:
    """ "10 days", "6 weeks", "5½ months": days below two weeks, weeks below eight, months below two years."""
    return _amount(*_measure(days), say, short=short)


def day_text(day: int, say: Words, *, short: bool = False) -> str:
    """Where a day lies: "6 weeks before", "day 0", "10 days after"."""
    if day == 0:
        return say("day 0")
    amount = duration(abs(day), say, short=short)
    return say("{amount} before", amount=amount) if day < 0 else say("{amount} after", amount=amount)


def period_text(period: tuple[int, int], say: Words, *, short: bool = False) -> str:
    """The period [start, end) of a phase: "9 – 7 months before", "day 0", "10 days – 12 months after"."""
    start, end = period
    if end - start == 1:
        return day_text(start, say, short=short)
    if end <= 0:
        return say("{range} before", range=_range(-start, max(-end, 1), say, short=short))
    if start >= 0:
        return say("{range} after", range=_range(start, end, say, short=short))
    last = day_text(end - 1 if end == 1 else end, say, short=short)
    return f"{day_text(start, say, short=short)} – {last}"


def _range(first: int, last: int, say: Words, *, short: bool) -> str:
    measures = _measure(first), _measure(last)
    if measures[0] == measures[1] or first == 0:
        measures = ("day", 2 * first), (measures[1] if first == 0 else ("day", 2 * last))
    (first_unit, first_halves), (last_unit, last_halves) = measures
    same = first_unit == last_unit or first == 0
    start = _number(first_halves) if same else _amount(first_unit, first_halves, say, short=short)
    return f"{start} – {_amount(last_unit, last_halves, say, short=short)}"


def _measure(days: int) -> tuple[Unit, int]:
    """The unit that suits, and how many halves of it."""
    if days < 14:
        return "day", 2 * days
    if days < 56:
        return "week", floor(2 * days / 7 + 0.5)
    if days < 730:
        return "month", floor(2 * days / DAYS_A_MONTH + 0.5)
    return "year", floor(2 * days / 365.25 + 0.5)


def _number(halves: int) -> str:
    whole, half = divmod(halves, 2)
    return f"{whole}½" if half else str(whole)


def _amount(unit: Unit, halves: int, say: Words, *, short: bool) -> str:
    if short and unit == "month":
        return say("{amount} mo", amount=_number(halves))
    whole, half = divmod(halves, 2)
    if half:
        return say(_HALF[unit], n=whole)
    one, other = _WHOLE[unit]
    return say.many(one, other, whole)
