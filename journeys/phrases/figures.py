"""What is drawn, in words for who does not see it: the curve of feelings, and the axis of time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from journeys.analysis.curve import curve
from journeys.model.time import periods, phases_in_order
from journeys.phrases.dates import day_said
from journeys.phrases.durations import duration
from journeys.phrases.terms import joined, quoted, signed

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from journeys.analysis.compare import Beat
    from journeys.analysis.curve import Curve
    from journeys.i18n import Words
    from journeys.model.document import Document

MOST: Final = 6
"""Turns that are told one by one; of a curve with more, only what matters most."""
_NAME: Final = 60
"""Characters of a step's title, at most."""


def curve_text(document: Document, journey: str, say: Words, phases: Collection[str] | None = None) -> str:
    """ "The feeling falls from +1 to −2 at “Recognition”."; empty where no step (of these phases) is judged."""
    found = curve(document, journey, phases)
    if not found.turns:
        return ""
    if len(found.turns) == 1 or found.highest.emotion == found.lowest.emotion:
        return _level(document, found.turns, say)
    if len(found.turns) == 2:
        return _one_move(document, *found.turns, say)
    return _moves(document, found.turns, say) if len(found.turns) <= MOST else _shape(document, found, say)


def axis_text(document: Document, say: Words) -> str:
    """From when to when the axis goes, and which phase takes longest; empty where time is not known."""
    dated = [phase for phase in phases_in_order(document) if phase.dated]
    if len(dated) < 2:
        return ""
    known, zero = periods(document), document.study.day0_date
    longest = max(dated, key=lambda phase: known[phase.id][1] - known[phase.id][0])
    start, end = known[longest.id]
    return say(
        "Axis of time, true to scale, from {start} to {end}. The longest phase is {phase}: {duration}.",
        start=day_said(known[dated[0].id][0], zero, say), end=day_said(known[dated[-1].id][1], zero, say),
        phase=quoted(longest.name), duration=duration(end - start, say),
    )  # fmt: skip


def link_texts(document: Document, journey: str, say: Words) -> dict[str, str]:
    """What stands on the connections, with the steps that they lead from and to, by the connection's id."""
    return {
        link.id: say(
            "From {start} to {end}: {words}", start=_title(document, link.source, say),
            end=_title(document, link.target, say), words=link.label,
        )
        for link in document.links.values() if link.label and document.steps[link.source].journey == journey
    }  # fmt: skip


def _title(document: Document, step: str, say: Words) -> str:
    return quoted(document.steps[step].title or say("Without a title"), _NAME)


def _name(document: Document, beat: Beat, say: Words) -> str:
    return _title(document, beat.step, say)


def _level(document: Document, turns: Sequence[Beat], say: Words) -> str:
    emotion, first = signed(turns[0].emotion), _name(document, turns[0], say)
    if len(turns) == 1:
        return say("The feeling is {emotion} at {step}.", emotion=emotion, step=first)
    return say(
        "The feeling stays {emotion}, from {first} to {last}.",
        emotion=emotion, first=first, last=_name(document, turns[-1], say),
    )  # fmt: skip


def _one_move(document: Document, one: Beat, other: Beat, say: Words) -> str:
    values = {"start": signed(one.emotion), "end": signed(other.emotion), "step": _name(document, other, say)}
    if other.emotion < one.emotion:
        return say("The feeling falls from {start} to {end} at {step}.", **values)
    return say("The feeling rises from {start} to {end} at {step}.", **values)


def _moves(document: Document, turns: Sequence[Beat], say: Words) -> str:
    """From the beginning, turn by turn."""
    start = say(
        "The feeling begins at {emotion} at {step}", emotion=signed(turns[0].emotion),
        step=_name(document, turns[0], say),
    )  # fmt: skip
    moves = [start]
    for one, other in pairwise(turns):
        values = {"emotion": signed(other.emotion), "step": _name(document, other, say)}
        falls = other.emotion < one.emotion
        moves.append(
            say("falls to {emotion} at {step}", **values) if falls else say("rises to {emotion} at {step}", **values)
        )
    return f"{joined(moves, say)}."


def _shape(document: Document, found: Curve, say: Words) -> str:
    """Of a long curve: the highest, the lowest, the deepest fall, where it begins and ends."""
    first, last = found.turns[0], found.turns[-1]
    told = [
        say(
            "The feeling begins at {start} at {first} and ends at {end} at {last}.",
            start=signed(first.emotion), first=_name(document, first, say),
            end=signed(last.emotion), last=_name(document, last, say),
        ),
        say("Highest: {emotion} at {step}.", emotion=signed(found.highest.emotion),
            step=_name(document, found.highest, say)),
        say("Lowest: {emotion} at {step}.", emotion=signed(found.lowest.emotion),
            step=_name(document, found.lowest, say)),
    ]  # fmt: skip
    if found.fall is not None:
        top, dip = found.fall
        told.append(say(
            "Sharpest fall: from {start} at {top} to {end} at {dip}.",
            start=signed(top.emotion), top=_name(document, top, say), end=signed(dip.emotion),
            dip=_name(document, dip, say),
        ))  # fmt: skip
    return " ".join(told)
