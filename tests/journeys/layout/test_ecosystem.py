"""The picture of the network: nothing touches, nothing is cut, and the same study gives the same picture."""

from __future__ import annotations

from itertools import combinations
from math import atan2, hypot, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.analysis.ecosystem import Bond, Ecosystem, Edge, Node, of_all
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.layout import palettes
from journeys.layout.drawing import Box, Line, Text
from journeys.layout.ecosystem import NetSpec, lay_out
from journeys.layout.ecosystem.network import points
from journeys.model.document import Document
from journeys.model.entities import Moment, Party, Persona, Study
from tests.journeys.studies import ids

SAY = words("nl")
NAMES = ("SVB", "Verloskundige", "Gemeente Buurdorp", "Centrum voor Jeugd en Gezin", "Zorgverzekeraarsvereniging", "")
PLACES = ("inside", "acting", "outside")


def network(parties, edges, personas=3):
    """A study with so many parties, and a network of them; `edges` are pairs of their numbers."""
    new = ids()
    people = [Persona(next(new), f"Persona {index}", order=index) for index in range(personas)]
    some = [
        Party(next(new), f"{NAMES[index % len(NAMES)]} {index}".strip(), colour=index % 12) for index in range(parties)
    ]
    document = Document.of([Study(next(new), "x"), Moment(next(new), "x", 0, is_day0=True), *people, *some])
    ecosystem = Ecosystem(tuple(person.id for person in people), (), {}, {})
    for index, party in enumerate(some):
        met = dict.fromkeys(person.id for person in people[: index % (personas + 1)])
        steps = [next(new) for _ in range(len(met) * 2)]
        ecosystem.nodes[party.id] = Node(party.id, PLACES[index % 3], met, steps)
    for number, (one, other) in enumerate(edges):
        source, target = some[one % parties].id, some[other % parties].id
        if source != target:
            bond: Bond = "passes_on" if number % 5 == 4 else "handover"
            who = dict.fromkeys(person.id for person in people[: number % personas + 1])
            ecosystem.edges[source, target, bond] = Edge(source, target, bond, who, {next(new): None})
    return document, ecosystem


def laid(parties, edges, **spec):
    document, ecosystem = network(parties, edges)
    return lay_out(document, ecosystem, NetSpec(**spec), SAY), ecosystem


def overlap(one, other):
    return (
        one.x < other.x + other.w - 0.01 and other.x < one.x + one.w - 0.01
        and one.y < other.y + other.h - 0.01 and other.y < one.y + one.h - 0.01
    )  # fmt: skip


def check(net, ecosystem):
    circles = list(net.circles.values())
    for one, other in combinations([*circles, net.middle], 2):
        assert hypot(one.x - other.x, one.y - other.y) > one.radius + other.radius
    for one, other in combinations(net.names.values(), 2):
        assert not overlap(one, other)
    for party, rect in net.names.items():
        for other, circle in net.circles.items():
            near = (min(max(circle.x, rect.x), rect.x + rect.w), min(max(circle.y, rect.y), rect.y + rect.h))
            assert party == other or hypot(near[0] - circle.x, near[1] - circle.y) >= circle.radius
    inside(net.drawing)
    assert set(net.circles) == set(ecosystem.nodes)
    assert [route.edge for route in net.routes] == list(ecosystem.edges.values())
    for route in net.routes:
        for party, circle in [*net.circles.items(), ("", net.middle)]:
            if party not in (route.edge.source, route.edge.target):
                along = points(route.path, 40)
                assert all(hypot(x - circle.x, y - circle.y) >= circle.radius for x, y in along), party


def inside(drawing):
    for layer in drawing.layers:
        for element in layer.elements:
            if isinstance(element, Box):
                corners = [(element.rect.x, element.rect.y),
                           (element.rect.x + element.rect.w, element.rect.y + element.rect.h)]  # fmt: skip
            elif isinstance(element, Line):
                corners = list(points(element.points)) if element.curved else list(element.points)
            else:
                corners = [(element.x, element.y)]
            for x, y in corners:
                assert 0 <= x <= drawing.width
                assert 0 <= y <= drawing.height


PAIRS = st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=40)


