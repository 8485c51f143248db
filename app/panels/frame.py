"""The middle of the window: a place for messages above whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.message_bar import MessageBar

if TYPE_CHECKING:
    from app.dress import Dress


def framed(dress: Dress, content: QWidget) -> tuple[QWidget, MessageBar]:
    """The content with a message bar of its own, unless it brings one."""
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    bar = getattr(content, "bar", None)
    if not isinstance(bar, MessageBar):
        bar = MessageBar(dress.say, dress.colours)
        column.addWidget(bar)
    column.addWidget(content, 1)
    return centre, bar
