"""Finds what is cut off, covered, out of reach or too small to press among the widgets that a user sees."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QSplitter,
    QStyle,
    QStyleOptionComboBox,
    QToolBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

SLACK: Final = 2
"""Pixels of frame or rounding that nobody sees."""
TARGET, FINGER = 24, 44
"""The least side of what is pressed: as a rule, and for a whole room."""
INLINE: Final = {"inline", "corner"}
"""What stands within a line of words is as high as the line."""
PRESSED: Final = (QAbstractButton, QLineEdit, QComboBox, QSlider, QAbstractSpinBox)


def faults(window: QWidget, *, large: bool = False) -> list[str]:
    """Sentences about everything that is wrong with what this window shows now."""
    shown = [window, *(each for each in window.findChildren(QWidget) if _seen(each, window))]
    found: list[str] = []
    for widget in shown:
        found += [f"{called(widget)}: {fault}" for fault in _faults(widget, FINGER if large else TARGET)]
    return found


def _seen(widget: QWidget, window: QWidget) -> bool:
    if widget.window() is not window or not widget.isVisible() or widget.objectName().startswith("qt_"):
        return False
    return not widget.visibleRegion().isEmpty() or widget.size().isEmpty()


def called(widget: QWidget) -> str:
    """Where a widget is: its own words, and what it is in."""
    around = widget.parentWidget()
    inside = f" in {type(around).__name__}#{around.objectName()}" if around is not None else ""
    name = widget.accessibleName() or _text(widget)
    return f"{type(widget).__name__}#{widget.objectName()} “{name[:50]}”{inside} {widget.width()}×{widget.height()}"


def _faults(widget: QWidget, least: int) -> Iterator[str]:
    yield from _words(widget)
    yield from _inside(widget)
    yield from _covered(widget)
    if isinstance(widget, PRESSED) and widget.objectName() not in INLINE and _alone(widget):
        side = widget.height() if isinstance(widget, QSlider) else min(widget.width(), widget.height())
        if side < (TARGET if isinstance(widget.parentWidget(), QLineEdit) else least):  # within a field: keys do it too
            yield f"can be pressed, but is only {side} pixels"


def _alone(widget: QWidget) -> bool:
    """Not a part of another control, and open to the pointer."""
    around = widget.parentWidget()
    through = widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return not isinstance(around, (QAbstractSpinBox, QComboBox)) and not through


def _words(widget: QWidget) -> Iterator[str]:
    """Words that need more room than there is, and are told nowhere else."""
    need = needed(widget)
    if need is None or not _alone(widget):
        return
    text = _text(widget)
    wide, high = need.width() > widget.width() + SLACK, need.height() > widget.height() + SLACK
    if (wide or high) and text not in widget.toolTip():
        yield f"needs {need.width()}×{need.height()}"


def _text(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QLineEdit):
        return "" if widget.text() else widget.placeholderText()
    return widget.text().replace("&", "") if isinstance(widget, (QLabel, QAbstractButton)) else ""


def needed(widget: QWidget) -> QSize | None:
    """The room that the words of a control take; None for what has none."""
    if not _text(widget):
        return None
    if isinstance(widget, QLabel):
        if widget.wordWrap():
            return QSize(0, widget.heightForWidth(widget.width()))
        return widget.sizeHint()
    if isinstance(widget, QAbstractButton):
        return widget.sizeHint()
    if isinstance(widget, QComboBox):
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, widget
        )
        lack = widget.fontMetrics().horizontalAdvance(widget.currentText()) - field.width()
        return QSize(widget.width() + lack, widget.sizeHint().height())
    if isinstance(widget, QLineEdit):
        return QSize(widget.fontMetrics().horizontalAdvance(_text(widget)) + 12, widget.sizeHint().height())
    return None


def _inside(widget: QWidget) -> Iterator[str]:
    """Nothing sticks out of what it is in, unless that scrolls."""
    around = widget.parentWidget()
    if isinstance(widget, QScrollArea) and widget.widget() is not None:
        still = widget.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if still and widget.widget().width() > widget.viewport().width() + SLACK:
            yield f"its page is {widget.widget().width()} wide, and cannot be scrolled"
    if widget.isWindow() or around is None or _scrolled(around):
        return
    if not around.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"sticks out of it: {_told(widget.geometry())} in {_told(around.rect())}"


def _scrolled(around: QWidget) -> bool:
    """Whether this is a hole through which a part of something larger is seen."""
    outer = around.parentWidget()
    return isinstance(outer, QAbstractScrollArea) and outer.viewport() is around


def _covered(around: QWidget) -> Iterator[str]:
    """Siblings that a layout placed do not lie over each other."""
    layout = around.layout()
    if layout is None or isinstance(around, QGraphicsView):
        return
    inside = around.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [each for each in inside if layout.indexOf(each) >= 0 and each.isVisible() and not each.size().isEmpty()]
    for one, other in combinations(shown, 2):
        both = one.geometry().intersected(other.geometry())
        if both.width() > SLACK and both.height() > SLACK:
            yield f"{called(one)} lies over {called(other)}: {_told(both)}"


def _told(area: QRect) -> str:
    return f"{area.x()},{area.y()} {area.width()}×{area.height()}"


def covered(window: QWidget) -> list[str]:
    """Controls of which the middle is under something else."""
    found = []
    for widget in window.findChildren(QWidget):
        if not isinstance(widget, PRESSED) or not _seen(widget, window) or not _alone(widget):
            continue
        middle = widget.visibleRegion().boundingRect().center()
        there = window.childAt(widget.mapTo(window, middle))
        if there is not None and there is not widget and not widget.isAncestorOf(there) and not _floats(there, window):
            found.append(f"{called(widget)} is under {called(there)} at {widget.mapTo(window, QPoint(0, 0))}")
    return found


def _floats(widget: QWidget, window: QWidget) -> bool:
    """Whether it lies over the window on purpose, until it is closed: no layout holds it."""
    around = widget.parentWidget()
    if widget is window or around is None or around is window:
        return widget is not window and (window.layout() is None or window.layout().indexOf(widget) < 0)
    held = around.layout() is not None and around.layout().indexOf(widget) >= 0
    outer = around if isinstance(around, (QAbstractScrollArea, QSplitter)) or _scrolled(around) else None
    return not (held or outer is not None or isinstance(around, QToolBar)) or _floats(around, window)
