"""Makes a study of a template's data: gives every name in the file an id, and follows the references."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from journeys.errors import ExchangeError, TemplateError
from journeys.i18n import TEXTS, TONGUES, Language, text_in, translated_texts
from journeys.model import integrity
from journeys.model.document import Document
from journeys.model.plain import from_plain
from journeys.model.schema import CLASSES, FieldType, fields_of
from journeys.templates.reading import SECTIONS, Template, mapping

if TYPE_CHECKING:
    from journeys.model.entities import Entity
    from journeys.model.fields import Kind

NewId = Callable[[], str]

_OF_A_TEAM: Final[dict[str, Kind]] = {"sources": "source", "images": "image"}
"""What a study has when people made it, beside the personas and their notes."""
_ORDERED: Final = frozenset(
    kind for kind, cls in CLASSES.items() if any(spec.name == "order" for spec in fields_of(cls))
)


def build(
    template: Template,
    language: Language,
    *,
    personas: bool = True,
    new_id: NewId | None = None,
    name: str = "",
) -> Document:
    """The study that this template describes. Raises TemplateError naming the place that is wrong."""
    root = f"{name}: " if name else ""
    study = {**mapping(template["study"], f"{root}study"), "language": TONGUES[language].texts}
    entries = [_Entry("study", "study", study, f"{root}study"), *_entries(template, root, personas=personas)]
    making = _Making(language)
    seen: Counter[Kind] = Counter()
    for entry in entries:
        making.enrol(entry, (new_id or _new_id)())
        if entry.kind in _ORDERED:
            entry.fields.setdefault("order", seen[entry.kind])
        seen[entry.kind] += 1
    document = Document.of(making.entity(entry) for entry in entries)
    _check(document, making)
    return document


def _new_id() -> str:
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entity as the file has it: `slug` is its name there, `scope` the journey whose names come first."""

    kind: Kind
    slug: str
    fields: dict[str, Any]
    where: str
    scope: str = ""


def _entries(template: Template, root: str, *, personas: bool) -> Iterator[_Entry]:
    sections = SECTIONS | (_OF_A_TEAM if personas else {})
    for section, kind in sections.items():
        for slug, fields, where in _items(template.get(section, {}), f"{root}{section}"):
            yield _Entry(kind, slug, fields, where)
    if personas:
        yield from _personas(template, root)
        for slug, fields, where in _items(template.get("notes", {}), f"{root}notes"):
            yield _Entry("note", slug, fields, where)
        for slug, fields, where in _items(template.get("views", {}), f"{root}views"):
            yield _Entry("view", slug, fields, where)


def _personas(template: Template, root: str) -> Iterator[_Entry]:
    for slug, fields, where in _items(template.get("personas", {}), f"{root}personas"):
        journeys = fields.pop("journeys", {})
        yield _Entry("persona", slug, fields, where)
        for journey, inner, place in _items(journeys, f"{where}.journeys"):
            yield from _journey(journey, inner | {"persona": slug}, place)


def _journey(slug: str, fields: dict[str, Any], where: str) -> Iterator[_Entry]:
    steps, notes, stances = (fields.pop(part, {}) for part in ("steps", "notes", "stances"))
    yield _Entry("journey", slug, fields, where)
    columns: dict[tuple[Any, Any], int] = {}
    for step, inner, place in _items(steps, f"{where}.steps"):
        yield from _step(slug, step, _placed(inner, columns), place)
    for note, inner, place in _items(notes, f"{where}.notes"):
        yield _Entry("note", f"{slug}/{note}", inner | {"journey": slug}, place, slug)
    for stance, inner, place in _items(stances, f"{where}.stances"):
        yield _Entry("stance", f"{slug}/{stance}", inner | {"journey": slug}, place, slug)


