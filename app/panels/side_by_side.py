"""A picture with a list beside it; where there is little width, the list lies under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class SideBySide(QSplitter):
    """Widths in pixels; what the user drags stays until the list goes to the other side."""

    def __init__(self, picture: QWidget, listed: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.addWidget(picture)
        self.addWidget(listed)
        self.setStretchFactor(0, 1)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def share(
        self, whole: QWidget, event: QResizeEvent | None = None, *, beside_from: int, width: int, under: float
    ) -> None:
        """From this width of `whole` on the list is beside the picture and so wide; else it has a part of the height.

        Called from the resizing of `whole` (before it is first shown, the splitter has no size of its own), and
        without its `event` when something else has another shape.
        """
        beside = whole.width() >= beside_from
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self.orientation() != wanted or (event is not None and not event.oldSize().isValid()):
            length = whole.width() if beside else whole.height()
            part = width if beside else round(length * under)
            self.setOrientation(wanted)
            self.setSizes([length - part, part])
