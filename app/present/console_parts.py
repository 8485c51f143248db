"""The parts of the presenter's window: its buttons, the times at the top, and the next slide."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from app.actions import empty
from app.icons import icon
from app.plain import PlainLabel, named, put, tip
from app.present import clock, look, menu
from app.present.ahead import Ahead, Wish
from app.present.commands import BY_CODE, titled

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from app.present.presentation import Presentation
    from app.present.showing import Showing

FINGER: Final = 44
"""Pixels that a finger needs."""
GROUPS: Final = (
    ("previous", "next"), ("play", "slower", "faster"), ("spot", "part_previous", "part_next"),
    ("closer", "farther", "whole"), ("black", "white"), ("first", "last", "restart"),
)  # fmt: skip
WORDED: Final = ("previous", "next")
SPOKEN: Final = {"what": "present", "colours": "colours", "screen": "console"}


class Buttons(QWidget):
    """Everything that can be done, each at least as large as a finger."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for group in GROUPS:
            for code in group:
                row.addWidget(self._button(code))
            row.addSpacing(10)
        row.addStretch(1)

    def all(self) -> list[QToolButton]:
        return list(self._buttons.values())

    def __getitem__(self, code: str) -> QToolButton:
        return self._buttons[code]

    def _button(self, code: str) -> QToolButton:
        command, presentation = BY_CODE[code], self._presentation
        say, colours = presentation.say, presentation.window.dress.colours
        made = named(QToolButton(), "primary" if code == "next" else code)
        ink = colours.on_accent if code == "next" else colours.text
        if command.icon:
            made.setIcon(icon(command.icon, ink, colours.idle))
        else:
            put(made, say(command.text))
        if code in WORDED:
            made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            put(made, say(command.text))
            made.setMinimumWidth(3 * FINGER)
        made.setCheckable(command.checkable)
        made.setAccessibleName(say(command.text))
        tip(made, titled(code, say))
        _as_large_as_a_finger(made)
        made.clicked.connect(lambda _=False: presentation.run(code))
        self._buttons[code] = made
        return made

    def letters(self, resize: Callable[[int], object]) -> list[QToolButton]:
        """The two that make the notes smaller and larger."""
        say, made = self._presentation.say, []
        for by, text, name in ((-1, "A−", say("Smaller notes")), (1, "A+", say("Larger notes"))):
            button = QToolButton()
            put(button, text)
            button.setAccessibleName(name)
            tip(button, name)
            _as_large_as_a_finger(button)
            button.clicked.connect(partial(_resize, resize, by))
            self._buttons[f"letters{by}"] = button
            made.append(button)
        return made

    def display(self) -> None:
        """What is on, and what can be done."""
        presentation = self._presentation
        state = presentation.state()
        colours, say = presentation.window.dress.colours, presentation.say
        for code, button in self._buttons.items():
            if code not in BY_CODE:
                continue
            if button.isCheckable() and button.isChecked() != state[code]:
                button.setChecked(state[code])
            if code == "play":
                name = say("Pause") if state["play"] else say("Play")
                if button.accessibleName() != name or button.icon().isNull():
                    button.setIcon(icon("pause" if state["play"] else "play", colours.text, colours.idle))
                    button.setAccessibleName(name)
            held = button.hasFocus()
            button.setEnabled(held or presentation.possible(code))  # the keyboard keeps its place


def _resize(resize: Callable[[int], object], by: int, _: bool = False) -> None:  # noqa: FBT002 - a button's own bool
    resize(by)


def _as_large_as_a_finger(button: QToolButton) -> None:
    button.setMinimumSize(FINGER, FINGER)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard at the slide


