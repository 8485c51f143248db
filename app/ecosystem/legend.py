"""What the circles and lines of the network mean, in a row under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.canvas.inks import Inks
from app.panels.narrow import Wrapped
from app.plain import PlainLabel
from journeys.layout.ecosystem.legend import entries

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.context import Context
    from journeys.analysis.ecosystem import Ecosystem
    from journeys.layout.ecosystem.legend import Entry
    from journeys.layout.ecosystem.spec import Count

SIDE: Final = 16


class Legend(QWidget):
    """Made anew for what is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("side")
        self.context = context
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 10, 4)
        self._shown: tuple[Entry, ...] = ()
        self._parts: QWidget | None = None

    def display(self, ecosystem: Ecosystem, count: Count) -> None:
        """Explain what is in this network."""
        wanted = tuple(entries(self.context.document, ecosystem, count, self.context.say))
        if wanted == self._shown and self._parts is not None:
            return
        self._shown = wanted
        if self._parts is not None:
            self._parts.hide()
            self._parts.deleteLater()
        inks = Inks(self.context.inks)
        self._parts = Wrapped(*(_part(entry, inks) for entry in wanted))
        self._row.addWidget(self._parts)


def _part(entry: Entry, inks: Inks) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 10, 0)
    row.setSpacing(5)
    row.addWidget(_Swatch(entry, inks))
    row.addWidget(PlainLabel(entry.words, name="muted"))
    return part


class _Swatch(QWidget):
    """A small circle or line as in the picture."""

    def __init__(self, entry: Entry, inks: Inks) -> None:
        super().__init__()
        self._entry, self._inks = entry, inks
        self.setFixedSize(QSize(SIDE + 6, SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        entry, inks = self._entry, self._inks
        if entry.look is None:
            pen = inks.pen(entry.ink, 0.5, entry.dash)
            painter.setPen(pen)
            painter.drawLine(QPointF(1, SIDE / 2), QPointF(SIDE + 5, SIDE / 2))
        else:
            painter.setPen(inks.pen(entry.look.stroke, 0.5))
            painter.setBrush(inks.brush(entry.look.fill, entry.look.hatch))
            painter.drawEllipse(QRectF(4, 1, SIDE - 2, SIDE - 2))
        if entry.number:
            painter.setPen(inks.colour("card.text"))
            painter.drawText(QRectF(3, 0, SIDE, SIDE), int(Qt.AlignmentFlag.AlignCenter), entry.number)
        painter.end()
