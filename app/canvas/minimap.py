"""The whole map small, in the corner of the map: shows which part is in view, and moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from app.canvas.far_item import SOFT
from app.canvas.scale import PX
from app.plain import tip
from journeys.layout.drawing import Box, Line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from app.canvas.inks import Inks
    from app.canvas.shown_map import ShownMap
    from app.study_view import StudyView
    from journeys.layout.drawing import Drawing, Layer

MOST: Final = QSize(210, 120)
LEAST: Final = QSize(110, 52)
MARGIN: Final = 14
"""Pixels from the corner of the map."""
EDGE: Final = 6
"""Pixels around the picture."""
ROOM: Final = QSize(420, 260)
"""On a smaller map it would only be in the way."""
NEARLY: Final = 0.85
"""From this part of its width and its height on, the map is nearly whole in view."""
LATER_MS: Final = 120
"""While one edit follows the other the picture is not made anew each time."""
CROWDED: Final = 4000
"""Elements from which lanes are painted as plain blocks."""
CARDS: Final = 150
"""How dense cards are painted: the phases above them stand out more."""
STEP: Final = 0.25
"""An arrow key moves what is in view by this part of itself."""
KEYS: Final = {
    Qt.Key.Key_Left: (-STEP, 0.0), Qt.Key.Key_Right: (STEP, 0.0), Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP), Qt.Key.Key_PageUp: (-1.0, 0.0), Qt.Key.Key_PageDown: (1.0, 0.0),
    Qt.Key.Key_Home: (-1e4, 0.0), Qt.Key.Key_End: (1e4, 0.0),
}  # fmt: skip
PAINTED: Final = frozenset({"phases", "presence", "steps", "backstage", "needs", "opportunities", "contact", "text"})


class Minimap(QWidget):
    """A child of the map's viewport; it is seen only while it is wanted and the map does not fit."""

    def __init__(self, view: ShownMap) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._drawing: Drawing | None = None
        self._inks: object = None
        self._picture = QPixmap()
        self._grip: QPointF | None = None
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self._make_anew)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(view.say("Minimap: arrow keys move the map"))
        tip(self, view.say("The whole map: drag to move what you see"))
        view.viewport().installEventFilter(self)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.follow)
            bar.rangeChanged.connect(self.follow)
        view.zoom_changed.connect(self.follow)
        self.follow()

    def sizeHint(self) -> QSize:
        """As the map is formed, within measures."""
        area = self._view.sceneRect()
        if area.isEmpty():
            return MOST
        room = QSize(MOST.width() - 2 * EDGE, MOST.height() - 2 * EDGE)
        share = min(room.width() / area.width(), room.height() / area.height())
        made = QSize(round(area.width() * share) + 2 * EDGE, round(area.height() * share) + 2 * EDGE)
        return made.expandedTo(LEAST)

    def follow(self, *_: object) -> None:
        """The map was scrolled, zoomed, resized or laid out anew: stand in its corner, if there is a need."""
        around = self._view.viewport()
        roomy = around.width() >= ROOM.width() and around.height() >= ROOM.height()
        shown = self._view.minimap_wanted and roomy and not self._fits()
        if shown:
            size = self.sizeHint()
            corner = QPoint(around.width() - size.width() - MARGIN, around.height() - size.height() - MARGIN)
            self.setGeometry(QRect(corner, size))
        if shown != (not self.isHidden()):
            self._make_way()
            self.setVisible(shown)
        self.update()

    def _make_way(self) -> None:
        """Whoever stands here when it goes stands on the map again."""
        if self.hasFocus():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fits(self) -> bool:
        """Whether what is in view tells where one is: then it would only lie over what is there."""
        area, seen = self._view.sceneRect(), self._view.visible_area()
        return area.isEmpty() or all(
            part >= NEARLY * whole for part, whole in ((seen.width(), area.width()), (seen.height(), area.height()))
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.follow()
        return super().eventFilter(watched, event)

    # Places

    def _frame(self) -> QRectF:
        """Where the whole map lies in here."""
        area, room = self._view.sceneRect(), QRectF(self.rect()).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        if area.isEmpty():
            return room
        share = min(room.width() / area.width(), room.height() / area.height())
        made = QRectF(0, 0, area.width() * share, area.height() * share)
        made.moveCenter(room.center())
        return made

    def _share(self) -> float:
        return self._frame().width() / max(self._view.sceneRect().width(), 1.0)

    def seen(self) -> QRectF:
        """The part in view, in here; never smaller than can be taken hold of."""
        frame, share, area = self._frame(), self._share(), self._view.sceneRect()
        part = self._view.visible_area().intersected(area)
        x, y = frame.x() + (part.x() - area.x()) * share, frame.y() + (part.y() - area.y()) * share
        return QRectF(x, y, max(part.width() * share, 5.0), max(part.height() * share, 5.0))

    def _place(self, point: QPointF) -> QPointF:
        """A point in here, in the scene."""
        frame, area = self._frame(), self._view.sceneRect()
        return area.topLeft() + (point - frame.topLeft()) / max(self._share(), 1e-9)

    # Moving

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        seen = self.seen()
        self._grip = event.position() - seen.center() if seen.contains(event.position()) else QPointF()
        self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._move_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def _move_to(self, point: QPointF) -> None:
        self._view.centerOn(self._place(point - (self._grip or QPointF())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = KEYS.get(Qt.Key(event.key()))
        if by is not None:
            across, down = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
            across.setValue(round(across.value() + by[0] * across.pageStep()))
            down.setValue(round(down.value() + by[1] * down.pageStep()))
        elif event.key() == Qt.Key.Key_Escape:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            event.ignore()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stale():
            if self._picture.isNull():
                self._make_anew()
            elif not self._later.isActive():
                self._later.start()
        inks = self._view.inks
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(inks.colour("focus" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(inks.colour("canvas"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.drawPixmap(self._frame().toRect(), self._picture)
        painter.setPen(QPen(inks.colour("selection"), 2))
        ground = QColor(inks.colour("selection"))
        ground.setAlpha(28)
        painter.setBrush(ground)
        painter.drawRect(self.seen())
        painter.end()

    def _stale(self) -> bool:
        now = (self._view.drawing, self._view.inks, self._size())
        return self._drawing is not now[0] or self._inks is not now[1] or self._picture.size() != now[2]

    def _size(self) -> QSize:
        """Of the picture: a very long map is not even one pixel high in here."""
        return (self._frame().size().toSize() * self.devicePixelRatioF()).expandedTo(QSize(1, 1))

    def _make_anew(self) -> None:
        """The picture of the whole map; only plain shapes can be seen this small."""
        self._drawing, self._inks = self._view.drawing, self._view.inks
        self._picture = picture(self._view, self._size())
        self.update()


def picture(view: ShownMap, size: QSize) -> QPixmap:
    """The map in so many pixels."""
    made = QPixmap(size)
    made.fill(view.inks.colour("canvas"))
    painter = QPainter(made)
    area = view.sceneRect()
    if not area.isEmpty():
        painter.scale(size.width() / area.width(), size.height() / area.height())
        painter.translate(-area.topLeft())
    paint(painter, view.drawing, view.inks)
    painter.end()
    return made


def paint(painter: QPainter, drawing: Drawing, inks: Inks) -> None:
    """A map as what can be told apart of it when it is very small, in pixels at 100 %."""
    painter.setPen(Qt.PenStyle.NoPen)
    crowded = sum(len(layer.elements) for layer in drawing.layers) > CROWDED
    for role, rect in _blocks(drawing, crowded=crowded):
        colour = QColor(inks.colour(role))
        if role == "card.stroke":
            colour.setAlpha(CARDS)
        painter.fillRect(rect, colour)


def _blocks(drawing: Drawing, *, crowded: bool) -> Iterator[tuple[str, QRectF]]:
    """Colour and rectangle of what can still be told apart, bottom to top."""
    for layer in drawing.layers:
        if layer.lane == "ground":
            yield from (_block(layer, box) for box in layer.elements if isinstance(box, Box) and box.fill)
        elif layer.lane in PAINTED and crowded:
            yield ("card.stroke" if layer.lane in ("steps", "backstage") else "phase.fill", _placed(layer))
        elif layer.lane in PAINTED:
            yield from _shapes(layer)
        elif layer.lane == "heartbeat" and not crowded:
            yield from _curve(layer)


def _shapes(layer: Layer) -> Iterator[tuple[str, QRectF]]:
    """Cards as lines of their colour, notes and phases as plain blocks."""
    if layer.lane in ("steps", "backstage"):
        inks = _lens_inks(layer)
        for target in layer.targets:
            if target.part == "card":
                r = target.rect
                x, y = (r.x + layer.origin[0]) * PX, (r.y + layer.origin[1]) * PX
                yield inks.get(target.id, "card.stroke"), QRectF(x, y, r.w * PX, r.h * PX)
        return
    for box in layer.elements:
        if isinstance(box, Box) and (box.fill or box.hatch):
            yield _block(layer, box)


def _lens_inks(layer: Layer) -> dict[str, str]:
    """Step → the ink of its card, when the map is coloured by a lens."""
    return {
        box.about: box.fill.removesuffix(SOFT)
        for box in layer.elements
        if isinstance(box, Box) and box.about and box.fill and box.fill.endswith(SOFT)
    }


def _block(layer: Layer, box: Box) -> tuple[str, QRectF]:
    r, (dx, dy) = box.rect, layer.origin
    return box.hatch or cast("str", box.fill), QRectF((r.x + dx) * PX, (r.y + dy) * PX, r.w * PX, r.h * PX)


def _placed(layer: Layer) -> QRectF:
    return QRectF(layer.rect.x * PX, layer.rect.y * PX, layer.rect.w * PX, layer.rect.h * PX)


def _curve(layer: Layer) -> Iterator[tuple[str, QRectF]]:
    """The feelings along the curve, as dots."""
    dx, dy = layer.origin
    for line in layer.elements:
        if isinstance(line, Line) and line.curved:
            for x, y in line.points[::3]:
                yield line.stroke, QRectF((x + dx) * PX - 14, (y + dy) * PX - 14, 28, 28)


def of(view: StudyView) -> Minimap:
    """The minimap of a study's map; made when it is first asked for."""
    found = view.map.viewport().findChild(Minimap)
    return found if isinstance(found, Minimap) else Minimap(view.map)


def toggle(view: StudyView) -> None:
    """Show it, or put it away."""
    view.map.minimap_wanted = not view.map.minimap_wanted
    of(view).follow()
    view.changed.emit()
