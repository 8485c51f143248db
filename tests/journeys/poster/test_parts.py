"""A journey over several sheets: all of it once, on each sheet what one needs to know, in type of one size."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from journeys import templates
from journeys.errors import UsageError
from journeys.i18n import words
from journeys.layout.drawing import Box, Line, Mark, Photo
from journeys.layout.prospect import prospect
from journeys.layout.split import cut
from journeys.model.time import phases_in_order
from journeys.poster.pages import laid_out, painted, render
from journeys.poster.parts import header
from journeys.poster.preflight import preflight
from journeys.poster.request import Request
from tests.journeys import studies
from tests.journeys.poster import awkward, geometry, rich, several
from tests.journeys.poster.hearing import hear, unmarked
from tests.journeys.poster.several import run_together, said

DOCUMENTS = {
    "rich": rich.rich(40, 3),
    "gaps": awkward.full_of_gaps(),
    "plain": studies.study(60),
    "absurd": several.absurd(1),
}


def first(document):
    return tuple(document.journeys)[:1]


@cache
def made(name, parts, paper="A1", **options):
    document = DOCUMENTS[name]
    return laid_out(document, Request(first(document), paper, language="nl", parts=parts, **options))


SHAPES = [
    ("rich", 2, "A1", False), ("rich", 3, "A3", True), ("rich", 6, "A2", False), ("gaps", 4, "A1", True),
    ("plain", 5, "A3", False), ("plain", 2, "A4", True), ("absurd", 4, "A4", True),
]  # fmt: skip


@pytest.fixture(params=SHAPES, ids=lambda shape: "-".join(map(str, shape)))
def sheets(request):
    name, parts, paper, portrait = request.param
    return made(name, parts, paper, portrait=portrait)


def cards(sheet):
    return [target.id for target in sheet.drawing.targets if target.part == "card"]


def test_nothing_leaves_the_margins_and_no_words_lie_over_others(sheets):
    for sheet in sheets:
        drawing = sheet.drawing
        area = (10, 10, drawing.width - 10, drawing.height - 10)
        shapes = [*geometry.texts(drawing), *geometry.shapes(without_photos(drawing))]
        assert geometry.outside(shapes, *area) == []
        assert geometry.overlapping(geometry.texts(drawing)) == []


def without_photos(drawing):
    def drawn(layer):
        return layer._replace(elements=tuple(one for one in layer.elements if not isinstance(one, Photo)))

    return drawing._replace(layers=tuple(map(drawn, drawing.layers)))


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: "-".join(map(str, shape)))
def test_every_step_and_note_stands_on_one_of_the_sheets_and_once(shape):
    name, parts, paper, portrait = shape
    document, sheets = DOCUMENTS[name], made(name, parts, paper, portrait=portrait)
    steps = {step.id for step in document.steps.values() if step.journey == sheets[0].journey}
    assert Counter(card for sheet in sheets for card in cards(sheet)) == Counter(steps)
    notes = Counter(t.id for sheet in sheets for t in sheet.drawing.targets if t.part == "note")
    assert notes == Counter(note.id for note in document.notes.values() if note.step in steps)


def test_the_phases_follow_each_other_from_sheet_to_sheet():
    document = DOCUMENTS["rich"]
    shown = [layer.phase for sheet in made("rich", 4) for layer in sheet.drawing.layers if layer.lane == "phases"]
    assert shown == [phase.id for phase in phases_in_order(document)]


def test_the_type_is_as_large_on_all_sheets(sheets):
    sizes = [sheet.drawing.base_pt for sheet in sheets]
    assert max(sizes) <= min(sizes) * 1.005


def test_on_more_sheets_the_type_is_larger():
    one, three, six = (made("plain", parts)[0].drawing.base_pt for parts in (1, 3, 6))
    assert one * 1.3 < three < six


def test_the_columns_are_shared_about_evenly():
    document = studies.study(120)
    found = prospect(document, first(document)[0], words("nl"))
    wide = [after - begin for begin, after in cut(document, found, 3)]
    assert sum(wide) == 120
    assert max(wide) <= 2 * min(wide)


def test_a_line_between_sheets_says_at_both_ends_where_it_goes():
    document, sheets = DOCUMENTS["rich"], made("rich", 3)
    place = {card: number for number, sheet in enumerate(sheets) for card in cards(sheet)}
    across = [link for link in document.links.values() if place[link.source] != place[link.target]]
    assert across
    for link in across:
        goes, comes = said(sheets[place[link.source]]), said(sheets[place[link.target]])
        there, here = (document.steps[step].title for step in (link.target, link.source))
        to = f"→ {there} (deel {place[link.target] + 1})" + (f": {link.label}" if link.label else "")
        assert run_together(to) in goes
        assert run_together(f"{here} (deel {place[link.source] + 1}) →") in comes


def test_every_line_stands_on_the_sheets_of_its_ends_with_an_arrow_out_and_in():
    document, sheets = DOCUMENTS["rich"], made("rich", 3)
    place = {card: number for number, sheet in enumerate(sheets) for card in cards(sheet)}
    for link in document.links.values():
        on = {n for n, sheet in enumerate(sheets) for line in lines(sheet) if line.about == link.id and line.arrow}
        ends = {place[link.source], place[link.target]}
        assert on <= ends
        assert len(ends) == 1 or on == ends


def lines(sheet):
    return [one for layer in sheet.drawing.layers for one in layer.elements if isinstance(one, Line)]


def test_what_is_said_on_a_line_to_another_band_is_printed_too():
    document = rich.rich(120, 4)
    (sheet,) = laid_out(document, Request(first(document), language="nl"))
    spoken = [one for one in said(sheet) if "alshetlukt" in one]
    assert any(layer.name.startswith("1/") for layer in sheet.drawing.layers)
    labelled = [link for link in document.links.values() if link.label]
    behind = {step.id for step in document.steps.values() if step.stage == "back"}
    front = [link for link in labelled if not {link.source, link.target} & behind]
    assert len(spoken) >= len(front)


def curves(sheets):
    """Of every band on every sheet: how far its ground is from the curve's ends in ems, and what they are felt like."""
    for sheet in sheets:
        em = sheet.drawing.base_pt * 25.4 / 72
        layers = sheet.drawing.layers
        for ground in (layer for layer in layers if layer.lane == "ground"):
            band = ground.name.removesuffix("ground")
            mine = [one for one in layers if one.name.startswith((f"{band}heartbeat/", f"{band}axis/"))]
            (axis,) = (one for one in mine if one.name.startswith(f"{band}axis/"))
            best, worst = sorted(one.y for one in axis.elements if isinstance(one, Mark))
            run = [
                (x + layer.origin[0], (axis.origin[1] - y - layer.origin[1]) * 4 / (worst - best))
                for layer in mine for one in layer.elements
                if isinstance(one, Line) and one.stroke == "heartbeat" for x, y in one.points
            ]  # fmt: skip
            (left, start), (right, end) = min(run), max(run)
            yield (left - ground.rect.x) / em, (ground.rect.x + ground.rect.w - right) / em, start, end


