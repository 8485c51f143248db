"""Numbers to click: each shows what it was counted from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.panels.references import Link
from app.plain import literal, named, tip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context


def number_button(context: Context, text: str, title: str, ids: Sequence[str]) -> QPushButton:
    """A number as a button of its own; `title` is what stands above the list of what was counted."""
    made = named(QPushButton(literal(text)), "number")
    _traces(context, made, text, title, ids)
    return made


def inline_button(context: Context, text: str, title: str, ids: Sequence[str]) -> QPushButton:
    """A number that stands in a sentence."""
    made = named(QPushButton(literal(text)), "inline")
    _traces(context, made, text, title, ids)
    return made


def number_line(context: Context, text: str, title: str, ids: Sequence[str]) -> QPushButton:
    """A whole line with a number in it; what does not fit ends in an ellipsis."""
    made = Link()
    made.say(text, text)
    _traces(context, made, text, title, ids)
    return made


def _traces(context: Context, button: QPushButton, text: str, title: str, ids: Sequence[str]) -> None:
    name = context.say("Show what was counted: {number}", number=text)
    button.setAccessibleName(name)
    tip(button, name)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda: context.trace(title, tuple(ids)))
