"""Links between the stage and what happens behind it: thin dotted lines that run down behind the lanes between."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from journeys.layout import flow
from journeys.layout.drawing import moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.layout.drawing import Layer, Rect
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Link

ASIDE: Final = 2.6
"""From a card's right edge: beside its badges, and beside the face in its middle."""
NEXT: Final = 0.5
"""Between the lines of two such links at one card."""
LANES: Final = frozenset({"steps", "backstage"})


def connectors(sheet: Sheet, layers: Iterable[Layer], level: float) -> Iterator[Layer]:
    """One layer with these lines, to lie under the lanes. `level`: a height in ems between two lanes, to cross at."""
    behind = frozenset(
        step.id for stretch in sheet.gathered.stretches for column in stretch.columns for step in column.back
    )
    links = sheet.memory.kept("crossing", (sheet.gathered.links_turn, behind), lambda: tuple(_crossing(sheet, behind)))
    if not links:
        return
    wanted = {step for link in links for step in (link.source, link.target)}
    cards = _cards(layers, wanted)
    routes = tuple(_routes(links, cards, sheet.look.em, level))
    if routes:
        yield sheet.memory.layer("crossing", (routes,), partial(_draw, routes=routes), (0.0, 0.0), "flow")


def _crossing(sheet: Sheet, behind: frozenset[str]) -> Iterator[Link]:
    for source, links in sheet.gathered.links_from.items():
        yield from (link for link in links if (link.target in behind) != (source in behind))


def _cards(layers: Iterable[Layer], wanted: set[str]) -> dict[str, Rect]:
    """Where these steps' cards stand, in millimetres on the map."""
    return {
        target.id: moved(target, layer.origin).rect
        for layer in layers
        if layer.lane in LANES
        for target in layer.targets
        if target.part == "card" and target.id in wanted
    }


def _routes(links: Sequence[Link], cards: Mapping[str, Rect], em: float, level: float) -> Iterator[flow.Route]:
    for index, link in enumerate(links):
        source, target = cards.get(link.source), cards.get(link.target)
        if source is None or target is None:
            continue
        down = source.y < target.y
        upper, lower = (source, target) if down else (target, source)
        aside = ASIDE - NEXT * (index % 3)
        x, to = (upper.x + upper.w) / em - aside, (lower.x + lower.w) / em - aside
        start, end = (x, (upper.y + upper.h) / em), (to, lower.y / em)
        corners = (start, end) if abs(x - to) < NEXT else (start, (x, level), (to, level), end)
        points = flow.rounded(corners if down else corners[::-1])
        yield flow.rounded_off(flow.Route(link, points, link.kind == "back"))


def _draw(pen: Pen, routes: Sequence[flow.Route]) -> None:
    for route in routes:
        flow.draw(pen, route, dotted=True)
