"""A lane for words of one's own: a row about phases, a row about steps, and places to write in."""

from __future__ import annotations

import pytest

from journeys.edits import lanes
from journeys.i18n import words
from journeys.layout.drawing import WHOLE
from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.layout.paper import fit_map
from journeys.model.document import place_of
from tests.journeys.layout.geometry import inside, overlapping, texts
from tests.journeys.studies import ids, study

SAY = words("nl")
LONG = "Zaaksysteem, basisregistratie personen en het portaal van de verloskundige, elk met eigen inlog"


@pytest.fixture
def document():
    made = study(8)
    made.write(lanes.add(made, "Systemen", create_id=lambda: "f" * 32).changes)
    return made


def write(document, text, step=None, phase=None):
    journey = next(iter(document.journeys))
    where = step.phase if step else phase or next(iter(document.phases))
    new = ids(len(document.cells) + 9).__next__
    edit = lanes.write_cell(document, "f" * 32, journey, where, text, step=step.id if step else None, create_id=new)
    document.write(edit.changes)
    return edit


def drawn(document):
    return map_layout(document, MapSpec(next(iter(document.journeys))), SAY)


def cells(drawing):
    return [target for target in drawing.targets if target.part == "cell" and target.id == "f" * 32]


def test_every_phase_and_every_step_has_a_place_to_write_in(document):
    places = [target.place for target in cells(drawn(document))]
    assert sum(place[2] == WHOLE for place in places) == len(document.phases)
    assert {place for place in places if place[2] != WHOLE} == {place_of(step) for step in document.steps.values()}


def test_words_about_a_phase_and_about_its_steps_stand_in_two_rows(document):
    first, second = list(document.steps.values())[:2]
    write(document, LONG)
    write(document, LONG, first)
    write(document, "BRP", second)
    drawing = drawn(document)
    said = [(text.about, rect) for layer, text, rect in texts(drawing) if layer.lane == "text"]
    assert len(said) == 3
    assert not overlapping(said)
    rects = dict(said)
    held = {(cell.phase, cell.step): cell.id for cell in document.cells.values()}
    whole = rects[held[first.phase, None]]
    assert all(whole.y + whole.h < rect.y for id_, rect in said if id_ != held[first.phase, None])
    places = {target.place: target.rect for target in cells(drawing)}
    for (phase, step), cell in held.items():
        wanted = place_of(document.steps[step]) if step else (first.journey, phase, WHOLE, 0, 0)
        assert inside(rects[cell], places[wanted])


def test_a_lane_is_as_high_as_its_words_and_low_again_without_them(document):
    engine, journey = Engine(), next(iter(document.journeys))
    before = map_layout(document, MapSpec(journey), SAY, engine).height
    for text, higher in ((LONG * 3, True), ("", False)):
        edit = write(document, text, next(iter(document.steps.values())))
        engine.follow(edit.changes)
        assert (map_layout(document, MapSpec(journey), SAY, engine).height > before) is higher


def test_an_empty_text_lane_says_on_the_screen_what_can_be_done_with_it_and_nothing_on_paper(document):
    def hints(drawing):
        return [layer for layer in drawing.layers if layer.lane == "hint"]

    journey = next(iter(document.journeys))
    assert len(hints(drawn(document))) == 1
    assert not hints(fit_map(document, journey, 400, 250, SAY))
    write(document, "BRP")
    assert not hints(drawn(document))


def test_on_paper_the_words_stand_whole(document):
    write(document, LONG, next(iter(document.steps.values())))
    drawing = fit_map(document, next(iter(document.journeys)), 400, 250, SAY)
    said = [line for layer, text, _ in texts(drawing) if layer.lane == "text" for line in text.lines]
    assert " ".join(said).replace("- ", "") == LONG


def test_the_map_says_how_many_lanes_it_hides_on_the_screen_only(document):
    def said(drawing):
        return [line for layer, text, _ in texts(drawing) if layer.name == "titles" for line in text.lines]

    journey = next(iter(document.journeys))
    assert "1 laag verborgen" not in said(drawn(document))
    document.write(lanes.show(document, "f" * 32, shown=False).changes)
    assert "1 laag verborgen" in said(drawn(document))
    assert "1 laag verborgen" not in said(fit_map(document, journey, 400, 250, SAY))
