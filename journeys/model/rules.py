"""What makes an entity well-formed: types, lengths, ranges and choices, read off the field types."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from journeys import text
from journeys.model.entities import Cell, Entity, Fact, Link, Note, Step
from journeys.model.fields import Kind, Text
from journeys.model.schema import KIND_OF, FieldType, fields_of, per_class
from journeys.model.values import Duration

Values = dict[str, object]
Finding = tuple[str, str, Values]
"""(code, field path, values)."""

_TYPES: Final[dict[str, type[object]]] = {
    "text": str, "whole": int, "flag": bool, "date": dt.date, "datetime": dt.datetime, "bytes": bytes,
    "choice": str, "many": tuple,
}  # fmt: skip
_HEX: Final = re.compile(r"[0-9a-f]+\Z")


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule: what, in which field of which entity, and the numbers for the sentence."""

    code: str
    kind: Kind
    id: str
    field: str
    values: Values = dataclasses.field(default_factory=dict)


def check_entity(entity: Entity) -> list[Problem]:
    """Every rule that the entity breaks by itself; references and uniqueness are for `integrity`."""
    kind = KIND_OF[type(entity)]
    found = [*_check_fields(entity, ""), *_check_whole_entity(entity)]
    return [Problem(code, kind, str(entity.id), name, values) for code, name, values in found]


def sound(entities: Sequence[Entity]) -> bool:
    """Whether `check_entity` finds nothing in any of these, all of one class.

    Goes field by field and looks at every distinct value once: for a whole document many times as fast.
    """
    if not entities or any(type(entity) is not type(entities[0]) for entity in entities):
        return not entities
    fields = fields_of(type(entities[0]))
    return all(_sound_column(spec, list(map(attrgetter(spec.name), entities))) for spec in fields) and not any(
        True for entity in entities for _ in _check_whole_entity(entity)
    )


def _sound_column(spec: FieldType, column: Sequence[Any]) -> bool:
    if spec.shape in ("value", "many"):
        # by identity, not by value: Judgement(speed=True) equals Judgement(speed=1), and is wrong
        check, distinct = _check(spec), {id(value): value for value in column}
        return not any(True for value in distinct.values() for _ in check(value, ""))
    if not set(map(type, column)) <= {_TYPES[spec.shape], *([type(None)] if spec.optional else ())}:
        return False
    judge = _judge(spec)
    return all(judge(value) is None for value in set(column) if value is not None)


def _check_fields(value: object, prefix: str) -> Iterator[Finding]:
    for name, check in _checks(type(value)):
        yield from check(getattr(value, name), prefix + name)


def _check_whole_entity(entity: Entity) -> Iterator[Finding]:
    match entity:
        case Step(nobody=True, contacts=contacts) if contacts:
            yield "rule.nobody", "nobody", {}
        case Link(source=source, target=target) if source == target:
            yield "rule.self_link", "target", {}
        case Note() if not _anchored(entity):
            yield "rule.anchor", "step", {}
        case Fact(from_day=int(first), to_day=int(last)) if first > last:
            yield "rule.order", "to_day", {"least": first, "most": last}
        case Cell(text=""):
            yield "rule.empty", "text", {}
        case _:
            return


def _anchored(note: Note) -> bool:
    anchors = (
        note.step is not None,
        note.journey is not None and note.phase is not None,
        note.persona is not None,
    )
    halves = (note.journey is None) != (note.phase is None)
    return sum(anchors) <= 1 and not halves


Check = Callable[[Any, str], Iterator[Finding]]


@per_class
def _checks(cls: type[Any]) -> tuple[tuple[str, Check], ...]:
    return tuple((spec.name, _check(spec)) for spec in fields_of(cls))


def _check(spec: FieldType) -> Check:
    """The check for one field, chosen once per field and not per value."""
    if spec.shape == "value":
        required = _value_check(spec)
    elif spec.shape == "many":
        required = _many_check(spec)
    else:
        required = _scalar_check(spec)

    def check(value: Any, where: str) -> Iterator[Finding]:
        if value is None and spec.optional:
            return iter(())
        return required(value, where)

    return check


def _value_check(spec: FieldType) -> Check:
    def check(value: Any, where: str) -> Iterator[Finding]:
        if type(value) is not spec.value:
            yield "rule.type", where, {"found": type(value).__name__}
            return
        found = list(_check_fields(value, f"{where}."))
        yield from found
        if not found and isinstance(value, Duration) and value.least > value.most:
            yield "rule.order", where, {"least": value.least, "most": value.most}

    return check


def _many_check(spec: FieldType) -> Check:
    assert spec.item is not None
    assert spec.many is not None
    check_item, most, unique = _check(spec.item), spec.many.most, spec.many.unique

    def check(value: Any, where: str) -> Iterator[Finding]:
        if type(value) is not tuple:
            yield "rule.type", where, {"found": type(value).__name__}
            return
        if len(value) > most:
            yield "rule.many", where, {"most": most, "found": len(value)}
        found = [finding for index, item in enumerate(value) for finding in check_item(item, f"{where}[{index}]")]
        yield from found
        if unique and not found and len(set(value)) != len(value):  # what is wrong may not even be hashable
            yield "rule.double", where, {}

    return check


def _scalar_check(spec: FieldType) -> Check:
    expected = _TYPES[spec.shape]
    judge = _judge(spec)

    def check(value: Any, where: str) -> Iterator[Finding]:
        if type(value) is not expected:
            yield "rule.type", where, {"found": type(value).__name__}
            return
        found = judge(value)
        if found is not None:
            code, values = found
            yield code, where, values

    return check


Judge = Callable[[Any], tuple[str, Values] | None]


def _judge(spec: FieldType) -> Judge:
    if spec.choices:
        allowed = frozenset(spec.choices)
        return lambda value: None if value in allowed else ("rule.choice", {"found": value})
    if spec.hexadecimal is not None:
        return _hex_judge(spec.hexadecimal.length)
    if spec.text is not None:
        return _text_judge(spec)
    if spec.whole is not None:
        least, most = spec.whole.least, spec.whole.most
        return lambda value: (
            None if least <= value <= most else ("rule.range", {"least": least, "most": most, "found": value})
        )
    return lambda _value: None


def _hex_judge(length: int) -> Judge:
    return lambda value: None if len(value) == length and _HEX.match(value) else ("rule.id", {"found": value[:40]})


def _text_judge(spec: FieldType) -> Judge:
    assert spec.text is not None
    rule = spec.text

    def judge(value: str) -> tuple[str, Values] | None:
        if len(value) > rule.most:
            return "rule.length", {"most": rule.most, "found": len(value)}
        if rule.filled and not value:
            return "rule.empty", {}
        if value and not _plain(value, multiline=rule.multiline) and _cleaned(value, rule) != value:
            return "rule.unclean", {}
        return None

    return judge


def _cleaned(value: str, rule: Text) -> str:
    return text.clean(value, rule.most, multiline=rule.multiline).text


def _plain(value: str, *, multiline: bool) -> bool:
    """Seen at a glance to be clean already: only printable characters below the combining marks."""
    edges_fit = value[0] not in " \n" and value[-1] not in " \n"
    shown = value.replace("\n", "") if multiline else value
    return edges_fit and shown.isprintable() and (multiline or "  " not in value) and max(value) < "\u0300"
