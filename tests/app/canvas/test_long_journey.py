"""A journey longer than the screen: readable at first sight, and names that stay when it is scrolled."""

from __future__ import annotations

import pytest

from app.canvas import scale
from app.canvas.kept_item import TitlesItem, WordsItem, extent
from app.canvas.zoom_view import READABLE
from journeys.model.time import phases_in_order
from tests.journeys.studies import study


@pytest.fixture
def long(stage_of):
    """Eighty steps, shown from their beginning."""
    stage = stage_of(study(80))
    stage.map.show_from_start()
    return stage


def titles(stage):
    (item,) = [item for item in stage.map.picture.items.values() if isinstance(item, TitlesItem)]
    return item


def test_a_long_journey_is_first_shown_from_its_start_and_large_enough_to_read(long):
    assert long.map.zoom >= READABLE
    assert long.map.visible_area().left() <= 0
    long.map.resize(900, 700)
    assert long.map.zoom >= READABLE


def test_asking_for_the_whole_map_shows_the_whole_map(long):
    long.map.zoom_to_fit()
    assert long.map.zoom < READABLE
    long.map.resize(1100, 700)
    assert long.map.visible_area().right() >= long.map.sceneRect().right() - 1


def test_the_names_of_the_lanes_stay_at_the_left(long):
    assert titles(long).x() == 0
    bar = long.map.horizontalScrollBar()
    bar.setValue((bar.minimum() + bar.maximum()) // 2)
    assert titles(long).x() == pytest.approx(long.map.visible_area().left(), abs=1)
    bar.setValue(bar.minimum())
    assert titles(long).x() == 0


def test_the_name_of_a_phase_stays_in_view_as_long_as_its_phase_does(long):
    bar = long.map.horizontalScrollBar()
    phase = phases_in_order(long.document)[0]
    target = long.map.hits.part(phase.id, "phase")
    item = next(i for i in long.map.picture.items.values() if isinstance(i, WordsItem) and i.layer.phase == phase.id)
    area = scale.rect(target.rect)
    bar.setValue(bar.value() + round(area.width() / 2 * long.map.zoom))
    start = item.x() + item._shift + extent(item.layer.elements[1:])[0]
    assert start >= long.map.picture.covered().right()
    assert start < area.right()


def test_what_lies_under_the_names_is_not_hit(long):
    bar = long.map.horizontalScrollBar()
    bar.setValue((bar.minimum() + bar.maximum()) // 2)
    covered = long.map.picture.covered()
    steps = [scale.rect(t.rect) for t in long.map.hits.touching(covered) if t.part == "card"]
    assert steps
    for area in steps:
        hidden = area.intersected(covered)
        assert long.map.target_at(hidden.center()) is None


def test_a_step_that_is_shown_does_not_stay_under_the_names(long):
    bar = long.map.horizontalScrollBar()
    bar.setValue((bar.minimum() + bar.maximum()) // 2)
    covered = long.map.picture.covered()
    hidden = next(t for t in long.map.hits.touching(covered) if t.part == "card")
    long.map.reveal(hidden.id)
    assert not long.map.picture.covered().intersects(scale.rect(hidden.rect))


def test_a_fitted_map_comes_to_rest_at_any_size_of_its_window(stage_of):
    stage = stage_of(study(12))
    stage.map.zoom_to_fit()
    whole = stage.map.sceneRect()
    for high in range(480, 560):
        stage.map.resize(round(whole.width() / whole.height() * high), high)
        assert not stage.map.horizontalScrollBar().isVisible()
        assert not stage.map.verticalScrollBar().isVisible()
        assert stage.map.visible_area().adjusted(-4, -4, 4, 4).contains(whole)
