"""Fields to type in: they commit on Enter, on leaving and after a pause, and never overwrite what is being typed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.panels import taken_out
from app.plain import paste, put, tip
from journeys import text as texts

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

PAUSE_MS: Final = 800
"""What was typed is committed after this pause, so that a crash loses no more than a second of it."""
LONG: Final = 28
"""From so many letters on a line may be cut off in a narrow panel: its tooltip shows all of it."""
_bursts = count(1)


def new_burst() -> str:
    """What is changed from now on, until the focus comes again, is one step to undo."""
    return f"field {next(_bursts)}"


class TitleField(QLineEdit):
    """One line of text."""

    committed = Signal(object, str)  #: the clean text, and the burst it belongs to

    def __init__(self, name: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(texts.TITLE_MAX)
        taken_out.watch(self)
        self._required = required
        self._burst = ""
        self._held = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(lambda _: self._pause.start())
        self.returnPressed.connect(lambda: self.flush(again=bool(self.property("wrong"))))

    @property
    def required(self) -> bool:
        """Whether it may not be left empty."""
        return self._required

    def display(self, value: object) -> None:
        """Show what the study holds."""
        self._held = str(value or "")
        if not (self.hasFocus() and self._pause.isActive()) and texts.title(self.text()) != self._held:
            put(self, self._held)
            self.setCursorPosition(0)
        tip(self, self._held if len(self._held) > LONG else "")

    def flush(self, *, again: bool = False) -> None:
        """Commit what was typed and not committed yet; with `again` also what was refused before."""
        waiting = self._pause.isActive()
        self._pause.stop()
        typed = texts.title(self.text())
        if again or (typed != self._held and (waiting or self.isModified())):
            self._held = typed
            self.committed.emit(typed, self._burst)

    def forget(self) -> None:
        """What was refused is not asked for again."""
        self._pause.stop()
        self.setModified(False)

    def event(self, event: QEvent) -> bool:
        if _undoes_the_study(event, undoable=self.isUndoAvailable(), redoable=self.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._burst = new_burst()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


class BodyField(QPlainTextEdit):
    """Text of several lines; it grows with what is in it. Tab leaves it."""

    committed = Signal(object, str)  #: the clean text, and the burst it belongs to
    entered = Signal()  #: Ctrl+Enter, or Enter where `single`

    def __init__(self, name: str, *, lines: int = 2, single: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self._single = single
        self._burst = ""
        self._held = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.flush)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def display(self, value: object) -> None:
        """Show what the study holds."""
        self._held = str(value or "")
        if not (self.hasFocus() and self._pause.isActive()) and texts.body(self.toPlainText()) != self._held:
            self.blockSignals(True)
            self.setPlainText(self._held)
            self.blockSignals(False)
            self._fit()

    def flush(self, *, again: bool = False) -> None:
        """Commit what was typed and not committed yet; with `again` also what was refused before."""
        self._pause.stop()
        typed = texts.body(self.toPlainText())
        if again or typed != self._held:
            self._held = typed
            self.committed.emit(typed, self._burst)

    def _typed(self) -> None:
        if self.hasFocus():
            self._pause.start()

    def _fit(self) -> None:
        line = QFontMetrics(self.font()).lineSpacing()
        lines = max(self._lines, round(self.document().size().height()))
        height = min(lines, 14) * line + 16
        if self.height() != height:
            self.setFixedHeight(height)

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        typed = self.document()
        if _undoes_the_study(event, undoable=typed.isUndoAvailable(), redoable=typed.isRedoAvailable()):
            event.ignore()
            return False
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not source.hasUrls()  # a file that is dropped here is not its name

    def insertFromMimeData(self, source: QMimeData) -> None:
        paste(self, source, texts.BODY_MAX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        forced = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (forced or (self._single and not shifted)):
            self.flush(again=bool(self.property("wrong")))
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._burst = new_burst()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.flush()
        super().focusOutEvent(event)


def _undoes_the_study(event: QEvent, *, undoable: bool, redoable: bool) -> bool:
    """Undo or redo in a field in which nothing was typed: else Qt would take the key and do nothing."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    undo, redo = (event.matches(key) for key in (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo))
    return (undo and not undoable) or (redo and not redoable)
