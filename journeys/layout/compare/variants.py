"""The current journey above the desired one, steps under the steps they are based on, with what changed between."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import heads, text
from journeys.layout.compare import hearts, slots, strips
from journeys.layout.compare.board import (
    APART,
    BOTTOM,
    TOP,
    Board,
    Boards,
    Field,
    Look,
    head_layers,
    layer,
    look_for,
    spans,
    title_height,
    title_layer,
)
from journeys.layout.drawing import Drawing, Rect
from journeys.phrases import compare
from journeys.phrases.terms import capital, level_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.presence import Level
    from journeys.analysis.variants import PhaseChange, Slot, VariantComparison
    from journeys.i18n import Words
    from journeys.layout.columns import Span
    from journeys.layout.compare.board import BoardSpec
    from journeys.layout.compare.hearts import Curve
    from journeys.layout.compare.slots import Place
    from journeys.layout.drawing import Layer
    from journeys.layout.pen import Pen
    from journeys.model.document import Document

ROOM: Final = 1.6
"""Above and below the cards together."""
TOTAL: Final = 0.92
TITLE_TOP: Final = 0.4


class Rows(NamedTuple):
    """From the top: presence, cards, changes, cards, presence, heartbeat."""

    tops: tuple[float, ...]
    bottom: float


def variants_board(
    document: Document, compared: VariantComparison, spec: BoardSpec, say: Words, boards: Boards | None = None
) -> Board:
    """The whole comparison as a drawing with its grid; the same `boards` again make an edited study's quickly."""
    look = look_for(document, spec, say)
    memory = (boards or Boards()).renew(look)
    by_phase: dict[str, list[Slot]] = {phase.phase: [] for phase in compared.phases}
    for slot in compared.slots:
        by_phase[slot.phase].append(slot)
    widths = [slots.width(len(some), spec.column) for some in by_phase.values()]
    found = spans(document, widths, spec.titles)
    right = (found[-1].x + found[-1].w if found else spec.titles) + APART + spec.totals
    places = list(slots.placed(document, found, by_phase, look, memory))
    curves = slots.curves(document, compared, places, look)
    layers, top = head_layers(found, look)
    rows = _rows(document, compared, found, places, curves, look, spec, TOP + top + APART)
    layers += [*_grounds(found, rows, look), *_strips(compared, found, rows, look)]
    floor, ceiling = rows.tops[2] - APART - ROOM / 2, rows.tops[3] + ROOM / 2
    layers += [*slots.links(places, floor, ceiling, look), *slots.cards(document, places, floor, ceiling, look, memory)]
    layers += [*_titles(compared, document, rows, look), *_totals(compared, look, rows, right - spec.totals, right)]
    if found:
        layers += hearts.layers(curves, found, look, rows.tops[5], rows.bottom - rows.tops[5], right)
    memory.forget()
    fields, edges, headings = _grid(compared, found, places)
    em = look.em
    columns = [0.0, *edges, right - spec.totals - APART / 2, right + APART]
    down = [0.0, *(y - APART / 2 for y in rows.tops), rows.bottom + BOTTOM]
    drawing = Drawing((right + APART) * em, (rows.bottom + BOTTOM) * em, tuple(layers), None, spec.base_pt)
    return Board(drawing, tuple(x * em for x in columns), tuple(y * em for y in down), tuple(fields), headings)


def _rows(
    document: Document, compared: VariantComparison, found: Sequence[Span], places: Sequence[Place],
    curves: Sequence[Curve], look: Look, spec: BoardSpec, top: float,
) -> Rows:  # fmt: skip
    pairs = list(zip(compared.phases, found, strict=True))
    first = max((strips.height(_strip_lines(one, one.before, span, look)) for one, span in pairs), default=2.0)
    last = max((strips.height(_strip_lines(one, one.after, span, look)) for one, span in pairs), default=2.0)
    now = max((place.now.height for place in places if place.now), default=3.0) + ROOM
    then = max((place.then.height for place in places if place.then), default=3.0) + ROOM
    chips = max((slots.chips_height(place) for place in places), default=0.0)
    tops = [top]
    names = _names(compared, document, look)
    for number, high in enumerate((first, now, max(chips, 1.2) + ROOM, then, last)):
        named = title_height(names[number], look, _right(number, look)) + TITLE_TOP
        tops.append(tops[-1] + max(high, named) + APART)
    return Rows(tuple(tops), tops[-1] + hearts.height(curves, spec.totals, look))


def _grounds(found: Sequence[Span], rows: Rows, look: Look) -> Iterator[Layer]:
    """The sheets that the cards stand on."""
    for number in (1, 3):
        high = rows.tops[number + 1] - APART - rows.tops[number]
        for span in found:
            fill = "lane.tint" if heads.is_desk(span) else "lane.fill"

            def draw(pen: Pen, wide: float = span.w, high: float = high, fill: str = fill) -> None:
                pen.box(0, 0, wide, high, fill=fill, stroke="lane.stroke", width=0.07, radius=0.45)

            name = f"ground/{number}/{span.phase}"
            yield layer(name, look, (span.x, rows.tops[number]), draw, lane="ground", phase=span.phase, order=-1)


