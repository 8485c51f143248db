"""The lens of time as a picture: how present we are along the days, and where the deadlines stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app import strokes
from app.canvas.inks import Inks
from app.plain import PlainLabel, tip
from journeys.analysis.lenses.time.duties import Duty, State, duties, states
from journeys.analysis.silence import silences
from journeys.i18n import N_
from journeys.layout.heads import own_colour
from journeys.model.time import phases_in_order
from journeys.phrases import level_word, shortened
from journeys.phrases.dates import day_said, period_said
from journeys.phrases.durations import duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from app.context import Context
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey

HIGH: Final = 26
FLAGS: Final = 20
"""Pixels of the bar, and of the room for flags above it."""
LEAST: Final = 12.0
"""The shortest phase is so wide: one must be able to see it."""
EDGE: Final = 6
NEAR: Final = 12
"""Pixels around a flag that are part of it."""
MOST: Final = 3
"""Journeys of which the whole study shows a bar."""
STATES: Final[dict[State, tuple[str, str]]] = {
    "timely": (N_("in time"), "lens.good"), "late": (N_("step comes too late"), "lens.bad"),
    "unheard": (N_("first contact comes too late"), "lens.bad"), "absent": (N_("we are absent then"), "lens.bad"),
    "missing": (N_("no step for it"), "lens.bad"), "present": (N_("we are there"), "lens.good"),
    "unmapped": (N_("not filled in yet"), "lens.neutral"),
}  # fmt: skip


class Piece(NamedTuple):
    """A phase on the bar, in parts of its width."""

    phase: str
    start: int
    end: int
    left: float
    right: float


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """A bar of the phases with flags for the deadlines, and each deadline as a line to click."""
    journeys = [one for one in scene.journeys if journey in (None, one.id)]
    if not scene.periods or not journeys or (not scene.once(duties) and not any(map(scene.levels.get, scene.levels))):
        return None
    say = context.say
    made = QWidget()
    made.setAccessibleName(say("Presence and deadlines in time"))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 4)
    column.setSpacing(2)
    column.addWidget(PlainLabel(say("Presence and deadlines in time"), name="strong", wrap=True))
    for one in journeys[:MOST]:
        column.addWidget(Timeline(context, scene, one))
        silence = scene.once(silences)[one.id]
        if silence.days and journey is not None:
            words = say("Longest silence: {duration}", duration=duration(silence.days, say))
            ends = tuple(step for step in (silence.after, silence.before) if step is not None)
            column.addWidget(_line(context, words, ends or (one.id,)))
    for duty in scene.once(duties):
        column.addWidget(_duty(context, scene, duty, journeys))
    return made


def _duty(context: Context, scene: Scene, duty: Duty, journeys: list[Journey]) -> QWidget:
    """When it ends, and how these journeys stand to it."""
    say, known = context.say, scene.once(states)
    found = dict.fromkeys(known[duty.fact.id, one.id] for one in journeys if (duty.fact.id, one.id) in known)
    told = ", ".join(say(STATES[state][0]) for state in found)
    day = day_said(duty.day, scene.document.study.day0_date, say)
    words = f"{day}: {shortened(duty.fact.text, 44)}"
    ids = (duty.fact.id, *([duty.phase] if duty.phase else []))
    return _line(context, f"{words} ({told})" if told else words, ids, STATES[_worst(list(found))][1])


def _worst(found: list[State]) -> State:
    order: tuple[State, ...] = ("late", "unheard", "absent", "missing", "unmapped", "present", "timely")
    return next((state for state in order if state in found), "unmapped")


def _line(context: Context, words: str, ids: tuple[str, ...], ink: str = "") -> Line:
    return Line(context, words, ids, ink)


class Line(QPushButton):
    """Words that show the cards they are about; before them the flag as it stands on the bar."""

    def __init__(self, context: Context, words: str, ids: tuple[str, ...], ink: str) -> None:
        super().__init__()
        self._words, self._colours = words, context.colours
        self._ink = context.inks.get(ink, "") if ink else ""
        self._bad = ink == "lens.bad"
        self.setAccessibleName(words)
        tip(self, words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda: context.trace(words, ids))

    def sizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = self.fontMetrics().boundingRect(
            0, 0, max(width - self._left - EDGE, 40), 10_000, self._flags, self._words
        )
        return max(24, room.height() + 8)

    @property
    def _left(self) -> int:
        return EDGE + (14 if self._ink else 0)

    @property
    def _flags(self) -> int:
        return int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._ink:
            _flag(painter, EDGE + 1.0, self.height() / 2 - 6, 12, QColor(self._ink), hollow=not self._bad)
        painter.setPen(QColor(self._colours.accent))
        place = self.rect().adjusted(self._left, 0, -EDGE, 0)
        painter.drawText(place, self._flags, self._words)
        _ring(self, painter, self._colours.focus, self._colours.edge)
        painter.end()


class Timeline(QPushButton):
    """One journey's phases along the days, coloured and hatched by presence, with day 0 and the deadlines."""

    def __init__(self, context: Context, scene: Scene, journey: Journey) -> None:
        super().__init__()
        self._context, self._scene, self._journey = context, scene, journey
        self._pieces = list(_pieces(scene))
        self._own, self._inks = own_colour(scene.document, scene.scope), Inks(context.inks)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self._told())
        tip(self, self._told())
        self._pointed: QPointF | None = None
        self.clicked.connect(self._trace)

    @property
    def _name(self) -> str:
        return self._scene.document.personas[self._journey.persona].name

    def _told(self) -> str:
        """The picture in words: each phase with its period and level."""
        say, document = self._context.say, self._scene.document
        levels, zero = self._scene.levels[self._journey.id], document.study.day0_date
        told = (
            say("{phase}, {period}: {level}", phase=document.phases[piece.phase].name,
                period=period_said((piece.start, piece.end), zero, say), level=level_word(levels[piece.phase], say))
            for piece in self._pieces
        )  # fmt: skip
        return f"{self._name}. {'. '.join(told)}."

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointed = event.position()
        super().mouseReleaseEvent(event)
        self._pointed = None

    def _trace(self) -> None:
        """The deadline whose flag was clicked, else the phase; by the keyboard all phases."""
        title, ids = self._name, tuple(piece.phase for piece in self._pieces)
        if self._pointed is not None:
            title, ids = self.under(self._pointed) or (title, ids)
        self._context.trace(title, ids)

    def under(self, point: QPointF) -> tuple[str, tuple[str, ...]] | None:
        """What is drawn there: its name and ids."""
        flags = [(self.at(duty.day), duty) for duty in self._scene.once(duties)]
        near = [(abs(x + 4 - point.x()), duty.fact.text, duty.fact.id) for x, duty in flags if x is not None]
        if near and min(near)[0] <= NEAR and point.y() < self.fontMetrics().height() + FLAGS:
            _, text, fact = min(near)
            return shortened(text, 44), (fact,)
        part = (point.x() - EDGE) / max(self.width() - 2 * EDGE, 1)
        piece = next((piece for piece in self._pieces if piece.left <= part < piece.right), None)
        return (self._scene.document.phases[piece.phase].name, (piece.phase,)) if piece else None

    def sizeHint(self) -> QSize:
        return QSize(200, self.fontMetrics().height() + FLAGS + HIGH + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def at(self, day: int) -> float | None:
        """Where a day lies on the bar, in pixels; None outside all phases."""
        room = self.width() - 2 * EDGE
        for piece in self._pieces:
            if piece.start <= day < piece.end:
                part = (day + 0.5 - piece.start) / (piece.end - piece.start)
                return EDGE + room * (piece.left + (piece.right - piece.left) * part)
        return None

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words, colours = self.fontMetrics().height(), self._context.colours
        painter.setPen(QColor(colours.muted))
        name = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - 2 * EDGE)
        painter.drawText(QRectF(EDGE, 2, self.width() - 2 * EDGE, words), Qt.AlignmentFlag.AlignLeft, name)
        top = words + FLAGS
        for piece in self._pieces:
            self._paint_phase(painter, piece, top)
        self._paint_zero(painter, top)
        self._paint_flags(painter, top)
        _ring(self, painter, colours.focus, colours.edge)
        painter.end()

    def _paint_phase(self, painter: QPainter, piece: Piece, top: float) -> None:
        room, level = self.width() - 2 * EDGE, self._scene.levels[self._journey.id][piece.phase]
        place = QRectF(EDGE + room * piece.left, top, room * (piece.right - piece.left), HIGH).adjusted(0.5, 0, -0.5, 0)
        strokes.block(painter, place, level, self._inks, self._own)

    def _paint_zero(self, painter: QPainter, top: float) -> None:
        x = self.at(0)
        if x is not None:
            painter.setPen(QPen(QColor(self._context.colours.text), 1.5))
            painter.drawLine(QPointF(x, top - 3), QPointF(x, top + HIGH + 3))

    def _paint_flags(self, painter: QPainter, top: float) -> None:
        known = self._scene.once(states)
        for duty in self._scene.once(duties):
            x, state = self.at(duty.day), known.get((duty.fact.id, self._journey.id))
            if x is not None and state is not None:
                ink = STATES[state][1]
                _flag(painter, x, top - FLAGS + 3, FLAGS - 3, QColor(self._context.inks.get(ink, "#888888")),
                      hollow=ink != "lens.bad")  # fmt: skip


