"""A long journey stands on paper in bands: every card once, the type larger, and the flow can be followed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from journeys.i18n import words
from journeys.layout.bands import fit_bands
from journeys.layout.drawing import Line, Text
from journeys.layout.gather import Gathering
from journeys.layout.paper import fit_map
from journeys.layout.reckon import Reckoning
from journeys.layout.spec import MapSpec
from journeys.layout.windows import windows
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.model.values import Contact
from tests.journeys import studies

SAY = words("nl")


def journey_of(document) -> str:
    return next(iter(document.journeys))


def fitted(document, width=800.0, height=400.0):
    return fit_bands(document, journey_of(document), width, height, SAY)


def bands(drawing) -> set[str]:
    return {layer.name.split("/")[0] for layer in drawing.layers}


@pytest.mark.parametrize("steps", [40, 81, 300])
def test_every_card_and_note_stands_in_exactly_one_band(steps):
    document = studies.study(steps)
    drawing = fitted(document)
    found = Counter((target.part, target.id) for target in drawing.targets if target.part in {"card", "note", "face"})
    assert {id_ for part, id_ in found if part == "card"} == set(document.steps)
    assert {id_ for part, id_ in found if part == "note"} == set(document.notes)
    assert set(found.values()) == {1}


def test_bands_make_the_type_of_a_long_journey_much_larger():
    document = studies.study(80)
    one = fit_map(document, journey_of(document), 800, 400, SAY)
    assert len(bands(fitted(document))) > 2
    assert fitted(document).base_pt > 1.75 * one.base_pt


def test_a_short_journey_stays_in_one_piece():
    document = studies.study(8)
    assert fitted(document) == fit_map(document, journey_of(document), 800, 400, SAY)


def test_all_bands_are_as_wide_as_the_paper_and_lie_under_each_other():
    drawing = fitted(studies.study(120))
    assert drawing.width == pytest.approx(800)
    assert drawing.height <= 400
    grounds = [layer.rect for layer in drawing.layers if layer.name.endswith("/ground")]
    assert all(rect.x + rect.w == pytest.approx(800, abs=0.5) for rect in grounds)
    for upper, lower in pairwise(grounds):
        assert upper.y + upper.h < lower.y


def test_the_presence_of_a_phase_is_judged_over_all_its_steps_in_every_band():
    study = studies.study(120)
    midwife = next(party.id for party in study.parties.values() if party.kind == "care")
    document = Document.of(
        replace(entity, contacts=(Contact(midwife),), nobody=False)
        if isinstance(entity, Step) and entity.column
        else entity
        for _, entity in study
    )
    drawing = fitted(document)
    strips = [layer for layer in drawing.layers if layer.lane == "presence"]
    words_of_phase: dict[str | None, set[tuple[str, ...]]] = {}
    for layer in strips:
        said = words_of_phase.setdefault(layer.phase, set())
        said |= {element.lines for element in layer.elements if isinstance(element, Text)}
    assert len(strips) > len(words_of_phase)
    assert all(len(said) == 1 for said in words_of_phase.values())


def test_a_phase_that_goes_on_says_so_and_arrows_lead_from_band_to_band():
    drawing = fitted(studies.study(120))
    heads = [
        e.lines for layer in drawing.layers if layer.lane == "phases" for e in layer.elements if isinstance(e, Text)
    ]
    assert any("(vervolg)" in " ".join(lines) for lines in heads)
    onward = [e for layer in drawing.layers if layer.name.endswith("/onward") for e in layer.elements]
    assert len(onward) == 2 * (len(bands(drawing)) - 1)
    assert all(isinstance(line, Line) and line.arrow for line in onward)


@pytest.mark.parametrize("count", [2, 3, 5, 9])
def test_windows_cover_every_column_once_in_about_equal_parts(count):
    document = studies.study(77)
    gathered = Gathering(document, journey_of(document))
    found = windows(Reckoning(document, gathered, MapSpec(gathered.journey)), count, 0.12)
    assert found[0][0] == 0
    assert found[-1][1] == 77
    assert all(one[1] == other[0] for one, other in pairwise(found))
    sizes = [after - first for first, after in found]
    assert max(sizes) <= 1.5 * 77 / count + 1
