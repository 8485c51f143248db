"""A field with its caption above it and, when it was refused, the reason under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from app.panels.fields import Field


class Slot(QWidget):
    """While a reason stands under it, the field keeps what was typed: the study does not show itself over it."""

    def __init__(self, label: str, field: Field) -> None:
        super().__init__()
        self.field = field
        self.held: object = None
        """What the study held when the field was refused."""
        self._reason: PlainLabel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(3)
        self.caption = PlainLabel(label, name="field", wrap=True)
        if label:
            self.caption.setContentsMargins(0, 5, 0, 0)
            self.caption.setBuddy(field)
            self._column.addWidget(self.caption)
        self._column.addWidget(field)

    @property
    def reason(self) -> str:
        """Why the field was refused, or the empty text."""
        return self._reason.text() if self._reason is not None and not self._reason.isHidden() else ""

    def tell(self, text: str, held: object = None) -> None:
        """Say under the field what is wrong; an empty text takes it away."""
        from app.panels.message_bar import announce

        if not text and self._reason is None:
            return
        if self._reason is None:
            self._reason = PlainLabel("", name="danger", wrap=True)
            self._column.addWidget(self._reason)
        if text and text != self.reason:
            announce(self.field, text)
        self.held = held
        put(self._reason, text)
        self._reason.setVisible(bool(text))
        for widget in {self.field, self.field.focusProxy() or self.field}:
            widget.setAccessibleDescription(text)
            if bool(widget.property("wrong")) != bool(text):
                widget.setProperty("wrong", bool(text))
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def display(self, value: object) -> None:
        """Show what the study holds, unless what was refused still stands there."""
        if self.reason and value == self.held:
            return
        self.tell("")
        self.field.display(value)

    def reset(self) -> None:
        """Another entity is shown: what was refused goes."""
        if self.reason:
            self.tell("")
            forget = getattr(self.field, "forget", None)
            if forget is not None:
                forget()
