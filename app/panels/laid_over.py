"""A card that lies over the views until one goes on elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.sign_button import sign_button
from app.plain import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.context import Context
    from journeys.edits.edit import Edit

EDGE = 6
"""Pixels that stay free around it."""


class LaidOver(QFrame):
    """Follows the study while it is open; Escape, its button, or focus elsewhere close it."""

    left = Signal()  #: it closed, and the keyboard must go somewhere

    def __init__(self, context: Context, parent: QWidget, title: str, wide: int) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAutoFillBackground(True)
        self.setAccessibleName(title)
        self.context = context
        self._wide = wide
        self._closed = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 10)
        self.column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(title, name="strong"), 1)
        head.addWidget(self.tool("close", context.say("Close"), self.close_panel))
        self.column.addLayout(head)
        self._stop = context.session.listen(self.edited)

    def tool(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        """A small button with a picture."""
        button = sign_button(picture, name, self.context.colours.text, self.context.colours.idle)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _=False: act())
        return button

    def edited(self, edit: Edit) -> None:
        """The study has changed."""
        raise NotImplementedError

    def let_go(self) -> None:
        """It is about to close: commit what was typed, stop what waits."""
        raise NotImplementedError

    def take_room(self) -> None:
        """As wide as its buttons need, and as high as its words then are."""
        self.ensurePolished()
        wide = max(self._wide, self.minimumSizeHint().width())
        self.resize(wide, max(self.column.totalHeightForWidth(wide), self.column.minimumSize().height()))

    def open_at(self, corner: QPoint, first: QWidget) -> None:
        """Lie there, within the window, the keyboard in `first`."""
        around = cast("QWidget", self.parentWidget())
        left = max(EDGE, min(corner.x(), around.width() - self.width() - EDGE))
        self.move(left, max(EDGE, min(corner.y(), around.height() - self.height() - EDGE)))
        self.show()
        self.take_room()  # now that its parts are dressed
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        _app().focusChanged.connect(self._focus_moved)

    def close_panel(self) -> None:
        """Go, and let go of the study."""
        if self._closed:
            return
        self.let_go()
        self._closed = True
        _app().focusChanged.disconnect(self._focus_moved)
        self._stop()
        if discard([self]):
            self.left.emit()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on elsewhere is done here."""
        if now is not None and now is not self and not self.isAncestorOf(now) and now.window() is self.window():
            self.close_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            super().keyPressEvent(event)


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())
