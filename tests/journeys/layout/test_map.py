"""The map of any study: everything stands somewhere, nothing overlaps, no word leaves its place."""

from __future__ import annotations

import string
from collections import Counter
from itertools import count

from hypothesis import Phase as Explain
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.i18n import words
from journeys.layout.drawing import Mark, Text
from journeys.layout.map import MapSpec, map_layout
from journeys.layout.paper import fit_map
from journeys.layout.spec import MM_PER_PT
from journeys.model.document import Document
from journeys.model.entities import Cell, Journey, Lane, Link, Note, Persona, Phase, Step
from journeys.model.values import Contact, Evidence
from tests.journeys.layout.geometry import (
    absolute,
    curve_points,
    extent,
    inside,
    overlapping,
    text_rect,
    texts,
)  # fmt: skip
from tests.journeys.studies import study

WORDS = st.lists(
    st.one_of(
        st.sampled_from(["erkenning", "de", "Arbeidsongeschiktheidsverzekering", "a\nb", "naam-kiezen", "Ω", "☃"]),
        st.text(string.ascii_letters + "éï.,/-", min_size=1, max_size=40),
    ),
    max_size=12,
).map(" ".join)
RATINGS = st.one_of(st.none(), st.integers(-2, 2))


@st.composite
def messy_studies(draw) -> Document:
    """A study with any mix of branches, loops, empty phases, long words and stacks of notes."""
    base = study(0)
    new = (f"{number:032x}" for number in count(10_000))
    entities = [entity for key, entity in base if key[0] not in {"phase", "persona", "journey"}]
    names = draw(st.lists(WORDS.filter(str.strip), min_size=0, max_size=5))
    starts = sorted(draw(st.lists(st.integers(-300, 300), min_size=len(names), max_size=len(names), unique=True)))
    phases = [Phase(next(new), name[:200], start) for name, start in zip(names, starts, strict=True)]
    persona = Persona(next(new), "Wie")
    journey = Journey(next(new), persona.id, "Hoe")
    lane = Lane(next(new), "text", draw(WORDS)[:200], order=9)
    entities += [*phases, persona, journey, lane]
    places = st.tuples(
        st.integers(0, max(len(phases) - 1, 0)), st.sampled_from(["front", "front", "front", "back"]),
        st.sampled_from([0, 1, 1, 2, 400]), st.integers(0, 2),
    )  # fmt: skip
    steps = []
    parties, channels = list(base.parties), list(base.channels)
    for phase, stage, column, track in draw(st.lists(places, max_size=14, unique=True)) if phases else ():
        contacts = draw(st.lists(
            st.builds(Contact, st.sampled_from([*parties, None]), st.sampled_from([*channels, None])), max_size=3,
            unique=True,
        ))  # fmt: skip
        steps.append(Step(
            next(new), journey.id, phases[phase].id, stage, column, track, draw(WORDS)[:200].replace("\n", " "),
            draw(WORDS), place=draw(WORDS)[:60].replace("\n", " "), contacts=tuple(contacts),
            nobody=not contacts and draw(st.booleans()), emotion=draw(RATINGS), moment_of_truth=draw(st.booleans()),
            evidence=Evidence(draw(st.sampled_from(["observed", "assumed", "proposed"]))),
        ))  # fmt: skip
    entities += steps
    pairs = st.tuples(st.integers(0, len(steps) - 1), st.integers(0, len(steps) - 1)) if steps else st.nothing()
    for source, target in draw(st.lists(pairs, max_size=12, unique=True)) if steps else ():
        if source != target:
            label = draw(WORDS)[:60].replace("\n", " ")
            entities.append(Link(next(new), steps[source].id, steps[target].id, label))
    kinds = st.sampled_from(["need", "pain", "opportunity", "idea", "question", "quote", "remark"])
    for kind, text in draw(st.lists(st.tuples(kinds, WORDS), max_size=10)) if phases else ():
        where = draw(st.sampled_from([*steps, *phases]))
        anchor = {"step": where.id} if isinstance(where, Step) else {"journey": journey.id, "phase": where.id}
        gesture = draw(st.booleans())
        entities.append(Note(next(new), kind, text, via=tuple(parties[:1]), small_gesture=gesture, **anchor))
    for phase in phases[:2]:
        entities.append(Cell(next(new), lane.id, journey.id, phase.id, None, draw(WORDS)))
    return Document.of(entities)


def drawings(document, language, axis="equal"):
    journey = next(iter(document.journeys))
    say = words(language)
    yield map_layout(document, MapSpec(journey, axis=axis), say)
    yield fit_map(document, journey, 400, 250, say, axis=axis, numbers=dict.fromkeys(document.phases, 1))


def check(document, drawing):
    targets = drawing.targets
    for part in ("card", "note", "contact", "presence"):
        rects = [(target.id, target.rect) for target in targets if target.part == part]
        assert not overlapping(rects), part
    placed = texts(drawing)
    badges = [(text.lines, rect) for _, text, rect in placed]
    assert not overlapping(badges)
    cards = {target.id: target.rect for target in targets if target.part == "card"}
    notes = {target.id: target.rect for target in targets if target.part == "note"}
    for layer, text, rect in placed:
        assert rect.x >= -0.1, text
        assert rect.x + rect.w <= drawing.width + 0.1, text
        assert rect.y + rect.h <= drawing.height + 0.1, text
        if layer.lane in {"steps", "backstage"} and text.about in cards:
            assert inside(rect, cards[text.about]), text
        if text.about in notes:
            assert inside(rect, notes[text.about]), text
    fronts = sum(1 for step in document.steps.values())
    assert len(cards) == fronts
    quotes = [(text.lines, rect) for layer, text, rect in placed if layer.lane == "heartbeat"]
    for x, y in curve_points(drawing):
        for lines, rect in quotes:
            assert not rect.contains(x, y), lines
    faces = [
        ("face", absolute(target.rect, layer))
        for layer in drawing.layers if layer.lane == "heartbeat"
        for target in layer.targets if target.part == "face"
    ]  # fmt: skip
    for face in faces:
        assert not overlapping([face, *quotes]) or overlapping(quotes)


