"""Personas compared on one sheet: their journeys under each other, under one time axis, with what they share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import phrases
from journeys.analysis import compare as compared_
from journeys.analysis.findings import overview
from journeys.analysis.shared import Together, together
from journeys.analysis.spots import counted_journeys
from journeys.layout.drawing import Drawing, Layer
from journeys.layout.heads import own_colour
from journeys.phrases import compare as said
from journeys.phrases.figures import axis_text
from journeys.phrases.shared import curve_text
from journeys.poster.choice import chosen
from journeys.poster.kinds.compare import band as bands
from journeys.poster.kinds.compare import totals
from journeys.poster.kinds.compare.band import Band, Frame
from journeys.poster.kinds.compare.told import told
from journeys.poster.parts import grid
from journeys.poster.parts.blank import nothing_yet
from journeys.poster.parts.blocks import Block
from journeys.poster.parts.fitting import largest, shared_out, stretched
from journeys.poster.parts.footer import ORIGIN, foot
from journeys.poster.parts.legend import key, level_entries
from journeys.poster.parts.lifelines import lifelines
from journeys.poster.parts.masthead import LEAD, MORE, Head, masthead, sums
from journeys.poster.parts.origin import origin
from journeys.poster.parts.questions import questions
from journeys.poster.sheet import LAST, Portrait, Sheet, inner, unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.compare import PersonaComparison
    from journeys.i18n import Words
    from journeys.layout.drawing import Rect
    from journeys.model.document import Document
    from journeys.model.entities import Journey
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

MOST: Final = 1.3
"""The largest size, in times what is usual on such paper."""
FOOT_PT: Final = 5.0
HEAD: Final = 1.1
GAP_MM: Final = 5.0
BETWEEN_MM: Final = 3.6
"""Between two bands."""
CURVE_MM: Final = 40.0
"""The greatest height of a curve, at A4."""
ROOMY_MM: Final = 22.0
ROOMY_LESS: Final = 1.2
"""So much less with each of the bands, in mm."""
NAMES_MM: Final = 40.0
TOTALS_MM: Final = 23.0
COLUMN_MM: Final = 17.0
"""The least width of a phase, at A4; with more phases all gets smaller."""
NAMED: Final = 6


class Matter(NamedTuple):
    """What the sheet is about, worked out once.

    `compared`: all journeys; `between`: those of the first one's variant, which are told apart; `above`: names stand
    above their bands, not beside them.
    """

    document: Document
    seen: Together
    compared: PersonaComparison
    between: PersonaComparison
    say: Words
    origin: Origin
    area: Rect
    narrow: bool
    above: bool
    usual: float
    findings: bool
    quotes: bool

    @property
    def mixed(self) -> bool:
        """Whether current and desired journeys stand beside each other."""
        return len({self.document.journeys[str(row.journey)].variant for row in self.compared.rows}) > 1


class Plan(NamedTuple):
    """Everything in one size, with heights; only the curves' height is open."""

    scale: float
    frame: Frame
    head: Block
    axis: Block
    heads: list[Block]
    bands: list[Band]
    total: float
    found: Block
    foot: Block


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """One sheet with the chosen journeys, or all; when there is nothing to compare it says what to do."""
    paper = request.sheet
    wanted = [journey.id for journey in counted_journeys(document)] if request.journeys is None else chosen(
        document, request.journeys
    )  # fmt: skip
    wanted = [id_ for id_ in dict.fromkeys(wanted) if document.journeys[id_].parent_step is None]
    came_from = origin(document, request, say)
    title = say("Personas compared")
    if not wanted or not document.phases:
        text = say("Nothing to compare yet. Make a persona with a journey, then print this poster again.")
        return [nothing_yet(document, request, say, came_from, "compare", title, text)]
    seen = together(document, wanted, overview(document))
    compared = compared_.journeys(document, wanted)
    narrow = paper.narrow
    alike = [id_ for id_ in wanted if document.journeys[id_].variant == compared.variant]
    between, area = compared_.journeys(document, alike), inner(paper, request.margin)
    quotes = request.notes is None or "quote" in request.notes
    matter = Matter(
        document, seen, compared, between, say, came_from, area, narrow, narrow, paper.scale, request.findings, quotes
    )  # fmt: skip
    ways = [matter, matter._replace(above=False)] if narrow else [matter]
    plans = [(way, _largest(way, index / len(ways), watch)) for index, way in enumerate(ways)]
    matter, made = max(plans, key=lambda pair: pair[1].scale)
    drawing, faces = _drawn(matter, made, paper.width, paper.height)
    alts = {
        f"heartbeat/{row.journey}": curve_text(row, document, compared.rows, say) for row in compared.rows
    } | {"axis": axis_text(document, say), "corner": say("Persona")}  # fmt: skip
    return [Sheet("compare", f"{title} · {document.study.title}", drawing, faces, alts=alts)]


