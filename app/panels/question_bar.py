"""The question that leads the journey, in sight above map and table; it is written right there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.panels.text_fields import TitleField
from app.plain import PlainLabel, put
from journeys.edits import entities

if TYPE_CHECKING:
    from app.study_view import StudyView

AWAY: Final = ("compare", "ecosystem")
"""Views of more than one journey."""


class QuestionBar(QWidget):
    """Shows the question of the journey on the map; a process behind a step has none of its own."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("side")
        self._view, self.context = view, view.context
        self._journey: str | None = None
        say = self.context.say
        self._whose = PlainLabel("", name="muted")
        self.field = TitleField(say("Question of the person"))
        self.field.setObjectName("question")
        self.field.setPlaceholderText(say("Which question does this person want solved?"))
        self.field.committed.connect(self._commit)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 10, 4)
        row.setSpacing(8)
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
