"""A network on the screen with a real session and history behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QHelpEvent

from app.context import Context
from app.ecosystem.view import EcosystemView
from app.history import History
from app.theme import LOOKS
from journeys.i18n import words
from journeys.layout.ecosystem.network import points
from journeys.layout.palettes import palette
from journeys.model.integrity import check_document
from journeys.session import Session


class Stage:
    """What a user has before them: the network, the study behind it, and what was asked of the window."""

    def __init__(self, qtbot, document, size=(1200, 800)):
        self.qtbot = qtbot
        self.session = Session(document, lambda edit: None)
        self.history = History(self.session)
        self.traced, self.selections, self.steps = [], [], []
        self.context = Context(
            self.session, self.history.perform, words("en"), LOOKS["light"], palette("light"),
            journey=next(iter(document.journeys), None), trace=lambda title, ids: self.traced.append((title, ids)),
        )  # fmt: skip
        self.view = EcosystemView(self.context)
        self.session.listen(self.view.edited)
        self.view.selection_changed.connect(lambda: self.selections.append(self.view.selected()))
        self.view.step_wanted.connect(self.steps.append)
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.display()
        self.follow()
        self.net.setFocus()

    @property
    def document(self):
        return self.session.document

    @property
    def net(self):
        return self.view.net

    @property
    def rows(self):
        return self.view.side.list

    def party(self, name):
        return next(party.id for party in self.document.parties.values() if party.name == name)

    def named(self):
        return [self.document.parties[party].name for party in self.view.ecosystem.nodes]

    def click(self, name):
        place = self.net.place_of(self.party(name)).toPoint()
        self.qtbot.mouseClick(self.net.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def edge_place(self, source, target):
        """A point of the viewport on the line between two parties, where no other thing lies."""
        from PySide6.QtCore import QPointF

        from app.canvas.scale import PX

        ends = (self.party(source), self.party(target))
        route = next(r for r in self.net.network.routes if (r.edge.source, r.edge.target) == ends)
        for x, y in points(route.path):
            place = self.net.viewportTransform().map(QPointF(x * PX, y * PX))
            if self.net._at(place) is route.edge:
                return place.toPoint()
        raise AssertionError(ends)

    def key(self, key, on=None, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(on or self.net, key, held)

    def tip(self, at):
        event = QHelpEvent(QHelpEvent.Type.ToolTip, at, self.net.viewport().mapToGlobal(at))
        self.net.viewportEvent(event)

    def row(self, text):
        """The first row that holds these words."""
        return next(index for index, row in enumerate(self.rows.rows) if text in row.text)

    def click_row(self, text):
        item = self.rows.item(self.row(text))
        self.rows.scrollToItem(item)
        at = self.rows.visualItemRect(item).center()
        self.qtbot.mouseClick(self.rows.viewport(), Qt.MouseButton.LeftButton, pos=at)

    def follow(self):
        """Wait until the view has followed the last edit."""
        self.qtbot.waitUntil(lambda: not self.view._later.isActive())


@pytest.fixture
def stage_of(qtbot):
    """Puts a study on the stage; in the end it must be without a broken rule."""
    made = []

    def build(document, **choices):
        made.append(Stage(qtbot, document.snapshot(), **choices))
        return made[-1]

    yield build
    for each in made:
        assert not check_document(each.document)


@pytest.fixture
def stage(stage_of, child):
    return stage_of(child)
