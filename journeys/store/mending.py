"""Makes an entity of a row that breaks the rules: numbers within their bounds, clean texts, defaults for the rest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any, Final, NamedTuple

from journeys import text
from journeys.errors import LevensreisError
from journeys.model.entities import Cell, Fact, Link, Note, Step
from journeys.model.rules import sound
from journeys.model.schema import FieldType, fields_of
from journeys.model.values import Duration
from journeys.store.rows import UNREADABLE, Row, decoder, in_time, load
from journeys.store.tables import TableSpec

NAMELESS: Final = "?"
LOOKED_AT: Final = 4
"""Times as much of a text as may stay is looked at: most of it may be white space, but megabytes are nobody's words."""
_HEX: Final = frozenset("0123456789abcdef")
_ANY: Final = {("note", "kind"): "remark", ("lane", "kind"): "text"}
"""What something is of which nobody knows what it is: a kind that promises nothing."""


class UnmendableError(Exception):
    """What is left is nothing that a study can hold."""


class Mended(NamedTuple):
    """An entity, and the names of the fields that could not stay as they were."""

    entity: Any
    fields: tuple[str, ...] = ()


def all_mended(spec: TableSpec, rows: Sequence[Row]) -> Iterable[tuple[Row, Mended | None]]:
    """Every row with what it becomes; None for what no study can hold."""
    with suppress(*UNREADABLE, LevensreisError):
        entities = load(spec, rows)
        if sound(entities) and in_time(entities):
            return zip(rows, map(Mended, entities), strict=True)
    return ((row, _mended_or_none(spec, row)) for row in rows)


def _mended_or_none(spec: TableSpec, row: Row) -> Mended | None:
    try:
        return mended(spec, row)
    except UnmendableError:
        return None


def mended(spec: TableSpec, row: Row) -> Mended:
    """The entity in one row; raises UnmendableError."""
    told: dict[str, Any] = {}
    changed: list[str] = []
    for field, held in zip(spec.fields, row, strict=False):
        told[field.name], fits = _read(spec.name, field, held)
        if not fits:
            changed.append(field.name)
    entity = _whole(spec.cls(**told), changed)
    if not sound([entity]):
        raise UnmendableError
    return Mended(entity, tuple(dict.fromkeys(changed)))


def _read(table: str, field: FieldType, held: object) -> tuple[Any, bool]:
    """(a value that fits the field, whether it is the one that lay there)."""
    code = decoder(field)
    try:
        value = held if held is None or code is None else code(held)
    except (*UNREADABLE, LevensreisError):
        return _fallback(field, table), False
    now = _fitting(field, value, table)
    return now, now is value or (now == value and repr(now) == repr(value))


def _fallback(field: FieldType, table: str = "") -> Any:
    """What stands in a field of which nothing is known."""
    if field.optional:
        return None
    if not field.required:
        return field.default
    if (table, field.name) in _ANY:
        return _ANY[table, field.name]
    if field.text is not None and field.hexadecimal is None:
        return NAMELESS
    if field.whole is not None:
        return max(field.whole.least, min(0, field.whole.most))
    raise UnmendableError


def _fitting(field: FieldType, value: Any, table: str = "") -> Any:
    """The value, or the nearest that the field's rules allow."""
    if value is None:
        return _fallback(field, table)
    fit = _FITS.get(_shape(field))
    if fit is None:
        return value if isinstance(value, bytes) else _fallback(field, table)
    try:
        return fit(field, value)
    except UnmendableError:
        return _fallback(field, table)


def _shape(field: FieldType) -> str:
    return "hexadecimal" if field.hexadecimal is not None else field.shape


def _text(field: FieldType, value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if field.text is None or isinstance(value, bool):
        raise UnmendableError
    near = str(value)[: LOOKED_AT * field.text.most]
    told = text.clean(near, field.text.most, multiline=field.text.multiline).text
    return told or (NAMELESS if field.text.filled else "")


def _hexadecimal(field: FieldType, value: Any) -> str:
    rule = field.hexadecimal
    if rule is None or not isinstance(value, str) or len(value) != rule.length or not set(value) <= _HEX:
        raise UnmendableError
    return value


def _whole_number(field: FieldType, value: Any) -> int:
    if field.whole is None or type(value) not in (int, float) or value != value:  # noqa: PLR0124 - NaN is not itself
        raise UnmendableError
    whole: int = round(max(field.whole.least, min(value, field.whole.most)))
    return whole


def _one_of(field: FieldType, value: Any) -> str:
    if type(value) is not str or value not in field.choices:
        raise UnmendableError
    return value


def _exactly(kind: type) -> Callable[[FieldType, Any], Any]:
    def fit(_field: FieldType, value: Any) -> Any:
        if type(value) is not kind:
            raise UnmendableError
        return value

    return fit


def _moment(_field: FieldType, value: Any) -> dt.datetime:
    if type(value) is not dt.datetime or not 1970 <= value.year <= 9000:
        raise UnmendableError
    return value if value.tzinfo is not None else value.replace(tzinfo=dt.UTC)


def _value(field: FieldType, value: Any) -> Any:
    if field.value is None or type(value) is not field.value:
        raise UnmendableError
    made = replace(value, **{f.name: _fitting(f, getattr(value, f.name)) for f in fields_of(field.value)})
    if isinstance(made, Duration) and made.least > made.most:
        return replace(made, least=made.most, most=made.least)
    return made


def _many(field: FieldType, value: Any) -> tuple[Any, ...]:
    if field.item is None or field.many is None or type(value) is not tuple:
        raise UnmendableError
    fitting = (_fitting(field.item, entry) for entry in value)
    kept = [entry for entry in fitting if entry is not None]  # one that is none costs itself, and not the whole
    return tuple(dict.fromkeys(kept) if field.many.unique else kept)[: field.many.most]


_FITS: Final[dict[str, Callable[[FieldType, Any], Any]]] = {
    "text": _text, "hexadecimal": _hexadecimal, "whole": _whole_number, "choice": _one_of, "flag": _exactly(bool),
    "date": _exactly(dt.date), "datetime": _moment, "value": _value, "many": _many,
}  # fmt: skip


def _whole(entity: Any, changed: list[str]) -> Any:
    """What the fields of one entity say of each other."""
    match entity:
        case Step(nobody=True, contacts=contacts) if contacts:
            changed.append("nobody")
            return replace(entity, nobody=False)
        case Fact(from_day=int(first), to_day=int(last)) if first > last:
            changed.append("from_day")
            return replace(entity, from_day=last, to_day=first)
        case Note():
            return _anchored(entity, changed)
        case Link(source=source, target=target) if source == target:
            raise UnmendableError
        case Cell(text=""):
            raise UnmendableError
        case _:
            return entity


def _anchored(note: Note, changed: list[str]) -> Note:
    """Hung on one thing at most: on the step, else on the phase of a journey, else on the persona."""
    at_phase = note.journey is not None and note.phase is not None
    kept = ("step",) if note.step is not None else ("journey", "phase") if at_phase else ("persona",)
    loose = [name for name in ("step", "journey", "phase", "persona") if name not in kept]
    loose = [name for name in loose if getattr(note, name) is not None]
    changed.extend(loose)
    fields: dict[str, Any] = dict.fromkeys(loose)
    return replace(note, **fields) if loose else note
