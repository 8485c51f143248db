"""Writes journey diagrams that Mermaid draws, with what it has no word for in comment lines of our own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import IncomingContact
from journeys.edits.naming import key
from journeys.exchange import aside
from journeys.exchange.mermaid import own
from journeys.exchange.mermaid.escapes import encoded, encoded_task
from journeys.exchange.mermaid.parts import NEUTRAL
from journeys.exchange.outgoing import outgoing

if TYPE_CHECKING:
    from journeys.edits.incoming import Incoming, IncomingJourney, IncomingStep
    from journeys.exchange.wanted import Wanted
    from journeys.i18n import Words

STEP: Final = "    "
_MARKDOWN: Final = str.maketrans({char: f"\\{char}" for char in "\\`*_[]<>#|"})


def write(wanted: Wanted) -> bytes:
    """A diagram, or Markdown with a fence for each where there are several or the file is called so."""
    made = []
    for number, id_ in enumerate(wanted.journeys):
        mine = wanted.part(number / len(wanted.journeys), (number + 1) / len(wanted.journeys))
        mine.watch(0)
        one = outgoing(replace(wanted, journeys=(id_,)))
        lines = mine.watched(_diagram(wanted, one, first=not number), 2 * len(one.steps))
        made.append((one.journeys[0], "\n".join(lines) + "\n"))
    marked = wanted.path is not None and wanted.path.suffix.lower() == ".md"
    if len(made) == 1 and not marked:
        return made[0][1].encode()
    return _markdown(wanted, made).encode()


def drawn(incoming: Incoming, say: Words) -> str:
    """Only the diagram of these steps, for people to read and to paste where Mermaid is drawn."""
    lines = ["journey"]
    if len(incoming.journeys) == 1:
        lines.append(f"{STEP}title {encoded(incoming.journeys[0].title)}")
    phase = None
    for step in incoming.steps:
        if step.phase != phase:
            phase = step.phase
            lines.append(f"{STEP}section {encoded(phase)}")
        lines.append(STEP * 2 + _task(step, step.persona, say))
    return "\n".join(lines) + "\n"


def _markdown(wanted: Wanted, made: Sequence[tuple[IncomingJourney, str]]) -> str:
    lines = [f"# {_literal(wanted.document.study.title)}"]
    for journey, diagram in made:
        lines += ["", f"## {_literal(f'{journey.persona}: {journey.title}')}", "", "```mermaid", f"{diagram}```"]
    return "\n".join(lines) + "\n"


def _literal(text: str) -> str:
    """In a heading of Markdown, where none of it may act."""
    return text.translate(_MARKDOWN)


# One journey


def _diagram(wanted: Wanted, one: Incoming, *, first: bool) -> Iterator[str]:
    """Line by line; what belongs to the whole study stands in the first diagram of a file only."""
    journey = one.journeys[0]
    yield "journey"
    yield f"{STEP}title {encoded(journey.title)}"
    yield f"{STEP}accTitle: {encoded(f'{journey.persona}: {journey.title}')}"
    if journey.question:
        yield f"{STEP}accDescr: {encoded(journey.question)}"
    for data in _of_all(wanted, one, first=first):
        yield STEP + own.line(data)
    yield from _sections(wanted.say, one, told=first)


def _of_all(wanted: Wanted, one: Incoming, *, first: bool) -> Iterator[dict[str, Any]]:
    journey = one.journeys[0]
    if first:
        yield {"study": wanted.document.study.title}
    yield {"journey": aside.plain(journey, ("title", "question"))}
    for persona in one.personas:
        yield {"persona": aside.plain(persona)}
    for party in one.parties:
        yield {"party": aside.plain(party)}
    for note in one.notes:
        mine = note.journey or note.persona
        if (first and not mine) or (mine and note.persona == journey.persona):
            yield {"loose_note": aside.plain(note)}


def _sections(say: Words, one: Incoming, *, told: bool) -> Iterator[str]:
    """Every phase, also one without a step; what is known of it stands in the first diagram of a file."""
    journey, tos = one.journeys[0], _arrows(one)
    places = _places(one.steps)
    waiting = list(one.steps)
    for phase in one.phases:
        yield f"{STEP}section {encoded(phase.name)}"
        data = aside.plain(phase, ("name",))
        if told and data:
            yield STEP + own.line(data)
        while waiting and waiting[0].phase == phase.name:
            step = waiting.pop(0)
            yield STEP * 2 + _task(step, journey.persona, say)
            yield STEP * 2 + own.line(_of_step(step, journey, say) | places.get(step.id, {}) | tos.get(step.id, {}))


def _task(step: IncomingStep, persona: str, say: Words) -> str:
    name = encoded_task(step.title or say("without a title"))
    score = NEUTRAL + (step.emotion or 0)
    actors = ", ".join(encoded(actor) for actor in _actors(step, persona))
    return f"{name}: {score}: {actors}" if actors else f"{name}: {score}"


def _actors(step: IncomingStep, persona: str) -> list[str]:
    """The persona where she is there, then the parties."""
    met = [contact.party for contact in step.contacts]
    first = [] if step.stage == "back" else [persona]
    return list(dict.fromkeys(filter(None, (*first, *met))))


def _of_step(step: IncomingStep, journey: IncomingJourney, say: Words) -> dict[str, Any]:
    told = own.OfStep(
        step.id, "" if step.title else say("without a title"), step.emotion is None,
        step.stage if step.stage == "back" else None, step.body, step.day, step.lasts, step.place,
        () if _plain_contacts(step, journey.persona) else step.contacts, step.nobody, step.moment_of_truth or None,
        step.status, step.evidence, step.sources, step.notes,
    )  # fmt: skip
    return aside.plain(told)


def _plain_contacts(step: IncomingStep, persona: str) -> bool:
    """Whether the actors tell all of them."""
    actors = [actor for actor in _actors(step, persona) if key(actor) != key(persona)]
    return step.contacts == tuple(IncomingContact(actor) for actor in actors)


def _places(steps: Sequence[IncomingStep]) -> dict[str, dict[str, int]]:
    """Column and track of the steps in each row of a phase that do not stand there one behind the other."""
    rows: dict[tuple[str, str], list[IncomingStep]] = {}
    for step in steps:
        rows.setdefault((step.phase, step.stage or "front"), []).append(step)
    return {
        step.id: {"column": step.column or 0, "track": step.track or 0}
        for (_, stage), row in rows.items()
        if stage == "back" or any((step.column, step.track) != (at, 0) for at, step in enumerate(row))
        for step in row
    }


def _arrows(one: Incoming) -> dict[str, dict[str, Any]]:
    """The arrows from each step that has others than one to the next step on the front stage."""
    usual = {a.id: [own.Target(b.id)] for a, b in pairwise([step for step in one.steps if step.stage != "back"])}
    there: dict[str, list[own.Target]] = {}
    for link in one.links or ():
        there.setdefault(link.source, []).append(own.Target(link.target, link.label, link.kind))
    return {
        step.id: {"to": [aside.plain(each) for each in there.get(step.id, [])]}
        for step in one.steps
        if there.get(step.id, []) != usual.get(step.id, [])
    }
