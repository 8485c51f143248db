"""The gaps, revealed one by one: how long, what was needed, how it felt, who was there instead; then what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.gaps import gaps_in
from journeys.layout.drawing import Rect
from journeys.layout.slides import emblems, lower, severity, stickies, strip
from journeys.layout.slides.ground import BOTTOM, TITLE, TOP
from journeys.layout.slides.programme import reveals
from journeys.layout.slides.writing import Setting, fitted, heading, line, put
from journeys.phrases.gaps import headline, suggestion, the_scope
from journeys.phrases.slides import gap_counts, needs_caption
from journeys.phrases.terms import capital, degree_word, emotion_word, person_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.gaps import Gap, Reach
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground

STRIP: Final = 3.0
ROW: Final = 2.7
ASIDE: Final = 14.0
"""The width of the list of what was revealed before."""
PARTY: Final = 2.15
FACE: Final = 2.7
FACTS: Final = 3.8
CAPTION: Final = 4.0
DOTS: Final = 5
"""With more personas than this, numbers alone tell how many."""


def found_in(ground: Ground) -> list[Gap]:
    """In order of time, so that the strip fills from left to right."""
    if ground.journey.id not in ground.seen.levels:
        return []
    return sorted(gaps_in(ground.seen, ground.journey), key=lambda gap: ground.seen.periods[gap.phase])


def layers(ground: Ground) -> list[Layer]:
    found = found_in(ground)
    most = reveals(found)
    shown = most if ground.shown is None else min(max(ground.shown, 0), most)
    told = found[:shown]
    title = _title(ground)
    y = TOP + title.height + 0.7
    area = Rect(ground.left, y, ground.room, STRIP)
    now = told[-1].phase if told and shown <= len(found) else ""
    hidden = {gap.phase for gap in found[shown:]}
    made = [
        ground.layer("head", 1, lambda pen: _head(pen, ground, title)),
        ground.layer("strip", 2, lambda pen: strip.draw(pen, ground, area, now, hidden)),
    ]
    body = Rect(ground.left, y + STRIP + 1.9, ground.room, 0.0)
    body = body._replace(h=BOTTOM - body.y)
    if not told:
        made.append(ground.layer("ask", 3, lambda pen: _ask(pen, ground, body, bool(found))))
    elif shown > len(found):
        made.append(ground.layer("suggestions", 3, lambda pen: _suggestions(pen, ground, found, body)))
    else:
        made += _revealed(ground, told, body)
    return made


def _title(ground: Ground) -> Setting:
    told = ground.say("Where is {scope} absent?", scope=the_scope(ground.document, ground.seen.scope.party, ground.say))
    return heading(told, ground.room, (3.4, 3.0, TITLE), ground.say.language, 3 if ground.narrow else 2)


def _head(pen: Pen, ground: Ground, title: Setting) -> None:
    put(pen, title, ground.left, TOP - 0.3, role="title")


def _ask(pen: Pen, ground: Ground, area: Rect, any_: bool) -> None:  # noqa: FBT001 - whether there are gaps at all
    """Before anything is told, the room is asked."""
    people = person_word(ground.document, ground.say)
    told = ground.say("What do you think: in which phases do {people} miss us?", people=people) if any_ else (
        ground.say("There are no gaps in this journey."))  # fmt: skip
    words = fitted(
        told, "semibold", min(area.w, 44.0), (3.0, 2.6, 2.2, 1.8, 1.5, 1.2), 4, ground.say.language, even=True
    )
    y = area.y + max((area.h - words.height - 5.0) / 2, 0.0)
    pen.mark("question-mark" if any_ else "check", area.x + area.w / 2 - 1.8, y, 3.6, "muted")
    put(pen, words, area.x + area.w / 2, y + 5.0, anchor="middle")


def _revealed(ground: Ground, told: Sequence[Gap], area: Rect) -> list[Layer]:
    """The last one large, those before it in a list beside it where there is room."""
    gap, before = told[-1], told[:-1]
    beside = bool(before) and area.w > 46
    aside = Rect(area.x, area.y, ASIDE, area.h)
    main = Rect(area.x + ASIDE + 1.6, area.y, area.w - ASIDE - 1.6, area.h) if beside else area
    made = [ground.layer("gap", 4, lambda pen: _gap(pen, ground, gap, main), gap.phase)]
    if beside:
        made.insert(0, ground.layer("before", 3, lambda pen: _before(pen, ground, before, aside)))
    return made


def _before(pen: Pen, ground: Ground, gaps: Sequence[Gap], area: Rect) -> None:
    """The latest of them, as far as they fit."""
    fit = max(int(area.h / (ROW + 0.5)), 1)
    shown = gaps[-fit:] if len(gaps) <= fit else gaps[-(fit - 1) :]
    y = area.y
    if len(shown) < len(gaps):
        emblems.more(pen, ground, len(gaps) - len(shown), area.x, y)
        y += ROW + 0.5
    for gap in shown:
        pen.about = gap.phase
        pen.box(area.x, y, area.w, ROW, fill="presence.gap", radius=0.4)
        pen.box(area.x, y, 0.4, ROW, fill="presence.gap.stroke", radius=0.2)
        number = Setting((str(gap.severity),), 1.1, "bold", 3.0)
        name = line(
            ground.document.phases[gap.phase].name, "semibold", area.w - number.width - 2.2, 1.1, ground.language
        )
        put(pen, name, area.x + 1.0, y + 0.35, colour="presence.gap.text")
        put(pen, number, area.x + area.w - 0.6, y + 0.35, colour="presence.gap.text", anchor="end",
            alt=severity.told(ground, gap.severity))  # fmt: skip
        severity.bar(pen, gap.severity, area.x + 1.0, y + 1.9, area.w - 1.6, 0.4)
        pen.target(area.x, y, area.w, ROW, "phase", gap.phase, "presence")
        pen.about = None
        y += ROW + 0.5


def _gap(pen: Pen, ground: Ground, gap: Gap, area: Rect) -> None:
    """Its name and how long, its severity as a picture, and under that two columns."""
    pen.about = gap.phase
    pen.box(*area, fill="presence.gap", stroke="presence.gap.stroke", width=0.18, dash="dashed", radius=0.9)
    x, room = area.x + 1.4, area.w - 2.8
    gauge = 9.0 if room > 30 else 0.0
    name = ground.document.phases[gap.phase].name
    title = fitted(name, "bold", room - gauge - (1.0 if gauge else 0.0), (2.8, 2.4, 2.0, 1.7, 1.4), 2, ground.language)
    y = put(pen, title, x, area.y + 0.9, colour="text", role="heading")
    told = headline(gap, ground.document, ground.say, ground.seen.scope.party)
    line_ = fitted(told, "semibold", room - gauge - 2.6, (1.7, 1.5, 1.3, 1.1, 1.0), 2, ground.say.language)
    pen.mark("flag", x, y + 0.25, line_.size * 1.05, "presence.gap.text")
    y = put(pen, line_, x + line_.size * 1.05 + 0.5, y + 0.15, colour="presence.gap.text")
    if gauge:
        severity.gauge(pen, ground, gap.severity, Rect(area.x + area.w - 1.4 - gauge, area.y + 1.0, gauge, 4.6))
        y = max(y, area.y + 5.9)
    else:
        y = severity.flat(pen, ground, gap.severity, Rect(x, y + 0.5, room, 2.0))
    pen.target(*area, "phase", gap.phase, "presence")
    pen.about = None
    _columns(pen, ground, gap, Rect(x, y + 0.9, room, area.y + area.h - 1.0 - y - 0.9))


def _columns(pen: Pen, ground: Ground, gap: Gap, area: Rect) -> None:
    """At the left what was needed and how it felt, at the right who was there instead."""
    if area.w < 30:
        y = _needed(pen, ground, gap, area._replace(h=area.h * 0.55)) + 0.6
        if area.y + area.h - y > PARTY + 2:
            _instead(pen, ground, gap, area._replace(y=y, h=area.y + area.h - y))
        return
    left = area.w * 0.52
    _needed(pen, ground, gap, area._replace(w=left))
    _instead(pen, ground, gap, area._replace(x=area.x + left + 1.6, w=area.w - left - 1.6))


def _caption(pen: Pen, ground: Ground, told: str, area: Rect) -> float:
    words = fitted(told, "semibold", area.w, (1.4, 1.25, 1.1), 2, ground.say.language)
    return put(pen, words, area.x, area.y, role="subheading") + 0.5


def _needed(pen: Pen, ground: Ground, gap: Gap, area: Rect) -> float:
    """The open needs as notes, as far as they fit; the feeling and what else is known. Returns where it ends."""
    if area.h < CAPTION:
        return area.y
    y = _caption(pen, ground, capital(needs_caption(len(gap.open_needs), ground.say)), area)
    notes = [note for note in stickies.by_importance(ground.document.notes[n] for n in gap.open_needs) if note.text]
    low, high = area.y + area.h, area.h - FACTS - (y - area.y)
    made, more = lower.stack(ground, notes, min(area.w, 24.0), high)
    for sticky in made:
        stickies.draw(pen, ground, sticky, area.x, y)
        y += sticky.h + stickies.APART
    if more:
        emblems.more(pen, ground, more, area.x, y, ground.say.many("{n} more note", "{n} more notes", more))
        y += 2.1 + stickies.APART
    if low - y < 1.3:
        return y
    _known(pen, ground, gap, area._replace(y=y, h=low - y))
    return y + min(FACTS, low - y)


def _known(pen: Pen, ground: Ground, gap: Gap, area: Rect) -> None:
    """The lowest feeling with its face where it is a bad one, and the counts."""
    x, say = area.x, ground.say
    felt = ""
    if gap.lowest_emotion is not None and gap.lowest_emotion < 0:
        felt = say("lowest feeling: {feeling}", feeling=emotion_word(gap.lowest_emotion, say))
        size = min(FACE, area.h)
        emblems.face(pen, ground, gap.lowest_emotion, x, area.y, size, say("lowest feeling"))
        x += size + 0.8
    told = "\n".join(part for part in (felt, gap_counts(gap, say)) if part)
    most = max(int(area.h / 1.24), 1)
    words = fitted(told, "regular", area.w - (x - area.x), (1.25, 1.1, 1.0), min(most, 3), say.language)
    put(pen, words, x, area.y + max((min(FACE, area.h) - words.height) / 2, 0.0))


def _instead(pen: Pen, ground: Ground, gap: Gap, area: Rect) -> None:
    """The parties that personas do meet here, with a dot for each persona."""
    y = _caption(pen, ground, ground.say("Who is there instead?"), area)
    if not gap.reach:
        if area.y + area.h - y > 1.3:
            put(
                pen,
                line(ground.say("Nobody"), "semibold", area.w, 1.4, ground.say.language),
                area.x,
                y,
                colour="nobody",
            )
        return
    fit = int((area.y + area.h - y) / PARTY)
    shown = gap.reach if len(gap.reach) <= fit else gap.reach[: max(fit - 1, 0)]
    for reach in shown:
        _party(pen, ground, gap, reach, Rect(area.x, y, area.w, PARTY))
        y += PARTY
    if len(shown) < len(gap.reach) and area.y + area.h - y > 1.2:
        told = ground.say.many("{n} more party", "{n} more parties", len(gap.reach) - len(shown))
        put(pen, line(f"+ {told}", "regular", area.w, 1.1, ground.say.language), area.x + 1.6, y + 0.1, colour="muted")


def _party(pen: Pen, ground: Ground, gap: Gap, reach: Reach, area: Rect) -> None:
    party, total = ground.document.parties[reach.party], gap.personas_total
    pen.about = party.id
    number = Setting((f"{reach.personas}/{total}",), 1.3, "semibold", 6.0)
    dots = total if 0 < total <= DOTS and area.w > 15 else 0
    aside = number.width + 0.5 + dots * 1.3
    pen.mark("square", area.x, area.y + 0.25, 1.15, f"party.{party.colour}")
    name = fitted(party.name, "semibold", area.w - 1.7 - aside - 0.4, (1.3, 1.2, 1.1, 1.0), 1, ground.language)
    put(pen, name, area.x + 1.7, area.y + (1.61 - name.height) / 2)
    right = area.x + area.w
    put(pen, number, right, area.y, anchor="end",
        alt=ground.say("{n} of {total}", n=reach.personas, total=total))  # fmt: skip
    for index in range(dots):
        x = right - number.width - 0.5 - (dots - index) * 1.3
        pen.mark("dot" if index < reach.personas else "ring", x, area.y + 0.25, 1.15, f"party.{party.colour}")
    pen.target(*area, "party", party.id, "party")
    pen.about = None


def _suggestions(pen: Pen, ground: Ground, found: Sequence[Gap], area: Rect) -> None:
    """What could be done, the most severe gap first."""
    told = [(gap, suggestion(gap, ground.document, ground.say)) for gap in sorted(found, key=lambda g: -g.severity)]
    told = [(gap, words) for gap, words in told if words]
    y = area.y
    heading = fitted(ground.say("What can we do?"), "bold", area.w, (2.2, 1.8, 1.5, 1.2), 1, ground.say.language)
    y = put(pen, heading, area.x, y, role="heading") + 0.6
    most = 4 if area.w > 40 else 3
    shown = told[:most]
    high = (area.y + area.h - y - 0.7 * (len(shown) - 1)) / max(len(shown), 1)
    high = min(high, 6.2)
    for gap, words in shown:
        _suggested(pen, ground, gap, words, Rect(area.x, y, area.w, high))
        y += high + 0.7
    if len(shown) < len(told):
        emblems.more(pen, ground, len(told) - len(shown), area.x + area.w - 3.0, area.y)


def _suggested(pen: Pen, ground: Ground, gap: Gap, told: str, area: Rect) -> None:
    """The gap at the left, what could be done about it at the right."""
    phase = ground.document.phases[gap.phase]
    left = area.w * (0.26 if area.w > 40 else 0.0)
    pen.about = gap.phase
    if left:
        pen.box(area.x, area.y, left, area.h, fill="presence.gap", stroke="presence.gap.stroke", width=0.13,
                dash="dashed", radius=0.5)  # fmt: skip
        name = fitted(phase.name, "bold", left - 1.6, (1.5, 1.3, 1.15, 1.0), 2, ground.language)
        y = area.y + max((area.h - name.height - 1.5) / 2, 0.2)
        y = put(pen, name, area.x + 0.8, y, colour="presence.gap.text")
        word = ground.say("severity {n} ({degree})", n=gap.severity, degree=degree_word(gap.severity, ground.say))
        if y + 1.3 <= area.y + area.h:
            put(pen, line(word, "regular", left - 1.6, 1.0, ground.say.language), area.x + 0.8, y,
                colour="presence.gap.text")  # fmt: skip
        pen.target(area.x, area.y, left, area.h, "phase", gap.phase, "presence")
    x = area.x + left + (0.8 if left else 0.0)
    w = area.x + area.w - x
    pen.box(x, area.y, w, area.h, fill="opportunity", radius=0.5)
    pen.mark("note.opportunity", x + 0.9, area.y + (area.h - 1.7) / 2, 1.7, "opportunity.mark")
    whole = told if left else f"{phase.name}: {told}"
    room, words = w - 4.2, Setting((), 1.0, "regular", 1.0)
    for size in (1.6, 1.45, 1.3, 1.15, 1.0):
        words = fitted(whole, "regular", room, (size,), max(int((area.h - 0.8) / (size * 1.24)), 1), ground.language)
        if not words.told:
            break
    put(pen, words, x + 3.3, area.y + (area.h - words.height) / 2, colour="opportunity.text")
    pen.about = None
