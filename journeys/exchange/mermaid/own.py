"""The comment lines in which our own diagrams carry what Mermaid has no word for."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

from journeys.edits.incoming import (
    IncomingContact,
    IncomingJourney,
    IncomingNote,
    IncomingParty,
    IncomingPersona,
    IncomingPhase,
    LinkKind,
)
from journeys.errors import ExchangeError
from journeys.exchange import strict_json
from journeys.model.entities import Stage
from journeys.model.fields import MAX_DAYS, MAX_PLACES
from journeys.model.plain import from_plain, plain_value
from journeys.model.values import Duration, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.exchange.mermaid.told import Told

T = TypeVar("T")

MARK: Final = "levensreis:"
_OWN: Final = re.compile(r"%%\s*levensreis:\s*(.*)\Z", re.IGNORECASE)
_UNSAFE: Final = re.compile("[%<>&\x7f-\x9f\u2028\u2029]")
_LONGEST: Final = 100_000


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
    day: int | None = None
    lasts: Duration | None = None
    place: str = ""
    contacts: tuple[IncomingContact, ...] = ()
    nobody: bool = False
    moment_of_truth: bool | None = None
    status: Status | None = None
    evidence: str = ""
    sources: tuple[str, ...] = ()
    notes: tuple[IncomingNote, ...] = ()
    column: int | None = None
    track: int | None = None
    to: tuple[Target, ...] | None = None


GLOBAL: Final[dict[str, type[Any]]] = {
    "journey": IncomingJourney, "persona": IncomingPersona, "party": IncomingParty, "loose_note": IncomingNote,
}  # fmt: skip
"""What of a whole study may stand in a comment, each on a line of its own."""


def line(data: Mapping[str, Any]) -> str:
    """One comment line; what Mermaid or a page around it would act on is written as a code."""
    text = json.dumps(data, ensure_ascii=False)
    return f"%% {MARK} " + _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def said(value: object, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The fields of a value that say something."""
    return {
        field.name: _bare(held)
        for field in fields(value)  # type: ignore[arg-type]  # every value here is a dataclass
        if field.name not in without and (held := getattr(value, field.name)) != field.default
    }


def _bare(held: object) -> Any:
    if isinstance(held, tuple):
        return [_bare(each) for each in held]
    return said(held) if is_dataclass(held) else plain_value(held)


def is_own(text: str) -> bool:
    return _OWN.match(text) is not None


def parsed(text: str, line: int, told: Told) -> dict[str, Any]:
    """What stands in a comment of ours; nothing, and a remark, where somebody broke it."""
    found = _OWN.match(text)
    assert found is not None
    try:
        data = strict_json.parse(found[1].encode("utf-8", "replace"))
    except ExchangeError:
        data = None
    if isinstance(data, dict):
        return data
    told.add("own_broken", line)
    return {}


def value(cls: type[T], data: object, line: int, told: Told) -> T | None:
    """A value out of a comment: fields that it does not know or cannot read are left out and told."""
    if not isinstance(data, dict):
        told.add("own_broken", line)
        return None
    known = {field.name for field in fields(cls)}  # type: ignore[arg-type]  # every cls here is a dataclass
    for name in sorted(set(data) - known):
        told.add("own_unknown", line, name=name[:40])
    kept = {name: held for name, held in data.items() if name in known}
    while True:
        try:
            return from_plain(cls, kept)
        except ExchangeError as error:
            name = re.split(r"[.\[]", str(error.values.get("where", "")))[0]
            told.add("own_unread", line, name=name[:40])
            if kept.pop(name, None) is None:
                return None


def of_step(data: object, line: int, told: Told) -> OfStep:
    """What a comment says of the task above it, as far as a study can hold it."""
    found = value(OfStep, data, line, told)
    if found is None:
        return OfStep()
    wild = [name for name, fits in _FITS.items() if (held := getattr(found, name)) is not None and not fits(held)]
    for name in wild:
        told.add("own_unread", line, name=name)
    without: dict[str, Any] = dict.fromkeys(wild)
    return replace(found, **without)


def of_phase(data: object, line: int, told: Told) -> IncomingPhase | None:
    """What a comment says of the section above it."""
    found = value(IncomingPhase, {"name": "", **data} if isinstance(data, dict) else data, line, told)
    if found is None or found.start is None or _a_day(found.start):
        return found
    told.add("own_unread", line, name="start")
    return replace(found, start=None)


def _a_day(day: int) -> bool:
    return -MAX_DAYS <= day <= MAX_DAYS


def _a_place(place: int) -> bool:
    return 0 <= place <= MAX_PLACES


_FITS: Final[dict[str, Callable[[Any], bool]]] = {
    "day": _a_day, "column": _a_place, "track": _a_place,
    "lasts": lambda lasts: 0 <= lasts.least <= lasts.most <= _LONGEST,
}  # fmt: skip
