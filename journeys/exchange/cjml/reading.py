"""The journeys in a file of CJML as steps by name."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import (
    Incoming,
    IncomingJourney,
    IncomingLink,
    IncomingNote,
    IncomingParty,
    IncomingPhase,
    IncomingStep,
)
from journeys.errors import ExchangeError
from journeys.exchange import aside, ratings, xml_tree
from journeys.exchange.cjml.actors import Actors, identity
from journeys.exchange.cjml.points import POINTS, Days, Points
from journeys.exchange.cjml.words import TARGET
from journeys.exchange.coming import Coming
from journeys.exchange.xml_remarks import BLANK, Told, body, long, short
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from journeys.exchange.xml_tree import Element
    from journeys.model.entities import Variant

_JOURNEYS: Final = ("plannedJourney", "actualJourney")
_KNOWN: Final = (
    "journeyID", "journeyTitle", "plannedReference", "journeyPhases", "journeyShortSummary", "journeyLongSummary",
    "comment", "actors", "touchpoints", "journeyExperience",
)  # fmt: skip
_TOLD: Final = ("journeyLongSummary", "comment")


def read(data: bytes, name: str) -> Coming:  # noqa: ARG001 - as every reader is called
    """The steps of all journeys, planned ones as desired and actual ones as current.

    Raises ExchangeError as `xml_tree.read` does, `cjml.format` (found), `cjml.empty` or `xml.too_long`.
    """
    root, remarks = xml_tree.read(data, POINTS)
    if root.name.lower() != "cjml":
        raise ExchangeError("cjml.format", found=root.name[:40])
    reader = _Reader(root)
    found = reader.incoming()
    title = reader.ours.get("title", "")
    return Coming(replace(found, remarks=(*remarks, *found.remarks)), title if isinstance(title, str) else "")


class _Reader:
    """Goes over the journeys once; phases and actors may be told in another journey than where they are met."""

    def __init__(self, root: Element) -> None:
        self.root, self.told = root, Told()
        self.journeys = root.all(*_JOURNEYS)
        self.aside = aside.Beside(root, TARGET)
        self.ours = self.aside.of(root)
        self.actors = Actors(self.told, self.aside)
        self.phases: dict[str, IncomingPhase] = {}
        self.by_id: dict[str, str] = {}
        self.steps: list[IncomingStep] = []
        self.links: list[IncomingLink] = []
        self.notes: list[IncomingNote] = []

    def incoming(self) -> Incoming:
        self._check()
        here = [(each, self.actors.learn(each)) for each in self._in_order()]
        for journey, _ in here:
            self._learn_phases(journey)
        points = Points(self.told, self.actors, _scale(self.root, self.told, ours=bool(self.ours)), Days(self.root))
        headings = [self._journey(journey, ids, points, number) for number, (journey, ids) in enumerate(here)]
        points.days.tell(self.told)
        self._beside(self.ours)
        met = {step.persona for step in self.steps} | {journey.persona for journey in headings}
        people = [one.persona for one in self.actors.known.values() if one.persona and one.name in met]
        return Incoming(
            tuple(self.steps), tuple(self.phases.values()), self.told.all(),
            self._all_links([each for each, _ in here]), tuple(self.notes), tuple(headings), tuple(people),
            tuple(self.parties),
        )  # fmt: skip

    def _check(self) -> None:
        version = self.root.attributes.get("version", "2.0").strip()
        if not version.startswith("2"):
            self.told.add("cjml.version", self.root.line, version=version)
        self.told.attributes_left(self.root, ("version", "schemaLocation", "noNamespaceSchemaLocation"))
        self.told.left(self.root.children, _JOURNEYS)
        for line in self.aside.broken:
            self.told.add("xml.aside", line)
        if not self.journeys:
            raise ExchangeError("cjml.empty")

    def _in_order(self) -> list[Element]:
        """As the file has them; our own writes down in which order they were, because planned ones come first."""
        numbered: list[tuple[Any, Element]] = [(self.aside.of(one).get("order"), one) for one in self.journeys]
        if all(type(number) is int for number, _ in numbered):
            numbered.sort(key=lambda each: int(each[0]))
        return [one for _, one in numbered]

    # Phases

    def _learn_phases(self, journey: Element) -> None:
        held = journey.first("journeyPhases")
        if held is None:
            return
        self.told.left(held.children, ("journeyPhase",))
        for element in held.all("journeyPhase"):
            self.told.attributes_left(element, ("phaseID", "phaseIDref", "phaseIDRef"))
            self.told.left(element.children, ("phaseName", "phaseDescription"))
            id_ = identity(element, "phaseID")
            name = short(element.said("phaseName") or id_, element.line, "phaseName")
            if not name:
                continue
            if id_ and self.by_id.setdefault(id_, name) != name:
                self.told.add("cjml.phase_twice", element.line, id=id_, name=self.by_id[id_])
                continue
            start = aside.made(IncomingPhase, {"name": name, **self.aside.of(element)})
            note = long(body(element.first("phaseDescription")), element.line, "phaseDescription")
            known = self.phases.setdefault(name, IncomingPhase(name))
            self.phases[name] = IncomingPhase(name, start.start if start else known.start, note or known.note)

    def _phase(self, point: Element) -> str:
        """The phase of a touchpoint; one that is told nowhere has its id for a name."""
        belongs = point.first("belongsTo")
        id_ = identity(belongs, "phaseIDref") or belongs.text.strip(BLANK) if belongs is not None else ""
        if not id_:
            return ""
        if id_ not in self.by_id:
            self.told.add("cjml.no_phase", point.line, id=id_)
            self.by_id[id_] = name = short(id_, point.line, "belongsTo")
            self.phases.setdefault(name, IncomingPhase(name))
        return self.by_id[id_]

    # Journeys

    def _journey(self, journey: Element, ids: list[str], points: Points, number: int) -> IncomingJourney:
        self.told.left(journey.children, _KNOWN)
        self.told.attributes_left(journey)
        variant: Variant = "desired" if journey.name == "plannedJourney" else "current"
        title = short(journey.said("journeyTitle") or journey.said("journeyID"), journey.line, "journeyTitle")
        user = self._user(journey, ids)
        persona = self.actors.known[user].name if user else ""
        if reference := journey.said("plannedReference"):
            self.told.add("cjml.reference", journey.line, id=reference)
        held = journey.first("touchpoints")
        points.plan = self._plan(reference)
        found = points.of(held, user) if held is not None else []
        base = IncomingStep(0, journey=title, persona=persona, variant=variant)
        before = len(self.steps)
        for element, step in found:
            own = replace(
                step, journey=title, persona=persona, variant=variant, phase=self._phase(element),
                key=f"{number}/{step.key}",
            )  # fmt: skip
            self.steps.append(own)
            self._learn_links(element, own, number)
        self._without_phase(self.steps[before:])
        question = self._told_of(journey, base)
        return IncomingJourney(title, persona, variant, question)

    def _plan(self, reference: str) -> dict[str, Element]:
        """The touchpoints of a planned journey by their ids."""
        planned = (one for one in self.journeys if one.name == "plannedJourney" and one.said("journeyID") == reference)
        held = next((found for one in planned if (found := one.first("touchpoints")) is not None), None)
        return {} if held is None or not reference else {point.said("touchpointID"): point for point in held.children}

    def _user(self, journey: Element, ids: list[str]) -> str:
        """The end user whose journey it is; further ones are people that are met."""
        users = [id_ for id_ in ids if self.actors.known[id_].end_user]
        if not users:
            met = {actor.id: actor for part in journey.every() if (actor := self._referred(part)) is not None}
            users = [id_ for id_, actor in met.items() if actor.end_user]
        for other in users[1:]:
            self.told.add("cjml.second_user", journey.line, name=self.actors.known[other].name)
        return users[0] if users else ""

    def _referred(self, part: Element) -> Any:
        return self.actors.known.get(identity(part, "actorIDref")) if part.name == "refersTo" else None

    def _without_phase(self, steps: list[IncomingStep]) -> None:
        without = [step.row for step in steps if not step.phase]
        if len(without) < len(steps):
            for row in without:
                self.told.add("cjml.without_phase", row)

    def _told_of(self, journey: Element, base: IncomingStep) -> str:
        """The question; what else is told of the journey hangs on its first phase."""
        summary = " ".join(journey.said("journeyShortSummary").split())
        texts = [("remark", journey.said(tag)) for tag in _TOLD]
        if len(summary) > TITLE_MAX:
            texts.insert(0, ("remark", summary))
            summary = ""
        elif summary and not self.ours:
            self.told.add("cjml.summary", journey.line)
        felt = journey.first("journeyExperience")
        if felt is not None:
            texts.append(("quote", felt.said("experienceDescription")))
            self.told.left(felt.children, ("experienceDescription",))
        phase = next((step.phase for step in self.steps if step.journey == base.journey and step.phase), "")
        for kind, text in texts:
            if text:
                self.told.add("cjml.told", journey.line)
                anchor = {"journey": base.journey, "persona": base.persona, "variant": base.variant, "phase": phase}
                note: Any = {"kind": kind, "text": long(text, journey.line, journey.name)}
                self.notes.append(IncomingNote(**note, **(anchor if phase else {})))  # type: ignore[arg-type]  # a table of the four
        return summary

    # What stands beside it

    def _learn_links(self, element: Element, step: IncomingStep, number: int) -> None:
        held = self.aside.of(element).get("links")
        for plain in held if isinstance(held, list) else []:
            named = {"source": step.key, **plain} if isinstance(plain, dict) else {}
            link = aside.made(IncomingLink, named)
            if link is None:
                self.told.add("xml.aside", element.line)
            else:
                self.links.append(replace(link, target=f"{number}/{link.target}"))

    def _all_links(self, journeys: list[Element]) -> tuple[IncomingLink, ...] | None:
        """None where the order of the touchpoints is all there is; a journey of ours tells every connection."""
        told = [number for number, each in enumerate(journeys) if "order" in self.aside.of(each)]
        if not told:
            return None
        keys = {step.key for step in self.steps}
        found = [link for link in self.links if link.target in keys and link.target != link.source]
        for number in set(range(len(journeys))) - set(told):
            front = [step.key for step in self.steps if step.stage == "front" and step.key.startswith(f"{number}/")]
            found += [IncomingLink(source, target) for source, target in pairwise(front)]
        return tuple(found)

    def _beside(self, held: dict[str, Any]) -> None:
        self.parties = self._sound(IncomingParty, held.get("parties"))
        self.notes += self._sound(IncomingNote, held.get("notes"))

    def _sound(self, cls: type[Any], held: object) -> list[Any]:
        found = aside.several(cls, held)
        if None in found:
            self.told.add("xml.aside", self.root.line)
        return [each for each in found if each is not None]


def _scale(root: Element, told: Told, *, ours: bool) -> ratings.Scale:
    """From 1 to 5, unless the numbers of the whole file reach further."""
    said = [each.text.strip(BLANK) for each in root.every() if each.name == "experienceRating"]
    numbers = [number for each in said if (number := ratings.number(each)) is not None]
    scale: ratings.Scale = "one_five" if all(1 <= each <= 5 for each in numbers) else ratings.scale_of(said)
    if numbers and not ours and scale != "ours":
        told.add(f"rows.scale_{scale}")
    return scale
