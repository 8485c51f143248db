"""What stands above the cards: title, persona and point of view, at the top or among the metadata, and the stages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from journeys import text
from journeys.edits.incoming import IncomingNote, IncomingParty, IncomingPersona, IncomingPhase
from journeys.exchange.ojf import ours as own
from journeys.exchange.ojf.fields import OURS
from journeys.model.entities import Group, PartyKind, Variant
from journeys.model.fields import MAX_DAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.edits.incoming import IncomingLink
    from journeys.exchange.ojf.fields import Fields

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
    links = own.links_of(held) if "links" in held else None
    variant: Variant | None = held.one_of("variant", get_args(Variant))
    persona = _persona(said["persona"], file, held)
    notes = (*notes, *_about(held, persona.name))
    return Head(title, question, persona, variant, links, notes, _parties(held), held)


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
        named = inner.first("name", "title")
        context = inner.first("description", "context")
        found = IncomingPersona(named, inner.text("role"), inner.text("quote"), context)
        inner.done()
        return found
    name, rest = text.title_and_rest(named)
    group: Group | None = told.one_of("group", get_args(Group))
    found = IncomingPersona(name, told.text("tagline"), told.text("quote"), told.text("context") or rest, group)
    told.done()
    return found


def _about(held: Fields, persona: str) -> list[IncomingNote]:
    """Notes on the persona."""
    found = []
    for each in held.each("notes"):
        kind = each.one_of("kind", own.KINDS) or "remark"
        note = own.note_of(each, kind, each.text("text"))
        found.append(IncomingNote(kind, note.text, note.id, note.status, note.owner, note.due, persona))
        each.done()
    return found


def _parties(held: Fields) -> tuple[IncomingParty, ...]:
    found = []
    for each in held.each("parties"):
        kind: PartyKind | None = each.one_of("kind", get_args(PartyKind))
        found.append(IncomingParty(each.text("name"), kind, each.text("parent"), each.text("acts_for")))
        each.done()
    return tuple(party for party in found if party.name)


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
        name = _free(name, found, stage)
        known = stage.one(OURS)
        start = known.whole("start", -MAX_DAYS, MAX_DAYS)
        found.append(IncomingPhase(name, start, "\n".join(filter(None, [more, known.text("note")]))))
        known.done()
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
