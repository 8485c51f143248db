"""The question that leads the journey, in sight above map and table; it is written right there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionFrame, QWidget

from app.panels.text_fields import TitleField
from app.plain import PlainLabel, put
from journeys.edits import entities

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from app.study_view import StudyView

AWAY: Final = ("compare", "ecosystem", "snapshots")
"""Views of more than one journey."""
INSIDE: Final = 9
"""From the edge of the field to its words."""


class QuestionField(TitleField):
    """Without an edge until one points at it; words that do not fit end in an ellipsis until one types."""

    def paintEvent(self, event: QPaintEvent) -> None:
        room, metrics = self.width() - 2 * INSIDE, self.fontMetrics()
        if self.hasFocus() or metrics.horizontalAdvance(self.text()) <= room:
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOptionFrame()
        self.initStyleOption(option)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option, painter, self)
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setPen(self.palette().text().color())
        painter.drawText(self.rect().adjusted(INSIDE, 0, -INSIDE, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()


class QuestionBar(QWidget):
    """Shows the question of the journey on the map; a process behind a step has none of its own."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("side")
        self._view, self.context = view, view.context
        self._journey: str | None = None
        say = self.context.say
        self._whose = PlainLabel("", name="muted")
        self.field = QuestionField(say("Question of the person"))
        self.field.setObjectName("question")
        self.field.setPlaceholderText(say("Which question does this person want solved?"))
        self.field.committed.connect(self._commit)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 10, 3)
        row.setSpacing(2)
        row.addWidget(self._whose)
        row.addWidget(self.field, 1)
        self.setFocusProxy(self.field)
        view.changed.connect(self.display)

    def display(self) -> None:
        """Show the question of the journey that is worked on now."""
        document, say = self.context.document, self.context.say
        held = document.journeys.get(self.context.journey or "")
        if held is None or held.parent_step is not None or self._view.views.code in AWAY:
            self.hide()
            return
        if held.id != self._journey:
            self.flush()
        self._journey = held.id
        persona = document.personas[held.persona].name
        put(self._whose, say("Question of {persona}", persona=persona))
        self.field.setAccessibleName(say("Question of {persona}", persona=persona))
        self.field.display(held.question)
        self.show()

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self._journey in self.context.document.journeys:
            self.field.flush()

    def _commit(self, question: object, burst: str) -> None:
        document, journey = self.context.document, self._journey
        if journey is not None and journey in document.journeys:
            self.context.do(lambda: entities.change(document, "journey", journey, question=question), burst)
