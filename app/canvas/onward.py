"""The round knob beside a title that is being typed: a click keeps the words and begins the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton

from app.plain import tip

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from app.canvas.inks import Inks

SIZE: Final = 28
LARGE: Final = 44


class Onward(QAbstractButton):
    """Never takes the focus: a click leaves it to the field, where Qt would give it to the view behind."""

    def __init__(self, name: str, field: QWidget, inks: Inks, *, large: bool = False) -> None:
        super().__init__(field.parentWidget())
        self._inks = inks
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(field)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        tip(self, f"{name} (Ctrl+Enter)")
        self.setFixedSize(*(2 * (LARGE if large else SIZE,)))

    def stand_beside(self, field: QRect) -> None:
        """To the right of the field, or where there is no room, below its corner."""
        room = self.parentWidget()
        place = QPoint(field.right() + 6, field.center().y() - self.height() // 2)
        if room is not None and place.x() + self.width() > room.width():
            place = QPoint(field.right() - self.width(), field.bottom() + 6)
        self.move(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._inks.colour("selection"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(self._inks.colour("hover" if self.isDown() else "paper"))
        painter.drawEllipse(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        pen.setWidthF(2.0)
        painter.setPen(pen)
        middle, reach = QPointF(self.width() / 2, self.height() / 2), self.width() / 5
        point = middle + QPointF(reach, 0)
        painter.drawLine(middle - QPointF(reach, 0), point)
        painter.drawLine(point - QPointF(reach, reach * 0.8), point)
        painter.drawLine(point - QPointF(reach, -reach * 0.8), point)
        painter.end()
