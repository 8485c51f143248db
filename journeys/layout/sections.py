"""Composes the map from top to bottom: axis, phases, presence, then the lanes on their grounds."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from journeys.layout import heads, silentline, text, timeaxis
from journeys.layout.crossing import connectors
from journeys.layout.drawing import Layer
from journeys.layout.lanes import LANES
from journeys.layout.parts import order
from journeys.layout.pen import Pen, height_of
from journeys.phrases.terms import LANES as LANES_SAID
from journeys.phrases.terms import scope_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from journeys.layout.columns import Span
    from journeys.layout.parts import Part
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Lane

SHARES: Final = {"steps": 2.4, "heartbeat": 2.0, "contact": 0.4, "backstage": 0.6, "opportunities": 0.7}
BETWEEN: Final = 0.55
TITLE: Final = 0.92
HIDDEN: Final = 0.85


def height(sheet: Sheet) -> float:
    """How high the map must be at least, in ems; nothing is drawn for it."""
    _, y = _top_heights(sheet)
    return y + sum(_least(sheet, lane, LANES[lane.kind](sheet, lane)) + BETWEEN for lane in sheet.lanes)


def _least(sheet: Sheet, lane: Lane, part: Part) -> float:
    """A lane is as high as what it holds and as its own title."""
    return max(part.height, height_of(_title_lines(sheet, lane), _title_size(sheet)) + 1.0)


def compose(sheet: Sheet) -> tuple[list[Layer], float, float]:
    """The layers bottom to top, and the map's width and height in ems."""
    layers, y = _top(sheet)
    parts = [(lane, LANES[lane.kind](sheet, lane)) for lane in sheet.lanes]
    shares = sum(SHARES.get(lane.kind, 1.0) for lane, _ in parts) or 1.0
    tops: dict[str, float] = {}
    ground, titles = Pen(sheet.look.spec.base_pt), Pen(sheet.look.spec.base_pt)
    phase = (sheet.look.say("Phase"),)
    _title(titles, sheet, phase, 0.5 + (timeaxis.AXIS if sheet.look.spec.axis == "true" else 0), "")
    for index, (lane, part) in enumerate(parts):
        height = _least(sheet, lane, part) + sheet.look.spec.stretch * SHARES.get(lane.kind, 1.0) / shares
        _ground(ground, sheet, lane, y, height)
        _title(titles, sheet, _title_lines(sheet, lane), y + 0.55, lane.id)
        layers += part.place(y, height, index + 2)
        tops[lane.kind] = y
        y += height + BETWEEN
    bottom = y - (BETWEEN if parts else 0.0)
    bottom += _hidden(titles, sheet, bottom)
    behind = max(tops.get("steps", 0.0), tops.get("backstage", 0.0)) - BETWEEN / 2
    under = _layer("ground", ground, "ground", -1)
    layers = [under, *connectors(sheet, layers, behind), *layers, _layer("titles", titles, "titles", 0)]
    return layers, sheet.right, bottom


def _layer(name: str, pen: Pen, lane: str, order: int) -> Layer:
    return Layer(name, pen.bounds(), pen.elements, targets=tuple(pen.targets), lane=lane, order=order)


def _top_heights(sheet: Sheet) -> tuple[tuple[float, list[heads.HeadPlan], float], float]:
    """Where the phases begin, their plans and height; and where the lanes begin."""
    start = timeaxis.AXIS if sheet.look.spec.axis == "true" else 0.0
    plans = [heads.head_plan(span, sheet.look, sheet.due(span)) for span in sheet.spans]
    height = max((plan.height for plan in plans), default=3.0)
    return (start, plans, height), start + height + 0.4 + _strip_height(sheet) + 0.7 + silentline.height(sheet)


def _top(sheet: Sheet) -> tuple[list[Layer], float]:
    """Axis, phases and presence strip; returns where the lanes begin."""
    (start, plans, height), end = _top_heights(sheet)
    layers = list(_axis(sheet)) if start else []
    for span, plan in zip(sheet.spans, plans, strict=True):
        draw = partial(heads.draw_head, span=span, plan=plan, height=height, look=sheet.look)
        inputs = (plan, height, span.w, span.stretch.period, span.index)
        layers.append(_head_layer(sheet, "phases", span, inputs, draw, start, 0))
    layers += _strips(sheet, start + height + 0.4)
    return layers + silentline.layer(sheet, end - silentline.height(sheet) - 0.35), end


