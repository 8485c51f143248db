"""What is on the screen: layers, detail by zoom, colours by palette, hints on an empty map."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt

from app.canvas import glyphs
from app.canvas.bounds import FAN, Bounds
from journeys import fonts
from journeys.edits import steps
from journeys.i18n import words
from journeys.layout.palettes import palette
from tests.journeys.studies import study

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def _inked(image: QImage) -> int:
    """How many different colours are in the picture."""
    image = image.scaled(image.width() // 2, image.height() // 2)
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "grey"])
def test_the_map_is_painted_in_every_palette(stage, theme):
    stage.map.set_look(palette(theme), words("nl"))
    assert _inked(stage.map.grab().toImage()) > 20


def test_a_crowded_map_seen_from_afar_is_one_item_and_back(stage_of):
    stage = stage_of(study(1200))
    stage.map.zoom_to_fit()
    shown = [item for item in stage.map.picture.scene.items() if item.isVisible()]
    assert len(shown) == 1
    assert _inked(stage.map.grab().toImage()) >= 3
    stage.map.zoom_to(1.0)
    assert len([item for item in stage.map.picture.scene.items() if item.isVisible()]) > 100


def test_an_edit_makes_anew_only_the_layers_it_changed(stage):
    before = {name: item.sheet for name, item in stage.map.picture.items.items()}
    stage.history.perform(steps.rename(stage.document, stage.steps[0], "Other"))
    kept = [name for name, item in stage.map.picture.items.items() if before.get(name) is item.sheet]
    assert len(kept) >= len(before) - 4


def test_selection_zoom_and_place_stay_after_an_edit(stage):
    stage.map.zoom_to(1.7)
    stage.map.select([stage.steps[3]])
    seen = stage.map.visible_area()
    stage.history.perform(steps.rename(stage.document, stage.steps[0], "Other"))
    assert stage.map.selected() == (stage.steps[3],)
    assert (stage.map.zoom, stage.map.visible_area()) == (1.7, seen)


def test_zoom_stays_between_ten_and_four_hundred_percent(stage):
    stage.map.zoom_to(99)
    assert stage.map.zoom == 4.0
    stage.map.zoom_to(0.0001)
    assert stage.map.zoom == 0.1


def test_zooming_keeps_what_is_under_the_pointer(stage):
    stage.map.zoom_to(2.0)
    at = QPointF(500, 200)
    before = stage.map.scene_point(at)
    stage.map.zoom_to(2.5, at)
    assert (stage.map.scene_point(at) - before).manhattanLength() < 2


def test_fit_shows_everything(stage):
    stage.map.zoom_to(3.0)
    stage.qtbot.keyClick(stage.map, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert stage.map.visible_area().adjusted(-2, -2, 2, 2).contains(stage.map.sceneRect())


def test_a_map_without_a_journey_says_how_to_begin(stage):
    stage.map.show_journey(None)
    assert "persona" in stage.map._hint.text()
    assert stage.map._hint.isVisible()


def test_a_line_is_as_wide_as_the_layout_thought():
    line = "Wat er dan gebeurt, in “eigen woorden” ĳ"
    run = glyphs.run(line, "regular", 13.3)
    last = run.positions()[-1].x() + fonts.width(line[-1], "regular", 13.3)
    assert last == pytest.approx(fonts.width(line, "regular", 13.3))


def test_bounds_find_what_touches_an_area_in_order():
    sides = [(x * 10.0, 0.0, x * 10.0 + 8, 5.0) for x in range(FAN * FAN + 7)]
    assert list(Bounds(sides).within(100, 1, 131, 2)) == [10, 11, 12, 13]
    assert list(Bounds([]).within(0, 0, 1, 1)) == []


def test_a_coordinate_that_is_no_number_is_left_out_not_the_whole_map():
    from app.canvas import primitives
    from app.canvas.inks import Inks
    from journeys.layout.drawing import Box, Rect

    wrong = Box(Rect(float("nan"), 0, 1, 1), fill="paper")
    assert primitives.primitive(wrong, Inks(palette("light")))[0] == primitives.NOTHING
