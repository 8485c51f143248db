"""The headers of a comparison, which stay in view: the phases above, the personas at the left, the corner between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.images import portrait_pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.compare.table import BoardTable


class Header(QHeaderView):
    """The phases above, the personas at the left."""

    def __init__(self, orientation: Qt.Orientation, table: BoardTable) -> None:
        super().__init__(orientation, table)
        self._table = table
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Beyond the last section on the map's own ground, not on the style's."""
        super().paintEvent(event)
        end = self.length() - self.offset()
        rest = event.rect()
        if self.orientation() == Qt.Orientation.Horizontal:
            rest.setLeft(max(end, rest.left()))
        else:
            rest.setTop(max(end, rest.top()))
        painter = QPainter(self.viewport())
        painter.fillRect(rest, QColor(self._table.context.inks.get("canvas", "#ffffff")))
        painter.end()

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's own name
        picture = self._table.picture
        if picture is None:
            return
        across = self.orientation() == Qt.Orientation.Horizontal
        left = picture.column(logicalIndex)[0] if across else 0
        top = 0 if across else picture.row(logicalIndex)[0]
        picture.paint(painter, rect, left, top)
        if not across:
            self._portraits(painter, rect, top)

    def _portraits(self, painter: QPainter, area: QRect, top: int) -> None:
        """Over the discs, where personas have one."""
        picture, context = self._table.picture, self._table.context
        for target in picture.portraits() if picture else ():
            persona = context.document.personas.get(target.id)
            place = picture.placed(target.rect) if picture else None
            if persona is not None and persona.portrait and place is not None and place.top() >= top - 1:
                if place.bottom() > top + area.height():
                    continue
                pixmap = portrait_pixmap(context, persona, round(place.width()), self.devicePixelRatioF())
                painter.drawPixmap(place.translated(area.left(), area.top() - top).topLeft(), pixmap)


class Corner(QWidget):
    """Where the headers meet: what is compared, and from whose side."""

    def __init__(self, table: BoardTable) -> None:
        super().__init__(table)
        self._table = table

    def place(self) -> None:
        """Lie over Qt's own corner."""
        table = self._table
        self.setGeometry(0, 0, table.verticalHeader().width(), table.horizontalHeader().height())
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._table.picture is not None:
            self._table.picture.paint(painter, self.rect(), 0, 0)
        painter.end()
