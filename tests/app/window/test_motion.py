"""Motion is quiet: nothing waits for it, it goes away by itself, and in calm there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from app import pictures, settings
from app.canvas.passing import Passing

APP = Path(__file__).parents[3] / "app"


@pytest.fixture
def watched(qapp, window):
    """A window that somebody looks at."""
    settings.set_calm(chosen=False)
    qapp.setProperty("watched", True)
    window.show()
    pictures.settle()
    window.view.map.zoom_to(2.0)
    yield window
    qapp.setProperty("watched", False)


def passing(window):
    return [each for each in window.view.map.viewport().findChildren(Passing) if each.isVisible()]


def test_the_whole_map_is_in_view_at_once_while_its_picture_still_moves(qtbot, watched):
    watched.actions_by_code["fit"].trigger()
    view = watched.view.map
    assert view.fitted
    assert view.visible_area().contains(view.sceneRect().center())
    assert len(passing(watched)) == 1
    qtbot.waitUntil(lambda: not view.viewport().findChildren(Passing), timeout=5000)


def test_one_jump_after_another_leaves_one_picture(qtbot, watched):
    watched.view.map.select_all()
    for code in ("fit", "zoom_selection", "actual", "fit"):
        watched.actions_by_code[code].trigger()
    assert len(passing(watched)) == 1
    qtbot.waitUntil(lambda: not watched.view.map.viewport().findChildren(Passing), timeout=5000)


def test_in_calm_nothing_moves(watched):
    settings.set_calm(chosen=True)
    watched.actions_by_code["fit"].trigger()
    assert watched.view.map.fitted
    assert not passing(watched)


def test_where_nothing_jumps_nothing_moves(qtbot, watched):
    watched.actions_by_code["fit"].trigger()
    qtbot.waitUntil(lambda: not watched.view.map.viewport().findChildren(Passing), timeout=5000)
    watched.actions_by_code["fit"].trigger()
    assert not passing(watched)


MAKERS = ["QPropertyAnimation", "QVariantAnimation(", "QTimeLine", "setAnimated(", "animateClick"]


@pytest.mark.parametrize("maker", MAKERS)
def test_only_one_place_makes_things_move(maker):
    found = [file.name for file in APP.rglob("*.py") if maker in file.read_text("utf-8") and file.name != "motion.py"]
    assert not found
