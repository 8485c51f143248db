"""A journey's flow as a networkx graph, built once and then changed with every edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from journeys.model.entities import Link, Step

if TYPE_CHECKING:
    import networkx as nx

    from journeys.model.changes import Changes


def build(journey: str, steps: Iterable[Step], links: Iterable[Link]) -> nx.DiGraph[str]:
    """The graph of one journey: node data `step`, edge data `link`."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from((step.id, {"step": step}) for step in steps if step.journey == journey)
    graph.add_edges_from((link.source, link.target, {"link": link}) for link in links if link.source in graph)
    return graph


def follow(built: dict[str, nx.DiGraph[str]], steps: Mapping[str, Step], changes: Changes) -> None:
    """Change the graphs that were built already, so that they equal what `build` would give now."""
    if not built:
        return
    for before, after in changes.values():
        _take_out(built, before, after)
    for _, after in changes.values():
        if isinstance(after, Step) and after.journey in built:
            built[after.journey].add_node(after.id, step=after)
    for _, after in changes.values():
        if isinstance(after, Link):
            graph = built.get(steps[after.source].journey)
            if graph is not None:
                graph.add_edge(after.source, after.target, link=after)
    for (_, id_), (_, after) in changes.items():
        if after is None:
            built.pop(id_, None)


def _take_out(built: dict[str, nx.DiGraph[str]], before: object, after: object) -> None:
    """Nodes that go take their edges with them; links that go or turn lose their old edge.

    A step that changes journeys may do so with links that stay as they are, and so are not among the changes:
    the graphs of both journeys are built anew when next asked for.
    """
    if isinstance(before, Step):
        if isinstance(after, Step) and after.journey != before.journey:
            built.pop(before.journey, None)
            built.pop(after.journey, None)
        elif after is None and before.journey in built:
            built[before.journey].remove_nodes_from([before.id])
    elif isinstance(before, Link):
        stays = isinstance(after, Link) and (after.source, after.target) == (before.source, before.target)
        if not stays:
            for graph in built.values():
                if graph.has_edge(before.source, before.target):
                    graph.remove_edge(before.source, before.target)
