"""Lanes are shown, hidden, put in order, renamed, added and deleted; each change is one edit that says what it did."""

from __future__ import annotations

import pytest

from journeys.edits import lanes
from journeys.errors import EditError
from journeys.i18n import words
from journeys.phrases import edit_text
from tests.journeys.studies import ids, study

SAY = words("en")


@pytest.fixture
def document():
    return study(3)


def kinds(document):
    return [lane.kind for lane in lanes.in_order(document)]


def of(document, kind):
    return next(lane.id for lane in lanes.in_order(document) if lane.kind == kind)


def do(document, edit):
    document.write(edit.changes)
    return edit_text(edit, SAY)


def test_a_lane_moves_up_and_down_and_stops_at_the_edge(document):
    needs = of(document, "needs")
    assert do(document, lanes.move(document, needs, -2)) == "Lane moved: “Needs & pain points”"
    assert kinds(document)[1] == "needs"
    do(document, lanes.move(document, needs, 99))
    assert kinds(document)[-1] == "needs"
    assert not lanes.move(document, needs, 1)


def test_moving_on_the_map_passes_over_what_is_hidden(document):
    do(document, lanes.show(document, of(document, "heartbeat"), shown=False))
    do(document, lanes.move_among(document, of(document, "contact"), -1))
    assert kinds(document)[:3] == ["contact", "steps", "heartbeat"]


def test_a_new_lane_stands_below_the_one_it_was_made_from(document):
    do(document, lanes.add(document, "Systems", after=of(document, "steps"), create_id=ids(5).__next__))
    assert kinds(document)[:3] == ["steps", "text", "heartbeat"]
    assert sorted(lane.order for lane in document.lanes.values()) == list(range(7))


def test_a_sentence_names_a_lane_as_the_map_does(document):
    steps = of(document, "steps")
    assert do(document, lanes.show(document, steps, shown=False)) == "Lane hidden: “Steps”"
    assert do(document, lanes.rename(document, steps, "What happens")) == "Lane renamed: “What happens”"
    assert do(document, lanes.show(document, steps, shown=True)) == "Lane shown: “What happens”"
    assert do(document, lanes.rename(document, steps, "")) == "Lane renamed: “Steps”"


def test_only_lanes_of_ones_own_can_be_deleted_and_their_words_go_along(document):
    with pytest.raises(EditError) as refused:
        lanes.delete(document, of(document, "steps"))
    assert refused.value.code == "edit.fixed_lane"
    do(document, lanes.add(document, "Systems", create_id=ids(5).__next__))
    own = of(document, "text")
    phase, journey = next(iter(document.phases)), next(iter(document.journeys))
    do(document, lanes.write_cell(document, own, journey, phase, "BRP", create_id=ids(6).__next__))
    do(document, lanes.delete(document, own))
    assert own not in document.lanes
    assert not document.cells


def test_the_usual_lanes_come_back_above_ones_own(document):
    do(document, lanes.add(document, "Systems", after=of(document, "steps"), create_id=ids(5).__next__))
    do(document, lanes.rename(document, of(document, "steps"), "What happens"))
    do(document, lanes.show(document, of(document, "heartbeat"), shown=False))
    del document.tables["lane"][of(document, "contact")]
    edit = lanes.reset(document, create_id=ids(6).__next__)
    assert do(document, edit) == "The usual lanes are back"
    assert kinds(document) == ["steps", "heartbeat", "contact", "needs", "opportunities", "backstage", "text"]
    assert all(lane.shown for lane in document.lanes.values())
    assert document.lanes[of(document, "steps")].title == ""
    assert not lanes.reset(document, create_id=ids(7).__next__)


def test_all_lanes_can_be_shown_at_once(document):
    for kind in ("steps", "needs"):
        do(document, lanes.show(document, of(document, kind), shown=False))
    assert do(document, lanes.show_all(document)) == "All lanes shown"
    assert all(lane.shown for lane in document.lanes.values())
    assert not lanes.show_all(document)
