"""A map on the screen with a real session and history behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from app.canvas import scale
from app.canvas.view import MapView
from app.history import History
from journeys.i18n import words
from journeys.layout.palettes import palette
from journeys.model.integrity import check_document
from journeys.session import Session
from tests.journeys.studies import study


class Stage:
    """What a user has before them: the map, the study behind it, and a pointer and keyboard to work with."""

    def __init__(self, qtbot, document):
        self.qtbot = qtbot
        self.session = Session(document, lambda edit: None)
        self.history = History(self.session)
        self.edits: list = []
        self.errors: list = []
        self.told: list = []
        self.map = MapView(document, self.history.perform, words("en"), palette("light"))
        self.session.listen(self.map.edited)
        self.history.performed.connect(self.edits.append)
        self.history.refused.connect(self.errors.append)
        self.map.refused.connect(self.errors.append)
        self.map.announced.connect(self.told.append)
        qtbot.addWidget(self.map)
        self.map.resize(1500, 800)
        with qtbot.waitExposed(self.map):
            self.map.show()
        self.map.show_journey(next(iter(document.journeys), None))
        self.map.zoom_to(1.0)
        self.map.setFocus()

    @property
    def document(self):
        return self.session.document

    @property
    def steps(self):
        """The ids of the steps, in the order of their titles' numbers."""
        return list(self.document.steps)

    @property
    def writing(self):
        assert self.map.writer.editor is not None
        return self.map.writer.editor

    def at(self, id_, part=None, across=0.5, down=0.5):
        """A point of the viewport on a part of something."""
        target = self.map.hits.main(id_) if part is None else self.map.hits.part(id_, part)
        assert target is not None
        area = scale.rect(target.rect)
        place = QPointF(area.left() + area.width() * across, area.top() + area.height() * down)
        return self.map.mapFromScene(place)

    def empty(self):
        """A point in an empty place behind the scenes."""
        for target in self.map.hits.all():
            if target.part == "cell" and target.kind == "step" and target.place and target.place[2] == "back":
                return self.map.mapFromScene(scale.rect(target.rect).center())
        raise AssertionError("no empty place")

    def click(self, point, *held):
        self.qtbot.mouseClick(self.map.viewport(), Qt.MouseButton.LeftButton, _all(held), point)

    def press(self, point, *held, button=Qt.MouseButton.LeftButton):
        self.qtbot.mousePress(self.map.viewport(), button, _all(held), point)

    def move(self, point):
        """By way of a point beside it: a pointer that is there already would send no event."""
        self.qtbot.mouseMove(self.map.viewport(), point + QPoint(2, 2))
        self.qtbot.mouseMove(self.map.viewport(), point)

    def release(self, point, *held, button=Qt.MouseButton.LeftButton):
        self.qtbot.mouseRelease(self.map.viewport(), button, _all(held), point)

    def drag(self, start, end, *held):
        """Press, move in a few steps, release."""
        self.press(start, *held)
        for part in (0.2, 0.6, 1.0):
            self.move(start + QPoint(round((end - start).x() * part), round((end - start).y() * part)))
        self.release(end, *held)

    def key(self, key, *held):
        target = self.map.writer.editor or self.map
        self.qtbot.keyClick(target, key, _all(held))

    def type(self, text):
        for character in text:
            self.qtbot.keyClicks(self.map.writer.editor or self.map, character)


def _all(held):
    found = Qt.KeyboardModifier.NoModifier
    for each in held:
        found |= each
    return found


@pytest.fixture
def stage_of(qtbot):
    """Puts a study on the stage; in the end it must be without a broken rule."""
    made = []

    def build(document):
        made.append(Stage(qtbot, document))
        return made[-1]

    yield build
    for each in made:
        assert not check_document(each.document)


@pytest.fixture
def stage(stage_of):
    return stage_of(study(8))
