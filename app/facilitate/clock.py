"""The time that is left for a round, counted by a clock that never runs behind; below zero it counts on."""

from __future__ import annotations

import math
from time import monotonic
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTE: Final = 60.0
MOST: Final = 180 * MINUTE
"""Seconds: three hours."""
FIRST: Final = 5 * MINUTE


class Clock(QObject):
    """One per window; everything that shows the time follows it."""

    turned = Signal()  #: what the clock shows has changed
    passed = Signal(str)  #: "started", "paused", "minute" (one is left) or "over"

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self.given = FIRST
        """How many seconds there are in all, with the minutes that were added."""
        self._left = FIRST
        self._since: float | None = None
        self._told: set[str] = set()
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.turn)

    @property
    def running(self) -> bool:
        """Whether it counts down, or over."""
        return self._since is not None

    @property
    def begun(self) -> bool:
        """Whether any of the time has been used."""
        return self.running or self._left != self.given

    @property
    def left(self) -> float:
        """Seconds that are left; below zero so many over time."""
        return self._left - (self._now() - self._since if self._since is not None else 0.0)

    @property
    def over(self) -> bool:
        """Whether the time is up."""
        return self.left <= 0

    def set(self, seconds: float) -> None:
        """So much time from now on; it stands still until it is started."""
        self._timer.stop()
        self.given = self._left = max(1.0, min(MOST, float(seconds)))
        self._since = None
        self._told.clear()
        self.turned.emit()

    def start(self) -> None:
        """Count, or go on counting."""
        if self.running:
            return
        self._since = self._now()
        if self._left <= MINUTE:
            self._told.add("minute")  # whoever gives a minute knows it
        self.passed.emit("started")
        self.turn()

    def pause(self) -> None:
        """Stand still."""
        if self.running:
            self._left, self._since = self.left, None
            self._timer.stop()
            self.passed.emit("paused")
            self.turned.emit()

    def toggle(self) -> None:
        """Start, or pause."""
        if self.running:
            self.pause()
        else:
            self.start()

    def add(self, seconds: float) -> None:
        """More time; when it was over, so much from now on."""
        now = self.left
        more = min(MOST, max(0.0, now) + seconds) - now
        self._left += more
        self.given = max(self.given + seconds, self.left)
        self._told -= {"over"} | ({"minute"} if self.left > MINUTE else set())
        self.turn()

    def reset(self) -> None:
        """Back to the time that was given, standing still."""
        self.set(self.given)

    def turn(self) -> None:
        """Another second has passed: show it, and tell what comes with it."""
        left = self.left
        for code, reached in (("minute", left <= MINUTE), ("over", left <= 0)):
            if self.running and reached and code not in self._told:
                self._told.add(code)
                if code == "over" or left > 0:
                    self.passed.emit(code)
        self.turned.emit()
        if self.running:
            left = self.left
            self._timer.start(max(1, math.ceil((left - math.floor(left)) * 1000)))  # until the digits change


def written(seconds: float) -> str:
    """ "4:05", "1:02:00", and over time "+0:12"."""
    whole = math.ceil(seconds) if seconds > 0 else math.floor(-seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    digits = f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
    return f"+{digits}" if seconds <= 0 and whole else digits


def read(text: str) -> float | None:
    """Seconds of "7", "2,5", "1:30" or "90 s"; None when it is no time."""
    plain = text.strip().casefold().replace(",", ".")
    unit = MINUTE
    for ending, seconds in (("min", MINUTE), ("sec", 1.0), ("s", 1.0), ("m", MINUTE)):
        if plain.endswith(ending):
            plain, unit = plain.removesuffix(ending).strip(), seconds
            break
    parts = plain.split(":")
    try:
        numbers = [float(part) for part in parts]
    except ValueError:
        return None
    if len(numbers) > 3 or any(not math.isfinite(one) or one < 0 for one in numbers):
        return None
    if len(numbers) == 1:
        found = numbers[0] * unit
    else:
        found = sum(one * MINUTE**power for power, one in enumerate(reversed(numbers)))
    return found if 1 <= found <= MOST else None
