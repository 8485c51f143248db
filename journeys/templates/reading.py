"""The files of the life events as they stand: which there are, and what is in one."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from journeys import resources
from journeys.errors import TemplateError, UsageError

if TYPE_CHECKING:
    from journeys.model.fields import Kind

Template = Mapping[str, Any]

SECTIONS: Final[dict[str, Kind]] = {
    "moments": "moment", "phases": "phase", "parties": "party", "channels": "channel", "lanes": "lane",
    "facts": "fact",
}  # fmt: skip
_FOLDER: Final = "life_events"
_OPTIONAL: Final = ("about", "sources", "personas", "branches")


def codes() -> list[str]:
    """The codes of the life events there are."""
    folder = resources.path(_FOLDER)
    return sorted(file.stem for file in folder.glob("*.json")) if folder.is_dir() else []


def read(code: str) -> Template:
    """The life event's file as it stands. Raises UsageError, TemplateError."""
    if code not in codes():
        raise UsageError("usage.life_event", found=code, known=", ".join(codes()))
    return parse(resources.path(_FOLDER, f"{code}.json").read_text(encoding="utf-8"), f"{code}.json")


def head(code: str, section: str) -> Template:
    """One section of the life event's file, without reading the rest; empty where it has none.

    The page on which every life event is offered must not wait for all that is in them.
    """
    text = resources.path(_FOLDER, f"{code}.json").read_text(encoding="utf-8")
    start = re.search(rf'^  "{section}":\s*', text, re.MULTILINE)
    if start is None:
        return {}
    try:
        found, _ = json.JSONDecoder().raw_decode(text, start.end())
    except json.JSONDecodeError as error:
        where = f"{code}.json: {error.lineno}"
        raise TemplateError("template.json", where=where, line=error.lineno) from error
    return mapping(found, f"{code}.json: {section}")


def parse(text: str, name: str) -> Template:
    """The template in this text. Raises TemplateError: broken JSON, a key given twice, a section missing."""
    template = loaded(text, name)
    for section in ("study", *SECTIONS):
        if section not in template:
            raise TemplateError("template.missing", where=f"{name}: {section}")
    unknown = set(template) - {"study", *SECTIONS, *_OPTIONAL}
    if unknown:
        raise TemplateError("template.unknown", where=f"{name}: {min(unknown)}")
    return template


def loaded(text: str, name: str) -> Template:
    """The JSON object in this text. Raises TemplateError: broken JSON, a key given twice."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            keys = [key for key, _ in pairs]
            raise TemplateError("template.double", where=f"{name}: {next(key for key in keys if keys.count(key) > 1)}")
        return found

    try:
        data = json.loads(text, object_pairs_hook=unique)
    except (ValueError, RecursionError) as error:  # a number of thousands of digits is a mere ValueError
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise TemplateError("template.json", where=f"{name}: {line}", line=line) from error
    return mapping(data, name)


def mapping(data: object, where: str) -> Template:
    if not isinstance(data, Mapping):
        raise TemplateError("template.object", where=where, found=type(data).__name__)
    return data
