"""draw.io: a page for each journey, on which phases, steps, notes and arrows are shapes to go on drawing with."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from journeys.exchange.shapes import Hand, boards
from journeys.exchange.shapes.values import JETTY, MOST_JETTIES
from journeys.exchange.xml_writing import Node, written
from journeys.layout.heads import own_colour
from journeys.layout.palettes import palette

if TYPE_CHECKING:
    from journeys.exchange.shapes import Arrow, Board, Card, Frame, Line, Rect, Side
    from journeys.exchange.wanted import Wanted

KEEPS: Final = frozenset(
    {
        "phase.start", "persona.name", "persona.told", "journey.question", "journey.variant", "step.back",
        "step.place_on_map", "step.body", "step.day", "step.lasts", "step.place", "step.party", "step.channel",
        "step.passes_on", "step.nobody", "step.emotion", "step.moment_of_truth", "step.evidence", "link",
        "link.label", "note", "note.work",
    }
)  # fmt: skip
HAND: Final = Hand(
    12, 14.4, 10, card=190, apart=12, between=60, frame=20, lane=130,
    sizes={"title": 1.8, "head": 14 / 12, "small": 11 / 12}, heads=True, beat=28,
)  # fmt: skip
"""As draw.io writes in its shapes."""
MARGIN: Final = 40
ROOT: Final = "0"
LAYER: Final = "1"
"""The two cells that every page begins with."""
_AT: Final[dict[Side, tuple[str, str]]] = {
    "top": ("0.5", "0"), "right": ("1", "0.5"), "bottom": ("0.5", "1"), "left": ("0", "0.5"),
}  # fmt: skip
_LEVELS: Final = {"via_partner": "partner", "absent": "gap"}
_BOX: Final = (
    "html=1;whiteSpace=wrap;align=left;verticalAlign=top;spacing=0;"
    f"spacingLeft={HAND.pad};spacingRight={HAND.pad};spacingTop=8;spacingBottom=8;fontSize={HAND.type:g};"
)
_ROUND: Final = "rounded=1;absoluteArcSize=1;arcSize=12;"


def write(wanted: Wanted) -> bytes:
    """Uncompressed, as draw.io saves when it is asked to. The same study gives the same bytes."""
    inks = palette("light")
    own = own_colour(wanted.document)
    file = Node("mxfile", {"host": "Levensreis", "compressed": "false"})
    for board in boards(wanted.part(0, 0.5), HAND):
        page = file.add("diagram", attributes={"id": board.id, "name": board.name})
        _page(page, board, _Inks(inks, own), wanted.part(0.5, 0.6))
    if not file.children:
        _model(file.add("diagram", attributes={"id": "empty", "name": wanted.document.study.title}), 800, 600)
    return written(file, wanted.part(0.6, 1).watch)


class _Inks:
    """Colours by what they are for."""

    def __init__(self, inks: dict[str, str], own: str) -> None:
        self._inks, self._own = inks, own

    def __getitem__(self, role: str) -> str:
        return self._inks[role]

    def own(self, part: str) -> str:
        """The organisation's colour, or that of words on it."""
        return self._inks[f"{self._own}.{part}"]


def _page(page: Node, board: Board, inks: _Inks, wanted: Wanted) -> None:
    """What lies below comes first: the bands of the lanes, the phases with their cards, the arrows."""
    root = _model(page, board.rect.w + 2 * MARGIN, board.rect.h + 2 * MARGIN)
    for row, rect in board.bands:
        fill = inks["lane.fill.back" if row == "back" else "lane.tint"]
        style = f"rounded=0;html=1;fillColor={fill};strokeColor={inks['lane.stroke']};connectable=0;pointerEvents=0;"
        _vertex(root, f"band-{row}", "", style, _shifted(rect), LAYER)
    for card in board.heads:
        _vertex(root, card.id, label(card.lines), _style(card, inks), _shifted(card.rect), LAYER)
    for frame in board.frames:
        wanted.watch(0)
        _vertex(root, frame.id, html.escape(frame.label), _frame_style(frame, inks), _shifted(frame.rect), LAYER)
        for card in frame.cards:
            inside = card.rect._replace(x=card.rect.x - frame.rect.x, y=card.rect.y - frame.rect.y)
            _vertex(root, card.id, label(card.lines), _style(card, inks), inside, frame.id)
    wanted.watch(0)
    for arrow in board.arrows:
        _edge(root, arrow, inks)


def _model(page: Node, width: int, height: int) -> Node:
    model = page.add("mxGraphModel", attributes={
        "dx": "0", "dy": "0", "grid": "1", "gridSize": "10", "guides": "1", "tooltips": "1", "connect": "1",
        "arrows": "1", "fold": "1", "page": "1", "pageScale": "1", "pageWidth": str(width), "pageHeight": str(height),
        "math": "0", "shadow": "0",
    })  # fmt: skip
    root = model.add("root")
    root.add("mxCell", attributes={"id": ROOT})
    root.add("mxCell", attributes={"id": LAYER, "parent": ROOT})
    return root


def _shifted(rect: Rect) -> Rect:
    return rect._replace(x=rect.x + MARGIN, y=rect.y + MARGIN)


