"""Rows of small things with a name that can be changed in place, and a line to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.focus import discard
from app.panels.text_fields import TitleField
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context

Row = TypeVar("Row", bound="NamedRow")


class NamedRow(QWidget):
    """One of them; subclasses show the rest."""

    id: str
    name: TitleField

    def display(self, entity: Any, place: int, total: int) -> None:
        """Show it as it is now."""
        raise NotImplementedError

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        self.name.flush()


class NamedRows(QWidget, Generic[Row]):
    """Rows of things that stay, stay, and keep the focus."""

    def __init__(self, context: Context, hint: str) -> None:
        super().__init__()
        self.context = context
        self._rows: dict[str, Row] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._reason = PlainLabel("", name="danger", wrap=True)
        self._reason.hide()
        self.new = TitleField(hint)
        self.new.setPlaceholderText(hint)
        self.new.returnPressed.connect(self._enter)
        self._column.addWidget(self.new)
        self._column.addWidget(self._reason)

    def make(self, entity: Any) -> Row:
        """A row for this one."""
        raise NotImplementedError

    def add(self, name: str) -> str:
        """Add one with this name; returns why that was refused."""
        raise NotImplementedError

    def display(self, shown: Sequence[Any]) -> None:
        """Show exactly these, in this order."""
        for id_ in [known for known in self._rows if known not in {entity.id for entity in shown}]:
            row = self._rows.pop(id_)
            if discard([row]):
                self.new.setFocus()
        for place, entity in enumerate(shown):
            if entity.id not in self._rows:
                self._rows[entity.id] = self.make(entity)
            if self._column.indexOf(self._rows[entity.id]) != place:
                self._column.insertWidget(place, self._rows[entity.id])
            self._rows[entity.id].display(entity, place, len(shown))

    def row(self, id_: str) -> Row:
        """The row of this one."""
        return self._rows[id_]

    def flush(self) -> None:
        """Commit what was typed; what stands in the line for a new one is added after all."""
        for row in list(self._rows.values()):
            row.flush()
        self._enter()

    def tell(self, why: str) -> None:
        """Why something was refused; an empty text takes that away."""
        put(self._reason, why)
        self._reason.setVisible(bool(why))

    def _enter(self) -> None:
        name = self.new.text().strip()
        if name:
            self.new.clear()
            self.tell(self.add(name))
