"""The whole at one look: a row for each journey, a column for each phase, with presence and the curve of feelings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.analysis.curve import curve as turns_of
from journeys.exchange.presentation import spoken as said
from journeys.exchange.presentation.deck import BOTTOM, ROOM, SIDE, page, spoken
from journeys.exchange.presentation.drawn import curve, face, mark, rule
from journeys.exchange.presentation.look import disc, label_size, presence
from journeys.exchange.presentation.measure import cut, fits_in, portions, width
from journeys.exchange.presentation.shapes import Look, box, para, titled, words
from journeys.layout import heartbeat
from journeys.layout.drawing import Rect
from journeys.layout.levels import level_look
from journeys.model.time import side
from journeys.phrases.dates import period_said
from journeys.phrases.figures import curve_text
from journeys.phrases.gaps import the_scope
from journeys.phrases.terms import LEVELS, as_said, level_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.compare import Beat
    from journeys.analysis.presence import Level
    from journeys.exchange.presentation.deck import Deck, Page
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Journey, Phase

NAMES: Final = 54.0
"""The width of the column with the personas."""
APART: Final = 2.0
TOP: Final = 36.0
HEAD: Final = 21.0
LEGEND: Final = 9.0
ROWS, COLUMNS = 5, 8
"""On one slide at most."""
ONE_LINE: Final = 8.0
READABLE: Final = 12.0
SIZES: Final = (15, 14, 13, 12, 11, 10)
"""Of the labels of presence."""


def slides(deck: Deck, told: Telling) -> None:
    """One, unless there are more journeys or phases than can be read from the back of the room."""
    journeys, phases = portions(told.journeys, ROWS), portions(told.phases, COLUMNS)
    pages = [(rows, columns) for rows in journeys for columns in phases]
    for number, (rows, columns) in enumerate(pages, 1):
        made = page(deck)
        title = _title(told)
        if len(pages) > 1:
            title = told.say("{phase} ({part} of {parts})", phase=title, part=number, parts=len(pages))
        size = fits_in(title, ROOM, 1, (32, 28, 26, 24, 22, 20), bold=True)
        titled(made, Rect(SIDE, 14, ROOM, 14), cut(title, size, ROOM, 2, bold=True), size, ours=True)
        _page(made, told, rows, columns)
        spoken(made, said.of_whole(told))


def _title(told: Telling) -> str:
    """What there is to see, as a sentence."""
    levels = [level for one in told.journeys for level in told.scene.levels.get(one.id, {}).values()]
    absent, known = levels.count("absent"), sum(level != "unmapped" for level in levels)
    if not known:
        return told.say("The journeys at a glance")
    scope = the_scope(told.document, None, told.say)
    if not absent:
        return told.say("No phase without {scope}", scope=scope)
    n = len(told.journeys)
    text = told.say.many("{gaps} of {n} phase without {scope}", "{gaps} of {n} phases without {scope}", len(levels),
                         gaps=absent, scope=scope)  # fmt: skip
    return text if n < 2 else told.say("{n} journeys: {text}", n=n, text=text)


def _page(made: Page, told: Telling, rows: Sequence[Journey], columns: Sequence[Phase]) -> None:
    wide = (ROOM - NAMES) / max(len(columns), 1)
    name = min((_name_size(phase, wide - APART - 5) for phase in columns), default=14.0)
    for index, phase in enumerate(columns):
        _head(made, told, phase, Rect(SIDE + NAMES + index * wide, TOP, wide - APART, HEAD), name)
    area = Rect(SIDE, TOP + HEAD + 3, ROOM, BOTTOM - LEGEND - TOP - HEAD - 3)
    high = min(area.h / max(len(rows), 1), 104.0)
    strip = min(max(high * 0.32, 9.0), 15.0)
    shown = _labels(told, rows, columns, Rect(0, 0, wide - APART, strip))
    for index, journey in enumerate(rows):
        place = Rect(area.x, area.y + index * high, area.w, high - 3)
        _row(made, told, journey, columns, place, wide, strip, shown)
    _legend(made, told, rows, columns)


def _labels(told: Telling, rows: Sequence[Journey], columns: Sequence[Phase], area: Rect) -> tuple[float, bool]:
    """The size of all labels of presence on a slide, and whether they name the scope."""
    seen = [level for row in rows for phase in columns if (level := told.level(row.id, phase.id)) is not None]
    long = [label_size(_label(told, level, long=True), area._replace(h=ONE_LINE), SIZES) for level in seen]
    if all(whole and size >= READABLE for size, whole in long):
        return min((size for size, _ in long), default=READABLE), True
    return min((label_size(_label(told, level, long=False), area, SIZES)[0] for level in seen), default=READABLE), False


def _label(told: Telling, level: Level, *, long: bool) -> str:
    return level_label(level, told.scope, told.say) if long else told.say(LEVELS[level])


def _name_size(phase: Phase, room: float) -> float:
    return fits_in(phase.name, room, 1 if phase.dated else 2, (16, 15, 14, 13, 12, 11), bold=True)


def _head(made: Page, told: Telling, phase: Phase, area: Rect, size: float) -> None:
    """Name and period; the desk in the organisation's colour."""
    desk = side(told.scene.periods[phase.id]) == "at"
    ink, small = ("own.on", "own.on") if desk else ("phase.text", "phase.muted")
    room = area.w - 5
    period = ""
    if phase.dated:
        period = period_said(told.scene.periods[phase.id], told.document.study.day0_date, told.say, short=True)
    paras = [para(cut(phase.name, size, room, 2, bold=True), size, ink, bold=True)]
    if period:
        paras.append(para(cut(period, 11, room, 2), 11, small, ours=True, before=1))
    box(made, area, Look("own.fill" if desk else "phase.fill", radius=2), paras, name=phase.name, pads=(2.5, 1, 2.5, 1))


