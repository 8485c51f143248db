"""Reads the rules off the entities' field types: one description for checks, files, imports and schemas."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from journeys.model import entities
from journeys.model.fields import Hex, Kind, Many, Ref, Text, Whole

Shape = Literal["text", "whole", "flag", "date", "datetime", "bytes", "choice", "value", "many"]

CLASSES: Final[dict[Kind, type[Any]]] = {
    "study": entities.Study, "moment": entities.Moment, "phase": entities.Phase, "party": entities.Party,
    "channel": entities.Channel, "persona": entities.Persona, "journey": entities.Journey, "step": entities.Step,
    "link": entities.Link, "note": entities.Note, "stance": entities.Stance, "mute": entities.Mute,
    "fact": entities.Fact, "source": entities.Source, "lane": entities.Lane, "cell": entities.Cell,
    "view": entities.View, "image": entities.Image,
}  # fmt: skip
KINDS: Final[tuple[Kind, ...]] = tuple(CLASSES)
KIND_OF: Final[dict[type[Any], Kind]] = {cls: kind for kind, cls in CLASSES.items()}

_BASES: Final[dict[Any, Shape]] = {
    str: "text", int: "whole", bool: "flag", dt.date: "date", dt.datetime: "datetime", bytes: "bytes",
}  # fmt: skip


T = TypeVar("T")


def per_class(make: Callable[[type[Any]], T]) -> Callable[[type[Any]], T]:
    """Make the answer for a class once and remember it."""
    return cache(make)  # type: ignore[return-value,arg-type,unused-ignore]  # mypy takes a class for unhashable


@dataclass(frozen=True, slots=True)
class FieldType:
    """One field: its shape, whether None is allowed, its default unless required and its rules."""

    name: str
    shape: Shape
    optional: bool = False
    required: bool = False
    default: Any = None
    text: Text | None = None
    whole: Whole | None = None
    hexadecimal: Hex | None = None
    ref: Ref | None = None
    choices: tuple[str, ...] = ()
    value: type[Any] | None = None
    item: FieldType | None = None
    many: Many | None = None


@per_class
def fields_of(cls: type[Any]) -> tuple[FieldType, ...]:
    """The fields of an entity or value, in the order of its constructor."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_field(f.name, hints[f.name], **_default(f)) for f in fields(cls))


def _default(field: Any) -> dict[str, Any]:
    if field.default_factory is not MISSING:
        return {"default": field.default_factory()}
    return {"required": True} if field.default is MISSING else {"default": field.default}


def _field(name: str, hint: Any, **rules: Any) -> FieldType:
    marks: list[Any] = []
    while True:
        if get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            marks += more
        elif get_origin(hint) in (Union, types.UnionType):
            hint = next(arg for arg in get_args(hint) if arg is not type(None))
            rules["optional"] = True
        else:
            break
    for attribute, mark_type in (
        ("text", Text),
        ("whole", Whole),
        ("hexadecimal", Hex),
        ("ref", Ref),
        ("many", Many),
    ):
        rules[attribute] = next((mark for mark in marks if isinstance(mark, mark_type)), None)
    if get_origin(hint) is Literal:
        return FieldType(name, "choice", choices=get_args(hint), **rules)
    if get_origin(hint) is tuple:
        return FieldType(name, "many", item=_field(name, get_args(hint)[0]), **rules)
    if isinstance(hint, type) and is_dataclass(hint):
        return FieldType(name, "value", value=hint, **rules)
    return FieldType(name, _BASES[hint], **rules)
