"""Whatever is asked of whatever study: a poster that holds, or a sentence why not; never anything else."""

from __future__ import annotations

from io import BytesIO
from math import isfinite

import pypdfium2
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from journeys.errors import UsageError
from journeys.i18n import words
from journeys.messages import MESSAGES, error_text
from journeys.poster import pages
from journeys.poster.pdf.press import press
from journeys.poster.preflight import of_sheets
from journeys.poster.preflight.printed import subjects
from journeys.poster.request import KINDS, Request
from tests.journeys import studies
from tests.journeys.poster import geometry
from tests.journeys.poster.any_poster import TODAY, posters

USUAL = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)  # to shrink a whole study takes minutes
NEAR_PT = 0.3


def holds(document, request):
    """Twice the same bytes; boxes as asked; nothing beside the paper; what is cut or left out is told."""
    made, refused = laid_out(document, request)
    if refused is not None:
        assert refused.code in MESSAGES
        assert error_text(refused, words("nl"))
        return
    assert made
    for sheet in made:
        wide, high = sheet.drawing.width, sheet.drawing.height
        spots = geometry.texts(sheet.drawing) + geometry.shapes(sheet.drawing)
        assert all(isfinite(side) for spot in spots for side in spot[:4])
        assert geometry.outside(spots, 0, 0, wide, high) == [], sheet.title
    items = of_sheets(document, request, made, {}, TODAY)
    if request.kind == "journey":
        told = {id_ for item in items for id_ in item.subjects}
        assert written(document, made) <= told | {about for sheet in made for about in subjects(sheet.drawing)}
    pdf = pages.painted(document, request, made)
    assert pages.render(document, request) == pdf
    boxes(pdf, made, request)


def laid_out(document, request):
    """The sheets, or why there are none."""
    try:
        return pages.laid_out(document, request), None
    except UsageError as refused:
        return [], refused


def written(document, made):
    """The steps and notes of the journeys on these sheets."""
    journeys = {sheet.journey for sheet in made}
    steps = {step.id for step in document.steps.values() if step.journey in journeys}
    notes = {note.id for note in document.notes.values() if note.step in steps or note.journey in journeys}
    return steps | notes


def boxes(pdf, made, request):
    """As another reader finds them: as many pages as sheets, each as large as it is cut, with room around it."""
    document = pypdfium2.PdfDocument(BytesIO(pdf))
    try:
        if request.tile is not None:
            assert len(document) >= len(made)
            return
        assert len(document) == len(made)
        for page, sheet in zip(document, made, strict=True):
            edges = press(sheet.drawing.width, sheet.drawing.height, request)
            found = (*page.get_mediabox()[2:], *page.get_trimbox())
            wanted = [side * 72 / 25.4 for side in (*edges.page, *edges.trim_box)]
            assert found == pytest.approx(wanted, abs=NEAR_PT)
    finally:
        document.close()


@settings(max_examples=30, suppress_health_check=USUAL, phases=UNSHRUNK)
@given(posters())
def test_any_poster_holds_or_is_refused_in_a_sentence(asked):
    holds(*asked)


@pytest.mark.long
@pytest.mark.timeout(0)
@settings(max_examples=2_000, suppress_health_check=USUAL)
@given(posters())
def test_thousands_of_posters_hold(asked):
    holds(*asked)


@pytest.mark.parametrize("kind", ["journey", "blank"])
@pytest.mark.parametrize("reading", ["lane", "phase"])
@pytest.mark.parametrize("lanes", [(), ("nergens",)])
def test_a_poster_without_any_lane_is_still_a_poster(kind, reading, lanes):
    holds(studies.study(6), Request(kind=kind, lanes=lanes, reading=reading))


@pytest.mark.parametrize("kind", KINDS)
def test_the_narrowest_paper_takes_every_kind(kind):
    """Once the names beside the phases took more than the width, and what was left was less than nothing."""
    request = Request(kind=kind, paper="148x5000")
    holds(studies.study(8, 2), request)
    for sheet in pages.laid_out(studies.study(8, 2), request):
        assert all(layer.rect.w >= 0 and layer.rect.h >= 0 for layer in sheet.drawing.layers)


def test_every_page_of_a_report_can_be_looked_at_alone():
    """It leads to pages that are not there then, and its chapters begin in the middle."""
    document, request = studies.study(16, 2), Request(kind="report", paper="A4", portrait=True)
    made = pages.laid_out(document, request)
    assert any(sheet.jumps for sheet in made)
    for sheet in made:
        assert pages.painted(document, request, [sheet]).startswith(b"%PDF")
