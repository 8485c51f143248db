"""A journey in a few strokes, beside the words about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import strokes
from app.canvas.inks import Inks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent

    from journeys.analysis.gist import Gist


class GistPicture(QWidget):
    """Decoration: it says nothing that the words beside it do not say."""

    def __init__(self, inks: Mapping[str, str], gist: Gist | None = None, percent: int = 100) -> None:
        super().__init__()
        self._size = QSize(round(80 * percent / 100), round(44 * percent / 100))
        self._inks = Inks(inks)
        self._gist = gist
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._gist is None:
            strokes.paint_unknown(painter, area, self._inks)
        else:
            strokes.paint(painter, area, self._gist, self._inks)
        painter.end()
