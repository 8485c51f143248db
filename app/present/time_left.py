"""The facilitator's timer in the corner of the audience's screen, while it is in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from app.facilitate import room
from app.facilitate.timer_face import TimerFace
from app.present.overlays import letter
from app.theme import LOOKS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.present.presentation import Presentation

LETTERS: Final = 4.6
"""How high it is, in letters of what else lies over the slide."""


class TimeLeft(QObject):
    """Puts the face of the window's clock there as soon as it runs, and takes it away when it was set anew."""

    def __init__(self, presentation: Presentation, window: QWidget) -> None:
        super().__init__(presentation)
        self._presentation = presentation
        self._clock = room.of_window(window).clock
        self._shown: tuple[object, ...] = ()
        self._clock.turned.connect(self.display)
        presentation.showing.renewed.connect(self.display)

    def display(self) -> None:
        """Show it or not, in the colours of the slides."""
        presentation = self._presentation
        if presentation.over:
            return
        audience, look = presentation.audience, presentation.gallery.look
        wanted = (audience, look) if self._clock.begun else (audience,)
        if wanted == self._shown:
            return
        self._shown = wanted
        high = round(letter(audience.height()) * LETTERS)
        audience.put_timer(TimerFace(self._clock, presentation.say, LOOKS[look], high) if self._clock.begun else None)

    def stop(self) -> None:
        """The clock goes on without this."""
        self._clock.turned.disconnect(self.display)
