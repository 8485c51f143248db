"""A bar above the map for what the user should know: it never blocks, and it is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from app.panels.sign_button import sign_button
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from app.theme import Colours
    from journeys.i18n import Words

Answer = tuple[str, "Callable[[], object]"]


class MessageBar(QFrame):
    """One message at a time, with the verbs that answer it."""

    def __init__(self, say: Words, colours: Colours) -> None:
        super().__init__()
        self.setObjectName("bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 8, 7)
        row.setSpacing(8)
        self._text = PlainLabel("", wrap=True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._text, 1)
        self._buttons: list[QPushButton] = []
        self._until: SignalInstance | None = None
        self._answers = QHBoxLayout()
        row.addLayout(self._answers)
        close = sign_button("close", say("Close message"), colours.text)
        close.clicked.connect(self.hide)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The message that is shown, or the empty text."""
        return self._text.text() if not self.isHidden() else ""

    def tell(
        self, text: str, answers: Sequence[Answer] = (), *, grave: bool = False, until: SignalInstance | None = None
    ) -> None:
        """Show a message and read it out; it goes by itself when `until` is emitted."""
        self._wait_for(until)
        self.setProperty("grave", grave)
        self.style().unpolish(self)
        self.style().polish(self)
        put(self._text, text)
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for label, act in answers:
            button = QPushButton(label)
            button.clicked.connect(self.hide)
            button.clicked.connect(act)  # after that: it may have something to tell itself
            self._answers.addWidget(button)
            self._buttons.append(button)
        self.show()
        announce(self, text)

    def _wait_for(self, until: SignalInstance | None) -> None:
        if self._until is not None:
            self._until.disconnect(self._over)
        self._until = until
        if until is not None:
            until.connect(self._over)

    def _over(self) -> None:
        self._wait_for(None)
        self.hide()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say this."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
