"""A clumsy user: hundreds of random events leave no error behind and no broken rule."""

from __future__ import annotations

import os
import random
from math import isfinite

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeys.model.integrity import check_document
from tests.journeys.studies import study

K, M, B = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton
KEYS = (
    K.Key_Left, K.Key_Right, K.Key_Up, K.Key_Down, K.Key_Return, K.Key_Tab, K.Key_Delete, K.Key_Escape, K.Key_F2,
    K.Key_A, K.Key_1, K.Key_5, K.Key_Plus, K.Key_Minus, K.Key_0, K.Key_2, K.Key_Space, K.Key_Backspace, K.Key_F6,
)  # fmt: skip
MODIFIERS = (M.NoModifier, M.NoModifier, M.NoModifier, M.ControlModifier, M.AltModifier, M.ShiftModifier)
BUTTONS = (B.LeftButton, B.LeftButton, B.LeftButton, B.MiddleButton, B.RightButton)
EVENTS = 500


def _point(chance, stage):
    """Anywhere; often on something."""
    targets = stage.map.hits.touching(stage.map.visible_area())
    if targets and chance.random() < 0.7:
        target = chance.choice(targets)
        return stage.at(target.id, target.part) if target.id else QPoint(chance.randrange(1500), 180)
    return QPoint(chance.randrange(1500), chance.randrange(800))


def _event(chance, stage):
    viewport, held = stage.map.viewport(), chance.choice(MODIFIERS)
    kind = chance.choice(("key", "key", "press", "move", "move", "release", "double", "undo", "redo", "zoom"))
    if kind == "key":
        QTest.keyClick(stage.map.writer.editor or stage.map, chance.choice(KEYS), held)
    elif kind == "press":
        QTest.mousePress(viewport, chance.choice(BUTTONS), held, _point(chance, stage))
    elif kind == "move":
        QTest.mouseMove(viewport, _point(chance, stage))
    elif kind == "release":
        QTest.mouseRelease(viewport, chance.choice(BUTTONS), held, _point(chance, stage))
    elif kind == "double":
        QTest.mouseDClick(viewport, B.LeftButton, held, _point(chance, stage))
    elif kind == "zoom":
        stage.map.zoom_to(chance.choice((0.01, 0.2, 0.5, 1.0, 3.0, 99.0)))
    elif not stage.map.busy:
        (stage.history.undo if kind == "undo" else stage.history.redo)()


@pytest.mark.parametrize("seed", [1, 2, 3 if "CI" in os.environ else None])  # in CI the same events on every run
def test_a_clumsy_user_breaks_nothing(stage_of, seed):
    seed = seed or random.randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    stage = stage_of(study(chance.choice((0, 1, 8, 20)), 2))
    for _ in range(EVENTS):
        _event(chance, stage)
        assert all(isfinite(v) for v in (stage.map.zoom, *stage.map.visible_area().getRect()))
    stage.map.flush()
    stage.map.cancel_gesture()
    stage.map.grab()
    assert not check_document(stage.document)
