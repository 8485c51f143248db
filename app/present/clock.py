"""How late it is, and how long the presentation has gone on."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QLocale, QTime


class Stopwatch:
    """Counts seconds from when it was made; it can wait, and begin again."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._before = 0
        self.waiting = False
        self.begin()

    def begin(self) -> None:
        """From nothing."""
        self._before, self.waiting = 0, False
        self._clock.start()

    def wait(self, *, on: bool) -> None:
        """Stand still, or go on."""
        if on and not self.waiting:
            self._before += self._clock.elapsed()
        elif self.waiting and not on:
            self._clock.restart()
        self.waiting = on

    @property
    def seconds(self) -> int:
        return (self._before + (0 if self.waiting else self._clock.elapsed())) // 1000

    @property
    def text(self) -> str:
        """Minutes and seconds, hours when there are any."""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"


def now() -> str:
    """The time of day as the computer writes it."""
    return QLocale.system().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat)
