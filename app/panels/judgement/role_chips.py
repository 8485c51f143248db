"""The seven citizen roles as buttons to put on and off, with what each chosen role asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.icons import drawn_icon, grown
from app.panels.judgement.roving import Roving
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put, tip
from journeys.phrases.judgements import ROLE_WORDS, ROLES, role_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QIcon

    from app.context import Context
    from journeys.model.values import Judgement, Role

DOT_PX = 10


class RoleChips(QWidget):
    """Every role is on in all of the steps, in some of them, or in none."""

    toggled = Signal(str, bool)  #: a role, and whether the steps have it from now on

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(3)
        self.chips = {role: self._chip(role, place) for place, role in enumerate(ROLES)}
        column.addWidget(Wrapped(*self.chips.values()))
        self.told = {role: PlainLabel("", name="muted", wrap=True) for role in ROLES}
        for label in self.told.values():
            label.hide()
            column.addWidget(label)
        self._roving = Roving(self, list(self.chips.values()))

    def display(self, held: Sequence[Judgement]) -> None:
        """Show the roles of these judgements."""
        say = self._context.say
        for role, chip in self.chips.items():
            having = sum(role in each.roles for each in held)
            some = 0 < having < len(held)
            chip.setChecked(bool(held) and having == len(held))
            chip.setAccessibleName(say("{role} (in some)", role=say(ROLES[role])) if some else say(ROLES[role]))
            if bool(chip.property("some")) != some:
                chip.setProperty("some", some)
                chip.style().unpolish(chip)
                chip.style().polish(chip)
            self._tell(role, shown=chip.isChecked())

    def _tell(self, role: Role, *, shown: bool) -> None:
        say, label = self._context.say, self.told[role]
        if shown:
            put(label, f"{say(ROLES[role])} – {role_text(role, say)}")
        label.setVisible(shown)

    def _chip(self, role: Role, place: int) -> QToolButton:
        say = self._context.say
        chip = named(QToolButton(), "role")
        chip.setCheckable(True)
        chip.setText(say(ROLES[role]))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setIconSize(QSize(grown(DOT_PX), grown(DOT_PX)))
        ink = self._context.inks.get(f"lens.{place}")
        if ink is not None:
            chip.setIcon(_dot(ink))
        meaning = say("Somebody who {meaning}.", meaning=say(ROLE_WORDS[role].meaning))
        tip(chip, f"{meaning} {role_text(role, say)}")
        chip.setAccessibleDescription(f"{meaning} {role_text(role, say)}")
        chip.clicked.connect(lambda on: self.toggled.emit(role, on))
        return chip


def _dot(ink: str) -> QIcon:
    """The colour of the role on the map."""

    def draw(painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(QRectF(0.5, 0.5, DOT_PX - 1, DOT_PX - 1))

    return drawn_icon(DOT_PX, draw)
