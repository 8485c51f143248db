"""Draws the placed network: faint spokes, edges with arrows and numbers, circles with names."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys import fonts
from journeys.layout.drawing import Layer, Rect
from journeys.layout.ecosystem.network import points
from journeys.layout.ecosystem.routes import DISC
from journeys.layout.ecosystem.tiles import BELOW, PARTY_FONT
from journeys.layout.heads import own_colour
from journeys.layout.pen import Pen, baseline_of
from journeys.phrases import ecosystem as said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.analysis.ecosystem import Ecosystem, Edge, Place
    from journeys.i18n import Words
    from journeys.layout.drawing import Point
    from journeys.layout.ecosystem.routes import Way
    from journeys.layout.ecosystem.tiles import Tile
    from journeys.model.document import Document

    Placed = tuple[Tile, Point]

MARGIN: Final = 1.2
THIN, THICK = 0.11, 0.46
"""Ems of the thinnest and the thickest edge."""
HEAD: Final = 0.5
NUMBER: Final = 0.95
"""The size of the number on an edge, in ems."""


class CircleLook(NamedTuple):
    """How the circle of a party is painted: by where it stands, never by colour alone."""

    fill: str
    hatch: str | None
    stroke: str
    words: str
    width: float


def circle_look(place: Place, colour: int, own: str) -> CircleLook:
    """The scope's own parties are filled, those that act for it are hatched, all others have a rim of their colour."""
    if place == "inside":
        return CircleLook(f"{own}.fill", None, f"{own}.fill", f"{own}.on", 0.16)
    if place == "acting":
        return CircleLook(
            "presence.commissioned", "presence.commissioned.hatch", own, "presence.commissioned.text", 0.16
        )
    return CircleLook("card.fill", None, f"party.{colour}", "card.text", 0.2)


def area(placed: Iterable[Placed], ways: Sequence[Way]) -> Rect:
    """What all of it takes up, with a margin."""
    rects = [tile.rect_at(centre) for tile, centre in placed]
    along = [point for way in ways for point in points(way.path)]
    left = min([rect.x for rect in rects] + [x - DISC for x, _ in along]) - MARGIN
    top = min([rect.y for rect in rects] + [y - DISC for _, y in along]) - MARGIN
    right = max([rect.x + rect.w for rect in rects] + [x + DISC for x, _ in along]) + MARGIN
    bottom = max([rect.y + rect.h for rect in rects] + [y + DISC for _, y in along]) + MARGIN
    return Rect(left, top, right - left, bottom - top)


def layers(
    document: Document, ecosystem: Ecosystem, laid: tuple[Tile, Mapping[str, Placed], Sequence[Way]],
    at: tuple[float, float, float], say: Words,
) -> tuple[Layer, ...]:  # fmt: skip
    """Spokes below edges below circles; heard are the circles, in their order, then the edges. `at`: type, x, y."""
    middle, placed, ways = laid
    spokes, lines, numbers, nodes = Pen(at[0]), Pen(at[0]), Pen(at[0]), Pen(at[0])
    move = (at[1], at[2])
    own = own_colour(document)
    for tile, centre in placed.values():
        if ecosystem.nodes[tile.id].steps:
            _spoke(spokes, middle, tile, centre, move)
    for way in ways:
        _edge(lines, way, own, move)
        _number(numbers, way, own, move)
    _people(nodes, ecosystem, middle, move)
    for party, (tile, centre) in placed.items():
        node = ecosystem.nodes[party]
        nodes.about = party
        look = circle_look(node.place, document.parties[party].colour, own)
        _circle(nodes, tile, _at(centre, move), look, said.met(node, say))
    made = (("spokes", spokes, 0), ("edges", lines, 3), ("numbers", numbers, 4), ("nodes", nodes, 2))
    return tuple(
        Layer(name, pen.bounds(), pen.elements, targets=tuple(pen.targets), lane=name, order=order)
        for name, pen, order in made
        if pen.elements
    )


def _at(point: Point, move: Point) -> Point:
    return point[0] + move[0], point[1] + move[1]


