"""What a study holds of people: what looks like their data, who is named in it, and until when one may keep it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from journeys import text as texts
from journeys.analysis import personal, veil
from journeys.model import search
from journeys.model.schema import fields_of, per_class
from journeys.model.search import Found

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.model.document import Document
    from journeys.model.entities import Entity, Persona
    from journeys.model.fields import Kind

Consent = Literal["none", "past", "running"]
CODE: Final = "personal."
"""What the marks "not personal" are called before the kind: they are kept as muted findings are."""
NOT_LOOKED_AT: Final = frozenset({"mute"})
"""Kinds of which the words are ours: marks hold what was hidden of a text already."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that looks like personal data: what, in which text, and what may be shown of it."""

    what: personal.Kind
    place: Found
    sample: str
    sure: bool = False

    @property
    def code(self) -> str:
        return CODE + self.what

    @property
    def subject(self) -> str:
        return self.place.id


class Named(NamedTuple):
    """Somebody who is named where a name is expected: an owner, who took a stance, an interview."""

    name: str
    kind: Kind
    id: str
    field: str


@dataclass(frozen=True, slots=True)
class Look:
    """All of it; `dismissed` are remarks of which somebody said that they are not personal."""

    remarks: tuple[Remark, ...]
    dismissed: tuple[Remark, ...]
    named: tuple[Named, ...]
    personas: Mapping[str, int]
    """How many are fictional, anonymised and real."""
    real: tuple[tuple[Persona, Consent], ...]
    expired_on: dt.date | None = None
    """The day until which the study was to be kept, once that has passed."""

    @property
    def past(self) -> tuple[Persona, ...]:
        """Real people whose consent has ended."""
        return tuple(persona for persona, consent in self.real if consent == "past")


def look(document: Document, today: dt.date) -> Look:
    """Look through every text of the study. It reads each text once."""
    found = tuple(remarks(document))
    kept = _dismissed(document)
    personas = sorted(document.personas.values(), key=lambda one: (one.order, one.id))
    counts = {code: sum(one.privacy == code for one in personas) for code in ("fictional", "anonymised", "real")}
    expires = document.study.expires_on
    return Look(
        tuple(one for one in found if not _is_in(one, kept)),
        tuple(one for one in found if _is_in(one, kept)),
        tuple(named(document)),
        counts,
        tuple((one, consent(one, today)) for one in personas if one.privacy == "real"),
        expires if expires is not None and expires < today else None,
    )


def remarks(document: Document) -> Iterator[Remark]:
    """Everything that looks personal, also what was dismissed; in the order of reading."""
    parts = _real_names(document)
    kinds = {kind: order for order, kind in enumerate(document.tables)}
    found = [one for key, entity in document for one in of_entity(key[0], entity, parts)]
    journeys = {journey.id: journey.order for journey in document.journeys.values()}
    places = {step.id: (journeys.get(step.journey, 0), step.column, step.track) for step in document.steps.values()}
    yield from sorted(
        found, key=lambda one: (kinds[one.place.kind], places.get(one.subject, (0, 0, 0)), one.subject, one.place.start)
    )


def of_entity(kind: Kind, entity: Entity, parts: Sequence[tuple[str, str]] = ()) -> Iterator[Remark]:
    """What looks personal in the texts of one thing; `parts`: the names of real people, as a veil has them."""
    if kind in NOT_LOOKED_AT:
        return
    for field, held in every_text(entity):
        for hit in personal.hits(held):
            yield _remark(hit.kind, kind, entity.id, field, hit.start, hit.end, held, sure=hit.sure)
        if parts and not (kind == "persona" and field == "name"):
            for start, end, _ in veil.places(held, tuple(parts)):
                yield _remark("name", kind, entity.id, field, start, end, held, sure=True)


def _remark(
    what: personal.Kind, kind: Kind, id_: str, field: str, start: int, end: int, held: str, *, sure: bool
) -> Remark:  # fmt: skip
    sample = " ".join(personal.masked(what, held[start:end]).split())
    return Remark(what, Found(kind, id_, field, start, end, held), sample, sure)


