"""How long something lasts, as people write it: "3 werkdagen", "6–8 weken", "two to three working days"."""

from __future__ import annotations

import re
from typing import Final

from journeys.edits.naming import key
from journeys.model.values import Duration, Unit

MOST: Final = 100_000
_SIGNS: Final = str.maketrans({"−": "-", "–": "-", "—": "-", "\u00a0": " ", "\u202f": " "})
_UNITS: Final[dict[Unit, str]] = {
    "hour": "uur, uren, uurtje, hour, hours, u, h, hr, hrs",
    "day": "dag, dagen, dgn, kalenderdag, kalenderdagen, day, days, calendar day, calendar days, d",
    "workday": (
        "werkdag, werkdagen, werkdgn, wd, workday, workdays, working day, working days, work day, work days, "
        "werk dag, werk dagen, business day, business days"
    ),
    "week": "week, weken, wkn, weeks, wk, wks, w",
    "month": "maand, maanden, mnd, mnden, month, months, mo",
}
_UNIT: Final[dict[str, Unit]] = {word: unit for unit, words in _UNITS.items() for word in words.split(", ")}
_YEARS: Final = frozenset({"jaar", "jaren", "jr", "year", "years", "yr", "yrs"})
_WORDS: Final = {
    word: number
    for words in (
        "een twee drie vier vijf zes zeven acht negen tien elf twaalf",
        "one two three four five six seven eight nine ten eleven twelve",
    )
    for number, word in enumerate(words.split(), 1)
} | {"a": 1, "an": 1}
_ABOUT: Final = r"(?:ca\.?|circa|ongeveer|zo'n|plusminus|about|approx\.?|approximately|around|~|±)\s*"
_WITHIN: Final = r"(?:binnen|maximaal|max\.?|hooguit|ten hoogste|tot|within|at most|up to)\s+"
_NUMBER: Final = rf"(\d{{1,6}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_UNIT_WORD: Final = r"([a-z]+(?: [a-z]+)?)"
_ONE: Final = re.compile(rf"(?:{_ABOUT})?{_NUMBER}\s*{_UNIT_WORD}\.?\Z")
_UP_TO: Final = re.compile(rf"{_WITHIN}{_NUMBER}\s*{_UNIT_WORD}\.?\Z")
_RANGE: Final = re.compile(
    rf"(?:{_ABOUT}|tussen(?: de)?\s+|van\s+|between\s+|from\s+)?{_NUMBER}\s*{_UNIT_WORD}?"
    rf"(?:\s*(?:-|t/m)\s*|\s+(?:tot en met|tot|a|of|en|to|or|and)\s+){_NUMBER}\s*{_UNIT_WORD}\.?\Z"
)


def read(raw: str) -> Duration | None:
    """The duration; None when it cannot be read or has parts. Days never become working days, nor the reverse."""
    bare = key(raw.translate(_SIGNS))
    if found := _RANGE.match(bare):
        first, unit, last, whole = found.groups()
        return _duration(first, last, whole) if unit is None or _same(unit, whole) else None
    if found := _UP_TO.match(bare):
        return _duration("0", found[1], found[2])
    found = _ONE.match(bare)
    return _duration(found[1], found[1], found[2]) if found else None


def _same(one: str, other: str) -> bool:
    return (_UNIT.get(one) or one) == (_UNIT.get(other) or other) or {one, other} <= _YEARS


def _duration(first: str, last: str, word: str) -> Duration | None:
    ends = sorted(_WORDS[end] if end in _WORDS else int(end) for end in (first, last))
    if word in _YEARS:  # a year is twelve months, whatever the calendar
        ends, word = [end * 12 for end in ends], "month"
    unit = _UNIT.get(word)
    return Duration(ends[0], ends[1], unit) if unit is not None and ends[1] <= MOST else None
