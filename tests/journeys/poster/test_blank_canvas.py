"""The empty canvas: everything printed fits, lanes hold the notes it speaks of, and all phases have a column."""

from __future__ import annotations

import pytest

from journeys import poster
from journeys.i18n import words
from journeys.layout.drawing import Box, Text
from journeys.poster import inks
from journeys.poster.kinds.blank import plan, sheets
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys.poster import crowded, geometry
from tests.journeys.poster.geometry import lines
from tests.journeys.poster.several import child


def canvas(document, paper="A1", *, portrait=False, language="nl", **more):
    request = Request(kind="blank", paper=paper, portrait=portrait, language=language, **more)
    return sheets(document, request, words(language))


PAPERS = [
    ("A4", False), ("A4", True), ("A3", False), ("A2", True), ("A1", False), ("A0", True), ("148x600mm", False),
    ("1200x150mm", False),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize("make", [child, crowded.many_phases, crowded.nothing])
def test_nothing_lies_outside_or_over_something_else(paper, portrait, make):
    for language in ("nl", "en"):
        for sheet in canvas(make(), paper, portrait=portrait, language=language):
            geometry.check(sheet.drawing)


def test_the_phases_of_the_study_head_the_columns_with_their_times():
    found = lines(canvas(child()))
    for line in ("Zwanger!", "9 – 7 maanden vóór", "Aangifte balie", "dag 0", "Eerste jaar"):
        assert line in found


def test_a_study_without_phases_has_lines_for_their_names():
    (sheet,) = canvas(crowded.nothing())
    found = lines([sheet])
    assert found.count("Fase") == 6
    assert {layer.lane for layer in sheet.drawing.layers} >= {"phases", "presence", "titles"}
    assert {"Stappen", "Hartslag", "Behoeften &", "Kansen"} <= set(found)


@pytest.mark.parametrize(
    ("paper", "size"), [("A0", "76 × 76"), ("A1", "76 × 76"), ("A2", "51 × 38"), ("A3", "51 × 38")]
)
def test_the_lanes_are_high_enough_for_the_notes_it_recommends(paper, size):
    (sheet,) = canvas(child(), paper)
    assert any(f"plakbriefjes van {size} mm" in line for line in lines([sheet]))
    wide, high = (float(side) for side in size.split(" × "))
    lanes = [layer for layer in sheet.drawing.layers if layer.name.startswith("lane/")]
    kinds = plan.rows(child(), None, words("nl"))
    for layer, row in zip(lanes, kinds, strict=True):
        outline = next(one.rect for one in layer.elements if isinstance(one, Box))
        assert outline.w / 6 > wide
        if row.kind in {"steps", "needs", "opportunities"}:
            assert outline.h > high


def test_paper_that_is_too_small_for_notes_says_so():
    assert "Plakbriefjes passen hier niet: schrijf op het blad, of druk het af op groter papier." in lines(
        canvas(child(), "A4")
    )


def test_each_phase_has_a_box_to_tick_for_each_presence():
    (sheet,) = canvas(child())
    strips = [layer for layer in sheet.drawing.layers if layer.lane == "presence"]
    assert len(strips) == 6
    for strip in strips:
        lines = [" ".join(one.lines) for one in strip.elements if isinstance(one, Text)]
        assert lines == ["aanwezig", "via partner", "bewust afwezig", "afwezig"]


def test_the_lanes_that_were_asked_for_stand_in_that_order():
    document = child()
    lanes = [lane.id for lane in document.lanes.values() if lane.kind in {"needs", "steps"}][::-1]
    made = canvas(document, lanes=tuple(lanes))
    names = [layer for layer in made[0].drawing.layers if layer.lane == "titles"][2:]
    assert len(names) == 2
    assert [row.id for row in plan.rows(document, tuple(lanes), words("nl"))] == lanes


def test_very_many_phases_go_over_several_sheets_none_of_them_lost():
    made = canvas(crowded.many_phases(30), "A4")
    phases = [layer.phase for sheet in made for layer in sheet.drawing.layers if layer.lane == "phases"]
    assert len(made) > 1
    assert len(set(phases)) == len(phases) == 30
    assert f"blad 1 van {len(made)}" in lines(made[:1])
    sizes = [sum(layer.lane == "phases" for layer in sheet.drawing.layers) for sheet in made]
    assert max(sizes) - min(sizes) <= 1


def test_the_person_the_question_and_the_day_are_left_open():
    found = lines(canvas(child()))
    for label in ("Persona", "Wie is dit?", "Zegt", "Vraagstuk", "Datum", "Deelnemers"):
        assert label in found
    assert "Gemeente Voorbeeldstad" in found
    assert not {"Sanne & Youssef", "Esra & Mehmet"} & set(found)


def test_it_takes_little_ink():
    (sheet,) = canvas(child())
    filled = sum(
        one.rect.w * one.rect.h
        for layer in sheet.drawing.layers
        for one in layer.elements
        if isinstance(one, Box) and one.fill
    )
    assert filled < 0.01 * sheet.drawing.width * sheet.drawing.height


def test_it_has_one_title_every_ink_and_the_same_bytes_twice():
    document = child()
    (sheet,) = canvas(document)
    found = [one.role for layer in sheet.drawing.layers for one in layer.elements if isinstance(one, Text)]
    assert found.count("title") == 1
    for ink in inks.INKS:
        assert set(roles(sheet.drawing)) <= set(inks.palette(ink))
    request = Request(kind="blank", paper="A3")
    assert poster.render(document, request) == poster.render(document, request)
