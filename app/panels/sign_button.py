"""A small button that is a picture: its name is heard, and stands in its tip."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from app.icons import icon
from app.plain import named, tip


def sign_button(picture: str, name: str, ink: str, faint: str = "") -> QToolButton:
    """In this ink, and in `faint` when it is disabled."""
    made = named(QToolButton(), "small")
    made.setIcon(icon(picture, ink, faint))
    made.setAccessibleName(name)
    tip(made, name)
    return made