def _step(journey: str, slug: str, fields: dict[str, Any], where: str) -> Iterator[_Entry]:
    after, notes = fields.pop("after", []), fields.pop("notes", {})
    yield _Entry("step", f"{journey}/{slug}", fields | {"journey": journey}, where, journey)
    if not isinstance(after, list):
        raise TemplateError("template.type", where=f"{where}.after", expected="list", found=type(after).__name__)
    for index, source in enumerate(after):
        link = source if isinstance(source, Mapping) else {"step": source}
        ends = {"source": link.get("step", ""), "target": slug}
        rest = {key: value for key, value in link.items() if key != "step"}
        yield _Entry("link", f"{journey}/{slug}/{index}", rest | ends, f"{where}.after[{index}]", journey)
    for note, inner, place in _items(notes, f"{where}.notes"):
        yield _Entry("note", f"{journey}/{slug}/{note}", inner | {"step": slug}, place, journey)


def _placed(fields: dict[str, Any], columns: dict[tuple[Any, Any], int]) -> dict[str, Any]:
    """The step with a column: the one it names, else the next free one of its phase and stage."""
    row = (str(fields.get("phase")), str(fields.get("stage", "front")))
    column = fields.setdefault("column", columns.get(row, 0))
    if type(column) is int:  # a wrong type gets its own message when the step is read
        columns[row] = max(columns.get(row, 0), column + 1)
    return fields


def _items(section: object, where: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """(slug, fields, where) of everything in a section; the fields are a copy."""
    for slug, item in mapping(section, where).items():
        yield slug, dict(mapping(item, f"{where}.{slug}")), f"{where}.{slug}"


@dataclass(slots=True)
class _Making:
    """A study in the making: which id each name in the file has got, and where each entity stands there."""

    language: Language
    ids: dict[tuple[Kind, str], str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    def enrol(self, entry: _Entry, id_: str) -> None:
        """Give the entry its id, so that others can refer to it before it is made."""
        if (entry.kind, entry.slug) in self.ids:
            raise TemplateError("template.double", where=entry.where)
        self.ids[entry.kind, entry.slug] = id_
        self.places[id_] = entry.where

    def entity(self, entry: _Entry) -> Entity:
        """The entity, its words in one language and its references as ids."""
        cls = CLASSES[entry.kind]
        plain = self._resolved(cls, entry.fields, entry.where, entry.scope)
        plain["id"] = self.ids[entry.kind, entry.slug]
        try:
            made: Entity = from_plain(cls, plain, entry.where)
        except ExchangeError as error:
            raise TemplateError(error.code.replace("plain.", "template."), **error.values) from error
        return made

    def _resolved(self, cls: type[Any], fields: Template, where: str, scope: str) -> dict[str, Any]:
        specs = {spec.name: spec for spec in fields_of(cls)}
        return {
            name: self._value(specs[name], value, f"{where}.{name}", scope) if name in specs else value
            for name, value in fields.items()
        }

    def _value(self, spec: FieldType, value: Any, where: str, scope: str) -> Any:
        if value is None:
            return None
        if spec.ref is not None and spec.shape != "many":
            return self._id(spec.ref.kind, value, where, scope)
        if spec.item is not None and isinstance(value, list):
            return [self._value(spec.item, item, f"{where}[{index}]", scope) for index, item in enumerate(value)]
        if spec.value is not None and isinstance(value, Mapping):
            return self._resolved(spec.value, value, where, scope)
        return say_in(value, self.language, where) if spec.shape == "text" else value

    def _id(self, kind: Kind, name: object, where: str, scope: str) -> str:
        for slug in (f"{scope}/{name}", str(name)):
            if (kind, slug) in self.ids:
                return self.ids[kind, slug]
        raise TemplateError("template.reference", where=where, kind=kind, found=str(name)[:40])


def say_in(value: object, language: Language, where: str) -> str:
    """A text in this language; plain text stands for a name that is the same in every language."""
    if isinstance(value, Mapping):
        if not translated_texts(value):
            raise TemplateError("template.languages", where=where, languages=", ".join(TEXTS))
        value = text_in(value, language)
    if not isinstance(value, str):
        raise TemplateError("template.type", where=where, expected="str", found=type(value).__name__)
    return value


def _check(document: Document, making: _Making) -> None:
    for problem in integrity.check_document(document):
        place = making.places.get(problem.id, "")
        where = f"{place}.{problem.field}" if problem.field else place
        raise TemplateError("template.rule", **problem.values, where=where, rule=problem.code)
