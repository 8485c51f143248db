"""The findings that the team does not want to hear again, each with the reason and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.section import Section
from app.plain import PlainLabel, named
from journeys.edits import mutes
from journeys.phrases import lenses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from journeys.analysis.finding import Finding
    from journeys.model.document import Document
    from journeys.model.entities import Mute

MOST = 50
"""So many are listed; who mutes more than that finds them again lens by lens."""


class MutedList(QWidget):
    """Folded, with how many there are; its rows are made when it is unfolded."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._muted: Sequence[tuple[Finding, Mute]] = ()
        self._document: Document = context.document
        self._rows: dict[tuple[str, str, str], QWidget] = {}
        self.section = Section(context, "findings.muted", context.say("Muted"), opened=False)
        self.section.title.clicked.connect(lambda _: self._show_rows())
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self.section.rows.addLayout(self._column)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.section)
        self.hide()

    def display(self, muted: Sequence[tuple[Finding, Mute]], document: Document) -> None:
        """Show these; the words are those of the document in which they were found."""
        self._muted, self._document = muted, document
        self.section.name(self._context.say("Muted"), len(muted))
        self.setVisible(bool(muted))
        self._show_rows()

    def _show_rows(self) -> None:
        if not self.section.title.isChecked():
            return
        say, rows = self._context.say, dict[tuple[str, str, str], QWidget]()
        for finding, mute in self._muted[:MOST]:
            key = (mute.id, lenses.finding_text(finding, self._document, say), mute.reason)
            rows[key] = self._rows.pop(key) if key in self._rows else self._row(finding, key)
            self._column.addWidget(rows[key])
        if discard(self._rows.values()):
            self.section.title.setFocus()
        self._rows = rows

    def _row(self, finding: Finding, key: tuple[str, str, str]) -> QWidget:
        say, (mute, text, reason) = self._context.say, key
        card = named(QFrame(), "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 10, 8)
        column.setSpacing(3)
        title = lenses.finding_title(finding, say)
        column.addWidget(PlainLabel(title, wrap=True, name="strong"))
        column.addWidget(PlainLabel(text, wrap=True, name="muted"))
        column.addWidget(PlainLabel(say("Reason: {reason}", reason=reason), wrap=True))
        again = named(QPushButton(say("Tell again")), "link")
        again.setAccessibleName(f"{say('Tell again')}: {title}")
        again.setCursor(Qt.CursorShape.PointingHandCursor)
        again.clicked.connect(lambda: self._context.do(lambda: mutes.unmute(self._context.document, mute)))
        column.addWidget(again, 0, Qt.AlignmentFlag.AlignLeft)
        return card