def _strip_lines(one: PhaseChange, level: Level, span: Span, look: Look) -> tuple[str, ...]:
    """The level, and how it changed."""
    changed = compare.presence_text(one, level, look.say)
    words = " · ".join(part for part in (capital(level_word(level, look.say)), changed) if part)
    return text.lines(words, "semibold", (span.w - 3 * strips.MARK - 1.2) / strips.LABEL, look.say.language)


def _strips(compared: VariantComparison, found: Sequence[Span], rows: Rows, look: Look) -> Iterator[Layer]:
    """Presence as it is, and as it would be; a changed one has an arrow up or down beside its words."""
    for number, after in ((0, False), (4, True)):
        high = rows.tops[number + 1] - APART - rows.tops[number]
        for one, span in zip(compared.phases, found, strict=True):
            draw = partial(_draw_strip, one=one, after=after, span=span, high=high, look=look)
            name = f"strip/{number}/{span.phase}"
            yield layer(name, look, (span.x, rows.tops[number]), draw, lane="presence", phase=span.phase)


def _draw_strip(pen: Pen, one: PhaseChange, *, after: bool, span: Span, high: float, look: Look) -> None:
    level = one.after if after else one.before
    arrow = ("up" if one.step > 0 else "down") if after and one.step else ""
    pen.about = one.phase
    strips.draw(pen, Rect(0, 0, span.w, high), level, _strip_lines(one, level, span, look), look, arrow)
    pen.target(0, 0, span.w, high, "phase", one.phase, "presence")
    pen.about = None


def _titles(compared: VariantComparison, document: Document, rows: Rows, look: Look) -> Iterator[Layer]:
    for number, (some, top) in enumerate(zip(_names(compared, document, look), rows.tops, strict=True)):
        yield title_layer(f"title/{number}", some, look, top + TITLE_TOP, _right(number, look))
    high = rows.bottom - rows.tops[5]
    yield hearts.axis_layer(look, rows.tops[5] + high / 2, high, look.spec.titles - 0.9)


def _names(compared: VariantComparison, document: Document, look: Look) -> tuple[tuple[str, ...], ...]:
    """What the rows are called."""
    say = look.say
    now, then = (document.journeys[side.journey].title for side in (compared.current, compared.desired))
    return (
        (say("Presence now"),), (say("Now"), now), (say("What changes"),), (say("Desired"), then),
        (say("Presence desired"),), (say("Heartbeat"),),
    )  # fmt: skip


def _right(number: int, look: Look) -> float:
    """Where a row's name ends: beside the heartbeat stand the faces of its axis."""
    return look.spec.titles - (2.6 if number == 5 else 0.9)


def _totals(
    compared: VariantComparison, look: Look, rows: Rows, left: float, right: float
) -> Iterator[Layer]:  # fmt: skip
    """What each journey comes to, at its end."""
    for number, part in ((1, compared.current), (3, compared.desired)):
        lines = compare.side_summary(part, look.say)
        broken = [text.lines(line, "regular", (right - left - 1.4) / TOTAL, look.say.language) for line in lines]

        def draw(pen: Pen, broken: Sequence[tuple[str, ...]] = broken) -> None:
            y = 0.0
            for some in broken:
                y = pen.text(some, heads.PAD, y, size=TOTAL)

        yield layer(f"total/{number}", look, (left, rows.tops[number] + ROOM / 2), draw, lane="cells")


def _grid(
    compared: VariantComparison, found: Sequence[Span], places: Sequence[Place]
) -> tuple[list[Field], list[float], tuple[str | None, ...]]:
    """Fields, left edges of the columns, and the phase of each column."""
    now, then = compared.current.journey, compared.desired.journey
    fields: list[Field] = []
    edges: list[float] = []
    headings: list[str | None] = []
    by_phase: dict[str, list[Place]] = {span.phase: [] for span in found}
    for place in places:
        by_phase[place.slot.phase].append(place)
    for span in found:
        own = by_phase[span.phase]
        first, many = len(edges), max(len(own), 1)
        fields += [
            Field(number, first, "presence", many, journey, span.phase) for number, journey in ((0, now), (4, then))
        ]
        fields.append(Field(5, first, "heart", many, then, span.phase))
        edges += [span.x - APART / 2, *(place.x - slots.GAP / 2 for place in own[1:])]
        headings += [span.phase] * many
        for place in own:
            slot = place.slot
            fields += [
                Field(1, place.column, "card", 1, now, span.phase, slot.current),
                Field(2, place.column, "changes", 1, then, span.phase, slot.desired or slot.current),
                Field(3, place.column, "card", 1, then, span.phase, slot.desired),
            ]
        if not own:
            fields += [Field(number, first, "blank", 1, now, span.phase) for number in (1, 2, 3)]
    last = len(edges)
    fields += [Field(1, last, "total", journey=now), Field(3, last, "total", journey=then), Field(5, last, "names")]
    return fields, edges, (*headings, None)