def _least(matter: Matter) -> float:
    """How high a curve is at A4 at least: higher where there are few, as all else then has room enough."""
    return max(bands.CURVE_MM, ROOMY_MM - ROOMY_LESS * len(matter.compared.rows))


def _largest(matter: Matter, done: float, watch: Watch) -> Plan:
    """As large as fits."""

    def plan(scale: float) -> Plan:
        watch(done * 0.9)
        return _planned(matter, scale)

    return largest(
        plan, MOST * matter.usual, lambda one: _height(matter, one, _least(matter) * one.scale) <= matter.area.h
    )  # fmt: skip


def _frame(matter: Matter, scale: float) -> Frame:
    """Names and totals beside the phases, or above them on a narrow sheet."""
    document, area = matter.document, matter.area
    names = 0.0 if matter.above else max(NAMES_MM * scale, 0.15 * area.w)
    rest = 0.0 if matter.above else max(TOTALS_MM * scale, 0.08 * area.w)
    aside = 0.0 if names else grid.BADGE_MM * grid.OVER * scale  # a number in its disc leans over the first phase
    found = grid.columns(document, names + aside, area.w - rest, scale)
    levels = matter.seen.shown
    own = own_colour(document)
    strip = grid.presence_height(levels, found[0].w, scale, matter.say, numbers=True)
    return Frame(tuple(found), names, rest, area.w, strip, scale, own, matter.quotes)


def _planned(matter: Matter, wanted: float) -> Plan:
    document, say, area = matter.document, matter.say, matter.area
    beside = 0.0 if matter.above else max(NAMES_MM * wanted, 0.15 * area.w) + max(TOTALS_MM * wanted, 0.08 * area.w)
    least = 0.4 * matter.usual  # also where names and totals would leave the phases no room
    scale = min(wanted, max((area.w - beside) / len(document.phases) / COLUMN_MM, least))
    outer = min(wanted, HEAD * matter.usual)
    frame = _frame(matter, scale)
    rows = matter.compared.rows
    journeys = [document.journeys[str(row.journey)] for row in rows]
    several = {one.persona for one in journeys if _alike(one, journeys)}
    made = [bands.planned(document, row, frame, say, mixed=matter.mixed, titled=row.persona in several) for row in rows]
    levels = [one.levels for one in matter.seen.journeys]
    small = max(outer, min(FOOT_PT / ORIGIN.size, matter.usual))

    def legend(room: float) -> Block:
        return key(list(level_entries(document, matter.seen.shown, say)), room, small, say)

    return Plan(
        scale, frame, _head(matter, outer), lifelines(document, levels, frame.columns, scale, say),
        grid.heads(document, frame.columns, scale, say), made, totals.height(document, rows, frame, say),
        _found(matter, wanted),
        foot(legend, area.w, small, say, matter.origin),
    )  # fmt: skip


def _found(matter: Matter, scale: float) -> Block:
    """What the comparison finds, when that was asked for."""
    if not matter.findings:
        return Block(matter.area.w)
    return told(matter.document, matter.seen, matter.between, matter.area.w, scale, matter.say, narrow=matter.narrow)


def _alike(one: Journey, others: Sequence[Journey]) -> bool:
    """Whether the persona has another journey of the same variant among these."""
    return any(
        other.id != one.id and (other.persona, other.variant) == (one.persona, one.variant) for other in others
    )  # fmt: skip


