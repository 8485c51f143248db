"""A study about to be presented: with its own window, or before the room alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app import present, settings
from app.dress import dress
from app.pictures import settle
from app.present.presentation import Presentation
from app.window import StudyWindow
from journeys.layout.slides import Show
from journeys.session import Session


class Room:
    """What happens before an audience."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot

    @property
    def now(self):
        return present.running(self.window)

    @property
    def showing(self):
        return self.now.showing

    @property
    def audience(self):
        return self.now.audience

    @property
    def stage(self):
        return self.audience.stage

    @property
    def place(self):
        return self.showing.place.index, self.showing.place.shown

    def begin(self, code="present"):
        """By the command of the window."""
        self.window.actions_by_code[code].trigger()
        settle()
        return self

    def press(self, *keys):
        for key in keys:
            if isinstance(key, str):
                self.qtbot.keyClicks(self.stage, key)
            else:
                self.qtbot.keyClick(self.stage, key)

    def to(self, kind):
        """To the first slide of this kind."""
        slides = self.showing.slides
        self.showing.to(next(i for i, slide in enumerate(slides) if slide.kind == kind))

    def move(self, point, held=Qt.MouseButton.NoButton):
        """The mouse, to this point of the slide's window."""
        at = QPointF(point)
        none = Qt.MouseButton.NoButton
        keys = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(QEvent.Type.MouseMove, at, self.stage.mapToGlobal(at), none, held, keys)
        QApplication.sendEvent(self.stage, event)

    def perform(self, edit):
        self.window.session.apply(edit)
        self.qtbot.waitUntil(lambda: self.now is None or not self.now._later.isActive())


@pytest.fixture
def window(program, path, qtbot):
    """The study in its window."""
    settings.set_calm(chosen=True)
    made = program.open_file(program.new_window(), path)
    made.resize(1100, 700)
    settle()
    return made


@pytest.fixture
def room(window, qtbot):
    return Room(window, qtbot)


@pytest.fixture
def hall(qapp, child, qtbot):
    """The audience's screen before the title, and no more of the window than it needs."""
    settings.set_calm(chosen=True)
    window = StudyWindow(dress(qapp, "nl", "light"))
    window.session = Session(child.snapshot(), lambda edit: None)
    made = Presentation(window, Show((next(iter(child.journeys)),)))
    made.begin()
    yield Room(window, qtbot)
    made.end()
    window.finish()
    window.deleteLater()
