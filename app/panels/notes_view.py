"""The list of notes itself: arrows, writing in place, status, deletion and a menu, all by keyboard too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from app.panels.anchors import subject_of
from app.panels.labels import NOTE_KINDS
from app.panels.message_bar import announce
from app.panels.notes_rows import NoteDelegate, NotesModel
from journeys.edits import notes
from journeys.phrases.judgements import SORTS
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from app.context import Context

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotesView(QListView):
    """Enter writes, Space goes on to the next status, Delete deletes, Ctrl+Enter shows where it hangs."""

    chosen = Signal()  #: other notes are selected now
    place_wanted = Signal(str, str)  #: show this (kind, id) on the map
    details_wanted = Signal()  #: the fields of the selected notes

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.rows = NotesModel(context, self)
        self._delegate = NoteDelegate(context, self.rows, self)
        self.setAccessibleName(context.say("Notes"))
        self.setItemDelegate(self._delegate)
        self.setModel(self.rows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else all is laid out twice
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(8, 0, 4, 0)
        self.verticalScrollBar().setSingleStep(24)

    def show_notes(self, ids: Sequence[str]) -> None:
        """Show these; what was selected stays so, or else the row that took its place."""
        if list(ids) == self.rows.ids:
            if self.rows.show_notes(ids):
                self.scheduleDelayedItemsLayout()
            self.viewport().update()
            return
        held, row = set(self.selected()), self.currentIndex().row()
        something = bool(self.selectedIndexes())
        at = self.rows.ids[row] if 0 <= row < len(self.rows.ids) else None
        place = {id_: number for number, id_ in enumerate(ids)}
        self.rows.show_notes(ids)
        self._select([place[id_] for id_ in held if id_ in place])
        row = place.get(at, min(row, len(place) - 1)) if at is not None else -1
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.rows.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
            if something and not held & set(place):
                self._select([row])
        self.chosen.emit()

    def selected(self) -> list[str]:
        """The selected notes, from top to bottom."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        known = self.context.document.notes  # the list follows a moment after the study
        return [self.rows.ids[row] for row in rows if row < len(self.rows.ids) and self.rows.ids[row] in known]

    def go_to(self, note: str) -> bool:
        """Select this note, if it is shown."""
        if note not in self.rows.ids:
            return False
        self.setCurrentIndex(self.rows.index(self.rows.ids.index(note)))
        return True

    def step(self, rows: int) -> None:
        """Go so many rows down."""
        row = max(0, min(self.currentIndex().row() + rows, len(self.rows.ids) - 1))
        if self.rows.ids:
            self.setCurrentIndex(self.rows.index(row))

    def is_writing(self) -> bool:
        """Whether a text is being changed."""
        return self.state() == QAbstractItemView.State.EditingState

    def flush(self) -> None:
        """Commit what is being written."""
        editor = self.indexWidget(self.currentIndex()) if self.is_writing() else None
        if editor is not None:
            self.commitData(editor)

    def _select(self, rows: Sequence[int]) -> None:
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.rows.index(row), self.rows.index(row))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    # Qt's own

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and held == Qt.KeyboardModifier.ControlModifier:
            self.show_place()
        elif key in _ENTER and not held:
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Space and not held:
            self.next_status()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not held:
            self.delete()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        if not self.selected():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        menu.popup(at)

    # Verbs

    def fill(self, menu: QMenu) -> None:
        """What can be done with the selected notes."""
        say = self.context.say
        _add(menu, say("Change the text"), lambda: self.edit(self.currentIndex()), "Enter")
        _add(menu, say("Show where it hangs"), self.show_place, "Ctrl+Enter")
        _add(menu, say("Show everything about it"), self._inspect)
        menu.addSeparator()
        statuses, kinds = menu.addMenu(say("Status")), menu.addMenu(say("Kind"))
        for code, label in NOTE_STATUSES.items():
            _add(statuses, say(label), partial(self._set_status, code))
        for code, label in NOTE_KINDS.items():
            _add(kinds, say(label), partial(self._set_kind, code))
        self._fill_sorts(menu)
        _add(menu, say("Owner and date…"), self.details_wanted.emit)
        menu.addSeparator()
        _add(menu, say("Delete note"), self.delete, "Del")

    def _fill_sorts(self, menu: QMenu) -> None:
        document, say = self.context.document, self.context.say
        chosen = [id_ for id_ in self.selected() if document.notes[id_].kind in notes.ADDRESSING]
        for sort, name in SORTS.items() if chosen else ():
            on = all(getattr(document.notes[id_], sort) for id_ in chosen)
            action = _add(menu, say(name), partial(self._make, sort, on=not on))
            action.setCheckable(True)
            action.setChecked(on)

    def _make(self, sort: Any, *, on: bool) -> None:
        chosen = self.selected()
        self.context.do(lambda: notes.make(self.context.document, chosen, sort, on=on))

    def next_status(self) -> None:
        """Open → planned → done → dropped → open; several notes follow the first one."""
        chosen = self.selected()
        if chosen:
            codes = list(NOTE_STATUSES)
            now = codes.index(self.context.document.notes[chosen[0]].status)
            self._set_status(codes[(now + 1) % len(codes)])

    def delete(self) -> None:
        """Delete the selected notes; the next one is selected then."""
        chosen = self.selected()
        if chosen:
            self.context.do(lambda: notes.delete(self.context.document, chosen))

    def show_place(self) -> None:
        """Where the current note hangs, on the map."""
        note = self.rows.note(self.currentIndex())
        subject = subject_of(note) if note is not None else None
        if note is not None and note.persona is not None:
            self.context.show("persona", note.persona)
        elif note is not None and subject is not None:
            self.place_wanted.emit("note", note.id)

    def _inspect(self) -> None:
        note = self.rows.note(self.currentIndex())
        if note is not None:
            self.context.show("note", note.id)

    def _set_status(self, status: Any) -> None:
        chosen = self.selected()
        if self.context.do(lambda: notes.set_status(self.context.document, chosen, status)):
            announce(self, self.context.say(NOTE_STATUSES[status]))

    def _set_kind(self, kind: Any) -> None:
        chosen = self.selected()
        self.context.do(lambda: notes.set_kind(self.context.document, chosen, kind))


def _add(menu: QMenu, text: str, act: Callable[[], object], key: str = "") -> QAction:
    action = QAction(f"{text}\t{key}" if key else text, menu)
    action.triggered.connect(lambda _=False: act())
    menu.addAction(action)
    return action
