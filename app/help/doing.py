"""A button that carries out a command of the window; when that cannot be done now, the reason stands beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.actions import COMMANDS, keys_text, titled
from app.icons import icon
from app.plain import PlainLabel, literal, put
from journeys.help.saying import TRY
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.window import StudyWindow

REASONS: Final = {
    "study": N_("Open a study first."),
    "journey": N_("Open a study with a journey first."),
    "zoom": N_("Show the map of a journey first."),
    "selection": N_("Select something on the map first."),
    "step": N_("Select a step on the map first."),
    "notes": N_("Select a note on the map first."),
    "process": N_("Go to the process behind a step first."),
    "gaps": N_("There are no gaps now."),
    "undo": N_("There is nothing to undo."),
    "redo": N_("There is nothing to redo."),
}
"""Why a command cannot be done, by what it needs."""
BY_CODE: Final = {command.code: command for command in COMMANDS}


class Doing(QWidget):
    """Follows whether the command can be done."""

    def __init__(self, window: StudyWindow, code: str) -> None:
        super().__init__()
        say, colours = window.dress.say, window.dress.colours
        self._action = window.actions_by_code[code]
        title, keys = titled(BY_CODE[code], say), keys_text(BY_CODE[code])
        self._reason = say(REASONS[BY_CODE[code].needs]) if BY_CODE[code].needs else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        words = say(TRY, command=f"{title} ({keys})" if keys else title)
        self.button = QPushButton(icon("play", colours.accent, colours.idle), literal(words))
        self.button.setAutoDefault(False)
        self.button.clicked.connect(lambda: self._do(window))
        self.why = PlainLabel("", name="muted", wrap=True)
        row.addWidget(self.button)
        row.addWidget(self.why, 1)
        self._action.changed.connect(self._follow)
        self._follow()

    def _do(self, window: StudyWindow) -> None:
        window.activateWindow()
        self._action.trigger()

    def _follow(self) -> None:
        can = self._action.isEnabled()
        self.button.setEnabled(can)
        put(self.why, "" if can else self._reason)
        self.button.setAccessibleDescription(self.why.text())
