"""Cuts a square out of a picture: drag it, zoom, or use the arrow keys and + and −."""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSlider, QToolButton, QVBoxLayout, QWidget

from app import pixels
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from app.context import Context

ZOOM_MOST: Final = 8.0
SMALLEST_PX: Final = 24
"""A square narrower than this shows nobody."""


class CropDialog(QDialog):
    """A picture with the square that is cut out of it, and how to zoom."""

    cut = Signal(object)  #: the square that was cut out (a QImage)

    def __init__(self, parent: QWidget, context: Context, image: QImage) -> None:
        super().__init__(parent)
        say = context.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Cut out the portrait"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        self.area = CropArea(image, context)
        column.addWidget(self.area, 1)
        column.addLayout(self._zoom_row(context))
        hint = say("Drag the picture, or use the arrow keys. Zoom with the wheel, or with + and −.")
        column.addWidget(PlainLabel(hint, wrap=True, name="muted"))
        row = QHBoxLayout()
        row.addStretch(1)
        leave = QPushButton(say("Cancel"))
        leave.clicked.connect(self.reject)
        self.use = named(QPushButton(say("Use this portrait")), "primary")
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        row.addWidget(leave)
        row.addWidget(self.use)
        column.addLayout(row)
        self.resize(440, 540)
        self.area.setFocus()

    def _zoom_row(self, context: Context) -> QHBoxLayout:
        say = context.say
        row = QHBoxLayout()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setAccessibleName(say("Zoom"))
        self.slider.valueChanged.connect(lambda value: self.area.zoom_to(ZOOM_MOST ** (value / 100)))
        self.area.zoomed.connect(self._show_zoom)
        smaller, larger = _step_button("minus", say("Zoom out"), context), _step_button("plus", say("Zoom in"), context)
        smaller.clicked.connect(lambda: self.area.zoom_by(1 / 1.2))
        larger.clicked.connect(lambda: self.area.zoom_by(1.2))
        for widget in (smaller, self.slider, larger):
            row.addWidget(widget)
        return row

    def _show_zoom(self, zoom: float) -> None:
        blocked = self.slider.blockSignals(True)
        self.slider.setValue(round(100 * log(zoom) / log(ZOOM_MOST)))
        self.slider.blockSignals(blocked)

    def accept(self) -> None:
        self.cut.emit(self.area.square())
        super().accept()


def _step_button(sign: str, name: str, context: Context) -> QToolButton:
    return sign_button(sign, name, context.colours.text)


class CropArea(QWidget):
    """The picture behind a window that shows which square of it is used, cut round as it will be seen."""

    zoomed = Signal(float)  #: how much larger than fitting the picture is now, from 1

    def __init__(self, image: QImage, context: Context) -> None:
        super().__init__()
        self._image = image
        self._pixmap = QPixmap.fromImage(image)
        self._colours = context.colours
        self._zoom = 1.0
        self._middle = QPointF(image.width() / 2, self._first_middle())
        self._grip: QPointF | None = None
        self.setMinimumSize(280, 280)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName(context.say("The picture to cut out"))
        self._say = context.say

    def _first_middle(self) -> float:
        """Upright pictures show a face above the middle."""
        width, height = self._image.width(), self._image.height()
        return height / 2 if height <= width else width / 2 + (height - width) * 0.3

    @property
    def side(self) -> float:
        """The side of the square, in points of the picture."""
        shortest = min(self._image.width(), self._image.height())
        return max(min(shortest, SMALLEST_PX), shortest / self._zoom)

    def chosen(self) -> QRect:
        """The square, in points of the picture."""
        side = max(1, round(self.side))
        left = round(self._middle.x() - side / 2)
        top = round(self._middle.y() - side / 2)
        left = max(0, min(left, self._image.width() - side))
        top = max(0, min(top, self._image.height() - side))
        return QRectF(left, top, side, side).toRect()

    def square(self) -> QImage:
        """What is cut out."""
        return pixels.cropped(self._image, self.chosen())

    def zoom_to(self, zoom: float) -> None:
        """Make the square smaller by this factor than the largest that fits."""
        self._zoom = max(1.0, min(zoom, ZOOM_MOST))
        self.move_by(0, 0)
        self.zoomed.emit(self._zoom)

    def zoom_by(self, factor: float) -> None:
        self.zoom_to(self._zoom * factor)

    def move_by(self, across: float, down: float) -> None:
        """Move the square by so many points of the picture; it stays inside."""
        half = self.side / 2
        x = max(half, min(self._middle.x() + across, self._image.width() - half))
        y = max(half, min(self._middle.y() + down, self._image.height() - half))
        self._middle = QPointF(x, y)
        self.setAccessibleDescription(self._where())
        self.update()

    def _where(self) -> str:
        chosen = self.chosen()
        return self._say(
            "Square of {side} points, {left} from the left and {top} from the top",
            side=chosen.width(), left=chosen.left(), top=chosen.top(),
        )  # fmt: skip

    def _window(self) -> QRectF:
        side = min(self.width(), self.height()) - 24.0
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        window = self._window()
        scale = window.width() / self.side
        shown = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        shown.moveTopLeft(window.center() - self._middle * scale)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#20262e"))
        painter.drawPixmap(shown, self._pixmap, QRectF(self._pixmap.rect()))
        around = QPainterPath()
        around.addRect(QRectF(self.rect()))
        hole = QPainterPath()
        hole.addEllipse(window)
        painter.fillPath(around.subtracted(hole), QColor(15, 20, 26, 165))
        painter.setPen(QPen(QColor("#ffffff"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(window)
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1, Qt.PenStyle.DashLine))
        painter.drawRect(window)
        if self.hasFocus():
            painter.setPen(QPen(QColor(self._colours.focus), 3))
            painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.move_by(0, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            by = (self._grip - event.position()) * (self.side / self._window().width())
            self._grip = event.position()
            self.move_by(by.x(), by.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(1.0015 ** event.angleDelta().y())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self.side * (0.1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.02)
        moves = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }  # fmt: skip
        if event.key() in moves:
            self.move_by(*moves[Qt.Key(event.key())])
        elif event.text() in ("+", "="):
            self.zoom_by(1.1)
        elif event.text() in ("-", "−", "_"):
            self.zoom_by(1 / 1.1)
        else:
            super().keyPressEvent(event)
