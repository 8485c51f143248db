"""For a narrow panel: buttons in a row that goes on below where the panel ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QResizeEvent

GAP = 4


class Wrapped(QWidget):
    """Widgets from left to right, and on the next line where the room ends.

    No QLayout of our own: the items that Qt would give it outlive in Python what Qt deletes, which crashes later.
    """

    def __init__(self, *widgets: QWidget, gap: int = GAP) -> None:
        super().__init__()
        self.widgets = widgets
        self._gap = gap
        for widget in widgets:
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        sizes = [_size(widget) for widget in self.widgets if not widget.isHidden()]
        return QSize(
            max((size.width() for size in sizes), default=0), max((size.height() for size in sizes), default=0)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one of them is larger now, or hidden
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for widget, place in self._places(self.width()):
            widget.setGeometry(place)

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        x = y = deep = 0
        for widget in self.widgets:
            if widget.isHidden():
                continue
            size = _size(widget)
            if deep and x + size.width() > width:
                x, y, deep = 0, y + deep + GAP, 0
            yield widget, QRect(QPoint(x, y), size)
            x += size.width() + self._gap
            deep = max(deep, size.height())


def _size(widget: QWidget) -> QSize:
    """What it would like to have, within what it was given."""
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())


def wrapped(*widgets: QWidget) -> QWidget:
    """These in a row that wraps."""
    return Wrapped(*widgets)
