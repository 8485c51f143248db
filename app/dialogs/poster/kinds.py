"""The row of pictures at the top of the dialog: which kind of poster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from app.dialogs.poster.suited import EXPLAINED, NAMES
from app.icons import drawn
from app.plain import literal, named, tip
from app.sketches import sketch

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.theme import Colours
    from journeys.i18n import Words
    from journeys.poster.request import Kind

SIDE: Final = 36
_SKETCHES: Final[dict[str, str]] = {
    "journey": "r2,7,32,22 f5,10,6,4 l14,11,31,11 l14,13,26,13 f5,17,6,4 f13,17,6,4 f21,17,6,4 p5,26,12,24,19,27,31,23",
    "compare": "r2,7,32,22 l5,12,31,12 f8,10,4,4 f20,10,4,4 l5,18,31,18 f13,16,4,4 l5,24,31,24 f7,22,4,4 f25,22,4,4",
    "gaps": "r2,7,32,22 f5,10,7,4 d14,10,9,4 f25,10,6,4 l5,18,28,18 l5,21,24,21 l5,24,30,24 l5,26.5,18,26.5",
    "personas": "r2,6,14,11 r20,6,14,11 r2,20,14,11 r20,20,14,11 o6,10,2 o24,10,2 o6,24,2 o24,24,2 "
    "l10,10,14,10 l28,10,32,10 l10,24,14,24 l28,24,32,24 "
    "l5,14.5,13,14.5 l23,14.5,31,14.5 l5,28.5,13,28.5 l23,28.5,31,28.5",
    "blank": "r2,7,32,22 l2,12,34,12 l2,18,34,18 l2,24,34,24 l10,7,10,29 l18,7,18,29 l26,7,26,29",
    "heartbeat": "r2,7,32,22 l5,18,31,18 d5,10,26,16 p5,21,11,13,17,22,22,12,31,15",
    "report": "r8,3,22,28 l12,8,22,8 l12,12,26,12 l12,15,26,15 l12,18,24,18 f12,21,4,6 f18,23,4,4 f24,20,3,7",
    "ecosystem": "r2,7,32,22 o18,18,3 o7,12,2 o29,13,2 o8,25,2 o28,25,2 "
    "l18,18,7,12 l18,18,29,13 l18,18,8,25 l18,18,28,25",
}
"""Per kind, as `sketch` draws it."""


class KindStrip(QWidget):
    """One of the kinds; arrow keys go along."""

    chosen = Signal(str)  #: the user chose this kind

    def __init__(self, colours: Colours, say: Words) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._kinds: list[Kind] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for kind, name in NAMES.items():
            button = named(QToolButton(), "kind")
            button.setCheckable(True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setText(literal(say(name)))
            button.setIcon(_picture(kind, colours))
            button.setIconSize(QSize(SIDE, SIDE))
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setAccessibleName(say("Kind of poster: {name}", name=say(name)))
            button.setAccessibleDescription(say(EXPLAINED[kind]))
            tip(button, say(EXPLAINED[kind]))
            self._group.addButton(button, len(self._kinds))
            self._kinds.append(kind)
            row.addWidget(button, 1)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._kinds[index]))

    @property
    def kind(self) -> Kind:
        """The one that is chosen."""
        return self._kinds[max(0, self._group.checkedId())]

    def display(self, kind: Kind) -> None:
        button = self._group.button(self._kinds.index(kind))
        button.setChecked(True)
        self.setFocusProxy(button)

    def button(self, kind: Kind) -> QToolButton:
        """The button of a kind."""
        found = self._group.button(self._kinds.index(kind))
        assert isinstance(found, QToolButton)
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        button = self._group.button((self._group.checkedId() + step) % len(self._kinds))
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()


def _picture(kind: Kind, colours: Colours) -> QIcon:
    """Small and drawn: what such a sheet looks like."""
    made = QIcon()
    for state, line in ((QIcon.State.Off, colours.muted), (QIcon.State.On, colours.accent)):

        def draw(painter: QPainter, ink: str = line) -> None:
            sketch(painter, _SKETCHES[kind], QColor(ink))

        for scale in (1, 2):
            made.addPixmap(drawn(SIDE, scale, draw), QIcon.Mode.Normal, state)
    return made
