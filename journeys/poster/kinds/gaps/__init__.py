"""The gap report: every phase without the scope, why it matters, and where people are at that moment."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts, phrases
from journeys.analysis.shared import Together, together, usual_journeys
from journeys.layout.drawing import Drawing, Layer
from journeys.phrases.figures import axis_text
from journeys.poster.choice import chosen
from journeys.poster.kinds.gaps import matrix as matrices
from journeys.poster.kinds.gaps.calm import calm
from journeys.poster.kinds.gaps.deck import Deck, dealt
from journeys.poster.kinds.gaps.deliberate import deliberate
from journeys.poster.parts.blank import nothing_yet
from journeys.poster.parts.blocks import MM, Block, Style, paragraph, stacked
from journeys.poster.parts.fitting import largest, shared_out
from journeys.poster.parts.footer import ORIGIN, foot
from journeys.poster.parts.glance import LABEL
from journeys.poster.parts.legend import key, level_entries
from journeys.poster.parts.masthead import LEAD, MORE, Head, masthead, sums
from journeys.poster.parts.origin import origin
from journeys.poster.sheet import LAST, Portrait, Sheet, inner, unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.i18n import Words
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document
    from journeys.poster.kinds.gaps.matrix import Matrix
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

MOST: Final = 1.45
"""The largest size, in times what is usual on such paper."""
OUTER: Final = 1.1
FOOT_PT: Final = 5.0
GAP_MM: Final = 5.0
COLUMN_MM: Final = 17.0
NAMED: Final = 6
FEW: Final = 8
"""Up to so many cards all numbers of columns are weighed; of more only the most, and three under each other."""
UNEVEN: Final = 0.6
"""How much worse columns of different heights are than smaller type."""
HOLLOW: Final = 0.3
"""And cards on which the panels are of different heights."""
BIG: Final = Style(34.0, "bold", "finding.number", leading=1.0)
ROWS: Final = 0.5
"""The part of what is left that goes to the rows of the matrix, at most so much of a row."""


class Matter(NamedTuple):
    """What the sheet is about, worked out once."""

    document: Document
    seen: Together
    say: Words
    origin: Origin
    area: Rect
    narrow: bool
    usual: float


class Around(NamedTuple):
    """All but the cards, in one size."""

    head: Block
    matrix: Matrix
    right: Block
    foot: Block


class Plan(NamedTuple):
    """Everything in one size."""

    scale: float
    around: Around
    deck: Deck


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """One sheet about the chosen journeys, or about all current ones; without any it says what to do."""
    paper = request.sheet
    wanted = usual_journeys(document) if request.journeys is None else chosen(document, request.journeys)
    seen = together(document, wanted)
    came_from, title = origin(document, request, say), say("Gap report")
    if not seen.journeys or not document.phases:
        text = say("No journeys yet. Make a persona with a journey, then this poster shows where {scope} is absent.",
                   scope=phrases.the_scope(document, None, say))  # fmt: skip
        return [nothing_yet(document, request, say, came_from, "gaps", title, text)]
    narrow = paper.narrow
    matter = Matter(document, seen, say, came_from, inner(paper, request.margin), narrow, paper.scale)
    made = _best(matter, watch)
    layers, faces = _drawn(matter, made)
    drawing = Drawing(paper.width, paper.height, tuple(layers), None, made.scale)
    alts = {"axis": axis_text(document, say), "corner": say("Persona")}
    return [Sheet("gaps", f"{title} · {document.study.title}", drawing, tuple(faces), alts=alts)]


def _best(matter: Matter, watch: Watch) -> Plan:
    """The cards in so many columns that they are large and that little is left over beside them."""
    document, seen, say, wide = matter.document, matter.seen, matter.say, matter.area.w
    around = cache(partial(_around, matter))
    many = len(seen.gaps)
    counts = list(range(1, many + 1)) if 0 < many <= FEW else [0, -(-many // 3)]
    plans = []
    for index, count in enumerate(counts):

        def plan(scale: float, count: int = count, done: float = index / len(counts)) -> Plan:
            watch(done * 0.95)
            return Plan(scale, around(scale), dealt(document, seen, wide, scale, say, count))

        most = MOST * matter.usual
        plans.append(largest(plan, most, lambda one: one.deck.roomy and _height(matter, one) <= matter.area.h))
    return max(plans, key=lambda one: one.scale * (1 - UNEVEN * one.deck.uneven) * (1 - HOLLOW * one.deck.hollow))


def _around(matter: Matter, wanted: float) -> Around:
    document, seen, say, area = matter.document, matter.seen, matter.say, matter.area
    outer = min(wanted, OUTER * matter.usual)
    small = max(outer, min(FOOT_PT / ORIGIN.size, matter.usual))
    beside = max(matrices.NAMES_MM * outer, 0.14 * area.w)
    least = 0.4 * matter.usual  # also where names beside the phases would leave those no room
    rows = min(outer, max((area.w - beside) / len(document.phases) / COLUMN_MM, least))

    def legend(room: float) -> Block:
        return key(list(level_entries(document, seen.shown, say)), room, small, say)

    return Around(
        _head(matter, outer), matrices.planned(document, seen, area.w, rows, say),
        deliberate(document, seen, area.w, outer, say), foot(legend, area.w, small, say, matter.origin),
    )  # fmt: skip


def _head(matter: Matter, scale: float) -> Block:
    document, seen, say = matter.document, matter.seen, matter.say
    study, scope = document.study, phrases.the_scope(document, None, say)
    personas = list(dict.fromkeys(document.journeys[found.journey].persona for found in seen.journeys))
    names = [document.personas[id_].name for id_ in personas]
    count = phrases.count_of("persona", len(personas), say)
    who = phrases.joined(names, say) if len(names) <= NAMED else count
    people = phrases.person_word(document, say)
    lead = say("When {scope} is not there, and where {people} are then", scope=scope, people=people)
    facts = " · ".join(fact for fact in (study.organisation, who) if fact)
    lines = ((lead, LEAD, say.language), (facts, MORE, study.language), (_levels(seen, say), MORE, say.language))
    panels = (
        lambda width, size: _number(matter, width, size),
        lambda width, size: sums(document, seen, width, size, say),
    )
    head = Head(say("Gap report"), study.title, lines, panels, 0.47, 0.46)
    return masthead(head, matter.area.w, scale, study.language, narrow=matter.narrow)


def _levels(seen: Together, say: Words) -> str:
    """ "present 3 · via partner 4 · absent 11"."""
    return " · ".join(f"{phrases.level_word(level, say)} {seen.levels[level]}" for level in seen.shown)


def _number(matter: Matter, width: float, scale: float) -> Block:
    """In how many of all phases the scope is absent, as large as it can be."""
    seen, say = matter.seen, matter.say
    figure = say("{n} of {total}", n=seen.absent, total=seen.phases) if seen.phases > seen.levels["unmapped"] else "–"
    scope = phrases.the_scope(matter.document, None, say)
    style = BIG if seen.absent else replace(BIG, colour="sheet.accent")
    caption = say.many("phase without {scope}", "phases without {scope}", seen.phases, scope=scope)
    wide = fonts.width(figure, style.font, style.size * scale) * MM
    number = paragraph(
        figure, replace(style, size=style.size * min(1.0, 0.99 * width / wide)), width, scale, say.language
    )
    return stacked(
        width,
        0.8 * scale,
        number,
        paragraph(caption, replace(LABEL, size=8.6, role="cell"), width, scale, say.language),
    )


def _gaps(matter: Matter, plan: Plan) -> list[float]:
    """Under the head, the matrix, the cards and what is right as it is."""
    gap = GAP_MM * min(plan.scale, matter.usual)
    return [gap, gap, gap, *([gap] if plan.around.right.elements else [])]


def _height(matter: Matter, plan: Plan) -> float:
    blocks = plan.around.head.height + plan.around.matrix.height + plan.around.right.height + plan.around.foot.height
    return blocks + _least(matter, plan) + sum(_gaps(matter, plan))


def _least(matter: Matter, plan: Plan) -> float:
    """Of the cards; without any, of the field that says so."""
    if plan.deck.gaps:
        return plan.deck.height
    return calm(matter.document, matter.seen, (matter.area.w, 0.0), min(plan.scale, matter.usual), matter.say).height


def _drawn(matter: Matter, plan: Plan) -> tuple[list[Layer], list[Portrait]]:
    area = matter.area
    gaps, spare = _gaps(matter, plan), max(0.0, area.h - _height(matter, plan))
    rows = min(spare * ROWS, sum(plan.around.matrix.rows) * 0.6)
    cards = min(spare - rows, plan.deck.height * 0.12) if plan.deck.gaps else spare - rows
    gaps = [gap + more for gap, more in zip(gaps, shared_out(spare - rows - cards, gaps), strict=True)]
    y = area.y + plan.around.head.height + gaps[0]
    faces = [Portrait(*found) for found in matrices.discs_of(plan.around.matrix, (area.x, y), rows)]
    return list(_layers(matter, plan, gaps, rows, cards)), faces


def _layers(matter: Matter, plan: Plan, gaps: list[float], rows: float, cards: float) -> Iterator[Layer]:
    area, y = matter.area, matter.area.y
    yield plan.around.head.layer("head", area.x, y, -1)
    y += plan.around.head.height + gaps[0]
    yield from matrices.layers(plan.around.matrix, (area.x, y), rows)
    y += plan.around.matrix.height + rows + gaps[1]
    high = _least(matter, plan) + cards
    if plan.deck.gaps:
        yield from plan.deck.layers((area.x, y), high, LAST - 10_000)
    else:
        size = min(plan.scale, matter.usual)
        block = calm(matter.document, matter.seen, (area.w, high), size, matter.say)
        yield block.layer("calm", area.x, y, LAST - 10_000)
    y += high + gaps[2]
    if plan.around.right.elements:
        yield plan.around.right.layer("deliberate", area.x, y, LAST)
    yield plan.around.foot.layer("foot", area.x, area.y + area.h - plan.around.foot.height, LAST + 1)
