"""Another reader of GraphML, in C, sees the steps, values and connections that we wrote."""

from __future__ import annotations

import math

import pytest

from journeys.exchange import graphml
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from tests.hostile import everything
from tests.journeys.studies import study

igraph = pytest.importorskip("igraph", reason="no igraph here: install it and run again")


@pytest.mark.judge
@pytest.mark.parametrize(
    "document", [study(0, 2), study(40, 3), everything.everything()], ids=["none", "many", "everything"]
)
def test_igraph_agrees_on_steps_values_and_connections(document, tmp_path, recwarn):
    said = outgoing(wanted(document))
    path = tmp_path / "study.graphml"
    path.write_bytes(graphml.write(wanted(document)))
    graph = igraph.Graph.Read_GraphML(str(path))
    assert graph.is_directed()
    assert graph["title"] == document.study.title
    assert graph.vcount() == len(said.steps)
    for vertex, step in zip(graph.vs, said.steps, strict=True):
        assert (vertex["id"], vertex["label"], vertex["phase"]) == (step.key, step.title, step.phase)
        assert (vertex["description"], vertex["nobody"]) == (step.body, step.nobody)
        felt = vertex["emotion"] if "emotion" in graph.vs.attributes() else math.nan
        assert math.isnan(felt) if step.emotion is None else felt == step.emotion
    keys = [step.key for step in said.steps]
    found = {(keys[edge.source], keys[edge.target], edge["label"], edge["kind"]) for edge in graph.es}
    assert found == {(link.source, link.target, link.label, link.kind) for link in said.links}
    assert not recwarn.list
