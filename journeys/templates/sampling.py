"""Samples: finished studies to look at and to learn from, each a life event plus what a team made of it."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeGuard

from journeys import resources
from journeys.errors import TemplateError, UsageError
from journeys.i18n import Language, path_in, translated_texts
from journeys.templates.making import NewId, build, say_in
from journeys.templates.reading import Template, loaded, mapping, read

if TYPE_CHECKING:
    from pathlib import Path

    from journeys.model.document import Document

FOLDER: Final = "samples"
_ABOUT: Final = ("title", "summary")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as it is offered: its title, one line about it, and a picture of its poster."""

    code: str
    title: str
    summary: str
    poster: Path


class SampleStudy(NamedTuple):
    """The study, and the bytes of its pictures by sha256."""

    document: Document
    images: dict[str, bytes]


def samples(language: Language) -> list[Sample]:
    """Every sample there is, in the order in which they are offered."""
    found = sorted((mapping(_file(code)["about"], f"{code}: about").get("order", 0), code) for code in sample_codes())
    return [_offered(code, language) for _, code in found]


def sample(code: str, language: Language, *, new_id: NewId | None = None) -> SampleStudy:
    """The sample study in one language. Raises UsageError for an unknown one, TemplateError where its file is wrong."""
    if code not in sample_codes():
        raise UsageError("usage.sample", found=code, known=", ".join(sample_codes()) or "–")
    name = f"samples/{code}.json"
    file = _file(code)
    pictures = {slug: _picture(held) for slug, held in file.get("images", {}).items()}
    template = changed(read(file["about"]["life_event"]), file["changes"])
    template = {**template, "images": {slug: fields for slug, (fields, _) in pictures.items()}}
    document = build(template, language, new_id=new_id, name=name)
    return SampleStudy(document, {fields["sha256"]: data for fields, data in pictures.values()})


def sample_codes() -> list[str]:
    """The codes of the samples there are."""
    folder = resources.path(FOLDER)
    return sorted(file.stem for file in folder.glob("*.json")) if folder.is_dir() else []


def poster(code: str, language: Language) -> Path:
    """Where the picture of its poster is."""
    return path_in(language, FOLDER, f"{code}-{{language}}.png")


def changed(template: Template, changes: Template) -> dict[str, Any]:
    """The template with the changes in it: sections into sections, texts whole, and null takes something out."""
    made = dict(template)
    for key, value in changes.items():
        before = made.get(key)
        if value is None:
            made.pop(key, None)
        elif _section(value) and _section(before):
            made[key] = changed(before, value)
        else:
            made[key] = value
    return made


def _section(value: object) -> TypeGuard[Template]:
    """Whether it holds more of the file; a text in two languages is a value."""
    return isinstance(value, Mapping) and not translated_texts(value)


def _file(code: str) -> Template:
    name = f"samples/{code}.json"
    file = loaded(resources.path(FOLDER, f"{code}.json").read_text(encoding="utf-8"), name)
    for section in ("about", "changes"):
        if section not in file:
            raise TemplateError("template.missing", where=f"{name}: {section}")
    return file


def _offered(code: str, language: Language) -> Sample:
    about = _file(code)["about"]
    title, summary = (say_in(about.get(key, ""), language, f"samples/{code}.json: about.{key}") for key in _ABOUT)
    return Sample(code, title, summary, poster(code, language))


def _picture(held: Template) -> tuple[dict[str, Any], bytes]:
    """The fields of a PNG beside the sample, and its bytes; how large it is stands in its header."""
    data = resources.path(FOLDER, held["file"]).read_bytes()
    width, height = struct.unpack_from(">II", data, 16)
    fields = {key: value for key, value in held.items() if key != "file"}
    digest = hashlib.sha256(data).hexdigest()
    return fields | {"media": "png", "width_px": width, "height_px": height, "sha256": digest}, data
