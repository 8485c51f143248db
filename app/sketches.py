"""Small line drawings of what something looks like: kinds of posters, formats of files."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen


def sketch(painter: QPainter, drawing: str, ink: QColor) -> None:
    """Words with numbers: r rectangle, f filled one, d dashed one, l line, p line through points, o circle."""
    for word in drawing.split():
        shape, at = word[0], [float(number) for number in word[1:].split(",")]
        painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DotLine if shape == "d" else Qt.PenStyle.SolidLine))
        painter.setBrush(ink if shape in "fo" else Qt.BrushStyle.NoBrush)
        if shape in "rfd":
            painter.drawRoundedRect(QRectF(*at), 1.2, 1.2)
        elif shape == "o":
            painter.drawEllipse(QPointF(at[0], at[1]), at[2], at[2])
        else:
            painter.drawPolyline([QPointF(x, y) for x, y in zip(at[::2], at[1::2], strict=True)])
