"""The top of the map: phases with their periods, the axis when it is true to time, and the presence strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.presence import scope_of
from journeys.layout import dues, text
from journeys.layout.levels import level_look
from journeys.layout.pen import height_of
from journeys.model.time import side
from journeys.phrases.dates import period_said
from journeys.phrases.terms import level_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level, Scope
    from journeys.layout.columns import Span
    from journeys.layout.pen import Pen
    from journeys.layout.spec import Look
    from journeys.model.document import Document

NAME: Final = 1.18
PERIOD: Final = 0.9
LABEL: Final = 0.95
PAD: Final = 1.0
TOP: Final = 0.5
MARK: Final = 1.0
SIDE: Final = 0.45
"""Least room beside the presence label."""
BADGE: Final = 1.75


class HeadPlan(NamedTuple):
    """A phase's name and period, broken for its width."""

    name: tuple[str, ...]
    period: tuple[str, ...]
    due: dues.DuePlan | None
    height: float


class StripPlan(NamedTuple):
    """The presence label, broken for its width."""

    level: Level
    lines: tuple[str, ...]
    height: float
    aside: float
    """Room at the left that the number takes."""


def own_colour(document: Document, scope: Scope | None = None) -> str:
    """The organisation's colour: the prefix of roles, such as "party.0"; `scope`: where it was worked out before."""
    party = document.parties.get((scope or scope_of(document)).party or "")
    return f"party.{party.colour if party else 0}"


def head_plan(span: Span, look: Look, due: dues.Due | None = None) -> HeadPlan:
    """`due`: the deadlines that end in the phase and are shown."""
    room, times = span.w - PAD - 0.5, look.spec.heads
    phase = span.stretch.phase
    name = text.lines(phase.name, "bold", room / (NAME * times), look.language)
    period = _period(span, room / (PERIOD * times), look) if phase.dated else ()
    told = dues.plan(due, room, look)
    height = 2 * TOP + height_of(name, NAME * times) + height_of(period, PERIOD * times)
    return HeadPlan(name, period, told, height + (told.height if told else 0.0))


def _period(span: Span, room: float, look: Look) -> tuple[str, ...]:
    """The period in one line if need be with short words, else in several."""
    full = text.lines(period_said(span.stretch.period, look.zero, look.say), "regular", room, look.say.language)
    if len(full) == 1 or look.zero is not None:
        return full
    short = text.lines(
        period_said(span.stretch.period, None, look.say, short=True), "regular", room, look.say.language
    )  # fmt: skip
    return short if len(short) < len(full) else full


def is_desk(span: Span) -> bool:
    """Whether day 0 lies in this phase."""
    return side(span.stretch.period) == "at"


def draw_head(pen: Pen, span: Span, plan: HeadPlan, height: float, look: Look) -> None:
    """The phase's box, from its own left edge and the top."""
    desk = is_desk(span)
    phase = span.stretch.phase
    pen.about = phase.id
    pen.box(0, 0, span.w, height, fill=f"{look.own}.fill" if desk else "phase.fill", radius=0.45)
    words, small = (f"{look.own}.on", f"{look.own}.on") if desk else ("phase.text", "phase.muted")
    times = look.spec.heads
    down = pen.text(plan.name, PAD, TOP, size=NAME * times, font="bold", colour=words, role="heading")
    down = pen.text(plan.period, PAD, down, size=PERIOD * times, colour=small)
    if plan.due is not None:
        dues.draw(pen, plan.due, PAD, down, small, look)
    pen.target(0, 0, span.w, height, "phase", phase.id, "phase")
    if span.index:
        pen.target(-0.7, 0, 1.0, height, "phase", phase.id, "border")
    pen.about = None


def strip_plan(span: Span, level: Level, scope: str, look: Look) -> StripPlan:
    times = look.spec.heads
    aside = BADGE * times * 0.7 + 0.35 if span.phase in numbers(look) else SIDE
    room = span.w - aside - SIDE - MARK * times - 0.4
    lines = text.lines(level_label(level, scope, look.say), "semibold", room / (LABEL * times), look.say.language)
    return StripPlan(level, lines, 2 * 0.4 + height_of(lines, LABEL * times), aside)


def draw_strip(pen: Pen, span: Span, plan: StripPlan, height: float, number: int | None, look: Look) -> None:
    """The presence of the scope in this phase: pattern, mark and words; on paper the gap's number."""
    found = level_look(plan.level, look.own)
    pen.about = span.stretch.phase.id
    pen.box(
        0, 0, span.w, height, fill=found.fill, hatch=found.hatch, stroke=found.stroke, width=0.11, dash=found.dash,
        radius=0.4,
    )  # fmt: skip
    label, mark = LABEL * look.spec.heads, MARK * look.spec.heads
    wide, high = text.widest(plan.lines, "semibold") * label, height_of(plan.lines, label)
    left = max((span.w - wide - mark - 0.4) / 2, plan.aside)
    pen.mark(found.mark, left, (height - mark) / 2, mark, found.words)
    top = (height - high) / 2
    if found.hatch:
        pen.box(left - 0.25, top, wide + mark + 0.85, high, fill=found.fill, radius=0.3)
        pen.shapes[-1], pen.shapes[-2] = pen.shapes[-2], pen.shapes[-1]
    pen.text(plan.lines, left + mark + 0.4, top, size=label, font="semibold", colour=found.words)
    if number is not None:
        _draw_number(pen, number, look.spec.heads, look.say("Gap {n}", n=number))
    pen.target(0, 0, span.w, height, "phase", span.stretch.phase.id, "presence")
    pen.about = None


def _draw_number(pen: Pen, number: int, times: float, alt: str) -> None:
    """The gap's number in a disc over the strip's corner."""
    badge = BADGE * times
    pen.box(-badge * 0.3, -badge * 0.32, badge, badge, fill="badge.fill", radius=badge / 2)
    pen.text(
        (str(number),), badge * 0.2, -badge * 0.32 + (badge - 1.24 * times) / 2 + 0.08 * times, size=times, font="bold",
        colour="badge.text", anchor="middle", alt=alt,
    )  # fmt: skip


def numbers(look: Look) -> Mapping[str, int]:
    """The flags' numbers by phase."""
    return dict(look.spec.numbers)