def _vertex(root: Node, id_: str, value: str, style: str, rect: Rect, parent: str) -> None:
    given = {"id": id_, "value": value, "style": style, "vertex": "1", "parent": parent}
    cell = root.add("mxCell", attributes=given)
    cell.add("mxGeometry", attributes={
        "x": str(rect.x), "y": str(rect.y), "width": str(rect.w), "height": str(rect.h), "as": "geometry",
    })  # fmt: skip


def _edge(root: Node, arrow: Arrow, inks: _Inks) -> None:
    """Glued to both cards: it follows when they are moved."""
    cell = root.add("mxCell", attributes={
        "id": arrow.id, "value": html.escape(arrow.words), "style": _arrow_style(arrow, inks), "edge": "1",
        "parent": LAYER, "source": arrow.source, "target": arrow.target,
    })  # fmt: skip
    cell.add("mxGeometry", attributes={"relative": "1", "as": "geometry"})


# How things look


def _style(card: Card, inks: _Inks) -> str:
    if card.kind == "lane":
        return f"text;{_BOX}{_ink(inks, 'lane.title')}"
    if card.kind == "title":
        return f"text;{_BOX}{_ink(inks, 'text')}"
    if card.kind == "beat":
        ink = f"fillColor={inks[card.tone]};strokeColor={inks['heartbeat']};{_ink(inks, 'face.ink')}"
        return f"ellipse;html=1;aspect=fixed;fontSize=11;strokeWidth=2;{ink}"
    if card.kind == "presence":
        return _presence_style(card.tone, inks)
    if card.kind == "note":
        fill, edge, words = inks[card.tone], inks[f"{card.tone}.mark"], inks[f"{card.tone}.text"]
        return f"shape=note;size=12;{_BOX}fillColor={fill};strokeColor={edge};fontColor={words};"
    fill = inks["card.fill.back" if card.kind == "back" else "card.fill"]
    edge, wide = inks["card.stroke"], 1
    if card.tone == "moment":
        edge, wide = inks["moment"], 3
    elif card.tone == "own":
        edge, wide = inks.own("fill"), 2
    return f"{_ROUND}{_BOX}fillColor={fill};strokeColor={edge};strokeWidth={wide};{_ink(inks, 'card.text')}"


def _presence_style(level: str, inks: _Inks) -> str:
    """As in the strip of the map: full is present, dashed is a gap, dotted is deliberate."""
    if level == "direct":
        fill = inks.own("fill")
        return f"{_ROUND}{_BOX}fillColor={fill};strokeColor={fill};fontColor={inks.own('on')};"
    role = f"presence.{_LEVELS.get(level, level)}"
    lines = {"absent": "dashed=1;strokeWidth=2;", "deliberate": "dashed=1;dashPattern=1 3;"}.get(level, "")
    return (
        f"{_ROUND}{_BOX}fillColor={inks[role]};strokeColor={inks[f'{role}.stroke']};fontColor={inks[f'{role}.text']};"
        f"{lines}"
    )


def _frame_style(frame: Frame, inks: _Inks) -> str:
    role = "presence.gap" if frame.level == "absent" else "phase"
    edge = inks["presence.gap.stroke" if frame.level == "absent" else "card.stroke"]
    dashes = "dashed=1;" if frame.level == "absent" else ""
    return (
        f"swimlane;html=1;whiteSpace=wrap;startSize={frame.head};collapsible=0;foldable=0;fontStyle=1;fontSize=14;align=left;"
        f"spacingLeft={HAND.pad};{_ROUND}fillColor={inks[f'{role}.fill' if role == 'phase' else role]};"
        f"strokeColor={edge};fontColor={inks[f'{role}.text']};swimlaneFillColor=none;{dashes}"
    )


def _arrow_style(arrow: Arrow, inks: _Inks) -> str:
    """Back is dashed, and says so; over other cards each runs at a height of its own."""
    if arrow.kind == "beat":
        return f"html=1;endArrow=none;strokeWidth=3;strokeColor={inks['heartbeat']};"
    (ax, ay), (bx, by) = (_AT[side] for side in arrow.sides)
    ink = inks["flow.back" if arrow.kind == "back" else "flow"]
    jetty = f"jettySize={JETTY * (1 + (arrow.over - 1) % MOST_JETTIES)};" if arrow.over else ""
    dashes = "dashed=1;" if arrow.kind == "back" else ""
    return (
        f"edgeStyle=orthogonalEdgeStyle;rounded=1;html=1;endArrow=block;endFill=1;strokeWidth=2;strokeColor={ink};"
        f"fontColor={inks['text']};labelBackgroundColor={inks['paper']};fontSize=11;"
        f"exitX={ax};exitY={ay};exitDx=0;exitDy=0;entryX={bx};entryY={by};entryDx=0;entryDy=0;{jetty}{dashes}"
    )


def _ink(inks: _Inks, role: str) -> str:
    return f"fontColor={inks[role]};"


def label(lines: tuple[Line, ...]) -> str:
    """Lines of HTML in which nothing that people wrote can act."""
    return "<br>".join(_said(line) for line in lines)


def _said(line: Line) -> str:
    said = html.escape(line.text)
    match line.style:
        case "title":
            return f'<b style="font-size: {HAND.type * HAND.sizes["title"]:g}px">{said}</b>'
        case "strong":
            return f"<b>{said}</b>"
        case "italic":
            return f"<i>{said}</i>"
        case "small":
            return f'<font style="font-size: 11px">{said}</font>'
    return said
