"""Everything fits on every paper: nothing leaves the sheet, nothing lies over something else, nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest

from journeys import templates
from journeys.i18n import words
from journeys.layout.drawing import Box, Drawing, Text
from journeys.model.entities import Journey, Phase, Study
from journeys.model.time import periods
from journeys.poster import inks
from journeys.poster.kinds.journey import sheets
from journeys.poster.paper import MARGIN_MM
from journeys.poster.parts.legend import Shown, legend
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich


def sheet_of(document, paper="A1", *, portrait=False, language="nl"):
    first = tuple(document.journeys)[:1]
    return sheets(document, Request(first, paper, portrait), words(language))[0].drawing


PAPERS = [
    ("A4", False),
    ("A4", True),
    ("A3", False),
    ("A2", True),
    ("A1", False),
    ("A0", True),
    ("148x600mm", False),
    ("1200x150mm", False),
]


@pytest.mark.parametrize(("paper", "portrait"), PAPERS)
@pytest.mark.parametrize("steps", [0, 8, 80])
def test_nothing_leaves_the_safe_area_and_no_text_lies_over_another(paper, portrait, steps):
    check(sheet_of(studies.study(steps), paper, portrait=portrait))


@pytest.mark.parametrize(
    ("paper", "portrait", "language"), [("A4", False, "nl"), ("A4", True, "en"), ("A0", False, "nl")]
)
@pytest.mark.parametrize("steps", [12, 120])
def test_long_words_and_long_texts_fit_too(paper, portrait, language, steps):
    check(sheet_of(awkward.wordy(steps), paper, portrait=portrait, language=language))


def check(drawing):
    area = (MARGIN_MM, MARGIN_MM, drawing.width - MARGIN_MM, drawing.height - MARGIN_MM)
    assert geometry.outside(geometry.texts(drawing), *area) == []
    assert geometry.outside(geometry.shapes(drawing), *area) == []
    assert geometry.overlapping(geometry.texts(drawing)) == []


def test_no_text_is_cut_short():
    drawing = sheet_of(awkward.wordy(40), "A4")
    lines = {spot.what for spot in geometry.texts(drawing)}
    assert not [line for line in lines if line.endswith("…")]


def test_every_gap_is_explained_under_the_number_of_its_flag():
    drawing = sheet_of(templates.create("child", "nl"))
    numbers = [spot.what for spot in geometry.texts(drawing) if spot.what.isdigit()]
    assert numbers
    assert all(numbers.count(number) >= 2 for number in numbers)


def test_both_inks_know_every_colour_of_the_sheet():
    for ink in inks.INKS:
        assert set(roles(sheet_of(studies.study(80)))) <= set(inks.palette(ink))


def test_the_desired_journey_says_so_in_words_and_shape():
    document = awkward.changed(
        studies.study(3), lambda entity, _: replace(entity, variant="desired") if hasattr(entity, "variant") else entity
    )
    found = {spot.what for spot in geometry.texts(sheet_of(document))}
    assert "GEWENSTE REIS" in found
    assert "HUIDIGE REIS" not in found


@pytest.mark.parametrize(("paper", "portrait"), [("A4", False), ("A4", True), ("A1", False), ("300x1000mm", False)])
def test_many_findings_all_stand_beneath_the_map(paper, portrait):
    document = awkward.full_of_gaps()
    drawing = sheet_of(document, paper, portrait=portrait)
    check(drawing)
    lines = {spot.what for spot in geometry.texts(drawing)}
    assert {str(number) for number in range(1, 16)} <= lines
    (beneath,) = (layer for layer in drawing.layers if layer.name == "findings")
    assert beneath.rect.h < 0.45 * drawing.height


def test_the_time_axis_is_true_to_scale_and_shows_day_0():
    drawing = sheet_of(templates.create("child", "nl"))
    (axis,) = (layer for layer in drawing.layers if layer.name == "axis")
    bars = [element.rect for element in axis.elements if isinstance(element, Box) and element.about]
    document = templates.create("child", "nl")
    days = [end - start for start, end in periods(document).values()]
    assert [bar.w / sum(bar.w for bar in bars) for bar in bars] == pytest.approx([day / sum(days) for day in days])
    assert "dag 0" in {spot.what for spot in geometry.texts(drawing)}
    ground = next(layer for layer in drawing.layers if layer.name.endswith("ground"))
    assert axis.origin[0] + bars[0].x == pytest.approx(ground.rect.x, abs=0.7)
    assert axis.origin[0] + bars[-1].x + bars[-1].w == pytest.approx(ground.rect.x + ground.rect.w, abs=0.7)


@pytest.mark.parametrize(("days", "unit"), [(12, "dagen"), (60, "weken"), (600, "maanden"), (9000, "jaren")])
def test_the_axis_counts_in_a_unit_that_suits_its_length(days, unit):
    document = awkward.changed(
        studies.study(3),
        lambda entity, index: replace(entity, start_day=index - days // 2) if isinstance(entity, Phase)
        else replace(entity, end_day=days // 2) if isinstance(entity, Study) else entity,
    )  # fmt: skip
    found = {spot.what for spot in geometry.texts(sheet_of(document))}
    assert f"Tijd in {unit}" in found


def test_phases_without_dates_have_no_axis():
    document = awkward.changed(
        studies.study(3), lambda entity, _: replace(entity, dated=False) if isinstance(entity, Phase) else entity
    )
    assert not [layer for layer in sheet_of(document).layers if layer.name == "axis" and layer.elements]


def test_a_journey_that_is_not_filled_in_claims_no_figures():
    found = [spot.what for spot in geometry.texts(sheet_of(studies.study(0)))]
    assert found.count("–") == 3


def test_a_long_title_gets_smaller_before_all_else_in_the_head_does():
    def head(title):
        document = studies.study(8)
        document = document.of(replace(e, title=title) if isinstance(e, Journey) else e for _, e in document)
        layer = next(layer for layer in sheet_of(document, "A3").layers if layer.name == "head")
        return {" ".join(t.lines): t for t in layer.elements if isinstance(t, Text)}

    short, long = "Een kind krijgen", "Een kind krijgen, verhuizen naar een andere gemeente en een bedrijf beginnen"
    few, many = head(short), head(long)
    assert len(many[long].lines) == 2
    assert many[long].size < few[short].size
    assert many["Vraagstuk"].size == few["Vraagstuk"].size


def test_the_rows_of_the_legend_are_about_equally_long():
    numbers = count(1)
    document = templates.create("child", "nl", new_id=lambda: f"{next(numbers):032x}")
    for wide in range(60, 200, 10):
        block = legend(document, next(iter(document.journeys)), None, wide, 1.0, words("nl"))
        ends: dict[float, float] = {}
        for spot in geometry.shapes(Drawing(wide, 50.0, (block.layer("legend", 0, 0, 0),))):
            if spot.what == "box":
                ends[spot.top] = max(ends.get(spot.top, 0.0), spot.right)
        assert min(ends.values()) > 0.2 * max(ends.values()) or len(ends) == 1


def legend_words(document, *shown):
    block = legend(document, next(iter(document.journeys)), None, 400.0, 1.0, words("nl"), *shown)
    return [text.lines[0] for text in block.elements if isinstance(text, Text)]


def test_the_legend_explains_what_is_on_the_map_and_nothing_else():
    numbers = count(1)
    document = templates.create("child", "nl", new_id=lambda: f"{next(numbers):032x}")
    lanes = {lane.kind: lane.id for lane in document.lanes.values()}
    assert {"behoefte", "kans", "klein gebaar", "bericht vooraf", "sleutelmoment"} <= set(legend_words(document))
    needs = legend_words(document, Shown([lanes["needs"]], ("pain", "opportunity")))
    assert needs == ["knelpunt"]
    assert legend_words(document, Shown([lanes["heartbeat"]])) == []
    assert "behoefte" not in legend_words(document, Shown(None, ("pain",)))


def test_without_the_findings_no_number_points_at_them():
    numbers = count(1)
    document = templates.create("child", "nl", new_id=lambda: f"{next(numbers):032x}")
    sheet = sheets(document, Request(paper="A3", findings=False), words("nl"))[0]
    axis = next(layer for layer in sheet.drawing.layers if layer.name == "axis")
    assert not [text for text in axis.elements if isinstance(text, Text) and text.colour == "badge.text"]


def test_of_the_notes_on_steps_only_the_kinds_that_are_asked_for_are_printed():
    document = rich.rich(12)
    (sheet,) = sheets(document, Request(tuple(document.journeys), "A1", notes=("need",)), words("nl"))
    shown = {document.notes[target.id].kind for target in sheet.drawing.targets if target.kind == "note"}
    assert shown == {"need"}
