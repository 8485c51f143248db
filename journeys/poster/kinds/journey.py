"""A sheet, or several, of a journey: head, map, findings and foot, sized so that all of it fits the paper."""

from __future__ import annotations

from dataclasses import replace
from math import inf, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.findings import overview_of
from journeys.analysis.lenses.marks import marks
from journeys.analysis.scene import NO_DAY, scene
from journeys.layout.bands import fit
from journeys.layout.drawing import Drawing, Rect
from journeys.layout.prospect import UNSEEN, Seen, guess, prospect, with_heads
from journeys.layout.split import Part, run_through, split
from journeys.layout.watched import Watched
from journeys.phrases import figures
from journeys.poster.choice import chosen
from journeys.poster.parts.axis import time_axis
from journeys.poster.parts.blocks import MM, Block
from journeys.poster.parts.findings import below
from journeys.poster.parts.footer import ORIGIN, footer
from journeys.poster.parts.header import header, header_again
from journeys.poster.parts.legend import Shown
from journeys.poster.parts.origin import origin
from journeys.poster.sheet import LAST, Portrait, Sheet, fitted, inner, placed, unwatched

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.findings import JourneyFindings
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

MAP_SHARE: Final = 0.66
"""Of the sheet's height that the map gets, about."""
SUITED_PT: Final = 6.0
"""Base type of a map, at A4, beside which head and findings have their own size."""
LARGE: Final = 0.7
"""Of that type: with smaller, the names of phases and lanes grow beside the cards."""
MOST_HEADS: Final = 1.7
LEAST: Final = 0.6
MOST: Final = 1.05
FOOT_PT: Final = 5.0
GAP_MM: Final = 4.0
ABOVE: Final = 0.35
"""The part of the height that is left over that goes above the map."""
SAME: Final = 1.002
"""Type sizes that differ less are the same to every eye."""
SAME_TRIES: Final = 6


class Asked(NamedTuple):
    """Whose sheets are made, and all that is known of that journey."""

    document: Document
    journey: str
    findings: JourneyFindings | None
    request: Request
    say: Words
    came_from: Origin
    seen: Seen = UNSEEN

    @property
    def area(self) -> Rect:
        return inner(self.request.sheet, self.request.margin)


class Around(NamedTuple):
    """A part of the journey with all that stands around its map; `room`: the height that is left for that."""

    part: Part
    scale: float
    top: Block
    disc: Rect
    explained: Block
    bottom: Block
    over: float
    room: float

    @property
    def gap(self) -> float:
        return GAP_MM * self.scale


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """A sheet, or as many as are asked for, for each of the chosen journeys."""
    all_seen = scene(document, today=request.on or NO_DAY)
    found, came_from, made = overview_of(all_seen), origin(document, request, say), []
    wanted = chosen(document, request.journeys)
    for index, journey in enumerate(wanted):
        seen = Seen(request.lens, dict(marks(all_seen, request.lens, journey))) if request.lens else UNSEEN
        asked = Asked(document, journey, found.of(journey), request, say, came_from, seen)
        made += _of_journey(asked, _share(watch, index, len(wanted)))
    return made


def _share(watch: Watch, index: int, many: int) -> Watch:
    """One sheet's part of the work on all of them."""
    return lambda share: watch((index + share) / many)


def _watched(watch: Watch) -> Watched:
    watched = Watched(watch)
    watched.reached(0.0)
    return watched


def _of_journey(asked: Asked, watch: Watch) -> list[Sheet]:
    """Type, head and foot are as large on all sheets of a journey."""
    request, findings, paper, area = asked.request, asked.findings, asked.request.sheet, asked.area
    numbers = {found.phase: index for index, found in enumerate(findings.gaps, 1)} if findings else {}
    watched = _watched(watch)
    ahead = prospect(
        asked.document, asked.journey, asked.say, numbers=numbers if request.findings else {}, lanes=request.lanes,
        axis=request.axis, notes=request.notes, watched=watched, seen=asked.seen,
    )  # fmt: skip
    ahead = run_through(asked.document, ahead, asked.say, watched)
    parts = split(asked.document, ahead, request.parts, asked.say, watched)
    suits = min(guess(part.ahead, (area.w, area.h * MAP_SHARE)) for part in parts) / (paper.scale * SUITED_PT)
    scale = paper.scale * beside(suits, paper.scale)
    around = [
        _around(asked, part._replace(ahead=with_heads(part.ahead, heads(suits))), scale) for part in parts
    ]  # fmt: skip
    return [_sheet(asked, one, map_) for one, map_ in zip(around, _maps(asked, around, watch, watched), strict=True)]


def _maps(asked: Asked, around: Sequence[Around], watch: Watch, watched: Watched) -> list[Drawing]:
    """The maps of all parts, with the type of the one that has the least room."""

    def made(one: Around, most: float, told: Watched) -> Drawing:
        ahead = one.part.ahead._replace(spec=replace(one.part.ahead.spec, most_pt=most))
        return fit(asked.document, ahead, (asked.area.w, one.room), asked.say, told)

    if len(around) == 1:
        return [made(around[0], inf, watched)]
    maps = [made(one, inf, _watched(_share(watch, index, len(around)))) for index, one in enumerate(around)]
    for _ in range(SAME_TRIES):
        least = min(map_.base_pt for map_ in maps)
        if max(map_.base_pt for map_ in maps) <= least * SAME:
            break
        maps = [
            map_ if map_.base_pt <= least * SAME else made(one, least, Watched(lambda _: watch(1.0)))
            for one, map_ in zip(around, maps, strict=True)
        ]
    return maps


