"""A judgement from −2 to +2 as a row of drawn buttons; clicking the chosen one again takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.icons import grown
from app.plain import named, tip
from journeys.phrases import signed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QIcon

SCALE: Final = range(-2, 3)


class ScaleField(QWidget):
    """Five buttons, from very bad to very good."""

    committed = Signal(object, str)  #: −2 … +2 or None, and an empty burst

    def __init__(self, words: Callable[[int], str], drawn: Callable[[int], QIcon], size: int) -> None:
        """`words` and `drawn` say what a value is called and how it looks; `size` is that of a drawing, in pixels."""
        super().__init__()
        self._value: int | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for value in SCALE:
            button = named(QToolButton(), "face")
            button.setCheckable(True)
            button.setIcon(drawn(value))
            button.setIconSize(QSize(grown(size), grown(size)))
            name = f"{words(value)} ({signed(value)})"
            button.setAccessibleName(name)
            tip(button, name)
            self._group.addButton(button, SCALE.index(value))
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._group.idClicked.connect(self._clicked)

    def display(self, value: object) -> None:
        """Show what the study holds."""
        self._value = value if isinstance(value, int) else None
        for place, each in enumerate(SCALE):
            self._group.button(place).setChecked(self._value == each)

    def flush(self) -> None:
        """A judgement is committed when it is clicked."""

    def _clicked(self, place: int) -> None:
        chosen = None if self._value == SCALE[place] else SCALE[place]
        self.display(chosen)
        self.committed.emit(chosen, "")
