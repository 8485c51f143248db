"""The fields of one source of evidence, in place: title, kind, date, people; and where they open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.attempts import attempt
from app.focus import discard
from app.panels.fields import ChoiceField, DayField
from app.panels.labels import SOURCE_KINDS, options
from app.panels.text_fields import TitleField
from app.panels.written import DateField
from app.plain import PlainLabel, named, put
from journeys.edits import entities, evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.context import Context


class SourceCard(QFrame):
    """A source that is in the study changes at once; a new one is added with a button, or when it is left."""

    closed = Signal()  #: it is done with

    def __init__(self, context: Context, source: str, add: Callable[[str, dict[str, object]], bool]) -> None:
        super().__init__()
        self.setObjectName("card")
        self.context = context
        self._source = source
        self._gone = False
        self._add = add
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        self._head = PlainLabel(say("New source") if not source else say("Source"), name="strong", wrap=True)
        self.title = TitleField(say("Title of the source"))
        self.title.setPlaceholderText(say("Conversations with six parents"))
        self.kind = ChoiceField(say("Kind of source"), options(SOURCE_KINDS, say))
        self.kind.display("interview")
        self.on = DateField(context, say("Date of the source"), optional=say("date, if known"))
        self.people = DayField(say("Number of people"), 0, 1_000_000)
        self.people.setSuffix(f" {say('people')}")
        self._reason = PlainLabel("", name="danger", wrap=True)
        self._reason.hide()
        for part in (self._head, self.title, self.kind, self.on, self.people, self._reason):
            column.addWidget(part)
        self._used = PlainLabel("", name="muted", wrap=True)
        column.addWidget(self._used)
        self._used.setVisible(bool(source))
        column.addLayout(self._buttons())
        for name, field in (("title", self.title), ("kind", self.kind), ("on", self.on), ("people", self.people)):
            field.committed.connect(lambda value, burst, name=name: self._commit(name, value, burst))
        self.on.refused.connect(self._tell)
        self.title.returnPressed.connect(self._entered)
        self.refresh()

    def _buttons(self) -> QHBoxLayout:
        say, row = self.context.say, QHBoxLayout()
        row.setSpacing(6)
        done = named(QPushButton(say("Add source") if not self._source else say("Close")), "primary")
        done.clicked.connect(self._finish)
        leave = QPushButton(say("Do not add") if not self._source else say("Delete source"))
        leave.clicked.connect(self._leave)
        row.addWidget(done)
        row.addWidget(leave)
        row.addStretch(1)
        return row

    def refresh(self) -> None:
        """Show the source as it is now; one that is gone closes."""
        source = self.context.document.sources.get(self._source)
        if source is None:
            if self._source and not self._gone:
                self._gone = True  # what still stands in the fields is no new source
                self.closed.emit()
            return
        for field, value in (
            (self.title, source.title), (self.kind, source.kind), (self.on, source.on), (self.people, source.people),
        ):  # fmt: skip
            field.display(value)
        used = evidence.cited_by(self.context.document, self._source)
        put(self._used, self.context.say.many("Named in {n} place.", "Named in {n} places.", used))

    def flush(self) -> None:
        """Commit what was typed; a new source that has a title is added after all."""
        if self._source in self.context.document.sources:
            for field in (self.title, self.on, self.people):
                field.flush()
        elif not self._source and self.title.text().strip():
            self._add_now()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave() if not self._source else self._finish()
        else:
            super().keyPressEvent(event)

    def _entered(self) -> None:
        if not self._source:
            self._finish()

    def _finish(self) -> None:
        if not self._source and not self.title.text().strip():
            self._tell(self.context.say("Write down what the source is called."))
            self.title.setFocus()
            return
        self.closed.emit()

    def _leave(self) -> None:
        if self._source:
            self.context.do(lambda: evidence.delete_source(self.context.document, self._source))
        else:
            self.title.clear()
            self.closed.emit()

    def _add_now(self) -> None:
        title = self.title.text()
        self.title.clear()
        self.on.flush()
        self.people.flush()
        self._add(title, {"kind": self.kind.currentData(), "on": self.on.value, "people": self.people.value()})

    def _commit(self, name: str, value: object, burst: str) -> None:
        if self._source not in self.context.document.sources:
            return
        key = f"{burst} {self._source} {name}" if burst else None
        document, source = self.context.document, self._source
        self._tell(attempt(self.context, lambda: entities.change(document, "source", source, **{name: value}), key))

    def _tell(self, why: str) -> None:
        put(self._reason, why)
        self._reason.setVisible(bool(why))


class SourceDrawer(QWidget):
    """Where the fields of one source open, under a list; opening the same one again closes it."""

    def __init__(self, context: Context, add: Callable[[str, dict[str, object]], bool], back: QWidget) -> None:
        """`back` gets the keyboard when the fields close under it."""
        super().__init__()
        self._context, self._add, self._back = context, add, back
        self._opened = ""
        self.card: SourceCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def open(self, source: str) -> None:
        """The fields of a source; without an id those of a new one."""
        again = self.card is not None and self._opened == source
        self.shut()
        if again:
            return
        self._opened = source
        self.card = SourceCard(self._context, source, self._add)
        self.card.closed.connect(self.shut)
        self._column.addWidget(self.card)
        self.show()
        self.card.title.setFocus()

    def shut(self) -> None:
        """Commit what was typed and close."""
        card, self.card = self.card, None
        if card is not None:
            card.flush()
            held = discard([card])
            self.hide()
            if held:
                self._back.setFocus()

    def refresh(self) -> None:
        """Show the open source as it is now."""
        if self.card is not None:
            self.card.refresh()

    def flush(self) -> None:
        """Commit what was typed; a new source that has a title is added after all."""
        if self.card is not None:
            self.card.flush()
