"""A graphics view that zooms at a point, pans and scrolls; it knows nothing of journeys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from app.canvas import zoom

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QWheelEvent

PADDING = 40
"""Pixels on the screen around what changed, that its rings and handles may touch."""
PER_PIXEL = 1.6
"""What a wheel turns for a pixel that a trackpad scrolls."""
READABLE = 0.6
"""A map is first shown whole, but never so small that its words cannot be read."""


class ZoomView(QGraphicsView):
    """Zoom is 1.0 at 100 %; while a fitted view is resized, it stays fitted: unasked only while it can be read."""

    #: 1.0 is 100 %
    zoom_changed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fitted = False
        self._asked = False
        self._shown = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)

    @property
    def zoom(self) -> float:
        """1.0 is 100 %."""
        return zoom.factor(self)

    @property
    def fitted(self) -> bool:
        """Whether the whole is in view, and stays so."""
        return self._fitted

    def zoom_to_fit(self) -> None:
        """Everything, at most at 100 %."""
        self._fitted = self._asked = self._shown = True
        if zoom.fit(self, self.sceneRect()):
            self.zoom_changed.emit(self.zoom)

    def zoom_to(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom around a point of the viewport, its middle by default; 10–400 %."""
        self._fitted = False
        if zoom.to(self, factor, at):
            self.zoom_changed.emit(self.zoom)

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * zoom.STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / zoom.STEP)

    def zoom_to_area(self, area: QRectF) -> None:
        """This part of the scene, at most at 200 %."""
        self._fitted = False
        if zoom.fit(self, area, 2.0):
            self.zoom_changed.emit(self.zoom)

    def show_from_start(self) -> None:
        """Whole when that can be read, else its left top corner; once the view has a size."""
        self._shown = self.viewport().width() > 100 and not self.sceneRect().isEmpty()
        if self._shown:
            whole = zoom.whole(self, self.sceneRect())
            self._fitted, self._asked = whole >= READABLE, False
            zoom.to_corner(self, max(whole, READABLE))
            self.zoom_changed.emit(self.zoom)

    def scene_point(self, place: QPointF) -> QPointF:
        """A point of the viewport in the scene, unrounded."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.map(place)

    def visible_area(self) -> QRectF:
        """The part of the scene that is in view."""
        inverted, _ = self.viewportTransform().inverted()
        return inverted.mapRect(QRectF(self.viewport().rect()))

    def repaint_area(self, area: QRectF) -> None:
        """Paint this part of the scene again, with the rings around it."""
        seen = self.viewportTransform().mapRect(area).toAlignedRect()
        self.viewport().update(seen.adjusted(-PADDING, -PADDING, PADDING, PADDING))

    def bring(self, area: QRectF) -> None:
        """Scroll until this part of the scene is in view."""
        if not self.visible_area().contains(area):
            self.ensureVisible(area, 60, 40)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y() or event.angleDelta().x() or event.pixelDelta().y() * PER_PIXEL
            self.zoom_to(self.zoom * zoom.STEP ** (turn / 120), event.position())
        else:
            fine = event.pixelDelta()
            delta = event.angleDelta() / PER_PIXEL if fine.isNull() else fine
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and delta.x() == 0:
                delta = QPoint(delta.y(), 0)
            zoom.pan(self, delta)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_to(self.zoom * (1 + event.value()), event.position())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._shown:
            self.show_from_start()
        elif self._fitted:
            self._stay_fitted()

    def _stay_fitted(self) -> None:
        """Also when the map has grown; who did not ask for the whole keeps words that can be read."""
        if self._asked:
            self.zoom_to_fit()
        elif zoom.whole(self, self.sceneRect()) < READABLE:
            self._fitted = False
        else:
            zoom.fit(self, self.sceneRect())
            self.zoom_changed.emit(self.zoom)
