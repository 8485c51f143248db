"""Whether an entry may go along in the program: its licence against the list that somebody decided on."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from environment import ROOT
from packaging.utils import canonicalize_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LIST = ROOT / "packaging" / "licences.toml"
TOKEN = re.compile(r"\(|\)|[^\s()]+")


class Entry(NamedTuple):
    """Something that the program is made of, and what it holds itself."""

    name: str
    version: str = ""
    licence: str = ""
    """As an expression of SPDX."""

    kind: Literal["application", "file", "library", "platform"] = "library"
    url: str = ""
    """Where it is from, as a package URL."""

    home: str = ""
    called: str = ""
    """vendor:product, as lists of known weaknesses call it."""

    digest: str = ""
    inside: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Rules:
    """The list: identifiers that may be, and what parts, bundles and packages of Debian are under."""

    allowed: frozenset[str]
    readings: Mapping[str, tuple[str, str]]
    """Part → what it says of itself, and the expression that is meant."""

    bundled: Mapping[str, str]
    system: Mapping[str, str]

    def meant(self, part: str, says: str) -> str:
        """The expression of SPDX for what a part says; what it says itself where nobody had to read it."""
        expected, means = self.readings.get(key(part), ("", ""))
        return means if expected == says else says

    def allows(self, expression: str) -> bool:
        """Whether these licences may be: all that are joined by AND, one of those between which OR lets us choose."""
        try:
            return _either(_Tokens(expression), self.allowed)
        except IndexError:
            return False


def rules() -> Rules:
    held: dict[str, Any] = tomllib.loads(LIST.read_text(encoding="utf-8"))
    allowed = frozenset(name for names in held["allowed"].values() for name in names)
    readings = {key(one["part"]): (one["says"], one["means"]) for one in held["reading"]}
    return Rules(allowed, readings, held["bundled"], held["system"])


def key(name: str) -> str:
    """As an index of packages writes it."""
    return canonicalize_name(name)


def refusals(entries: Iterable[Entry], by: Rules) -> Iterator[str]:
    """A sentence for everything whose licence is not on the list, and for what lies inside."""
    for entry in entries:
        if entry.kind != "file" and not by.allows(entry.licence):
            yield (
                f"{entry.name} {entry.version} is under “{entry.licence or 'no licence that we know of'}”, which is "
                f"not on the list of licences that the program may hold. Read its licence. If it may be: add it to "
                f"packaging/licences.toml, and say why. If not: do without {entry.name}."
            )
        yield from refusals(entry.inside, by)


class _Tokens:
    """Words and brackets of an expression, one after the other."""

    def __init__(self, expression: str) -> None:
        self._left: list[str] = TOKEN.findall(expression)

    def take(self) -> str:
        return self._left.pop(0)

    def next_is(self, word: str) -> bool:
        if self._left[:1] != [word]:
            return False
        self._left.pop(0)
        return True

    @property
    def done(self) -> bool:
        return not self._left


def _either(tokens: _Tokens, allowed: frozenset[str], *, inner: bool = False) -> bool:
    fine = _all(tokens, allowed)
    while tokens.next_is("OR"):
        fine = _all(tokens, allowed) or fine
    closed = tokens.next_is(")") if inner else tokens.done
    return fine and closed


def _all(tokens: _Tokens, allowed: frozenset[str]) -> bool:
    fine = _one(tokens, allowed)
    while tokens.next_is("AND"):
        fine = _one(tokens, allowed) and fine
    return fine


def _one(tokens: _Tokens, allowed: frozenset[str]) -> bool:
    word = tokens.take()
    if word == "(":
        return _either(tokens, allowed, inner=True)
    return (f"{word} WITH {tokens.take()}" if tokens.next_is("WITH") else word) in allowed
