"""The named days of a study: their names, their days, and which of them is day 0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout

from app.attempts import attempt
from app.panels.fields import DayField
from app.panels.named_rows import NamedRow, NamedRows
from app.panels.references import remove_button
from app.panels.text_fields import TitleField
from app.plain import PlainLabel, named, put
from journeys.edits import entities, moments
from journeys.model.fields import MAX_DAYS
from journeys.phrases.dates import date_said

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.context import Context
    from journeys.edits.edit import Edit
    from journeys.model.entities import Moment


class MomentRow(NamedRow):
    """One moment."""

    def __init__(self, owner: Moments, moment: Moment) -> None:
        super().__init__()
        self.id = moment.id
        say, document = owner.context.say, owner.context.document
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        self.name = TitleField(say("Name of the moment"), required=True)
        self.name.committed.connect(
            lambda text, burst: owner.do(
                lambda: entities.change(document, "moment", self.id, name=text), f"{burst} {self.id}"
            )
        )
        self._owner = owner
        self.day = DayField(say("Day of the moment"), -MAX_DAYS, MAX_DAYS)
        self.day.setPrefix(f"{say('day')} ")
        self.day.committed.connect(
            lambda day, burst: owner.do(lambda: moments.move(document, self.id, day), f"{burst} {self.id} day")
        )
        self.day0 = QRadioButton(say("Day 0"))
        self.day0.setAutoExclusive(False)
        self.day0.clicked.connect(lambda: owner.do(lambda: moments.set_day0(document, self.id)))
        self._remove = remove_button(owner.context, say("Delete moment"), "bin")
        self._remove.clicked.connect(lambda: owner.do(lambda: moments.delete(document, self.id)))
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.day, 1)
        below.addWidget(self.day0)
        below.addWidget(self._remove)
        column.addWidget(self.name)
        column.addLayout(below)
        self.date = PlainLabel("", name="muted")
        column.addWidget(self.date)

    def display(self, entity: Any, place: int, total: int) -> None:
        self.name.display(entity.name)
        self.day.display(entity.day)
        context = self._owner.context
        date = date_said(context.document, entity.day, context.say)
        put(self.date, date)
        self.date.setVisible(bool(date))
        self.day.setEnabled(not entity.is_day0)
        self.day0.setChecked(entity.is_day0)
        self._remove.setEnabled(not entity.is_day0)

    def flush(self) -> None:
        super().flush()
        self.day.flush()


class Moments(NamedRows[MomentRow]):
    """All moments, in the order of their days."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, context.say("New moment, then Enter"))
        help_ = context.say("All days are counted from day 0. Another day 0 moves nothing: only the numbers change.")
        self._column.addWidget(PlainLabel(help_, wrap=True, name="muted"))

    def show_all(self) -> int:
        """Show the moments of the study; returns how many there are."""
        found = sorted(self.context.document.moments.values(), key=lambda moment: (moment.day, moment.name))
        self.display(found)
        return len(found)

    def make(self, entity: Any) -> MomentRow:
        return named(MomentRow(self, entity), "row")

    def add(self, name: str) -> str:
        return attempt(self.context, lambda: moments.add(self.context.document, name, 0))

    def do(self, verb: Callable[[], Edit], burst: str | None = None) -> None:
        """Perform an edit; why it was refused is told under the list."""
        self.tell(attempt(self.context, verb, burst))
