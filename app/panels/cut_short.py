"""Says so when what was pasted did not fit: a paste that is cut in silence is lost work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from app.panels.message_bar import MessageBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit, QWidget

    from journeys.i18n import Words


def tell(field: QWidget, lost: int, most: int) -> None:
    """In the message bar of whoever holds the field: the study, or the window behind a dialog."""
    holder: QWidget | None = field
    while holder is not None:
        bar, words = getattr(holder, "bar", None), _words(holder)
        if isinstance(bar, MessageBar) and words is not None:
            bar.tell(
                words.many(
                    "{n} character did not fit and was not pasted. This field holds at most {most}.",
                    "{n} characters did not fit and were not pasted. This field holds at most {most}.",
                    lost, most=most,
                )
            )  # fmt: skip
            return
        holder = holder.parentWidget()


def watch(field: QLineEdit) -> None:
    """Tell what a field of limited length leaves out of a paste, by whatever way it came: keys, menu, middle click."""

    def changed(text: str) -> None:
        if len(text) == field.maxLength() and field.hasFocus():
            pasted = "".join(char if char.isprintable() else " " for char in QGuiApplication.clipboard().text())
            went_in = _went_in(text[: field.cursorPosition()], pasted)
            if 1 < went_in < len(pasted):
                tell(field, len(pasted) - went_in, field.maxLength())

    field.textChanged.connect(changed)


def _went_in(before: str, pasted: str) -> int:
    """How many characters of the paste stand before the cursor."""
    most = min(len(before), len(pasted))
    return next((n for n in range(most, 0, -1) if before.endswith(pasted[:n])), 0)


def _words(holder: QWidget) -> Words | None:
    found: Words | None = getattr(getattr(holder, "context", None) or getattr(holder, "dress", None), "say", None)
    return found
