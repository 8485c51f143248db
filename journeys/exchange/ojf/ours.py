"""What Levensreis writes beside the fields of the format, so that a step or note comes back whole."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final, get_args

from journeys import text
from journeys.edits.incoming import IncomingContact, IncomingLink, IncomingNote, IncomingStep, LinkKind, NoteStatus
from journeys.model.entities import NoteKind
from journeys.model.fields import MAX_DAYS, MAX_PLACES
from journeys.model.values import Duration, Status, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.ojf.fields import Fields

MOST_LASTS: Final = 100_000
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
UNITS: Final[tuple[Unit, ...]] = get_args(Unit)
NOTE_STATUSES: Final[tuple[NoteStatus, ...]] = get_args(NoteStatus)
LINK_KINDS: Final[tuple[LinkKind, ...]] = get_args(LinkKind)
KINDS: Final[tuple[NoteKind, ...]] = get_args(NoteKind)


def of_step(step: IncomingStep) -> dict[str, Any]:
    """Only what says something."""
    lasts = step.lasts and [step.lasts.least, step.lasts.most, step.lasts.unit]
    held = {
        "column": step.column, "track": step.track or None, "day": step.day, "lasts": lasts, "place": step.place,
        "nobody": step.nobody or None, "contacts": [_of_contact(each) for each in step.contacts],
        "status": step.status, "evidence": step.evidence, "sources": list(step.sources),
    }  # fmt: skip
    return {name: value for name, value in held.items() if value not in (None, "", [])}


def _of_contact(contact: IncomingContact) -> dict[str, str]:
    held = {"party": contact.party, "channel": contact.channel, "for": contact.passes_on_for}
    return {name: value for name, value in held.items() if value}


def step_of(held: Fields) -> dict[str, Any]:
    """The fields of an IncomingStep."""
    return {
        "column": held.whole("column", 0, MAX_PLACES), "track": held.whole("track", 0, MAX_PLACES),
        "day": held.whole("day", -MAX_DAYS, MAX_DAYS), "lasts": _lasts(held), "place": held.text("place"),
        "nobody": bool(held.flag("nobody")), "contacts": tuple(contacts_of(held)),
        "status": held.one_of("status", STATUSES), "evidence": held.text("evidence"), "sources": held.words("sources"),
    }  # fmt: skip


def contacts_of(held: Fields) -> list[IncomingContact]:
    found = []
    for each in held.each("contacts"):
        found.append(IncomingContact(each.first("party", "name"), each.text("channel"), each.text("for")))
        each.done()
    return found


def _lasts(held: Fields) -> Duration | None:
    found = held.raw("lasts")
    match found:
        case None:
            return None
        case [int(least), int(most), str(unit)] if 0 <= least <= most <= MOST_LASTS and unit in UNITS:
            return Duration(least, most, next(known for known in UNITS if known == unit))
    held.told.add("ojf.odd", held.card, field="lasts", text=str(found)[:40])
    return None


def of_note(note: IncomingNote, step: str = "") -> dict[str, Any]:
    due = note.due and note.due.isoformat()
    held = {"note": note.id, "step": step, "status": note.status, "owner": note.owner, "due": due}
    return {name: value for name, value in held.items() if value}


def note_of(held: Fields, kind: NoteKind, words: str) -> IncomingNote:
    """As in the visible words; where these are still ours, exactly as they were."""
    exact = held.text("text")
    said = exact if exact and "\n".join(filter(None, text.title_and_rest(exact))) == words else words
    status = held.one_of("status", NOTE_STATUSES)
    return IncomingNote(kind, said, held.text("note"), status, held.text("owner"), held.date("due"))


def of_link(link: IncomingLink) -> dict[str, str]:
    held = {"from": link.source, "to": link.target, "label": link.label, "kind": link.kind}
    return {name: value for name, value in held.items() if value and (name, value) != ("kind", "next")}


def links_of(held: Fields) -> list[IncomingLink]:
    found = []
    for each in held.each("links"):
        kind = each.one_of("kind", LINK_KINDS) or "next"
        found.append(IncomingLink(each.text("from"), each.text("to"), each.text("label"), kind))
        each.done()
    return found


def joined(links: list[IncomingLink], front: list[str], new: Mapping[str, None]) -> list[IncomingLink]:
    """The links with the cards in it that another program put between ours: what follows on now goes through them."""
    found = list(links)
    onward = {link.source: number for number, link in reversed(list(enumerate(links))) if link.kind == "next"}
    reached = {link.target for link in links}
    for before, key in pairwise(front):
        if key in new:
            number = onward.pop(before, None)
            label = ""
            if number is not None:
                label, target = found[number].label, found[number].target
                found[number] = IncomingLink(key, target)
                onward[key] = number
            found.append(IncomingLink(before, key, label))
        elif before in new and key not in reached and before not in onward:
            found.append(IncomingLink(before, key))
    return found
