"""The timer under the views: minutes in one press, large digits, and what a screen reader hears of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton

from app import settings
from app.facilitate import room
from app.facilitate.clock import MINUTE, read
from app.facilitate.strip import Strip
from app.facilitate.timer_face import TimerFace, spoken
from app.icons import icon
from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named, put, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.study_view import StudyView

MINUTES: Final = (1, 3, 5, 10, 15)
HIGH, TALL = 76, 168
"""Pixels of the digits with their frame: as a rule, and very large."""
NARROW, NARROW_HIGH = 520, 46
"""Below so many pixels there is room for digits of so many."""
SHORT: Final = 720
"""Below so many pixels for the whole study each row is one that the map has not."""
FOR_A_ROOM: Final = 1.4
"""So many times larger in presentation scale."""


def _high(*, tall: bool) -> int:
    return round((TALL if tall else HIGH) * (FOR_A_ROOM if settings.large() else 1))


def show(view: StudyView) -> None:
    """Open it with the keyboard on its main button; from within, close it and let the time go on."""
    cast("TimerStrip", view.strip("timer")).toggle()


class TimerStrip(Strip):
    """Shows and steers the clock of the window; keeps nothing itself."""

    def __init__(self, view: StudyView) -> None:
        super().__init__(view, view.context.say("Timer"))
        self._room = room.of(view)
        self._clock = self._room.clock
        say, colours = view.context.say, view.context.colours
        self.face = TimerFace(self._clock, say, colours, _high(tall=self._room.tall))
        self.start = named(QPushButton(), "primary")
        self.more = QPushButton(say("+1 minute"))
        self.again = QPushButton(say("Reset"))
        self.quick = {minutes: self._minutes(minutes) for minutes in MINUTES}
        self.field = QLineEdit()
        self.sound = self._switch("sound", say("Sound when the time is up"))
        self.tall = self._switch("larger", say("Very large digits"))
        self.close_button = sign_button("close", say("Close the timer; the time goes on"), colours.text)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.start)
        self.display()

    def _minutes(self, minutes: int) -> QPushButton:
        say = self._view.context.say
        made = QPushButton(str(minutes))
        made.setAccessibleName(say.many("{n} minute", "{n} minutes", minutes))
        tip(made, made.accessibleName())
        made.setMinimumWidth(44 if settings.large() else 34)
        made.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        made.clicked.connect(partial(self._begin, minutes * MINUTE))
        made.clicked.connect(self._to_start)
        return made

    def _to_start(self) -> None:
        self.start.setFocus()

    def _switch(self, picture: str, name: str) -> QToolButton:
        made = sign_button(picture, name, self._view.context.colours.text)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return made

    def _lay_out(self) -> None:
        say = self._view.context.say
        self.field.setAccessibleName(say("Other time, such as 7 or 1:30"))
        self.field.setPlaceholderText(say("or 7, or 1:30"))
        tip(self.field, say("Minutes, or minutes and seconds; Enter sets the time"))
        self.field.setMaxLength(12)
        self.field.setFixedWidth(
            round(self.field.fontMetrics().horizontalAdvance(self.field.placeholderText()) * 1.1) + 24
        )
        label = PlainLabel(say("Minutes"), name="field")
        label.setBuddy(self.quick[1])
        label.setMinimumHeight(self.quick[1].sizeHint().height())
        signs = QHBoxLayout()
        signs.setSpacing(2)
        for sign in (self.sound, self.tall, self.close_button):
            signs.addWidget(sign)
        self._times = Wrapped(label, *self.quick.values(), self.field, gap=6)
        self._rows = rows = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        rows.setSpacing(5)
        rows.addStretch(1)
        rows.addWidget(Wrapped(self.start, self.more, self.again, gap=6))
        rows.addWidget(self._times)
        rows.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 6, 8, 6)
        line.setSpacing(14)
        line.addWidget(self.face)
        line.addLayout(rows, 1)
        line.addLayout(signs)
        line.setAlignment(signs, Qt.AlignmentFlag.AlignTop)
        self._view.installEventFilter(self)

    def _connect(self) -> None:
        self.start.clicked.connect(self._clock.toggle)
        self.more.clicked.connect(lambda: self._clock.add(MINUTE))
        self.again.clicked.connect(self._clock.reset)
        self.field.returnPressed.connect(self._entered)
        self.field.textEdited.connect(lambda _: self._mark(wrong=False))
        self.sound.setChecked(settings.sound())
        if settings.fixed("sound"):
            self.sound.setEnabled(False)
            tip(self.sound, self._view.context.say(settings.FIXED))
        self.sound.toggled.connect(lambda on: settings.set_sound(chosen=on))
        self.tall.setChecked(self._room.tall)
        self.tall.toggled.connect(self._grow)
        self.close_button.clicked.connect(self.close_strip)
        self._clock.turned.connect(self.display)
        self._clock.passed.connect(self._passed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the digits are smaller, and the switches for them go."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        for sign in (self.sound, self.tall):
            sign.setHidden(narrow)
        self._fold()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window has another height now."""
        if event.type() == QEvent.Type.Resize and watched is self._view:
            self._fold()
        return super().eventFilter(watched, event)

    @property
    def folded(self) -> bool:
        """Whether all stands in one row, as the views have little height; very large digits were asked for."""
        return not self._room.tall and self._view.height() < SHORT * (FOR_A_ROOM if settings.large() else 1)

    def _fold(self) -> None:
        """In one row there is room for what sets the time until it counts, and then for what steers it."""
        folded, begun = self.folded, self._clock.begun
        small = folded or self.width() < NARROW
        self.face.set_high(NARROW_HIGH if small else _high(tall=self._room.tall))
        way = QBoxLayout.Direction.LeftToRight if folded else QBoxLayout.Direction.TopToBottom
        self._rows.setDirection(way)
        for index, stretch in enumerate((0, int(begun), 1, 0) if folded else (1, 0, 0, 1)):
            self._rows.setStretch(index, stretch)
        focused = self.focusWidget()
        for part, away in ((self._times, begun), (self.more, not begun), (self.again, not begun)):
            held = part is focused or part.isAncestorOf(focused)
            part.setHidden(folded and away)
            if held and part.isHidden():
                self.start.setFocus()

    def display(self) -> None:
        """Name the buttons for what they do now."""
        say, clock, colours = self._view.context.say, self._clock, self._view.context.colours
        text = say("Pause") if clock.running else say("Go on") if clock.begun else say("Start")
        if text != self.start.text():
            put(self.start, text)
            self.start.setIcon(icon("pause" if clock.running else "play", colours.on_accent))
        self._fold()
        self.again.setEnabled(clock.begun)
        self.start.setAccessibleDescription(spoken(clock.left, say))

    def _begin(self, seconds: float) -> None:
        """A quick button sets the time; when it was counting already, it goes on with the new time."""
        running = self._clock.running and not self._clock.over
        self._clock.set(seconds)
        if running:
            self._clock.start()

    def _entered(self) -> None:
        seconds = read(self.field.text())
        self._mark(wrong=seconds is None)
        if seconds is None:
            announce(self.field, self._view.context.say("This is no time. Type minutes, or minutes and seconds: 1:30."))
            return
        self.field.clear()
        self._begin(seconds)
        QTimer.singleShot(0, self.start, self.start.setFocus)  # later: the Enter that set the time must not start it

    def _mark(self, *, wrong: bool) -> None:
        self.field.setProperty("wrong", wrong)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _grow(self, tall: bool) -> None:
        self._room.tall = tall
        self._fold()

    def _passed(self, code: str) -> None:
        """Heard: the beginning, the last minute, the end."""
        say = self._view.context.say
        time = spoken(self._clock.left, say)
        said = {
            "started": say("Timer started: {time}", time=time), "minute": say("1 minute left"),
            "over": say("Time is up"), "paused": say("Timer paused: {time}", time=time),
        }[code]  # fmt: skip
        announce(self._view, said)
        if code == "over" and settings.sound():
            QApplication.beep()
        self._view.changed.emit()
