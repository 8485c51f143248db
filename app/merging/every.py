"""What is said at one go: where the journeys of all groups go, and what a group is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from app.merging.wish import NAME_MAX
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.merging.wish import Wish
    from journeys.i18n import Words


class EveryJourney(QWidget):
    """Each journey its own, or all into the one here that they began from; neither where they differ."""

    chosen = Signal(bool)  #: whether they all go into what they began from

    def __init__(self, wish: Wish, say: Words) -> None:
        super().__init__()
        self._wish = wish
        caption = PlainLabel(say("Journeys of all groups"), name="field")
        self.own = QRadioButton(say("Each a journey of its own"))
        self.into = QRadioButton(say("All into the journey here that they began from"))
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(caption)
        for button in (self.own, self.into):
            button.setMinimumHeight(24)
            button.setAccessibleDescription(caption.text())
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(lambda button: self.chosen.emit(button is self.into))

    def display(self) -> None:
        """As it is now; nothing where no journey began here."""
        self.setVisible(bool(self._wish.origins))
        gathered = self._wish.gathered()
        self._group.setExclusive(False)
        self.own.setChecked(gathered is False)
        self.into.setChecked(gathered is True)
        self._group.setExclusive(True)


class _Name(QLineEdit):
    """Enter is for the name: the window's own button is not pressed with it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.editingFinished.emit()
            return
        super().keyPressEvent(event)


class GroupName(QWidget):
    """What the group of the current file is called: its name stands behind the titles of its journeys."""

    called = Signal()  #: a group has another name

    def __init__(self, wish: Wish, say: Words) -> None:
        super().__init__()
        self._wish, self._file = wish, 0
        self.name = _Name()
        self.name.setAccessibleName(say("Name of this group"))
        self.name.setMaxLength(NAME_MAX)
        self.name.setMinimumHeight(24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        caption = PlainLabel(say("Name of this group"), name="field")
        caption.setBuddy(self.name)
        row.addWidget(caption)
        row.addWidget(self.name, 1)
        self.name.editingFinished.connect(self._commit)

    def display(self, file: int) -> None:
        """Of this file."""
        self._file = file
        put(self.name, self._wish.found.files[file].label)

    def _commit(self) -> None:
        if self.name.text().strip() != self._wish.found.files[self._file].label:
            self._wish.call(self._file, self.name.text())
            self.display(self._file)
            self.called.emit()