class Looker:
    """Looks at one thing at a time, as often as is wanted: what holds for the whole study is found once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts = _real_names(document)
        self._kept = _dismissed(document)

    def about(self, id_: str) -> list[Remark]:
        """What looks personal in the thing with this id and with its picture, as far as it still counts."""
        tables = self._document.tables
        kind = next((kind for kind, table in tables.items() if id_ in table), None)
        if kind is None:
            return []
        entity = tables[kind][id_]
        held: list[tuple[Kind, Entity]] = [(kind, entity)]
        image = tables["image"].get(getattr(entity, "image", None) or "")
        held += [("image", image)] if image is not None else []
        found = (one for of, each in held for one in of_entity(of, each, self._parts))
        return [one for one in found if not _is_in(one, self._kept)]


def _dismissed(document: Document) -> dict[tuple[str, str], frozenset[str]]:
    return {
        (mute.code, mute.subjects[0]): frozenset(mute.reason.split("\n"))
        for mute in document.mutes.values() if mute.code.startswith(CODE) and len(mute.subjects) == 1
    }  # fmt: skip


def _is_in(remark: Remark, kept: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    return bool(kept) and remark.sample in kept.get((remark.code, remark.subject), ())


def consent(persona: Persona, today: dt.date) -> Consent:
    """Whether a real person agrees to be in this study."""
    if persona.consent_until is None:
        return "none"
    return "past" if persona.consent_until < today else "running"


def named(document: Document) -> Iterator[Named]:
    """People who are named in fields for names; parties are no people."""
    parties = {texts.folded(party.name) for party in document.parties.values()}
    for note in document.notes.values():
        if note.owner and texts.folded(note.owner) not in parties:
            yield Named(note.owner, "note", note.id, "owner")
    for stance in document.stances.values():
        if stance.by and texts.folded(stance.by) not in parties:
            yield Named(stance.by, "stance", stance.id, "by")
    for source in document.sources.values():
        if source.kind == "interview" and source.title:
            yield Named(source.title, "source", source.id, "title")


def mentions(document: Document, name: str) -> list[Found]:
    """Every place where somebody of this name is meant: the whole name, and first names and surnames in it."""
    parts = tuple((part, part) for part in sorted(veil.parts_of(name) or [texts.folded(name.strip())], key=len)[::-1])
    if not any(part for part, _ in parts):
        return []
    found = [
        Found(kind, id_, field, start, end, held)
        for (kind, id_), entity in document for field, held in every_text(entity)
        for start, end, _ in veil.places(held, parts)
    ]  # fmt: skip
    kinds = {kind: order for order, kind in enumerate(document.tables)}
    return sorted(found, key=lambda one: (kinds[one.kind], one.id, one.field, one.start))


def every_text(entity: Entity) -> Iterator[tuple[str, str]]:
    """The filled texts by the path of their field, also those in a list: "judgement.data_asked.0"."""
    yield from search.texts(entity)
    for path in _lists(type(entity)):
        held: Any = entity
        for name in path.split("."):
            held = getattr(held, name)
        yield from ((f"{path}.{at}", one) for at, one in enumerate(held) if one)


@per_class
def _lists(cls: type[Any]) -> tuple[str, ...]:
    """Paths of the fields that are lists of texts."""
    found: list[str] = []
    for spec in fields_of(cls):
        if spec.shape == "many" and spec.item is not None and spec.item.text is not None:
            found.append(spec.name)
        elif spec.value is not None and spec.shape == "value" and not spec.optional:
            found += [f"{spec.name}.{path}" for path in _lists(spec.value)]
    return tuple(found)


def _real_names(document: Document) -> tuple[tuple[str, str], ...]:
    """The names of real people as they may be written, the longest first; what a party is called is no name."""
    parties = {texts.folded(party.name) for party in document.parties.values()}
    found = {
        part: one.id for one in document.personas.values() if one.privacy == "real" for part in veil.parts_of(one.name)
    }
    return tuple(sorted(((part, id_) for part, id_ in found.items() if part not in parties), key=lambda p: -len(p[0])))
