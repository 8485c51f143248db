"""A mark of a lens as it stands on cards, as an icon of buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Mapping

HIGH: Final = 18
WIDE: Final = (26, 26, 26, 34, 40)
"""By the number of letters."""
SHARP: Final = (1.0, 2.0)
LETTERS: Final = 11
EMPTY: Final = "lens.pale"


def chip_size(sign: str, percent: int) -> QSize:
    """For text of this size."""
    wide = WIDE[min(len(sign), len(WIDE) - 1)]
    return QSize(round(wide * percent / 100), round(HIGH * percent / 100))


def chip_icon(sign: str, ink: str, inks: Mapping[str, str], size: QSize) -> QIcon:
    """The sign on the colour of a lens's ink; EMPTY is a card without a mark."""
    made = QIcon()
    for scale in SHARP:
        pixmap = _drawn(sign, ink, inks, size, scale)
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
            made.addPixmap(pixmap, mode)
    return made


def _drawn(sign: str, ink: str, inks: Mapping[str, str], size: QSize, scale: float) -> QPixmap:
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = f"{ink}.stroke" if ink == EMPTY else f"{ink}.edge"
    painter.setPen(QPen(QColor(inks[edge]), 1.4))
    painter.setBrush(QColor(inks[ink]))
    area = QRectF(0.8, 0.8, size.width() - 1.6, size.height() - 1.6)
    painter.drawRoundedRect(area, 4.0, 4.0)
    painter.setPen(QColor(inks["card.muted" if ink == EMPTY else f"{ink}.on"]))
    letters = QFont(painter.font())
    letters.setPixelSize(max(1, round(LETTERS * size.height() / HIGH)))
    letters.setWeight(QFont.Weight.DemiBold)
    painter.setFont(letters)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, sign)
    painter.end()
    return pixmap
