"""A page of the PDF to look at: fitted or as large as on paper, sharp where it is in sight, moved by hand or keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from app.dialogs.poster.page_paint import INCH, Shown, paint_lines, paint_part, paint_whole
from app.dialogs.poster.pixels import image
from app.dialogs.poster.proof import Part
from app.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from app.theme import Colours
    from journeys.poster.raster import Pixels

AROUND: Final = 14
"""Pixels of ground around a fitted page."""
STEP: Final = 1.25
LEAST: Final = 0.05
MOST: Final = 8.0
LIKELY_DPI: Final = (60.0, 400.0)
"""Screens that say anything else do not know how large they are."""


class PageView(QAbstractScrollArea):
    """Zoom 1 is the size on paper; None fits the whole page in sight."""

    zoomed = Signal(float)  #: how large the page is shown now, 1 is as on paper
    turned = Signal(int)  #: so many pages on are wanted
    part_wanted = Signal(object)  #: this Part is in sight

    def __init__(self, colours: Colours, name: str, busy: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setMinimumSize(220, 160)
        self._colours = colours
        self._number = 0
        self._size: tuple[float, float] | None = None
        self._trim = QRectF()
        self._safe = QRectF()
        self._whole, self._sharp = QImage(), QImage()
        self._sharp_at: Part | None = None
        self._zoom: float | None = None
        self._held: QPoint | None = None
        self._busy = PlainLabel(busy, self, name="chip")
        self._busy.hide()
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._moved())

    # What is shown

    def display(self, number: int, size: tuple[float, float], whole: Pixels, trim: QRectF, safe: QRectF) -> None:
        """Another page (sizes and frames in mm): it takes the place of the one before at once."""
        self._number, self._trim, self._safe = number, trim, safe
        self._whole, self._sharp, self._sharp_at = image(whole).copy(), QImage(), None
        if size != self._size:
            self._size = size
            self._fit_bars()
        self._moved()

    def sharpen(self, part: Part, pixels: Pixels) -> None:
        """What is in sight, as sharp as the screen."""
        self._sharp, self._sharp_at = image(pixels).copy(), part
        self.viewport().update()

    def show_busy(self, *, busy: bool) -> None:
        """A small sign; what was there stays."""
        self._busy.setVisible(busy)
        self._place_busy()

    @property
    def empty(self) -> bool:
        return self._whole.isNull()

    @property
    def picture(self) -> QImage:
        """The whole page as it is shown."""
        return self._whole

    # Zoom

    @property
    def zoom(self) -> float:
        """How large the page is shown, 1 is as on paper."""
        return self._per_mm() / self._paper_px()

    def fit(self) -> None:
        """All of the page in sight."""
        self._zoom = None
        self._fit_bars()
        self._moved()

    @property
    def fitted(self) -> bool:
        return self._zoom is None

    def zoom_to(self, factor: float, at: QPointF | None = None) -> None:
        """So large; what is under `at` (in the viewport) stays there, else what is in the middle."""
        if self._size is None:
            return
        at = at or QPointF(self.viewport().rect().center())
        before, origin = self._per_mm(), self._origin()
        spot = QPointF((at.x() - origin.x()) / before, (at.y() - origin.y()) / before)
        self._zoom = min(max(factor, LEAST), MOST)
        self._fit_bars()
        after, room = self._per_mm(), self.viewport().size()
        for bar, mm, there, side, all_of_it in (
            (self.horizontalScrollBar(), spot.x(), at.x(), room.width(), self._size[0]),
            (self.verticalScrollBar(), spot.y(), at.y(), room.height(), self._size[1]),
        ):
            if all_of_it * after + 2 * AROUND > side:
                bar.setValue(round(mm * after + AROUND - there))
        self._moved()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        self.zoom_to(self.zoom * factor, at)

    def _paper_px(self) -> float:
        """Pixels of the screen per mm on paper, as far as the screen knows."""
        real = self.physicalDpiX()
        return (real if LIKELY_DPI[0] <= real <= LIKELY_DPI[1] else self.logicalDpiX()) / INCH

    def _per_mm(self) -> float:
        """Pixels per mm of the page as it is shown."""
        if self._zoom is not None or self._size is None:
            return (self._zoom or 1.0) * self._paper_px()
        room = self.maximumViewportSize()
        wide, high = (max(10, side - 2 * AROUND) for side in (room.width(), room.height()))
        return min(wide / self._size[0], high / self._size[1])

    def _origin(self) -> QPointF:
        """Where the page's corner is in the viewport: in the middle of what is larger than it."""
        if self._size is None:
            return QPointF()
        room, per_mm = self.viewport().size(), self._per_mm()
        wide, high = self._size[0] * per_mm, self._size[1] * per_mm
        x, y = (
            (side - long) / 2 if self.fitted or long + 2 * AROUND <= side else AROUND - bar.value()
            for side, long, bar in (
                (room.width(), wide, self.horizontalScrollBar()), (room.height(), high, self.verticalScrollBar()),
            )
        )  # fmt: skip
        return QPointF(round(x), round(y))

    def _fit_bars(self) -> None:
        if self._size is None:
            return
        per_mm, fitted = self._per_mm(), self._zoom is None
        for _ in range(2):  # the first bar takes room from the second
            room = self.viewport().size()
            for bar, mm, side in (
                (self.horizontalScrollBar(), self._size[0], room.width()),
                (self.verticalScrollBar(), self._size[1], room.height()),
            ):
                bar.setRange(0, 0 if fitted else max(0, round(mm * per_mm) + 2 * AROUND - side))
                bar.setPageStep(side)
                bar.setSingleStep(40)

    def _moved(self) -> None:
        self.viewport().update()
        self.zoomed.emit(self.zoom)
        part = self._in_sight()
        if part is not None:
            self.part_wanted.emit(part)

    def _in_sight(self) -> Part | None:
        if self._size is None:
            return None
        ratio, per_mm, origin = self.devicePixelRatioF(), self._per_mm(), self._origin()
        page = QRectF(0, 0, self._size[0] * per_mm, self._size[1] * per_mm)
        seen = page & QRectF(self.viewport().rect()).translated(-origin)
        if seen.isEmpty():
            return None
        left, top = int(seen.left() * ratio), int(seen.top() * ratio)
        width, height = round(seen.right() * ratio) - left, round(seen.bottom() * ratio) - top
        return Part(self._number, per_mm * ratio * INCH, left, top, max(1, width), max(1, height))

    # Painting

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(self._colours.ground))
        if self._size is not None and not self._whole.isNull():
            shown = Shown(self._origin(), self._per_mm(), self._size)
            part = self._sharp_at
            if part is None or part != self._in_sight():
                paint_whole(painter, shown, self._whole)
            if part is not None:
                paint_part(painter, shown, part, self._sharp)
            paint_lines(painter, shown, self._trim, self._safe, self._colours.edge)
        painter.end()

    def _place_busy(self) -> None:
        self._busy.adjustSize()
        room = self.viewport().geometry()
        self._busy.move(room.right() - self._busy.width() - 8, room.bottom() - self._busy.height() - 8)

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()
        self._place_busy()
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if event.angleDelta().y():
                self.zoom_by(STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture:
            value = getattr(event, "value", None)
            if value is not None and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:  # type: ignore[attr-defined]  # told by its type
                self.zoom_by(1 + value())
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._held = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        here = event.position().toPoint()
        moved, self._held = here - self._held, here
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, _: QMouseEvent) -> None:
        self._held = None
        self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._zoom is None:
            self.zoom_to(1.0, event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        if text in ("+", "="):
            self.zoom_by(STEP)
        elif text == "-":
            self.zoom_by(1 / STEP)
        elif text == "0":
            self.fit()
        elif text == "1":
            self.zoom_to(1.0)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._scroll(key)
        else:
            super().keyPressEvent(event)

    def _scroll(self, key: Qt.Key) -> None:
        level = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        bar = self.horizontalScrollBar() if level else self.verticalScrollBar()
        back = key in (Qt.Key.Key_Left, Qt.Key.Key_Up)
        bar.setValue(bar.value() + (-bar.singleStep() if back else bar.singleStep()))
