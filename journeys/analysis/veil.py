"""A study without the names of people: personas by letter, everybody else by number, portraits gone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeys import text as texts
from journeys.i18n import N_
from journeys.model.document import Document
from journeys.model.entities import Note, Persona, Source, Stance
from journeys.model.order import by_order
from journeys.model.schema import FieldType, fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from journeys.edits.edit import Edit
    from journeys.i18n import Words
    from journeys.model.entities import Entity

T = TypeVar("T")
PERSONA: Final = N_("Persona {letter}")
PERSON: Final = N_("Person {n}")
INTERVIEW: Final = N_("Interview {n}")
CODE_MOST: Final = 40
"""Fields that hold no more than this are codes, not words."""
SHORT: Final = 3
"""A name as short as this is an ordinary word too ("ben", "wil"): it counts only with a capital."""
_APART: Final = re.compile(r"\s*(?:[&+/,;]|\b(?:en|and|et|und)\b)\s*", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"\s*(?:[&+/,;]|\b(?:en|and|et|und)\b)?\s*", re.IGNORECASE)
_PARTICLES: Final = frozenset({
    "van", "de", "der", "den", "ter", "ten", "te", "'t", "el", "al", "von", "du", "le", "la", "di", "da", "dos",
})  # fmt: skip
_CALLED: Final = frozenset({
    "persona", "personage", "gezin", "familie", "family", "mevrouw", "mevr", "mw", "meneer", "dhr", "heer", "mr",
    "mrs", "ms", "miss", "oma", "opa", "oom", "tante", "het", "een", "the", "jonge", "oude", "young", "old",
    "grandma", "grandpa", "aunt", "uncle", "student",
})  # fmt: skip
"""Words before a name that are no name themselves."""


@dataclass(frozen=True, slots=True)
class Veil:
    """What stands in place of which names."""

    personas: Mapping[str, str]
    """Id of a persona → what it is called instead."""
    people: Mapping[str, str]
    """Name of an owner, or of who took a stance → what stands instead."""
    interviews: Mapping[str, str]
    """Id of a source that is a talk with somebody → its title."""
    parts: tuple[tuple[str, str], ...] = ()
    """Names as they may stand in a text, folded, the longest first; and what replaces each."""
    portraits: frozenset[str] = frozenset()
    """Pictures of people that stand nowhere else."""

    @property
    def aliases(self) -> frozenset[str]:
        """Everything that stands for a name."""
        return frozenset((*self.personas.values(), *self.people.values(), *self.interviews.values()))

    def text(self, held: str) -> str:
        """The text with every name in it replaced; the text itself when there is none."""
        return _replaced(held, self.parts) if held and self.parts else held

    def seen(self, entity: Entity) -> Entity | None:
        """The entity without names; None for a portrait."""
        return None if entity.id in self.portraits else self.entity(entity)

    def entity(self, entity: T) -> T:
        """The entity or value without names."""
        changed = {
            spec.name: made for spec in fields_of(type(entity))
            if (made := self._field(entity, spec)) is not getattr(entity, spec.name)
        }  # fmt: skip
        return replace(entity, **changed) if changed else entity  # type: ignore[type-var]  # entities are dataclasses

    def _field(self, entity: Any, spec: FieldType) -> Any:
        held = getattr(entity, spec.name)
        if isinstance(entity, Persona) and spec.name in ("name", "portrait"):
            return self.personas.get(entity.id, held) if spec.name == "name" else None
        if isinstance(entity, Note) and spec.name == "owner":
            return self.people.get(held, held)
        if isinstance(entity, Stance) and spec.name == "by":
            return self.people.get(held, held)
        if isinstance(entity, Source) and spec.name == "title" and entity.id in self.interviews:
            return self.interviews[entity.id]
        return self._value(spec, held)

    def _value(self, spec: FieldType, held: Any) -> Any:
        if held is None:
            return None
        if spec.value is not None:
            return self.entity(held)
        if spec.shape == "many" and spec.item is not None and (spec.item.text is not None):
            made = tuple(self._value(spec.item, one) for one in held)
            return made if made != held else held
        if spec.text is None or spec.text.most <= CODE_MOST or not isinstance(held, str):
            return held
        return self.text(held)


def veiled(document: Document, say: Words) -> Document:
    """A copy of the study in which nobody can be recognised by name or portrait."""
    return through(veil_of(document, say), document)


def through(veil: Veil, document: Document) -> Document:
    """All that is seen of a study."""
    return Document({
        kind: {id_: seen for id_, one in table.items() if (seen := veil.seen(one)) is not None}
        for kind, table in document.tables.items()
    })  # fmt: skip


def veil_of(document: Document, say: Words, once: Iterable[str] = ()) -> Veil:
    """What to call everybody: personas in their order, other people in that of the alphabet.

    `once`: what personas were called that are gone or renamed, which may still stand in texts; they come last.
    """
    personas = sorted(document.personas.values(), key=by_order)
    called = {one.id: say(PERSONA, letter=_letter(number)) for number, one in enumerate(personas)}
    others = _people(document, {texts.folded(one.name) for one in personas})
    people = {name: say(PERSON, n=number) for number, name in enumerate(others, 1)}
    people |= _named_as_personas(document, personas, called)
    talks = [source for source in document.sources.values() if source.kind == "interview" and source.title]
    talks.sort(key=lambda source: (source.on or dt.date.max, source.id))
    interviews = {source.id: say(INTERVIEW, n=number) for number, source in enumerate(talks, 1)}
    found: dict[str, str] = {}
    known = {texts.folded(name) for name in (*people, *(one.name for one in personas))}
    gone = [name for name in dict.fromkeys(once) if texts.folded(name) not in known]
    former = [(name, say(PERSONA, letter=_letter(number))) for number, name in enumerate(gone, len(personas))]
    for name, alias in [*((one.name, called[one.id]) for one in personas), *people.items(), *former]:
        for part in parts_of(name):
            found.setdefault(part, alias)
    kept = {texts.folded(party.name) for party in document.parties.values()}
    parts = sorted(((part, alias) for part, alias in found.items() if part not in kept), key=lambda one: -len(one[0]))
    return Veil(called, people, interviews, tuple(parts), _portraits(document, personas))


def once_called(edits: Iterable[Edit]) -> list[str]:
    """Every name that a persona had before or after one of these edits."""
    held = (one for edit in edits for change in edit.changes.values() for one in change if isinstance(one, Persona))
    return list(dict.fromkeys(one.name for one in held))


def _portraits(document: Document, personas: Sequence[Persona]) -> frozenset[str]:
    elsewhere = {step.image for step in document.steps.values()}
    return frozenset(one.portrait for one in personas if one.portrait is not None and one.portrait not in elsewhere)


def _letter(number: int) -> str:
    """A … Z, AA, AB …"""
    return ("" if number < 26 else _letter(number // 26 - 1)) + chr(ord("A") + number % 26)


def _names(document: Document) -> set[str]:
    return {note.owner for note in document.notes.values()} | {one.by for one in document.stances.values()}


def _people(document: Document, known: set[str]) -> list[str]:
    """Owners and who took a stance; parties are no people, and personas have a letter."""
    apart = known | {texts.folded(party.name) for party in document.parties.values()} | {""}
    return sorted((name for name in _names(document) if texts.folded(name) not in apart), key=str.casefold)


def _named_as_personas(document: Document, personas: Sequence[Persona], called: Mapping[str, str]) -> dict[str, str]:
    same = {texts.folded(one.name): called[one.id] for one in personas}
    return {name: same[texts.folded(name)] for name in _names(document) if name and texts.folded(name) in same}


def parts_of(name: str) -> tuple[str, ...]:
    """How somebody may be written, folded: the whole name, each of the people in it, first names and surnames.

    What describes somebody ("Jonge ouders", "single mother") has no first name: only the whole stands for them.
    """
    found = [name] if len(name.split()) > 1 else []
    for one in _APART.split(name):
        words = one.split()
        found.append(one)
        if len(words) > 1 and all(word[:1].isupper() or word in _PARTICLES for word in words[1:]):
            found += [word for word in words if texts.folded(word).strip(".") not in _CALLED | _PARTICLES]
    folded = (texts.folded(part).strip(" .()") for part in found)
    return tuple(dict.fromkeys(part for part in folded if len(part) > 1 and any(map(str.isalpha, part))))


def _replaced(held: str, parts: tuple[tuple[str, str], ...]) -> str:
    for start, end, alias in reversed(places(held, parts)):
        ending = "'" if held[end : end + 1] == "s" else ""  # Sannes is Persona A's
        held = f"{held[:start]}{alias}{ending}{held[end:]}"
    return held


def places(held: str, parts: tuple[tuple[str, str], ...]) -> list[tuple[int, int, str]]:
    """Where a text names somebody, from the left: start, end and what stands for the name."""
    folded, origins = _folded(held)
    found: list[tuple[int, int, str]] = []
    pattern, aliases = _pattern(parts)
    for match in pattern.finditer(folded):
        start, end = origins[match.start(1)], origins[match.end(1)]
        if len(match[1]) <= SHORT and not held[start].isupper():
            continue
        alias = aliases[match[1]]
        if found and found[-1][2] == alias and _BETWEEN.fullmatch(held[found[-1][1] : start]):
            start = found.pop()[0]
        found.append((start, end, alias))
    return found


@lru_cache(maxsize=4)
def _pattern(parts: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Whole words, in names of files too, also in the genitive; compiled once for a set of names."""
    words = "|".join(re.escape(part) for part, _ in parts)
    return re.compile(rf"(?<![^\W_])({words})(?=(?:['’]?s)?(?![^\W_]))"), dict(parts)


def _folded(held: str) -> tuple[str, Sequence[int]]:
    """The text folded, and of each place in it where that is in the text itself."""
    if held.isascii():
        return held.lower(), range(len(held) + 1)
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(held):
        for part in texts.folded(sign):
            signs.append(part)
            places.append(at)
    return "".join(signs), [*places, len(held)]