@pytest.mark.parametrize(("parts", "paper"), [(1, "A1"), (3, "A1"), (6, "A2")])
def test_the_curve_goes_on_to_the_edges_where_it_goes_on_elsewhere(parts, paper):
    found = list(curves(made("plain", parts, paper)))
    assert len(found) > 1
    assert [left < 0.5 for left, *_ in found] == [index > 0 for index in range(len(found))]
    assert [right < 0.5 for _, right, *_ in found] == [index + 1 < len(found) for index in range(len(found))]


def test_the_curve_comes_in_as_high_as_it_went_out():
    found = list(curves(made("plain", 6)))
    for (_, _, _, out), (_, _, into, _) in pairwise(found):
        assert out == pytest.approx(into, abs=0.05)


def test_each_sheet_says_which_part_it_is_of_whose_journey():
    document = DOCUMENTS["rich"]
    names = [phase.name for phase in phases_in_order(document)]
    for number, sheet in enumerate(made("rich", 3), 1):
        spoken = said(sheet)
        part = f"Deel {number} van 3: {names[2 * number - 2]} – {names[2 * number - 1]}"
        assert run_together(part) in spoken
        assert run_together("Een kind krijgen") in spoken
        assert run_together("Persona 1") in spoken
        assert sheet.title == f"Een kind krijgen · Persona 1 · deel {number} van 3"
    assert len({sheet.key for sheet in made("rich", 3)}) == 3


def test_a_part_of_one_phase_is_called_by_its_name_once():
    names = [phase.name for phase in phases_in_order(DOCUMENTS["plain"])]
    assert run_together(f"Deel 2 van 6: {names[1]}") in said(made("plain", 6)[1])


def test_every_finding_stands_once_where_its_phase_is_with_the_number_it_has_on_one_sheet():
    def numbers(sheet):
        (layer,) = (layer for layer in sheet.drawing.layers if layer.name == "findings")
        return {one.about: one.fill for one in layer.elements if isinstance(one, Box)}, [
            text.lines[0] for text in layer.elements if hasattr(text, "lines") and text.lines[0].isdigit()
        ]

    (whole,) = made("gaps", 1)
    found = [number for sheet in made("gaps", 4) for number in numbers(sheet)[1]]
    assert sorted(found) == sorted(numbers(whole)[1])
    for sheet in made("gaps", 4):
        flags = [
            text.lines[0] for layer in sheet.drawing.layers if layer.lane == "presence"
            for text in layer.elements if hasattr(text, "lines") and text.lines[0].isdigit()
        ]  # fmt: skip
        assert sorted(flags) == sorted(numbers(sheet)[1])


