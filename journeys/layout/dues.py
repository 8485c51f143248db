"""Deadlines on the map: in the head of the phase in which they end, flagged where nobody of the scope is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.deadlines import deadlines, due_day
from journeys.i18n import N_, many
from journeys.layout import text
from journeys.layout.pen import height_of
from journeys.layout.timeaxis import date_on
from journeys.phrases.durations import day_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.document import Document

SIZE: Final = 0.9
MARK: Final = 0.95
ABOVE: Final = 0.25
IN: Final = 0.35
"""From the edge of a flag to its words."""
_QUIET: Final = many("deadline: {when}", "{n} deadlines, first: {when}")
_FLAGGED: Final = many("deadline without us: {when}", "{n} deadlines without us, first: {when}")
FLAGGED: Final = N_("A deadline ends while we are absent")
QUIET: Final = N_("A deadline ends in this phase")


class Due(NamedTuple):
    """The last days of the deadlines that end in a phase, the earliest first; flagged: nobody is there then."""

    days: tuple[int, ...]
    flagged: bool


class DuePlan(NamedTuple):
    """What is said of them, broken for the width of the head."""

    lines: tuple[str, ...]
    flagged: bool
    height: float


def dues(document: Document, look: Look, levels: Mapping[str, Level]) -> dict[str, Due]:
    """Phase → what to show: always where the scope is absent, all of them with real dates and under the lens of time.

    Nothing for the process behind a step, which has no presence.
    """
    if not levels or not any(fact.due for fact in document.facts.values()):
        return {}
    every = look.zero is not None or look.spec.lens == "time"
    found = {}
    for phase, facts in deadlines(document).items():
        absent = levels.get(phase) == "absent"
        if facts and phase in levels and (absent or every):
            held = (document.facts[fact].due for fact in facts)
            found[phase] = Due(tuple(sorted(due_day(document, due) for due in held if due is not None)), absent)
    return found


def plan(due: Due | None, room: float, look: Look) -> DuePlan | None:
    """The words under the period; `room`: the ems beside the head's edges."""
    if due is None:
        return None
    when = _when(due.days[0], look)
    words = look.say.many(*(_FLAGGED if due.flagged else _QUIET), len(due.days), when=when)
    times = look.spec.heads
    beside = (MARK + 0.3) * times + (2 * IN if due.flagged else 0.0)
    lines = text.lines(words, "semibold", (room - beside) / (SIZE * times), look.say.language)
    return DuePlan(lines, due.flagged, ABOVE + height_of(lines, SIZE * times) + (0.2 if due.flagged else 0.0))


def _when(day: int, look: Look) -> str:
    """Without its year, which the period of the phase says."""
    return day_text(day, look.say, short=True) if look.zero is None else date_on(look.zero, day, look.say, named=True)


def draw(pen: Pen, found: DuePlan, x: float, y: float, ink: str, look: Look) -> None:
    """From this place on, in this ink; flagged in the colours of a gap, on a ground of its own."""
    times = look.spec.heads
    mark, high = MARK * times, height_of(found.lines, SIZE * times)
    top = y + ABOVE
    if found.flagged:
        ink = "presence.gap.text"
        wide = mark + 0.3 * times + text.widest(found.lines, "semibold") * SIZE * times + 2 * IN
        pen.box(
            x - IN, top, wide, high + 0.2, fill="presence.gap", stroke="presence.gap.stroke", width=0.09,
            dash="dashed", radius=0.3,
        )  # fmt: skip
        top += 0.1
    alt = look.say(FLAGGED if found.flagged else QUIET)
    first = height_of(found.lines[:1], SIZE * times)
    pen.mark("flag" if found.flagged else "clock", x, top + (first - mark) / 2, mark, ink, alt)
    pen.text(found.lines, x + mark + 0.3 * times, top, size=SIZE * times, font="semibold", colour=ink)
