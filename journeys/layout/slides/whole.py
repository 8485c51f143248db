"""The journey at a glance: time with day 0, presence in every phase, the heartbeat with faces, and three figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.counts import counts
from journeys.analysis.curve import curve
from journeys.analysis.silence import silences
from journeys.layout import text
from journeys.layout.drawing import Rect
from journeys.layout.slides import beats, emblems, strip, timebar
from journeys.layout.slides.ground import BOTTOM, TITLE, TOP
from journeys.layout.slides.writing import Setting, fitted, heading, line, put
from journeys.phrases.dates import period_said
from journeys.phrases.durations import duration
from journeys.phrases.gaps import the_scope
from journeys.phrases.terms import as_said, level_label, level_word, scope_word

if TYPE_CHECKING:
    from journeys.layout.drawing import Layer
    from journeys.layout.levels import LevelLook
    from journeys.layout.pen import Pen
    from journeys.layout.slides.ground import Ground
    from journeys.model.entities import Note, Phase

APART: Final = 0.3
NAMES: Final = (1.5, 1.35, 1.2, 1.1, 1.0)
LEAST: Final = 5.0
"""A column narrower than this has a number instead of a name."""
HEAD: Final = 5.6

STRIP: Final = 3.0
FACE: Final = 2.2
FIGURES: Final = 5.0
ROW: Final = 2.5
ROWS_APART: Final = 0.25


def layers(ground: Ground) -> list[Layer]:
    """From top to bottom; on a narrow stage a row for each phase."""
    made = [ground.layer("head", 1, lambda pen: _head(pen, ground))]
    top = TOP + (8.6 if ground.narrow else 5.4)
    low = BOTTOM - (FIGURES if ground.levels else 0.0)
    area = Rect(ground.left, top, ground.room, low - top - 0.8)
    if ground.narrow:
        made.append(ground.layer("phases", 2, lambda pen: _rows(pen, ground, area)))
    else:
        made += _columns(ground, area)
    if ground.levels:
        foot = Rect(ground.left, low, ground.room, FIGURES)
        made.append(ground.layer("figures", 8, lambda pen: _figures(pen, ground, foot)))
    return made


def _head(pen: Pen, ground: Ground) -> None:
    x, y, size = ground.left, TOP, 4.6 if not ground.narrow else 3.4
    emblems.disc(pen, ground, x, y, size)
    left, room = x + size + 1.0, ground.room - size - 1.0
    wished = ground.journey.variant == "desired"
    aside = 0.0 if ground.narrow or not wished else 11.0
    title = heading(ground.journey.title, room - aside, (3.0, TITLE), ground.language, 2 if ground.narrow else 1)
    pen.about = ground.journey.id
    down = put(pen, title, left, y - 0.25, role="title")
    pen.about = ground.persona.id
    told = " · ".join(part for part in (ground.persona.name, ground.persona.tagline) if part)
    put(pen, line(told, "regular", room, 1.25, ground.language), left, down, colour="muted")
    pen.about = None
    if aside:
        emblems.variant(pen, ground, x + ground.room - 9.5, y + 0.3, 9.0)


def _columns(ground: Ground, area: Rect) -> list[Layer]:
    spans = _spans(ground, area)
    scaled = timebar.days(ground)
    axis = Rect(area.x, area.y, area.w, timebar.HIGH if scaled else 0.0)
    names = Rect(area.x, axis.y + axis.h + (0.5 if scaled else 0.0), area.w, HEAD)
    presence = Rect(area.x, names.y + HEAD + 0.4, area.w, STRIP if ground.levels else 0.0)
    top = presence.y + presence.h + 0.8
    heart = Rect(area.x, top, area.w, area.y + area.h - top)
    made = [ground.layer("phases", 3, lambda pen: _phases(pen, ground, spans, names))]
    if scaled:
        made.insert(0, ground.layer("axis", 2, lambda pen: timebar.draw(pen, ground, axis)))
    if ground.levels:
        made.append(ground.layer("presence", 4, lambda pen: _presence(pen, ground, spans, presence)))
    made.append(ground.layer("heartbeat", 5, lambda pen: _heart(pen, ground, spans, heart)))
    return made


def _spans(ground: Ground, area: Rect) -> list[tuple[Phase, float, float]]:
    """Each phase with its place and width: equal, or by its days, but none so narrow that it could not be seen."""
    phases = ground.phases
    room = area.w - APART * (len(phases) - 1)
    days = [end - start for start, end in (ground.seen.periods[phase.id] for phase in phases)]
    total = sum(days)
    if ground.show.axis == "true" and total:
        shares = [0.5 / len(phases) + 0.5 * some / total for some in days]
    else:
        shares = [1 / max(len(phases), 1)] * len(phases)
    found, x = [], area.x
    for phase, share in zip(phases, shares, strict=True):
        found.append((phase, x, room * share))
        x += room * share + APART
    return found


def _phases(pen: Pen, ground: Ground, spans: list[tuple[Phase, float, float]], area: Rect) -> None:
    """Names and periods; the desk in the organisation's colour, with day 0 above it."""
    for number, (phase, x, w) in enumerate(spans, 1):
        desk = strip.is_desk(ground, phase)
        pen.about = phase.id
        pen.box(x, area.y, w, area.h, fill=f"{ground.look.own}.fill" if desk else "phase.fill", radius=0.5)
        ink, small = (f"{ground.look.own}.on",) * 2 if desk else ("phase.text", "phase.muted")
        room = w - 1.2
        if room < LEAST:
            short = Setting((str(number),), 1.0, "bold", max(w, 1.0))
            top = area.y + area.h / 2 - 0.6
            put(pen, short, x + w / 2, top, colour=ink, anchor="middle", alt=phase.name, role="heading")
        else:
            name = fitted(phase.name, "bold", room, NAMES, 1, ground.language)
            if name.told:
                name = fitted(phase.name, "bold", room, NAMES[2:], 2, ground.language)
            down = put(pen, name, x + 0.6, area.y + 0.55, colour=ink, role="heading")
            told = period_said(ground.seen.periods[phase.id], ground.look.zero, ground.say, short=True)
            left = int((area.y + area.h - down - 0.3) / 1.24)
            if phase.dated and left:
                put(pen, line(told, "regular", room, 1.0, ground.say.language, left), x + 0.6, down + 0.1, colour=small)
        pen.target(x, area.y, w, area.h, "phase", phase.id, "phase")
        pen.about = None