def _head(matter: Matter, scale: float) -> Block:
    document, say, seen = matter.document, matter.say, matter.seen
    study = document.study
    personas = list(dict.fromkeys(row.persona for row in matter.compared.rows))
    names = [document.personas[id_].name for id_ in personas]
    count = phrases.count_of("persona", len(personas), say)
    who = phrases.joined(names, say) if len(names) <= NAMED else ""
    count_all = phrases.count_of("journey", len(seen.journeys), say)
    facts = " · ".join(fact for fact in (study.organisation, count, count_all) if fact)
    lines = (
        (who, LEAD, study.language),
        (_summary(matter), MORE if who else LEAD, say.language),
        (facts, MORE, say.language),
    )
    asked = questions(document, [found.journey for found in seen.journeys], say)
    panels = (
        *([asked] if asked is not None else []),
        lambda width, size: sums(document, seen, width, size, say),
    )
    head = Head(say("Personas compared"), study.title, lines, panels, 0.44 if asked else 0.66, 0.47)
    return masthead(head, matter.area.w, scale, study.language, narrow=matter.narrow)


def _summary(matter: Matter) -> str:
    """In how many phases they differ; nothing for a single journey."""
    if len(matter.between.rows) < 2 or matter.seen.shown == ("unmapped",):
        return ""
    return said.personas_summary(matter.between, matter.say)


def _gaps(matter: Matter, plan: Plan) -> list[float]:
    """Between head, axis, each of the bands, totals, findings and foot."""
    gap, between = GAP_MM * min(plan.scale, matter.usual), BETWEEN_MM * plan.scale
    return [gap, between * 0.6, *[between] * len(plan.bands), *([gap] if plan.found.elements else []), gap]


def _fixed(matter: Matter, plan: Plan) -> float:
    blocks = (plan.head, plan.axis, plan.found, plan.foot)
    high = plan.heads[0].height if plan.heads else 0.0
    return sum(block.height for block in blocks) + high + plan.total + sum(_gaps(matter, plan))


def _height(matter: Matter, plan: Plan, curve: float) -> float:
    return _fixed(matter, plan) + sum(bands.height(matter.document, one, curve) for one in plan.bands)


def _drawn(matter: Matter, plan: Plan, width: float, height: float) -> tuple[Drawing, tuple[Portrait, ...]]:
    area, document = matter.area, matter.document
    curve = stretched(
        _least(matter) * plan.scale, CURVE_MM * plan.scale, lambda high: _height(matter, plan, high) <= area.h
    )  # fmt: skip
    gaps = _gaps(matter, plan)
    spare = area.h - _height(matter, plan, curve)
    gaps = [gap + more for gap, more in zip(gaps, shared_out(spare, gaps), strict=True)]
    layers = list(_layers(matter, plan, curve, gaps))
    faces, y = [], area.y + plan.head.height + gaps[0] + _top(plan) + gaps[1]
    for one, gap in zip(plan.bands, gaps[2:], strict=False):
        disc = one.disc._replace(x=area.x + one.disc.x, y=y + one.disc.y)
        faces.append(Portrait(one.row.persona, disc, one.journey))
        y += bands.height(document, one, curve) + gap
    return Drawing(width, height, tuple(layers), None, plan.scale), tuple(faces)


def _top(plan: Plan) -> float:
    """Axis and heads of the phases."""
    return plan.axis.height + (plan.heads[0].height if plan.heads else 0.0)


def _layers(matter: Matter, plan: Plan, curve: float, gaps: list[float]) -> Iterator[Layer]:
    area, document, say = matter.area, matter.document, matter.say
    y = area.y
    yield plan.head.layer("head", area.x, y, -1)
    y += plan.head.height + gaps[0]
    yield plan.axis.layer("axis", area.x, y, 0)
    y += plan.axis.height
    for column, block in zip(plan.frame.columns, plan.heads, strict=True):
        made = block.layer(f"phases/{column.phase}", area.x + column.x, y, 1)
        yield made._replace(lane="phases", phase=column.phase)
    y += (plan.heads[0].height if plan.heads else 0.0) + gaps[1]
    numbers = matter.seen.numbers()
    for index, one in enumerate(plan.bands):
        variant = document.journeys[one.journey].variant
        own = {phase: number for (which, phase), number in numbers.items() if which == variant}
        high = bands.height(document, one, curve)
        yield from bands.layers(document, one, (area.x, y), high, own, say, 100 * (index + 1))
        y += high + gaps[2 + index]
    yield from totals.layers(document, matter.compared.rows, plan.frame, (area.x, y), say, LAST - 200)
    y += plan.total + (gaps[-2] if plan.found.elements else 0.0)
    if plan.found.elements:
        yield plan.found.layer("findings", area.x, y, LAST)
    yield plan.foot.layer("foot", area.x, area.y + area.h - plan.foot.height, LAST + 1)
