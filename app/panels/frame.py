"""The middle of the window: a place for messages above whatever is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.panels.message_bar import MessageBar

if TYPE_CHECKING:
    from app.dress import Dress


def framed(dress: Dress, content: QWidget, parent: QWidget) -> tuple[QWidget, MessageBar]:
    """The content with a message bar above it; as it is when it brings one, as moving a full widget costs time."""
    own = getattr(content, "bar", None)
    if isinstance(own, MessageBar):
        return content, own
    centre = QWidget(parent)
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    bar = MessageBar(dress.say, dress.colours)
    column.addWidget(bar)
    column.addWidget(content, 1)
    return centre, bar