def _flag(painter: QPainter, x: float, y: float, high: float, colour: QColor, *, hollow: bool) -> None:
    """A flag on a pole: filled where something is wrong, open where it goes well."""
    painter.setPen(QPen(colour, 1.6))
    painter.drawLine(QPointF(x, y), QPointF(x, y + high))
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    painter.drawPolygon(QPolygonF([QPointF(x, y), QPointF(x + 8, y + 3.5), QPointF(x, y + 7)]))


def _ring(button: QPushButton, painter: QPainter, focus: str, edge: str) -> None:
    if not (button.hasFocus() or button.underMouse()):
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(focus if button.hasFocus() else edge), 2 if button.hasFocus() else 1))
    painter.drawRoundedRect(QRectF(button.rect()).adjusted(1, 1, -1, -1), 5, 5)


def _pieces(scene: Scene) -> Iterator[Piece]:
    """The phases as long as they last, by the root of their days: else a day beside a year could not be seen."""
    known = [(phase.id, *scene.periods[phase.id]) for phase in phases_in_order(scene.document)]
    weights = [max(end - start, 1) ** 0.5 + LEAST / 6 for _, start, end in known]
    total, left = sum(weights), 0.0
    for (phase, start, end), weight in zip(known, weights, strict=True):
        yield Piece(phase, start, end, left, left + weight / total)
        left += weight / total
