"""The parties of a study as a network: who is met by how many people, and where people go from one to another."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

from journeys.analysis.handovers import handovers
from journeys.analysis.meetings import meetings
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import networkx as nx

    from journeys.analysis.presence import Scope
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step

Place = Literal["inside", "acting", "outside"]
"""Part of the scope; acting for it; neither."""
Bond = Literal["handover", "passes_on"]
"""People go from one to the other; or one hands out what the other has to tell."""
TIED: Final = 2
"""A party holds a network together when without it at least so many others lose the rest."""


@dataclass(slots=True)
class Node:
    """A party: who meets it in which steps and phases; `back`: its steps behind the scenes. All in order of time."""

    party: str
    place: Place
    personas: dict[str, None] = field(default_factory=dict)
    steps: list[str] = field(default_factory=list)
    back: list[str] = field(default_factory=list)
    phases: dict[str, None] = field(default_factory=dict)


@dataclass(slots=True)
class Edge:
    """From `source` to `target`; `ids`: the links gone along, or the steps in which something is passed on."""

    source: str
    target: str
    bond: Bond
    personas: dict[str, None] = field(default_factory=dict)
    ids: dict[str, None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Ecosystem:
    """Parties in the order in which they are first met, and edges in the order of their parties."""

    personas: tuple[str, ...]
    journeys: tuple[str, ...]
    nodes: dict[str, Node]
    edges: dict[tuple[str, str, Bond], Edge]

    @property
    def handed_over(self) -> Iterator[Edge]:
        """Where people go from one party to another."""
        return (edge for edge in self.edges.values() if edge.bond == "handover")

    def graph(self) -> nx.DiGraph[str]:
        """Parties with their Node as "met", hand-overs with their Edge as "passed" and its personas as "weight"."""
        import networkx as nx

        made: nx.DiGraph[str] = nx.DiGraph(personas=self.personas)
        for party, node in self.nodes.items():
            made.add_node(party, met=node)
        for edge in self.handed_over:
            made.add_edge(edge.source, edge.target, passed=edge, weight=len(edge.personas))
        return made


def ecosystem(scene: Scene, journeys: Collection[str] | None = None) -> Ecosystem:
    """The network of these journeys, or of all that count."""
    seen = [journey for journey in scene.journeys if journeys is None or journey.id in journeys]
    found = Ecosystem(
        tuple(dict.fromkeys(journey.persona for journey in seen)), tuple(journey.id for journey in seen), {}, {}
    )
    for phase in phases_in_order(scene.document):
        for stage in ("front", "back"):
            _meet(found, scene, _steps(scene, seen, phase.id, stage), front=stage == "front")
    _pass(found, scene, {journey.id: journey.persona for journey in seen})
    return _in_order(found)


def of_all(scene: Scene) -> Ecosystem:
    """The network of all current journeys, or of the desired ones when there are no others."""
    current = [journey.id for journey in scene.journeys if journey.variant == "current"]
    return ecosystem(scene, current or None)


def ties(ecosystem: Ecosystem, most: int | None = None) -> list[tuple[str, tuple[str, ...]]]:
    """Parties without which others lose the rest of the network, with those others; the most lost first.

    `most`: no more of them. Each one's others are counted anew; in a long chain everybody ties half of it together.
    """
    whole = ecosystem.graph().to_undirected()
    lost = _lost(whole)
    first = sorted((party for party in lost if lost[party] >= TIED), key=lambda party: (-lost[party], party))
    return [(party, _cut_off(ecosystem, whole, party)) for party in first[:most]]


def _lost(whole: nx.Graph[str]) -> dict[str, int]:
    """How many parties each cuts off from the largest part that would be left; linear in the network."""
    import networkx as nx

    found: dict[str, int] = {}
    for root in whole:
        if root not in found:
            tree = list(nx.dfs_edges(whole, root))
            found |= _lost_below(whole, {root: root} | {target: source for source, target in tree})
    return found


def _lost_below(whole: nx.Graph[str], above: dict[str, str]) -> dict[str, int]:
    """The same for one connected part, by its depth-first tree: each party with the one above it, the first on top."""
    order = {party: index for index, party in enumerate(above)}
    low = {party: min((order[other] for other in whole[party]), default=index) for party, index in order.items()}
    size, cut = dict.fromkeys(order, 1), {party: list[int]() for party in order}
    for party in reversed(order):
        parent = above[party]
        if parent != party:
            size[parent] += size[party]
            low[parent] = min(low[parent], low[party])
            if low[party] >= order[parent]:  # nothing below leads round the parent
                cut[parent].append(size[party])
    parts = {party: [*each, len(order) - 1 - sum(each)] for party, each in cut.items()}
    return {party: sum(each) - max(each) for party, each in parts.items()}


def _cut_off(ecosystem: Ecosystem, whole: nx.Graph[str], party: str) -> tuple[str, ...]:
    import networkx as nx

    rest = whole.copy()
    rest.remove_node(party)
    near = set(whole[party])
    parts = sorted((part for part in nx.connected_components(rest) if part & near), key=len, reverse=True)
    lost = {other for part in parts[1:] for other in part}
    return tuple(other for other in ecosystem.nodes if other in lost)


def without(ecosystem: Ecosystem, hidden: Collection[str]) -> Ecosystem:
    """The same network, these parties left out."""
    nodes = {party: node for party, node in ecosystem.nodes.items() if party not in hidden}
    edges = {key: edge for key, edge in ecosystem.edges.items() if edge.source in nodes and edge.target in nodes}
    return Ecosystem(ecosystem.personas, ecosystem.journeys, nodes, edges)


def place_of(party: str, scope: Scope) -> Place:
    """Where a party stands, seen from the scope."""
    if party in scope.inside:
        return "inside"
    return "acting" if party in scope.acting else "outside"


def _steps(scene: Scene, journeys: list[Journey], phase: str, stage: str) -> Iterator[tuple[Step, Journey]]:
    """The steps of one phase with somebody in them, of all journeys, from left to right."""
    found = []
    for place, journey in enumerate(journeys):
        spot = scene.spots.get(journey.id, {}).get(phase)
        steps = () if spot is None else spot.front if stage == "front" else spot.back
        found += [(step.column, place, step.track, step.id, step, journey) for step in steps if step.contacts]
    found.sort()  # no two have the same id: steps are never compared
    return ((one[4], one[5]) for one in found)


def _meet(found: Ecosystem, scene: Scene, steps: Iterable[tuple[Step, Journey]], *, front: bool) -> None:
    """Whoever is in these steps of one phase."""
    nodes, met = found.nodes, scene.once(meetings)
    for step, journey in steps:
        id_ = step.id
        for party in met.parties.get(id_, ()):
            node = nodes.get(party)
            if node is None:
                node = nodes[party] = Node(party, place_of(party, scene.scope))
            if front:
                node.steps.append(id_)
                node.phases[step.phase] = node.personas[journey.persona] = None
            else:
                node.back.append(id_)
        if front and id_ in met.passing:
            _tell(found, step, journey.persona)


def _tell(found: Ecosystem, step: Step, persona: str) -> None:
    """What is passed on in a step."""
    for contact in step.contacts:
        party, teller = contact.party, contact.passes_on_for
        if party is not None and teller is not None and teller != party:
            _bind(_edge(found, teller, party, "passes_on"), persona, step.id)


def _pass(found: Ecosystem, scene: Scene, personas: dict[str, str]) -> None:
    """The hand-overs between parties, and the nodes of those who only have something to tell."""
    known = dict[tuple[tuple[str, ...], tuple[str, ...]], list[Edge]]()
    for one in scene.once(handovers):
        persona = personas.get(one.journey)
        if persona is not None:
            between = (one.leaves, one.meets)
            edges = known.get(between)
            if edges is None:
                pairs = ((source, target) for source in one.leaves for target in one.meets)
                edges = known[between] = [_edge(found, source, target, "handover") for source, target in pairs]
            for edge in edges:
                _bind(edge, persona, one.link)
    unmet = {edge.source for edge in found.edges.values() if edge.source not in found.nodes}
    found.nodes.update((party, Node(party, place_of(party, scene.scope))) for party in sorted(unmet))


def _in_order(found: Ecosystem) -> Ecosystem:
    """Edges in the order of their parties, whatever the order in which links are held."""
    place = {party: index for index, party in enumerate(found.nodes)}
    edges = dict(sorted(found.edges.items(), key=lambda one: (place[one[0][0]], place[one[0][1]], one[0][2])))
    for edge in edges.values():
        edge.personas = {persona: None for persona in found.personas if persona in edge.personas}
    return Ecosystem(found.personas, found.journeys, found.nodes, edges)


def _edge(found: Ecosystem, source: str, target: str, bond: Bond) -> Edge:
    edge = found.edges.get((source, target, bond))
    if edge is None:
        edge = found.edges[source, target, bond] = Edge(source, target, bond)
    return edge


def _bind(edge: Edge, persona: str, id_: str) -> None:
    edge.personas[persona] = None
    edge.ids[id_] = None
