"""Reads JSON without the standard library's leniency: no NaN, no doubled keys, no broken characters."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from journeys.errors import ExchangeError

MOST_DIGITS: Final = 18
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def parse(data: bytes) -> Any:
    """The data in UTF-8 text, with or without a byte order mark.

    Raises ExchangeError `json.encoding`, `json.syntax`, `json.number`, `json.double`, `json.deep` or
    `json.surrogate`.
    """
    text = _text(data)
    try:
        found = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise ExchangeError("json.syntax", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise ExchangeError("json.deep") from None
    if _ESCAPED_SURROGATE.search(text):
        _refuse_surrogates(found)
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ExchangeError("json.encoding") from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None, which is false
        raise ExchangeError("json.double", key=double[:40])
    return found


def _no_number(found: str) -> Any:
    raise ExchangeError("json.number", found=found)


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise ExchangeError("json.number", found=f"{digits[:12]}…")
    return int(digits)


def _refuse_surrogates(data: Any) -> None:
    """Half a character cannot be stored or shown; pairs have become whole characters while parsing."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        where, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(f"{where}.{key}" if where else key, item) for key, item in value.items()]
            waiting += [(where, key) for key in value]
        elif isinstance(value, list):
            waiting += [(f"{where}[{index}]", item) for index, item in enumerate(value)]
        elif isinstance(value, str) and _SURROGATE.search(value):
            raise ExchangeError("json.surrogate", where=_SURROGATE.sub("?", where) or "?")
