"""The comment lines in which our own diagrams carry what Mermaid has no word for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeys.edits.incoming import (
    IncomingContact,
    IncomingJourney,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    LinkKind,
)
from journeys.exchange import aside
from journeys.model.entities import Stage
from journeys.model.fields import Day, Place
from journeys.model.values import Duration, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.mermaid.told import Told

T = TypeVar("T")

MARK: Final = "levensreis:"
_OWN: Final = re.compile(r"%%\s*levensreis:\s*(.*)\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """Where an arrow from a step leads to, by the id of that step."""

    to: str
    label: str = ""
    kind: LinkKind = "next"


@dataclass(frozen=True, slots=True)
class OfStep:
    """What a task cannot hold; None and empty where it was not said.

    `untitled` is the word that stands in for a title, `unjudged` that nobody said how it felt. `to` are the arrows
    from it where those are other than one to the task that follows.
    """

    id: str = ""
    untitled: str = ""
    unjudged: bool = False
    stage: Stage | None = None
    body: str = ""
    day: Day | None = None
    lasts: Duration | None = None
    place: str = ""
    contacts: tuple[IncomingContact, ...] = ()
    nobody: bool = False
    moment_of_truth: bool | None = None
    status: Status | None = None
    evidence: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[IncomingNote, ...] = ()
    column: Place | None = None
    track: Place | None = None
    to: tuple[Target, ...] | None = None


GLOBAL: Final[dict[str, type[Any]]] = {
    "journey": IncomingJourney, "persona": IncomingPersona, "party": IncomingParty, "loose_note": IncomingNote,
}  # fmt: skip
"""What of a whole study may stand in a comment, each on a line of its own."""


def line(data: Mapping[str, Any]) -> str:
    """One comment line."""
    return f"%% {MARK} {aside.line(data)}"


def is_own(text: str) -> bool:
    return _OWN.match(text) is not None


def parsed(text: str, line: int, told: Told) -> dict[str, Any]:
    """What stands in a comment of ours; nothing, and a remark, where somebody broke it."""
    found = _OWN.match(text)
    assert found is not None
    data = aside.read(found[1])
    if data is None:
        told.add("own_broken", line)
    return data or {}


def value(cls: type[T], data: object, line: int, told: Told) -> T | None:
    """A value out of a comment: fields that it does not know or cannot read are left out and told."""
    if not isinstance(data, dict):
        told.add("own_broken", line)
        return None
    found, unknown, wrong = aside.kept(cls, data)
    for name in unknown:
        told.add("own_unknown", line, name=name[:40])
    for name in wrong:
        told.add("own_unread", line, name=name[:40])
    return found
