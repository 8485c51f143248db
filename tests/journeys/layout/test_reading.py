"""What makes a map pleasant to read: whole words, lines of some length, no lonely words, room around signs."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from journeys import templates
from journeys.i18n import words
from journeys.layout import text
from journeys.layout.bands import fit_bands
from journeys.layout.drawing import Box, Line, Text
from journeys.layout.engine import Engine
from journeys.layout.gather import Gathering
from journeys.layout.legibility import NARROWEST, narrowest, readable
from journeys.layout.map import MapSpec, map_layout
from journeys.layout.paper import fit_map
from journeys.layout.spec import MM_PER_PT
from journeys.model.document import Document
from journeys.model.entities import Journey, Link, Note, Step, Study
from tests.journeys.layout.geometry import absolute, overlap, text_rect
from tests.journeys.studies import study

SAY = words("nl")


@pytest.fixture(scope="module")
def child():
    numbers = count(1)
    return templates.create("child", "nl", new_id=lambda: f"{next(numbers):032x}")


def journey_of(document, title=None) -> str:
    return next(journey.id for journey in document.journeys.values() if title in {None, journey.title})


def with_link(document, source, target, kind="next"):
    """The study with one more link; and that link."""
    link = Link("f" * 32, source, target, kind=kind)
    return Document.of([*(entity for _, entity in document), link]), link


@pytest.mark.parametrize(("paper", "area"), [("portrait", (277, 260)), ("small", (277, 110)), ("wide", (820, 400))])
def test_cards_on_paper_are_wide_enough_for_a_sentence_and_the_longest_words(child, paper, area):
    for journey in child.journeys.values():
        drawing = fit_bands(child, journey.id, area[0], area[1], SAY)
        em = drawing.base_pt * MM_PER_PT
        widths = {target.rect.w / em for target in drawing.targets if target.part == "card"}
        assert min(widths) >= NARROWEST
        titles = {step.title for step in child.steps.values() if step.journey == journey.id}
        bold = [t for layer in drawing.layers for t in layer.elements if isinstance(t, Text) and t.font == "bold"]
        set_whole = [" ".join(t.lines) for t in bold if t.about in child.steps]
        assert set(set_whole) == titles


def test_twelve_steps_on_a_portrait_sheet_stand_in_two_bands(child):
    drawing = fit_bands(child, journey_of(child, "Ons derde kind"), 277, 260, SAY)
    assert {layer.name.split("/")[0] for layer in drawing.layers} == {"0", "1"}


def test_wide_cards_read_better_than_narrow_ones_up_to_a_comfortable_width():
    assert readable(5) < readable(8) < readable(10) < readable(12) == readable(17) == 1


def test_the_words_of_a_study_are_hyphenated_in_its_own_language_whatever_the_language_of_the_window():
    document = study(1)
    (step,) = document.steps.values()
    document = Document.of(
        replace(entity, title="Arbeidsongeschiktheidsverzekering") if entity is step else entity
        for _, entity in document
    )
    spec = MapSpec(journey_of(document), column=8)
    found = [
        next(t.lines for layer in map_layout(document, spec, words(language)).layers
             for t in layer.elements if isinstance(t, Text) and t.about == step.id)
        for language in ("nl", "en")
    ]  # fmt: skip
    assert found[0] == found[1]
    assert found[0][0] in {"arbeidsonge-", "Arbeidsonge-", "Arbeids-"}


def test_another_language_of_the_study_breaks_its_words_anew():
    document, engine = study(1), Engine()
    spec = MapSpec(journey_of(document))
    engine.lay_out(document, spec, SAY)
    other = Document.of(replace(e, language="en") if isinstance(e, Study) else e for _, e in document)
    assert engine.lay_out(other, spec, SAY) == map_layout(other, spec, SAY)


@pytest.mark.parametrize("width", [9.0, 14.0, 23.0])
def test_balanced_lines_are_no_more_and_leave_no_word_alone(width):
    said = "Langste tijd zonder contact: 12 maanden, van vijf dagen na dag 0 tot 12 maanden na dag 0."
    plain, better = text.lines(said, "regular", width, "nl"), text.balanced(said, "regular", width, "nl")
    assert len(better) == len(plain)
    assert " ".join(better) == said
    assert text.widest(better, "regular") <= width
    assert text.widest(better[-1:], "regular") >= text.widest(plain[-1:], "regular")


@pytest.mark.parametrize("paper", [True, False])
def test_badges_of_notes_touch_no_words(child, paper):
    gestures = Document.of(
        replace(e, small_gesture=True, proactive=True) if isinstance(e, Note) else e for _, e in child
    )
    for journey in gestures.journeys:
        drawing = (
            fit_map(gestures, journey, 400, 250, SAY) if paper else map_layout(gestures, MapSpec(journey), SAY)
        )  # fmt: skip
        layers = [layer for layer in drawing.layers if layer.lane in {"needs", "opportunities"}]
        words_there = [(layer, text_rect(t)) for layer in layers for t in layer.elements if isinstance(t, Text)]
        badges = [
            absolute(b.rect, layer)
            for layer in layers
            for b in layer.elements
            if isinstance(b, Box) and b.fill == "lane.fill" and b.stroke
        ]
        assert badges
        assert not [1 for badge in badges for layer, rect in words_there if overlap(badge, absolute(rect, layer))]


def test_signs_on_the_cards_of_one_column_do_not_touch(child):
    moments = Document.of(
        replace(e, moment_of_truth=True, evidence=replace(e.evidence, status="assumed")) if isinstance(e, Step) else e
        for _, e in child
    )
    for journey in moments.journeys:
        for layer in map_layout(moments, MapSpec(journey), SAY).layers:
            rounds = [b for b in layer.elements if isinstance(b, Box) and abs(b.radius - b.rect.h / 2) < 0.001]
            stars = [b.rect for b in rounds if b.fill == "moment.fill"]
            tildes = [b.rect for b in rounds if b.fill == "card.fill"]
            assert len(stars) == len(tildes)
            assert not [1 for star in stars for tilde in tildes if overlap(star, tilde)]


def test_cards_are_as_wide_as_the_longest_word_unless_that_is_longer_than_a_good_card():
    def least(title):
        (step,) = (document := study(1)).steps.values()
        changed = Document.of(replace(e, title=title) if e is step else e for _, e in document)
        return narrowest(Gathering(changed, journey_of(changed)))

    assert least("Aangifte doen") == NARROWEST
    assert least("Consultatiebureau") > NARROWEST + 1
    assert least("Arbeidsongeschiktheidsverzekering") == NARROWEST


def test_on_paper_tall_notes_take_the_empty_column_beside_them_and_on_screen_stay_under_their_step():
    document = study(12)
    first = min((s for s in document.steps.values()), key=lambda s: (document.phases[s.phase].start_day, s.column))
    long = Note("e" * 32, "need", "Ik wil weten waar ik moet zijn, wat ik moet meenemen en hoe lang het duurt. " * 3,
                step=first.id)  # fmt: skip
    others = (e for _, e in document if not isinstance(e, Note))
    document = Document.of([*others, long])

    def wide(drawing) -> float:
        cards = next(t.rect.w for t in drawing.targets if t.part == "card")
        return next(t.rect.w for t in drawing.targets if t.part == "note") / cards

    journey = journey_of(document)
    assert wide(fit_map(document, journey, 400, 250, SAY)) > 1.9
    assert wide(map_layout(document, MapSpec(journey), SAY)) == pytest.approx(1)


@pytest.mark.parametrize("down", [True, False])
@pytest.mark.parametrize("same_column", [True, False])
def test_a_link_to_what_happens_behind_the_scenes_is_a_dotted_line_under_the_lanes(child, down, same_column):
    journey = journey_of(child, "Ons derde kind")
    back = next(s for s in child.steps.values() if s.journey == journey and s.stage == "back")
    front = next(
        s for s in child.steps.values()
        if s.journey == journey and s.stage == "front" and s.phase == back.phase
        and (s.column == back.column) == same_column
    )  # fmt: skip
    ends = (front.id, back.id) if down else (back.id, front.id)
    document, link = with_link(child, *ends)
    drawing = map_layout(document, MapSpec(journey), SAY)
    layer = next(layer for layer in drawing.layers if layer.name == "crossing")
    (line,) = (element for element in layer.elements if isinstance(element, Line))
    assert (line.about, line.dash) == (link.id, "dotted")
    cards = {target.id: target.rect for target in drawing.targets if target.part == "card"}
    for point, step in ((line.points[0], ends[0]), (line.points[-1], ends[1])):
        rect = cards[step]
        assert rect.x - 0.05 < point[0] < rect.x + rect.w + 0.05
        assert rect.y - 0.05 < point[1] < rect.y + rect.h + 0.05
        edges = (point[0] - rect.x, rect.x + rect.w - point[0], point[1] - rect.y, rect.y + rect.h - point[1])
        assert min(abs(edge) for edge in edges) < 0.05
    assert [layer.name for layer in drawing.layers].index("crossing") == 1
    assert any(target.id == link.id and target.part == "link" for target in drawing.targets)


def test_a_removed_link_behind_the_scenes_leaves_no_line(child):
    journey = next(j.id for j in child.journeys.values() if isinstance(j, Journey))
    assert "crossing" not in {layer.name for layer in map_layout(child, MapSpec(journey), SAY).layers}


def test_on_paper_the_heartbeat_uses_the_height_that_its_lane_was_given(child):
    journey = journey_of(child, "Ons derde kind")

    def swing(height) -> float:
        drawing = fit_map(child, journey, 400, height, SAY)
        faces = [target.rect.y for target in drawing.targets if target.part == "face"]
        return (max(faces) - min(faces)) / drawing.base_pt

    assert swing(290) > 1.3 * swing(150)
