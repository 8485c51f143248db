"""A window with a study in it, and a pointer on its map."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.canvas import scale


@pytest.fixture
def window(qtbot, program, path):
    """As large as a small projector."""
    made = program.open_file(program.new_window(), path)
    made.resize(1280, 720)
    made.view.map.zoom_to(1.0)
    qtbot.waitUntil(lambda: not made.view.map.partial)
    for _ in range(3):
        QApplication.processEvents()
    return made


@pytest.fixture
def act(window):
    """Carry out a command by its code."""
    return lambda code: window.actions_by_code[code].trigger()


@pytest.fixture
def place():
    """Where something of the map stands in its viewport, scrolled into view."""

    def find(view, id_):
        target = view.map.hits.main(id_)
        area = scale.rect(target.rect)
        view.map.ensureVisible(area, 90, 60)
        return view.map.mapFromScene(area.center())

    return find


@pytest.fixture
def drag(qtbot):
    """Press on the map, move in a few steps, release; returns nothing."""

    def carry(view, start, end):
        viewport, button = view.map.viewport(), Qt.MouseButton.LeftButton
        qtbot.mousePress(viewport, button, pos=start)
        for part in (0.2, 0.6, 1.0):
            qtbot.mouseMove(viewport, start + (end - start) * part)
        qtbot.mouseRelease(viewport, button, pos=end)

    return carry
