"""What stands where there is nothing to show yet: a few words, and a button that mends it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.plain import PlainLabel, named, put

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDTH, LEAST, AROUND = 420, 200, 16
"""Pixels across the words: where there is room, at least, and beside them."""


class EmptyState(QWidget):
    """Says what is missing; its verb is hidden where nothing can be done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = PlainLabel("", name="title")
        self._text = PlainLabel("", wrap=True, name="muted")
        self.verb = named(QPushButton(), "primary")
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()  # of its own width, so that the words know how high they are
        self._middle = middle
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addWidget(middle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._middle.setFixedWidth(max(LEAST, min(WIDTH, event.size().width() - 2 * AROUND)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST + 2 * AROUND, super().minimumSizeHint().height())

    @property
    def title(self) -> str:
        """What is missing."""
        return self._title.text()

    def tell(self, title: str, text: str, verb: str = "") -> None:
        """Say this; without a `verb` there is no button."""
        put(self._title, title)
        put(self._text, text)
        put(self.verb, verb)
        self.verb.setVisible(bool(verb))
