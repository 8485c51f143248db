"""What a notation has no word for, as one line of JSON that stands beside what it does say."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, partial
from types import UnionType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.model.fields import MAX_DAYS, MAX_PLACES
from journeys.model.values import Duration
from journeys.text import BODY_MAX

if TYPE_CHECKING:
    from journeys.exchange.xml_tree import Element

T = TypeVar("T")

_WITHIN: Final[dict[str, tuple[int, int]]] = {
    "emotion": (-2, 2), "day": (-MAX_DAYS, MAX_DAYS), "start": (-MAX_DAYS, MAX_DAYS), "column": (0, MAX_PLACES),
    "track": (0, MAX_PLACES), "least": (0, 100_000), "most": (0, 100_000), "row": (0, 1 << 31),
}  # fmt: skip
"""How far the numbers of each field reach."""
_SIMPLE: Final = (str, int, bool)


class _NotSoundError(Exception):
    """A value that this field cannot have."""


def line(values: Mapping[str, object]) -> str:
    """The JSON of it on one line, in which no `?>` and no `--` can stand."""
    text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return text.replace("?>", "?\\u003e").replace("--", "-\\u002d")


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


def plain(value: object, without: Collection[str] = ()) -> dict[str, object]:
    """The fields of a value by name, but for those that say nothing, and those that stand elsewhere."""
    cls: Any = type(value)
    return {
        name: held if type(held) in _SIMPLE else _plain(held)
        for name, default in _fields(cls)
        if (held := getattr(value, name)) != default and name not in without
    }


def made(cls: type[T], held: object) -> T | None:
    """The value that `plain` told; None where something in it is not as it should be, or is unknown."""
    try:
        found: T = _made(cls, held)
    except _NotSoundError:
        return None
    return found


def several(cls: type[T], held: object) -> list[T | None]:
    """As `made`, for a list of them."""
    return [made(cls, each) for each in held] if isinstance(held, list) else []


@cache
def _fields(cls: Any) -> tuple[tuple[str, object], ...]:
    """The name of every field, and what it is where nothing is said."""
    return tuple((each.name, each.default) for each in fields(cls))


def _plain(held: object) -> object:
    if isinstance(held, tuple):
        return [_plain(each) for each in held]
    if isinstance(held, dt.date):
        return held.isoformat()
    return plain(held) if is_dataclass(held) else held


@cache
def _readers(cls: Any) -> dict[str, Callable[[object], Any]]:
    return {name: _reader(hint, name) for name, hint in get_type_hints(cls).items()}


def _made(cls: type[T], held: object) -> T:
    readers = _readers(cls)  # type: ignore[arg-type]  # mypy does not take a class for hashable
    if not isinstance(held, dict) or not held.keys() <= readers.keys():
        raise _NotSoundError
    try:
        found = cls(**{name: readers[name](given) for name, given in held.items()})
    except TypeError:  # a field that must be there is not
        raise _NotSoundError from None
    if isinstance(found, Duration) and found.least > found.most:
        raise _NotSoundError
    return found


def _reader(hint: Any, name: str) -> Callable[[object], Any]:
    """What reads the value of one field, by its type."""
    if get_origin(hint) in (Union, UnionType):
        read_it = _reader(next(each for each in get_args(hint) if each is not type(None)), name)
        return lambda held: None if held is None else read_it(held)
    if get_origin(hint) is Literal:
        choices = get_args(hint)
        return lambda held: _sound(held, type(held) is str and held in choices)
    if get_origin(hint) is tuple:
        read_each = _reader(get_args(hint)[0], name)
        return lambda held: tuple(map(read_each, _sound(held, type(held) is list)))
    if is_dataclass(hint):
        return partial(_made, cast("type[Any]", hint))
    if hint is dt.date:
        return _date
    if hint is int:
        least, most = _WITHIN[name]
        return lambda held: _sound(held, type(held) is int and least <= held <= most)
    return lambda held: _sound(held, type(held) is hint and (hint is not str or len(str(held)) <= BODY_MAX))


def _sound(held: object, fits: object) -> Any:
    if not fits:
        raise _NotSoundError
    return held


def _date(held: object) -> dt.date:
    try:
        return dt.date.fromisoformat(_sound(held, isinstance(held, str) and len(held) == 10))
    except ValueError:
        raise _NotSoundError from None
