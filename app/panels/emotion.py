"""Five drawn faces to choose a feeling from; clicking the chosen one again takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from app.panels.mark_icon import mark_icon
from app.plain import named, tip
from journeys.phrases import capital, emotion_word, signed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QIcon

    from journeys.i18n import Words

FACE_PX = 26


class EmotionField(QWidget):
    """A row of faces from very bad to very good."""

    committed = Signal(object, str)  #: −2 … +2 or None, and an empty burst

    def __init__(self, say: Words, inks: Mapping[str, str]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._value: int | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for value in range(-2, 3):
            button = named(QToolButton(), "face")
            button.setCheckable(True)
            button.setIcon(face_icon(value, inks))
            button.setIconSize(QSize(FACE_PX, FACE_PX))
            name = f"{capital(emotion_word(value, say))} ({signed(value)})"
            button.setAccessibleName(name)
            tip(button, name)
            self._group.addButton(button, value + 2)
            row.addWidget(button)
        row.addStretch()
        self._group.idClicked.connect(self._clicked)

    def display(self, value: object) -> None:
        self._value = value if isinstance(value, int) else None
        for id_ in range(5):
            self._group.button(id_).setChecked(self._value is not None and id_ == self._value + 2)

    def flush(self) -> None:
        """A face is committed when it is clicked."""

    def _clicked(self, id_: int) -> None:
        chosen = None if self._value == id_ - 2 else id_ - 2
        self.display(chosen)
        self.committed.emit(chosen, "")


def face_icon(value: int, inks: Mapping[str, str]) -> QIcon:
    """The very face that the heartbeat shows."""
    number = f"+{value}" if value > 0 else str(value)
    return mark_icon(f"face{number}", f"face.{number}", inks, FACE_PX)
