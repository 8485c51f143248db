"""The question why a finding need not be told again, in the card itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.panels.narrow import wrapped
from app.panels.text_fields import BodyField
from app.plain import PlainLabel, named, put

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.context import Context


class ReasonBox(QWidget):
    """A line to type a reason in, and the two answers. Escape is the second of them."""

    given = Signal(str)  #: a reason that is not empty
    left = Signal()  #: after all not

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        question = say("Why need this not be told again?")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        label = PlainLabel(question, name="field", wrap=True)
        self.reason = BodyField(question, lines=2, single=True)
        self.reason.entered.connect(self._give)
        label.setBuddy(self.reason)
        self._wrong = PlainLabel("", name="danger", wrap=True)
        self._wrong.hide()
        keep = named(QPushButton(say("Record")), "primary")
        keep.clicked.connect(self._give)
        leave = QPushButton(say("Do not mute"))
        leave.clicked.connect(self.left)
        for part in (label, self.reason, self._wrong, wrapped(keep, leave)):
            column.addWidget(part)

    def typed(self) -> str:
        """What stands in the line now."""
        return self.reason.toPlainText().strip()

    def begin(self) -> None:
        """Ask."""
        self._tell("")
        self.show()
        self.reason.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give(self) -> None:
        if self.typed():
            self.given.emit(self.typed())
            return
        self._tell(self._context.say("Write a reason: others will read it, and you yourself next year."))
        self.reason.setFocus()

    def _tell(self, text: str) -> None:
        from app.panels.message_bar import announce

        put(self._wrong, text)
        self._wrong.setVisible(bool(text))
        self.reason.setAccessibleDescription(text)
        if text:
            announce(self.reason, text)
