"""The drawing of a comparison, painted piece by piece: a table's fields and headers are windows on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF

from app.canvas.inks import Inks
from app.canvas.scale import PX
from app.canvas.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPainter

    from journeys.layout.compare import Board
    from journeys.layout.drawing import Rect, Target


class Picture:
    """A board and its sheets in the order of painting; pixels are those of the screen at a zoom."""

    def __init__(self, board: Board, palette: Mapping[str, str], zoom: float, before: Picture | None = None) -> None:
        """`before`: what was shown until now; sheets whose elements are equal are taken over."""
        self.board, self.zoom = board, zoom
        self.inks: Inks = before.inks if before is not None and before.inks.palette == palette else Inks(palette)
        known = {name: sheet for name, sheet, _ in before.sheets} if before and before.inks is self.inks else {}
        self.sheets: list[tuple[str, Sheet, QPointF]] = []
        self._in_column: list[list[int]] = [[] for _ in board.columns]
        for layer in sorted(board.drawing.layers, key=lambda layer: layer.order):
            old = known.get(layer.name)
            same = old is not None and (old.elements is layer.elements or old.elements == layer.elements)
            sheet = old if old is not None and same else Sheet(layer)
            for column in self._columns(layer.rect.x, layer.rect.x + layer.rect.w):
                self._in_column[column].append(len(self.sheets))
            self.sheets.append((layer.name, sheet, QPointF(layer.origin[0] * PX, layer.origin[1] * PX)))

    def _columns(self, left: float, right: float) -> range:
        """The columns, the headers' first, that reach into this stretch (mm)."""
        edges = self.board.columns
        return range(max(bisect_right(edges, left) - 1, 0), min(max(bisect_left(edges, right), 1), len(edges)))

    def column(self, index: int) -> tuple[int, int]:
        """Left edge and width of a column in pixels; −1 is the headers'."""
        return self._between(self.board.columns, index + 1)

    def row(self, index: int) -> tuple[int, int]:
        """Top edge and height of a row in pixels; −1 is the headers'."""
        return self._between(self.board.rows, index + 1)

    def _between(self, edges: tuple[float, ...], index: int) -> tuple[int, int]:
        if index + 1 >= len(edges):
            return 0, 0
        start, end = (round(edge * PX * self.zoom) for edge in edges[index : index + 2])
        return start, max(end - start, 1)

    def size(self) -> tuple[float, float]:
        """Width and height at 100 %, in pixels."""
        return max(self.board.columns[-1] * PX, 1.0), max(self.board.rows[-1] * PX, 1.0)

    def paint(self, painter: QPainter, area: QRect, left: int, top: int) -> None:
        """Paint into this area what lies at (left, top) of the drawing, in pixels at this zoom."""
        painter.save()
        painter.setClipRect(area)
        painter.fillRect(area, self.inks.colour("canvas"))
        painter.translate(area.left() - left, area.top() - top)
        painter.scale(self.zoom, self.zoom)
        seen = QRectF(left / self.zoom, top / self.zoom, area.width() / self.zoom, area.height() / self.zoom)
        columns = self._columns(seen.left() / PX, seen.right() / PX)
        for index in sorted({index for column in columns for index in self._in_column[column]}):
            _, sheet, origin = self.sheets[index]
            if sheet.rect.translated(origin).intersects(seen):
                painter.translate(origin)
                sheet.paint(painter, self.inks, seen.translated(-origin), self.zoom)
                painter.translate(-origin)
        painter.restore()

    def placed(self, rect: Rect) -> QRectF:
        """A rectangle of the drawing in pixels at this zoom."""
        k = PX * self.zoom
        return QRectF(rect.x * k, rect.y * k, rect.w * k, rect.h * k)

    def portraits(self) -> list[Target]:
        """Where a persona's portrait goes."""
        return [target for target in self.board.drawing.targets if target.part == "portrait"]
