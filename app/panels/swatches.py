"""Twelve colours to choose one from, each with its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QToolButton, QWidget

from app.icons import dot, grown
from app.panels.labels import COLOURS
from app.plain import PlainLabel, named, put, tip

if TYPE_CHECKING:
    from app.context import Context

IN_A_ROW = 6


class Swatches(QWidget):
    """Arrow keys go through the colours; the name of the chosen one stands under them."""

    committed = Signal(object, str)  #: the number of the colour, and an empty burst

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._say = context.say
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(3)
        self._group = QButtonGroup(self)
        for number, name in enumerate(COLOURS):
            button = named(QToolButton(), "swatch")
            button.setCheckable(True)
            button.setIcon(dot(context.party_ink(number), size=18))
            button.setIconSize(QSize(grown(18), grown(18)))
            button.setAccessibleName(context.say(name))
            tip(button, context.say(name))
            self._group.addButton(button, number)
            grid.addWidget(button, number // IN_A_ROW, number % IN_A_ROW)
        self._name = PlainLabel("", name="muted")
        grid.addWidget(self._name, 2, 0, 1, IN_A_ROW + 1)
        grid.setColumnStretch(IN_A_ROW, 1)
        self._group.idClicked.connect(self._clicked)

    def display(self, value: object) -> None:
        """Show what the study holds."""
        if isinstance(value, int) and 0 <= value < len(COLOURS):
            self._group.button(value).setChecked(True)
            put(self._name, self._say(COLOURS[value]))
            self.setFocusProxy(self._group.button(value))

    def flush(self) -> None:
        """A colour is committed when it is chosen."""

    def _clicked(self, number: int) -> None:
        self.display(number)
        self.committed.emit(number, "")
