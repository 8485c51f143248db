"""Which differences are listed: all, or one kind of them, each with how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QVBoxLayout, QWidget

from app.panels.narrow import Wrapped
from app.plain import named
from journeys.analysis.difference import GROUPS
from journeys.phrases.difference import GROUP_NAMES

if TYPE_CHECKING:
    from journeys.analysis.difference import Group
    from journeys.i18n import Words

ALL = "all"


class Filter(QWidget):
    """A row of buttons of which one is on."""

    changed = Signal()

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for code in (ALL, *GROUPS):
            button = named(QToolButton(), "role")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._group.addButton(button)
            self.buttons[code] = button
        self.buttons[ALL].setChecked(True)
        self._group.buttonClicked.connect(lambda _: self.changed.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Wrapped(*self.buttons.values()))

    @property
    def code(self) -> str:
        """The kind that is listed."""
        return next(code for code, button in self.buttons.items() if button.isChecked())

    def display(self, counts: dict[Group, int]) -> None:
        """Kinds of which there is nothing are away."""
        for code, button in self.buttons.items():
            n = sum(counts.values()) if code == ALL else counts.get(code, 0)  # type: ignore[call-overload]  # the others are groups
            name = self._say("All") if code == ALL else self._say(GROUP_NAMES[code])  # type: ignore[index]  # idem
            button.setText(f"{name} ({n})")
            button.setVisible(code == ALL or bool(n))
        if self.buttons[self.code].isHidden():
            self.buttons[ALL].setChecked(True)