def _row(
    made: Page, told: Telling, journey: Journey, columns: Sequence[Phase], area: Rect, wide: float, strip: float,
    shown: tuple[float, bool],
) -> None:  # fmt: skip
    round_ = min(area.h - 2, 18.0)
    persona, room = told.persona(journey), NAMES - round_ - 5
    top = area.y + max((min(area.h, 40.0) - round_) / 2, 0)
    disc(made, told, persona, Rect(area.x, top, round_, round_))
    name = told.who(journey)
    size = fits_in(name, room, 3, (15, 14, 13, 12, 11), bold=True)
    words(made, Rect(area.x + round_ + 3, area.y, room, min(area.h, 40.0)),
          (para(cut(name, size, room, 4, bold=True), size, bold=True),), name=name, anchor="middle")  # fmt: skip
    left, (letters, long) = area.x + NAMES, shown
    for index, phase in enumerate(columns):
        level = told.level(journey.id, phase.id)
        if level is not None:
            presence(made, told, level, Rect(left + index * wide, area.y, wide - APART, strip), sizes=(letters,),
                     says=_label(told, level, long=long),
                     name=f"{phase.name}: {_label(told, level, long=True)}")  # fmt: skip
    lane = Rect(left, area.y + strip + 1.5, area.w - NAMES - APART, area.h - strip - 1.5)
    if lane.h >= 9:
        _heart(made, told, journey, columns, lane, wide)


def _heart(made: Page, told: Telling, journey: Journey, columns: Sequence[Phase], area: Rect, wide: float) -> None:
    """The curve in a white lane; faces where it turns, and the words at the lowest point where there is room."""
    box(made, area, Look("paper", "lane.stroke", 0.75, radius=2), name="–", alt="")
    order = {phase.id: index for index, phase in enumerate(columns)}
    felt = [beat for beat in told.beats(journey.id) if beat.phase in order]
    if not felt:
        return
    quote = _quote(told, felt) if area.h > 50 else ""
    high = area.h - (12 if quote else 0)
    size = min(high * 0.3, 13.0)
    middle, level = area.y + high / 2, max((high - size - 2) / 4, 0.1)
    rule(made, (area.x + 1, middle), (area.x + area.w - 1, middle), "heartbeat.axis", 0.75)
    steps = told.document.steps
    found = heartbeat.sloped(
        [heartbeat.Beat(steps[b.step], area.x + (order[b.phase] + b.part) * wide, -level * b.emotion) for b in felt],
        None,
        None,
    )
    points = [(x, y + middle) for x, y in heartbeat.curve(found)]
    text = curve_text(told.document, journey.id, told.say, set(order))
    if len(found) > 1:
        curve(made, points, "heartbeat", 3.0, name=told.say("Heartbeat"), alt=text)
    for beat in _apart(found, size, {turn.step for turn in turns_of(told.document, journey.id).turns}):
        face(
            made,
            beat.step.emotion or 0,
            beat.x - size / 2,
            beat.y + middle - size / 2,
            size,
            told.say,
            of=beat.step.title,
        )
    if quote:
        low = min(felt, key=lambda beat: beat.emotion)
        x = area.x + (order[low.phase] + low.part) * wide
        room = min(width(quote, 14) + 4, area.w - 4)
        left = min(max(x - room / 2, area.x + 2), area.x + area.w - room - 2)
        words(made, Rect(left, area.y + high, room, 10),
              (para(cut(quote, 14, room, 1), 14, italic=True, align="center"),), name=quote)  # fmt: skip


def _apart(found: Sequence[heartbeat.Beat], size: float, wanted: set[str]) -> list[heartbeat.Beat]:
    """Those that get a face: where the feeling turns first, none over another."""
    kept: list[heartbeat.Beat] = []
    for beat in sorted(found, key=lambda one: (one.step.id not in wanted, one.x)):
        if all(abs(beat.x - other.x) >= size * 0.8 for other in kept):
            kept.append(beat)
    return sorted(kept, key=lambda beat: beat.x)


def _quote(told: Telling, felt: Sequence[Beat]) -> str:
    """What was said at the lowest point."""
    emotions = {beat.step: beat.emotion for beat in felt}
    quotes = [note for note in told.notes if note.kind == "quote" and note.step in emotions and note.text]
    lowest = min(quotes, key=lambda note: (emotions[note.step or ""], note.order, note.id), default=None)
    return as_said(lowest.text, told.say) if lowest is not None else ""


def _legend(made: Page, told: Telling, rows: Sequence[Journey], columns: Sequence[Phase]) -> None:
    """The levels that are seen here, once more with their symbols."""
    seen = {told.level(journey.id, phase.id) for journey in rows for phase in columns}
    x, y = SIDE + NAMES, BOTTOM - LEGEND + 4
    for level, word in LEVELS.items():
        if level not in seen:
            continue
        look, text = level_look(level, "own"), told.say(word)
        wide = width(text, 11) + 2
        box(made, Rect(x, y, 7, 5), Look(look.fill, look.stroke, 1, look.dash, look.hatch, 0.8), name="–", alt="")
        mark(made, look.mark, x + 1.9, y + 0.9, 3.2, look.words)
        words(made, Rect(x + 8.5, y - 0.4, wide, 6), (para(text, 11, "muted", ours=True),), name=text, anchor="middle")
        x += wide + 14
