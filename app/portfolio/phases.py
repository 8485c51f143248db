"""How a phase is painted in the table of studies: its name, how many are without the municipality, and a bar of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from journeys.phrases.portfolio import phase_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QAbstractItemView

    from journeys.analysis.portfolio import PhaseLine
    from journeys.i18n import Words

PHASE: Final = Qt.ItemDataRole.UserRole
"""Where a table keeps the PhaseLine of a field."""
PAD: Final = 8
BAR: Final = 10
RING: Final = 2.0
LINES: Final = 4
"""Lines of text in a field: two for the name, two for how many."""


class Phases(QStyledItemDelegate):
    """Paints what stands under PHASE; a field without a phase stays empty."""

    def __init__(self, table: QAbstractItemView, say: Words, inks: Mapping[str, str]) -> None:
        super().__init__(table)
        self._say = say
        self._inks = inks

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        phase: PhaseLine | None = index.data(PHASE)
        view: Any = option
        area = QRect(view.rect).adjusted(3, 3, -3, -3)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if phase is not None:
            self._paint_phase(painter, area, phase)
        if view.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._ink("focus"), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.toRectF(), 6, 6)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view: Any = option
        tall = view.fontMetrics.lineSpacing()
        return QSize(tall * 8, tall * LINES + BAR + 3 * PAD)

    def _paint_phase(self, painter: QPainter, area: QRect, phase: PhaseLine) -> None:
        role = "presence.gap" if phase.never else "presence.unmapped" if not phase.told else "presence.deliberate"
        dash = Qt.PenStyle.DashLine if phase.never else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._ink(f"{role}.stroke"), 1.4, dash))
        painter.setBrush(self._ink(role))
        painter.drawRoundedRect(area.toRectF(), 6, 6)
        words = area.adjusted(PAD, PAD // 2, -PAD, -PAD - BAR)
        painter.setPen(self._ink(f"{role}.text"))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        wrap = Qt.TextFlag.TextWordWrap
        top = painter.boundingRect(words, wrap, phase.name)
        top.setHeight(min(top.height(), 2 * painter.fontMetrics().lineSpacing()))
        painter.drawText(QRect(words.topLeft(), top.bottomRight()), wrap, phase.name)
        font.setBold(False)
        painter.setFont(font)
        painter.drawText(words.adjusted(0, top.height(), 0, 0), wrap, phase_text(phase, self._say))
        if phase.told:
            self._paint_bar(painter, QRectF(words.left(), area.bottom() - PAD - BAR + 2, words.width(), BAR), phase)

    def _paint_bar(self, painter: QPainter, bar: QRectF, phase: PhaseLine) -> None:
        """Solid as far as the municipality is there, striped where it is absent."""
        there = bar.width() * (phase.told - phase.absent) / phase.told
        painter.setPen(QPen(self._ink("presence.gap.stroke"), 1))
        painter.setBrush(QBrush(self._ink("presence.gap.stroke"), Qt.BrushStyle.BDiagPattern))
        painter.drawRect(bar.adjusted(there, 0, 0, 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink("presence.direct.stroke"))
        painter.drawRect(QRectF(bar.left(), bar.top(), there, bar.height()))

    def _ink(self, role: str) -> QColor:
        return QColor(self._inks[role])
