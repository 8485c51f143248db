"""What comes in from a table or from pasted lines, as plain values: steps by name, and what was guessed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from journeys.model.entities import NoteKind, Stage
from journeys.model.values import Duration, Status


@dataclass(frozen=True, slots=True)
class Remark:
    """Something guessed, changed or left out; `messages` has the sentence for the code, `rows` say where."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class IncomingNote:
    """A note that is to hang on the step."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class IncomingContact:
    """Whom the person meets and how, by name; either may be empty."""

    party: str = ""
    channel: str = ""


@dataclass(frozen=True, slots=True)
class IncomingPhase:
    """A phase by name, in the order of the table; `start` is its first day where the table has one."""

    name: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class IncomingStep:
    """One step, everything by name; what is empty or None was not given and changes nothing.

    `id` is that of a step in the study which this one is to change, or empty.
    """

    row: int
    title: str = ""
    id: str = ""
    journey: str = ""
    persona: str = ""
    phase: str = ""
    stage: Stage | None = None
    body: str = ""
    day: int | None = None
    lasts: Duration | None = None
    place: str = ""
    contacts: tuple[IncomingContact, ...] = ()
    nobody: bool = False
    emotion: int | None = None
    moment_of_truth: bool | None = None
    status: Status | None = None
    evidence: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[IncomingNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """Steps in the order in which they were found, the phases they name, and the remarks of whoever read them."""

    steps: tuple[IncomingStep, ...] = ()
    phases: tuple[IncomingPhase, ...] = ()
    remarks: tuple[Remark, ...] = ()


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
