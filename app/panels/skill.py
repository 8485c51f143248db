"""How easily somebody manages online: a scale of five steps, with words under it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from app.icons import drawn_icon
from app.panels.scale_field import SCALE, ScaleField
from app.plain import PlainLabel, put
from journeys.i18n import N_

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPainter

    from app.context import Context

DIGITAL_SKILL: Final = {
    -2: N_("Cannot manage online"), -1: N_("Needs help online"), 0: N_("Manages simple things online"),
    1: N_("Manages well online"), 2: N_("Does everything online"),
}  # fmt: skip
BARS: Final = len(DIGITAL_SKILL)
ICON_PX: Final = 24


class SkillField(ScaleField):
    """Five steps of bars, and in words which one is chosen."""

    def __init__(self, context: Context) -> None:
        say, ink, edge = context.say, context.colours.accent, context.colours.edge
        super().__init__(lambda value: say(DIGITAL_SKILL[value]), lambda value: _bars(value, ink, edge), ICON_PX)
        self._say = say
        self._words = PlainLabel("", name="muted", wrap=True)
        self._column.addWidget(self._words)
        self.setFocusProxy(self._group.button(SCALE.index(0)))

    def display(self, value: object) -> None:
        """Show what the study holds."""
        super().display(value)
        put(self._words, self._say(DIGITAL_SKILL[value]) if isinstance(value, int) else self._say("Not known"))


def _bars(value: int, ink: str, edge: str) -> QIcon:
    """Five rising bars, filled as far as this value."""
    filled = SCALE.index(value) + 1

    def draw(painter: QPainter) -> None:
        for bar in range(BARS):
            high = 5 + bar * 3.6
            area = QRectF(1.5 + bar * 4.4, ICON_PX - 2 - high, 3.2, high)
            painter.setPen(QColor(ink if bar < filled else edge))
            painter.setBrush(QColor(ink) if bar < filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 1, 1)

    return drawn_icon(ICON_PX, draw)
