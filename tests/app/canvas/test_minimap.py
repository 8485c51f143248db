"""The minimap: shows which part of the map is in view, and moves it by mouse and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt

from app.canvas import minimap, scale
from app.canvas.minimap import Minimap
from journeys.edits import steps
from tests.journeys.studies import study

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton


@pytest.fixture
def stage(stage_of):
    made = stage_of(study(40))
    made.map.resize(900, 500)
    return made


@pytest.fixture
def small(stage):
    return Minimap(stage.map)


def seen(stage):
    return stage.map.visible_area().center()


def test_it_lies_in_the_corner_of_the_map_while_the_map_does_not_fit(stage, small):
    around = stage.map.viewport().rect()
    assert small.isVisible()
    assert around.contains(small.geometry())
    assert around.right() - small.geometry().right() < 20
    stage.map.zoom_to(0.1)
    assert not small.isVisible()
    stage.map.zoom_to(1.0)
    assert small.isVisible()


def test_it_stays_in_its_corner_while_the_map_is_scrolled_or_resized(stage, small):
    corner = small.geometry().bottomRight()
    stage.map.horizontalScrollBar().setValue(stage.map.horizontalScrollBar().maximum())
    stage.map.verticalScrollBar().setValue(stage.map.verticalScrollBar().maximum())
    assert small.geometry().bottomRight() == corner
    stage.map.resize(1100, 640)
    assert small.geometry().bottomRight() == corner + QPoint(200, 140)


def test_it_does_not_lie_over_a_map_that_is_nearly_whole_in_view(stage, small):
    area = stage.map.sceneRect().size()
    around = stage.map.viewport().size()
    stage.map.zoom_to(min(around.width() / area.width(), around.height() / area.height()) * 1.08)
    bars = (stage.map.horizontalScrollBar(), stage.map.verticalScrollBar())
    assert any(bar.maximum() > bar.minimum() for bar in bars)
    assert not small.isVisible()


def test_on_a_small_map_it_is_not_in_the_way(stage, small):
    stage.map.resize(380, 500)
    assert not small.isVisible()


def test_a_click_brings_that_part_into_view(qtbot, stage, small):
    start = seen(stage)
    qtbot.mouseClick(small, LEFT, pos=QPoint(small.width() - 12, small.height() // 2))
    assert seen(stage).x() > start.x() + 1000


def test_dragging_the_frame_moves_the_map_with_it_and_nothing_jumps_first(qtbot, stage, small):
    stage.map.centerOn(scale.PX * stage.map.drawing.width / 2, 200)
    before, grip = seen(stage), small.seen().center() + QPointF(2, 2)
    qtbot.mousePress(small, LEFT, pos=grip.toPoint())
    assert abs(seen(stage).x() - before.x()) < 60
    qtbot.mouseMove(small, (grip + QPointF(20, 0)).toPoint())
    qtbot.mouseRelease(small, LEFT, pos=(grip + QPointF(20, 0)).toPoint())
    share = stage.map.sceneRect().width() / (small.width() - 12)
    assert seen(stage).x() - before.x() == pytest.approx(20 * share, rel=0.2)
    assert not stage.edits


def test_arrow_keys_move_the_map_and_escape_leads_back_to_it(qtbot, stage, small):
    small.setFocus()
    for key, far in ((KEY.Key_Right, 1), (KEY.Key_Left, -1)):
        before = seen(stage)
        qtbot.keyClick(small, key)
        assert (seen(stage).x() - before.x()) * far > 100
    qtbot.keyClick(small, KEY.Key_End)
    assert stage.map.horizontalScrollBar().value() == stage.map.horizontalScrollBar().maximum()
    qtbot.keyClick(small, KEY.Key_Escape)
    assert not small.hasFocus()


def test_its_frame_is_the_part_that_is_in_view(stage, small):
    area = stage.map.sceneRect()
    stage.map.centerOn(area.center())
    frame = QRectF(small.rect())
    assert small.seen().center().x() == pytest.approx(frame.center().x(), abs=3)
    stage.map.horizontalScrollBar().setValue(0)
    assert small.seen().center().x() < frame.center().x()


def test_after_an_edit_its_picture_is_made_anew_once(qtbot, stage, small):
    small.grab()
    before = small._picture.cacheKey()
    for title in ("Een", "Twee", "Drie"):
        stage.map.do(lambda title=title: steps.rename(stage.document, stage.steps[0], title))
        small.grab()
    assert small._picture.cacheKey() == before
    qtbot.waitUntil(lambda: small._picture.cacheKey() != before)
    after = small._picture.cacheKey()
    small.grab()
    assert small._picture.cacheKey() == after


def test_of_a_map_too_long_to_be_a_pixel_high_the_picture_is_made_once_too(stage_of):
    stage = stage_of(study(900))
    stage.map.lay_out_rest()
    small = Minimap(stage.map)
    stage.map.setSceneRect(QRectF(0, 0, 900_000, 300))
    small.grab()
    assert small._frame().height() < 0.5
    assert not small._stale()


def test_of_a_crowded_map_it_paints_blocks(stage_of):
    stage = stage_of(study(900))
    stage.map.lay_out_rest()
    blocks = list(minimap._blocks(stage.map.drawing, crowded=True))
    assert len(blocks) < 200
    assert Minimap(stage.map).accessibleName()
