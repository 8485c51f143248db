"""The ground and the words of a row that a list paints itself, as a card."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from app.theme import Colours

FLAGS: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RADIUS: Final = 7


def ground(
    painter: QPainter, view: QWidget, option: QStyleOptionViewItem, area: QRectF, colours: Colours, *, current: bool
) -> None:  # fmt: skip
    """The card itself; the current one has a heavier frame, in the colour of the focus when the list has it."""
    over = bool(option.state & QStyle.StateFlag.State_MouseOver)
    ink = colours.focus if view.hasFocus() else colours.accent
    painter.setPen(QPen(QColor(ink if current else colours.line), 2 if current else 1))
    painter.setBrush(QColor(colours.soft if current else colours.raised if over else colours.panel))
    painter.drawRoundedRect(area, RADIUS, RADIUS)


def words(painter: QPainter, view: QWidget, area: QRectF, text: str, colour: str, *, bold: bool = False) -> None:
    """One line of text, cut where it does not fit."""
    font = QFont(view.font())
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(area, FLAGS, shown)
    painter.setFont(view.font())
