"""What the network is of: three choices in a row that wraps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ecosystem.choice import FILTERS, WHOSE
from app.panels.fields import ChoiceField
from app.panels.labels import VARIANTS, options
from app.plain import PlainLabel, put

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.context import Context
    from app.ecosystem.choice import Choice

BESIDE: Final = 52
"""Of a choice, left and right of its words."""


class EcosystemBar(QWidget):
    """Keeps nothing: shows what it is told and tells what is asked for."""

    chosen_anew = Signal(dict)  #: fields of Choice

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("side")
        say = context.say
        self.say = say
        self.whose = ChoiceField(say("Whose network"), options(WHOSE, say))
        self.variant = ChoiceField(say("Which journeys"), options(VARIANTS, say))
        self.filter = ChoiceField(say("Which parties"), options(FILTERS, say))
        self._hidden = PlainLabel("", name="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(6)
        for name, field in (("whose", self.whose), ("variant", self.variant), ("filter", self.filter)):
            field.setMinimumContentsLength(9)
            field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            field.committed.connect(lambda value, _, name=name: self.chosen_anew.emit({name: value}))
            row.addWidget(field, 10)
        row.addWidget(self._hidden)
        row.addStretch(1)

    def showEvent(self, event: QShowEvent) -> None:
        """As wide as their longest choice where there is room; only now it is known how large the letters are."""
        super().showEvent(event)
        for field in (self.whose, self.variant, self.filter):
            longest = max(field.fontMetrics().horizontalAdvance(field.itemText(at)) for at in range(field.count()))
            field.setMaximumWidth(max(longest + BESIDE, field.minimumSizeHint().width()))

    def display(self, choice: Choice, hidden: int) -> None:
        """Show what is chosen, and how many parties are left out by it."""
        self.whose.display(choice.whose)
        self.variant.display(choice.variant)
        self.variant.setVisible(choice.whose == "all")
        self.filter.display(choice.filter)
        put(self._hidden, self.say.many("{n} left out", "{n} left out", hidden) if hidden else "")
