"""Entities to rows and back: column by column, because a study of 10,000 steps must open in a blink."""

from __future__ import annotations

import datetime as dt
import json
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import InitVar, make_dataclass
from functools import cache
from itertools import repeat, starmap
from operator import attrgetter, itemgetter
from typing import Any, Final

from journeys.model.entities import Snapshot
from journeys.model.plain import read_field
from journeys.model.schema import FieldType, fields_of
from journeys.store.checksums import row_hashes
from journeys.store.tables import ROW_HASH, TableSpec

Row = tuple[Any, ...]
Coder = Callable[[Any], Any]

UNREADABLE: Final = (ValueError, TypeError, KeyError, RecursionError, OverflowError)
"""What decoding a value that we did not write may raise, ExchangeError apart."""

_to_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
MANY: Final = 500
"""From so many rows on, `load` takes the road that is longer to begin and shorter to go."""
_FLAGS: Final = {0: False, 1: True}
_NOTHING: Final = {None: None}


def dump(spec: TableSpec, entities: Sequence[object]) -> list[Row]:
    """The rows of these entities, each ending in its hash."""
    if not entities:
        return []
    columns = list(zip(*map(_getter(spec.cls), entities), strict=True))
    for number, field in enumerate(spec.fields):
        code = _encoder(field)
        if code is not None:
            columns[number] = tuple(_encoded(columns[number], code))
    rows = list(zip(*columns, strict=True))
    return [(*row, hashed) for row, hashed in zip(rows, row_hashes(spec.name, rows), strict=True)]


def load(spec: TableSpec, rows: Sequence[Row]) -> list[Any]:
    """The entities of these rows, hash included; raises ExchangeError or one of UNREADABLE."""
    if len(rows) >= MANY:
        return _load_many(spec, rows)
    if not rows:
        return []
    columns = list(zip(*rows, strict=True))
    coded = (_decoded(field, column) for field, column in zip(spec.fields, columns, strict=False))
    return list(map(spec.cls, *coded))


def _load_many(spec: TableSpec, rows: Sequence[Row]) -> list[Any]:
    """Made as a class that takes assignments, filled, and then made what they are.

    A frozen class sets each field through a call, which takes four times as long.
    """
    fillable = _fillable(spec.cls)
    made: list[Any] = list(starmap(fillable, rows))
    for number, field in enumerate(spec.fields):
        code = decoder(field)
        if code is None:
            continue
        column = list(map(itemgetter(number), rows))
        codes = _codes(column, code)
        if codes != _NOTHING:  # which is what it should be already
            deque(map(getattr(fillable, field.name).__set__, made, map(codes.__getitem__, column)), 0)
    deque(map(_become, made, repeat(spec.cls)), 0)
    return made


_become: Final = object.__dict__["__class__"].__set__


@cache
def _fillable(cls: type[Any]) -> type[Any]:
    """A class with exactly the slots of the entity, so that its instances can become entities."""
    fields = [(field.name, object) for field in fields_of(cls)]
    return make_dataclass(f"Fillable{cls.__name__}", [*fields, (ROW_HASH, InitVar[object])], slots=True)


def _decoded(field: FieldType, column: Sequence[Any]) -> Iterable[Any]:
    code = decoder(field)
    return column if code is None else _coded(column, code)


def _encoded(column: Sequence[Any], code: Coder) -> Iterable[Any]:
    """As `_coded`, but first by identity: to compare two judgements takes longer than to see that they are one."""
    distinct = {id(value): value for value in column}
    made = dict(zip(distinct, _coded(list(distinct.values()), code), strict=True))
    return map(made.__getitem__, map(id, column))


def _coded(column: Sequence[Any], code: Coder) -> Iterable[Any]:
    return map(_codes(column, code).__getitem__, column)


def _codes(column: Sequence[Any], code: Coder) -> dict[Any, Any]:
    """Every distinct value of the column with its code: most rows share theirs."""
    return {value: None if value is None else code(value) for value in set(column)}


@cache
def _getter(cls: type) -> Callable[[object], Row]:
    return attrgetter(*(field.name for field in fields_of(cls)))


def _encoder(field: FieldType) -> Coder | None:
    match field.shape:
        case "flag":
            return int
        case "date" | "datetime":
            return lambda value: value.isoformat()
        case "value" | "many":
            return lambda value: _to_json(_sparse(value))
        case _:
            return None


def decoder(field: FieldType) -> Coder | None:
    """What makes a field's value of what lies in its column; None when that is the value."""
    match field.shape:
        case "flag":
            return _FLAGS.__getitem__
        case "date":
            return lambda text: read_field(field, text, field.name)
        case "datetime":
            return dt.datetime.fromisoformat
        case "value" | "many":
            return lambda text: read_field(field, json.loads(text), field.name)
        case _:
            return None


def _sparse(value: Any) -> Any:
    """A value as plain data, leaving out what is as it is by default: most judgements are empty."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [_sparse(item) for item in value]
    told = ((field, getattr(value, field.name)) for field in fields_of(type(value)))
    return {field.name: _sparse(held) for field, held in told if field.required or held != field.default}


def by_id(rows: Sequence[Row], entities: Sequence[Any]) -> dict[str, Any]:
    """A table of the document: the entities of these rows by their ids; raises ValueError when one id stands twice."""
    made = dict(zip(map(itemgetter(0), rows), entities, strict=True))
    if len(made) != len(rows):
        raise ValueError(len(rows) - len(made))
    return made


def in_time(entities: Iterable[Any]) -> bool:
    """Whether these, where they are snapshots, were made at a moment that every clock and time zone knows."""
    made = [entity.made_at for entity in entities if isinstance(entity, Snapshot)]
    return all(moment.tzinfo is not None and 1970 <= moment.year <= 9000 for moment in made)
