"""The foot of the dialog: what to do with the poster, what became of it, and how much is not on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put

if TYPE_CHECKING:
    from journeys.i18n import Words


class Foot(QWidget):
    """Opening and the folder are offered once there is a file."""

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self.note = PlainLabel("", wrap=True)
        self.note.setAccessibleName(say("What became of it"))
        self.open_it, self.folder = QPushButton(say("Open")), QPushButton(say("Show in folder"))
        self.missing = PlainLabel("", name="danger")
        self.print_it = QPushButton(say("Print…"))
        self.save = named(QPushButton(say("Save as PDF…")), "primary")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.note, 1)
        for widget in (self.open_it, self.folder, self.missing, self.print_it, self.save):
            row.addWidget(widget)
        for button in (self.open_it, self.folder):
            button.hide()

    def let(self, *, possible: bool) -> None:
        """Whether there is a poster to save and to print."""
        for button in (self.save, self.print_it):
            button.setEnabled(possible)

    def tell(self, text: str, *, wrong: bool = False, saved: bool = False) -> None:
        """Show a sentence and read it out; an empty one takes away the one before."""
        named(self.note, "danger" if wrong else "")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)
        put(self.note, text)
        for button in (self.open_it, self.folder):
            button.setVisible(saved)
        if text:
            announce(self.note, text)

    def show_missing(self, count: int) -> None:
        """How many things do not reach the paper."""
        told = self._say.many("{n} thing is not on the paper", "{n} things are not on the paper", count)
        put(self.missing, told if count else "")
        self.missing.setVisible(bool(count))
