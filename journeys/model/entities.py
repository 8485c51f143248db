"""Everything a study consists of, as frozen values (the shared model, file format version 2)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Annotated, Literal

from journeys.model.fields import (
    MAX_DAYS,
    Body,
    Code,
    Colour,
    Count,
    Day,
    Hex,
    Id,
    Language,
    Many,
    Name,
    Place,
    Rating,
    Ref,
    Title,
    Whole,
    Zoom,
)  # fmt: skip
from journeys.model.values import Contact, Due, Duration, Evidence, Judgement

PartyKind = Literal[
    "municipality",
    "department",
    "executor",
    "government",
    "care",
    "business",
    "association",
    "social",
    "medium",
]
Group = Literal["resident", "non_resident", "business", "organisation", "other_government", "society", "internal"]
Variant = Literal["current", "desired"]
Stage = Literal["front", "back"]
NoteKind = Literal["need", "pain", "opportunity", "idea", "question", "quote", "remark"]
LaneKind = Literal["steps", "heartbeat", "contact", "needs", "opportunities", "backstage", "text"]


@dataclass(frozen=True, slots=True)
class Study:
    """One life event, studied: there is exactly one per document."""

    id: Id
    title: Name
    life_event: Code = ""
    country: Literal["nl", "be"] = "nl"
    language: Language = "nl"
    organisation: Title = ""
    scope: Annotated[Id, Ref("party")] | None = None
    end_day: Day = 365
    person_word: Title = ""
    edition: Count = 1
    review_on: dt.date | None = None
    expires_on: dt.date | None = None
    day0_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A named day that deadlines count from; exactly one is day 0."""

    id: Id
    name: Name
    day: Day
    is_day0: bool = False


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of time from `start_day` to where the next phase begins (the last: to the study's end)."""

    id: Id
    name: Name
    start_day: Day
    dated: bool = True
    facilitator_note: Body = ""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody involved; a party may be part of another and may act for the municipality."""

    id: Id
    name: Name
    kind: PartyKind = "business"
    parent: Annotated[Id, Ref("party")] | None = None
    acts_for: Annotated[Id, Ref("party")] | None = None
    colour: Colour = 0


@dataclass(frozen=True, slots=True)
class Channel:
    """A way of meeting: desk, telephone, website, home visit …"""

    id: Id
    name: Name
    icon: Code = ""
    order: Place = 0


@dataclass(frozen=True, slots=True)
class Persona:
    """The people whose life this is."""

    id: Id
    name: Name
    tagline: Title = ""
    group: Group = "resident"
    quote: Title = ""
    context: Body = ""
    portrait: Annotated[Id, Ref("image")] | None = None
    colour: Colour = 0
    digital_skill: Rating | None = None
    channels: Annotated[tuple[Annotated[Id, Ref("channel")], ...], Many(50)] = ()
    order: Place = 0
    privacy: Literal["fictional", "anonymised", "real"] = "fictional"
    consent_until: dt.date | None = None
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Journey:
    """One persona's way through the phases; its steps and links are a directed graph."""

    id: Id
    persona: Annotated[Id, Ref("persona", "drop")]
    title: Name
    question: Title = ""
    variant: Variant = "current"
    based_on: Annotated[Id, Ref("journey")] | None = None
    parent_step: Annotated[Id, Ref("step", "drop")] | None = None
    order: Place = 0


@dataclass(frozen=True, slots=True)
class Step:
    """Something a person does or meets (front stage), or that others do behind the scenes (back stage)."""

    id: Id
    journey: Annotated[Id, Ref("journey", "drop")]
    phase: Annotated[Id, Ref("phase", "drop")]
    stage: Stage = "front"
    column: Place = 0
    track: Place = 0
    title: Title = ""
    body: Body = ""
    day: Day | None = None
    lasts: Duration | None = None
    place: Title = ""
    contacts: Annotated[tuple[Contact, ...], Many(20)] = ()
    nobody: bool = False
    emotion: Rating | None = None
    moment_of_truth: bool = False
    image: Annotated[Id, Ref("image")] | None = None
    based_on: Annotated[Id, Ref("step")] | None = None
    judgement: Judgement = field(default_factory=Judgement)
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Link:
    """The flow from one step to another of the same journey; at most one per ordered pair."""

    id: Id
    source: Annotated[Id, Ref("step", "drop")]
    target: Annotated[Id, Ref("step", "drop")]
    label: Title = ""
    kind: Literal["next", "choice", "back"] = "next"


@dataclass(frozen=True, slots=True)
class Note:
    """A sticky note, anchored to a step, to a phase of a journey, to a persona, or parked (no anchor)."""

    id: Id
    kind: NoteKind
    text: Body = ""
    step: Annotated[Id, Ref("step", "drop")] | None = None
    journey: Annotated[Id, Ref("journey", "drop")] | None = None
    phase: Annotated[Id, Ref("phase", "drop")] | None = None
    persona: Annotated[Id, Ref("persona", "drop")] | None = None
    status: Literal["open", "planned", "done", "dropped"] = "open"
    answered_by: Annotated[Id, Ref("party")] | None = None
    addresses: Annotated[tuple[Annotated[Id, Ref("note")], ...], Many(200)] = ()
    via: Annotated[tuple[Annotated[Id, Ref("party")], ...], Many(50)] = ()
    small_gesture: bool = False
    proactive: bool = False
    owner: Title = ""
    due: dt.date | None = None
    votes: Count = 0
    order: Place = 0
    evidence: Evidence = field(default_factory=Evidence)


@dataclass(frozen=True, slots=True)
class Stance:
    """The team's word that absence in this phase of this journey is right, for one scope only."""

    id: Id
    journey: Annotated[Id, Ref("journey", "drop")]
    phase: Annotated[Id, Ref("phase", "drop")]
    scope: Annotated[Id, Ref("party", "drop")]
    reason: Body = ""
    by: Title = ""
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Mute:
    """A finding the team does not want to hear again, about these subjects, with a reason."""

    id: Id
    code: Code
    subjects: Annotated[tuple[Id, ...], Many(200)] = ()
    reason: Body = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known about the life event, with its source, the date it was checked and its status."""

    id: Id
    text: Body
    status: Literal["statutory", "usual", "local"] = "usual"
    source_title: Title = ""
    source_url: Title = ""
    checked_on: dt.date | None = None
    party: Annotated[Id, Ref("party")] | None = None
    from_day: Day | None = None
    to_day: Day | None = None
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where evidence comes from: so many people in an interview, survey, workshop …"""

    id: Id
    kind: Literal["interview", "survey", "data", "document", "workshop", "law"] = "interview"
    title: Title = ""
    on: dt.date | None = None
    people: Count = 0


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the map."""

    id: Id
    kind: LaneKind
    title: Title = ""
    order: Place = 0
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """Text in a custom lane, at a phase of a journey or under one step."""

    id: Id
    lane: Annotated[Id, Ref("lane", "drop")]
    journey: Annotated[Id, Ref("journey", "drop")]
    phase: Annotated[Id, Ref("phase", "drop")]
    step: Annotated[Id, Ref("step", "drop")] | None = None
    text: Body = ""


@dataclass(frozen=True, slots=True)
class View:
    """A saved choice of what is shown and how, for choosing again, presenting and printing.

    `journeys`: the first is the one on the map, none are all of the study; `lanes`: from top to bottom, none are those
    that the study shows; `zoom` in percent, None is the whole; `phase`: where what is in sight begins.
    """

    id: Id
    name: Name
    journeys: Annotated[tuple[Annotated[Id, Ref("journey")], ...], Many(500)] = ()
    lanes: Annotated[tuple[Annotated[Id, Ref("lane")], ...], Many(100)] = ()
    lens: Code | None = None
    axis: Literal["equal", "true"] = "equal"
    order: Place = 0
    shown: Literal["map", "table", "compare", "ecosystem"] = "map"
    zoom: Zoom | None = None
    phase: Annotated[Id, Ref("phase")] | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; its bytes lie beside the document under their sha256."""

    id: Id
    media: Literal["png", "jpeg"]
    width_px: Annotated[int, Whole(1, 10_000)]
    height_px: Annotated[int, Whole(1, 10_000)]
    sha256: Annotated[str, Hex(64)]
    alt: Title = ""
    caption: Title = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A named earlier state, kept beside the document: not undoable, `content` is zlib-compressed JSON."""

    id: Id
    name: Name
    made_at: dt.datetime
    content: bytes


Entity = (
    Study | Moment | Phase | Party | Channel | Persona | Journey | Step | Link | Note | Stance | Mute | Fact
    | Source | Lane | Cell | View | Image
)  # fmt: skip

__all__ = [
    "MAX_DAYS", "Cell", "Channel", "Entity", "Fact", "Image", "Journey", "Lane", "Link", "Moment", "Mute", "Note",
    "Party", "Persona", "Phase", "Snapshot", "Source", "Stance", "Step", "Study", "View",
]  # fmt: skip
