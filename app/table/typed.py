"""Reads what was typed into a cell: numbers, dates, durations, choices; what cannot be read is refused."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final

from journeys import text as texts
from journeys.errors import EditError
from journeys.i18n import LANGUAGES, words
from journeys.model.values import Duration
from journeys.phrases.durations import lasting
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from journeys.i18n import Words

_YES: Final = frozenset({"yes", "y", "ja", "j", "x", "1", "true", "waar"})
_NO: Final = frozenset({"no", "n", "nee", "0", "false", "onwaar", ""})

MOST_READ: Final = 10 * texts.BODY_MAX


def number(text: str, least: int, most: int) -> int | None:
    """A whole number with either minus sign; None for nothing. Raises EditError `cell.number`."""
    plain = text.replace("−", "-").replace(" ", "").replace(" ", "")
    if not plain:
        return None
    if not re.fullmatch(r"[+-]?\d{1,9}", plain) or not least <= int(plain) <= most:
        raise EditError("cell.number", typed=text, least=least, most=most)
    return int(plain)


def rating(text: str, named: Mapping[int, str]) -> int | None:
    """−2 … +2, or a word of `named` in any language. Raises EditError `cell.rating`."""
    wanted = folded(text.strip())
    first = wanted.split(" ", 1)[0]
    for candidate in (wanted, first):
        try:
            return number(candidate, -2, 2)
        except EditError:
            continue
    for value, word in named.items():
        if any(wanted == folded(words(language)(word)) for language in LANGUAGES):
            return value
    raise EditError("cell.rating", typed=text)


def flag(text: str) -> bool:
    """Yes or no in any language. Raises EditError `cell.flag`."""
    wanted = folded(text.strip())
    if wanted in _YES or wanted in _NO:
        return wanted in _YES
    raise EditError("cell.flag", typed=text)


def date(text: str) -> dt.date | None:
    """A date, None for nothing. Raises EditError `cell.date`."""
    from app.panels.written import read_date

    if not text.strip():
        return None
    try:
        return read_date(text, dt.date.today())  # noqa: DTZ011 - the user's own calendar
    except ValueError:
        raise EditError("cell.date", typed=text) from None


def duration(text: str) -> Duration | None:
    """ "2-3 weeks" in any language, days without a unit. Raises EditError `cell.duration`."""
    from app.panels.written import read_range
    from journeys.exchange import spans

    if not text.strip():
        return None
    found = spans.read(text)
    if found is not None:
        return found
    try:
        least, most = read_range(text)
    except ValueError:
        raise EditError("cell.duration", typed=text) from None
    return Duration(least, most, "day")


def duration_text(held: Duration | None, say: Words) -> str:
    """As `duration` reads it: "2–3 weeks"."""
    return "" if held is None else lasting(held, say)


def choice(text: str, labels: Mapping[Any, str], say: Words) -> Any:
    """The code of a label, in any language or by its beginning; None for nothing. Raises EditError `cell.choice`."""
    wanted = folded(text.strip())
    if not wanted:
        return None
    spoken = {code: {folded(words(language)(label)) for language in LANGUAGES} for code, label in labels.items()}
    exact = [code for code in labels if wanted == code or wanted in spoken[code]]
    begun = [code for code in labels if any(label.startswith(wanted) for label in spoken[code])]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    raise EditError("cell.choice", typed=text, choices=", ".join(say(label) for label in labels.values()))


def name(text: str, known: Iterable[tuple[str, str]]) -> str | None:
    """The id of a name among (name, id), case and accents ignored; None for nothing. Raises EditError `cell.name`."""
    wanted = folded(text.strip())
    if not wanted:
        return None
    found = [(folded(label), id_) for label, id_ in known]
    exact = [id_ for label, id_ in found if label == wanted]
    begun = [id_ for label, id_ in found if label.startswith(wanted)]
    if exact or len(begun) == 1:
        return (exact or begun)[0]
    raise EditError("cell.name", typed=text)


def line(text: str, most: int = texts.TITLE_MAX, *, multiline: bool = False, required: bool = False) -> str:
    """Clean text that fits. Raises EditError `cell.long` or `cell.empty`: nothing typed is cut off in silence."""
    if len(text) > MOST_READ:  # nobody waits a second to be told so
        raise EditError("cell.long", found=len(text), most=most)
    cleaned = texts.clean(text, most, multiline=multiline)
    if cleaned.changes["cut"]:
        raise EditError("cell.long", found=most + cleaned.changes["cut"], most=most)
    if required and not cleaned.text:
        raise EditError("cell.empty")
    return cleaned.text
