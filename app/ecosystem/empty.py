"""What stands where there is no network yet: a few words, and a button that shows what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.plain import PlainLabel, named, put

if TYPE_CHECKING:
    from journeys.i18n import Words

WIDTH = 420


class Empty(QWidget):
    """Says why nothing is shown."""

    wanted = Signal()  #: show everything

    def __init__(self, say: Words) -> None:
        super().__init__()
        self.setObjectName("ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.say = say
        self._title = PlainLabel("", name="title")
        self._text = PlainLabel("", wrap=True, name="muted")
        self.verb = named(QPushButton(say("Show all parties")), "primary")
        self.verb.clicked.connect(self.wanted)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QWidget()  # of its own width, so that the words know how high they are
        middle.setFixedWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self.verb, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.addWidget(middle)

    @property
    def title(self) -> str:
        """Why nothing is shown."""
        return self._title.text()

    def display(self, *, hidden: int, chosen: bool) -> None:
        """`hidden`: so many parties are left out; `chosen`: another choice may show more."""
        say = self.say
        if hidden:
            put(self._title, say("No party is left"))
            put(
                self._text,
                say.many("{n} party does not fit your choice.", "{n} parties do not fit your choice.", hidden),
            )
        else:
            put(self._title, say("No parties met yet"))
            put(self._text, say(
                "Fill in with whom a step is, on the map or in the table. Here you then see which parties people meet, "
                "and where they go from one to another."
            ))  # fmt: skip
        self.verb.setVisible(hidden > 0 or chosen)
