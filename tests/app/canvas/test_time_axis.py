"""The map true to time: a border is dragged to the day that the axis shows there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from app.canvas.scale import PX
from journeys.layout import timescale
from journeys.layout.gather import Gathering
from journeys.layout.map import MapSpec


@pytest.mark.parametrize("day", [-150, -60])
def test_a_border_lands_on_the_day_at_which_the_axis_shows_it(stage, day):
    stage.map.set_choices(axis="true")
    stage.map.zoom_to_fit()
    phase, before = list(stage.document.phases)[2], list(stage.document.phases)[1]
    spec = MapSpec(stage.map.journey, axis="true")
    scale = timescale.scales(Gathering(stage.document, stage.map.journey).stretches, spec)[1]
    header = stage.map.hits.part(before, "phase").rect
    start = stage.at(phase, "border")
    x = (header.x + scale.at(day) * 10 * 25.4 / 72) * PX
    end = stage.map.mapFromScene(QPointF(x, header.y * PX + 4))
    end.setY(start.y())
    stage.drag(start, end)
    assert stage.document.phases[phase].start_day == pytest.approx(day, abs=4)


def test_the_choice_of_the_axis_is_no_edit(stage):
    wide = stage.map.drawing.width
    stage.map.set_choices(axis="true")
    assert stage.map.drawing.width > wide
    stage.map.set_choices(axis="equal")
    assert stage.map.drawing.width == wide
    assert not stage.edits
