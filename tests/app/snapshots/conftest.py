"""The window with a study in a file, and helpers to do what a user does with snapshots."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app import tasks


class Room:
    """A window as the facilitator has it before them."""

    def __init__(self, qtbot, window):
        self.qtbot, self.window = qtbot, window
        self.file, self.history = window.file, window.history

    @property
    def document(self):
        return self.window.session.document

    @property
    def view(self):
        return self.window.view

    @property
    def shown(self):
        """The view of snapshots."""
        return self.view.views.widget_shown

    def trigger(self, code):
        self.window.actions_by_code[code].trigger()

    def keep(self, name=None):
        """As with the keyboard: the command, a name perhaps, Enter."""
        self.trigger("snapshot")
        field = self.view.strips["snapshot"].field
        if name is not None:
            self.qtbot.keyClicks(field, name)
        self.qtbot.keyClick(field, Qt.Key.Key_Return)
        return self.file.snapshots()[-1]

    def show(self):
        self.trigger("snapshots")
        self.settle()
        return self.shown

    def settle(self):
        """Until what was asked has been read and compared."""
        for _ in range(3):
            tasks.wait_for_all()
            self.qtbot.wait(1)

    def do(self, edit):
        assert self.history.perform(edit)
        return edit

    def press(self, parent, text):
        next(b for b in parent.findChildren(QPushButton) if b.text() == text and not b.isHidden()).click()

    def codes(self):
        return [line.change.code for line in self.shown.changes.lines if line.change is not None]

    def choose(self, code):
        """Make the first difference of this kind current, with the arrow keys."""
        listed = self.shown.changes
        row = next(i for i, line in enumerate(listed.lines) if line.change and line.change.code == code)
        listed.setFocus()
        self.qtbot.keyClick(listed, Qt.Key.Key_Home)
        while listed.currentRow() < row:
            self.qtbot.keyClick(listed, Qt.Key.Key_Down)
        return listed.lines[row]


@pytest.fixture
def room(qtbot, program, path):
    made = program.open_file(program.new_window(), path)
    made.resize(1280, 800)
    made.view.refresh_findings()
    return Room(qtbot, made)
