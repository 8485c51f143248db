"""The published JSON Schema of a study, made with pydantic from the model's own field types."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from journeys.exchange.json_format import FORMAT, SCHEMA, SECTIONS, VERSION
from journeys.model.entities import Snapshot
from journeys.model.plain import plain_value
from journeys.model.schema import CLASSES, FieldType, fields_of

if TYPE_CHECKING:
    from pydantic import BaseModel


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) of the JSON form of a study."""
    found = study_model().model_json_schema(by_alias=True)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **found,
        "title": "Levensreis study",
        "description": f"A Levensreis study, format version {VERSION}. Days count from day 0.",
    }


@cache
def study_model() -> type[BaseModel]:
    """The pydantic model of the whole file."""
    from pydantic import Field, create_model

    fields: dict[str, Any] = {
        "schema_": (str, Field(default=SCHEMA, alias="$schema")),
        "format": (Literal[FORMAT], ...),
        "version": (Annotated[str, Field(pattern=rf"^{VERSION.split('.', maxsplit=1)[0]}\.\d+\.\d+$")], ...),
        "study": (_model(CLASSES["study"]), ...),
    }
    for section, kind in SECTIONS.items():
        fields[section] = (_list_of(_model(CLASSES[kind])), Field(default_factory=list))
    fields["image_data"] = (dict[str, str], Field(default_factory=dict, description="sha256 → base64"))
    fields["snapshots"] = (_list_of(_model(Snapshot)), Field(default_factory=list))
    return create_model("LevensreisStudy", __config__=_config(), **fields)


def _list_of(item: Any) -> Any:
    return list[item]


def _model(cls: Any) -> Any:
    return _made(cls)


@cache
def _made(cls: Any) -> type[BaseModel]:
    from pydantic import create_model

    fields: dict[str, Any] = {spec.name: (_type(spec), _default(spec)) for spec in fields_of(cls)}
    return create_model(cls.__name__, __config__=_config(), __doc__=cls.__doc__, **fields)


def _tuple_of(item: Any) -> Any:
    return tuple[item, ...]


def _config() -> Any:
    from pydantic import ConfigDict

    return ConfigDict(extra="forbid", strict=True, populate_by_name=True)


def _default(spec: FieldType) -> Any:
    from pydantic import Field

    if spec.required:
        return ...
    if spec.shape == "value" and not spec.optional and spec.value is not None:
        return Field(default_factory=_model(spec.value))
    return spec.default if spec.shape == "many" else plain_value(spec.default)


def _type(spec: FieldType) -> Any:
    found = _required_type(spec)
    return found | None if spec.optional else found


def _required_type(spec: FieldType) -> Any:
    from pydantic import Field

    match spec.shape:
        case "value" if spec.value is not None:
            return _model(spec.value)
        case "many" if spec.item is not None and spec.many is not None:
            return Annotated[_tuple_of(_type(spec.item)), Field(max_length=spec.many.most)]
        case "choice":
            return Literal[spec.choices]
        case "flag":
            return bool
        case "date":
            return dt.date
        case "datetime":
            return dt.datetime
        case "whole":
            rule = spec.whole
            return Annotated[int, Field(ge=rule.least, le=rule.most)] if rule else int
        case _:
            return _text_type(spec)


def _text_type(spec: FieldType) -> Any:
    from pydantic import Field

    if spec.hexadecimal is not None:
        about = f"id of a {spec.ref.kind}" if spec.ref else None
        return Annotated[str, Field(pattern=rf"^[0-9a-f]{{{spec.hexadecimal.length}}}$", description=about)]
    if spec.text is not None:
        return Annotated[str, Field(max_length=spec.text.most, min_length=1 if spec.text.filled else 0)]
    return str
