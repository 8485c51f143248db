"""Links between the stage and what happens behind it: dotted lines that run down between the columns."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout import flow
from journeys.layout.drawing import Rect, moved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from journeys.layout.drawing import Layer, Point
    from journeys.layout.pen import Pen
    from journeys.layout.sheet import Sheet
    from journeys.model.entities import Link

OUT: Final = 0.55
"""From a card to the line beside it."""
NEXT: Final = 0.3
"""Between two such lines."""
IN_GAP: Final = 4
"""So many run beside each other before they share their way."""
PORT: Final = 2.6
"""Where on its upper edge a card is reached, from the right: beside its badges."""
LOW: Final = 0.75
"""How far from the card's corner its side is left."""
LANES: Final = frozenset({"steps", "backstage"})


class Ends(NamedTuple):
    """A link with the cards at its ends, in ems on the map."""

    link: Link
    upper: Rect
    lower: Rect
    down: bool
    from_above: bool
    """Whether nothing lies between the lower card and the top of its lane."""


def connectors(sheet: Sheet, layers: Iterable[Layer], level: float) -> Iterator[Layer]:
    """One layer with these lines, to lie under the lanes. `level`: a height in ems between two lanes, to cross at."""
    behind = frozenset(
        step.id for stretch in sheet.gathered.stretches for column in stretch.columns for step in column.back
    )
    links = sheet.memory.kept("crossing", (sheet.gathered.links_turn, behind), lambda: tuple(_crossing(sheet, behind)))
    if not links:
        return
    cards = _cards(layers, {step for link in links for step in (link.source, link.target)}, sheet.look.em)
    ends = tuple(_ends(sheet, links, cards))
    routes = sheet.memory.kept("crossing routes", (ends, level), lambda: tuple(_routes(ends, level)))
    if routes:
        yield sheet.memory.layer("crossing", (routes,), partial(_draw, routes=routes), (0.0, 0.0), "flow")


def _crossing(sheet: Sheet, behind: frozenset[str]) -> Iterator[Link]:
    for source, links in sheet.gathered.links_from.items():
        yield from (link for link in links if (link.target in behind) != (source in behind))


def _cards(layers: Iterable[Layer], wanted: set[str], em: float) -> dict[str, Rect]:
    """Where these steps' cards stand, in ems on the map."""
    placed = (
        moved(target, layer.origin)
        for layer in layers
        if layer.lane in LANES
        for target in layer.targets
        if target.part == "card" and target.id in wanted
    )
    return {target.id: Rect(*(side / em for side in target.rect)) for target in placed}


def _ends(sheet: Sheet, links: Sequence[Link], cards: Mapping[str, Rect]) -> Iterator[Ends]:
    first = {
        side[0].id
        for stretch in sheet.gathered.stretches
        for column in stretch.columns
        for side in (column.front, column.back)
        if side
    }
    worded = {link.target for link in sheet.gathered.labelled_across}
    for link in links:
        source, target = cards.get(link.source), cards.get(link.target)
        if source is None or target is None:
            continue
        down = source.y < target.y
        upper, lower = (source, target) if down else (target, source)
        below = link.target if down else link.source
        yield Ends(link, upper, lower, down, below in first and below not in worded)


def _routes(ends: Sequence[Ends], level: float) -> Iterator[flow.Route]:
    """Short ways first: each gets its own place beside the cards, and its own height between the lanes."""
    beside: Counter[float] = Counter()
    levels: list[list[tuple[float, float]]] = []
    ordered = sorted(range(len(ends)), key=lambda index: abs(ends[index].upper.x - ends[index].lower.x))
    made = {index: _route(ends[index], beside, levels, level) for index in ordered}
    return (made[index] for index in range(len(ends)))


def _route(end: Ends, beside: Counter[float], levels: list[list[tuple[float, float]]], level: float) -> flow.Route:
    out = _place(beside, end.upper.x + end.upper.w, 1)
    start: tuple[Point, ...] = (
        (end.upper.x + end.upper.w, end.upper.y + end.upper.h - LOW),
        (out, end.upper.y + end.upper.h - LOW),
    )
    home = _home(end, beside)
    height = level + (_free(levels, *sorted((out, home[0][0]))) % IN_GAP - 1) * NEXT
    corners = (*start, (out, height), (home[0][0], height), *home)
    points = flow.rounded(corners if end.down else corners[::-1], 0.5)
    return flow.rounded_off(flow.Route(end.link, points, arrow=True, returning=False))


def _home(end: Ends, beside: Counter[float]) -> tuple[Point, ...]:
    """Into the card from above, or from the side past what stands or is said above it."""
    lower = end.lower
    if end.from_above:
        port = round(lower.x + lower.w - PORT, 3)
        beside[port] += 1
        return ((port - (beside[port] - 1) % IN_GAP * 0.6, lower.y),)
    x = _place(beside, lower.x, -1)
    return ((x, lower.y + LOW), (lower.x, lower.y + LOW))


def _place(beside: Counter[float], edge: float, side: int) -> float:
    """Where beside this edge there is still room."""
    key = round(edge * side, 3)
    beside[key] += 1
    return edge + side * (OUT + NEXT * ((beside[key] - 1) % IN_GAP))


def _free(levels: list[list[tuple[float, float]]], left: float, right: float) -> int:
    """The first of the heights at which nothing runs there yet."""
    for number, taken in enumerate(levels):
        if all(right < one - NEXT or other + NEXT < left for one, other in taken):
            taken.append((left, right))
            return number
    levels.append([(left, right)])
    return len(levels) - 1


def _draw(pen: Pen, routes: Sequence[flow.Route]) -> None:
    for route in routes:
        flow.draw(pen, route, dotted=True)
