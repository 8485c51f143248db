"""What saved views are for: presenting and printing."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from app import present, saved_views
from app.dialogs.poster import PosterDialog
from journeys.edits import views
from tests.app.saved_views.conftest import is_chosen, named, rest


@pytest.fixture
def two(window, view, kept):
    kept("Kaart")
    view.show_lens("time")
    view.map.set_choices(axis="true")
    document = view.session.document
    ids = [journey.id for journey in document.journeys.values() if journey.variant == "current"]
    view.context.do(lambda: views.choose_journeys(document, kept("Tijd").id, ids[:2]))
    return window


def poster(window):
    return next(iter(window.findChildren(PosterDialog)), None)


@pytest.fixture
def dialog(two, view):
    saved_views.print_it(view, named(two, "Tijd").id)
    rest()
    yield poster(two)
    if poster(two) is not None:
        poster(two).close()


def test_a_view_is_presented_with_its_journeys_and_its_lens(two, view):
    saved_views.present(view, named(two, "Tijd").id)
    rest()
    running = present.running(two)
    assert running is not None
    assert running.gallery.show.journeys == named(two, "Tijd").journeys
    assert (running.gallery.show.lens, running.gallery.show.axis) == ("time", "true")
    running.end()
    rest()


def test_the_poster_asks_for_what_the_view_says_until_one_chooses_otherwise(two, dialog):
    request = dialog.options.request()
    assert dialog.options.saved.view == named(two, "Tijd").id
    assert set(request.journeys) == set(named(two, "Tijd").journeys)
    assert (request.kind, request.lens, request.axis) == ("journey", "time", "true")
    lens = dialog.options.contents.lens
    lens.setCurrentIndex(0)
    lens.activated.emit(0)
    rest()
    assert dialog.options.saved.view is None
    assert dialog.options.saved.which.currentText() == "Geen: zoals hier gekozen"


def test_a_view_of_another_kind_is_another_poster_and_one_that_is_deleted_is_let_go(two, view, dialog):
    paper = dialog.options.paper.written
    view.context.do(lambda: views.update(view.session.document, named(two, "Kaart").id, views.Seen(
        named(two, "Tijd").journeys, shown="compare")))  # fmt: skip
    field = dialog.options.saved.which
    field.setCurrentIndex(1)
    field.activated.emit(1)
    rest()
    assert dialog.options.request().kind == "compare"
    assert dialog.kinds.kind == "compare"
    assert dialog.options.paper.written == paper
    view.context.do(lambda: views.delete(view.session.document, named(two, "Kaart").id))
    rest()
    assert dialog.options.saved.view is None
    assert dialog.options.saved.which.count() == 2


def test_without_views_the_poster_asks_nothing_about_them(window, view, command):
    command("poster")
    assert poster(window).options.saved.isHidden()
    poster(window).close()
    rest()


def test_in_a_list_the_view_is_presented_and_printed_by_its_buttons(two, view, command):
    command("saved_views")
    from tests.app.saved_views.conftest import panel_of

    panel = panel_of(two)
    panel.print_it.click()
    rest()
    assert panel_of(two) is None
    assert poster(two).options.saved.view == named(two, "Tijd").id
    poster(two).close()
    rest()
    assert is_chosen(two)[0] == "Tijd"
    QTest.qWait(0)