@settings(max_examples=60, phases=(Explain.explicit, Explain.reuse, Explain.generate))  # shrinking takes minutes
@given(messy_studies(), st.sampled_from(["nl", "en"]), st.sampled_from(["equal", "true"]))
def test_nothing_overlaps_and_no_word_leaves_its_place(document, language, axis):
    for drawing in drawings(document, language, axis):
        check(document, drawing)
        for layer in drawing.layers:
            if layer.elements:
                assert inside(extent(layer), layer.rect)
    assert abs(drawing.width - 400) < 0.01  # the last one, on paper


def test_a_layer_knows_its_phase_and_lane_and_reads_phase_by_phase():
    document = study(12)
    drawing = map_layout(document, MapSpec(next(iter(document.journeys))), words("nl"))
    cards = [layer for layer in drawing.layers if layer.lane == "steps"]
    starts = [document.phases[layer.phase or ""].start_day for layer in sorted(cards, key=lambda layer: layer.order)]
    assert starts == sorted(starts)
    assert len(starts) == 6


def test_every_step_its_words_and_its_contact_stand_on_the_map():
    document = study(30)
    drawing = map_layout(document, MapSpec(next(iter(document.journeys))), words("nl"))
    said = Counter(line for _, text, _ in texts(drawing) for line in text.lines)
    for step in document.steps.values():
        assert said[step.title] >= 1


def test_words_on_paper_are_never_cut_and_on_the_canvas_end_in_an_ellipsis_with_a_target():
    document = study(3)
    step = next(iter(document.steps.values()))
    long = Step(**{name: getattr(step, name) for name in step.__slots__} | {"body": "woord " * 200})
    document.tables["step"][step.id] = long
    journey = next(iter(document.journeys))
    canvas = map_layout(document, MapSpec(journey), words("nl"))
    assert [target.id for target in canvas.targets if target.part == "more"] == [step.id]
    paper = fit_map(document, journey, 300, 200, words("nl"))
    lines = [line for _, text, _ in texts(paper) if text.about == step.id for line in text.lines]
    assert " ".join(lines).count("woord") == 200
    assert not [target for target in paper.targets if target.part == "more"]


def test_pointing_at_the_map_finds_the_card_on_top_and_the_empty_cell_beside_it():
    document = study(8)
    journey = next(iter(document.journeys))
    drawing = map_layout(document, MapSpec(journey), words("nl"))
    step = next(iter(document.steps.values()))
    card = next(target for target in drawing.targets if target.part == "card" and target.id == step.id)
    found = drawing.at(card.rect.x + 2, card.rect.y + 2)
    assert found == card
    assert found.place == (journey, step.phase, "front", 0, 0)
    below = drawing.at(card.rect.x + 2, card.rect.y + card.rect.h + 2)
    assert below is not None
    assert (below.part, below.id, below.place) == ("cell", "", (journey, step.phase, "front", 0, 1))


def test_an_empty_journey_invites_to_begin_on_the_canvas_but_not_on_paper():
    document = study(0)
    journey = next(iter(document.journeys))
    on_screen = {layer.lane for layer in map_layout(document, MapSpec(journey), words("nl")).layers}
    on_paper = {layer.lane for layer in fit_map(document, journey, 300, 200, words("nl")).layers}
    assert "hint" in on_screen
    assert "hint" not in on_paper


def test_the_map_fits_the_paper_exactly_in_width_and_fills_its_height():
    for steps in (0, 8, 40):
        document = study(steps)
        drawing = fit_map(document, next(iter(document.journeys)), 801, 380, words("nl"))
        assert abs(drawing.width - 801) < 0.01
        assert drawing.height <= 380
        assert drawing.base_pt > 4


def test_faces_say_the_emotion_in_words_and_the_flag_carries_its_number():
    document = study(8)
    journey = next(iter(document.journeys))
    phase = next(iter(document.phases))
    drawing = fit_map(document, journey, 400, 250, words("en"), numbers={phase: 7})
    alts = {element.alt for layer in drawing.layers for element in layer.elements if isinstance(element, Mark)}
    assert {"Stap 1: very unpleasant", "Stap 4: very pleasant"} <= alts
    numbers = [text for layer, text, _ in texts(drawing) if layer.lane == "presence" and text.lines == ("7",)]
    assert [(text.about, text.alt) for text in numbers] == [(phase, "Gap 7")]


def test_texts_say_their_size_in_points():
    document = study(8)
    drawing = map_layout(document, MapSpec(next(iter(document.journeys)), base_pt=20), words("nl"))
    title = next(t for _, t, _ in texts(drawing) if t.lines == ("Stap 1",))
    assert isinstance(title, Text)
    assert 20 <= title.size <= 22
    assert text_rect(title).h > 20 * MM_PER_PT
