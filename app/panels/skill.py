"""A scale of five steps with words: how easily somebody manages online."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.plain import PlainLabel, named, put, tip
from journeys.i18n import N_
from journeys.phrases import signed

if TYPE_CHECKING:
    from app.context import Context

DIGITAL_SKILL: Final = {
    -2: N_("Cannot manage online"), -1: N_("Needs help online"), 0: N_("Manages simple things online"),
    1: N_("Manages well online"), 2: N_("Does everything online"),
}  # fmt: skip
BARS: Final = 5
ICON_PX: Final = 24


class SkillField(QWidget):
    """Five steps of bars; clicking the chosen one again takes the judgement away."""

    committed = Signal(object, str)  #: −2 … +2 or None, and an empty burst

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._say = context.say
        self._value: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(4)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        for value, words in DIGITAL_SKILL.items():
            button = named(QToolButton(), "face")
            button.setCheckable(True)
            button.setIcon(_bars(value + 3, context.colours.accent, context.colours.edge))
            button.setIconSize(QSize(ICON_PX, ICON_PX))
            name = f"{context.say(words)} ({signed(value)})"
            button.setAccessibleName(name)
            tip(button, name)
            self._group.addButton(button, value + 2)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._words = PlainLabel("", name="muted", wrap=True)
        column.addWidget(self._words)
        self._group.idClicked.connect(self._clicked)
        self.setFocusProxy(self._group.button(2))

    def display(self, value: object) -> None:
        """Show what the study holds."""
        self._value = value if isinstance(value, int) else None
        for id_ in range(BARS):
            self._group.button(id_).setChecked(self._value is not None and id_ == self._value + 2)
        known = self._say("Not known") if self._value is None else self._say(DIGITAL_SKILL[self._value])
        put(self._words, known)

    def flush(self) -> None:
        """A step is committed when it is clicked."""

    def _clicked(self, id_: int) -> None:
        chosen = None if self._value == id_ - 2 else id_ - 2
        self.display(chosen)
        self.committed.emit(chosen, "")


def _bars(filled: int, ink: str, edge: str) -> QIcon:
    """Five rising bars, so many of them filled."""
    made = QIcon()
    for scale in (1, 2):
        pixmap = QPixmap(QSize(ICON_PX, ICON_PX) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in range(BARS):
            high = 5 + bar * 3.6
            area = QRectF(1.5 + bar * 4.4, ICON_PX - 2 - high, 3.2, high)
            painter.setPen(QColor(ink if bar < filled else edge))
            painter.setBrush(QColor(ink) if bar < filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 1, 1)
        painter.end()
        made.addPixmap(pixmap)
    return made
