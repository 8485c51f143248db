"""Form fields to choose in, to tick and to count with; each commits at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)  # fmt: skip

from app.panels.text_fields import BodyField, TitleField, new_burst
from app.plain import tip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent, QResizeEvent, QWheelEvent


LINES_AROUND: Final = 2
"""Pixels that the style sheet draws around a list."""


SPARE: Final = 4
"""Pixels."""


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
        self._own = False
        """Whether its tip is its own words, because they do not fit."""
        self.offer(options)
        self.currentTextChanged.connect(lambda _: self._tell_cut())
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

    def sizeHint(self) -> QSize:
        """Where the longest choice sets the width, there is room for it: Qt forgets what our style keeps free."""
        hint = super().sizeHint()
        if self.sizeAdjustPolicy() == QComboBox.SizeAdjustPolicy.AdjustToContents:
            hint.setWidth(hint.width() + SPARE)
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_cut()

    def _tell_cut(self) -> None:
        """What does not fit is whole in the tip, unless that says something else already."""
        if self._own or not self.toolTip():
            cut = self.fontMetrics().horizontalAdvance(self.currentText()) > self._room()
            self._own = cut
            tip(self, self.currentText() if cut else "")

    def _room(self) -> int:
        """Pixels for the words."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        return self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - 2

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
        option.currentText = self.fontMetrics().elidedText(option.currentText, self.elide, self._room())
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def showPopup(self) -> None:
        """Qt does not count the lines that the style sheet draws around a list: the last row would be cut off."""
        rows = self.view()
        shown = range(min(self.count(), self.maxVisibleItems()))
        rows.setMinimumHeight(sum(rows.sizeHintForRow(row) for row in shown) + 2 * LINES_AROUND)
        super().showPopup()

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
        self._burst = new_burst()
        self._date: Callable[[int], str] = lambda _: ""
        self.valueChanged.connect(self._changed)

    def sizeHint(self) -> QSize:
        """As tall as the other fields, also with larger text."""
        return super().sizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 12))

    def minimumSizeHint(self) -> QSize:
        """A date behind the number may be cut off; it must not widen the panel."""
        least = super().minimumSizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 12))
        return least.boundedTo(QSize(140, least.height())) if self.suffix() else least

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

    def tell_date(self, date: Callable[[int], str]) -> None:
        """Say behind the number on which date that day falls; empty where no date is known."""
        self._date = date
        self._add_date(self.value())

    def _add_date(self, value: int) -> None:
        told = self._date(value)
        suffix = f"  {told}" if told else ""
        if suffix != self.suffix():
            self.setSuffix(suffix)

    def flush(self) -> None:
        self.interpretText()

    def allow(self, least: int, most: int) -> None:
        """Other bounds; what is shown stays when it fits."""
        self._quiet = True
        self.setRange(least - self._optional, most)
        self._quiet = False

    def _changed(self, value: int) -> None:
        self._add_date(value)
        if not self._quiet:
            empty = self._optional and value == self.minimum()
            self.committed.emit(None if empty else value, self._burst)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._burst = new_burst()
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
