"""One line of a journey diagram: what kind of statement it is, and the parts of a task."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from journeys.exchange.mermaid.escapes import decoded

if TYPE_CHECKING:
    from journeys.exchange.mermaid.told import Told

Kind = Literal["nothing", "comment", "title", "section", "acc_title", "acc_descr", "acc_descr_open", "task"]

_STATEMENTS: Final[tuple[tuple[re.Pattern[str], Kind], ...]] = (
    (re.compile(r"title(?:\s+(.*)|\Z)", re.IGNORECASE), "title"),
    (re.compile(r"section(?:\s+(.*)|\Z)", re.IGNORECASE), "section"),
    (re.compile(r"acctitle\s*:\s*(.*)\Z", re.IGNORECASE), "acc_title"),
    (re.compile(r"accdescr\s*:\s*(.*)\Z", re.IGNORECASE), "acc_descr"),
    (re.compile(r"accdescr\s*\{\s*(.*)\Z", re.IGNORECASE), "acc_descr_open"),
)
_HASH: Final = re.compile(r"#(?![0-9A-Za-z_]+;)")
_CODE: Final = re.compile(r"#[0-9A-Za-z_]+;")
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Task:
    """A step as Mermaid says it; a score of None was not said or not understood."""

    name: str
    score: int | None = None
    actors: tuple[str, ...] = ()


def statement(said: str, line: int, told: Told) -> tuple[Kind, str]:
    """What a line is, and the text of it; what only Mermaid's lexer minds is mended and told."""
    bare = said.strip()
    if bare.startswith("%"):
        return "comment", bare
    bare = _without_note(bare, line, told)
    if bare.endswith(";") and not re.search(r"#[0-9A-Za-z_]+;\Z", bare):
        told.add("semicolon", line)
        bare = bare.rstrip("; \t")
    if not bare:
        return "nothing", ""
    for pattern, kind in _STATEMENTS:
        found = pattern.match(bare)
        if found is not None:
            return kind, (found[1] or "").strip()
    return "task", bare


def _without_note(bare: str, line: int, told: Told) -> str:
    """Without what stands from # on; unless the score stands behind it, for then it belongs to the name."""
    found = _HASH.search(bare)
    if found is None:
        return bare
    before = bare[: found.start()]
    if found.start() and ":" not in before and ":" in bare and not before.lower().startswith(("section ", "title ")):
        told.add("hash", line)
        return bare
    told.add("comment", line)
    return before.rstrip()


def task(said: str, line: int, told: Told) -> Task:
    """The name, score and actors of a task, with every habit that Mermaid forgives and some that it does not."""
    pieces = [piece.strip() for piece in said.split(":")]
    if len(pieces) == 1:
        told.add("no_score", line)
        return Task(decoded(pieces[0]))
    at = _score_at(pieces)
    if at is None:
        return _without_score(pieces, line, told)
    if at > 1:
        told.add("colon", line)
    return Task(decoded(": ".join(pieces[:at])), _score(pieces[at], line, told), _actors(pieces[at + 1 :], line, told))


def _score_at(pieces: list[str]) -> int | None:
    """Which piece is the score: the second; or a later number, where a colon stands in the name."""
    if _NUMBER.match(pieces[1]):
        return 1
    return next(
        (index for index in (len(pieces) - 2, len(pieces) - 1) if index > 1 and _NUMBER.match(pieces[index])), None
    )


def _without_score(pieces: list[str], line: int, told: Told) -> Task:
    if len(pieces) == 2 and pieces[1]:
        told.add("no_score", line)
        return Task(decoded(": ".join(pieces)))
    if pieces[1]:
        told.add("score_unread", line, text=decoded(pieces[1])[:40])
    else:
        told.add("no_score", line)
    return Task(decoded(pieces[0]), None, _actors(pieces[2:], line, told))


def _score(said: str, line: int, told: Told) -> int:
    """From 1 to 5; what lies outside becomes the nearest, and half a point counts up."""
    number = float(said.replace(",", "."))
    clamped = min(5.0, max(1.0, number))
    if clamped != number:
        told.add("score_range", line, text=said[:12])
    whole = math.floor(clamped + 0.5)
    if whole != clamped:
        told.add("score_part", line, text=said[:12], number=whole)
    return whole


def _actors(pieces: list[str], line: int, told: Told) -> tuple[str, ...]:
    if len(pieces) > 1 and any(pieces[1:]):
        told.add("actor_colon", line)
    whole = ": ".join(pieces).rstrip(": ") if len(pieces) > 1 else "".join(pieces)
    if "%%" in whole:
        told.add("percent", line)
    named = (" ".join(decoded(actor).split()) for actor in whole.split(","))
    return tuple(dict.fromkeys(filter(None, named)))
