"""What a step asks people for, as removable words and a line to add one, completed from what is asked elsewhere."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from app.focus import discard
from app.icons import icon
from app.panels.chooser import Chooser
from app.panels.narrow import Wrapped
from app.plain import literal, named, put, tip
from journeys.text import folded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.context import Context
    from journeys.model.entities import Step

AROUND = 46
"""Pixels of a word that are not its letters: edges and cross."""


class CutWords(Wrapped):
    """Words that wrap; one that is wider than the panel is cut."""

    def __init__(self, *chips: QToolButton) -> None:
        self._whole = [chip.text() for chip in chips]
        for chip in chips:
            put(chip, literal(chip.text()))
        super().__init__(*chips)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        for chip, whole in zip(self.widgets, self._whole, strict=True):
            if isinstance(chip, QToolButton):
                room = max(40, self.width() - AROUND)
                put(chip, literal(chip.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideMiddle, room)))
        super().resizeEvent(event)


class DataField(QWidget):
    """The data that all of the steps ask for, or some of them."""

    asked = Signal(str)  #: the steps ask for this too
    unasked = Signal(str)  #: the steps no longer ask for this

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: object = None
        say = context.say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 0)
        self._column.setSpacing(4)
        self._chips: QWidget | None = None
        self.line = NewWords(say("Data asked"), say("BSN, address, income…"), self._offers)
        self.line.written.connect(self.asked)
        self._column.addWidget(self.line)
        self.setFocusProxy(self.line)

    @property
    def chips(self) -> list[QWidget]:
        """The words, each a button that takes it away."""
        return self._chips.widgets if isinstance(self._chips, Wrapped) else []  # type: ignore[return-value]  # a tuple of them

    def display(self, steps: Sequence[Step]) -> None:
        """Show what these steps ask for."""
        words = {folded(data): data for step in reversed(steps) for data in reversed(step.judgement.data_asked)}
        having = Counter(folded(data) for step in steps for data in step.judgement.data_asked)
        times = self._times({step.journey for step in steps}, set(words)) if words else {}
        shown = [(words[key], having[key] < len(steps), times[key]) for key in reversed(words)]
        if shown == self._shown:
            return
        self._shown = shown
        inside = discard([self._chips] if self._chips is not None else [])
        self._chips = CutWords(*(self._chip(*each) for each in shown)) if shown else None
        if self._chips is not None:
            self._column.insertWidget(0, self._chips)
        if inside:
            self.line.setFocus()

    def flush(self) -> None:
        """What stands in the line and was not entered is asked for after all."""
        self.line.flush()

    def forget(self) -> None:
        """What stands in the line is let go."""
        self.line.setEditText("")

    def _times(self, journeys: set[str], wanted: set[str]) -> dict[str, int]:
        """In how many steps of these journeys each of these is asked for."""
        found: Counter[str] = Counter()
        for step in self._context.document.steps.values():
            if step.journey in journeys and step.judgement.data_asked:
                found.update(wanted & {folded(data) for data in step.judgement.data_asked})
        return found

    def _chip(self, data: str, some: bool, times: int) -> QToolButton:
        say = self._context.say
        chip = named(QToolButton(), "role")
        chip.setProperty("some", some)
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands behind the word
        chip.setIcon(icon("close", self._context.colours.muted))
        chip.setText(f"{data} · {times}×" if times > 1 else data)  # shown literally by CutWords
        told = say.many("Asked in {n} step of this journey", "Asked in {n} steps of this journey", times)
        chip.setAccessibleName(say("Remove {title}", title=data))
        chip.setAccessibleDescription(told)
        tip(chip, f"{data}. {told}. {say('Click to remove.')}")
        chip.clicked.connect(lambda: self.unasked.emit(data))
        return chip

    def _offers(self) -> list[tuple[str, object]]:
        """What is asked for anywhere in the study, each once."""
        steps = self._context.document.steps.values()
        found = {folded(data): data for step in steps for data in step.judgement.data_asked}
        return [(data, data) for data in sorted(found.values(), key=folded)]


class NewWords(Chooser):
    """Offers what is known, and takes what is not."""

    written = Signal(str)  #: what was chosen or typed

    def __init__(self, *what: object) -> None:
        super().__init__(*what)  # type: ignore[arg-type]  # as Chooser
        self.picked.connect(lambda chosen: self.written.emit(str(chosen)))
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self.flush)

    def flush(self) -> None:
        """Take what stands in the line."""
        line = self.lineEdit()
        text = self.currentText()
        if line is not None and line.hasSelectedText() and line.selectionEnd() == len(text):
            text = text[: line.selectionStart()]  # the rest was only offered
        typed = text.strip()
        if typed:
            self.setCurrentIndex(-1)
            self.setEditText("")
            self.written.emit(typed)
