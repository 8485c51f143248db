"""Takes the fields of a JSON object by the kind of value that they should have, and remembers what nobody asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any, Final, TypeVar

from journeys.edits.incoming import Remark
from journeys.errors import ExchangeError
from journeys.exchange import aside
from journeys.phrases.terms import quoted
from journeys.text import BODY_MAX

OURS: Final = "levensreis"
"""The field in which Levensreis keeps what the format has no field for."""
MOST_NAMED: Final = 4
S = TypeVar("S", bound=str)
T = TypeVar("T")
_YES: Final = {"true": True, "yes": True, "ja": True, "1": True, "false": False, "no": False, "nee": False, "0": False}


class Told:
    """What the reader has to tell: each sentence once, with the cards that it is about."""

    def __init__(self) -> None:
        self._cards: dict[tuple[str, tuple[tuple[str, object], ...]], dict[str, None]] = {}
        self.unknown: Counter[str] = Counter()
        self.usual: Counter[str] = Counter()

    def add(self, code: str, card: str = "", **values: object) -> None:
        cards = self._cards.setdefault((code, tuple(sorted(values.items()))), {})
        if card:
            cards[card] = None

    def remarks(self) -> tuple[Remark, ...]:
        found = [Remark(code, _named(dict(values), list(cards))) for (code, values), cards in self._cards.items()]
        for code, counted in (("ojf.usual", self.usual), ("ojf.unknown", self.unknown)):
            if +counted:
                names = ", ".join(f"{name} ({n})" for name, n in sorted((+counted).items()))
                found.append(Remark(code, {"names": names}))
        return tuple(found)


def _named(values: dict[str, object], cards: Sequence[str]) -> dict[str, object]:
    if not cards:
        return values
    more = f" … (+{len(cards) - MOST_NAMED})" if len(cards) > MOST_NAMED else ""
    return {**values, "where": ", ".join(cards[:MOST_NAMED]) + more}


class Fields:
    """One object of the file; `where` is its path, `card` what it is called when something is told of it."""

    def __init__(self, held: Any, where: str, told: Told) -> None:
        if not isinstance(held, dict):
            raise ExchangeError("plain.object", where=where or "$", found=type(held).__name__)
        self._held, self.where, self.told = held, where, told
        self._left = {name: None for name, value in held.items() if value not in (None, "", [], {})}
        self.card = where

    def __contains__(self, name: str) -> bool:
        return name in self._held

    def path(self, name: str) -> str:
        return f"{self.where}.{name}" if self.where else name

    def raw(self, name: str) -> Any:
        self._left.pop(name, None)
        return self._held.get(name)

    def text(self, name: str, most: int = BODY_MAX) -> str:
        """What stands there, as text; a number is as good. Raises ExchangeError `plain.type` and `ojf.too_long`."""
        found = self.raw(name)
        if found is None:
            return ""
        if isinstance(found, list | dict):
            raise ExchangeError("plain.type", where=self.path(name), expected="str", found=type(found).__name__)
        said = str(found)
        if len(said) > most:
            raise ExchangeError("ojf.too_long", where=self.path(name), found=len(said), most=most)
        return said

    def first(self, *names: str, most: int = BODY_MAX) -> str:
        """The first of these that says something; the others, when they say the same or nothing, are taken too."""
        found = ""
        for name in names:
            if not found:
                found = self.text(name, most)
            elif self._held.get(name) in (found, None, ""):
                self.raw(name)
        return found

    def one_of(self, name: str, choices: Sequence[S]) -> S | None:
        said = self.text(name)
        found = next((one for one in choices if one == said), None)
        if said and found is None:
            self._odd(name, said)
        return found

    def number(self, name: str) -> float | None:
        """Also one that is written as text."""
        found = self.raw(name)
        if isinstance(found, str):
            with suppress(ValueError):  # then it is no number, which is told below
                found = float(found.strip().replace(",", ".").replace("−", "-")) if found.strip() else None
        if found is None or (isinstance(found, int | float) and not isinstance(found, bool) and abs(found) < 1e9):
            return found
        self._odd(name, found)
        return None

    def flag(self, name: str) -> bool | None:
        found = self.raw(name)
        if found is None or found == "":
            return None
        said = _YES.get(str(found).strip().lower())
        if said is None:
            self._odd(name, found)
        return said

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; text with commas is as good."""
        found = self.raw(name)
        if isinstance(found, str):
            found = found.split(",")
        if found is None:
            return ()
        if not isinstance(found, list) or any(isinstance(one, list | dict) for one in found):
            self._odd(name, found)
            return ()
        return tuple(dict.fromkeys(word for one in found if one is not None and (word := str(one).strip())))

    def one(self, name: str) -> Fields:
        """An object in it, which may be absent."""
        found = self.raw(name)
        return Fields({} if found is None else found, self.path(name), self.told)

    def each(self, name: str) -> Iterator[Fields]:
        """The objects in a list, which may be absent; a word in place of an object is its `name`."""
        found = self.raw(name)
        if found is None:
            return
        if not isinstance(found, list):
            raise ExchangeError("plain.type", where=self.path(name), expected="list", found=type(found).__name__)
        for number, one in enumerate(found):
            yield Fields({"name": one} if isinstance(one, str) else one, f"{self.path(name)}[{number}]", self.told)

    def value(self, cls: type[T], **given: object) -> T | None:
        """All that nobody asked for yet as one value, with what is `given`; what does not fit in it is told."""
        left = {name: self._held[name] for name in self._left}
        found, unknown, wrong = aside.kept(cls, left | given)
        self._left = dict.fromkeys(unknown)
        self.done()
        for name in wrong:
            self._odd(name, left.get(name, ""))
        return found

    def done(self) -> None:
        """Tell of what nobody asked for."""
        self.told.unknown.update(name[:60] for name in self._left)

    def _odd(self, name: str, found: object) -> None:
        shown = quoted(" ".join(str(found).split()), 40)
        self.told.add("ojf.odd", self.card, field=name, text=shown)
