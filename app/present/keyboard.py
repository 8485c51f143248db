"""Keys while presenting: commands, numbers of slides, and what stops a journey that plays by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.present import keys

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.present.presentation import Presentation

DIGITS: Final = 4
"""The last so many of a number are kept."""


class Keyboard:
    """Keeps the digits of a number until Enter, or until another key is pressed."""

    def __init__(self, presentation: Presentation) -> None:
        self._presentation = presentation
        self._typed = ""

    def press(self, event: QKeyEvent) -> None:
        """Any key stops what plays by itself; those that lead on or out do no more than that."""
        if keys.is_modifier(event):
            return
        code, showing = keys.command(event), self._presentation.showing
        playing = showing.playing
        if playing and code not in ("play", "slower", "faster"):
            showing.stop()
        if code.isdigit():
            self._type(code)
        elif self._typed and event.key() in keys.ENTER:
            self._jump()
        elif self._typed and code == "escape":
            self._forget()
        elif code and not (playing and event.key() in keys.ONLY_STOP):
            self._forget()
            self._presentation.run(code)
        event.accept()

    def _type(self, digit: str) -> None:
        """A digit of a slide's number; 0 alone shows the whole slide."""
        if digit == "0" and not self._typed:
            self._presentation.run("whole")
            return
        self._typed = (self._typed + digit)[-DIGITS:]
        say = self._presentation.say
        self._presentation.audience.tell(say("Go to slide {n}: press Enter", n=self._typed))

    def _jump(self) -> None:
        number, showing, say = int(self._typed), self._presentation.showing, self._presentation.say
        self._forget()
        count = len(showing.slides)
        if number > count:
            self._presentation.audience.tell(say.many("There is {n} slide.", "There are {n} slides.", count))
        showing.to(number - 1)

    def _forget(self) -> None:
        if self._typed:
            self._typed = ""
            self._presentation.audience.told.go()
