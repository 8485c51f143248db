"""Cleans every text inside an entity, by the rules of its fields."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from journeys import text
from journeys.model.document import Document
from journeys.model.schema import FieldType, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.model.rules import Problem

T = TypeVar("T")


def cleaned(value: T, changes: Counter[str] | None = None) -> T:
    """The entity or value with clean text everywhere; what was changed is counted per code in `changes`."""
    found = changes if changes is not None else Counter()
    fields = {spec.name: _clean(spec, getattr(value, spec.name), found) for spec in fields_of(type(value))}
    return replace(value, **fields)  # type: ignore[type-var]  # every entity and value is a dataclass


def all_cleaned(document: Document, problems: Iterable[Problem], changes: Counter[str]) -> Document:
    """The document with clean text in what these problems say is unclean; the same one where nothing is."""
    unclean = {(problem.kind, problem.id) for problem in problems if problem.code == "rule.unclean"}
    if not unclean:
        return document
    return Document.of(cleaned(entity, changes) if key in unclean else entity for key, entity in document)


def _clean(spec: FieldType, held: Any, changes: Counter[str]) -> Any:
    if held is None:
        return None
    if spec.shape == "many" and spec.item is not None:
        item = spec.item
        return tuple(_clean(item, entry, changes) for entry in held) if type(held) is tuple else held
    if spec.value is not None:
        return cleaned(held, changes) if isinstance(held, spec.value) else held
    if spec.text is None or not isinstance(held, str):
        return held
    result = text.clean(held, spec.text.most, multiline=spec.text.multiline)
    changes.update(result.changes)
    return result.text
