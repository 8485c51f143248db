"""Reads JSON without the standard library's leniency: no NaN, no doubled keys, no broken characters."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from journeys.errors import ExchangeError

MOST_DIGITS: Final = 18
MOST_VALUES: Final = 6_000_000
MOST_NESTED: Final = 2_000_000
"""Lists and objects: each takes many times the room of the two signs that it is written with."""
DEEP: Final = 50
"""Nested so deep as nothing in a study is: from there on it is told where."""
_ESCAPED_SURROGATE: Final = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]')


@dataclass(frozen=True, slots=True)
class _Wrong:
    """Stands in the data for a number that cannot stay, or for a doubled field: only the whole knows where."""

    number: str = ""


class _Strict:
    """What json.loads asks on its way; counts what cannot stay."""

    def __init__(self) -> None:
        self.wrong = 0

    def note(self, number: str = "") -> _Wrong:
        self.wrong += 1
        return _Wrong(number if len(number) <= MOST_DIGITS else f"{number[:12]}…")

    def whole(self, digits: str) -> int | _Wrong:
        return int(digits) if len(digits) <= MOST_DIGITS else self.note(digits)

    def fraction(self, digits: str) -> float | _Wrong:
        value = float(digits)
        return value if math.isfinite(value) else self.note(digits)

    def held(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            seen: set[str] = set()
            double = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None, which is false
            found[double] = self.note()
        return found


def parse(data: bytes) -> Any:
    """The data in UTF-8 text, with or without a byte order mark.

    Raises ExchangeError `json.too_many`, `json.encoding` (line), `json.syntax` or `json.deep` (line, column),
    `json.number`, `json.double` or `json.surrogate` (where).
    """
    if data.count(b"{") + data.count(b"[") > MOST_NESTED or data.count(b",") > MOST_VALUES:
        raise ExchangeError("json.too_many")
    text, strict = _text(data), _Strict()
    try:
        found = json.loads(
            text, object_pairs_hook=strict.held, parse_int=strict.whole, parse_float=strict.fraction,
            parse_constant=strict.note,
        )  # fmt: skip
    except json.JSONDecodeError as error:
        raise ExchangeError("json.syntax", line=error.lineno, column=error.colno) from None
    except RecursionError:
        line, column = _too_deep(text)
        raise ExchangeError("json.deep", line=line, column=column) from None
    if strict.wrong:
        _refuse_wrong(found)
    if _ESCAPED_SURROGATE.search(text):
        _refuse_surrogates(found)
    return found


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExchangeError("json.encoding", line=data.count(b"\n", 0, error.start) + 1) from None


def _too_deep(text: str) -> tuple[int, int]:
    """The line and column where the nesting gets deeper than anything in a study."""
    depth = at = 0
    for token in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        at = token.start()
        if depth > DEEP:
            break
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _every(data: Any) -> Iterator[tuple[str, Any]]:
    """Everything in the data with its place, such as steps[3].title."""
    waiting: list[tuple[str, Any]] = [("", data)]
    while waiting:
        where, value = waiting.pop()
        yield where, value
        if isinstance(value, dict):
            waiting += [(f"{where}.{key[:40]}" if where else key[:40], item) for key, item in reversed(value.items())]
        elif isinstance(value, list):
            waiting += [(f"{where}[{index}]", item) for index, item in reversed(list(enumerate(value)))]


def _refuse_wrong(data: Any) -> None:
    """The first of what cannot stay; one that a doubled key took away again stood in another that is told."""
    for where, value in _every(data):
        if isinstance(value, _Wrong) and value.number:
            raise ExchangeError("json.number", where=_shown(where), found=value.number)
        if isinstance(value, _Wrong):
            raise ExchangeError("json.double", where=_shown(where))


def _refuse_surrogates(data: Any) -> None:
    """Half a character cannot be stored or shown; pairs have become whole characters while parsing."""
    for where, value in _every(data):
        if isinstance(value, str) and _SURROGATE.search(value):
            raise ExchangeError("json.surrogate", where=_shown(where))
        if isinstance(value, dict) and any(map(_SURROGATE.search, value)):
            raise ExchangeError("json.surrogate", where=_shown(where))


def _shown(where: str) -> str:
    return _SURROGATE.sub("?", where) or "?"
