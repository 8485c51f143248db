"""The network of parties, on studies that can be counted by hand."""

from __future__ import annotations

import itertools

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis.ecosystem import TIED, Ecosystem, Edge, Node, ecosystem, of_all, ties, without
from journeys.analysis.scene import scene
from journeys.model.entities import Link
from journeys.model.values import Contact
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import BIRTH, CARE, CLINIC, DECLARE, DESK, HOSPITAL, MIDWIFE, PREGNANT, TOWN, WEB


def linked(made, *steps):
    return [made.add(Link(next(made.new), a.id, b.id)) for a, b in itertools.pairwise(steps)]


def small():
    """Two personas at the midwife; one goes on to the hospital and the desk, where a letter is passed on."""
    made = scenes.Scene()
    late = made.step(0, BIRTH, HOSPITAL)
    first, other = made.step(0, PREGNANT, MIDWIFE), made.step(1, PREGNANT, MIDWIFE)
    desk = made.step(0, DECLARE, DESK)
    home = made.step(1, BIRTH, contacts=(Contact(made.parties[CARE].id, passes_on_for=made.town.id),))
    linked(made, first, late, desk)
    linked(made, other, home)
    return made


def names(made, found):
    return [made.document().parties[party].name for party in found.nodes]


def test_parties_come_in_the_order_in_which_they_are_first_met():
    made = small()
    found = of_all(scene(made.document()))
    told = ["verloskundige", "ziekenhuis", "kraamzorg", "Burgerzaken", "Gemeente Voorbeeldstad"]
    assert names(made, found) == told


def test_a_party_knows_who_meets_it_and_in_which_steps():
    made = small()
    found = of_all(scene(made.document()))
    midwife = found.nodes[made.parties[MIDWIFE].id]
    assert list(midwife.personas) == [made.personas[0].id, made.personas[1].id]
    assert len(midwife.steps) == 2
    assert list(midwife.phases) == [made.phases[PREGNANT].id]
    assert midwife.place == "outside"
    assert found.nodes[made.parties[DESK].id].place == "inside"


def test_a_party_met_twice_in_one_step_counts_once():
    made = scenes.Scene()
    twice = Contact(made.parties[CLINIC].id)
    made.step(0, PREGNANT, contacts=(twice, twice))
    found = of_all(scene(made.document()))
    assert len(found.nodes[made.parties[CLINIC].id].steps) == 1
    assert found.nodes[made.parties[CLINIC].id].place == "acting"


def test_hand_overs_hold_their_links_and_their_people():
    made = small()
    found = of_all(scene(made.document()))
    edge = found.edges[made.parties[MIDWIFE].id, made.parties[HOSPITAL].id, "handover"]
    assert list(edge.personas) == [made.personas[0].id]
    assert [made.entities[id_].source for id_ in edge.ids] == [
        step.id for step in made.document().steps.values() if step.contacts[0].party == made.parties[MIDWIFE].id
    ][:1]


def test_what_is_passed_on_goes_from_whoever_has_it_to_tell():
    made = small()
    found = of_all(scene(made.document()))
    edge = found.edges[made.town.id, made.parties[CARE].id, "passes_on"]
    (step,) = edge.ids
    assert made.entities[step].contacts[0].passes_on_for == made.town.id
    assert found.nodes[made.town.id].steps == []


def test_one_journey_has_its_own_network():
    made = small()
    found = ecosystem(scene(made.document()), [made.journeys[1].id])
    assert names(made, found) == ["verloskundige", "kraamzorg", "Gemeente Voorbeeldstad"]
    assert found.personas == (made.personas[1].id,)


def test_steps_behind_the_scenes_are_no_meetings():
    made = scenes.Scene()
    made.step(0, DECLARE, DESK, stage="back")
    found = of_all(scene(made.document()))
    node = found.nodes[made.parties[DESK].id]
    assert (node.personas, node.steps, len(node.back)) == ({}, [], 1)


def test_the_graph_weighs_hand_overs_by_people():
    made = small()
    found = of_all(scene(made.document()))
    graph = found.graph()
    assert set(graph) == set(found.nodes)
    assert graph.edges[made.parties[MIDWIFE].id, made.parties[HOSPITAL].id]["weight"] == 1
    assert not graph.has_edge(made.town.id, made.parties[CARE].id)


def chain(*parties):
    made = scenes.Scene()
    linked(made, *[made.step(0, PREGNANT, party) for party in parties])
    return made


def test_who_ties_the_network_is_found_with_who_would_be_lost():
    made = chain(WEB, MIDWIFE, HOSPITAL, CARE, CLINIC)
    found = ties(of_all(scene(made.document())))
    assert [made.entities[party].name for party, _ in found] == ["ziekenhuis"]
    assert len(found[0][1]) == 2


def test_in_a_circle_nobody_ties():
    made = scenes.Scene()
    steps = [made.step(0, PREGNANT, party) for party in (WEB, MIDWIFE, HOSPITAL, CARE)]
    linked(made, *steps, steps[0])
    assert ties(of_all(scene(made.document()))) == []


def test_parties_left_out_take_their_edges_along():
    made = small()
    whole = of_all(scene(made.document()))
    rest = without(whole, {made.parties[HOSPITAL].id})
    assert made.parties[HOSPITAL].id not in rest.nodes
    assert all(made.parties[HOSPITAL].id not in (edge.source, edge.target) for edge in rest.edges.values())
    assert len(whole.nodes) == len(rest.nodes) + 1


@pytest.mark.parametrize("party", [TOWN, WEB])
def test_a_study_in_which_nobody_is_met_has_no_network(party):
    made = scenes.Scene()
    made.step(0, PREGNANT)
    assert of_all(scene(made.document(), made.parties[party].id)).nodes == {}


def _network(edges):
    parties = dict.fromkeys(party for edge in edges for party in edge)
    made = {(a, b, "handover"): Edge(a, b, "handover") for a, b in edges}
    return Ecosystem(("p",), ("j",), {party: Node(party, "outside") for party in parties}, made)


def _tied_plainly(network):
    """By taking each party away and looking at what is left."""
    whole, found = network.graph().to_undirected(), []
    for party in whole:
        rest = whole.subgraph(other for other in nx.node_connected_component(whole, party) if other != party)
        sizes = sorted(map(len, nx.connected_components(rest)))
        if sum(sizes[:-1]) >= TIED:
            found.append((party, sum(sizes[:-1])))
    return sorted(found, key=lambda one: (-one[1], one[0]))


@given(st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=14))
def test_who_ties_any_network_is_who_leaves_it_in_parts(edges):
    network = _network([(a, b) for a, b in edges if a != b])
    assert [(party, len(lost)) for party, lost in ties(network)] == _tied_plainly(network)
    assert ties(network, 1) == ties(network)[:1]


def test_the_party_that_ties_a_chain_of_thousands_is_found_in_one_pass():
    """Each of them is looked at once: taking them away one by one would last minutes."""
    network = _network(list(itertools.pairwise(f"{index:05}" for index in range(4001))))
    ((party, lost),) = ties(network, 1)
    assert party == "02000"
    assert len(lost) == 2000
