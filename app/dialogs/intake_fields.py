"""Above the preview of a table: which sheet and where to, and below that how it is to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.panels.fields import CheckField, ChoiceField
from app.plain import PlainLabel, put
from journeys.i18n import N_

if TYPE_CHECKING:
    from app.dialogs.intake_sheets import Sheets
    from journeys.i18n import Words
    from journeys.model.document import Document

SEVERAL: Final = "*"
"""Instead of a journey: one for every sheet."""
SEPARATORS: Final = ((";", N_("Semicolon ;")), (",", N_("Comma ,")), ("\t", N_("Tab")))


class IntakeFields(QWidget):
    """The fields; what a choice means is up to the dialog."""

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say
        self.sheet = ChoiceField(say("Sheet"))
        self.within = CheckField(say("Take this sheet in"))
        self.separator = ChoiceField(
            say("Between the cells"), [(say(text), separator) for separator, text in SEPARATORS]
        )
        self.place = ChoiceField(say("Where to"), [(say("Into this study"), 0), (say("As a new study"), 1)])
        self.journey = ChoiceField(say("Into journey"))
        self.heading = CheckField("")
        self.sideways = CheckField(say("Steps stand side by side"))
        self.twice = CheckField(say("Take in again what is here already"))
        self.twice.hide()
        self._captions: dict[QWidget, PlainLabel] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._row(self.place, self.journey, self.sheet, self.within))
        column.addLayout(self._row(self.separator, self.heading, self.sideways, self.twice))

    def see(self, seen: bool, *fields: QWidget) -> None:
        """Show these fields with their captions, or hide them."""
        for field in fields:
            field.setVisible(seen)
            if field in self._captions:
                self._captions[field].setVisible(seen)

    def show_sheet(self, sheets: Sheets) -> None:
        """How the shown sheet is read."""
        self.sheet.display(sheets.shown)
        self.within.display(sheets.within)
        heading, plain, say = sheets.heading_row(), sheets.grid.plain, self._say
        first = heading == sheets.grid.rows[0].number
        put(self.heading, say("The first row is headings") if first else say("Row {row} is headings", row=heading))
        self.heading.display(sheets.mapping.heading is not None)
        self.heading.setVisible(not plain or sheets.mapping.heading is not None)
        self.sideways.display(sheets.grid.sideways)
        self.sideways.setVisible(not plain)

    def offer_journeys(self, document: Document, chosen: str, *, several: bool) -> None:
        """The journeys of the study, a new one, and with several sheets one for each."""
        say = self._say
        options: list[tuple[str, object]] = [(say("A journey for every sheet"), SEVERAL)] if several else []
        for journey in sorted(document.journeys.values(), key=lambda each: each.order):
            persona = document.personas[journey.persona].name
            variant = f" ({say('desired')})" if journey.variant == "desired" else ""
            options.append((f"{persona}: {journey.title}{variant}", journey.id))
        options.append((say("A new journey"), ""))
        self.journey.offer(options)
        self.journey.display(chosen)

    def _row(self, *fields: QWidget) -> QHBoxLayout:
        """Fields beside one another, choosers behind their captions."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            if isinstance(field, ChoiceField):
                caption = self._captions[field] = PlainLabel(field.accessibleName(), name="field")
                caption.setBuddy(field)
                row.addWidget(caption)
                field.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToContents)
                field.setMaximumWidth(420)
            row.addWidget(field)
        row.addStretch(1)
        return row
