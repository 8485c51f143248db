"""Verbs on saved views: one edit each, with a sentence; and what becomes of them when their study changes."""

from __future__ import annotations

import pytest

from journeys.edits import journeys, lanes, phases, views
from journeys.edits.views import Seen
from journeys.errors import EditError
from journeys.i18n import words
from journeys.phrases import edit_text
from journeys.phrases.views import suggested_name, told
from journeys.session import Session
from tests.journeys.studies import study

DUTCH, ENGLISH = words("nl"), words("en")


@pytest.fixture
def session():
    made = Session(study(9, 2), lambda _: None)
    ids = list(made.document.journeys)
    shown = [lane.id for lane in lanes.in_order(made.document)]
    phase = sorted(made.document.phases.values(), key=lambda phase: phase.start_day)[1].id
    for name, seen in (
        ("Een", Seen((ids[0],), tuple(shown[:3]))),
        ("Twee", Seen((ids[0], ids[1]), tuple(shown), "time", "true", "map", 120, phase)),
        ("Drie", Seen(tuple(ids), shown="compare")),
    ):  # fmt: skip
        made.apply(views.add(made.document, name, seen))
    return made


def names(session):
    return [view.name for view in views.in_order(session.document)]


def called(session, name):
    return next(view for view in session.document.views.values() if view.name == name)


def do(session, edit, sentence):
    assert edit_text(edit, DUTCH) == sentence
    before = session.document.snapshot()
    session.apply(edit)
    after = session.document.snapshot()
    session.apply(edit.inverse())
    assert session.document == before
    session.apply(edit)
    assert session.document == after


def test_a_view_moves_to_the_very_first_and_last_place_and_no_further(session):
    for by, order in ((-9, ["Drie", "Een", "Twee"]), (1, ["Een", "Drie", "Twee"]), (9, ["Een", "Twee", "Drie"])):
        session.apply(views.move(session.document, called(session, "Drie").id, by))
        assert names(session) == order


def test_each_verb_is_one_edit_with_a_sentence_and_can_be_taken_back(session):
    seen = Seen((next(iter(session.document.journeys)),), shown="table")
    do(session, views.add(session.document, "  Vier ", seen), "Weergave toegevoegd: “Vier”")
    do(session, views.rename(session.document, called(session, "Vier").id, "Tabel"), "Weergave hernoemd: “Tabel”")
    do(session, views.move(session.document, called(session, "Tabel").id, -2), "Weergave verplaatst: “Tabel”")
    assert names(session) == ["Een", "Tabel", "Twee", "Drie"]
    do(session, views.duplicate(session.document, called(session, "Een").id), "Weergave gedupliceerd: “Een”")
    assert names(session) == ["Een", "Een (2)", "Tabel", "Twee", "Drie"]
    do(session, views.update(session.document, called(session, "Drie").id, seen),
       "Weergave vervangen door wat te zien was: “Drie”")  # fmt: skip
    assert views.seen_in(called(session, "Drie")) == seen
    both = tuple(session.document.journeys)[::-1]
    do(session, views.choose_journeys(session.document, called(session, "Een").id, both),
       "Andere reizen in weergave: “Een”")  # fmt: skip
    assert called(session, "Een").journeys == both
    do(session, views.delete(session.document, called(session, "Tabel").id), "Weergave verwijderd: “Tabel”")


def test_a_view_keeps_its_name_and_place_when_it_is_replaced(session):
    before = called(session, "Twee")
    session.apply(views.update(session.document, before.id, Seen()))
    after = session.document.views[before.id]
    assert (after.name, after.order) == (before.name, before.order)


def test_two_views_never_have_one_name(session):
    session.apply(views.add(session.document, "een", Seen()))
    session.apply(views.rename(session.document, called(session, "Drie").id, "TWEE"))
    assert names(session) == ["Een", "Twee", "TWEE (2)", "een (2)"]


def test_a_long_name_leaves_room_for_its_number(session):
    for _ in range(2):
        session.apply(views.add(session.document, "x" * 200, Seen()))
    assert sorted(len(name) for name in names(session))[-2:] == [200, 200]


def test_a_view_cannot_be_called_nothing(session):
    with pytest.raises(EditError):
        session.apply(views.rename(session.document, called(session, "Een").id, "   "))


def test_deleting_what_a_view_names_leaves_the_view_without_it(session):
    view = called(session, "Twee")
    session.apply(journeys.delete(session.document, view.journeys[0]))
    assert session.document.views[view.id].journeys == view.journeys[1:]
    session.apply(phases.delete(session.document, view.phase))
    heir = min(session.document.phases.values(), key=lambda phase: phase.start_day)
    assert session.document.views[view.id].phase == heir.id
    own = lanes.add(session.document, "Eigen")
    session.apply(own)
    session.apply(views.update(session.document, view.id, Seen(view.journeys[1:], own.subjects)))
    session.apply(lanes.delete(session.document, own.subjects[0]))
    assert session.document.views[view.id].lanes == ()


def test_a_view_that_is_left_without_journeys_says_so(session):
    view = called(session, "Een")
    session.apply(journeys.delete(session.document, view.journeys[0]))
    left = session.document.views[view.id]
    assert told(session.document, left, DUTCH) == "Kaart · de reizen zijn verwijderd"
    assert told(session.document, left, ENGLISH) == "Map · its journeys are deleted"


def test_what_a_view_shows_is_told_in_one_line(session):
    phase = session.document.phases[called(session, "Twee").phase].name
    line = told(session.document, called(session, "Twee"), DUTCH)
    assert line.endswith(f"· 2 reizen · tijdlens · tijd op schaal · 120 % · vanaf {phase}")


@pytest.mark.parametrize(
    ("seen", "ending"),
    [
        (Seen(lens="time"), "tijdlens"), (Seen(axis="true"), "tijd op schaal"), (Seen(), "kaart"),
        (Seen(shown="table", lens="time"), "tabel"), (Seen(shown="compare"), "vergelijking"),
        (Seen(shown="ecosystem"), "netwerk"),
    ],
)  # fmt: skip
def test_the_suggested_name_says_who_and_what_is_special(session, seen, ending):
    from dataclasses import replace

    journey = next(iter(session.document.journeys.values()))
    who = session.document.personas[journey.persona].name
    name = suggested_name(session.document, replace(seen, journeys=(journey.id,)), DUTCH)
    assert name == f"{who} – {ending}"


def test_a_zoomed_view_is_suggested_by_the_phase_at_which_it_begins(session):
    seen = views.seen_in(called(session, "Twee"))
    phase = session.document.phases[seen.phase].name
    plain = Seen(seen.journeys, zoom=120, phase=seen.phase)
    assert suggested_name(session.document, plain, ENGLISH).endswith(f"– {phase}")
