"""Where the keyboard is and goes: Tab in the order of the screen, and parts that go away without losing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QStatusBar,
    QTabWidget,
    QToolBar,
    QWidget,
)

from app.panels.narrow import Wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtCore import QObject


def move(window: QMainWindow, *, forward: bool) -> bool:
    """Give the focus to what comes next; False when there is nowhere to go."""
    order = list(_stops(window))
    here = QApplication.focusWidget()
    if not order:
        return False
    away = 1 if forward else -1
    index = order.index(here) + away if here in order else min(0, away)
    found = order[index % len(order)]
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring(found)
    return True


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in this widget: itself, else what is in it."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QScrollArea | QTabWidget):
        yield widget
        return
    for part in _parts(widget):
        yield from _stops(part)


def _parts(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QMainWindow):
        bars = widget.findChildren(QToolBar)
        bottom = widget.findChildren(QStatusBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        parts: list[QWidget | None] = [*bars, widget.centralWidget(), *bottom]  # statusBar() would make one
    elif isinstance(widget, QTabWidget):
        parts = [widget.tabBar(), widget.currentWidget()]
    elif isinstance(widget, QStackedWidget):
        parts = [widget.currentWidget()]
    elif isinstance(widget, QSplitter):
        parts = [widget.widget(index) for index in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        parts = [widget.widget()]
    elif isinstance(widget, Wrapped):
        parts = list(widget.widgets)
    else:
        parts = list(_laid_out(widget.layout()))
    yield from (part for part in parts if part is not None)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget | None]:
    """The widgets of a layout and of the layouts in it.

    Never through itemAt: PySide keeps what that gives after Qt has deleted it, and takes it for whatever Qt puts in its
    place. That crashes the program, much later and anywhere.
    """
    if layout is None:
        return
    held: list[QObject] = [*layout.children(), *_beside(layout)]
    places = ((layout.indexOf(part), part) for part in held if isinstance(part, QWidget | QLayout))
    for _, part in sorted((pair for pair in places if pair[0] >= 0), key=lambda pair: pair[0]):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _laid_out(part)


def _beside(layout: QLayout) -> list[QObject]:
    """Everything in the widget that a layout, or the layout around it, lays out."""
    widget = layout.parentWidget()
    return [] if widget is None else widget.children()


def _bring(widget: QWidget) -> None:
    """Scroll every area around it until it is in view."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, 0, 24)
        around = around.parentWidget()


def holds_focus(part: QWidget) -> bool:
    """Whether the keyboard is at this widget or at something inside it."""
    focused: QWidget | None = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def discard(parts: Iterable[QWidget]) -> bool:
    """Take these widgets away. Tells whether the keyboard was at one of them: it needs another place then."""
    going = list(parts)
    held = any(holds_focus(part) for part in going)
    for part in going:
        part.hide()
        part.deleteLater()
    return held
