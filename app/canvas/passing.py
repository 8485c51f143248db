"""Lets the eye follow a jump of the map: what was in view moves to where it is now, and fades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app import motion

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent, QPixmap

    from app.canvas.zoom_view import ZoomView


def followed(view: ZoomView, change: Callable[[], object]) -> None:
    """Do `change` at once; only a picture of what was in view moves, so nothing has to wait for it."""
    if not motion.wanted() or not view.isVisible():
        change()
        return
    for old in view.viewport().findChildren(Passing):
        old.end()
    before, area = view.viewport().grab(), view.visible_area()
    change()
    if area != view.visible_area():
        Passing(view, before, area)


class Passing(QWidget):
    """Over the viewport for a moment; the pointer goes through it."""

    def __init__(self, view: ZoomView, before: QPixmap, area: QRectF) -> None:
        super().__init__(view.viewport())
        self._before = before
        self._share = 0.0
        self._from = QRectF(view.viewport().rect())
        self._to = view.viewportTransform().mapRect(area)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(view.viewport().size())
        self.show()
        motion.glide(self, self._moved, self.end)

    def _moved(self, share: float) -> None:
        self._share = share
        self.update()

    def end(self) -> None:
        """Gone: the map itself stands there."""
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(1.0 - self._share)
        painter.drawPixmap(_between(self._from, self._to, self._share), self._before, QRectF(self._before.rect()))
        painter.end()


def _between(one: QRectF, other: QRectF, share: float) -> QRectF:
    def at(a: float, b: float) -> float:
        return a + (b - a) * share

    return QRectF(
        at(one.x(), other.x()), at(one.y(), other.y()),
        at(one.width(), other.width()), at(one.height(), other.height()),
    )  # fmt: skip
