"""The plain-text field that lies over a card while its title is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QApplication, QFrame, QPlainTextEdit

from app.plain import paste
from journeys import text as texts

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

    from app.canvas.inks import Inks

Then = Literal["stay", "next", "right", "left", "leave"]
"""What follows a commit: nothing, the next connected step, the cell beside it, or the focus has gone elsewhere."""
LEAST_PIXELS: Final = 11
LEAST_WIDE: Final = 150
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
OWN: Final = (
    *ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Delete, Qt.Key.Key_Backspace,
)  # fmt: skip
"""Keys of the field, also with Ctrl or Alt held."""


class InlineEditor(QPlainTextEdit):
    """Commits on Enter, Tab and when the focus goes elsewhere; Escape gives up; it ends exactly once."""

    #: (text, what follows)
    committed = Signal(str, str)
    #: given up
    cancelled = Signal()

    def __init__(
        self, text: str, label: str, parent: QWidget, *, strong: bool = True, most: int = texts.BODY_MAX
    ) -> None:
        super().__init__(parent)
        self._ended = False
        self._strong = strong
        self._most = most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("inline")
        self.setAccessibleName(label)
        self.setPlaceholderText(label)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setPlainText(text)
        self.selectAll()

    def start_with(self, text: str) -> None:
        """Begin with what was typed before there was a field."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def dress(self, inks: Inks) -> None:
        """The colours of the map, with a frame that says: type here."""
        colours = {name: inks.colour(name).name() for name in ("card.fill", "card.text", "focus")}
        self.setStyleSheet(
            f"#inline {{ background: {colours['card.fill']}; color: {colours['card.text']}; padding: 1px 4px;"
            f" border: 2px solid {colours['focus']}; border-radius: 5px; }}"
        )

    def least(self, lines: int = 2) -> QSize:
        """Room for a few words at any zoom."""
        return QSize(LEAST_WIDE, self.fontMetrics().lineSpacing() * lines + 16)

    def set_type(self, pixels: float) -> None:
        """Write with type of this size."""
        font = QFont(self.font())
        font.setPixelSize(max(LEAST_PIXELS, round(pixels)))
        font.setWeight(QFont.Weight.DemiBold if self._strong else QFont.Weight.Normal)
        self.setFont(font)

    def commit(self, then: Then) -> None:
        if not self._ended:
            QGuiApplication.inputMethod().commit()  # what it was composing is what one sees, and so what is meant
            self._ended = True
            self.committed.emit(self.toPlainText(), then)

    def cancel(self) -> None:
        if not self._ended:
            self._ended = True
            self.cancelled.emit()

    def event(self, event: QEvent) -> bool:
        """While typing, the keys are the field's: no shortcut of the window takes them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()  # a file that is dropped here is not its name

    def insertFromMimeData(self, source: QMimeData) -> None:
        paste(self, source, self._most)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in ENTER and held & Qt.KeyboardModifier.ControlModifier:
            self.commit("next")
        elif key in ENTER and not held & Qt.KeyboardModifier.ShiftModifier:
            self.commit("stay")
        elif key == Qt.Key.Key_Tab:
            self.commit("right")
        elif key == Qt.Key.Key_Backtab:
            self.commit("left")
        elif key == Qt.Key.Key_F6:
            self.commit("leave")
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and QApplication.activePopupWidget() is None:
            self.commit("leave")


def _is_own(event: QKeyEvent) -> bool:
    """Whether the field wants this key for itself."""
    return event.key() in OWN or not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
