"""How to begin, in three steps, for who has no files yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.icons import icon
from app.plain import PlainLabel

if TYPE_CHECKING:
    from app.dress import Dress

SIGN = 20


def steps(dress: Dress) -> QWidget:
    """Each with a sign: what to do, and what it gives."""
    say = dress.say
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 2, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(PlainLabel(say("How it goes").upper(), name="heading"), 0, 0, 1, 2)
    grid.setRowMinimumHeight(0, 28)
    told = (
        ("map", say("Draw the journey"),
         say("What people do and feel, step by step: from long before the desk to long after it.")),
        ("flag", say("See the gaps"),
         say("The phases in which the municipality is nowhere, and who people meet there instead.")),
        ("present", say("Show it to others"),
         say("On the projector, as a poster on the wall, or as a report.")),
    )  # fmt: skip
    for number, (sign, title, text) in enumerate(told):
        row = 1 + 3 * number
        picture = PlainLabel("")
        picture.setPixmap(icon(sign, dress.colours.accent).pixmap(SIGN, SIGN))
        grid.addWidget(picture, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(PlainLabel(title, name="strong", wrap=True), row, 1)
        grid.addWidget(PlainLabel(text, name="muted", wrap=True), row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 9)
    return page
