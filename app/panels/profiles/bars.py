"""Bars for profiles: each a line with its words, drawn from zero, that shows the cards it was counted from.

In a profile: `bars(context, say("Quality"), [Bar(say("Speed"), -0.5, "−0.5", ids), …])` gives a widget with a heading.
Values from `least` to `most` are drawn away from 0: −2 … +2 to both sides, 0 … 9 to the right. A bar with ids is a
button: a click, Space or Enter calls `context.trace(label, ids)`. Meaning never hangs on colour alone: `text` is the
number itself, and the side of zero tells good from bad.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.plain import PlainLabel, tip

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QPaintEvent

    from app.context import Context

THICK: Final = 8
"""Pixels of a bar from top to bottom."""
EDGE: Final = 6
"""Pixels left free around a line for the focus ring."""


class Bar(NamedTuple):
    """One line. `value` None: not judged, so nothing is drawn; `ids`: what it was counted from, as for a Number.

    `ink` is a role of the map's palette such as "lens.3"; without one it is good above 0, bad below, neutral at 0.
    `told` is what a tooltip and a screen reader say besides.
    """

    label: str
    value: float | None
    text: str
    ids: tuple[str, ...] = ()
    ink: str = ""
    told: str = ""


def stacked(parts: Iterable[QWidget], name: str = "") -> QWidget | None:
    """These parts under each other as one picture of this accessible name; None without any."""
    shown = list(parts)
    if not shown:
        return None
    made = QWidget()
    made.setAccessibleName(name)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for part in shown:
        column.addWidget(part)
    return made


def bars(context: Context, title: str, rows: Sequence[Bar], *, least: float = -2.0, most: float = 2.0) -> QWidget:
    """A heading with these lines under it."""
    made = QWidget()
    made.setAccessibleName(title)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 4)
    column.setSpacing(2)
    if title:
        column.addWidget(PlainLabel(title, name="strong", wrap=True))
    for row in rows:
        column.addWidget(BarLine(context, row, least, most))
    return made


class BarLine(QPushButton):
    """The words and the number of a bar, and the bar under them."""

    def __init__(self, context: Context, bar: Bar, least: float, most: float) -> None:
        super().__init__()
        self.bar = bar
        self._least, self._most = least, most
        self._colours = context.colours
        self._ink = context.inks.get(bar.ink) or _judged(context, bar.value)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        said = f"{bar.label}: {bar.text}"
        self.setAccessibleName(said)
        tip(self, f"{said}. {bar.told}" if bar.told else said)
        if bar.told:
            self.setAccessibleDescription(bar.told)
        if bar.ids:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda: context.trace(bar.label, bar.ids))
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(160, max(24, self.fontMetrics().height() + THICK + EDGE + 2))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_words(painter)
        self._paint_bar(painter)
        self._paint_edge(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        metrics = self.fontMetrics()
        room = self.width() - 2 * EDGE
        number = metrics.elidedText(self.bar.text, Qt.TextElideMode.ElideRight, round(room * 0.7))
        end = metrics.horizontalAdvance(number)
        label = metrics.elidedText(self.bar.label, Qt.TextElideMode.ElideRight, room - end - 8)
        place = QRectF(EDGE, EDGE / 2, room, metrics.height())
        painter.setPen(QColor(self._colours.muted if self.bar.value is None else self._colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft, label)
        painter.setPen(QColor(self._colours.accent if self.bar.ids else self._colours.muted))
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, number)

    def _paint_bar(self, painter: QPainter) -> None:
        top = EDGE / 2 + self.fontMetrics().height() + 1
        ground = QRectF(EDGE, top, self.width() - 2 * EDGE, THICK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.raised))
        painter.drawRoundedRect(ground, 3, 3)
        zero = self._at(0.0, ground)
        if self.bar.value is not None:
            end = self._at(self.bar.value, ground)
            drawn = QRectF(min(zero, end), top, abs(end - zero), THICK)
            painter.setBrush(QColor(self._ink))
            painter.drawRoundedRect(drawn, 2, 2)
            if drawn.width() < THICK / 2 and self._least < 0:  # zero is a judgement too, but no count
                painter.drawEllipse(QRectF(zero - THICK / 2, top, THICK, THICK))
        if self._least < 0:
            painter.setPen(QPen(QColor(self._colours.edge), 1))
            painter.drawLine(round(zero), round(top) - 1, round(zero), round(top + THICK))

    def _paint_edge(self, painter: QPainter) -> None:
        if not (self.hasFocus() or (self.underMouse() and self.bar.ids)):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        thick = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(self._colours.focus if self.hasFocus() else self._colours.edge), thick))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)

    def _at(self, value: float, ground: QRectF) -> float:
        """Where a value lies on the line."""
        span = self._most - self._least or 1.0
        part = (min(self._most, max(self._least, value)) - self._least) / span
        return ground.left() + part * ground.width()


def _judged(context: Context, value: float | None) -> str:
    """The colour of a judgement; a palette without lenses has that of the feelings."""
    number = value or 0.0
    role, face = ("lens.good", "face.+1") if number > 0 else ("lens.bad", "face.-2") if number < 0 else ("", "")
    return context.inks.get(role or "lens.neutral") or context.inks.get(face) or context.colours.muted
