"""The page with what preflight says beside it, or under it where there is too little room for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WORDS: Final = 34
"""Letters that a line of preflight needs."""
BESIDE: Final = 78
"""Letters that both need beside each other."""
UNDER: Final = 0.3
"""The part of the height that preflight gets under the page."""
GAP: Final = 10


class Sides(QSplitter):
    """Shares its room until the user does so by hand."""

    def __init__(self, page: QWidget, words: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._by_hand = False
        self._frames = [_framed(part) for part in (page, words)]
        for frame in self._frames:
            self.addWidget(frame)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(lambda *_: setattr(self, "_by_hand", True))

    def resizeEvent(self, event: QResizeEvent) -> None:
        letters = self.fontMetrics().averageCharWidth()
        beside = self.width() >= BESIDE * letters
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted:
            self._by_hand = False
            self.setOrientation(wanted)
        for frame, (left, top, right, bottom) in zip(self._frames, _gaps(beside=beside), strict=True):
            layout = frame.layout()
            if layout is not None:
                layout.setContentsMargins(left, top, right, bottom)
        super().resizeEvent(event)
        if not self._by_hand:
            whole = self.width() if beside else self.height()
            words = WORDS * letters if beside else round(whole * UNDER)
            self.setSizes([whole - words, words])


def _framed(part: QWidget) -> QWidget:
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.addWidget(part)
    return frame


def _gaps(*, beside: bool) -> tuple[tuple[int, int, int, int], tuple[int, int, int, int]]:
    return ((0, 0, GAP, 0), (GAP, 0, 0, 0)) if beside else ((0, 0, 0, 6), (0, GAP, 0, 0))
