"""What a format has no word for, as values of JSON that stand beside what it does say: written and read strictly."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.model.plain import from_plain, plain_value
from journeys.model.schema import FieldType, fields_of, per_class
from journeys.model.values import Duration
from journeys.text import BODY_MAX

if TYPE_CHECKING:
    from journeys.exchange.xml_tree import Element

T = TypeVar("T")

_ACTS: Final = re.compile("[%<>&\x7f-\x9f\u2028\u2029]|(?<=-)-")
"""What would act in a comment of XML or Mermaid, in an instruction, or on a page around them."""


def line(values: Mapping[str, object]) -> str:
    """The JSON of it on one line, in which nothing acts: that is written as a code."""
    text = json.dumps(values, ensure_ascii=False)
    return _ACTS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def read(text: str) -> dict[str, Any] | None:
    """What `line` wrote; None where it is something else."""
    try:
        found = strict_json.parse(text.encode("utf-8", "surrogatepass"))
    except ExchangeError:
        return None
    return found if isinstance(found, dict) else None


class Beside:
    """The instructions of one name in a tree, read once: what stands beside each element."""

    def __init__(self, root: Element, target: str) -> None:
        self._held: dict[int, dict[str, Any]] = {}
        self.broken: list[int] = []
        for element in root.every():
            for name, text in element.instructions:
                if name == target and (found := read(text)) is None:
                    self.broken.append(element.line)
                elif name == target and found is not None:
                    self._held.setdefault(id(element), found)

    def of(self, element: Element) -> dict[str, Any]:
        """Nothing where nothing stands, or something that cannot be read."""
        return self._held.get(id(element), {})


def plain(value: object, without: Collection[str] = ()) -> dict[str, Any]:
    """The fields of a value by name, but for those that say nothing, and those that stand elsewhere."""
    return {
        name: _plain(held)
        for name, usual in _usual(type(value))
        if (held := getattr(value, name)) != usual and name not in without
    }


def made(cls: type[T], held: object) -> T | None:
    """The value that `plain` told; None where something in it is not as it should be, or is unknown."""
    if not isinstance(held, dict):
        return None
    found, unknown, wrong = kept(cls, held)
    return None if unknown or wrong else found


def several(cls: type[T], held: object) -> list[T | None]:
    """As `made`, for a list of them."""
    return [made(cls, each) for each in held] if isinstance(held, list) else []


def kept(cls: type[T], held: Mapping[str, object]) -> tuple[T | None, list[str], list[str]]:
    """The value without what is not as it should be, the names that it does not know, and the fields that are wrong.

    The value is None where a field that must be there is wrong or missing.
    """
    known = {name for name, _ in _usual(cls)}
    good = {name: value for name, value in held.items() if name in known}
    wrong: list[str] = []
    while True:
        found, name = _tried(cls, good)
        if name and name not in wrong:
            wrong.append(name)
        if not name or name not in good:
            return found, sorted(held.keys() - known), wrong
        del good[name]


def _tried(cls: type[T], held: Mapping[str, object]) -> tuple[T | None, str]:
    """The value, or the name of a field because of which there is none."""
    try:
        found = from_plain(cls, held)
    except ExchangeError as error:
        return None, re.split(r"[.\[]", str(error.values["where"]), maxsplit=1)[0]
    name = next(_unfit(found), "")
    return (None, name) if name else (found, "")


def _unfit(value: object) -> Iterator[str]:
    """The fields of a value that hold too much."""
    for spec in fields_of(type(value)):
        held = getattr(value, spec.name)
        if held is not None and held != spec.default and not _fits(spec, held):
            yield spec.name


def _fits(spec: FieldType, held: Any) -> bool:
    match spec.shape:
        case "text":
            return len(held) <= BODY_MAX
        case "whole":
            return spec.whole is None or spec.whole.least <= held <= spec.whole.most
        case "many":
            item = spec.item
            return item is None or all(_fits(item, each) for each in held)
        case "value":
            ordered = not isinstance(held, Duration) or held.least <= held.most
            return ordered and next(_unfit(held), None) is None
        case _:
            return True


@per_class
def _usual(cls: type[Any]) -> tuple[tuple[str, object], ...]:
    """The name of every field, and what it is where nothing is said."""
    return tuple((each.name, each.default) for each in fields(cls))


def _plain(held: object) -> object:
    if isinstance(held, tuple):
        return [_plain(each) for each in held]
    return plain(held) if is_dataclass(held) else plain_value(held)
