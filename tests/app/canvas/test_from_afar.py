"""A crowded map seen from afar: after an edit only what changed is made anew."""

from __future__ import annotations

import pytest

from app.canvas import far_item
from journeys.edits import steps
from tests.journeys.studies import study


@pytest.fixture
def stage(stage_of):
    made = stage_of(study(900))
    made.map.lay_out_rest()
    made.map.zoom_to(0.2)
    made.map.grab()
    assert made.map.picture.from_afar
    return made


@pytest.fixture
def added(monkeypatch):
    """How many elements were turned into shapes."""
    found = []
    make = far_item._add

    def add(*given):
        found.append(given[1])
        make(*given)

    monkeypatch.setattr(far_item, "_add", add)
    return found


def test_after_an_edit_only_changed_layers_are_turned_into_shapes(stage, added):
    before = stage.map.drawing
    stage.map.do(lambda: steps.rename(stage.document, stage.steps[200], "Iets anders"))
    stage.map.grab()
    kept = {id(layer) for layer in before.layers}
    changed = [layer for layer in stage.map.drawing.layers if id(layer) not in kept]
    assert 0 < len(added) == sum(len(layer.elements) for layer in changed)
    assert len(added) < sum(len(layer.elements) for layer in before.layers) / 4


def test_the_picture_is_the_same_as_one_that_is_made_anew(stage):
    stage.map.do(lambda: steps.rename(stage.document, stage.steps[200], "Iets anders"))
    stage.map.do(lambda: steps.add_after(stage.document, stage.steps[3], "Nieuw"))
    shown = stage.map.grab().toImage()
    stage.map.lay_out()
    stage.map.picture.recolour(stage.map.inks, stage.map.zoom)
    assert stage.map.grab().toImage() == shown
