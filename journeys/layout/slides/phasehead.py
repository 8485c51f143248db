"""The head of a phase's slide: its name and period, and how present the scope is, in words and with its own symbol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.deadlines import due_day
from journeys.analysis.gaps import gaps_in
from journeys.layout.slides import emblems
from journeys.layout.slides.ground import TITLE
from journeys.layout.slides.writing import Setting, fitted, heading, line, put
from journeys.layout.text import Within
from journeys.phrases.dates import day_said, period_said
from journeys.phrases.gaps import headline, reach_sentence
from journeys.phrases.slides import deadlines_text, phase_title
from journeys.phrases.terms import capital, level_label, scope_word

if TYPE_CHECKING:
    from journeys.analysis.gaps import Gap
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground

NAMES: Final = (4.0, 3.6, 3.2, 2.9, TITLE)
PERIOD: Final = (1.35, 1.2, 1.1, 1.0)
BADGE: Final = (1.6, 1.45, 1.3, 1.15, 1.0)
DISC: Final = 5.2
SMALL: Final = 1.2
MET: Final = (1.4, 1.25, 1.15, 1.05, 1.0)
PILL: Final = 9.5


class Due(NamedTuple):
    """The first deadline that ends here; flagged: nobody of the scope is there then."""

    words: Setting
    flagged: bool


class Head(NamedTuple):
    """All broken for its room; `aside`: the width of what stands at the right, 0 when it stands underneath."""

    name: Setting
    period: Setting
    badge: Setting | None
    due: Due | None
    met: Setting | None
    aside: float
    disc: float

    @property
    def right(self) -> float:
        """How high the part about presence is."""
        badge = max(self.badge.height, self.badge.size * 1.2) + 1.1 if self.badge else 0.0
        return badge + (self.due.words.height + 0.45 if self.due else 0.0)

    @property
    def left(self) -> float:
        return max(self.name.height + self.period.height - 0.3, self.disc)

    @property
    def height(self) -> float:
        below = self.met.height + 0.6 if self.met else 0.0
        if self.aside:
            return max(self.left, self.right) + below
        return self.left + (self.right + 0.6 if self.right else 0.0) + below


def plan(ground: Ground, phase: str) -> Head:
    """Broken for this stage."""
    level = ground.levels.get(phase)
    aside = 0.0 if ground.narrow or not level else ground.room * 0.41
    disc = 3.2 if ground.narrow else DISC
    room = ground.room - disc - 1.2 - (aside + 1.5 if aside else 0.0)
    beside = aside or ground.room
    told = phase_title(ground.document, ground.slide, ground.say)
    name = heading(told, room, NAMES, ground.language)
    if aside and (name.told or any(isinstance(part, Within) for part in name.lines)):
        room += aside + 1.5
        aside, beside = 0.0, ground.room
        name = heading(told, room, NAMES, ground.language)
    wished = PILL if ground.journey.variant == "desired" else 0.0
    period = _under(ground, phase, room - wished)
    gap = _gap(ground, phase) if level == "absent" else None
    badge = emblems.badge_words(ground, _label(ground, phase, gap), beside, BADGE) if level else None
    due = None if ground.narrow else _due(ground, phase, beside)
    met = None if ground.narrow else _met(ground, phase, gap)
    return Head(name, period, badge, due, met, aside, disc)


def _under(ground: Ground, phase: str, room: float) -> Setting:
    """When it is; and whose journey this is, where that fits beside it."""
    dated = ground.document.phases[phase].dated
    when = period_said(ground.seen.periods[phase], ground.look.zero, ground.say) if dated else ""
    both = " · ".join(part for part in (when, ground.persona.name) if part)
    whole = fitted(both, "regular", room, PERIOD, 1, ground.say.language)
    return fitted(when, "regular", room, PERIOD, 2, ground.say.language) if whole.told and when else whole


def _gap(ground: Ground, phase: str) -> Gap | None:
    return next((gap for gap in gaps_in(ground.seen, ground.journey) if gap.phase == phase), None)


def _label(ground: Ground, phase: str, gap: Gap | None) -> str:
    """ "Municipality absent for 5½ months", "Via partner" …"""
    scope = ground.seen.scope.party
    if gap is not None:
        return headline(gap, ground.document, ground.say, scope)
    return capital(level_label(ground.levels[phase], scope_word(ground.document, scope, ground.say), ground.say))


def _due(ground: Ground, phase: str, room: float) -> Due | None:
    facts = [ground.document.facts[fact] for fact in ground.seen.deadlines.get(phase, ())]
    days = [due_day(ground.document, fact.due) for fact in facts if fact.due is not None]
    if not days:
        return None
    flagged = ground.levels.get(phase) == "absent"
    when = day_said(days[0], ground.look.zero, ground.say)
    told = deadlines_text(len(days), when, ground.say, flagged=flagged)
    return Due(line(told, "semibold", room - 1.8, SMALL, ground.say.language, 2), flagged)


def _met(ground: Ground, phase: str, gap: Gap | None) -> Setting | None:
    """Whom they do meet where the scope is absent; why it is, where that is deliberate."""
    told = reach_sentence(gap, ground.document, ground.say) if gap else ""
    if ground.levels.get(phase) == "deliberate":
        here = (ground.journey.id, phase, ground.seen.scope.party)
        stances = ground.document.stances.values()
        told = next((s.reason for s in stances if (s.journey, s.phase, s.scope) == here), "")
    return fitted(told, "regular", ground.room, MET, 1, ground.language) if told else None


def draw(pen: Pen, ground: Ground, head: Head, y: float) -> None:
    """From `y` on: at the left what it is called, at the right who is there."""
    phase, left = ground.slide.subject, ground.left
    emblems.disc(pen, ground, left, y + max(head.left - head.disc, 0.0) / 2 * bool(head.aside), head.disc)
    x = left + head.disc + 1.2
    pen.about = phase
    down = put(pen, head.name, x, y - 0.3, role="title")
    put(pen, head.period, x, down, colour="muted")
    pen.target(x, y, max(head.name.width, 4.0), head.name.height, "phase", phase, "phase")
    pen.about = None
    if ground.journey.variant == "desired":
        emblems.variant(pen, ground, x + head.period.width + 0.8, down + 0.1, PILL - 0.8)
    at = (left + ground.room - head.aside, y) if head.aside else (left, y + head.left + 0.6)
    _presence(pen, ground, head, *at)
    if head.met is not None:
        put(pen, head.met, left, y + head.height - head.met.height)


def _presence(pen: Pen, ground: Ground, head: Head, x: float, y: float) -> None:
    phase = ground.slide.subject
    if head.badge is not None:
        pen.about = phase
        wide, high = emblems.badge(pen, ground, ground.levels[phase], head.badge, x, y)
        pen.target(x, y, wide, high, "phase", phase, "presence")
        pen.about = None
        y += high
    if head.due is not None:
        ink = "deadline" if head.due.flagged else "muted"
        pen.mark("flag" if head.due.flagged else "clock", x, y + 0.55, 1.2, ink)
        y = put(pen, head.due.words, x + 1.8, y + 0.45, colour=ink)
