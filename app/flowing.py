"""Words that flow over lines, with places in them that can be pointed at: laid out once per width and font."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QSizePolicy

from app.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextLine

LEAST: Final = 120
"""Pixels of width that it would like to have."""


class Flowing(PlainLabel):
    """As high as its words need at its width; what is painted is what was measured."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text, wrap=True, name=name)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._heights: dict[tuple[int, str], int] = {}
        self._latest: tuple[tuple[int, str], tuple[QTextLayout, int]] | None = None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt asks some twenty times while a panel or page is laid out."""
        key = (width, self.font().key())
        if key not in self._heights:
            self._heights[key] = self.laid(width)[1]
        return self._heights[key]

    def sizeHint(self) -> QSize:
        return QSize(LEAST, self.heightForWidth(max(LEAST, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.fontMetrics().lineSpacing())

    def laid(self, width: int) -> tuple[QTextLayout, int]:
        """The words over their lines, and how high that is."""
        key = (width, self.font().key())
        if self._latest is None or self._latest[0] != key:
            self._latest = (key, self.lay_out(width))
        return self._latest[1]

    def lay_out(self, width: int) -> tuple[QTextLayout, int]:
        """The same, made anew; asked for once per width and font."""
        raise NotImplementedError


def across(line: QTextLine, at: int) -> float:
    """How far to the right a letter stands. Python gets the place and the letter that it is at."""
    found: Any = line.cursorToX(at)
    return float(found[0])


def inside(area: QRect, whole: QRect) -> QRect:
    """Moved rather than cut: a target at the edge of the text is as large as any."""
    area.moveLeft(max(0, min(area.left(), whole.width() - area.width())))
    area.moveTop(max(0, min(area.top(), whole.height() - area.height())))
    return area.intersected(whole)
