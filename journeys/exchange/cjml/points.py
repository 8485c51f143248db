"""One touchpoint of CJML as a step: who meets whom, how, and how that was."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from journeys.edits.incoming import IncomingContact, IncomingNote, IncomingStep
from journeys.exchange import aside, cells, ratings
from journeys.exchange.xml_remarks import BLANK, Told, body, long, short
from journeys.model.fields import MAX_DAYS

if TYPE_CHECKING:
    from journeys.exchange.cjml.actors import Actor, Actors
    from journeys.exchange.xml_tree import Element
    from journeys.model.entities import NoteKind

POINTS: Final = ("plannedCommunicationPoint", "actualCommunicationPoint", "plannedAction", "actualAction")
_ACTIONS: Final = ("plannedAction", "actualAction")
"""These have no channel."""
_TIMES: Final = ("timeConsumed", "timeReceived", "timeOriginated", "timeStarted", "timeCompleted")
_DURATIONS: Final = ("touchPointDuration", "touchpointDuration", "duration")
_TEXTS: Final = ("comment", "message", "description", "touchpointDescription")
_KNOWN: Final = (
    "touchpointID", "belongsTo", "compliance", "initiator", "receiver", "channel", "timestamps", "touchpointExperience",
    *_TEXTS, *_DURATIONS, *_TIMES,
)  # fmt: skip
_ONCE: Final = (
    "touchpointID", "belongsTo", "compliance", "initiator", "receiver", "channel", "touchpointExperience", *_DURATIONS,
)  # fmt: skip
"""Of these the first counts, and others are told."""
_COMPLIANCE: Final[dict[str, NoteKind]] = {"missing": "pain", "failing": "pain", "adhoc": "remark"}
"""What stands there where something did not go as planned → the kind of note that it becomes."""
_ID: Final = re.compile(r"[0-9a-f]{32}\Z")


class Days:
    """Dates become days; the first of the file is day 0."""

    def __init__(self, root: Element) -> None:
        found = (_date(each.text) for each in root.every() if each.name in _TIMES)
        self.first = min((date for date in found if date is not None), default=None)
        self.used = False

    def of(self, date: dt.date) -> int:
        self.used = True
        return (date - (self.first or date)).days

    def tell(self, told: Told) -> None:
        if self.used and self.first is not None:
            told.add("rows.first_date", date=self.first.strftime("%d-%m-%Y"))


@dataclass(slots=True)
class Points:
    """Reads the touchpoints of one journey after another."""

    told: Told
    actors: Actors
    scale: ratings.Scale
    days: Days
    plan: Mapping[str, Element] = field(default_factory=dict)
    """The touchpoints of the journey that this one was planned as, by their ids."""
    seen: set[str] = field(default_factory=set)

    def of(self, held: Element, user: str) -> list[tuple[Element, IncomingStep]]:
        """Each touchpoint with its step, in the order of the file; `user` is the actor whose journey it is."""
        self.seen = set()
        self.told.left(held.children, POINTS)
        self.told.attributes_left(held)
        return [(element, self._point(element, user)) for element in held.all(*POINTS)]

    def _point(self, element: Element, user: str) -> IncomingStep:
        self.told.left(element.children, _KNOWN)
        self.told.attributes_left(element)
        for name in _ONCE:
            self.told.left(element.all(name)[1:])
        beside = self.actors.beside.of(element)
        initiator, receiver = (self._part(element, name) for name in ("initiator", "receiver"))
        self._who_begins(element, initiator, receiver, user, beside)
        met = [actor for actor in (initiator, receiver) if actor is not None and actor.id != user]
        front = (initiator is None and receiver is None) or _meets(initiator, receiver)
        title, further = self._title(element, front=front)
        contacts = self._contacts(element, met)
        native = IncomingStep(
            element.line, title, stage="front" if front else "back", body="\n".join(filter(None, further)),
            day=None if "day" in beside else self._day(element), contacts=contacts,
            nobody=front and not contacts and element.name in _ACTIONS, emotion=self._emotion(element),
            notes=self._notes(element), key=self._key(element),
        )  # fmt: skip
        lasts = next((tag for tag in _DURATIONS if element.said(tag)), "")
        if lasts and (read := cells.lasts(element.said(lasts))) is not None:
            native = replace(native, lasts=read)
        elif lasts:
            self.told.left(element.all(lasts))
        if native.nobody and not beside:
            self.told.add("cjml.nobody", element.line)
        return self._missed(element, self._with(native, beside, element))

    def _part(self, element: Element, name: str) -> Actor | None:
        part = element.first(name)
        if part is not None:
            self.told.left(part.children, ("refersTo", f"{name}Label"))
        return self.actors.of(part)

    def _who_begins(
        self, element: Element, initiator: Actor | None, receiver: Actor | None, user: str, beside: dict[str, Any]
    ) -> None:
        """Levensreis does not know who begins a contact."""
        if initiator is not None and receiver is not None and receiver.id == user and not beside:
            self.told.add("cjml.initiator", element.line)

    def _key(self, element: Element) -> str:
        """The id of the touchpoint, with something behind it where another has that too."""
        id_ = " ".join(element.said("touchpointID").split())
        if not id_ or id_ in self.seen:
            if id_:
                self.told.add("cjml.id_twice", element.line, id=id_)
            id_ = f"{id_}#{element.line}/{len(self.seen)}"
        self.seen.add(id_)
        return id_

    # Words

    def _title(self, element: Element, *, front: bool) -> tuple[str, list[str]]:
        """What the end user does, else what the other does, else the channel; and what goes to the description."""
        labels = self._labels(element, front=front)
        planned = self.plan.get(element.said("touchpointID"))
        if not labels and planned is not None and (labels := self._labels(planned, front=front)[:1]):
            self.told.add("cjml.planned_words", element.line)
        texts = [text for tag in _TEXTS for each in element.all(tag) if (text := body(each))]
        for text in texts:
            long(text, element.line, _TEXTS[0])
        title = labels[0][1] if labels else self._named(element, texts)
        title, rest = self.told.title(title, element.line)
        others = [f"{actor.name}: {text}" if actor and actor.name else text for actor, text in labels[1:]]
        return title, [rest, *others, *texts]

    def _labels(self, element: Element, *, front: bool) -> list[tuple[Actor | None, str]]:
        """Who does what, the end user first."""
        said: list[tuple[Actor | None, str]] = []
        for name in ("initiator", "receiver"):
            part = element.first(name)
            text = part.said(f"{name}Label") if part is not None else ""
            said.append((self.actors.of(part), text))
        said.sort(key=lambda each: not (front and each[0] is not None and each[0].end_user))
        return [(actor, text) for actor, text in said if text]

    def _named(self, element: Element, texts: list[str]) -> str:
        """A touchpoint without words is called by its channel, or by its id."""
        if self.actors.beside.of(element).get("untitled") is True:
            return ""
        channel = _channel(element)
        found = channel or element.said("touchpointID")
        if not texts or channel:
            self.told.add("cjml.untitled", element.line, title=found)
            return found
        first = texts.pop(0)
        self.told.add("cjml.from_comment", element.line)
        return first

    # Values

    def _contacts(self, element: Element, met: Sequence[Actor]) -> tuple[IncomingContact, ...]:
        channel = short(_channel(element), element.line, "channelName")
        if (held := element.first("channel")) is not None:
            self.told.left(held.children, ("channelName",))
        parties = [actor.name for actor in met if actor.name]
        found = tuple(IncomingContact(party, channel) for party in dict.fromkeys(parties))
        return found or ((IncomingContact("", channel),) if channel else ())

    def _emotion(self, element: Element) -> int | None:
        felt = element.first("touchpointExperience")
        if felt is None:
            return None
        self.told.left(felt.children, ("experienceDescription", "experienceRating"))
        raw = felt.said("experienceRating")
        found = ratings.rating(raw, self.scale) if raw else None
        if raw and found is None:
            self.told.add("xml.unread", element.line, text=raw, name="experienceRating")
        return None if found is None else found.value

    def _day(self, element: Element) -> int | None:
        held = [*element.children, *(each for one in element.all("timestamps") for each in one.children)]
        times = [each for tag in _TIMES for each in held if each.name == tag and each.text.strip(BLANK)]
        for one in element.all("timestamps"):
            self.told.left(one.children, _TIMES)
        dates = [date for each in times if (date := _date(each.text)) is not None]
        for each in times:
            if _date(each.text) is None:
                self.told.add("xml.unread", each.line, text=each.text.strip(BLANK), name=each.name)
        if len(set(dates)) > 1:
            self.told.add("cjml.times", element.line)
        elif times and any("T" in each.text and not each.text.strip(BLANK).endswith("T00:00:00") for each in times):
            self.told.add("cjml.hours", element.line)
        day = self.days.of(dates[0]) if dates else None
        if day is None or day <= MAX_DAYS:
            return day
        self.told.add("xml.unread", times[0].line, text=times[0].text.strip(BLANK), name=times[0].name)
        return None

    def _notes(self, element: Element) -> tuple[IncomingNote, ...]:
        felt = element.first("touchpointExperience")
        quote = body(felt.first("experienceDescription")) if felt is not None else ""
        found = [IncomingNote("quote", long(quote, element.line, "experienceDescription"))] if quote else []
        if found and not self.actors.beside.of(element):
            self.told.add("cjml.quote", element.line)
        said = element.said("compliance").lower()
        if said in _COMPLIANCE and said != "missing":
            found.append(IncomingNote(_COMPLIANCE[said], f"compliance: {said}"))
            self.told.add("cjml.compliance", element.line, text=said)
        elif said not in ("", "completed", "missing"):
            self.told.add("xml.unread", element.line, text=said, name="compliance")
        return tuple(found)

    def _missed(self, element: Element, step: IncomingStep) -> IncomingStep:
        """What was planned and did not happen is no contact: whoever counts it as one sees presence where none was."""
        if element.said("compliance").lower() != "missing":
            return step
        self.told.add("cjml.missing", element.line)
        met = ", ".join(" – ".join(filter(None, (each.party, each.channel))) for each in step.contacts)
        note = IncomingNote("pain", f"compliance: missing ({met})" if met else "compliance: missing")
        return replace(step, contacts=(), nobody=step.stage == "front", notes=(*step.notes, note))

    # What stands beside it

    def _with(self, native: IncomingStep, beside: dict[str, Any], element: Element) -> IncomingStep:
        """The step with what CJML has no word for; where the two differ, somebody changed what other programs show."""
        held = {name: value for name, value in beside.items() if name not in ("links", "channel_as", "untitled")}
        if not beside:
            return native
        own = aside.made(IncomingStep, {**held, "row": native.row})
        if own is None:
            self.told.add("xml.aside", element.line)
            return native
        given = {name: getattr(own, name) for name in held if name not in ("emotion", "contacts", "nobody", "notes")}
        contacts = native.contacts
        if "contacts" in held or not native.contacts:
            as_told = beside.get("channel_as") if element.name not in _ACTIONS else _channel(element)
            contacts = _agreed(native.contacts, own.contacts, as_told)
        quotes = [note for note in native.notes if note.text not in {each.text for each in own.notes}]
        nobody = own.nobody if "nobody" in held else native.nobody
        if "id" in given and not _ID.match(own.id):
            given["id"] = ""
        return replace(
            native, **given, contacts=contacts, nobody=nobody and not contacts, notes=(*own.notes, *quotes),
            emotion=own.emotion if native.emotion is None else native.emotion,
        )  # fmt: skip


def _agreed(
    native: tuple[IncomingContact, ...], own: tuple[IncomingContact, ...], channel_as: object
) -> tuple[IncomingContact, ...]:
    """Our contacts, where the first of them is what CJML says; else that, and the further ones."""
    first = native[0] if native else IncomingContact()
    if own and first.party == own[0].party and first.channel in (own[0].channel, channel_as):
        return own
    if not native and own and not own[0].party:
        return own
    return tuple(dict.fromkeys((*native, *own[1:])))


def _meets(initiator: Actor | None, receiver: Actor | None) -> bool:
    """Whether one of the two is an end user."""
    return any(actor is not None and actor.end_user for actor in (initiator, receiver))


def _channel(element: Element) -> str:
    held = element.first("channel")
    return "" if held is None else held.said("channelName") or held.text.strip(BLANK)


def _date(raw: str) -> dt.date | None:
    """The date of a moment such as 2026-01-31T10:00:00."""
    found = cells.day(raw.strip(BLANK).split("T", maxsplit=1)[0].split(" ", maxsplit=1)[0])
    return found if isinstance(found, dt.date) else None
