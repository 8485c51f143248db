"""One graphics item per layer of the Drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from app.canvas.inks import Inks
    from app.canvas.sheet import Sheet


class LayerItem(QGraphicsItem):
    """Paints a sheet at its place; knows nothing of steps, selection or pointers."""

    def __init__(self, sheet: Sheet, inks: Inks) -> None:
        super().__init__()
        self.sheet = sheet
        self._inks = inks
        self._place: tuple[float, float, int] | None = None
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def show_sheet(self, sheet: Sheet, inks: Inks) -> None:
        """Paint this from now on."""
        if sheet.rect != self.sheet.rect:
            self.prepareGeometryChange()
        self.sheet, self._inks = sheet, inks
        self.update()

    def stand(self, place: QPointF, height: int) -> None:
        """Lie there, that high among the layers; telling Qt what it knows already would cost time per layer."""
        wanted = (place.x(), place.y(), height)
        if wanted != self._place:
            self._place = wanted
            self.setPos(place)
            self.setZValue(height)

    def boundingRect(self) -> QRectF:
        return self.sheet.rect

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        exposed = QRectF(option.exposedRect)
        zoom = QStyleOptionGraphicsItem.levelOfDetailFromTransform(painter.worldTransform())
        self.sheet.paint(painter, self._inks, exposed, zoom)
