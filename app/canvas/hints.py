"""What an empty map says: how to begin, and a button that does."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.panels.first_act import FirstAct
from app.plain import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.canvas.inks import Inks
    from journeys.i18n import Words
    from journeys.model.document import Document

LARGER = 1.12
WIDE, BELOW = 380, 14
"""Pixels: across the words, and between them and the button."""


class Hint(PlainLabel):
    """A few words in the middle of the viewport; clicks go through it."""

    def __init__(self, viewport: QWidget, inks: Inks) -> None:
        super().__init__("", viewport, wrap=True, name="hint")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._begin = FirstAct(viewport)
        larger = QFont(QApplication.font())
        larger.setPointSizeF(larger.pointSizeF() * LARGER)
        self.setFont(larger)
        self.recolour(inks)
        self.hide()

    def recolour(self, inks: Inks) -> None:
        self.setStyleSheet(f"#hint {{ color: {inks.colour('muted').name()}; background: transparent; }}")

    def show_for(self, document: Document, journey: str | None, say: Words) -> None:
        """Say what is missing, or nothing."""
        text = words(document, journey, say)
        self.setText(text)
        self.setVisible(bool(text))
        if journey is None:
            self._begin.offer("add_persona", say("Add a persona"))
        else:
            self._begin.offer(*(("phase", say("Add a phase")) if text else ()))
        self.centre()

    def centre(self) -> None:
        """Lie in the middle of the viewport."""
        around = cast("QWidget", self.parentWidget())
        wide = min(WIDE, around.width() - 24)
        if not self.isHidden() and wide > 0:
            high = self.heightForWidth(wide)
            self.setGeometry((around.width() - wide) // 2, (around.height() - high) // 2, wide, high)
            size = self._begin.sizeHint()
            self._begin.resize(size)
            self._begin.move((around.width() - size.width()) // 2, self.geometry().bottom() + BELOW)


def words(document: Document, journey: str | None, say: Words) -> str:
    """The invitation for an empty map; the layout itself invites to the first step."""
    if journey is None:
        return say("There is no journey yet. A journey belongs to a persona: begin with who it is about.")
    if not document.phases:
        return say("This study has no phases yet. Add the first phase; then double-click to add steps.")
    return ""
