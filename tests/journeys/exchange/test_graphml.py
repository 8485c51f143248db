"""GraphML both ways: typed values, a drawing for yEd, and the graphs of other programs as steps."""

from __future__ import annotations

import io
from dataclasses import replace

import networkx as nx
import pytest

from journeys.errors import ExchangeError
from journeys.exchange import graphml
from journeys.exchange.coming import to_study
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.model.document import Document
from tests.golden.texts import as_before
from tests.hostile import everything
from tests.journeys.studies import study

HEAD = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">\n'


def file(*lines, keys=""):
    return f"{HEAD}{keys}\n<graph edgedefault='directed'>\n{chr(10).join(lines)}\n</graph></graphml>".encode()


def coming(*lines, keys=""):
    return graphml.read(file(*lines, keys=keys), "x.graphml").incoming


def codes(found):
    return [remark.code for remark in found.remarks]


def titles(found):
    return [step.title for step in found.steps]


def links(found):
    name = {step.key: step.title for step in found.steps}
    return [(name[one.source], name[one.target], one.label) for one in found.links]


LABEL = '<key id="d0" for="node" attr.name="label" attr.type="string"/>'


def node(id_, label=""):
    return f'<node id="{id_}">{f"<data key={chr(34)}d0{chr(34)}>{label}</data>" if label else ""}</node>'


# Out


def test_networkx_reads_the_steps_their_types_and_the_flow():
    document = study(12, 2)
    said = outgoing(wanted(document))
    graph = nx.read_graphml(io.BytesIO(graphml.write(wanted(document))))
    assert isinstance(graph, nx.DiGraph)
    assert [data["label"] for _, data in graph.nodes(data=True)] == [step.title for step in said.steps]
    assert set(graph.edges) == {(link.source, link.target) for link in said.links}
    for step in said.steps:
        held = graph.nodes[step.key]
        assert (held["emotion"], held["nobody"], held["phase"]) == (step.emotion, step.nobody, step.phase)


def test_no_two_cards_are_drawn_over_one_another():
    graph = nx.read_graphml(io.BytesIO(graphml.write(wanted(study(40, 3)))))
    places = [(data["x"], data["y"]) for _, data in graph.nodes(data=True)]
    assert len(set(places)) == len(places) == 120


def test_our_own_file_comes_back_without_a_remark():
    document = everything.everything()
    said, found = outgoing(wanted(document)), graphml.read(graphml.write(wanted(document)), "x")
    assert found.title == document.study.title
    assert found.incoming.remarks == ()
    assert [replace(each, key="", row=0) for each in found.incoming.steps] == [
        replace(each, key="", row=0) for each in said.steps
    ]
    for part in ("phases", "journeys", "personas", "parties", "notes"):
        assert getattr(found.incoming, part) == getattr(said, part)
    assert [(one.label, one.kind) for one in found.incoming.links] == [(one.label, one.kind) for one in said.links]


def test_a_file_that_went_through_networkx_comes_back():
    document = study(10)
    graph = nx.read_graphml(io.BytesIO(graphml.write(wanted(document))))
    out = io.BytesIO()
    nx.write_graphml(graph, out)
    found = graphml.read(out.getvalue(), "x").incoming
    said = outgoing(wanted(document))
    assert [(each.title, each.contacts, each.notes) for each in found.steps] == [
        (each.title, each.contacts, each.notes) for each in said.steps
    ]
    assert found.phases == said.phases


def test_what_another_program_changed_goes_before_what_stands_beside_it():
    data = graphml.write(wanted(study(2))).replace(b'"node_party">Gemeente Voorbeeldstad<', b'"node_party">Provincie<')
    first, second = graphml.read(data, "x").incoming.steps
    assert [each.party for each in first.contacts] == ["Provincie"]
    assert [each.party for each in second.contacts] == ["Burgerzaken"]


@pytest.mark.parametrize("document", [study(3), everything.everything()], ids=["small", "everything"])
def test_the_file_is_as_before(document, request):
    as_before(graphml.write(wanted(document)), f"graphml/{request.node.callspec.id}.graphml")