class Times(QWidget):
    """The time of day, how long it has gone on, how far it is; and what is set once."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__()
        self._presentation = presentation
        say, colours = presentation.say, presentation.window.dress.colours
        self.clock, self.elapsed, self.progress = (PlainLabel(name="display") for _ in range(3))
        self.clock.setAccessibleName(say("Time of day"))
        self.elapsed.setAccessibleName(say("Time gone by"))
        self.wait = _button(say("Stop the clock"), "pause", colours.text)
        self.wait.setCheckable(True)
        self.wait.toggled.connect(self._wait)
        self.again = _button(say("Clock from zero"), "restart", colours.text)
        self.again.clicked.connect(self._begin)
        self.study = _button(say("To the study"), "edit", colours.text)
        self.study.clicked.connect(self._to_study)
        self.swap = _button(titled("swap", say), "swap", colours.text)
        self.swap.clicked.connect(lambda: presentation.run("swap"))
        self.close_button = _button(say(BY_CODE["end"].text), "close", colours.text)
        put(self.close_button, say("Stop"))
        self.close_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.close_button.clicked.connect(lambda: presentation.run("end"))
        self._choosers = [self._chooser(code) for code in SPOKEN]
        self._lay_out()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        say = self._presentation.say
        row.addWidget(PlainLabel(say("Now"), name="muted"))
        row.addWidget(self.clock)
        row.addSpacing(18)
        row.addWidget(PlainLabel(say("Busy"), name="muted"))
        row.addWidget(self.elapsed)
        row.addWidget(self.wait)
        row.addWidget(self.again)
        row.addStretch(1)
        row.addWidget(self.progress)
        row.addStretch(1)
        for button in (*self._choosers, self.swap, self.study, self.close_button):
            row.addWidget(button)
        self.timer_place = QHBoxLayout()
        row.insertLayout(7, self.timer_place)

    def _chooser(self, code: str) -> QToolButton:
        """A button with a menu that is filled when it opens."""
        presentation = self._presentation
        name = presentation.say(menu.NESTED[code])
        made = _button(name, SPOKEN[code], presentation.window.dress.colours.text)
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        choices = QMenu(made)

        def fill() -> None:
            empty(choices)
            menu.FILL[code](presentation, choices)

        choices.aboutToShow.connect(fill)
        made.setMenu(choices)
        return made

    def all(self) -> list[QToolButton]:
        return [self.wait, self.again, *self._choosers, self.swap, self.study, self.close_button]

    def display(self) -> None:
        """As late as it is now."""
        presentation = self._presentation
        showing, say = presentation.showing, presentation.say
        put(self.clock, clock.now())
        put(self.elapsed, presentation.stopwatch.text)
        number, count = showing.place.index + 1, len(showing.slides)
        put(self.progress, f"{number} / {count}")
        self.progress.setAccessibleName(say("Slide {i} of {n}", i=number, n=count))
        self.swap.setVisible(presentation.placing.several)

    def _wait(self, on: bool) -> None:
        self._presentation.stopwatch.wait(on=on)
        self.display()

    def _begin(self) -> None:
        self.wait.setChecked(False)
        self._presentation.stopwatch.begin()
        self.display()

    def _to_study(self) -> None:
        window = self._presentation.window
        if window.isMinimized():
            window.showNormal()
        window.raise_()
        window.activateWindow()


def _button(name: str, picture: str, ink: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(icon(picture, ink))
    made.setAccessibleName(name)
    tip(made, name)
    _as_large_as_a_finger(made)
    return made


class Preview(QWidget):
    """What "next" will show."""

    clicked = Signal()  #: the user wants it now

    def __init__(self, showing: Showing, name: str) -> None:
        super().__init__()
        self._showing = showing
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self._ahead = Ahead(showing.gallery, self._wishes, self)
        self._ahead.arrived.connect(self.update)
        for signal in (showing.turned, showing.renewed, showing.gallery.photos_arrived):
            signal.connect(self._renew)

    def _renew(self) -> None:
        self.update()
        self._ahead.start()

    def _frame(self) -> QRect:
        stage = self._showing.gallery.stage
        frame = look.frame(QSizeF(self.size()), stage.width / stage.height)
        return QRect(frame.x(), 0, frame.width(), frame.height())

    def _wishes(self) -> list[Wish]:
        size, ratio = self._frame().size(), self.devicePixelRatioF()
        return [Wish(place, size, ratio) for place in self._showing.coming()] if self.isVisible() else []

    def paintEvent(self, event: QPaintEvent) -> None:
        """The audience's slide comes first: the next one, if it is not there yet, in a moment."""
        gallery, after, frame = self._showing.gallery, self._showing.following, self._frame()
        painter = QPainter(self)
        if after is None:
            painter.fillRect(frame, QColor(0, 0, 0))
            return
        ratio = self.devicePixelRatioF()
        if gallery.has(after, frame.size(), ratio):
            painter.drawImage(frame.topLeft(), gallery.image(after, frame.size(), ratio))
        else:
            painter.fillRect(frame, gallery.inks.colour("canvas"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ahead.start()

    def rest(self) -> None:
        """Nothing is prepared any more."""
        self._ahead.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()
