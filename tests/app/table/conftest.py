"""A table on the screen with a real session and history behind it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.context import Context
from app.history import History
from app.table.view import TableView
from app.theme import LOOKS
from journeys import messages
from journeys.i18n import words
from journeys.layout.palettes import palette
from journeys.model.integrity import check_document
from journeys.session import Session
from tests.journeys.studies import study

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Desk:
    """What a user of the table has: the view, a keyboard, and the study behind it."""

    def __init__(self, qtbot, document, *, language="en"):
        self.qtbot = qtbot
        self.session = Session(document, lambda edit: None)
        self.history = History(self.session)
        self.edits: list = []
        self.refusals: list = []
        say = words(language)
        self.context = Context(self.session, self.history.perform, say, LOOKS["light"], palette("light"))
        self.context.refuse = lambda error: self.refusals.append(messages.error_text(error, say))
        self.context.journey = next(iter(document.journeys), None)
        self.view = TableView(self.context)
        self.session.listen(self.view.edited)
        self.history.performed.connect(self.edits.append)
        self.history.refused.connect(self.refusals.append)
        qtbot.addWidget(self.view)
        self.view.resize(1300, 700)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.view.display()
        self.view.page.sheet.setFocus()

    @property
    def document(self):
        return self.session.document

    @property
    def sheet(self):
        return self.view.page.sheet

    @property
    def model(self):
        return self.view.page.model

    @property
    def steps(self):
        return list(self.document.steps)

    def field(self, code):
        return next(number for number, column in enumerate(self.model.columns) if column.code == code)

    def at(self, entry, code):
        return self.model.at(entry, self.field(code))

    def go(self, entry, code):
        """The cursor in a cell."""
        self.sheet.setCurrentIndex(self.at(entry, code))

    def choose(self, entries, code):
        """Several cells of a field, as with Shift or Ctrl and the mouse."""
        self.go(entries[0], code)
        flag = self.sheet.selectionModel().SelectionFlag
        for entry in entries:
            self.sheet.selectionModel().select(self.at(entry, code), flag.Select)

    def text(self, entry, code):
        return self.model.text(self.at(entry, code))

    def key(self, key, held=Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(self.sheet.editing or self.sheet, key, held)

    def type(self, text):
        for letter in text:
            self.qtbot.keyClicks(self.sheet.editing or self.sheet, letter)

    @property
    def here(self):
        """(entry, field code) of the cursor."""
        index = self.sheet.currentIndex()
        return self.model.entry(index), self.model.field(index).code

    def ids(self):
        """The rows that are no headings."""
        return [entry for entry in self.model.entries if " " not in entry]


@pytest.fixture
def desk_of(qtbot):
    """Puts a study in a table; in the end it must be without a broken rule, and undoing all leads back."""
    made = []

    def build(document, **options):
        made.append((Desk(qtbot, document, **options), document.snapshot()))
        return made[-1][0]

    yield build
    for desk, before in made:
        desk.view.flush()
        assert not check_document(desk.document)
        while desk.history.undoable() is not None:
            desk.history.undo()
        assert desk.document == before


@pytest.fixture
def desk(desk_of):
    return desk_of(study(8))
