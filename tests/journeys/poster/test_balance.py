"""Short and long journeys both come out balanced: large type, little left over, nothing on top of something else."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from journeys import fonts
from journeys.i18n import words
from journeys.layout import bands, legibility, prospect
from journeys.layout.drawing import Box, Line, Photo, Text
from journeys.layout.reckon import Reckoning
from journeys.layout.watched import Watched
from journeys.layout.windows import windows
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.poster.kinds.journey import beside, heads, sheets
from journeys.poster.parts.blocks import MM
from journeys.poster.preflight import printed
from journeys.poster.request import Request
from tests.journeys.layout.geometry import overlapping
from tests.journeys.poster import geometry, rich

PAPERS = [("A3", False), ("A1", True), ("A0", False)]
SIZES = [(3, 1), (12, 2), (40, 3), (120, 4)]


def sheet_of(document, paper="A1", *, portrait=False, **choices):
    first = tuple(document.journeys)[:1]
    return sheets(document, Request(first, paper, portrait, **choices), words("nl"))[0]


@cache
def rich_sheet(steps, tracks, paper="A1", *, portrait=False):
    """Several tests look at the very same."""
    return sheet_of(rich.rich(steps, tracks), paper, portrait=portrait)


def on_map(drawing, *parts):
    """The areas of cards, notes and the like, in mm of the sheet."""
    return [(t.id, t.rect) for t in drawing.targets if t.part in parts]


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize(("steps", "tracks"), SIZES)
def test_cards_notes_and_words_stand_free_and_within_the_margins(paper, portrait, steps, tracks):
    sheet = rich_sheet(steps, tracks, paper, portrait=portrait)
    drawing = sheet.drawing
    assert not overlapping(on_map(drawing, "card", "note"))
    assert geometry.overlapping(geometry.texts(drawing)) == []
    area = (10, 10, drawing.width - 10, drawing.height - 10)
    assert geometry.outside(geometry.texts(drawing), *area) == []


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize(("steps", "tracks"), SIZES)
def test_every_step_note_cell_and_connection_is_on_the_sheet(paper, portrait, steps, tracks):
    document = rich.rich(steps, tracks)
    sheet = rich_sheet(steps, tracks, paper, portrait=portrait)
    assert list(printed.left_out(document, sheet)) == []
    assert list(printed.cut(document, sheet)) == []
    cards = [id_ for id_, _ in on_map(sheet.drawing, "card")]
    assert sorted(cards) == sorted(document.steps)


@pytest.mark.parametrize(("steps", "tracks"), SIZES)
def test_no_line_of_the_flow_runs_through_a_card(steps, tracks):
    document = rich.rich(steps, tracks)
    drawing = sheet_of(document).drawing
    cards = dict(on_map(drawing, "card"))
    for layer in drawing.layers:
        for line in layer.elements:
            if isinstance(line, Line) and line.about in document.links and line.curved:
                link = document.links[str(line.about)]
                others = [rect for id_, rect in cards.items() if id_ not in (link.source, link.target)]
                for x, y in points(line, layer):
                    assert not any(r.x + 0.1 < x < r.x + r.w - 0.1 and r.y + 0.1 < y < r.y + r.h - 0.1 for r in others)


def points(line, layer):
    for start in range(0, len(line.points) - 1, 3):
        a, b, c, d = line.points[start : start + 4]
        for part in range(9):
            t, s = part / 8, 1 - part / 8
            yield tuple(
                s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i] + layer.origin[i]
                for i in (0, 1)
            )


@pytest.mark.parametrize(("steps", "tracks"), SIZES)
@pytest.mark.parametrize("portrait", [False, True])
def test_the_map_takes_the_room_that_head_findings_and_foot_leave(steps, tracks, portrait):
    drawing = rich_sheet(steps, tracks, portrait=portrait).drawing
    bounds = {layer.name: layer.rect for layer in drawing.layers if layer.rect.h}
    ends = max(layer.rect.y + layer.rect.h for layer in drawing.layers if layer.lane in {"ground", "titles"})
    below = bounds.get("findings", bounds["foot"]).y
    assert 0 < below - ends < 0.06 * drawing.height


def test_beside_a_long_journey_the_head_leaves_room_and_the_phases_are_found_from_afar():
    few, many = (sheet_of(rich.rich(steps)).drawing for steps in (12, 120))
    high = [next(layer.rect.h for layer in drawing.layers if layer.name == "head") for drawing in (few, many)]
    assert high[1] < 0.75 * high[0]
    phase = max(
        t.size for layer in many.layers if layer.lane == "phases" for t in layer.elements if isinstance(t, Text)
    )
    assert phase > 1.4 * 1.18 * many.base_pt


def test_head_and_foot_never_become_smaller_than_can_be_read():
    assert [beside(suits, 1.0) > 0.75 for suits in (0.01, 0.3, 1.0)] == [True] * 3
    assert beside(0.1, 4.0) == 0.6
    assert heads(0.1) == 1.7
    assert heads(1.0) == 1.0


def test_the_number_of_bands_is_the_one_with_the_largest_type():
    document = rich.rich(120)
    found = prospect.prospect(document, next(iter(document.journeys)), words("nl"))
    best = bands.fit(document, found, (793, 440), words("nl")).base_pt
    reckoned = Reckoning(document, found.gathered, found.spec)
    narrow = legibility.narrowest(found.gathered)
    work = bands.Work(document, found, (793, 440), words("nl"), Watched(), reckoned, narrow)
    for count in range(2, 8):
        plan = bands._plan(work, tuple(windows(reckoned, count, 0.12)), 1.0)
        made, _ = bands._laid_out(work, plan, 0.5 * best)
        assert made is None or bands.score(made) <= best * 1.01


def test_the_guess_before_the_fit_is_near_what_comes_out():
    for steps, tracks in SIZES[1:]:
        document = rich.rich(steps, tracks)
        found = prospect.prospect(document, next(iter(document.journeys)), words("nl"))
        fitted = bands.fit(document, found, (793, 400), words("nl")).base_pt
        assert 0.6 * fitted < prospect.guess(found, (793, 400)) < 1.5 * fitted


def test_lines_of_findings_are_not_too_long_to_read():
    document = rich.rich(12)
    drawing = sheet_of(document, "A0").drawing
    (findings,) = (layer for layer in drawing.layers if layer.name == "findings")
    for text in findings.elements:
        if isinstance(text, Text):
            assert all(fonts.em_width(line, text.font) < 42 for line in text.lines)


def test_empty_lanes_are_left_out_unless_asked_for():
    document = rich.rich(3)
    lanes = {layer.lane for layer in sheet_of(document).drawing.layers}
    assert "opportunities" not in lanes
    titles = {
        line for text in printed.texts(sheet_of(document, lanes=tuple(document.lanes)).drawing) for line in text.lines
    }
    assert "Kansen" in titles
    assert "Kansen" not in {line for text in printed.texts(sheet_of(document).drawing) for line in text.lines}


def test_a_map_true_to_time_stands_in_one_band_on_paper():
    drawing = sheet_of(rich.rich(40), axis="true").drawing
    assert any(layer.lane == "axis" for layer in drawing.layers)
    assert not any(layer.name.startswith("1/") for layer in drawing.layers)


def test_the_axis_says_its_unit_legibly_beside_a_very_small_map():
    (axis,) = (layer for layer in sheet_of(rich.rich(120)).drawing.layers if layer.name == "axis")
    title = next(t for t in axis.elements if isinstance(t, Text) and t.lines[0].startswith("Tijd in"))
    tick = next(t for t in axis.elements if isinstance(t, Text) and t.anchor == "middle")
    assert title.size >= 0.8 * tick.size


def test_a_short_journey_on_a_high_sheet_stands_in_two_bands_when_one_would_leave_it_half_empty():
    document = rich.rich(12, 2)
    drawing = sheet_of(document, "A2", portrait=True).drawing
    assert any(layer.name.startswith("1/") for layer in drawing.layers)
    assert not any(layer.name.startswith("1/") for layer in sheet_of(document, "A2").drawing.layers)


def test_a_journey_of_three_steps_is_not_broken_up():
    for portrait in (False, True):
        drawing = sheet_of(rich.rich(3, 1), portrait=portrait).drawing
        assert not any(layer.name.startswith("1/") for layer in drawing.layers)


def test_a_picture_takes_no_more_room_on_a_wide_card_than_its_words_need():
    drawing = sheet_of(rich.rich(40)).drawing
    photos = [element for layer in drawing.layers for element in layer.elements if isinstance(element, Photo)]
    assert photos
    assert max(photo.rect.h for photo in photos) <= 7.01 * drawing.base_pt * MM


def test_only_the_kinds_of_notes_that_were_chosen_are_printed():
    document = rich.rich(40)
    drawing = sheet_of(document, notes=("pain", "quote")).drawing
    printed_kinds = {document.notes[id_].kind for id_ in printed.subjects(drawing) if id_ in document.notes}
    assert printed_kinds == {"pain", "quote"}
    assert not any(layer.lane == "opportunities" for layer in drawing.layers)
    none = sheet_of(document, notes=()).drawing
    assert not printed.subjects(none) & document.notes.keys()


def test_without_findings_the_map_gets_their_room_and_no_number_points_at_them():
    document = awkward_gaps()
    with_, without = (sheet_of(document, findings=findings).drawing for findings in (True, False))
    badges = [sum(isinstance(e, Box) and e.fill == "badge.fill" for layer in d.layers if layer.lane == "presence"
                  for e in layer.elements) for d in (with_, without)]  # fmt: skip
    assert badges[0] > badges[1] == 0
    assert with_.base_pt <= without.base_pt


def awkward_gaps() -> Document:
    """Nobody of the municipality is met anywhere."""
    return Document.of(
        replace(entity, contacts=()) if isinstance(entity, Step) else entity for _, entity in rich.rich(40)
    )


def test_a_step_without_a_name_is_an_empty_card_with_a_line_to_write_on():
    document = rich.rich(12, 2)
    first = next(iter(document.steps))
    nameless = Document.of(
        replace(entity, title="", body="") if entity.id == first else entity for _, entity in document
    )
    drawing = sheet_of(nameless).drawing
    assert not any("Nieuwe stap" in line for text in printed.texts(drawing) for line in text.lines)
    lines = [e for layer in drawing.layers for e in layer.elements if isinstance(e, Line) and e.about == first]
    assert any(line.stroke == "hint" for line in lines)
