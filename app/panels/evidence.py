"""How we know something: observed, assumed or proposed, from which sources, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.focus import discard
from app.panels.chooser import Chooser
from app.panels.fields import ChoiceField
from app.panels.labels import SOURCE_KINDS, STATUSES, options
from app.panels.references import remove_button
from app.panels.source_card import SourceDrawer
from app.panels.text_fields import BodyField
from app.plain import PlainLabel
from journeys.edits import evidence
from journeys.model.entities import Note, Persona, Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.context import Context
    from journeys.edits.evidence import Witness
    from journeys.model.entities import Source
    from journeys.model.values import Evidence, Status

NEW = "new"


class EvidenceEditor(QWidget):
    """The evidence of one or several things of a kind; each change is one edit of all of them."""

    def __init__(self, context: Context, kind: Witness) -> None:
        super().__init__()
        self.context = context
        self._kind: Witness = kind
        self._ids: tuple[str, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._rows: list[QWidget] = []
        say = context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.status = ChoiceField(say("How we know"), options(STATUSES, say))
        self.status.setPlaceholderText(say("(different)"))
        self.status.committed.connect(lambda value, _: self._set_status(value))
        self._sources = QVBoxLayout()
        self._sources.setSpacing(2)
        self.chooser = Chooser(say("Add a source"), say("Add a source…"), self._offers)
        self.chooser.picked.connect(self._picked)
        self.drawer = SourceDrawer(context, self._add, self.chooser)
        self.note = BodyField(say("How we know, in words"), lines=1)
        self.note.setPlaceholderText(say("Who said so, how sure is it?"))
        self.note.committed.connect(self._set_note)
        column.addWidget(self.status)
        column.addWidget(PlainLabel(say("Sources"), name="field"))
        column.addLayout(self._sources)
        column.addWidget(self.chooser)
        column.addWidget(self.drawer)
        column.addWidget(PlainLabel(say("In words"), name="field"))
        column.addWidget(self.note)

    def display(self, ids: Sequence[str]) -> None:
        """Show the evidence of these; where they differ, nothing is chosen."""
        if tuple(ids) != self._ids:
            self.flush()
            self.drawer.shut()
        self._ids = tuple(ids)
        held = self._held()
        statuses, words = {one.status for one in held}, {one.note for one in held}
        self.status.display(statuses.pop() if len(statuses) == 1 else None)
        self.note.display(words.pop() if len(words) == 1 else "")
        cited = {source: None for one in held for source in one.sources}
        sources = [self.context.document.sources[source] for source in cited]
        shown = (*self._ids, *sources, *(sum(s.id in one.sources for one in held) for s in sources))
        if shown != self._shown:
            self._shown = shown
            self._rebuild(sources, held)
        self.drawer.refresh()

    def flush(self) -> None:
        """Commit what was typed and not committed yet."""
        if self._ids and all(self.context.document.get((self._kind, id_)) is not None for id_ in self._ids):
            self.note.flush()
            self.drawer.flush()

    def _held(self) -> list[Evidence]:
        """The evidence of those that are still there: this follows a moment after the study."""
        known = (self.context.document.get((self._kind, id_)) for id_ in self._ids)
        return [entity.evidence for entity in known if isinstance(entity, Step | Note | Persona)]

    def _rebuild(self, sources: Sequence[Source], held: Sequence[Evidence]) -> None:
        inside = discard(self._rows)
        self._rows = [self._row(source, sum(source.id in one.sources for one in held)) for source in sources]
        for row in self._rows:
            self._sources.addWidget(row)
        if inside:
            self.chooser.setFocus()

    def _row(self, source: Source, count: int) -> QWidget:
        say = self.context.say
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        label = source_text(source, self.context)
        if count < len(self._ids):
            label = say("{source}: {n} of {total}", source=label, n=count, total=len(self._ids))
        text = PlainLabel(label, wrap=True)
        change = remove_button(self.context, say("Change {title}", title=label), "edit")
        change.clicked.connect(lambda: self.drawer.open(source.id))
        remove = remove_button(self.context, say("Remove {title}", title=label))
        remove.clicked.connect(lambda: self._do_uncite(source.id))
        row.addWidget(text, 1)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return made

    def _offers(self) -> list[tuple[str, object]]:
        held = self._held()
        everywhere = set.intersection(*(set(one.sources) for one in held)) if held else set()
        found = [s for s in self.context.document.sources.values() if s.id not in everywhere]
        listed = sorted(((source_text(source, self.context), source.id) for source in found), key=lambda one: one[0])
        return [*listed, (self.context.say("New source…"), NEW)]

    def _picked(self, chosen: object) -> None:
        if chosen == NEW:
            self.drawer.open("")
        else:
            self.context.do(lambda: evidence.cite(self.context.document, self._kind, self._ids, str(chosen)))
            self.chooser.setFocus()

    def _add(self, title: str, fields: dict[str, object]) -> bool:
        return self.context.do(
            lambda: evidence.cite_new(self.context.document, self._kind, self._ids, title, **fields)  # type: ignore[arg-type]  # the fields of a source
        )

    def _do_uncite(self, source: str) -> None:
        self.context.do(lambda: evidence.uncite(self.context.document, self._kind, self._ids, source))

    def _set_status(self, value: object) -> None:
        status = cast("Status", value)
        self.context.do(lambda: evidence.set_status(self.context.document, self._kind, self._ids, status))

    def _set_note(self, text: str, burst: str) -> None:
        key = f"{burst} {self._kind} {self._ids[0]}"
        self.context.do(lambda: evidence.set_note(self.context.document, self._kind, self._ids, text), key)


def source_text(source: Source, context: Context) -> str:
    """ "Conversations with parents (interview, 6 people)"."""
    say = context.say
    kind = say(SOURCE_KINDS[source.kind])
    people = say.many("{n} person", "{n} people", source.people) if source.people else ""
    from app.panels.written import date_text

    details = ", ".join(part for part in (kind.lower(), date_text(source.on, say), people) if part)
    return f"{source.title or say('Without a title')} ({details})"
