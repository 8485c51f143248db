"""Turns entities and values into plain JSON data and back, by their field types."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from journeys.errors import ExchangeError
from journeys.model.schema import FieldType, fields_of, per_class

T = TypeVar("T")

_ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d\Z")


def to_plain(entity: object) -> dict[str, Any]:
    """All fields by name; dates as ISO text, tuples as lists, values as objects."""
    return {name: _plain(getattr(entity, name)) for name in _names(type(entity))}


def from_plain(cls: type[T], data: object, where: str = "") -> T:
    """The entity or value that `data` describes.

    Raises ExchangeError `plain.*` with `where` (a path such as steps[3].contacts[0].party): not an object,
    a field unknown, missing or of the wrong type. Lengths, ranges and references are for `rules`.
    """
    if not isinstance(data, Mapping):
        raise ExchangeError("plain.object", where=where, found=type(data).__name__)
    readers = _readers(cls)
    unknown = sorted(set(data) - set(readers))
    if unknown:
        raise ExchangeError("plain.unknown", where=_join(where, str(unknown[0])))
    values = {name: readers[name](item, _join(where, name)) for name, item in data.items()}
    for field in fields_of(cls):
        if field.required and field.name not in values:
            raise ExchangeError("plain.missing", where=_join(where, field.name))
    return cls(**values)


def read_field(field: FieldType, data: object, where: str = "") -> Any:
    """One field's value out of plain data; errors as in `from_plain`."""
    return _reader(field)(data, where)


def plain_value(value: object) -> Any:
    """One field's value as plain data."""
    return _plain(value)


def _join(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return to_plain(value)


@per_class
def _names(cls: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields_of(cls))


Reader = Callable[[object, str], Any]


@per_class
def _readers(cls: type[Any]) -> dict[str, Reader]:
    return {field.name: _reader(field) for field in fields_of(cls)}


def _reader(field: FieldType) -> Reader:
    read = _required_reader(field)
    if not field.optional:
        return read
    return lambda data, where: None if data is None else read(data, where)


def _required_reader(field: FieldType) -> Reader:
    match field.shape:
        case "value":
            cls = field.value
            assert cls is not None
            return lambda data, where: from_plain(cls, data, where)
        case "many":
            assert field.item is not None
            return _many_reader(_reader(field.item))
        case "date":
            return _read_date
        case "choice":
            return _choice_reader(field.choices)
        case "flag":
            return _typed_reader(bool)
        case "whole":
            return _typed_reader(int)
        case _:
            return _typed_reader(str)


def _typed_reader(cls: type) -> Reader:
    def read(data: object, where: str) -> Any:
        if type(data) is not cls:
            raise ExchangeError("plain.type", where=where, expected=cls.__name__, found=type(data).__name__)
        return data

    return read


def _choice_reader(choices: tuple[str, ...]) -> Reader:
    def read(data: object, where: str) -> Any:
        if data not in choices:
            raise ExchangeError("plain.choice", where=where, found=str(data)[:40], choices=", ".join(choices))
        return data

    return read


def _many_reader(read_item: Reader) -> Reader:
    def read(data: object, where: str) -> Any:
        if not isinstance(data, list):
            raise ExchangeError("plain.type", where=where, expected="list", found=type(data).__name__)
        return tuple(read_item(item, f"{where}[{index}]") for index, item in enumerate(data))

    return read


def _read_date(data: object, where: str) -> dt.date:
    if isinstance(data, str) and _ISO_DATE.match(data):
        with contextlib.suppress(ValueError):
            return dt.date.fromisoformat(data)
    raise ExchangeError("plain.date", where=where, found=str(data)[:40])
