"""Columns made from the model's own description of a field: its shape says how it is read, written and chosen for."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from app.panels import labels
from app.table import typed
from app.table.cells import Column, Sight, join_names, split_names
from journeys import text as texts
from journeys.edits import rows
from journeys.errors import EditError
from journeys.phrases import terms
from journeys.phrases.terms import EMOTIONS, signed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from journeys.edits.edit import Edit
    from journeys.model.fields import Kind
    from journeys.model.schema import FieldType

LABELS: Final[dict[tuple[str, str], Mapping[Any, str]]] = {
    ("party", "kind"): labels.PARTY_KINDS, ("persona", "group"): labels.GROUPS, ("persona", "privacy"): labels.PRIVACY,
    ("journey", "variant"): labels.VARIANTS, ("step", "stage"): labels.STAGES, ("link", "kind"): labels.LINK_KINDS,
    ("note", "kind"): labels.NOTE_KINDS, ("note", "status"): terms.NOTE_STATUSES,
    ("source", "kind"): labels.SOURCE_KINDS, ("channel", "icon"): labels.ICONS,
}  # fmt: skip
"""What the choices of a field are called."""


def column(kind: Kind, path: str, heading: str, *, labelled: Mapping[Any, str] | None = None, **look: Any) -> Column:
    """The column of a field such as "name" or "evidence.note"; `look` is what else a Column may have."""
    spec = _spec(kind, path)
    made = _shaped(kind, path, heading, spec, labelled or LABELS.get((kind, path)))
    return replace(made, **look)


def get(entity: Any, path: str) -> Any:
    """The value of a field, or of a field of a value."""
    for name in path.split("."):
        entity = getattr(entity, name)
    return entity


def _spec(kind: Kind, path: str) -> FieldType:
    from journeys.model.schema import CLASSES, fields_of

    first, *deeper = path.split(".")
    spec = next(field for field in fields_of(CLASSES[kind]) if field.name == first)
    for name in deeper:
        spec = next(field for field in fields_of(spec.value or object) if field.name == name)
    return spec


def _shaped(kind: Kind, path: str, heading: str, spec: FieldType, labelled: Mapping[Any, str] | None) -> Column:
    value = partial(_value, path)
    put = partial(_put, kind, path)
    if labelled is not None:
        default = None if spec.optional or spec.required else spec.default
        return Column(
            path, heading, lambda sight, held: _label(labelled, value(held), sight),
            lambda sight, ids, text: put(_given(_chosen(text, labelled, sight, spec), default), sight, ids),
            "choice", lambda sight: [sight.say(label) for label in labelled.values()], _ranked(labelled, value),
        )  # fmt: skip
    if spec.ref is not None:
        return _reference(path, heading, spec.ref.kind, value, put, required=not spec.optional)
    if spec.shape == "many" and spec.item is not None and spec.item.ref is not None:
        return _references(path, heading, spec.item.ref.kind, value, put)
    return _simple(path, heading, spec, value, put)


def _simple(path: str, heading: str, spec: FieldType, value: Callable[[Any], Any], put: Callable[..., Edit]) -> Column:
    match spec.shape:
        case "flag":
            return Column(
                path, heading, lambda sight, held: sight.say("yes") if value(held) else "",
                lambda sight, ids, text: put(typed.flag(text), sight, ids), "check", None, value, width=11,
            )  # fmt: skip
        case "date":
            return Column(
                path, heading, lambda sight, held: _date(value(held), sight),
                lambda sight, ids, text: put(typed.date(text), sight, ids), value=value, width=9,
            )  # fmt: skip
        case "whole" if spec.whole is not None:
            least, most = spec.whole.least, spec.whole.most
            if (least, most) == (-2, 2):
                return replace(feeling(path, heading, value, put), editor="choice")
            empty = None if spec.optional else 0
            return Column(
                path, heading, lambda _, held: _number(value(held)),
                lambda sight, ids, text: put(_given(typed.number(text, least, most), empty), sight, ids),
                value=value, width=7,
            )  # fmt: skip
    if spec.value is not None and spec.value.__name__ == "Duration":
        return Column(
            path, heading, lambda sight, held: typed.duration_text(value(held), sight.say),
            lambda sight, ids, text: put(typed.duration(text), sight, ids),
            value=lambda held: _hours(value(held)), width=10,
        )  # fmt: skip
    return _text(path, heading, spec, value, put)


def _text(path: str, heading: str, spec: FieldType, value: Callable[[Any], Any], put: Callable[..., Edit]) -> Column:
    rules = spec.text
    most, multiline = (rules.most, rules.multiline) if rules else (texts.TITLE_MAX, False)
    filled = bool(rules and rules.filled)
    return Column(
        path, heading, lambda _, held: str(value(held) or ""),
        lambda sight, ids, text: put(typed.line(text, most, multiline=multiline, required=filled), sight, ids),
        "text" if multiline else "line", width=24 if multiline else 16, tall=3 if multiline else 1, required=filled,
    )  # fmt: skip


def feeling(path: str, heading: str, value: Callable[[Any], Any], put: Callable[..., Edit]) -> Column:
    """A judgement from −2 to +2, shown as a face."""
    return Column(
        path, heading, lambda _, held: "" if value(held) is None else signed(value(held)),
        lambda sight, ids, text: put(typed.rating(text, EMOTIONS), sight, ids),
        "feeling", faces, value, width=10,
    )  # fmt: skip


def faces(sight: Sight) -> list[str]:
    """What can be chosen for a feeling, the best first."""
    return [f"{signed(value)} {sight.say(EMOTIONS[value])}" for value in sorted(EMOTIONS, reverse=True)]


def _reference(
    path: str, heading: str, kind: Kind, value: Callable[[Any], Any], put: Callable[..., Edit], *, required: bool
) -> Column:
    def write(sight: Sight, ids: Sequence[str], text: str) -> Edit:
        found = typed.name(text, _known(sight, kind, value, ids))
        if found is None and required:
            typed.line("", required=True)
        return put(found, sight, ids)

    return Column(
        path, heading, lambda sight, held: name_of(sight, kind, value(held)), write, "choice",
        lambda sight: [label for label, _ in named(sight, kind)], required=required,
    )  # fmt: skip


def _references(path: str, heading: str, kind: Kind, value: Callable[[Any], Any], put: Callable[..., Edit]) -> Column:
    def write(sight: Sight, ids: Sequence[str], text: str) -> Edit:
        known = _known(sight, kind, value, ids)
        found = (typed.name(name, known) for name in split_names(text))
        return put(tuple(dict.fromkeys(filter(None, found))), sight, ids)

    return Column(
        path, heading, lambda sight, held: join_names([name_of(sight, kind, id_) for id_ in value(held)]), write,
        "names", lambda sight: [label for label, _ in named(sight, kind)], width=18,
    )  # fmt: skip


def named(sight: Sight, kind: Kind) -> list[tuple[str, str]]:
    """(name, id) of everything of a kind, by name."""
    from journeys.edits.entities import name_of as name

    return sorted(((name(entity), id_) for id_, entity in sight.document.tables[kind].items()), key=_by_name)


def _known(sight: Sight, kind: Kind, value: Callable[[Any], Any], ids: Sequence[str]) -> list[tuple[str, str]]:
    """As `named`, what is referred to now first: of two things with one name, that one stays."""
    held = _held(sight, value, ids)
    return sorted(named(sight, kind), key=lambda pair: pair[1] not in held)


def _held(sight: Sight, value: Callable[[Any], Any], ids: Sequence[str]) -> tuple[Any, ...]:
    for table in sight.document.tables.values():
        if ids and ids[0] in table:
            found = value(table[ids[0]])
            return found if isinstance(found, tuple) else (found,)
    return ()


def _by_name(pair: tuple[str, str]) -> tuple[str, str]:
    return texts.folded(pair[0]), pair[1]


def name_of(sight: Sight, kind: Kind, id_: str | None) -> str:
    """What people call it; empty when it is not there."""
    from journeys.edits.entities import name_of as name

    return name(sight.document.get((kind, id_ or "")))


def _value(path: str, entity: Any) -> Any:
    return get(entity, path)


def _put(kind: Kind, path: str, value: object, sight: Sight, ids: Sequence[str]) -> Edit:
    return rows.set_part(sight.document, kind, ids, path, value)


def _chosen(text: str, labelled: Mapping[Any, str], sight: Sight, spec: FieldType) -> Any:
    """A code; where the model takes any text, other codes stay as they are."""
    try:
        return typed.choice(text, labelled, sight.say)
    except EditError:
        if spec.text is None:
            raise
        return typed.line(text, spec.text.most)


def _given(value: Any, default: Any) -> Any:
    return default if value is None else value


def _label(labelled: Mapping[Any, str], code: Any, sight: Sight) -> str:
    return sight.say(labelled[code]) if code in labelled else str(code or "")


def _ranked(labelled: Mapping[Any, str], value: Callable[[Any], Any]) -> Callable[[Any], Any]:
    ranks = {code: rank for rank, code in enumerate(labelled)}
    return lambda held: ranks.get(value(held))


def _number(value: int | None) -> str:
    return "" if value is None else str(value).replace("-", "−")


def _date(value: Any, sight: Sight) -> str:
    from app.panels.written import date_text

    return date_text(value, sight.say)


def _hours(held: Any) -> int | None:
    """For sorting only."""
    hours = {"hour": 1, "day": 24, "workday": 24, "week": 168, "month": 730}
    return None if held is None else held.least * hours[held.unit]