def _spoke(pen: Pen, middle: Tile, tile: Tile, centre: Point, move: Point) -> None:
    far = hypot(*centre) or 1.0
    ux, uy = centre[0] / far, centre[1] / far
    start = (ux * (middle.radius + 0.3), uy * (middle.radius + 0.3))
    end = (centre[0] - ux * (tile.radius + 0.3), centre[1] - uy * (tile.radius + 0.3))
    pen.line((_at(start, move), _at(end, move)), "heartbeat.axis", 0.11, dash="dotted")


def _edge(pen: Pen, way: Way, own: str, move: Point) -> None:
    pen.about, ink = _about(way.edge), _ink(way.edge, own)
    width = THIN + (THICK - THIN) * way.part
    path = tuple(_at(point, move) for point in way.path)
    pen.line(path, ink, width, dash="solid" if way.edge.bond == "handover" else "dashed", curved=True, role="figure")
    pen.line(list(_head(path, HEAD + 1.1 * width)), ink, max(width * 0.8, 0.16))


def _number(pen: Pen, way: Way, own: str, move: Point) -> None:
    """How many people go along the edge; heard is the edge itself."""
    if way.disc is None:
        return
    pen.about = _about(way.edge)
    x, y = _at(way.disc, move)
    pen.box(
        x - DISC, y - DISC, 2 * DISC, 2 * DISC, fill="canvas", stroke=_ink(way.edge, own), width=0.1, radius=DISC
    )  # fmt: skip
    pen.text(
        (str(len(way.edge.personas)),), x, y - _middle(NUMBER), size=NUMBER, font="semibold", anchor="middle",
        role="artifact",
    )  # fmt: skip


def _ink(edge: Edge, own: str) -> str:
    return "flow" if edge.bond == "handover" else own


def _about(edge: Edge) -> str:
    """What an edge is about: the first thing it was counted from."""
    return next(iter(edge.ids))


def _head(path: tuple[Point, ...], size: float) -> Iterator[Point]:
    """An open arrow at the end of the curve."""
    along = list(points(path, 24))
    tip = along[-1]
    before = next((p for p in reversed(along) if hypot(p[0] - tip[0], p[1] - tip[1]) >= size), along[0])
    far = hypot(tip[0] - before[0], tip[1] - before[1]) or 1.0
    ux, uy = (tip[0] - before[0]) / far, (tip[1] - before[1]) / far
    yield tip[0] - size * (ux + 0.62 * uy), tip[1] - size * (uy - 0.62 * ux)
    yield tip
    yield tip[0] - size * (ux - 0.62 * uy), tip[1] - size * (uy + 0.62 * ux)


def _middle(size: float) -> float:
    """From the top of a line to the middle of its capitals and figures."""
    return baseline_of(size) - fonts.CAP_HEIGHT * size / 2


def _circle(pen: Pen, tile: Tile, at: Point, look: CircleLook, told: str) -> None:
    x, y = at
    r = tile.radius
    words = tile.words_at(at)
    pen.box(words.x, words.y, words.w, words.h, fill="canvas", radius=0.3)
    pen.box(
        x - r, y - r, 2 * r, 2 * r, fill=look.fill, hatch=look.hatch, stroke=look.stroke, width=look.width, radius=r
    )  # fmt: skip
    size = 1.0 + (r - 1.45) * 0.42
    pen.text((str(tile.number),), x, y - _middle(size), size=size, font="bold", colour=look.words, anchor="middle",
             alt=told)  # fmt: skip
    pen.text(tile.lines, x, y + r + BELOW, font=PARTY_FONT, anchor="middle", role="item")
    pen.target(x - r, y - r, 2 * r, 2 * r, "party", tile.id, "circle")
    pen.target(words.x, words.y, words.w, words.h, "party", tile.id, "name")


def _people(pen: Pen, ecosystem: Ecosystem, tile: Tile, move: Point) -> None:
    """The person in the middle of it all."""
    x, y = move
    r = tile.radius
    pen.about = ecosystem.personas[0] if len(ecosystem.personas) == 1 else None
    words = tile.words_at(move)
    pen.box(words.x, words.y, words.w, words.h, fill="canvas", radius=0.3)
    pen.box(x - r, y - r, 2 * r, 2 * r, fill="moment.fill", stroke="moment", width=0.22, radius=r)
    mark = r * 1.25
    pen.mark("sign.person", x - mark / 2, y - mark / 2, mark, "moment")
    pen.text(tile.lines, x, y + r + BELOW, font=PARTY_FONT, anchor="middle", role="heading")