def _presence(pen: Pen, ground: Ground, spans: list[tuple[Phase, float, float]], area: Rect) -> None:
    for phase, x, w in spans:
        look = strip.look_of(ground, phase.id)
        pen.about = phase.id
        pen.box(x, area.y, w, area.h, fill=look.fill, hatch=look.hatch, stroke=look.stroke, width=0.13, dash=look.dash,
                radius=0.45)  # fmt: skip
        _level(pen, ground, phase, look, Rect(x, area.y, w, area.h))
        pen.target(x, area.y, w, area.h, "phase", phase.id, "presence")
        pen.about = None


def _level(pen: Pen, ground: Ground, phase: Phase, look: LevelLook, area: Rect) -> None:
    """The symbol with as many words as there is room for: all, one, or none."""
    level = ground.levels[phase.id]
    scope = scope_word(ground.document, ground.seen.scope.party, ground.say)
    mark, alt = 1.3, level_label(level, scope, ground.say)
    room = area.w - mark - 1.3
    for told, most in ((alt, 2), (level_word(level, ground.say), 1)):
        found = text.lines(told, "semibold", max(room, 0.5), ground.say.language)
        if room > 2.5 and len(found) <= most and not any(isinstance(one, text.Within) for one in found):
            break
    else:
        found = ()
    wide = mark + (0.4 + text.widest(found, "semibold") if found else 0.0)
    x, high = area.x + max((area.w - wide) / 2, 0.0), len(found) * 1.24
    if look.hatch and found:
        pen.box(x - 0.3, area.y + (area.h - high) / 2 - 0.05, wide + 0.6, high + 0.1, fill=look.fill, radius=0.3)
    mark = min(mark, area.w)
    pen.mark(look.mark, x, area.y + (area.h - mark) / 2, mark, look.words, "" if found else alt, "artifact")
    if found:
        pen.text(found, x + 1.7, area.y + (area.h - high) / 2, font="semibold", colour=look.words)


def _heart(pen: Pen, ground: Ground, spans: list[tuple[Phase, float, float]], area: Rect) -> None:
    """The whole curve; where faces would touch only the turns have one. Beneath it the words at its lowest point."""
    at = {phase.id: (x, w) for phase, x, w in spans}
    felt = [beats.Felt(ground.document.steps[b.step], at[b.phase][0] + at[b.phase][1] * b.part) for b in ground.beats()]
    pen.box(*area, fill="lane.fill", stroke="lane.stroke", width=0.1, radius=0.6)
    for _, x, _w in spans[1:]:
        pen.line(((x - APART / 2, area.y + 0.3), (x - APART / 2, area.y + area.h - 0.3)), "lane.stroke", 0.08)
    if not felt:
        words = line(ground.say("No step has been judged yet"), "regular", area.w - 2, 1.3, ground.say.language)
        put(pen, words, area.x + area.w / 2, area.y + area.h / 2 - 0.8, colour="muted", anchor="middle")
        return
    said = _said(ground)
    inner = Rect(area.x, area.y + 0.6, area.w, area.h - 1.2 - (2.2 if said else 0.0))
    found, middle = beats.run(felt, inner, FACE)
    beats.axis(pen, inner)
    pen.about = ground.journey.id
    beats.curve(pen, found, middle)
    pen.about = None
    turns = [turn.step for turn in curve(ground.document, ground.journey.id).turns]
    beats.faces(pen, ground, found, middle, FACE, beats.spaced(found, FACE * 0.9, turns))
    if said:
        _quote(pen, ground, said, next(b.x for b in found if b.step.id == said.step), area)