@settings(max_examples=25, deadline=None)
@given(parties=st.integers(1, 40), edges=PAIRS, aspect=st.sampled_from((0.4, 0.8, 1.5, 2.6)))
def test_nothing_touches_and_nothing_is_outside(parties, edges, aspect):
    check(*laid(parties, edges, aspect=aspect))


@pytest.mark.parametrize("parties", [3, 12, 60])
def test_from_three_to_sixty_parties_all_have_room(parties):
    ring = [(index, index + 1) for index in range(parties)]
    far = [(index, index + parties // 2) for index in range(0, parties, 3)]
    check(*laid(parties, ring + far))


def test_the_same_study_gives_the_same_picture():
    edges = [(index, index * 7 + 1) for index in range(30)]
    assert laid(20, edges)[0] == laid(20, edges)[0]


@pytest.mark.parametrize("parties", [5, 17])
def test_parties_go_round_with_the_clock_from_the_top(parties):
    net, _ = laid(parties, [])
    turns = [atan2(circle.x - net.middle.x, net.middle.y - circle.y) % (2 * pi) for circle in net.circles.values()]
    assert turns[0] == pytest.approx(0.0)
    assert turns == sorted(turns)


def test_more_people_make_a_larger_circle_and_a_thicker_line():
    net, ecosystem = laid(8, [(0, 1), (1, 2), (2, 3)])
    by_people = sorted(ecosystem.nodes.values(), key=lambda node: len(node.personas))
    assert net.circles[by_people[0].party].radius < net.circles[by_people[-1].party].radius
    (lines,) = (layer for layer in net.drawing.layers if layer.name == "edges")
    widths = [line.width for line in lines.elements if line.curved]
    assert widths == sorted(widths)
    assert widths[0] < widths[-1]


def test_lines_there_and_back_are_two():
    net, _ = laid(6, [(0, 2), (2, 0)])
    there, back = (list(points(route.path)) for route in net.routes)
    middle = len(there) // 2
    assert hypot(there[middle][0] - back[middle][0], there[middle][1] - back[middle][1]) > 2


def test_numbers_are_written_and_every_circle_says_what_it_is_about(child_net):
    net, ecosystem = child_net
    (nodes,) = (layer for layer in net.drawing.layers if layer.name == "nodes")
    texts = [text for text in nodes.elements if isinstance(text, Text)]
    for node in ecosystem.nodes.values():
        number = next(text for text in texts if text.about == node.party and text.alt)
        assert number.lines == (str(len(node.personas)),)
        assert number.alt
        assert any(text.about == node.party and text.role == "item" for text in texts)
    orders = [text.order for text in texts]
    assert orders == sorted(orders)


def test_of_one_persona_the_steps_are_counted():
    document, ecosystem = network(4, [], personas=1)
    net = lay_out(document, ecosystem, NetSpec(count="steps"), SAY)
    told = {text.lines[0] for layer in net.drawing.layers for text in layer.elements
            if isinstance(text, Text) and text.alt}  # fmt: skip
    assert told == {"0", "2"}


def test_what_is_pointed_at_is_found(child_net):
    net, ecosystem = child_net
    for party, circle in net.circles.items():
        assert net.party_at(circle.x, circle.y) == party
        name = net.names[party]
        assert net.party_at(name.x + name.w / 2, name.y + name.h / 2) == party
    route = net.routes[0]
    x, y = list(points(route.path))[8]
    assert net.edge_at(x, y, 1.0) in ecosystem.edges.values()
    assert net.edge_at(-50.0, -50.0, 1.0) is None


def test_every_palette_has_all_colours(child_net):
    net, _ = child_net
    for theme in palettes.THEMES:
        known = palettes.palette(theme)
        for layer in net.drawing.layers:
            for element in layer.elements:
                for role in (getattr(element, field, None) for field in ("fill", "hatch", "stroke", "colour")):
                    assert role is None or role in known


@pytest.fixture(scope="module")
def child_net():
    from journeys import templates

    document = templates.create("child", "nl")
    ecosystem = of_all(scene(document))
    return lay_out(document, ecosystem, NetSpec(), SAY), ecosystem
