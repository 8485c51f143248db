"""The picture of a lens above its findings: bars, a matrix, a curve; each lens draws its own, or none."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.focus import discard, holds_focus

if TYPE_CHECKING:
    from app.context import Context
    from app.insight import Insight


class Profile(QWidget):
    """A place for the picture; it is drawn anew for another lens, another journey or newer findings."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._of: Insight | None = None
        self._shown: tuple[str | None, str | None] = (None, None)
        self.picture: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def display(self, insight: Insight, lens: str | None, journey: str | None) -> None:
        """Show the picture of this lens; of the whole study without a journey."""
        if insight is self._of and self._shown == (lens, journey):
            return
        self._of, self._shown = insight, (lens, journey)
        old, place = self.picture, self._place_of_focus()
        self.picture = made(self._context, insight, lens, journey)
        if old is not None:
            discard([old])
        if self.picture is not None:
            self._column.addWidget(self.picture)
            self._give_focus(place)
        self.setVisible(self.picture is not None)

    def _place_of_focus(self) -> int:
        if self.picture is None:
            return -1
        return next((at for at, widget in enumerate(_all(self.picture)) if holds_focus(widget)), -1)

    def _give_focus(self, place: int) -> None:
        """The keyboard stays at the same place in the new picture."""
        widgets = _all(self.picture) if self.picture is not None else []
        if 0 <= place < len(widgets):
            widgets[place].setFocus()


def made(context: Context, insight: Insight, lens: str | None, journey: str | None) -> QWidget | None:
    """The picture that a lens draws; None where it draws none."""
    name = f"app.panels.profiles.{lens}"
    held = insight.scene.document.journeys
    if lens is None or find_spec(name) is None or (journey is not None and journey not in held):
        return None
    picture: QWidget | None = import_module(name).make(context, insight.scene, journey)
    return picture


def _all(widget: QWidget) -> list[QWidget]:
    """The deepest come last: those hold the keyboard themselves."""
    return [*reversed(widget.findChildren(QWidget)), widget]
