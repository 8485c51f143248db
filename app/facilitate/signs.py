"""Signs in the status bar for what a facilitator has switched on; a press switches it off, or shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton

from app.facilitate.clock import written
from app.icons import grown, icon
from app.plain import put, tip

if TYPE_CHECKING:
    from app.facilitate.clock import Clock
    from app.facilitate.room import Room
    from app.window import StudyWindow


def follow(window: StudyWindow) -> None:
    """Show exactly the signs of what is on."""
    if window.status is None or window.view is None or window.room is None:
        return
    wanted = _wanted(window, window.room)
    if [sign.property("code") for sign in window.status.signs] != wanted:
        window.status.show_signs([_sign(window, code) for code in wanted])


def _wanted(window: StudyWindow, held: Room) -> list[str]:
    strip = window.view.strips.get("timer") if window.view is not None else None
    away = strip is None or strip.isHidden()
    on = {
        "timer": held.clock.begun and away, "vote": held.round is not None and not held.ended,
        "hide_names": held.names_hidden, "lock": held.locked,
    }  # fmt: skip
    return [code for code, wanted in on.items() if wanted]


def _sign(window: StudyWindow, code: str) -> QPushButton:
    say, colours = window.dress.say, window.dress.colours
    picture, text, told = {
        "timer": ("clock", "", say("Show the timer")),
        "vote": ("vote", say("Voting"), say("Votes are being cast: press to show the ranking")),
        "lock": ("lock", say("Locked"), say("The layout is locked: press to unlock it")),
        "hide_names": ("hidden", say("Names hidden"), say("Names are hidden: press to show them")),
    }[code]
    held = window.room
    sign = TimeSign(held.clock) if held is not None and code == "timer" else QPushButton(text)
    sign.setObjectName("sign")
    sign.setProperty("code", code)
    sign.setProperty("words", text)
    sign.setIcon(icon(picture, colours.text, side=16))
    sign.setIconSize(QSize(grown(16), grown(16)))
    sign.setAccessibleName(". ".join(filter(None, (text, told))))
    tip(sign, told)
    sign.clicked.connect(window.actions_by_code[code].trigger)
    return sign


class TimeSign(QPushButton):
    """Says how much time is left."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        clock.turned.connect(self._turned)
        self._turned()

    def _turned(self) -> None:
        put(self, written(self._clock.left))