def test_signs_of_xml_in_a_title_stay_text():
    document = study(1)
    only = next(iter(document.steps.values()))
    nasty = '</data><x> & ?> ]]> "'
    changed = Document.of([*(entity for _, entity in document), replace(only, title=nasty, body=nasty)])
    found = graphml.read(graphml.write(wanted(changed)), "x").incoming.steps[0]
    assert (found.title, found.body) == (nasty, nasty)


# In, from other programs


def test_labels_become_titles_and_edges_give_the_order():
    found = coming(
        node("n3", "Derde"), node("n1", "Eerste"), node("n2", "Tweede"),
        '<edge source="n1" target="n2"><data key="d1">als het kan</data></edge><edge source="n2" target="n3"/>',
        keys=f'{LABEL}<key id="d1" for="edge" attr.name="label" attr.type="string"/>',
    )  # fmt: skip
    assert titles(found) == ["Eerste", "Tweede", "Derde"]
    assert links(found) == [("Eerste", "Tweede", "als het kan"), ("Tweede", "Derde", "")]
    assert found.remarks == ()


def test_values_are_understood_by_what_people_call_them():
    names = ("Fase", "Kanaal", "Met wie", "Beleving", "Knelpunt", "Modularity Class", "r")
    keys = LABEL + "".join(
        f'<key id="k{number}" for="node" attr.name="{name}" attr.type="string"/>' for number, name in enumerate(names)
    )
    values = ("Vooraf", "balie", "Gemeente; JGZ", "5", "Te ver", "2", "120")
    data = "".join(f'<data key="k{number}">{value}</data>' for number, value in enumerate(values))
    found = coming(f'<node id="a"><data key="d0">Naar de balie</data>{data}</node>', node("b"), keys=keys)
    first = found.steps[0]
    assert (first.phase, first.emotion, first.notes[0].kind) == ("Vooraf", 2, "pain")
    assert [(each.party, each.channel) for each in first.contacts] == [("Gemeente", "balie"), ("JGZ", "balie")]
    left = [remark.values["name"] for remark in found.remarks if remark.code == "graphml.value_left_out"]
    assert left == ["Modularity Class"]
    assert {"graphml.looks", "graphml.no_edges", "graphml.untitled", "rows.scale_one_five"} <= set(codes(found))


def test_the_words_in_a_drawing_of_yed_are_read_and_its_groups_become_phases():
    def drawn(words):
        return (
            '<data key="d6"><y:ShapeNode><y:Geometry x="1" y="2" width="3" height="4"/>'
            f'<y:NodeLabel fontSize="12">{words}</y:NodeLabel></y:ShapeNode></data>'
        )

    keys = '<key for="node" id="d6" yfiles.type="nodegraphics"/><key for="edge" id="d9" yfiles.type="edgegraphics"/>'
    found = coming(
        f'<node id="n0" yfiles.foldertype="group">{drawn("Vooraf")}<graph id="n0:" edgedefault="directed">',
        f'<node id="n0::n0">{drawn("Naar de&#10;balie")}</node><node id="n0::n1">{drawn("Wachten")}</node>',
        "</graph></node>",
        f'<node id="n1">{drawn("Klaar")}</node>',
        '<edge id="e0" source="n0::n0" target="n1"><data key="d9"><y:PolyLineEdge>'
        "<y:EdgeLabel>ja</y:EdgeLabel></y:PolyLineEdge></data></edge>",
        '<edge id="e1" source="n0" target="n1"/>',
        keys=keys,
    )
    assert [(step.title, step.phase) for step in found.steps] == [
        ("Naar de balie", "Vooraf"), ("Wachten", "Vooraf"), ("Klaar", ""),
    ]  # fmt: skip
    assert links(found) == [("Naar de balie", "Klaar", "ja")]
    assert sorted(codes(found)) == ["graphml.edge_to_group", "graphml.groups", "graphml.looks"]


