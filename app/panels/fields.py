"""Form fields that commit on Enter, on leaving and after a pause; and that never overwrite what is being typed."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)  # fmt: skip

from app.panels import cut_short
from app.plain import paste, put, tip
from journeys import text as texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent, QResizeEvent, QWheelEvent

PAUSE_MS: Final = 800
"""What was typed is committed after this pause, so that a crash loses no more than a second of it."""
LONG: Final = 28
"""From so many letters on a line may be cut off in a narrow panel: its tooltip shows all of it."""
_bursts = count(1)


class TitleField(QLineEdit):
    """One line of text."""

    committed = Signal(object, str)  #: the clean text, and the burst it belongs to

    def __init__(self, name: str, *, required: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(texts.TITLE_MAX)
        cut_short.watch(self)
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
        self._burst = f"field {next(_bursts)}"
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
        self._burst = f"field {next(_bursts)}"
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


class ChoiceField(QComboBox):
    """One of several values; the wheel scrolls the page, not the value."""

    committed = Signal(object, str)  #: the chosen value, and an empty burst

    elide = Qt.TextElideMode.ElideRight  #: where words are left out that do not fit

    def __init__(self, name: str, options: Iterable[tuple[str, object]] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.offer(options)
        self.activated.connect(lambda _: self.committed.emit(self.currentData(), ""))

    def offer(self, options: Iterable[tuple[str, object]]) -> None:
        """Replace the options when they differ; the chosen value stays."""
        wanted = list(options)
        if wanted == [(self.itemText(index), self.itemData(index)) for index in range(self.count())]:
            return
        held = self.currentData()
        self.clear()
        for label, value in wanted:
            self.addItem(label, value)
        self.display(held)

    def display(self, value: object) -> None:
        self.setCurrentIndex(next((i for i in range(self.count()) if self.itemData(i) == value), -1))

    def flush(self) -> None:
        """A choice is committed when it is made."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        line = self.lineEdit()
        if line is not None and event.reason() != Qt.FocusReason.MouseFocusReason:
            line.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The style sheet takes the style's arrow away; this is ours. Words that do not fit end in an ellipsis."""
        if self.isEditable() or self.currentIndex() < 0:
            super().paintEvent(event)
        else:
            self._paint_chosen()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().text().color(), 1.6))
        x, y = self.width() - 14.0, self.height() / 2 - 1.5
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])
        painter.end()

    def _paint_chosen(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2
        option.currentText = self.fontMetrics().elidedText(option.currentText, self.elide, room)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class CheckField(QCheckBox):
    """Yes or no."""

    committed = Signal(object, str)  #: the state, and an empty burst

    def __init__(self, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda checked: self.committed.emit(checked, ""))

    def display(self, value: object) -> None:
        self.setChecked(bool(value))

    def flush(self) -> None:
        """A tick is committed when it is set."""


class DayField(QSpinBox):
    """A whole number, such as a day counted from day 0; with `optional` its lowest value stands for "not known"."""

    committed = Signal(object, str)  #: the number or None, and the burst

    def __init__(self, name: str, least: int, most: int, *, optional: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._optional = bool(optional)
        self.setRange(least - self._optional, most)
        self.setSpecialValueText(optional)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._quiet = False
        self._burst = f"field {next(_bursts)}"
        self.valueChanged.connect(self._changed)

    def sizeHint(self) -> QSize:
        """As tall as the other fields, also with larger text."""
        return super().sizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 12))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The line's own menu; the box's would hold up everything until it is answered."""
        menu = self.lineEdit().createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def stepBy(self, steps: int) -> None:
        """From "not known" the arrows begin at day 0, not at the far end of the range."""
        if self._optional and self.value() == self.minimum():
            self.setValue(0)
        else:
            super().stepBy(steps)

    def display(self, value: Any) -> None:
        self._quiet = True
        self.setValue(self.minimum() if value is None else int(value))
        self._quiet = False

    def flush(self) -> None:
        self.interpretText()

    def allow(self, least: int, most: int) -> None:
        """Other bounds; what is shown stays when it fits."""
        self._quiet = True
        self.setRange(least - self._optional, most)
        self._quiet = False

    def _changed(self, value: int) -> None:
        if not self._quiet:
            empty = self._optional and value == self.minimum()
            self.committed.emit(None if empty else value, self._burst)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._burst = f"field {next(_bursts)}"
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self._optional:
            key = event.key() if isinstance(event, QKeyEvent) else 0
            if key == Qt.Key.Key_Delete and self.value() == self.minimum():
                event.accept()
                return True
        return super().event(event)


Field = TitleField | BodyField | ChoiceField | CheckField | DayField