def test_the_axis_is_whole_on_every_sheet_and_shows_where_the_part_is():
    for sheet in made("plain", 3):
        (axis,) = (layer for layer in sheet.drawing.layers if layer.name == "axis")
        bars = [one for one in axis.elements if isinstance(one, Box) and one.about]
        assert len(bars) == 6
        thick = max(bar.rect.h for bar in bars)
        shown = [index for index, bar in enumerate(bars) if bar.rect.h > thick * 0.9]
        own = [layer.phase for layer in sheet.drawing.layers if layer.lane == "phases"]
        assert [bars[index].about for index in shown] == own
        (frame,) = (one for one in axis.elements if isinstance(one, Box) and one.stroke == "text")
        assert frame.rect.x <= bars[shown[0]].rect.x + 0.001
        assert frame.rect.x + frame.rect.w >= bars[shown[-1]].rect.x + bars[shown[-1]].rect.w - 0.001


def test_preflight_looks_at_all_parts_together_and_loses_nothing():
    for document in DOCUMENTS.values():
        items = preflight(document, Request(first(document), language="nl", parts=3))
        assert [item.code for item in items if item.code.startswith("left_out")] == []


def test_the_number_of_sheets_that_is_advised_is_enough():
    document = studies.study(60)
    asked = Request(first(document), "A0", language="nl")
    (advice,) = (item for item in preflight(document, asked) if item.code == "advice.split")
    parts = int(advice.values["sheets"])
    codes = {item.code for item in preflight(document, Request(first(document), "A0", language="nl", parts=parts))}
    assert not codes & {"type.small", "advice.split", "advice.paper"}
    fewer = {item.code for item in preflight(document, Request(first(document), "A0", language="nl", parts=parts - 1))}
    assert "type.small" in fewer


@pytest.mark.parametrize("parts", [0, -1, 7, 21])
def test_a_number_of_sheets_that_cannot_be_is_refused(parts):
    document = DOCUMENTS["plain"]
    with pytest.raises(UsageError) as refused:
        laid_out(document, Request(first(document), parts=parts))
    assert refused.value.code == "poster.parts"
    assert refused.value.values["most"] == 6


def test_phases_without_steps_and_journeys_without_any_have_their_sheets_too():
    document = studies.study(0)
    found = laid_out(document, Request(first(document), "A3", language="nl", parts=6))
    assert len(found) == 6
    assert all(sheet.drawing.layers for sheet in found)


def test_true_to_time_each_part_has_its_own_axis_and_the_same_type():
    document = templates.create("child", "nl")
    found = laid_out(document, Request(first(document), "A2", language="nl", parts=3, axis="true"))
    sizes = [sheet.drawing.base_pt for sheet in found]
    assert max(sizes) <= min(sizes) * 1.01
    for sheet in found:
        assert geometry.overlapping(geometry.texts(sheet.drawing)) == []


def test_the_pages_are_heard_one_after_the_other_each_with_its_title_and_table():
    document = DOCUMENTS["rich"]
    pdf = painted(document, Request(first(document), "A2", language="nl", parts=3), made("rich", 3, "A2"))
    assert unmarked(pdf) == []
    for number in range(3):
        heard = hear(pdf, number)
        (title,), (table,) = heard.find("H1"), heard.find("Table")
        assert title.text == "Een kind krijgen"
        assert f"Deel {number + 1} van 3" in " ".join(one.text for one in heard.find("P"))
        rows = [row.within for row in table.within]
        assert len({len(row) for row in rows}) == 1
        assert len(rows[0]) == 3


def test_parts_can_be_cut_up_on_small_sheets_and_the_same_study_makes_the_same_bytes():
    document = DOCUMENTS["plain"]
    request = Request(first(document), "A2", language="nl", parts=2, tile="A4")
    assert render(document, request) == render(document, request)


@pytest.mark.parametrize("part", ["", "1 van 2"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_pill_of_a_journey_fits_a_strip_of_paper_that_is_read_from_far_away(part, language):
    journey = replace(next(iter(studies.study(6).journeys.values())), variant="desired")
    pill = header._tag(journey, part, 40.0, 4.0, words(language))
    boxes = [each.rect for each in pill.elements if isinstance(each, Box)]
    assert boxes
    assert max(rect.x + rect.w for rect in boxes) <= 40.01
