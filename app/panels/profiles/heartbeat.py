"""The lens of heartbeat as a picture: the curves of the personas in one, and the moments that people remember."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.panels.profiles.bars import Bar, bars
from app.panels.profiles.heart_chart import DASHES, HeartChart, Line
from app.plain import PlainLabel, tip
from journeys.analysis.compare import beats, mean
from journeys.analysis.lenses.heartbeat.hearts import feeling, hearts
from journeys.analysis.variants import pairs
from journeys.model.time import phases_in_order
from journeys.phrases import emotion_word, signed
from journeys.phrases.terms import VARIANTS, count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPaintEvent

    from app.context import Context
    from journeys.analysis.lenses.heartbeat.hearts import Heart
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Step

MOST: Final = 6
"""More curves in so small a picture cannot be told apart."""


def make(context: Context, scene: Scene, journey: str | None) -> QWidget | None:
    """The curves of all personas, that of the shown journey on top; None while nothing was judged."""
    lines = list(lines_of(context, scene, journey))
    if not any(line.beats for line in lines):
        return None
    say, made = context.say, QWidget()
    made.setAccessibleName(say("Heartbeats of the personas"))
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 8, 0, 4)
    column.setSpacing(2)
    column.addWidget(PlainLabel(say("Heartbeats of the personas"), name="strong", wrap=True))
    phases = [(phase.id, phase.name) for phase in phases_in_order(scene.document)]
    column.addWidget(HeartChart(context, phases, lines))
    for line in lines:
        column.addWidget(Key(context, line))
    held = scene.once(hearts)
    rows = list(_moments(context, held[journey]) if journey in held else _means(context, lines))
    column.addWidget(bars(context, say("What people remember") if journey in held else say("Mean feeling"), rows))
    return made


def lines_of(context: Context, scene: Scene, journey: str | None) -> Iterator[Line]:
    """The shown journey first, then what it is compared with: its other variant, and the same of other personas."""
    order = [phase.id for phase in phases_in_order(scene.document)]
    shown = next((one for one in scene.journeys if one.id == journey), None)
    variant = shown.variant if shown is not None else "current"
    partners = {other for pair in pairs(scene.document) if journey in pair for other in pair}
    others = [one for one in scene.journeys if one is not shown and (one.variant == variant or one.id in partners)]
    wanted = [*([shown] if shown is not None else []), *sorted(others, key=lambda one: one.id not in partners)]
    for number, one in enumerate(wanted[:MOST]):
        found = tuple(beats(scene.spots.get(one.id, {}), order))
        if found or one is shown:
            persona = scene.document.personas[one.persona]
            ink = context.inks.get("heartbeat", context.colours.accent) if one is shown else ""
            yield Line(
                one.id, _name(context, scene, one), ink or context.party_ink(persona.colour), number % len(DASHES),
                found, {beat.step: scene.document.steps[beat.step].title for beat in found}, one is shown,
            )  # fmt: skip


def _name(context: Context, scene: Scene, journey: Journey) -> str:
    name = scene.document.personas[journey.persona].name
    return f"{name} ({context.say(VARIANTS[journey.variant])})" if journey.variant == "desired" else name


def _moments(context: Context, heart: Heart) -> Iterator[Bar]:
    """Beginning, moments of truth, highest, lowest and end."""
    say = context.say
    if not heart.steps:
        return
    low, high = min(map(feeling, heart.steps)), max(map(feeling, heart.steps))
    yield _bar(context, say("Beginning"), heart.steps[:1])
    if heart.truths:
        yield _bar(context, say("Moment of truth"), heart.truths)
    yield _bar(context, say("Highest"), [step for step in heart.steps if feeling(step) == high])
    yield _bar(context, say("Lowest"), [step for step in heart.steps if feeling(step) == low])
    yield _bar(context, say("End"), heart.steps[-1:])


def _bar(context: Context, label: str, steps: list[Step]) -> Bar:
    """The mean of several; one that stands alone says which step it is."""
    say, value = context.say, mean(map(feeling, steps)) or 0.0
    words = _number(value)
    told = steps[0].title if len(steps) == 1 else count_of("step", len(steps), say)
    if value == round(value):
        words = f"{words} ({emotion_word(round(value), say)})"
    return Bar(label, value, words, tuple(step.id for step in steps), told=told)


def _means(context: Context, lines: list[Line]) -> Iterator[Bar]:
    for line in lines:
        value = mean(beat.emotion for beat in line.beats)
        if value is not None:
            told = count_of("step", len(line.beats), context.say)
            yield Bar(line.name, value, _number(value), tuple(beat.step for beat in line.beats), told=told)


def _number(value: float) -> str:
    return signed(round(value)) if value == round(value) else f"{value:+.1f}".replace("-", "−")


class Key(QPushButton):
    """Which line is whose: a piece of it, and the name; a click shows the steps along it."""

    def __init__(self, context: Context, line: Line) -> None:
        super().__init__()
        self._line, self._colours = line, context.colours
        words = f"{line.name}: {count_of('step', len(line.beats), context.say)}"
        self.setAccessibleName(words)
        tip(self, words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        ids = tuple(beat.step for beat in line.beats)
        self.clicked.connect(lambda: context.trace(line.name, ids) if ids else None)

    def sizeHint(self) -> QSize:
        return QSize(120, max(24, self.fontMetrics().height() + 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        painter.setPen(self._line.pen())
        painter.drawLine(6, round(middle), 38, round(middle))
        painter.setPen(QColor(self._colours.text))
        font = self.font()
        font.setBold(self._line.shown)
        painter.setFont(font)
        place = self.rect().adjusted(46, 0, -6, 0)
        words = painter.fontMetrics().elidedText(self._line.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(self._colours.focus if self.hasFocus() else self._colours.edge), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        painter.end()
