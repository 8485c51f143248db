"""Reads journey diagrams: sections become phases, tasks steps, actors the persona and the parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Any, Final

from journeys import text
from journeys.edits.incoming import (
    MOST_PHASES,
    Incoming,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    IncomingStep,
)
from journeys.edits.naming import key
from journeys.errors import ExchangeError
from journeys.exchange import grid
from journeys.exchange.coming import Coming
from journeys.exchange.mermaid import finding, lines, own, taking
from journeys.exchange.mermaid.escapes import decoded
from journeys.exchange.mermaid.parts import Journey, Step
from journeys.exchange.mermaid.told import Told
from journeys.model.integrity import MAX_STEPS
from journeys.text import BODY_MAX, TITLE_MAX

MOST_IN_LINE: Final = 10 * BODY_MAX


def read(data: bytes, name: str) -> Coming:
    """Every journey diagram in a file.

    Raises ExchangeError `mermaid.none`, `mermaid.other` (line, kind), `mermaid.too_long` (line, found, most) or
    `mermaid.too_many` (found, most).
    """
    told = Told()
    decoded_text, remarks = grid.decoded(data)
    coming = read_text(decoded_text, PurePath(name).stem, told)
    return replace(coming, incoming=replace(coming.incoming, remarks=(*remarks, *told.all())))


def read_text(said: str, name: str, told: Told) -> Coming:
    """As `read`, of a text; what there is to remark goes to `told`."""
    found = finding.diagrams(said, told)
    reader = _Reader(told)
    for diagram in found.diagrams:
        reader.take(diagram)
    incoming = _together(reader, name)
    title = reader.study or found.title or (incoming.journeys[0].title if len(incoming.journeys) == 1 else "")
    return Coming(incoming, text.title(title))


class _Reader:
    """Goes through the diagrams of a file; phases are those of all of them."""

    def __init__(self, told: Told) -> None:
        self.told = told
        self.study = ""
        self.journeys: list[Journey] = []
        self.phases: dict[str, IncomingPhase] = {}
        self.count = 0

    def take(self, diagram: finding.Diagram) -> None:
        self.journey = Journey()
        self.journeys.append(self.journey)
        self.section, self.begun, self.on = "", set[str](), ""
        self.acc_title = ""
        waiting = iter(diagram.lines)
        for number, said in waiting:
            if len(said) > MOST_IN_LINE and not own.is_own(said.strip()):
                raise ExchangeError("mermaid.too_long", line=number, found=len(said), most=BODY_MAX)
            self._line(number, said, waiting)
        self._settle(diagram)

    def _line(self, number: int, said: str, waiting: Iterator[finding.Line]) -> None:
        kind, rest = lines.statement(said, number, self.told)
        match kind:
            case "comment":
                self._comment(rest, number)
            case "title":
                self.journey.title = self._name(rest, number)
            case "section":
                self._begin(self._name(rest, number), number)
            case "acc_title":
                self.acc_title = self._fits(" ".join(decoded(rest).split()), number)
            case "acc_descr":
                self.journey.descr = self._fits(decoded(rest), number)
            case "acc_descr_open":
                self.journey.descr = self._fits(decoded(_until_brace(rest, waiting)), number)
            case "task":
                self._add(lines.task(rest, number, self.told), number)

    def _begin(self, name: str, number: int) -> None:
        """A section is a phase; one that comes again later is another one of that name."""
        if not name:
            self.told.add("section_empty", number)
            return
        if key(name) in self.begun and key(name) != key(self.section):
            again = text.free_name(name, [phase.name for phase in self.phases.values()])
            self.told.add("section_again", number, title=name, name=again)
            name = again
        if len(self.phases) >= MOST_PHASES:
            raise ExchangeError("edit.many_phases", found=len(self.phases) + 1, most=MOST_PHASES)
        self.begun.add(key(name))
        self.phases.setdefault(key(name), IncomingPhase(name))
        self.section, self.on = self.phases[key(name)].name, "section"

    def _add(self, task: lines.Task, number: int) -> None:
        self.count += 1
        if self.count > MAX_STEPS:
            raise ExchangeError("mermaid.too_many", found=self.count, most=MAX_STEPS)
        self._fits(task.name, number)
        for actor in task.actors:
            self._fits(actor, number, TITLE_MAX)
        self.journey.steps.append(Step(number, task, self.section))
        self.on = "task"

    def _comment(self, said: str, number: int) -> None:
        if not own.is_own(said):
            self.told.add("comment", number)
            return
        data = own.parsed(said, number, self.told)
        held = set(data) & {*own.GLOBAL, "study"}
        for name in sorted(held):
            self._of_all(name, data.pop(name), number)
        if data and self.on == "section":
            self._of_phase(data, number)
        elif data and self.on == "task":
            self.journey.steps[-1].more = own.value(own.OfStep, data, number, self.told) or own.OfStep()
        elif data:
            self.told.add("own_unknown", number, name=min(data)[:40])

    def _of_phase(self, data: dict[str, Any], number: int) -> None:
        found = own.value(IncomingPhase, {**data, "name": self.section}, number, self.told)
        if found is not None:
            self.phases[key(self.section)] = found

    def _of_all(self, name: str, data: object, number: int) -> None:
        if name == "study":
            self.study = text.title(data) if isinstance(data, str) else ""
            return
        if name == "journey" and isinstance(data, dict):
            data = {"title": "", **data}
        found: Any = own.value(own.GLOBAL[name], data, number, self.told)
        match found:
            case IncomingJourney():
                self.journey.known = found
            case IncomingPersona():
                self.journey.personas.append(found)
            case IncomingParty():
                self.journey.parties.append(found)
            case IncomingNote():
                self.journey.notes.append(found)

    def _settle(self, diagram: finding.Diagram) -> None:
        journey = self.journey
        if self.acc_title and journey.title and journey.known is None and key(self.acc_title) != key(journey.title):
            self.told.add("acc_title", text=self.acc_title[:80])
        journey.title = journey.title or text.title(self.acc_title) or text.title(decoded(diagram.name))
        early = [step for step in journey.steps if not step.phase]
        first = next((step.phase for step in journey.steps if step.phase), "")
        for step in early:
            step.phase = first
            if first:
                self.told.add("before_section", step.line, title=first)
        if early and not first and self.begun:
            self._in_first(early)

    def _in_first(self, early: list[Step]) -> None:
        """Every section of this diagram is empty."""
        first = next(phase.name for place, phase in self.phases.items() if place in self.begun)
        for step in early:
            step.phase = first
            self.told.add("before_section", step.line, title=first)

    def _name(self, said: str, number: int) -> str:
        return self._fits(" ".join(decoded(said).split()), number, TITLE_MAX)

    def _fits(self, said: str, number: int, most: int = BODY_MAX) -> str:
        if len(said) > most:
            raise ExchangeError("mermaid.too_long", line=number, found=len(said), most=most)
        return said


def _until_brace(rest: str, waiting: Iterator[finding.Line]) -> str:
    """A description over several lines, up to the brace that closes it."""
    found = []
    before, brace, _ = rest.partition("}")
    found.append(before)
    while not brace:
        line = next(waiting, None)
        if line is None:
            break
        before, brace, _ = line[1].partition("}")
        found.append(before.strip())
    return "\n".join(found).strip()


# All diagrams together


def _together(reader: _Reader, name: str) -> Incoming:
    _name_apart(reader, name)
    journeys = reader.journeys
    keys = taking.keys([step.more.id for each in journeys for step in each.steps])
    steps: list[IncomingStep] = []
    links: list[IncomingLink] = []
    for each in journeys:
        mine = keys[len(steps) : len(steps) + len(each.steps)]
        links += taking.links(each.steps, mine, reader.told)
        persona, pairs = each.persona, zip(each.steps, mine, strict=True)
        steps += [taking.step(one, each, persona, keyed, reader.told) for one, keyed in pairs]
    drawn = any(step.more.to is not None for each in journeys for step in each.steps)
    return Incoming(
        tuple(steps), tuple(reader.phases.values()), (), tuple(links) if drawn else None,
        tuple(note for each in journeys for note in taking.notes(each, reader.told)),
        tuple(taking.journey(each) for each in journeys),
        tuple({persona.name: persona for each in journeys for persona in each.personas}.values()),
        tuple({party.name: party for each in journeys for party in each.parties}.values()),
    )  # fmt: skip


def _name_apart(reader: _Reader, name: str) -> None:
    """Each diagram is a journey of its own, also where two are called the same."""
    taken: set[tuple[str, str, str]] = set()
    for each in reader.journeys:
        if len(reader.journeys) > 1:
            each.title = each.title or text.title(name)
        variant = (each.known.variant if each.known is not None else None) or "current"
        if not each.title:
            continue
        if (key(each.title), key(each.persona), variant) in taken:
            each.title = text.free_name(each.title, [other.title for other in reader.journeys])
            reader.told.add("title_again", title=each.title)
        taken.add((key(each.title), key(each.persona), variant))
        if each.known is None and each.persona:
            reader.told.add("persona", title=each.title, name=each.persona)