def _around(asked: Asked, part: Part, scale: float) -> Around:
    document, findings, area, say = asked.document, asked.findings, asked.area, asked.say
    phases = None if part.of == 1 else {*part.phases, *([None] if part.number == 1 else [])}

    def foot(size: float) -> Block:
        shown = Shown(part.ahead.spec.lanes, asked.request.notes, asked.seen)
        return footer(document, asked.journey, findings, area.w, size, say, asked.came_from, shown)

    def findings_below(size: float) -> Block:
        if not asked.request.findings:
            return Block(area.w)
        return below(document, asked.journey, findings, area.w, size, say, phases)

    most = 0.22 if asked.request.sheet.narrow else 0.19
    top, disc = fitted(lambda size: _head(asked, part, size), scale, area.h * most, lambda made: made[0].height)
    bottom = fitted(foot, scale, area.h * 0.08, lambda made: made.height)
    explained = fitted(findings_below, scale, area.h * 0.3, lambda made: made.height)
    axis = time_axis(document, findings, area.w, (0.0, 0.0), scale, say)
    gap = GAP_MM * scale
    over = axis.height + 2.2 * scale if axis.elements else 0.0
    under = explained.height + gap if explained.elements else 0.0
    room = area.h - top.height - bottom.height - over - under - 2 * gap
    return Around(part, scale, top, disc, explained, bottom, over, room)


def _head(asked: Asked, part: Part, size: float) -> tuple[Block, Rect]:
    """The whole head on the first sheet, and on the others what tells where they belong."""
    document, journey, say = asked.document, asked.document.journeys[asked.journey], asked.say
    words = _which(asked, part)
    if part.number > 1:
        return header_again(document, journey, asked.area.w, size, say, words)
    return header(
        document, journey, asked.findings, asked.area.w, size, say, narrow=asked.request.sheet.narrow, part=words
    )


def _which(asked: Asked, part: Part) -> str:
    """ "Part 2 of 3: Birth – First year"; empty for the only one."""
    if part.of == 1:
        return ""
    names = [asked.document.phases[phase].name for phase in part.phases]
    told = dict.fromkeys((names[0], names[-1]))
    return asked.say("Part {n} of {total}: {phases}", n=part.number, total=part.of, phases=" – ".join(told))


def _sheet(asked: Asked, one: Around, map_: Drawing) -> Sheet:
    document, journey, say, area, paper = asked.document, asked.journey, asked.say, asked.area, asked.request.sheet
    spare = max(0.0, one.room - map_.height)
    y, em, titles = area.y + one.top.height + one.gap + one.over, map_.base_pt * MM, one.part.ahead.spec.titles
    phases = None if one.part.of == 1 else one.part.phases
    axis = time_axis(
        document, asked.findings, area.w, ((titles - 1.0) * em, titles * em), one.scale, say, phases,
        numbered=asked.request.findings,
    )  # fmt: skip
    bottom = area.y + area.h - one.bottom.height
    layers = (
        one.top.layer("head", area.x, area.y, -1),
        axis.layer("axis", area.x, area.y + one.top.height + one.gap, 0),
        *placed(map_, area.x, y + spare * ABOVE),
        one.explained.layer("findings", area.x, bottom - one.gap - one.explained.height, LAST),
        one.bottom.layer("foot", area.x, bottom, LAST + 1),
    )
    drawing = Drawing(paper.width, paper.height, layers, journey, map_.base_pt)
    disc = one.disc._replace(x=one.disc.x + area.x, y=one.disc.y + area.y)
    face = Portrait(document.journeys[journey].persona, disc)
    alts = {"heartbeat": figures.curve_text(document, journey, say, phases), "axis": figures.axis_text(document, say)}
    leading = {lead.link.id for leads in one.part.ahead.gathered.leads.values() for lead in leads}
    texts = figures.link_texts(document, journey, say)
    alts |= {link: words for link, words in texts.items() if link not in leading}
    key = journey if one.part.of == 1 else f"{journey}-{one.part.number}"
    return Sheet(key, _title(asked, one.part), drawing, (face,), journey, alts)


def beside(suits: float, scale: float) -> float:
    """How large head, findings and foot are beside a map whose type is so many times what suits the paper.

    Smaller beside a map with very much on it, which then gets the room; the smallest words of the foot stay legible.
    """
    wanted = min(max(sqrt(suits), LEAST), MOST)
    return max(wanted, min(1.0, FOOT_PT / (ORIGIN.size * scale)))


def heads(suits: float) -> float:
    """How much larger than beside usual cards the names of phases and lanes are; in steps, so that sheets agree."""
    return min(max(round(sqrt(LARGE / suits), 1), 1.0), MOST_HEADS)


def _title(asked: Asked, part: Part) -> str:
    who = asked.document.journeys[asked.journey]
    title = f"{who.title} · {asked.document.personas[who.persona].name}"
    if part.of == 1:
        return title
    return f"{title} · {asked.say('part {n} of {total}', n=part.number, total=part.of)}"
