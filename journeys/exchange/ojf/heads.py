"""What stands above the cards: title, persona and point of view, at the top or among the metadata, and the stages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar, get_args

from journeys import text
from journeys.edits.incoming import IncomingLink, IncomingNote, IncomingParty, IncomingPersona, IncomingPhase
from journeys.exchange.ojf import ours as own
from journeys.exchange.ojf.fields import OURS
from journeys.model.entities import NoteKind, Variant
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.ojf.fields import Fields

T = TypeVar("T")

VERSIONS = ("1", "1.0", "1.1", "1.0.0", "1.1.0")


@dataclass(frozen=True, slots=True)
class Head:
    """Who travels, what the journey is called and what it asks; `links` of None: the file says nothing of them."""

    title: str
    question: str
    persona: IncomingPersona
    variant: Variant | None
    links: list[IncomingLink] | None
    notes: tuple[IncomingNote, ...]
    parties: tuple[IncomingParty, ...]
    ours: Fields


def head(file: Fields) -> Head:
    """Of either dialect; where both say something else, the top of the file is right, and that is told."""
    inner = file.one("metadata")
    said = {
        "title": _one(file, inner, "title", "name"),
        "persona": "" if isinstance(file.raw("persona"), dict) else _one(file, inner, "persona"),
        "pov": _one(file, inner, "pointOfView", "pov"),
        "version": _one(file, inner, "version"),
    }
    inner.done()
    if said["version"] and said["version"] not in VERSIONS:
        file.told.add("ojf.version", version=said["version"][:40])
    held = file.one(OURS)
    title, question, notes = _titled(said["title"], said["pov"])
    if notes:
        file.told.add("ojf.head_long", most=text.TITLE_MAX)
    links = _all(held, "links", IncomingLink) if "links" in held else None
    variant: Variant | None = held.one_of("variant", get_args(Variant))
    persona = _persona(said["persona"], file, held)
    notes = (*notes, *_about(held, persona.name))
    parties = tuple(party for party in _all(held, "parties", IncomingParty) if party.name)
    return Head(title, question, persona, variant, links, notes, parties, held)


def _one(file: Fields, inner: Fields, *names: str) -> str:
    top, below = file.first(*names), inner.first(*names)
    if top and below and top != below:
        file.told.add("ojf.said_twice", field=names[0], text=below[:60])
    return top or below


def _titled(title: str, pov: str) -> tuple[str, str, tuple[IncomingNote, ...]]:
    """Title and question of the journey; the point of view is the title where there is no other."""
    name, rest = text.title_and_rest(title or pov)
    question, more = text.title_and_rest(pov) if title else ("", "")
    long = "\n".join(filter(None, [rest, pov if more else ""]))
    return name, question, (IncomingNote("remark", long),) if long else ()


def _persona(named: str, file: Fields, held: Fields) -> IncomingPersona:
    """By name, or as an object of its own with what is told of the person."""
    told = held.one("persona")
    if isinstance(file.raw("persona"), dict):
        inner = file.one("persona")
        named = inner.first("name", "title", most=text.TITLE_MAX)
        context = inner.first("description", "context")
        role, quote = (inner.text(each, text.TITLE_MAX) for each in ("role", "quote"))
        found = IncomingPersona(named, role, quote, context)
        inner.done()
        return found
    name, rest = text.title_and_rest(named)
    if rest:
        file.told.add("ojf.title_long", quoted(name, 30), most=text.TITLE_MAX)
    found = told.value(IncomingPersona, name=name) or IncomingPersona(name)
    return replace(found, context=found.context or rest)


def _about(held: Fields, persona: str) -> list[IncomingNote]:
    """Notes on the persona."""
    kinds: tuple[NoteKind, ...] = get_args(NoteKind)
    return [
        own.note_of(each, each.one_of("kind", kinds) or "remark", each.text("text"), persona)
        for each in held.each("notes")
    ]


def _all(held: Fields, name: str, cls: type[T]) -> list[T]:
    """The values in a list of ours."""
    return [found for each in held.each(name) if (found := each.value(cls)) is not None]


def stages(file: Fields) -> tuple[list[IncomingPhase], Mapping[str, int]]:
    """The phases, each with a name of its own, and which number a stage has by its id or its name."""
    found: list[IncomingPhase] = []
    numbers: dict[str, int] = {}
    for number, stage in enumerate(file.each("stages")):
        id_, said = stage.text("id"), stage.first("name", "title", "label")
        name, more = text.title_and_rest(said or id_ or str(number + 1))
        stage.card = name
        if not said:
            file.told.add("ojf.stage_unnamed", name)
        if more:
            file.told.add("ojf.title_long", quoted(name, 30), most=text.TITLE_MAX)
        name = _free(name, found, stage)
        known = stage.one(OURS).value(IncomingPhase, name=name) or IncomingPhase(name)
        found.append(replace(known, note="\n".join(filter(None, [more, known.note]))))
        stage.done()
        for key in (id_, said):
            numbers.setdefault(key, number)
    numbers.pop("", None)
    return found, numbers


def _free(name: str, found: list[IncomingPhase], stage: Fields) -> str:
    free = text.free_name(name, [phase.name for phase in found])
    if free != name:
        stage.told.add("ojf.stage_twice", name=name, free=free)
    return free
