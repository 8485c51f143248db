"""Several heartbeats in one small picture: phases beside each other, feelings from −2 to +2, each point a step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.panels.message_bar import announce
from app.plain import tip
from journeys.phrases import emotion_word, signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent

    from app.context import Context
    from journeys.analysis.compare import Beat

HIGH: Final = 132
LEFT: Final = 26
"""Room for the feelings beside the picture."""
EDGE: Final = 8
LEGIBLE: Final = 6
"""So many letters of a phase's name are told, or none."""
NEAR: Final = 14
"""Pixels around a point that are part of it."""
DASHES: Final = (
    Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine,
    Qt.PenStyle.DashDotDotLine,
)  # fmt: skip


class Line(NamedTuple):
    """The heartbeat of one journey; `dash` tells lines apart without colour, `shown` is the one that matters now."""

    journey: str
    name: str
    colour: str
    dash: int
    beats: tuple[Beat, ...]
    titles: Mapping[str, str]
    shown: bool

    def pen(self) -> QPen:
        pen = QPen(QColor(self.colour), 2.6 if self.shown else 1.5, DASHES[self.dash])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        return pen


class HeartChart(QWidget):
    """Click a point, or go there with the arrow keys and press Enter, to see the step."""

    def __init__(self, context: Context, phases: Sequence[tuple[str, str]], lines: Sequence[Line]) -> None:
        super().__init__()
        self._context, self._lines = context, [line for line in lines if line.beats]
        self._phases = phases
        self._place = {phase: index for index, (phase, _) in enumerate(phases)}
        self.current: tuple[int, int] | None = None
        """Which line and which beat the keyboard is at."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self._told())
        tip(self, "")

    def sizeHint(self) -> QSize:
        return QSize(220, HIGH + self.fontMetrics().height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def _told(self) -> str:
        """The picture in words: where each line begins, is highest and lowest, and ends."""
        say, told = self._context.say, []
        for line in self._lines:
            feelings = [beat.emotion for beat in line.beats]
            told.append(
                say("{name}: from {first} to {last}, highest {high}, lowest {low}", name=line.name,
                    first=signed(feelings[0]), last=signed(feelings[-1]), high=signed(max(feelings)),
                    low=signed(min(feelings)))
            )  # fmt: skip
        return ". ".join(told)

    # Where things are

    def point(self, beat: Beat) -> QPointF:
        """Where a beat lies in the picture."""
        room = (self.width() - LEFT - EDGE) / max(len(self._phases), 1)
        x = LEFT + room * (self._place[beat.phase] + beat.part)
        return QPointF(x, self._height(beat.emotion))

    def _height(self, emotion: float) -> float:
        return HIGH / 2 - emotion * (HIGH - 28) / 4

    def under(self, place: QPointF) -> tuple[int, int] | None:
        """The nearest point, that of the shown journey first."""
        found = [
            ((self.point(beat) - place).manhattanLength() - 3 * line.shown, number, index)
            for number, line in enumerate(self._lines) for index, beat in enumerate(line.beats)
        ]  # fmt: skip
        best = min(found, default=None)
        return best[1:] if best is not None and best[0] <= NEAR else None

    def words(self, at: tuple[int, int]) -> str:
        """What a point says: which step of whom, and how it feels."""
        line = self._lines[at[0]]
        beat = line.beats[at[1]]
        title = line.titles[beat.step] or self._context.say("(without a title)")
        phase = dict(self._phases)[beat.phase]
        feeling = f"{signed(beat.emotion)} ({emotion_word(beat.emotion, self._context.say)})"
        return f"{line.name}, {phase}, {title}: {feeling}"

    def _trace(self, at: tuple[int, int]) -> None:
        self._context.trace(self.words(at), (self._lines[at[0]].beats[at[1]].step,))

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.under(event.position())
        tip(self, self.words(at) if at is not None else "")
        self.setCursor(Qt.CursorShape.PointingHandCursor if at is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self.under(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(at)
            self._trace(at)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self.current is None and self._lines:
            self.current = (0, 0)
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, at = event.key(), self.current
        if at is None or not self._lines:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._trace(at)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go((at[0], at[1] + (1 if key == Qt.Key.Key_Right else -1)))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go((at[0] + (1 if key == Qt.Key.Key_Down else -1), at[1]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go((at[0], 0 if key == Qt.Key.Key_Home else 10**6))
        else:
            super().keyPressEvent(event)

    def _go(self, at: tuple[int, int]) -> None:
        line = min(max(at[0], 0), len(self._lines) - 1)
        self.current = (line, min(max(at[1], 0), len(self._lines[line].beats) - 1))
        self.update()
        announce(self, self.words(self.current))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for line in sorted(self._lines, key=lambda line: line.shown):
            self._paint_line(painter, line)
        if self.hasFocus() and self.current is not None:
            line = self._lines[self.current[0]]
            painter.setPen(QPen(QColor(self._context.colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.point(line.beats[self.current[1]]), 8, 8)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours, metrics = self._context.colours, self.fontMetrics()
        right = self.width() - EDGE
        for feeling in (2, 0, -2):
            y = self._height(feeling)
            painter.setPen(QPen(QColor(colours.edge if feeling == 0 else colours.line), 1))
            painter.drawLine(QPointF(LEFT, y), QPointF(right, y))
            painter.setPen(QColor(colours.muted))
            place = QRectF(0, y - metrics.height() / 2, LEFT - 5, metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, signed(feeling))
        room = (right - LEFT) / max(len(self._phases), 1)
        names = _fitting([name for _, name in self._phases], room - 4, metrics)
        for index, words in enumerate(names):
            x = LEFT + room * index
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(x, 6), QPointF(x, HIGH))
            painter.setPen(QColor(colours.muted))
            painter.drawText(QRectF(x, HIGH, room, metrics.height() + 2), Qt.AlignmentFlag.AlignHCenter, words)

    def _paint_line(self, painter: QPainter, line: Line) -> None:
        points = [self.point(beat) for beat in line.beats]
        path = QPainterPath(points[0])
        for point in points[1:]:
            path.lineTo(point)
        painter.setPen(line.pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setPen(QPen(QColor(self._context.colours.panel), 1))
        painter.setBrush(QColor(line.colour))
        for point, shape in zip(points, _shapes(line), strict=True):
            _paint_point(painter, point, shape, 5.5 if line.shown else 3.0)


def _fitting(names: Sequence[str], room: float, metrics: QFontMetrics) -> list[str]:
    """The names as far as all of them are legible; else their numbers: a name of three letters says nothing."""
    cut = [metrics.elidedText(name, Qt.TextElideMode.ElideRight, round(room)) for name in names]
    if all(len(short) >= min(len(name), LEGIBLE) for short, name in zip(cut, names, strict=True)):
        return cut
    return [str(number) for number in range(1, len(names) + 1)]


def _shapes(line: Line) -> Iterator[str]:
    """Of the shown journey the end, the highest and the lowest points have a form of their own."""
    feelings = [beat.emotion for beat in line.beats]
    low, high = min(feelings), max(feelings)
    for index, feeling in enumerate(feelings):
        if not line.shown:
            yield "dot"
        elif index == len(feelings) - 1:
            yield "end"
        else:
            yield "low" if feeling == low < high else "high" if feeling == high > low else "dot"


def _paint_point(painter: QPainter, at: QPointF, shape: str, size: float) -> None:
    if shape == "dot":
        painter.drawEllipse(at, size * 0.7, size * 0.7)
    elif shape == "end":
        painter.drawRect(QRectF(at.x() - size * 0.8, at.y() - size * 0.8, 1.6 * size, 1.6 * size))
    else:
        up = -1 if shape == "high" else 1
        corners = [QPointF(-size, -up * size * 0.8), QPointF(size, -up * size * 0.8), QPointF(0, up * size)]
        painter.drawPolygon(QPolygonF([at + corner for corner in corners]))
