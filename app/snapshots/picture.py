"""Then above, now below: presence per phase, both lines of feelings, and how much came and went."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app import strokes
from app.canvas.inks import Inks
from app.panels.message_bar import announce
from app.plain import show_tip
from app.snapshots import curve
from journeys.layout.heads import own_colour
from journeys.layout.levels import level_look
from journeys.model.time import phases_in_order
from journeys.phrases.terms import level_word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from app.context import Context
    from app.snapshots.reading import Compared
    from journeys.analysis.compare import Cell
    from journeys.analysis.difference import Change
    from journeys.i18n import Words

LEAST: Final = 54.0
"""Pixels of a phase: narrower ones scroll."""
GAP: Final = 5.0
SMALL_CURVE, LARGE_CURVE = 48, 104
"""Pixels for the feelings."""
CENTRE: Final = int(Qt.AlignmentFlag.AlignCenter)
LEFT: Final = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Column(NamedTuple):
    """One phase: how it was and how it is; None where it was not there."""

    phase: str
    name: str
    before: Cell | None
    after: Cell | None
    counts: Counter[str]


class ThenNow(QWidget):
    """Arrows go from phase to phase; Enter or a click asks for the differences of that phase."""

    phase_wanted = Signal(str)  #: the differences of this phase

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._inks = Inks(context.inks)
        self._columns: list[Column] = []
        self._found: Compared | None = None
        self._names = ("", "")
        self._own = ("party.0", "party.0")
        self._at = 0
        self._curve = SMALL_CURVE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(context.say("Then and now, per phase"))

    def display(self, found: Compared, names: tuple[str, str], shown: Callable[[str], str]) -> None:
        """Show both states; `names`: what their rows are called, `shown` puts other names for those that are hidden."""
        self._found, self._names = found, names
        self._own = own_colour(found.before), own_colour(found.after)
        self._columns = [one._replace(name=shown(one.name)) for one in _columns(found)]
        self._at = min(self._at, max(len(self._columns) - 1, 0))
        self.setMinimumWidth(round(self._left() + len(self._columns) * (LEAST + GAP)))
        self._tell_reader()
        self.updateGeometry()
        self.update()

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is height to draw the feelings large."""
        curve = LARGE_CURVE if roomy else SMALL_CURVE
        if curve != self._curve:
            self._curve = curve
            self.updateGeometry()

    def line(self, index: int) -> str:
        """A phase in words: for screen readers and tips."""
        say, one = self.context.say, self._columns[index]
        parts = [one.name]
        for name, cell in zip(self._names, (one.before, one.after), strict=True):
            told = say("not there") if cell is None else level_word(cell.level, say)
            parts.append(f"{name}: {told}")
        came = came_text(one.counts, say)
        return ". ".join([*parts, came] if came else parts)

    # Sizes

    def _line(self) -> float:
        return float(self.fontMetrics().height())

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, round(3 * (self._line() + 8) + self._curve + self._line() + 12))

    def _left(self) -> float:
        metrics = self.fontMetrics()
        names = (*self._names, self.context.say("Heartbeat"))
        return min(max(metrics.horizontalAdvance(name) for name in names), 150) + 14.0

    def _area(self, index: int) -> QRectF:
        left, count = self._left(), max(len(self._columns), 1)
        wide = max((self.width() - left - GAP * count) / count, LEAST)
        return QRectF(left + index * (wide + GAP), 0, wide, self.height())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line, tall = self._line(), self._line() + 6
        self._labels(painter, line, tall)
        words = self._came_in_words()
        for index, column in enumerate(self._columns):
            area = self._area(index)
            self._head(painter, QRectF(area.left(), 2, area.width(), line), column)
            for row, cell in enumerate((column.before, column.after)):
                place = QRectF(area.left(), line + 6 + row * (tall + 4), area.width(), tall)
                self._presence(painter, place, cell, self._own[row])
            foot = QRectF(area.left(), self.height() - line - 3, area.width(), line)
            came = came_text(column.counts, self.context.say) if words else came_signs(column.counts)
            self._text(painter, foot, came, self.context.colours.muted, CENTRE)
        self._curves(painter, line + 6 + 2 * (tall + 4))
        self._focus_ring(painter)
        painter.end()

    def _labels(self, painter: QPainter, line: float, tall: float) -> None:
        for row, name in enumerate(self._names):
            place = QRectF(2, line + 6 + row * (tall + 4), self._left() - 8, tall)
            self._text(painter, place, name, self.context.colours.text, LEFT, bold=row == 1)

    def _head(self, painter: QPainter, area: QRectF, column: Column) -> None:
        colours = self.context.colours
        self._text(painter, area, column.name, colours.muted if column.after is None else colours.text, CENTRE,
                   bold=column.after is not None)  # fmt: skip

    def _presence(self, painter: QPainter, area: QRectF, cell: Cell | None, own: str) -> None:
        if cell is None:
            self._text(painter, area, "–", self.context.colours.muted, CENTRE)
            return
        strokes.block(painter, area, cell.level, self._inks, own)
        words = self._inks.colour(level_look(cell.level, own).words).name()
        self._text(painter, area.adjusted(4, 0, -4, 0), level_word(cell.level, self.context.say), words, CENTRE)

    def _came_in_words(self) -> bool:
        """Whether what came and went fits in words under every phase; else it stands there as signs, under all."""
        told = [came_text(column.counts, self.context.say) for column in self._columns]
        room = self._area(0).width()
        return all(self.fontMetrics().horizontalAdvance(words) + 6 <= room for words in told)

    def _curves(self, painter: QPainter, top: float) -> None:
        found = self._found
        if found is None or not self._columns:
            return
        last = self._area(len(self._columns) - 1)
        area = QRectF(self._left(), top + 6, last.right() - self._left(), self.height() - top - self._line() - 16)
        painter.setPen(QPen(self._inks.colour("heartbeat.axis"), 1))
        painter.drawLine(QPointF(area.left(), area.center().y()), QPointF(area.right(), area.center().y()))
        columns = {column.phase: self._area(index) for index, column in enumerate(self._columns)}
        pens = (
            QPen(QColor(self.context.colours.muted), 1.8, Qt.PenStyle.DashLine),
            QPen(self._inks.colour("heartbeat"), 2.4),
        )
        for row, pen in zip(found.rows, pens, strict=True):
            if row is not None:
                _draw_line(painter, curve.points(row.beats, columns, area), pen)
        self._text(painter, QRectF(2, area.top(), self._left() - 8, area.height()), self.context.say("Heartbeat"),
                   self.context.colours.muted, LEFT)  # fmt: skip

    def _focus_ring(self, painter: QPainter) -> None:
        if self.hasFocus() and self._columns:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.context.colours.focus), 2))
            painter.drawRoundedRect(self._area(self._at).adjusted(-2, 1, 2, -1), 5, 5)

    def _text(
        self, painter: QPainter, area: QRectF, text: str, colour: str, flags: int, *, bold: bool = False
    ) -> None:  # fmt: skip
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(area, flags, painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight,
                                                                      int(area.width())))  # fmt: skip

    # The user

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is not None and self._columns:
            self._go(max(0, min(self._at + step, len(self._columns) - 1)))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._columns:
            self.phase_wanted.emit(self._columns[self._at].phase)
        else:
            super().keyPressEvent(event)

    def _go(self, index: int) -> None:
        self._at = index
        self._tell_reader()
        announce(self, self.line(index))
        self.update()

    def _tell_reader(self) -> None:
        self.setAccessibleDescription(self.line(self._at) if self._columns else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        if index is not None and event.button() == Qt.MouseButton.LeftButton:
            self._go(index)
            self.phase_wanted.emit(self._columns[index].phase)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self._index_at(event.position())
        show_tip(event.globalPosition().toPoint(), self.line(index) if index is not None else "", self)

    def _index_at(self, point: QPointF) -> int | None:
        return next((i for i in range(len(self._columns)) if self._area(i).contains(point)), None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.updateGeometry()


def _draw_line(painter: QPainter, points: Sequence[QPointF], pen: QPen) -> None:
    """A single point too is seen."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(strokes.smooth(points))
    if len(points) == 1:
        painter.drawEllipse(points[0], 2, 2)


def _columns(found: Compared) -> list[Column]:
    """All phases of both, by the day they begin or began."""
    held = [phase for document in (found.before, found.after) for phase in phases_in_order(document)]
    phases = {phase.id: phase for phase in held}
    before, after = ({cell.phase: cell for cell in row.cells} if row is not None else {} for row in found.rows)
    counts: dict[str, Counter[str]] = {phase: Counter() for phase in phases}
    for change in found.changes:
        if change.journey == found.journey and change.phase in counts:
            counts[change.phase][_sign(change)] += 1
    ordered = sorted(phases.values(), key=lambda phase: (phase.start_day, phase.id))
    return [
        Column(phase.id, phase.name, before.get(phase.id), after.get(phase.id), counts[phase.id]) for phase in ordered
    ]


def _sign(change: Change) -> str:
    return "+" if change.code.endswith(".new") else "−" if change.gone else "~"


def came_signs(counts: Counter[str]) -> str:
    """ "+2  −1  ~3"."""
    return "  ".join(f"{sign}{counts[sign]}" for sign in "+−~" if counts[sign])


def came_text(counts: Counter[str], say: Words) -> str:
    """ "2 new, 1 gone, 3 different"."""
    words = {
        "+": say("{n} new", n=counts["+"]),
        "−": say("{n} gone", n=counts["−"]),
        "~": say("{n} different", n=counts["~"]),
    }
    return ", ".join(words[sign] for sign in "+−~" if counts[sign])
