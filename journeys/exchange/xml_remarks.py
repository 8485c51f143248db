"""Collects what a reader of XML guessed or left out, by the lines of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.errors import ExchangeError
from journeys.exchange.noticed import Noticed
from journeys.text import BODY_MAX, TITLE_MAX, title_and_rest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.exchange.xml_tree import Element

_SHOWN: Final = 60
BLANK: Final = " \t\r\n"


class Told(Noticed):
    """Remarks with the lines of the file."""

    __slots__ = ()

    def add(self, code: str, row: int | None = None, **values: object) -> None:
        shown = {name: value[:_SHOWN] if isinstance(value, str) else value for name, value in values.items()}
        Noticed.add(self, code, row, lines=True, **shown)

    def left(self, elements: Iterable[Element], known: Iterable[str] = ()) -> None:
        """Elements that are left out, by name, but for those of which the names are known and those that are empty."""
        names = frozenset(known)
        for element in elements:
            if element.name not in names and (element.text.strip(BLANK) or element.children or element.attributes):
                self.add("xml.left_out", element.line, name=element.name)

    def attributes_left(self, element: Element, known: Iterable[str] = ()) -> None:
        names = frozenset(known)
        for name, value in element.attributes.items():
            if name not in names and value:
                self.add("xml.attribute_left_out", element.line, name=f"{element.name}@{name}")

    def title(self, raw: str, line: int) -> tuple[str, str]:
        """A title, and what goes to the description because it does not fit."""
        title, rest = title_and_rest(raw)
        if rest:
            self.add("xml.title_long", line, most=TITLE_MAX)
        return title, rest


def short(raw: str, line: int, name: str) -> str:
    """A name of at most as many characters as fit; raises ExchangeError `xml.too_long`."""
    return _fitting(" ".join(raw.split()), line, name, TITLE_MAX)


def long(raw: str, line: int, name: str) -> str:
    """A text; raises ExchangeError `xml.too_long`."""
    return _fitting(raw, line, name, BODY_MAX)


def _fitting(text: str, line: int, name: str, most: int) -> str:
    if len(text) > most:
        raise ExchangeError("xml.too_long", line=line, name=name[:_SHOWN], found=len(text), most=most)
    return text


def body(element: Element | None) -> str:
    """The text in an element; what was only indented with it goes, and what stands on its first line stays."""
    raw = "" if element is None else element.text
    return raw.strip(BLANK) if raw.startswith(("\n", "\r")) else raw.rstrip(BLANK)
