"""A saved view as a show: what it says, and what is gone left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import journeys, phases
from journeys.layout.slides.from_view import show_of
from journeys.model.entities import View
from journeys.poster.from_view import filled
from journeys.poster.request import Request
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def session():
    return Session(study(9, 2), lambda _: None)


@pytest.fixture
def view(session):
    document = session.document
    return View("f" * 32, "Alles", tuple(document.journeys), tuple(document.lanes)[:2], "time", "true", 0, "map", 90,
                next(iter(document.phases)))  # fmt: skip


def test_a_view_is_presented_with_all_it_says(session, view):
    show = show_of(session.document, view)
    assert (show.journeys, show.lanes, show.lens, show.axis) == (view.journeys, view.lanes, "time", "true")
    assert show.phase == view.phase
    assert show.way == "phases"


def test_what_is_gone_is_left_out_and_a_view_without_lanes_has_those_of_the_study(session, view):
    session.apply(journeys.delete(session.document, view.journeys[0]))
    session.apply(phases.delete(session.document, view.phase))
    show = show_of(session.document, replace(view, lanes=()))  # the view itself is in no study, and was not mended
    assert show.journeys == view.journeys[1:]
    assert show.phase is None
    assert show.lanes is None


def test_a_lens_that_only_another_program_has_is_no_lens(session, view):
    assert show_of(session.document, replace(view, lens="weather")).lens == ""
    assert filled(session.document, replace(view, lens="marks"), Request("journey")).lens == ""


def test_a_view_without_any_journey_left_still_presents_one(session, view):
    show = show_of(session.document, replace(view, journeys=()))
    assert len(show.journeys) == 1
    assert show.journeys[0] in session.document.journeys
