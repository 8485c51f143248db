"""A study as CJML: a planned journey for each desired one, an actual journey for each current one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import Incoming, IncomingContact, IncomingStep
from journeys.exchange import aside
from journeys.exchange.cjml.words import CHANNELS, MIDDLE, TARGET
from journeys.exchange.outgoing import outgoing
from journeys.exchange.unique import Unique
from journeys.exchange.xml_writing import Node, written
from journeys.i18n import N_

if TYPE_CHECKING:
    from journeys.exchange.wanted import Wanted
    from journeys.model.entities import Journey

NATIVE: Final = frozenset({
    "row", "title", "journey", "persona", "phase", "stage", "body", "contacts", "nobody", "emotion", "variant", "key",
})  # fmt: skip
"""What of a step CJML has a word for, or is told in another way."""
_EVERY: Final = 500
_STAND_IN: Final = N_("behind the scenes")


def write(wanted: Wanted) -> bytes:
    return written(_Writer(wanted.part(0, 0.5)).root(), wanted.part(0.5, 1).watch)


@dataclass(frozen=True, slots=True)
class _Actors:
    """The actors of one journey: its end user, and the provider that each party is."""

    end_user: str
    providers: dict[str, str]


class _Writer:
    """Goes over the journeys once; knows which phases and actors have been told already."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted, self.document = wanted, wanted.document
        self.study: Incoming = outgoing(wanted)
        named = Unique(self.document).channels
        self.icons = {named[channel.id]: channel.icon for channel in self.document.channels.values()}
        self.named = dict(zip(wanted.journeys, self.study.journeys, strict=True))
        self.phases = {phase.name: f"F{number}" for number, phase in enumerate(self.study.phases, 1)}
        self.done = 0
        self.told: set[str] = set()
        self.users: dict[str, str] = {}
        self.providers: dict[str, str] = {}
        self.points = self._points()
        self.links: dict[str, list[dict[str, object]]] = {}
        for link in self.study.links or ():
            held = {**aside.plain(link, ("source",)), "target": self.points[link.target]}
            self.links.setdefault(link.source, []).append(held)
        self.steps: dict[str, list[IncomingStep]] = {}
        for step in self.study.steps:
            self.steps.setdefault(self.document.steps[step.id].journey, []).append(step)

    def root(self) -> Node:
        root = Node("CJML", {"version": "2.0"})
        root.note = self._note({
            "title": self.document.study.title,
            "parties": [aside.plain(party) for party in self.study.parties],
            "notes": [aside.plain(note) for note in self.study.notes],
        })  # fmt: skip
        chosen = [self.document.journeys[id_] for id_ in self.wanted.journeys]
        names = _ids(chosen)
        for number, journey in enumerate(sorted(chosen, key=lambda each: each.variant == "current")):
            root.children.append(self._journey(journey, names, first=number == 0))
        return root

    def _points(self) -> dict[str, str]:
        """A touchpoint's id for each step; what is desired shares that of the step on which it is based."""
        named: dict[str, str] = {}
        numbers = count(1)
        used: set[tuple[str, str]] = set()
        for step in self.study.steps:
            held = self.document.steps[step.id]
            base = named.get(held.based_on or "")
            free = base is not None and (held.journey, base) not in used
            named[step.id] = base if free and base is not None else f"T{next(numbers)}"
            used.add((held.journey, named[step.id]))
        return named

    @staticmethod
    def _note(values: Mapping[str, object]) -> tuple[str, str] | None:
        held = {name: value for name, value in values.items() if value not in ("", [], {}, None)}
        return (TARGET, aside.line(held)) if held else None

    def _journey(self, journey: Journey, names: Mapping[str, str], *, first: bool) -> Node:
        kind = "planned" if journey.variant == "desired" else "actual"
        node = Node(f"{kind}Journey")
        node.note = self._note({"order": self.wanted.journeys.index(journey.id)})
        node.add("journeyID", names[journey.id])
        node.add("journeyTitle", self.named[journey.id].title)
        planned = next((id_ for id_ in names if self.document.journeys[id_].based_on == journey.id), None)
        if kind == "actual" and planned and self.document.journeys[planned].variant == "desired":
            node.add("plannedReference", names[planned])
        if first:
            self._phases(node.add("journeyPhases"))
        if journey.question:
            node.add("journeyShortSummary", journey.question)
        steps = self._in_time(self.steps.get(journey.id, []))
        actors = self._actors(node.add("actors"), self.named[journey.id].persona, steps)
        points = node.add("touchpoints")
        for step in steps:
            points.children.append(self._point(step, kind, actors))
            self._watched()
        return node

    def _phases(self, node: Node) -> None:
        for phase in self.study.phases:
            made = node.add("journeyPhase", attributes={"phaseID": self.phases[phase.name]})
            made.note = self._note({} if phase.start is None else {"start": phase.start})
            made.add("phaseName", phase.name)
            if phase.note:
                made.add("phaseDescription", phase.note)

    def _in_time(self, steps: Sequence[IncomingStep]) -> list[IncomingStep]:
        """Phase by phase from left to right: what is behind the scenes behind what the person meets there."""
        order = {phase.name: number for number, phase in enumerate(self.study.phases)}
        return sorted(
            steps, key=lambda step: (order[step.phase], step.column or 0, step.stage == "back", step.track or 0)
        )

    def _watched(self) -> None:
        self.done += 1
        if self.done % _EVERY == 0:
            self.wanted.watch(self.done / len(self.study.steps))

    # Actors

    def _actors(self, node: Node, persona: str, steps: Sequence[IncomingStep]) -> _Actors:
        met = dict.fromkeys(name for step in steps if (name := self._met(step)) is not None)
        user = self._end_user(node, persona)
        return _Actors(user, {name: self._provider(node, name) for name in met})

    @staticmethod
    def _met(step: IncomingStep) -> str | None:
        """The party that the step is with; empty for somebody behind the scenes who is not named."""
        party = step.contacts[0].party if step.contacts else ""
        return party if party or step.stage == "back" else None

    def _end_user(self, node: Node, persona: str) -> str:
        id_ = self.users.setdefault(persona, f"U{len(self.users) + 1}")
        made = node.add("endUser", attributes={self._as_actor(id_): id_})
        if "actorID" in made.attributes:
            told = next(one for one in self.study.personas if one.name == persona)
            made.note = self._note(aside.plain(told, ("name",)))
        made.add("actorName", persona)
        return id_

    def _provider(self, node: Node, name: str) -> str:
        id_ = self.providers.setdefault(name, f"P{len(self.providers) + 1}")
        made = node.add("serviceProvider", attributes={self._as_actor(id_): id_})
        made.note = None if name else self._note({"stand_in": True})
        made.add("companyName", name or self.wanted.say(_STAND_IN))
        return id_

    def _as_actor(self, id_: str) -> str:
        """An actor is told once, and referred to from then on."""
        name = "actorIDref" if id_ in self.told else "actorID"
        self.told.add(id_)
        return name

    # Touchpoints

    def _point(self, step: IncomingStep, kind: str, actors: _Actors) -> Node:
        met = self._met(step)
        talks = met is not None and step.stage != "back"
        node = Node(f"{kind}{'CommunicationPoint' if talks else 'Action'}")
        node.note = self._note(self._beside(step, kind))
        node.add("touchpointID", self.points[step.id])
        node.add("belongsTo", attributes={"phaseIDref": self.phases[step.phase]})
        if kind == "actual":
            node.add("compliance", "completed")
        first = actors.end_user if step.stage != "back" else actors.providers[met or ""]
        initiator = node.add("initiator")
        initiator.add("refersTo", attributes={"actorIDref": first})
        initiator.add("initiatorLabel", step.title)
        if talks:
            node.add("receiver").add("refersTo", attributes={"actorIDref": actors.providers[met or ""]})
            if (channel := self._channel(step.contacts[0].channel)) != "":
                node.add("channel").add("channelName", channel)
        if step.body:
            node.add("comment", step.body)
        if kind == "actual":
            self._experienced(node, step, talks=talks)
        return node

    def _experienced(self, node: Node, step: IncomingStep, *, talks: bool) -> None:
        day0 = self.document.study.day0_date
        if day0 is not None and step.day is not None and (on := _date(day0, step.day)):
            node.add("timestamps").add("timeConsumed" if talks else "timeCompleted", on)
        quote = next((note.text for note in step.notes if note.kind == "quote"), "")
        if quote or step.emotion is not None:
            made = node.add("touchpointExperience")
            made.add("experienceDescription", quote)
            if step.emotion is not None:
                made.add("experienceRating", str(step.emotion + MIDDLE))

    def _channel(self, name: str) -> str:
        return CHANNELS.get(self.icons.get(name, ""), name)

    def _beside(self, step: IncomingStep, kind: str) -> dict[str, object]:
        """What CJML cannot say of the step, and what a reader would understand otherwise."""
        held: dict[str, Any] = aside.plain(step, NATIVE)
        native = self._understood(step)
        if step.contacts != native:
            held["contacts"] = [aside.plain(contact) for contact in step.contacts] or None
            held["channel_as"] = self._channel(step.contacts[0].channel) if step.contacts else None
        if step.nobody != (not native and step.stage == "front"):
            held["nobody"] = step.nobody
        if kind == "planned" and step.emotion is not None:
            held["emotion"] = step.emotion
        if not step.title:
            held["untitled"] = True
        return {**held, "links": self.links.get(step.id, [])}

    def _understood(self, step: IncomingStep) -> tuple[IncomingContact, ...]:
        """The contacts that the elements of CJML tell."""
        met = self._met(step)
        if not met:
            return ()
        channel = self._channel(step.contacts[0].channel) if step.stage != "back" else ""
        return (IncomingContact(met, channel),)


def _ids(journeys: Sequence[Journey]) -> dict[str, str]:
    """PJ1, PJ2 … for what is desired, AJ1 … for what is."""
    numbers = {"desired": count(1), "current": count(1)}
    return {
        journey.id: f"{'P' if journey.variant == 'desired' else 'A'}J{next(numbers[journey.variant])}"
        for journey in journeys
    }


def _date(day0: dt.date, day: int) -> str:
    try:
        return (day0 + dt.timedelta(days=day)).isoformat()
    except OverflowError:
        return ""
