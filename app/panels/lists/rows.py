"""What the lists on the left have in common: the id that each row is about, and no frame of their own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

ID: Final = Qt.ItemDataRole.UserRole
"""Of what the row is about."""


def flatten(view: QAbstractItemView) -> None:
    """Without frame or scroll bars: the column around it scrolls."""
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    policy = view.sizePolicy()
    policy.setVerticalPolicy(policy.Policy.Fixed)
    view.setSizePolicy(policy)
