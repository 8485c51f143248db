"""The rows of the list of notes: a model over the wanted notes, and how one is painted and written in."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.panels.anchors import anchor_text
from app.panels.labels import NOTE_KINDS
from app.panels.mark_icon import mark_icon
from app.panels.text_fields import BodyField
from app.panels.written import date_text
from journeys.analysis.notelist import is_overdue
from journeys.edits import entities
from journeys.phrases.judgements import SORTS
from journeys.phrases.terms import NOTE_STATUSES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from app.context import Context
    from journeys.model.entities import Note

Index = QModelIndex | QPersistentModelIndex
ID: Final = Qt.ItemDataRole.UserRole
SIDE: Final = 10
MARK: Final = 18
GAP: Final = 8
LINES: Final = 5
"""A longer text ends in an ellipsis; the inspector shows all of it."""
WRAP: Final = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class NotesModel(QAbstractListModel):
    """Ids of the wanted notes in order; what they say is read from the study."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.ids: list[str] = []
        self._seen: dict[str, Note] = {}

    def show_notes(self, ids: Sequence[str]) -> bool:
        """Show exactly these. As long as they are the same ones rows stay; True when a text is another now."""
        notes = self._context.document.notes
        now = {id_: notes[id_] for id_ in ids}
        if list(now) != self.ids:
            self.beginResetModel()
            self.ids, self._seen = list(now), now
            self.endResetModel()
            return True
        changed = [row for row, (id_, note) in enumerate(now.items()) if self._seen.get(id_) is not note]
        texts = any(self._seen[self.ids[row]].text != now[self.ids[row]].text for row in changed)
        self._seen = now
        for row in changed if texts else ():  # Qt lays out every row anew for it
            self.dataChanged.emit(self.index(row), self.index(row))
        return texts

    def note(self, index: Index) -> Note | None:
        """The note of a row."""
        row = index.row()
        return self._context.document.notes.get(self.ids[row]) if 0 <= row < len(self.ids) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        note = self.note(index)
        if note is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return note.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(note, self._context)
        return note.id if role == ID else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        note = self.note(index)
        if note is None or role != Qt.ItemDataRole.EditRole:
            return False
        document = self._context.document
        return self._context.do(lambda: entities.change(document, "note", note.id, text=str(value)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


def facts(note: Note, context: Context) -> tuple[str, str]:
    """Status, owner and date in one line; and apart from it that the note is overdue."""
    say = context.say
    late = is_overdue(note, dt.date.today())  # noqa: DTZ011 - the user's own calendar
    party = context.document.parties.get(note.answered_by or "")
    parts = [
        say("answered by {party}", party=party.name) if party is not None else say(NOTE_STATUSES[note.status]),
        *(say(word) for sort, word in SORTS.items() if getattr(note, sort)),
        note.owner,
        date_text(note.due, say),
        say.many("{n} vote", "{n} votes", note.votes) if note.votes else "",
    ]
    return " · ".join(part for part in parts if part), say("overdue") if late else ""


def spoken(note: Note, context: Context) -> str:
    """A note as a screen reader says it."""
    said, late = facts(note, context)
    kind = context.say(NOTE_KINDS[note.kind])
    return ". ".join(part for part in (kind, note.text, anchor_text(note, context), said, late) if part)


class NoteDelegate(QStyledItemDelegate):
    """The mark of its kind, its text, where it hangs, and how far it is."""

    def __init__(self, context: Context, rows: NotesModel, parent: QListView) -> None:
        super().__init__(parent)
        self._context = context
        self._view = parent
        self._rows = rows
        self._heights: dict[str, int] = {}
        self._measured: tuple[int, str] = (0, "")
        self._below = 0
        self._marks: dict[str, Any] = {}

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Asked for every row whenever one is laid out anew: all that can be kept is kept."""
        width = max(120, self._view.viewport().width())
        if (width, option.font.key()) != self._measured:
            self._heights.clear()
            self._measured = (width, option.font.key())
            self._below = 2 * QFontMetrics(self._small(option.font)).lineSpacing() + 18
        note = self._rows.note(index)
        text = note.text if note is not None else ""
        return QSize(width, self._text_height(text, width, option.font) + self._below)

    def _text_height(self, text: str, width: int, font: QFont) -> int:
        if text not in self._heights:
            metrics = QFontMetrics(font)
            most = LINES * metrics.lineSpacing()
            self._heights[text] = min(most, max(metrics.lineSpacing(), _needed(metrics, text, _room(width))))
        return self._heights[text]

    def _cut(self, text: str, width: int, font: QFont) -> str:
        """As much of a long text as fits, with an ellipsis."""
        metrics, room = QFontMetrics(font), _room(width)
        most = LINES * metrics.lineSpacing()
        if _needed(metrics, text, room) <= most:
            return text
        least, top = 0, len(text)
        while least < top:
            middle = (least + top + 1) // 2
            fits = _needed(metrics, f"{text[:middle]}…", room) <= most
            least, top = (middle, top) if fits else (least, middle - 1)
        return f"{text[:least].rstrip()}…"

    def _small(self, base: QFont) -> QFont:
        font = QFont(base)
        font.setPointSizeF(base.pointSizeF() * 0.9)
        return font

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        note = model.note(index) if isinstance(model, NotesModel) else None
        if note is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        area = option.rect.adjusted(SIDE, 7, -SIDE, -6)
        self._mark(note.kind).paint(painter, QRect(area.left(), area.top(), MARK, MARK))
        text = area.adjusted(MARK + GAP, 0, 0, 0)
        self._words(painter, option, note, text)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        colours, area = self._context.colours, QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(colours.focus if focused else colours.accent if chosen else colours.line),
                            2 if focused else 1))  # fmt: skip
        painter.setBrush(QColor(colours.soft if chosen else colours.panel))
        painter.drawRoundedRect(area, 7, 7)

    def _mark(self, kind: str) -> Any:
        if kind not in self._marks:
            self._marks[kind] = mark_icon(f"note.{kind}", f"{kind}.mark", self._context.inks, MARK)
        return self._marks[kind]

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, note: Note, area: QRect) -> None:
        colours, font = self._context.colours, QFont(option.font)
        finished = note.status in ("done", "dropped")
        font.setStrikeOut(note.status == "dropped")
        painter.setFont(font)
        painter.setPen(QColor(colours.muted if finished else colours.text))
        width = option.rect.width()
        high = self._text_height(note.text, width, option.font)
        painter.drawText(QRect(area.left(), area.top(), _room(width), high), WRAP, self._cut(note.text, width, font))
        y = area.top() + high
        small = self._small(option.font)
        painter.setFont(small)
        painter.setPen(QColor(colours.muted))
        metrics = QFontMetrics(small)
        y += 2
        said, late = facts(note, self._context)
        for line in (anchor_text(note, self._context), said):
            room = area.width() - (metrics.horizontalAdvance(f"  {late}") + 14 if line is said and late else 0)
            shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
            painter.drawText(area.left(), y + metrics.ascent(), shown)
            if line is said and late:
                self._overdue(painter, area.left() + metrics.horizontalAdvance(f"{shown}  "), y, late)
            y += metrics.lineSpacing()

    def _overdue(self, painter: QPainter, x: int, y: int, text: str) -> None:
        """A sign of its own and the word: not by colour alone."""
        metrics = QFontMetrics(painter.font())
        painter.setPen(QColor(self._context.colours.danger))
        painter.setBrush(QColor(self._context.colours.danger))
        middle = y + metrics.height() / 2
        painter.drawPolygon([_point(x, middle + 4), _point(x + 5, middle - 5), _point(x + 10, middle + 4)])
        painter.drawText(x + 14, y + metrics.ascent(), text)

    # Writing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = BodyField(self._context.say("Text of the note"), lines=1, single=True, parent=parent)
        editor.entered.connect(lambda: self._done(editor))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, BodyField) and not editor.hasFocus():
            editor.display(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        if isinstance(editor, BodyField):
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect.adjusted(SIDE + MARK + 1, 2, -3, -2)
        editor.move(area.topLeft())
        editor.setFixedWidth(area.width())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter is the field's own; Escape leaves the text as it was."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return False
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and isinstance(editor, BodyField):
                self._done(editor)
                return True
        return super().eventFilter(editor, event)

    def _done(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)


def _room(width: int) -> int:
    """For the text of a row that is so wide."""
    return width - MARK - GAP - 2 * SIDE


def _needed(metrics: QFontMetrics, text: str, room: int) -> int:
    return metrics.boundingRect(QRect(0, 0, room, 100_000), WRAP, text).height()


def _point(x: float, y: float) -> Any:
    from PySide6.QtCore import QPointF

    return QPointF(x, y)
