"""A comparison on the screen with a real session and history behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.compare.view import CompareView
from app.context import Context
from app.history import History
from app.theme import LOOKS
from journeys.i18n import words
from journeys.layout.palettes import palette
from journeys.model.integrity import check_document
from journeys.session import Session


class Stage:
    """What a user has before them: the comparison, the study behind it, and what was asked of the window."""

    def __init__(self, qtbot, document, size=(1400, 800)):
        self.qtbot = qtbot
        self.session = Session(document, lambda edit: None)
        self.history = History(self.session)
        self.context = Context(
            self.session, self.history.perform, words("en"), LOOKS["light"], palette("light"),
            journey=next(iter(document.journeys), None),
        )  # fmt: skip
        self.view = CompareView(self.context)
        self.session.listen(self.view.edited)
        self.opened, self.selections = [], []
        self.view.phase_wanted.connect(lambda *wanted: self.opened.append(wanted))
        self.view.journey_wanted.connect(lambda journey: self.opened.append((journey,)))
        self.view.selection_changed.connect(lambda: self.selections.append(self.view.selected()))
        qtbot.addWidget(self.view)
        self.view.resize(*size)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.display()
        self.view.table.setFocus()

    @property
    def document(self):
        return self.session.document

    @property
    def table(self):
        return self.view.table

    def at(self, **wanted):
        """The middle of the field with these values, on the table's viewport."""
        return self.table.visualRect(self.table.board_model.index_of(wanted)).center()

    def click(self, **wanted):
        self.qtbot.mouseClick(self.table.viewport(), Qt.MouseButton.LeftButton, pos=self.at(**wanted))

    def key(self, key, *, on=None, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(on or self.table, key, held)

    def said(self, **wanted):
        """What a screen reader hears at a field."""
        model = self.table.board_model
        return model.data(model.index_of(wanted), Qt.ItemDataRole.AccessibleTextRole)

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
