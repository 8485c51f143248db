"""What a diagram says and what our comments in it say become one: where somebody changed the diagram, that holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from journeys import text
from journeys.edits.incoming import IncomingContact, IncomingJourney, IncomingLink, IncomingNote, IncomingStep
from journeys.edits.naming import key
from journeys.exchange.mermaid.parts import NEUTRAL
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from journeys.exchange.mermaid.parts import Journey, Step
    from journeys.exchange.mermaid.told import Told


def keys(ids: Sequence[str]) -> list[str]:
    """What links call each step: its id where it is the first that has it, else its number."""
    seen: set[str] = set()
    found = []
    for number, id_ in enumerate(ids, 1):
        found.append(id_ if id_ and id_ not in seen else f"task {number}")
        seen.add(id_)
    return found


def links(steps: Sequence[Step], mine: Sequence[str], told: Told) -> Iterator[IncomingLink]:
    """The arrows that comments give; from every other step on the front stage one to the next."""
    there = set(mine)
    front = [at for at, step in enumerate(steps) if step.more.stage != "back"]
    following = {at: mine[after] for at, after in pairwise(front)}
    for at, step in enumerate(steps):
        if step.more.to is None:
            if at in following:
                yield IncomingLink(mine[at], following[at])
            continue
        for target in step.more.to:
            if target.to in there:
                yield IncomingLink(mine[at], target.to, target.label, target.kind)
            else:
                told.add("link_lost", step.line)


def step(each: Step, journey: Journey, persona: str, keyed: str, told: Told) -> IncomingStep:
    """One step, as the intake wants it; `persona` of its journey is asked for once: it takes a look at every step."""
    more, said = each.more, each.task
    title, body = _titled(each, told)
    contacts = _contacts(more.contacts, said.actors, persona)
    score = None if more.unjudged and said.score == NEUTRAL else said.score
    return IncomingStep(
        each.line, title, more.id, journey.title, persona, each.phase, more.stage, body,
        more.day, more.lasts, more.place, contacts, more.nobody and not contacts,
        None if score is None else score - NEUTRAL, more.moment_of_truth, more.status, more.evidence, more.sources,
        more.notes, journey.known.variant if journey.known is not None else None, keyed, more.column, more.track,
    )  # fmt: skip


def _titled(each: Step, told: Told) -> tuple[str, str]:
    """A title that fits, and the description with what did not."""
    name, more = each.task.name, each.more
    if more.untitled and key(name) == key(more.untitled):
        return "", more.body
    title, rest = text.title_and_rest(name)
    if rest:
        told.add("title_long", each.line, most=TITLE_MAX)
    return title, "\n".join(filter(None, [rest, more.body]))


def _contacts(known: Sequence[IncomingContact], actors: Sequence[str], persona: str) -> tuple[IncomingContact, ...]:
    """What a comment knows of the contacts, for the parties that are still among the actors, and the other actors."""
    shown = {key(actor) for actor in (*actors, persona)}
    kept = [contact for contact in known if not contact.party or key(contact.party) in shown]
    met = {key(contact.party) for contact in kept} | {key(persona)}
    return (*kept, *(IncomingContact(actor) for actor in actors if key(actor) not in met))


def journey(each: Journey) -> IncomingJourney:
    known = each.known
    question, _ = text.title_and_rest(each.descr)
    return IncomingJourney(each.title, each.persona, known.variant if known is not None else None, question)


def notes(each: Journey, told: Told) -> Iterator[IncomingNote]:
    """Those that a comment gives, and what of a description is too long for the question of a journey."""
    yield from each.notes
    if each.descr and each.known is None:
        told.add("question", text=" ".join(each.descr.split())[:80])
    if text.title_and_rest(each.descr)[1]:
        yield IncomingNote("remark", each.descr)