def _said(ground: Ground) -> Note | None:
    """What was said at the lowest point of all."""
    emotions = {beat.step: beat.emotion for beat in ground.beats()}
    quotes = [n for n in ground.document.notes.values() if n.kind == "quote" and n.step in emotions and n.text]
    return min(quotes, key=lambda n: (emotions[n.step or ""], n.order, n.id), default=None)


def _quote(pen: Pen, ground: Ground, said: Note, x: float, area: Rect) -> None:
    words = line(as_said(said.text, ground.say), "italic", min(area.w - 2, 40.0), 1.25, ground.language)
    middle = min(max(x, area.x + 0.8 + words.width / 2), area.x + area.w - 0.8 - words.width / 2)
    y = area.y + area.h - 2.1
    pen.about = said.id
    put(pen, words, middle, y, anchor="middle")
    pen.target(middle - words.width / 2, y, words.width, words.height, "note", said.id, "note")
    pen.about = None


def _rows(pen: Pen, ground: Ground, area: Rect) -> None:
    """A row for each phase: its presence, its name, and its lowest feeling."""
    phases = ground.phases
    if not phases:
        return
    fit = int((area.h + ROWS_APART) / (ROW + ROWS_APART))
    shown = phases if len(phases) <= fit else phases[: max(fit - 1, 1)]
    lowest: dict[str, int] = {}
    for beat in ground.beats():
        lowest[beat.phase] = min(beat.emotion, lowest.get(beat.phase, 2))
    high = min((area.h + ROWS_APART) / max(len(shown), 1) - ROWS_APART, 4.2) if shown is phases else ROW
    y = area.y
    for phase in shown:
        _row(pen, ground, phase, Rect(area.x, y, area.w, high), lowest.get(phase.id))
        y += high + ROWS_APART
    if shown is not phases:
        emblems.more(pen, ground, len(phases) - len(shown), area.x, y)


def _row(pen: Pen, ground: Ground, phase: Phase, area: Rect, lowest: int | None) -> None:
    look = strip.look_of(ground, phase.id)
    level = ground.levels.get(phase.id)
    pen.about = phase.id
    pen.box(*area, fill="lane.fill", stroke="lane.stroke", width=0.1, radius=0.5)
    pen.box(area.x, area.y, 2.6, area.h, fill=look.fill, hatch=look.hatch, stroke=look.stroke, width=0.11,
            dash=look.dash, radius=0.5)  # fmt: skip
    told = level_word(level, ground.say) if level else ""
    pen.mark(look.mark, area.x + 0.7, area.y + (area.h - 1.2) / 2, 1.2, look.words, told, "figure")
    face = 1.9 if lowest is not None else 0.0
    name = fitted(phase.name, "bold", area.w - 2.6 - 1.3 - face, (1.3, 1.15, 1.0), 2 if area.h > 3.4 else 1,
                  ground.language)  # fmt: skip
    put(pen, name, area.x + 3.2, area.y + (area.h - name.height) / 2, role="heading")
    if lowest is not None:
        emblems.face(pen, ground, lowest, area.x + area.w - 2.3, area.y + (area.h - face) / 2, face, phase.name)
    pen.target(*area, "phase", phase.id, "phase")
    pen.about = None


def _figures(pen: Pen, ground: Ground, area: Rect) -> None:
    """Without the scope before day 0 and after; the longest silence: large figures with their words beside them."""
    told = _told(ground)[: 1 if ground.narrow else 3]
    share = area.w / len(told)
    for index, (number, words, alarming) in enumerate(told):
        x, room = area.x + index * share, share - 1.2
        figure = fitted(number, "bold", room * 0.55, (3.0, 2.6, 2.2, 1.8, 1.5, 1.2, 1.0), 1, ground.say.language)
        ink = "presence.gap.text" if alarming else "text"
        put(pen, figure, x, area.y + (area.h - figure.height) / 2, colour=ink)
        beside = fitted(words, "regular", room - figure.width - 0.7, (1.15, 1.0), 3, ground.say.language)
        if beside.told:
            beside = line(words, "regular", room - figure.width - 0.7, 1.0, ground.say.language, 4)
        put(pen, beside, x + figure.width + 0.7, area.y + (area.h - beside.height) / 2, colour="muted")


def _told(ground: Ground) -> list[tuple[str, str, bool]]:
    say, document = ground.say, ground.document
    scope = the_scope(document, ground.seen.scope.party, say)
    found = counts(ground.levels, ground.seen.periods)
    told = []
    for count, words in (
        (found.before, say("phases before day 0 without {scope}", scope=scope)),
        (found.after, say("phases after day 0 without {scope}", scope=scope)),
    ):
        known = count.unmapped < count.phases
        if count.phases:
            number = say("{n} of {total}", n=count.gaps, total=count.phases) if known else "–"
            told.append((number, words, bool(count.gaps)))
    silence = ground.seen.once(silences).get(ground.journey.id)
    if silence is not None and silence.days:
        told.append((duration(silence.days, say), say("the longest stretch without contact"), False))
    return told or [("–", say("Nothing has been filled in yet"), False)]
