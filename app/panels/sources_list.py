"""All sources of a study: what they are, how often they are named, to change, to delete and to add."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.focus import discard
from app.icons import icon
from app.panels.evidence import source_text
from app.panels.references import remove_button
from app.panels.source_card import SourceDrawer
from app.plain import PlainLabel, named
from journeys.edits import entities, evidence
from journeys.edits.edit import new_id
from journeys.model.entities import Source

if TYPE_CHECKING:
    from app.context import Context


class SourcesList(QWidget):
    """A line for each source; the fields of one open under the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: object = None
        self._rows: list[QWidget] = []
        say = context.say
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.add = named(QPushButton(icon("plus", context.colours.accent), say("New source")), "link")
        self.drawer = SourceDrawer(context, self._add, self.add)
        self.add.clicked.connect(lambda: self.drawer.open(""))
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.drawer)

    def show_all(self) -> int:
        """Show the sources of the study; returns how many there are."""
        document = self.context.document
        found = sorted(document.sources.values(), key=lambda source: (source.title.casefold(), source.id))
        shown = [(source, evidence.cited_by(document, source.id)) for source in found]
        if shown != self._shown:
            self._shown = shown
            self._rebuild(shown)
        self.drawer.refresh()
        return len(found)

    def flush(self) -> None:
        """Commit what was typed; a new source that has a title is added after all."""
        self.drawer.flush()

    def _rebuild(self, shown: list[tuple[Source, int]]) -> None:
        held = discard(self._rows)
        self._rows = [self._row(source, n) for source, n in shown]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)
        if held:
            self.add.setFocus()

    def _row(self, source: Source, n: int) -> QWidget:
        say, made = self.context.say, QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = source_text(source, self.context)
        used = say.many("Named in {n} place.", "Named in {n} places.", n)
        row.addWidget(PlainLabel(f"{label}. {used}", wrap=True), 1)
        change = remove_button(self.context, say("Change {title}", title=label), "edit")
        change.clicked.connect(lambda: self.drawer.open(source.id))
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _add(self, title: str, fields: dict[str, object]) -> bool:
        made = Source(new_id(), title=title, **fields)  # type: ignore[arg-type]  # the fields of a source
        return self.context.do(lambda: entities.add(self.context.document, made))
