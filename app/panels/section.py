"""A part of a form under a title that folds; whether it is open is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app import settings
from app.icons import icon
from app.plain import literal, named, put

if TYPE_CHECKING:
    from app.context import Context


class Section(QWidget):
    """A title to click or to press Space on, and a column of fields."""

    unfolded = Signal()  #: it is open now

    def __init__(self, context: Context, code: str, title: str, *, opened: bool = True) -> None:
        super().__init__()
        self._context = context
        self._code = code
        self._default = opened
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(2)
        self.title = named(QToolButton(), "fold")
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.setCheckable(True)
        # A long title is cut, not the panel.
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.body = QWidget()
        self.rows = QVBoxLayout(self.body)
        self.rows.setContentsMargins(0, 0, 0, 4)
        self.rows.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.body)
        self.name(title)
        self._show(settings.opened(code, default=opened))
        self.title.clicked.connect(self._clicked)

    def name(self, title: str, count: int = 0) -> None:
        """The title, with how many things are in it."""
        put(self.title, literal(f"{title} ({count})" if count else title))

    @property
    def opened(self) -> bool:
        """Whether what is in it is shown."""
        return self.title.isChecked()

    def open(self, *, opened: bool = True) -> None:
        """Show or fold what is in it; this is not remembered."""
        self._show(opened=opened)

    def recall(self) -> None:
        """As the user left it."""
        self._show(opened=settings.opened(self._code, default=self._default))

    def _clicked(self, opened: bool) -> None:
        self._show(opened)
        settings.set_opened(self._code, opened)

    def _show(self, opened: bool) -> None:
        say = self._context.say
        self.title.setChecked(opened)
        self.title.setIcon(icon("unfolded" if opened else "folded", self._context.colours.muted))
        self.title.setAccessibleDescription(say("Unfolded") if opened else say("Folded"))
        self.body.setVisible(opened)
        if opened:
            self.unfolded.emit()
