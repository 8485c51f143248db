"""Branches of a life event: what may be told beside it when it is called for, and is never there by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from journeys.edits import branches as verbs
from journeys.errors import TemplateError, UsageError
from journeys.i18n import Language
from journeys.templates.making import NewId, build, say_in
from journeys.templates.reading import SECTIONS, Template, codes, mapping, read

if TYPE_CHECKING:
    from journeys.edits.edit import Edit
    from journeys.model.document import Document

_WORDS: Final = ("name", "when", "facilitator")
_PARTS: Final = ("phases", "parties", "channels", "facts", "sources", "personas", "notes")


@dataclass(frozen=True, slots=True)
class Branch:
    """What a branch is called, when to use it, and words for who leads the session; its name in the file."""

    slug: str
    name: str
    when: str
    facilitator: str
    facts: int
    personas: tuple[str, ...]
    notes: int


def branches(code: str, language: Language) -> list[Branch]:
    """The branches of this life event, in the order of its file; none where there is no such life event."""
    if code not in codes():
        return []
    template = read(code)
    return [_told(slug, language, code, section) for slug, section in _sections(template, code).items()]


def branch(document: Document, code: str, slug: str, *, new_id: NewId | None = None) -> Edit:
    """Bring the branch into the study, in the study's language: one edit, falsy when all of it is there already.

    Phases, parties, channels, moments and sources that are here by name are used; what is missing is made.
    Raises UsageError for an unknown branch, TemplateError where the file is wrong.
    """
    template = read(code)
    known = _sections(template, code)
    if slug not in known:
        raise UsageError("usage.branch", found=slug, life_event=code, known=", ".join(known) or "–")
    language = document.study.language
    other = build(_as_study(template, known[slug]), language, new_id=new_id, name=f"{code}.json/{slug}")
    return verbs.add(document, other, _told(slug, language, code, known[slug]).name)


def _sections(template: Template, code: str) -> Template:
    return mapping(template.get("branches", {}), f"{code}.json: branches")


def _told(slug: str, language: Language, code: str, section: Template) -> Branch:
    where = f"{code}.json: branches.{slug}"
    unknown = set(section) - {*_WORDS, *_PARTS}
    if unknown:
        raise TemplateError("template.unknown", where=f"{where}.{min(unknown)}")
    name, when, facilitator = (say_in(section.get(word, ""), language, f"{where}.{word}") for word in _WORDS)
    personas = mapping(section.get("personas", {}), f"{where}.personas")
    people = tuple(say_in(p["name"], language, f"{where}.personas.{key}.name") for key, p in personas.items())
    return Branch(slug, name, when, facilitator, len(section.get("facts", {})), people, len(section.get("notes", {})))


def _as_study(template: Template, section: Template) -> Template:
    """A template with the structure of the life event and the content of the branch alone."""
    made: dict[str, Any] = {"study": template["study"], "facts": {}}
    for part in (*SECTIONS, "sources"):
        if part != "facts":
            made[part] = {**template.get(part, {}), **section.get(part, {})}
    return made | {part: section.get(part, {}) for part in ("facts", "personas", "notes")}
