"""Parked notes as sticky cards in a row: written in place, dragged to the map, or put there by keyboard."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyle, QStyleOptionViewItem, QWidget

from app.drops import NOTES
from app.panels.notes_rows import NoteDelegate, NotesModel
from app.panels.notes_view import NotesView

if TYPE_CHECKING:
    from app.panels.notes_rows import Index
    from app.study_view import StudyView
    from app.window import StudyWindow

LINES: Final = 4
PAD: Final = 10


class ParkedView(NotesView):
    """What can be done with a note in the list of notes can be done here too; Ctrl+Enter asks where to put it."""

    def __init__(self, view: StudyView) -> None:
        super().__init__(view.context)
        self._view = view
        self.setAccessibleName(view.context.say("Parked notes"))
        self.setItemDelegate(StickyDelegate(view, self.rows, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setViewportMargins(0, 0, 0, 0)
        self.setSpacing(3)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(card_size(self).height() + 6 + self.horizontalScrollBar().sizeHint().height() + 4)

    def show_place(self) -> None:
        """It hangs nowhere: ask where it is to hang."""
        self.ask_place(self)

    def ask_place(self, beside: QWidget) -> None:
        """A menu of steps and phases for the selected notes."""
        from app import map_menu
        from app.menu_filler import Filler

        chosen = tuple(self.selected())
        if not chosen or self._view.context.journey is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window: StudyWindow = self._view.window()  # type: ignore[assignment]  # a StudyView lies in a StudyWindow
        map_menu.note_homes(Filler(window, self._view.map, menu), menu, chosen, parked=True)
        at = beside.mapToGlobal(QPoint(0, 0)) if beside is not self else self._place_of_current()
        menu.popup(at - QPoint(0, menu.sizeHint().height()))
        menu.setFocus(Qt.FocusReason.PopupFocusReason)

    def _place_of_current(self) -> QPoint:
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).topLeft())

    def fill(self, menu: QMenu) -> None:
        """As in the list of notes, with where to put it first."""
        from app.actions import choice

        say = self.context.say
        choice(menu, f"{say('Put at…')}\tCtrl+Enter", partial(self.ask_place, self))
        super().fill(menu)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Take the selected cards to the map."""
        chosen = self.selected()
        if not chosen:
            return
        mime = QMimeData()
        mime.setData(NOTES, "\n".join(chosen).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        area = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(area))
        drag.setHotSpot(QPoint(24, 16))
        drag.exec(Qt.DropAction.MoveAction)


def card_size(widget: QWidget) -> QSize:
    """As wide as a sticky note on the map, and as high as four lines."""
    metrics = widget.fontMetrics()
    return QSize(max(150, metrics.averageCharWidth() * 24), LINES * metrics.lineSpacing() + 2 * PAD)


class StickyDelegate(NoteDelegate):
    """A card in the colour of its kind, with the mark of it."""

    def __init__(self, view: StudyView, rows: NotesModel, parent: ParkedView) -> None:
        super().__init__(view.context, rows, parent)
        self._inks = view.context.inks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return card_size(self._view)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note = self._rows.note(index)
        if note is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._context.colours
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        area = QRectF(option.rect).adjusted(2, 2, -2, -2)
        edge = colours.focus if focused else colours.accent if chosen else self._inks.get(f"{note.kind}.mark", "")
        painter.setPen(QPen(QColor(edge or colours.edge), 3 if focused or chosen else 1))
        painter.setBrush(QColor(self._inks.get(note.kind, colours.panel)))
        painter.drawRoundedRect(area, 5, 5)
        inside = option.rect.adjusted(PAD, PAD, -PAD, -PAD)
        self._mark(note.kind).paint(painter, inside.left(), inside.top(), 18, 18)
        painter.setPen(QColor(self._inks.get(f"{note.kind}.text", colours.text)))
        painter.setFont(option.font)
        room = inside.adjusted(24, 0, 0, 0)
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._fitting(note.text, room.width(), room.height()))
        painter.restore()

    def _fitting(self, text: str, wide: int, high: int) -> str:
        """As many words as there is room for, with an ellipsis."""
        metrics, flags = self._view.fontMetrics(), int(Qt.TextFlag.TextWordWrap)

        def fits(shown: str) -> bool:
            return metrics.boundingRect(0, 0, wide, 100_000, flags, shown).height() <= high

        if fits(text):
            return text
        least, most = 0, len(text)
        while least < most:
            middle = (least + most + 1) // 2
            least, most = (middle, most) if fits(f"{text[:middle]}…") else (least, middle - 1)
        return f"{text[:least].rstrip()}…"

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        area = option.rect.adjusted(3, 3, -3, -3)
        editor.move(area.topLeft())
        editor.setFixedWidth(area.width())
