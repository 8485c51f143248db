"""Where a person is sent round: steps of which each leads to every other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.finding import ids_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from journeys.model.entities import Link

Leads = dict[str, list[str]]
"""Step id → the steps to which it leads."""


@dataclass(frozen=True, slots=True)
class Loop:
    """The steps in the order in which one goes round, from the first of them on the map.

    `backs`: the links of it that are marked as a way back; without one nobody knows of the loop.
    """

    steps: tuple[str, ...]
    backs: tuple[str, ...] = ()


def loops(links: Sequence[Link], place: Callable[[str], int]) -> list[Loop]:
    """Those that go round without a marked way back, and of the rest those that need one; first on the map first."""
    links = _within(links, place)
    onward = leads(link for link in links if link.kind != "back")
    unknown = _rounds(onward)
    found = [Loop(_walked(round_, onward, place)) for round_ in unknown]
    backs = [link for link in links if link.kind == "back"]
    if backs:
        every = leads(links)
        told = {step for round_ in unknown for step in round_}
        for round_ in _rounds(every):
            if told.isdisjoint(round_):
                marked = [link for link in backs if link.source in round_ and link.target in round_]
                marked.sort(key=lambda link: (place(link.source), link.id))
                found.append(Loop(_walked(round_, every, place), ids_of(marked)))
    return sorted(found, key=lambda loop: place(loop.steps[0]))


def _within(links: Sequence[Link], place: Callable[[str], int]) -> list[Link]:
    """Those that can be part of a round: between places that a link goes back over."""
    ends: list[int] = []  # from, to, from, to …: stretches of places, none of which touch
    for low, high in sorted((place(link.target), place(link.source)) for link in links if _goes_back(link, place)):
        if ends and low <= ends[-1]:
            ends[-1] = max(ends[-1], high + 1)
        else:
            ends += (low, high + 1)

    def inside(step: str) -> bool:
        return bisect_right(ends, place(step)) % 2 == 1

    return [link for link in links if inside(link.source) and inside(link.target)]


def _goes_back(link: Link, place: Callable[[str], int]) -> bool:
    return place(link.target) <= place(link.source)


def leads(links: Iterable[Link]) -> Leads:
    """From each step to the next."""
    found: Leads = {}
    for link in links:
        found.setdefault(link.source, []).append(link.target)
    return found


def _rounds(links: Leads) -> list[set[str]]:
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(links)
    return [found for found in nx.strongly_connected_components(graph) if len(found) > 1]


def _walked(
    round_: Collection[str], links: Mapping[str, Sequence[str]], place: Callable[[str], int]
) -> tuple[str, ...]:
    """Along the flow, each step once; where it parts, first to what comes first on the map."""
    seen: dict[str, None] = {}
    waiting = [min(round_, key=place)]
    while waiting:
        step = waiting.pop()
        if step not in seen:
            seen[step] = None
            waiting += sorted((to for to in links[step] if to in round_ and to not in seen), key=place, reverse=True)
    return tuple(seen)
