"""Personas compared on one sheet: every journey in its band, what they share and in what they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import poster
from journeys.analysis import compare
from journeys.analysis.shared import together
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Box, Line, Mark
from journeys.model.document import Document
from journeys.phrases import compare as phrased
from journeys.poster import inks
from journeys.poster.kinds.compare.band import CURVE_MM
from journeys.poster.pdf.painter import roles
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich
from tests.journeys.poster.several import absurd, check, child, child_sheet, said, says, sheet_of

PAPERS = [
    (1, "A4", False), (2, "A3", True), (3, "1200x150mm", False), (8, "A1", False), (8, "148x600mm", False),
    (20, "A4", False), (20, "A0", True),
]  # fmt: skip
LONG = [("A4", False, "nl"), ("A4", True, "en"), ("A1", False, "nl"), ("148x600mm", False, "nl")]
SAY = words("nl")


@pytest.mark.parametrize(("personas", "paper", "portrait"), PAPERS)
def test_any_number_of_personas_fits_any_paper(personas, paper, portrait):
    check(sheet_of("compare", studies.study(12, personas), paper, portrait=portrait))


@pytest.mark.parametrize(("paper", "portrait", "language"), LONG)
def test_absurdly_long_words_fit_too_and_none_is_cut(paper, portrait, language):
    sheet = sheet_of("compare", absurd(), paper, portrait=portrait, language=language)
    check(sheet)
    assert not [text for text in said(sheet) if text.endswith("…")]


@pytest.mark.parametrize("document", [rich.rich(120, 4), studies.study(120, 3), awkward.full_of_gaps(24)])
def test_crowded_journeys_fit(document):
    check(sheet_of("compare", document, "A3"))


def test_every_journey_has_a_band_with_persona_presence_heartbeat_and_words():
    document = child()
    sheet = child_sheet("compare")
    layers = {layer.name: layer for layer in sheet.drawing.layers}
    for journey in document.journeys.values():
        persona = document.personas[journey.persona]
        for text in (persona.name, persona.tagline, persona.quote):
            assert says(sheet, text)
        faces = [mark for mark in layers[f"heartbeat/{journey.id}"].elements if isinstance(mark, Mark)]
        (row,) = (row for row in compare.journeys(document, [journey.id]).rows)
        assert {mark.about for mark in faces} == {beat.step for beat in row.beats}
        for cell in row.cells:
            assert any(element.about == cell.phase for element in layers[f"cell/{journey.id}/{cell.phase}"].elements)
            if cell.words:
                assert says(sheet, document.notes[cell.words].text.strip("“”"))
    assert says(sheet, "Laagste punt: Erkenning?")


def test_a_flag_has_the_number_under_which_its_phase_is_told():
    document = child()
    sheet = child_sheet("compare")
    seen = together(document, list(document.journeys))
    layers = {layer.name: layer for layer in sheet.drawing.layers}
    findings = [text for text in layers["findings"].elements if getattr(text, "lines", ())]
    for number, gap in enumerate(seen.gaps, 1):
        for one in gap.gaps:
            cell = layers[f"cell/{one.journey}/{gap.phase}"]
            assert (str(number),) in [element.lines for element in cell.elements if hasattr(element, "lines")]
        assert (str(number),) in [text.lines for text in findings]
        assert says(sheet, document.phases[gap.phase].name)


def test_the_totals_say_in_how_many_journeys_the_scope_is_absent():
    document = studies.study(12, 3)
    sheet = sheet_of("compare", document)
    for index, phase in enumerate(compare.journeys(document, list(document.journeys)).phases):
        rows = compare.journeys(document, list(document.journeys)).rows
        gaps = sum(row.cells[index].level == "absent" for row in rows)
        (cell,) = (layer for layer in sheet.drawing.layers if layer.name == f"totals/{phase}")
        assert (f"{gaps} van 3",) in [element.lines for element in cell.elements if hasattr(element, "lines")]


def test_differences_and_what_all_share_are_said_in_sentences():
    document = child()
    current = [journey.id for journey in document.journeys.values() if journey.variant == "current"]
    compared = compare.journeys(document, current)
    sheet = child_sheet("compare")
    assert compared.differences
    for one in compared.differences:
        assert says(sheet, phrased.difference_sentence(one, compared, document, SAY))
    assert says(sheet, "Bij iedereen: Zwanger!, Bevalling en Eerste jaar.")
    assert says(sheet, "Alleen bij sommigen: Voorbereiden.")


def test_current_and_desired_are_told_apart_in_words_and_compared():
    sheet = child_sheet("compare")
    assert says(sheet, "HUIDIGE REIS")
    assert says(sheet, "GEWENSTE REIS")
    assert says(sheet, "Sanne & Youssef, gewenste reis. Gaten: van 4 naar 0.")
    current = tuple(j.id for j in child().journeys.values() if j.variant == "current")
    assert not says(child_sheet("compare", journeys=current), "GEWENSTE REIS")


def test_only_the_chosen_journeys_are_compared_in_their_order():
    document = studies.study(8, 4)
    _, second, _, fourth = document.journeys
    sheet = sheet_of("compare", document, journeys=(fourth, second))
    bands = [layer.name for layer in sheet.drawing.layers if layer.name.startswith("heartbeat/")]
    assert bands == [f"heartbeat/{fourth}", f"heartbeat/{second}"]
    assert not says(sheet, "Persona 3")
    with pytest.raises(UsageError):
        sheet_of("compare", document, journeys=("0" * 32,))


def test_two_journeys_of_one_persona_are_told_apart_by_their_titles():
    document = studies.study(8, 2)
    first, second = document.journeys.values()
    twice = Document.of(
        replace(entity, persona=first.persona, title="Een tweede reis") if entity.id == second.id else entity
        for _, entity in document
    )
    assert says(sheet_of("compare", twice), "Een tweede reis")


def test_the_strips_of_the_axis_are_true_to_scale():
    document = child()
    (axis,) = (layer for layer in child_sheet("compare").drawing.layers if layer.name == "axis")
    bars = [element for element in axis.elements if isinstance(element, Box) and element.about]
    assert len(bars) == len(document.journeys) * len(document.phases)
    seen = together(document, list(document.journeys)).journeys[0]
    days = [found.end - found.start for found in seen.phases]
    wide = [bar.rect.w for bar in bars[: len(days)]]
    assert [one / sum(wide) for one in wide] == pytest.approx([day / sum(days) for day in days])


def test_the_curve_stays_within_the_field_of_its_band():
    for document in (child(), studies.study(60, 5), absurd()):
        for layer in sheet_of("compare", document, "A3").drawing.layers:
            if layer.lane == "heartbeat":
                fields = [element.rect for element in layer.elements if isinstance(element, Box)]
                for element in layer.elements:
                    ys = [y for _, y in element.points] if isinstance(element, Line) else [
                        element.y, element.y + element.size
                    ] if isinstance(element, Mark) else []  # fmt: skip
                    assert all(-0.01 <= y <= fields[0].h + 0.01 for y in ys)


def test_words_stand_free_of_faces():
    for paper in ("A4", "A1"):
        drawing = child_sheet("compare", paper).drawing
        faces = [spot for spot in geometry.shapes(drawing) if spot.what.startswith("face")]
        for text in geometry.texts(drawing):
            assert not [
                face for face in faces
                if max(face.left, text.left) < min(face.right, text.right)
                and max(face.top, text.top) < min(face.bottom, text.bottom)
            ]  # fmt: skip


@pytest.mark.parametrize("personas", [2, 3, 4])
def test_the_sheet_is_filled_to_its_foot_and_type_is_large(personas):
    for paper, portrait in (("A1", False), ("A1", True)):
        drawing = sheet_of("compare", studies.study(12, personas), paper, portrait=portrait).drawing
        spots = sorted(geometry.shapes(drawing), key=lambda spot: spot.top)
        bottom, empty = 0.0, 0.0
        for spot in [*spots, *geometry.texts(drawing)]:
            bottom = max(bottom, spot.bottom)
        down = 0.0
        for spot in sorted([*spots, *geometry.texts(drawing)], key=lambda spot: spot.top):
            empty = max(empty, spot.top - down) if down else 0.0
            down = max(down, spot.bottom)
        assert bottom > 0.95 * drawing.height
        assert empty < 0.09 * drawing.height
        assert drawing.base_pt > 1.8


def test_nothing_to_compare_says_what_to_do():
    sheet = sheet_of("compare", studies.study(0, 0), "A4")
    check(sheet)
    assert says(sheet, "Maak een persona met een reis")
    unmapped = sheet_of("compare", studies.study(0, 3), "A4")
    check(unmapped)
    assert says(unmapped, "nog niet ingevuld")
    assert not says(unmapped, "geen verschil")


def test_findings_and_quotes_are_left_out_on_request():
    assert says(child_sheet("compare"), "Niemand vertelde ons dit")
    bare = child_sheet("compare", findings=False, notes=("need",))
    assert not says(bare, "Niemand vertelde ons dit")
    assert not says(bare, "Waarin ze verschillen")
    check(bare)


def test_few_personas_get_high_curves():
    sheet = sheet_of("compare", studies.study(12, 2))
    fields = [layer.rect.h for layer in sheet.drawing.layers if layer.lane == "heartbeat"]
    assert min(fields) > 1.5 * CURVE_MM * sheet.drawing.base_pt


def test_curves_have_words_for_who_does_not_see_them():
    document = child()
    sheet = child_sheet("compare")
    assert set(sheet.alts) == {f"heartbeat/{journey}" for journey in document.journeys} | {"axis", "corner"}
    first, wanted = list(document.journeys)[:2]
    assert (document.journeys[first].variant, document.journeys[wanted].variant) == ("current", "desired")
    assert sheet.alts[f"heartbeat/{first}"].startswith("Beleving van Sanne & Youssef (huidig): ")
    assert sheet.alts[f"heartbeat/{wanted}"].startswith("Beleving van Sanne & Youssef (gewenst): ")
    assert "−2 bij “Erkenning?”" in sheet.alts[f"heartbeat/{first}"]


def test_rows_and_columns_form_a_table():
    document = child()
    layers = child_sheet("compare").drawing.layers
    assert [layer.phase for layer in layers if layer.lane == "phases"]
    for journey in document.journeys:
        (title,) = (layer for layer in layers if layer.lane == "titles" and layer.name == f"name/{journey}")
        cells = [layer for layer in layers if layer.lane == f"journey/{journey}"]
        assert len(cells) == len(document.phases)
        assert all(cell.order > title.order for cell in cells)


def test_portraits_cover_the_discs():
    document = child()
    sheet = child_sheet("compare", "A3", portrait=True)
    assert [face.persona for face in sheet.portraits] == [journey.persona for journey in document.journeys.values()]
    discs = [(s.left, s.top) for s in geometry.shapes(sheet.drawing) if s.about in document.personas]
    assert [(face.disc.x, face.disc.y) for face in sheet.portraits] == [pytest.approx(disc) for disc in discs]


def test_all_inks_know_its_colours():
    for ink in inks.INKS:
        assert set(roles(child_sheet("compare").drawing)) <= set(inks.palette(ink))


def test_the_same_study_gives_the_same_bytes():
    request = Request(kind="compare", paper="A3")
    assert poster.render(studies.study(12, 3), request) == poster.render(studies.study(12, 3), request)


@pytest.mark.parametrize("personas", [1, 3, 8])
def test_the_lowest_point_is_named_under_its_face(personas):
    drawing = sheet_of("compare", studies.study(8, personas)).drawing
    faces = [spot for spot in geometry.shapes(drawing) if spot.what == "face-2"]
    named = [spot for spot in geometry.texts(drawing) if spot.what.startswith("Laagste punt")]
    assert len(named) == personas
    for spot in named:
        assert any(0 <= spot.top - face.bottom < 25 and face.left < spot.right for face in faces)
