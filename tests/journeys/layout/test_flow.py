"""The flow on the map: no line runs through a card, words overlap nothing, lines cross as little as can be."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import Phase as Explain
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.layout.drawing import Line, Mark, Rect
from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.layout.paper import fit_map
from tests.journeys.layout.flows import ALL, back_and_forth, behind_the_scenes, flow, four_tracks, loop_over_six
from tests.journeys.layout.geometry import _along, absolute, overlapping, text_rect, texts

SAY = words("nl")
CROSSINGS = {
    "three_branches": 0, "nested_branches": 0, "loop_over_six": 0, "back_and_forth": 0, "four_tracks": 10,
    "behind_the_scenes": 2,
}  # fmt: skip
"""As few as these, and never more; what cannot be drawn without crossing keeps a few."""


def drawn(document, **choices):
    return map_layout(document, MapSpec(list(document.journeys)[-1], **choices), SAY)


def lines(drawing, steps=12):
    """Link → points along its line, absolutely."""
    found = {}
    for layer in drawing.layers:
        if layer.lane == "flow":
            dx, dy = layer.origin
            for line in layer.elements:
                if isinstance(line, Line):
                    found[line.about] = [(x + dx, y + dy) for x, y in _along(line.points, steps)]
    return found


def cards(drawing):
    return {target.id: target.rect for target in drawing.targets if target.part == "card"}


def through_cards(document, drawing):
    """Pairs of link and card where the line runs over a card that is not its own, or deep into its own."""
    placed = cards(drawing)
    found = []
    for link, points in lines(drawing).items():
        ends = {document.links[link].source, document.links[link].target}
        for step, r in placed.items():
            inner = Rect(r.x + 0.3, r.y + 0.3, r.w - 0.6, r.h - 0.6)
            if any(inner.contains(x, y) for x, y in points):
                found.append((link, document.steps[step].title, step in ends))
    return found


def crossings(document, drawing):
    """Pairs of lines that cross, other than where they leave or reach the same card."""
    found = set()
    every = lines(drawing, 8)
    for one, other in combinations(every, 2):
        ends = [{document.links[link].source, document.links[link].target} for link in (one, other)]
        shared = bool(ends[0] & ends[1])
        if not shared and any(_cross(a, b, c, d) for a, b in pairwise(every[one]) for c, d in pairwise(every[other])):
            found.add((one, other))
    return found


def _cross(a, b, c, d):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return side(a, b, c) * side(a, b, d) < -1e-9 and side(c, d, a) * side(c, d, b) < -1e-9


@pytest.mark.parametrize("axis", ["equal", "true"])
@pytest.mark.parametrize("name", ALL)
def test_no_line_runs_through_a_card(name, axis):
    document = ALL[name]()
    assert not through_cards(document, drawn(document, axis=axis))


@pytest.mark.parametrize("name", ALL)
def test_words_on_lines_overlap_no_card_and_no_other_words_and_each_is_said_once(name):
    document = ALL[name]()
    drawing = drawn(document)
    said = [(text.about, absolute(text_rect(text), layer)) for layer, text, _ in texts(drawing) if layer.lane == "flow"]
    others = [(text.lines, rect) for layer, text, rect in texts(drawing) if layer.lane != "flow"]
    assert not overlapping([*said, *others])
    assert not overlapping([*said, *cards(drawing).items()])
    steps = document.steps
    labelled = {k.id for k in document.links.values() if k.label and steps[k.source].stage == steps[k.target].stage}
    assert sorted(str(link) for link, _ in said) == sorted(labelled)


@pytest.mark.parametrize("name", ALL)
def test_lines_cross_no_more_than_they_must(name):
    document = ALL[name]()
    assert len(crossings(document, drawn(document))) <= CROSSINGS[name]


@pytest.mark.parametrize("name", ALL)
def test_on_paper_too_no_line_runs_through_a_card(name):
    document = ALL[name]()
    assert not through_cards(document, fit_map(document, list(document.journeys)[-1], 400, 250, SAY))


@st.composite
def any_flow(draw):
    """Any steps on up to four tracks over two phases, linked in any way."""
    places = draw(st.lists(
        st.tuples(st.sampled_from([0, 0, 1]), st.integers(0, 4), st.integers(0, 3)), min_size=2, max_size=14,
        unique=True,
    ))  # fmt: skip
    names = {f"S{number}": place for number, place in enumerate(places)}
    pairs = st.tuples(st.sampled_from(sorted(names)), st.sampled_from(sorted(names))).filter(lambda p: p[0] != p[1])
    said = st.sampled_from(["", "", "ja", "medische reden", "een heel lang antwoord van de gemeente"])
    kinds = st.sampled_from(["next", "next", "choice", "back"])
    found = draw(st.lists(pairs, max_size=14, unique=True))
    return flow(names, [(*pair, draw(said), draw(kinds)) for pair in found])


@settings(max_examples=60, phases=(Explain.explicit, Explain.reuse, Explain.generate))  # shrinking takes minutes
@given(any_flow())
def test_no_line_of_any_flow_runs_through_a_card(document):
    drawing = drawn(document)
    assert not through_cards(document, drawing)
    said = [(text.about, absolute(text_rect(text), layer)) for layer, text, _ in texts(drawing) if layer.lane == "flow"]
    assert not overlapping([*said, *cards(drawing).items()]) or crowded(document)


def crowded(document):
    """More words lead on from one column than can stand above each other."""
    leaving = {}
    for link in document.links.values():
        if link.label:
            step = document.steps[link.source]
            leaving[step.phase, step.column] = leaving.get((step.phase, step.column), 0) + 1
    return max(leaving.values(), default=0) > 2


def test_a_loop_leaves_and_arrives_above_or_below_its_cards_with_an_arrow():
    document = loop_over_six()
    drawing = drawn(document)
    placed, every = cards(drawing), lines(drawing)
    back = [link for link in document.links.values() if link.kind == "back"]
    for link in back:
        source, target, points = placed[link.source], placed[link.target], every[link.id]
        assert source.x < points[0][0] < source.x + source.w
        assert target.x < points[-1][0] < target.x + target.w
    elements = [line for layer in drawing.layers if layer.lane == "flow" for line in layer.elements]
    arrows = {line.about for line in elements if isinstance(line, Line) and line.arrow}
    assert {link.id for link in back} <= arrows


def test_two_loops_that_overlap_do_not_cross():
    document = flow(
        {f"S{n}": (0, n, 0) for n in range(6)},
        [*((f"S{n}", f"S{n + 1}") for n in range(5)), ("S3", "S0", "", "back"), ("S5", "S2", "", "back")],
    )
    assert not crossings(document, drawn(document))


def test_a_choice_begins_with_a_diamond_and_ends_with_an_arrow():
    document = flow({"A": (0, 0, 0), "B": (0, 1, 0), "C": (0, 1, 1)}, [("A", "B", "ja", "choice"), ("A", "C", "nee")])
    drawing = drawn(document)
    elements = [element for layer in drawing.layers if layer.lane == "flow" for element in layer.elements]
    choice = next(link.id for link in document.links.values() if link.kind == "choice")
    assert [e.about for e in elements if isinstance(e, Mark) and e.name == "diamond"] == [choice]
    assert [e.about for e in elements if isinstance(e, Line) and e.arrow] == [choice]


def test_words_between_two_columns_push_them_apart():
    def apart(label):
        placed = cards(drawn(flow({"A": (0, 0, 0), "B": (0, 1, 0)}, [("A", "B", label)])))
        a, b = sorted(placed.values())
        return b.x - a.x - a.w

    assert apart("") < apart("ja") < apart("medische reden")


def test_words_typed_on_a_line_make_room_at_once():
    document = four_tracks()
    journey = list(document.journeys)[-1]
    engine = Engine()
    map_layout(document, MapSpec(journey), SAY, engine)
    link = next(link for link in document.links.values() if not link.label)
    changes = {("link", link.id): (link, replace(link, label="na een telefoontje"))}
    document.write(changes)
    engine.follow(changes)
    assert map_layout(document, MapSpec(journey), SAY, engine) == map_layout(document, MapSpec(journey), SAY)


def test_lines_to_behind_the_scenes_run_between_the_columns():
    document = behind_the_scenes()
    drawing = drawn(document)
    placed = list(cards(drawing).values())
    layer = next(layer for layer in drawing.layers if layer.name == "crossing")
    assert len(layer.elements) == 4
    top, bottom = max(r.y + r.h for r in placed[:3]), min(r.y for r in placed[-4:])
    for line in layer.elements:
        for x, y in _along(line.points, 12):
            if top + 3 < y < bottom - 8:
                assert not any(r.x < x < r.x + r.w for r in placed)


def test_neighbours_on_two_tracks_lead_straight_up_and_down():
    document = back_and_forth()
    drawing = drawn(document)
    up = next(k for k in document.links.values() if document.steps[k.source].title == "Website"
              and document.steps[k.target].title == "Balie")  # fmt: skip
    xs = {round(x, 6) for x, _ in lines(drawing)[up.id]}
    assert len(xs) == 1
