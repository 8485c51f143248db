"""The network on a sheet: the people in the middle, the parties they meet around them, and what that tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import phrases
from journeys.analysis import ecosystem as parties
from journeys.analysis.scene import NO_DAY, scene
from journeys.analysis.shared import usual_journeys
from journeys.layout.drawing import Drawing, Rect
from journeys.layout.ecosystem import NetSpec, lay_out
from journeys.phrases import ecosystem as said
from journeys.poster.choice import chosen
from journeys.poster.kinds.ecosystem.legend import legend
from journeys.poster.kinds.ecosystem.told import told
from journeys.poster.parts.blank import nothing_yet
from journeys.poster.parts.blocks import Block
from journeys.poster.parts.findings import COLUMN_MM, Finding, grid
from journeys.poster.parts.footer import foot
from journeys.poster.parts.masthead import LEAD, MORE, Head, masthead
from journeys.poster.parts.origin import origin
from journeys.poster.parts.questions import questions
from journeys.poster.sheet import LAST, Sheet, fitted, inner, placed, unwatched

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.ecosystem import Ecosystem
    from journeys.analysis.scene import Scene
    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.layout.ecosystem import Network
    from journeys.model.document import Document
    from journeys.poster.parts.origin import Origin
    from journeys.poster.request import Request
    from journeys.poster.sheet import Watch

HEAD: Final = 0.3
"""The part of the height that the head takes at most."""
BESIDE, UNDER = 0.23, 0.3
"""The part of the width, or on a narrow sheet of the height, for what the network tells."""
LARGER: Final = 1.35
"""Its type, in times what is usual on such paper, where there is room: it is read from further away."""
GAP_MM: Final = 5.0
MOST_PT: Final = 14.0
"""The largest type in the network, at A4."""
SHAPES: Final = (0.4, 2.6)
"""Width in parts of the height; on longer strips the network stands in the middle."""
NAMED: Final = 6


class Matter(NamedTuple):
    """What the sheet is about, worked out once."""

    document: Document
    seen: Scene
    network: Ecosystem
    say: Words
    origin: Origin
    area: Rect
    narrow: bool
    usual: float


def sheets(document: Document, request: Request, say: Words, watch: Watch = unwatched) -> list[Sheet]:
    """One sheet about the chosen journeys, or all current ones; when nobody is met yet it says what to do."""
    paper = request.sheet
    wanted = usual_journeys(document) if request.journeys is None else chosen(document, request.journeys)
    seen = scene(document, today=request.on or NO_DAY)
    network = parties.ecosystem(seen, frozenset(wanted))
    came_from, title = origin(document, request, say), say("Network of parties")
    if not network.nodes:
        text = say("Nobody is met yet. Fill in with whom each step is, then this poster shows who people meet.")
        return [nothing_yet(document, request, say, came_from, "ecosystem", title, text)]
    area = inner(paper, request.margin)
    matter = Matter(document, seen, network, say, came_from, area, paper.narrow, paper.scale)
    layers = tuple(_layers(matter, told(seen, network, say) if request.findings else [], watch))
    edges = "; ".join(said.edge_line(document, edge, say) for edge in network.edges.values())
    drawing = Drawing(paper.width, paper.height, layers, None, paper.scale)
    return [Sheet("ecosystem", f"{title} · {document.study.title}", drawing, alts={"edges": edges} if edges else {})]


def _layers(matter: Matter, findings: list[Finding], watch: Watch) -> Iterator[Layer]:
    area, say, scale = matter.area, matter.say, matter.usual
    gap = GAP_MM * scale
    head = fitted(lambda size: _head(matter, size), scale, area.h * HEAD, lambda made: made.height)
    bottom = foot(
        lambda room: legend(matter.document, matter.network, room, scale, say), area.w, scale, say, matter.origin
    )  # fmt: skip
    watch(0.2)
    room = Rect(
        area.x, area.y + head.height + gap, area.w, max(area.h - head.height - bottom.height - 2 * gap, area.h * 0.1)
    )  # fmt: skip
    yield head.layer("head", area.x, area.y, -1)
    beside = _told(matter, findings, room)
    if beside is not None:
        at = (room.x, room.y + room.h - beside.height) if matter.narrow else (room.x + room.w - beside.width, room.y)
        yield beside.layer("findings", *at, LAST)
        less = beside.height + gap if matter.narrow else beside.width + gap
        room = room._replace(h=room.h - less) if matter.narrow else room._replace(w=room.w - less)
    made = _network(matter, room)
    watch(0.8)
    x = room.x + (room.w - made.drawing.width) / 2
    y = room.y + (room.h - made.drawing.height) / 2
    yield from placed(made.drawing, x, y)
    yield bottom.layer("foot", area.x, area.y + area.h - bottom.height, LAST + 1)


def _network(matter: Matter, room: Rect) -> Network:
    """As large as the room is, at most in the type that suits the paper."""
    aspect = min(max(room.w / room.h, SHAPES[0]), SHAPES[1])
    count = "personas" if len(matter.network.personas) > 1 else "steps"
    spec = NetSpec(aspect=aspect, lines=None, count=count)  # type: ignore[arg-type]  # one of the two
    first = lay_out(matter.document, matter.network, spec, matter.say)
    grow = min(room.w / first.drawing.width, room.h / first.drawing.height) * 0.999
    size = min(spec.base_pt * grow, MOST_PT * matter.usual)
    found = NetSpec(size, aspect, None, spec.count)
    return lay_out(matter.document, matter.network, found, matter.say)


def _told(matter: Matter, findings: list[Finding], room: Rect) -> Block | None:
    """What the network tells, beside it or on a narrow sheet under it."""
    if not findings:
        return None
    width = room.w if matter.narrow else room.w * BESIDE
    most = room.h * UNDER if matter.narrow else room.h
    language = matter.say.language

    def made(size: float) -> Block:
        columns = max(1, int(width / (COLUMN_MM * size))) if matter.narrow else 1
        return grid(findings, columns, width, size, language)

    return fitted(made, LARGER * matter.usual, most, lambda block: block.height)


def _head(matter: Matter, scale: float) -> Block:
    document, say, network = matter.document, matter.say, matter.network
    study = document.study
    names = [document.personas[id_].name for id_ in network.personas]
    who = phrases.joined(names, say) if len(names) <= NAMED else phrases.count_of("persona", len(names), say)
    lead = say("Who {people} meet, and where they go from one to another", people=phrases.person_word(document, say))
    lines = (
        (lead, LEAD, say.language),
        (" · ".join(fact for fact in (study.organisation, who) if fact), MORE, study.language),
        (said.summary(document, network, say), MORE, say.language),
    )
    asked = questions(document, network.journeys, say)
    head = Head(say("Network of parties"), study.title, lines, (asked,) if asked else (), 0.58)
    return masthead(head, matter.area.w, scale, study.language, narrow=matter.narrow)
