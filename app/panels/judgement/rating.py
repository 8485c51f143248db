"""A rating as a row of numbers beside its caption; in a narrow panel under it. The chosen one again takes it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.panels.judgement.roving import Roving
from app.panels.narrow import GAP, Wrapped
from app.plain import PlainLabel, named, put, tip
from journeys.phrases.terms import signed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.i18n import Words


class RatingField(Wrapped):
    """One choice from a few numbers, each with its meaning, such as −2 to +2."""

    committed = Signal(object, str)  #: the number or None, and an empty burst

    def __init__(self, say: Words, name: str, meaning: str, degrees: Mapping[int, str]) -> None:
        self._say, self._name = say, name
        self._values = tuple(degrees)
        self._value: int | None = None
        self.caption = PlainLabel(name, wrap=True, name="field")
        tip(self.caption, meaning)
        cells = QWidget()
        row = QHBoxLayout(cells)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self.cells = {value: self._cell(value, say(word), meaning) for value, word in degrees.items()}
        for cell in self.cells.values():
            row.addWidget(cell)
        super().__init__(self.caption, cells)
        self._roving = Roving(self, list(self.cells.values()), start=len(self._values) // 2)
        self._roving.cleared.connect(lambda: self._choose(None))

    def display(self, value: object, *, mixed: bool = False) -> None:
        """Show what the study holds; `mixed`: several steps hold different numbers."""
        self._value = value if isinstance(value, int) else None
        for each, cell in self.cells.items():
            cell.setChecked(each == self._value)
        if self._value is not None:
            self._roving.stop_at(self._values.index(self._value))
        put(self.caption, f"{self._name} {self._say('(different)')}" if mixed else self._name)

    def flush(self) -> None:
        """A rating is committed when it is clicked."""

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keyboard goes to where Tab stops."""
        chosen = self._value if self._value is not None else self._values[len(self._values) // 2]
        self.cells[chosen].setFocus(reason)

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for _, place in self._places(width))

    def _cell(self, value: int, word: str, meaning: str) -> QToolButton:
        cell = named(QToolButton(), "rate")
        cell.setCheckable(True)
        cell.setText(signed(value) if min(self._values) < 0 else str(value))
        cell.setAccessibleName(f"{self._name}: {word} ({cell.text()})")
        cell.setAccessibleDescription(meaning)
        tip(cell, f"{word} ({cell.text()}). {meaning}")
        cell.clicked.connect(lambda: self._choose(None if self._value == value else value))
        return cell

    def _choose(self, value: int | None) -> None:
        self.display(value)
        self.committed.emit(value, "")

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """The caption with the cells at the right, else the cells below it."""
        caption, cells = self.widgets
        caption.ensurePolished()
        size = cells.sizeHint()
        room = width - size.width() - GAP
        longest = max(caption.fontMetrics().horizontalAdvance(word) for word in (*self.caption.text().split(), "x"))
        tall = caption.heightForWidth(max(1, room))
        if longest < room and tall <= size.height() + GAP:
            row = max(tall, size.height())
            yield caption, QRect(0, (row - tall) // 2, room, tall)
            yield cells, QRect(width - size.width(), (row - size.height()) // 2, size.width(), size.height())
        else:
            tall = caption.heightForWidth(max(1, width))
            yield caption, QRect(0, 0, width, tall)
            yield cells, QRect(max(0, width - size.width()), tall + 1, size.width(), size.height())