def _axis(sheet: Sheet) -> Iterator[Layer]:
    zero = sheet.document.study.day0_date
    for span in sheet.spans:
        end = span is sheet.spans[-1]
        due = sheet.due(span)
        days = due.days if due else ()
        draw = partial(timeaxis.draw, span=span, look=sheet.look, zero=zero, due=days, end=end)
        inputs = (span.stretch, span.w, span.scale, zero, days, end)
        yield _head_layer(sheet, "axis", span, inputs, draw, 0.0, 0)


def _head_layer(
    sheet: Sheet, lane: str, span: Span, inputs: tuple[Any, ...], draw: Callable[[Pen], None], y: float, number: int
) -> Layer:
    phase = span.stretch.phase.id
    return sheet.memory.layer(f"{lane}/{phase}", inputs, draw, (span.x, y), lane, phase, order(span, number))


def _strip_plans(sheet: Sheet) -> list[heads.StripPlan]:
    scope = scope_word(sheet.document, sheet.look.spec.scope, sheet.look.say)
    return [
        heads.strip_plan(span, sheet.levels[span.stretch.phase.id], scope, sheet.look)
        for span in sheet.spans
        if span.stretch.phase.id in sheet.levels
    ]


def _strip_height(sheet: Sheet) -> float:
    return max((plan.height for plan in _strip_plans(sheet)), default=-0.4)


def _strips(sheet: Sheet, y: float) -> list[Layer]:
    """One layer per phase; a process behind a step has no presence and no strip."""
    look, numbers = sheet.look, heads.numbers(sheet.look)
    height = _strip_height(sheet)
    found = []
    for span, plan in zip(sheet.spans, _strip_plans(sheet), strict=False):
        number = numbers.get(span.stretch.phase.id)
        draw = partial(heads.draw_strip, span=span, plan=plan, height=height, number=number, look=look)
        found.append(_head_layer(sheet, "presence", span, (plan, height, span.w), draw, y, 1))
    return found


def _ground(pen: Pen, sheet: Sheet, lane: Lane, y: float, height: float) -> None:
    """The lane's sheet of paper, with the phase of day 0 tinted through all lanes."""
    fill = "lane.fill.back" if lane.kind == "backstage" else "lane.fill"
    left, wide = sheet.left, sheet.right - sheet.left
    pen.box(left, y, wide, height, fill=fill, stroke="lane.stroke", width=0.07, radius=0.45)
    for span in sheet.spans:
        if heads.is_desk(span):
            pen.box(span.x, y + 0.1, span.w, height - 0.2, fill="lane.tint")
        for cut in span.scale.cuts if span.scale else ():
            pen.line(timeaxis.zigzag(span.x + cut.x + cut.w / 2, y, height), "canvas", 0.8)


def _hidden(pen: Pen, sheet: Sheet, y: float) -> float:
    """On the screen a small line says how many lanes are not shown; how much room it takes."""
    hidden = sum(not lane.shown for lane in sheet.document.lanes.values())
    if not hidden or not sheet.look.spec.hints or sheet.look.spec.lanes is not None:
        return 0.0
    words = sheet.look.say.many("{n} lane hidden", "{n} lanes hidden", hidden)
    lines = text.lines(words, "italic", (sheet.left - 1.0) / HIDDEN, sheet.look.say.language)
    pen.text(lines, sheet.left - 1.0, y + 0.5, size=HIDDEN, font="italic", colour="muted", anchor="end")
    high = max(height_of(lines, HIDDEN) + 1.0, 1.9)
    pen.target(0, y + 0.1, sheet.left - 0.5, high, "lane", "", "hidden")
    return high


def _name(sheet: Sheet, lane: Lane) -> str:
    return lane.title or sheet.look.say(LANES_SAID[lane.kind])


def _title_lines(sheet: Sheet, lane: Lane) -> tuple[str, ...]:
    language = sheet.look.language if lane.title else sheet.look.say.language
    return text.lines(_name(sheet, lane), "semibold", (sheet.left - 1.0) / _title_size(sheet), language)


def _title_size(sheet: Sheet) -> float:
    return TITLE * sheet.look.spec.heads


def _title(pen: Pen, sheet: Sheet, lines: tuple[str, ...], y: float, lane: str) -> None:
    """The lane's name, to the left of it."""
    room, size = sheet.left - 1.0, _title_size(sheet)
    pen.about = lane or None
    pen.text(lines, room, y, size=size, font="semibold", colour="lane.title", anchor="end", role="heading")
    if lane:
        pen.target(0, y - 0.3, room, max(height_of(lines, size), 1.9) + 0.4, "lane", lane, "lane")