def test_E3_odd_graphs_are_listed_and_read_the_same_way_each_time():
    lines = (
        node("a", "A"), node("a", "A weer"), node("b", "B"), '<node id="c"><port name="p"/></node>',
        '<edge source="a" target="weg"/>', '<edge source="a" target="b"/>', '<edge source="a" target="b"/>',
        '<edge source="b" target="b"/>', '<edge source="b" target="a" directed="false" sourceport="p"/>',
        '<hyperedge><endpoint node="a"/><endpoint node="b"/><endpoint node="c"/></hyperedge>',
        '<node id="d"><data key="zoek">x</data><data key="d1">veel</data></node>',
    )  # fmt: skip
    keys = LABEL + '<key id="d1" for="node" attr.name="day" attr.type="int"/>'
    found = coming(*lines, keys=keys)
    assert sorted(titles(found)) == ["A", "A weer", "B", "c", "d"]
    assert sorted(links(found)) == [("A", "B", ""), ("B", "A", "")]
    assert sorted(codes(found)) == sorted([
        "graphml.node_twice", "graphml.edge_to_nothing", "graphml.edge_twice", "graphml.loop", "graphml.undirected",
        "xml.left_out", "xml.left_out", "xml.attribute_left_out", "graphml.no_key", "graphml.type", "xml.unread",
        "graphml.untitled",
    ])  # fmt: skip
    assert found == coming(*lines, keys=keys)
    made = to_study(graphml.read(file(*lines, keys=keys), "x"), "x", "nl").document
    assert len(made.steps) == 5


def test_E3_several_graphs_become_a_journey_each():
    graphs = "".join(
        f'<graph id="{name}" edgedefault="undirected"><node id="{name}1"/><node id="{name}2"/>'
        f'<edge source="{name}1" target="{name}2"/></graph>' for name in ("Ali", "Bo")
    )  # fmt: skip
    across = graphs.replace("</graph>", '<edge source="Ali1" target="Bo2"/></graph>', 1)
    found = graphml.read(f"{HEAD}{across}</graphml>".encode(), "x").incoming
    assert [step.journey for step in found.steps] == ["Ali", "Ali", "Bo", "Bo"]
    assert len(found.links) == 2
    assert {"graphml.graphs", "graphml.across", "graphml.undirected"} <= set(codes(found))


def test_E3_graphs_without_a_name_or_of_one_name_stay_apart_and_keep_the_order_of_the_file():
    def graph(id_, *ids, more=""):
        nodes = "".join(f'<node id="{id_}{each}"/>' for each in ids)
        return f'<graph id="{id_}" edgedefault="directed"><data key="t">{more}</data>{nodes}'

    key = '<key id="t" for="graph" attr.name="title" attr.type="string"/>'
    across = '<edge source="G21" target="G2"/></graph>'
    data = HEAD + key + graph("G", 1, 2) + "</graph>" + graph("G2", 1) + across
    data += graph("a", 1, more="Reis") + "</graph>" + graph("b", 1, more="Reis") + "</graph></graphml>"
    found = graphml.read(data.encode(), "Buurt.graphml").incoming
    assert [step.journey for step in found.steps] == ["Buurt 1", "Buurt 1", "Buurt 2", "Reis", "Reis (2)"]
    assert [step.title for step in found.steps] == ["G1", "G2", "G21", "a1", "b1"]


def test_E3_people_may_be_sent_back_and_forth():
    found = coming(
        node("a"), node("b"), node("c"), '<edge source="a" target="b"/><edge source="b" target="a"/>',
        '<edge source="b" target="c"/>',
    )  # fmt: skip
    assert titles(found) == ["a", "b", "c"]
    assert len(found.links) == 3


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<graphml xmlns='urn:else'><graph><node id='a'/></graph></graphml>", "graphml.format"),
        (b"<gexf/>", "graphml.format"),
        (file(), "graphml.empty"),
        (file(f"<node id='a'><desc>{'x' * 10_001}</desc></node>"), "xml.too_long"),
        (b"<!DOCTYPE graphml [<!ENTITY a 'b'>]><graphml/>", "xml.dtd"),
    ],
)
def test_E2_what_cannot_be_read_is_refused_with_a_reason(data, code):
    with pytest.raises(ExchangeError) as caught:
        graphml.read(data, "x.graphml")
    assert caught.value.code == code


def test_a_file_without_a_namespace_is_read():
    assert titles(graphml.read(b"<graphml><graph><node id='a'/></graph></graphml>", "x").incoming) == ["a"]
