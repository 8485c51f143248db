"""A table on the screen: its cells are typed in, copied, emptied and travelled by key; each change is one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from app.attempts import attempt, tried
from app.panels.message_bar import announce
from app.plain import PlainLabel, put
from app.table import keys
from app.table.delegate import CellDelegate
from app.table.editors import TextEditor
from app.table.entries import phase_of
from app.table.model import NEW, TableModel
from app.table.row_header import RowHeader

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QPaintEvent

    from app.context import Context
    from app.table.editors import Editor

Then = Literal["down", "up", "left", "right", "new", "stay"]
Index = QModelIndex | QPersistentModelIndex
Flag = QItemSelectionModel.SelectionFlag


class Sheet(QTableView):
    """A view of a TableModel. It keeps nothing that the study has; what is being typed lives in the editor."""

    hinted = Signal(str, bool)  #: something the user should know now, and whether it went wrong
    chosen = Signal()  #: the user selected something else
    row_wanted = Signal(str)  #: a verb on rows: "new", "delete", "up" or "down"

    def __init__(self, context: Context, model: TableModel) -> None:
        super().__init__()
        self.context = context
        self.cells = model
        self.editing: QWidget | None = None
        self._targets: list[QPersistentModelIndex] = []
        self._quiet = False
        self._drop: int | None = None
        self._hint = PlainLabel("", self.viewport(), wrap=True, name="wrong")
        self._hint.hide()
        self.setModel(model)
        if not model.across:
            self.setVerticalHeader(RowHeader(self))
        self.setItemDelegate(CellDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for corner in self.findChildren(QAbstractButton):  # Qt's own has no name
            corner.setAccessibleName(context.say("Select everything"))
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        model.toggled.connect(self._toggled)
        self.selectionModel().selectionChanged.connect(lambda *_: self._selected())

    # Selecting

    def _selected(self) -> None:
        if not self._quiet:
            self.chosen.emit()

    def chosen_entries(self) -> list[str]:
        """The entries in which something is selected, in order."""
        places: set[int] = set()
        for part in iter(self.selectionModel().selection()):  # type: ignore[call-overload]  # a list, say not the stubs
            first, last = (part.left(), part.right()) if self.cells.across else (part.top(), part.bottom())
            places.update(range(first, last + 1))
        current = self.currentIndex()
        if not places and current.isValid():
            places = {current.column() if self.cells.across else current.row()}
        return [self.cells.entries[place] for place in sorted(places) if place < len(self.cells.entries)]

    def choose(self, entries: Iterable[str], field: int | None = None, *, quiet: bool = True) -> None:
        """Select these entries, in this field or where the cursor is, and bring the first into view."""
        if field is None:
            field = self.field(self.currentIndex()) if self.currentIndex().isValid() else self.cells.named
        found = [index for entry in entries if (index := self.cells.at(entry, field)).isValid()]
        self._quiet = quiet
        try:
            if not found:
                self.selectionModel().clearSelection()
            elif len(found) == 1:
                self.setCurrentIndex(found[0])
            else:
                self._choose_many(found)
        finally:
            self._quiet = False
        if found:
            self.scrollTo(found[0])

    def _choose_many(self, found: Sequence[QModelIndex]) -> None:
        selection = QItemSelection()
        for index in found:
            selection.select(index, index)
        self.selectionModel().setCurrentIndex(found[0], Flag.NoUpdate)
        self.selectionModel().select(selection, Flag.ClearAndSelect)

    def choose_row(self) -> None:
        """Select the whole row, or the whole step, in which the cursor stands."""
        index = self.currentIndex()
        along = Flag.Columns if self.cells.across else Flag.Rows
        self.selectionModel().select(index, Flag.ClearAndSelect | along)

    def field(self, index: QModelIndex) -> int:
        """Which field a cell is of: its column, or its row where the entries stand beside each other."""
        return index.row() if self.cells.across else index.column()

    def chosen_cells(self) -> list[QModelIndex]:
        """The selected cells that are shown; without any, the one with the cursor."""
        chosen = [index for index in self.selectedIndexes() if not self.isColumnHidden(index.column())]
        current = self.currentIndex()
        return chosen or ([current] if current.isValid() else [])

    # Editing

    def begun(self, editor: QWidget, index: QModelIndex) -> None:
        """An editor was made: it writes to every selected cell of its field."""
        self.editing = editor
        field = self.field(index)
        beside = [i for i in self.chosen_cells() if self.field(i) == field and self.cells.writable(i)]
        self._targets = [QPersistentModelIndex(i) for i in (beside if index in beside else [index])]
        if len(self._targets) > 1:
            say = self.context.say
            self.hinted.emit(say.many("Goes into {n} cell", "Goes into {n} cells at once", len(self._targets)), False)
        elif isinstance(editor, TextEditor) and editor.listed:
            self.hinted.emit(self.context.say("One per line: Shift+Enter begins a new line, Enter is ready"), False)

    def ended(self, editor: QWidget) -> None:
        """An editor is gone."""
        if editor is self.editing:
            self.editing = None
            self._hint.hide()
            self.hinted.emit("", False)

    def commit(self, editor: Editor) -> bool:
        """Write what was typed; when that cannot be, the editor stays with the reason under it."""
        targets = [index for index in self._targets if index.isValid()]
        if not targets:
            return True
        typed = editor.typed()
        if self.cells.entry(targets[0]) == NEW:
            wrong = self._commit_new(editor, typed)
        elif typed == self.cells.text(targets[0]) and len(targets) == 1:
            wrong = ""
        else:
            wrong = self.put(targets, typed)
        editor.setProperty("wrong", bool(wrong))
        self._tell(wrong)
        return not wrong

    def _commit_new(self, editor: Editor, typed: str) -> str:
        """What was waiting for its name is made; without one, the row goes."""
        from app.table import row_verbs

        self._targets = []
        if not typed.strip():
            self.cells.end_new()
            return ""
        edit, wrong = tried(self.context, lambda: row_verbs.made(self, typed))
        if edit is None:
            self._targets = [QPersistentModelIndex(self.cells.at(NEW, self.cells.named))]
            return wrong
        self.cells.end_new()
        if self.context.perform(edit):
            self.choose(edit.subjects[:1], quiet=False)
        else:
            row_verbs.ask_again(self, typed)
        return ""

    def put(self, indexes: Sequence[QModelIndex | QPersistentModelIndex], text: str) -> str:
        """Write a text into cells of one field, as one edit. Returns why it was refused, or nothing."""
        return attempt(self.context, lambda: self.cells.write(indexes, text))

    def finish(self, editor: Editor, then: Then) -> None:
        """Commit and go on, unless it was refused."""
        new = any(index.isValid() and self.cells.entry(index) == NEW for index in self._targets)
        blank = new and not editor.typed().strip()
        if self.commit(editor):
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.setFocus()
            if not blank:
                keys.go(self, then)

    def leave(self, editor: Editor) -> None:
        """The focus went elsewhere: what was typed is committed."""
        if self.commit(editor):
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def give_up(self, editor: Editor) -> None:
        """What was typed is let go."""
        editor.setProperty("wrong", False)
        self._targets = []
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)
        self.cells.end_new()
        self.setFocus()

    def flush(self) -> None:
        """Commit what is being typed; what is refused stays."""
        if self.editing is not None:
            self.leave(cast("Editor", self.editing))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if not editor.property("wrong"):
            super().closeEditor(editor, hint)

    def edit_current(self) -> bool:
        """Open the editor of the current cell; False where nothing can be written."""
        index = self.currentIndex()
        if self.editing is not None:
            self.editing.setFocus()
            return True
        if not index.isValid() or not self.cells.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self._explain(index)
            return False
        self.edit(index)
        return self.editing is not None

    def _explain(self, index: QModelIndex) -> None:
        if index.isValid() and not self.cells.writable(index):
            self.hinted.emit(self.context.say("This cannot be changed here."), False)

    def _toggled(self, index: QModelIndex, checked: bool) -> None:
        field = self.field(index)
        beside = [i for i in self.chosen_cells() if self.field(i) == field and self.cells.writable(i)]
        self._tell(self.put(beside if index in beside else [index], "yes" if checked else "no"))

    # Telling

    def _tell(self, wrong: str) -> None:
        put(self._hint, wrong)
        self._hint.setVisible(bool(wrong))
        self.place_hint()
        if wrong:
            self.hinted.emit(wrong, True)
            announce(self, wrong)

    def place_hint(self) -> None:
        """Under the editor, or above it where there is no room."""
        if self.editing is None or self._hint.isHidden():
            return
        area, room = self.editing.geometry(), self.viewport().rect()
        width = min(max(area.width(), 320), room.width())
        height = self._hint.heightForWidth(width)
        top = area.bottom() + 2 if area.bottom() + height < room.bottom() else area.top() - height - 2
        self._hint.setGeometry(min(area.left(), room.right() - width), max(0, top), width, height)
        self._hint.raise_()

    def show_drop(self, y: float | None) -> None:
        """Where dragged rows would come, in the viewport."""
        self._drop = None if y is None else round(y)
        self.viewport().update()

    def stop_dragging(self) -> bool:
        """Rows that are being dragged stay where they were; False when none are."""
        header = self.verticalHeader()
        dragging = isinstance(header, RowHeader) and header.dragging
        if isinstance(header, RowHeader):
            header.let_go()
        return dragging

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._drop is not None:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self.context.colours.focus), 3))
            painter.drawLine(0, self._drop, self.viewport().width(), self._drop)
            painter.end()

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and keys.ours(event):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.pressed(self, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not keys.composed(self, event):
            event.ignore()

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab is a key of the sheet; at its ends it leads out."""
        return False

    def leave_by_tab(self, *, onward: bool) -> None:
        """To the field after or before the table."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        super().focusNextPrevChild(onward)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.stand()  # before Qt would choose the first heading
        super().focusInEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if any(self._on_heading(index) for index in (current, previous)):
            self.viewport().update()  # the frame of a heading runs over the whole row

    def _on_heading(self, index: Index) -> bool:
        """Also of an index of before, under which nothing may stand any more."""
        return self.cells.hasIndex(index.row(), index.column()) and phase_of(self.cells.entry(index)) is not None

    def stand(self) -> None:
        """Who comes in with the keyboard stands somewhere: in the first row's name."""
        if self.hasFocus() and not self.currentIndex().isValid() and self.cells.rowCount() and self.cells.columnCount():
            first = next((entry for entry in self.cells.entries if not phase_of(entry)), self.cells.entries[0])
            self.selectionModel().setCurrentIndex(self.cells.at(first, self.cells.named), Flag.NoUpdate)
