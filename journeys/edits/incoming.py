"""Journeys on their way in or out as plain values: steps by name, and what was guessed on the way.

Readers of files give an Incoming, and the intake makes one edit of it; writers of files are given what `outgoing`
makes of a study, which is an Incoming too. So a format holds a study as well as both agree about.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from journeys.model.entities import Group, NoteKind, PartyKind, Stage, Variant
from journeys.model.fields import Day, Place, Rating
from journeys.model.values import Duration, Status

NoteStatus = Literal["open", "planned", "done", "dropped"]
LinkKind = Literal["next", "choice", "back"]


MOST_PHASES: Final = 1_000
MOST_LINKS: Final = 80_000
"""More of them come from a file that is no journey; finding room for each would take minutes."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something guessed, changed or left out; `messages` has the sentence for the code, `rows` say where."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingNote:
    """A note that is to hang on its step; without one on the phase of a journey, on a persona, or parked.

    `id` is that of a note in the study which this one is to change, or empty. The rest is as in Note: a status of
    None, an empty owner and no date were not given and change nothing.
    """

    kind: NoteKind
    text: str
    id: str = ""
    status: NoteStatus | None = None
    owner: str = ""
    due: dt.date | None = None
    persona: str = ""
    journey: str = ""
    variant: Variant | None = None
    phase: str = ""


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """Whom the person meets, how, and for whom that party passes something on: by name, each may be empty."""

    party: str = ""
    channel: str = ""
    passes_on_for: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPhase:
    """A phase by name, in the order of the table; `start` is its first day where the table has one."""

    name: str
    start: Day | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class IncomingParty:
    """What is known of a party beside its name; used where the study does not have it yet."""

    name: str
    kind: PartyKind | None = None
    parent: str = ""
    acts_for: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPersona:
    """What is known of a persona beside the name; what the study has already stays."""

    name: str
    tagline: str = ""
    quote: str = ""
    context: str = ""
    group: Group | None = None


@dataclass(frozen=True, slots=True)
class IncomingJourney:
    """What is known of a journey beside title, persona and variant, by which steps name it."""

    title: str
    persona: str = ""
    variant: Variant | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class IncomingStep:
    """One step, everything by name; what is empty or None was not given and changes nothing.

    `row` is where it stands in its file, `id` that of a step in the study which this one is to change, or empty.
    `key` is what links call it, where there are any; `column` and `track` are its place in its phase where the
    format knows one, and hold only where the journey is a new one.
    """

    row: int
    title: str = ""
    id: str = ""
    journey: str = ""
    persona: str = ""
    phase: str = ""
    stage: Stage | None = None
    body: str = ""
    day: Day | None = None
    lasts: Duration | None = None
    place: str = ""
    contacts: tuple[IncomingContact, ...] = ()
    nobody: bool = False
    emotion: Rating | None = None
    moment_of_truth: bool | None = None
    status: Status | None = None
    evidence: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[IncomingNote, ...] = ()
    variant: Variant | None = None
    key: str = ""
    column: Place | None = None
    track: Place | None = None


@dataclass(frozen=True, slots=True)
class IncomingLink:
    """A connection between two steps of one journey, by their keys."""

    source: str
    target: str
    label: str = ""
    kind: LinkKind = "next"


@dataclass(frozen=True, slots=True)
class Incoming:
    """Steps in the order in which they were found, what they name, and the remarks of whoever read them.

    `links` of None: nothing is said about connections, so what follows one another is connected; else these are all.
    `notes` are those that hang on no step.
    """

    steps: tuple[IncomingStep, ...] = ()
    phases: tuple[IncomingPhase, ...] = ()
    remarks: tuple[Remark, ...] = ()
    links: tuple[IncomingLink, ...] | None = None
    notes: tuple[IncomingNote, ...] = ()
    journeys: tuple[IncomingJourney, ...] = ()
    personas: tuple[IncomingPersona, ...] = ()
    parties: tuple[IncomingParty, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """Where steps go that do not say it themselves.

    `journey` is an id, or empty for a new one with this `title` and `persona`. At most one of `after` (a step),
    and `phase` with or without `column` says where in it. `fresh`: the study is still empty, so its phases,
    persona and journey give way to what comes in.
    """

    journey: str = ""
    title: str = ""
    persona: str = ""
    after: str = ""
    phase: str = ""
    column: int | None = None
    fresh: bool = False
    study: str = ""
    """The title of the study from now on, where it is a new one."""
    again: bool = True
    """Whether a row comes in that says what a step of its journey and phase says already."""
