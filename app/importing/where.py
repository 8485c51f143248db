"""Where what comes in goes: into the open study, there into a journey of its own or another, or in a new study."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.panels.fields import ChoiceField
from app.plain import PlainLabel, literal
from journeys.model.order import by_order
from journeys.phrases.terms import quoted

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document

LONGEST = 60


class Where(QWidget):
    """Two answers; to the first belongs the journey. Without a study there is nothing to ask."""

    changed = Signal()  #: something else was chosen

    def __init__(self, say: Words, document: Document, named: str, *, several: bool) -> None:
        """`named` is the journey in the file, if it says so; of `several` each goes its own way."""
        super().__init__()
        self._say, self._named = say, named
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._study(document))
        column.addWidget(self._journey(document))
        self._goal.setVisible(not several)
        self._several = several

    def _study(self, document: Document) -> QHBoxLayout:
        say = self._say
        caption = PlainLabel(say("Where to"), name="field")
        title = quoted(document.study.title or say("without a title"), LONGEST)
        self.here = QRadioButton(literal(say("Into this study, {title}", title=title)))
        self.new = QRadioButton(say("As a new study"))
        self.here.setChecked(True)
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(caption)
        for button in (self.here, self.new):
            button.setAccessibleDescription(caption.text())
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.buttonClicked.connect(lambda _: self._follow())
        return row

    def _journey(self, document: Document) -> QWidget:
        say = self._say
        self.journey = ChoiceField(say("Into journey"))
        options: list[tuple[str, object]] = [(self._own(), "")]
        for journey in sorted(document.journeys.values(), key=by_order):
            persona = document.personas[journey.persona].name
            variant = f" ({say('desired')})" if journey.variant == "desired" else ""
            options.append((f"{persona}: {journey.title}{variant}", journey.id))
        self.journey.offer(options)
        self.journey.display("")
        self.journey.setMaximumWidth(460)
        self.journey.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
        self.journey.committed.connect(lambda *_: self.changed.emit())
        self._goal = QWidget()
        row = QHBoxLayout(self._goal)
        row.setContentsMargins(0, 0, 0, 0)
        caption = PlainLabel(say("Into journey"), name="field")
        caption.setBuddy(self.journey)
        row.addWidget(caption)
        row.addWidget(self.journey)
        row.addStretch(1)
        return self._goal

    def _own(self) -> str:
        if not self._named:
            return self._say("A new journey")
        return self._say("As the file says: {title}", title=quoted(self._named, LONGEST))

    def _follow(self) -> None:
        self._goal.setVisible(self.here.isChecked() and not self._several)
        self.changed.emit()

    @property
    def is_new(self) -> bool:
        """Whether it becomes a study of its own."""
        return self.new.isChecked()

    @property
    def goal(self) -> str:
        """The id of the journey of this study that all of it goes into; empty for what the file says."""
        return "" if self._several else str(self.journey.currentData() or "")
