"""Paints the cells of the table and makes their editors."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.icons import drawn
from app.panels.emotion import face_icon
from app.table.cells import Column
from app.table.editors import ChoiceEditor, LineEditor, TextEditor
from app.table.entries import heading, phase_of

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject, QPersistentModelIndex
    from PySide6.QtGui import QHelpEvent
    from PySide6.QtWidgets import QAbstractItemView

    from app.table.editors import Editor
    from app.table.model import TableModel
    from app.table.sheet import Sheet, Then

    Index = QModelIndex | QPersistentModelIndex

PAD: Final = 7
FACE_PX: Final = 20
BOX_PX: Final = 16
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(QStyledItemDelegate):
    """One for a whole sheet; what it paints comes from the model's columns."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__(sheet)
        self.sheet = sheet
        self.colours = sheet.context.colours
        self._faces: dict[int, QIcon] = {}
        self._boxes: dict[bool, QPixmap] = {}
        self._line = QColor(self.colours.line)
        self._edge = QColor(self.colours.edge)
        self._grounds = {name: QColor(name) for name in (self.colours.soft, self.colours.raised, self.colours.panel)}
        self._inks = {True: QColor(self.colours.text), False: QColor(self.colours.muted)}

    @property
    def model(self) -> TableModel:
        return self.sheet.cells

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        painter.save()
        painter.setClipRect(area)
        band = self._is_band(index)
        if band and not self.model.across:
            self._paint_heading(painter, area, self.model.title(self.model.entry(index)), 0)
        elif band:
            self._paint_heading(painter, area, self.model.text(index), self._band_left(index), index)
        else:
            self._paint_cell(painter, area, option, index)
        self._paint_grid(painter, area, open_right=band)
        if self.model.across and phase_of(self.model.entry(index)):
            painter.fillRect(area.left(), area.top(), 2, area.height(), self._edge)
        current = self.sheet.currentIndex()
        if band and not self.model.across and index.row() == current.row():
            self._paint_focus(painter, area.adjusted(-3, 0, 3, 0))
        elif index == current:
            self._paint_focus(painter, area)
        painter.restore()

    def _is_band(self, index: Index) -> bool:
        """Whether the cell is part of a phase's heading, which runs over many cells."""
        if self.model.across:
            return self.model.field(index).code == "phase"
        return phase_of(self.model.entry(index)) is not None

    def _band_left(self, index: Index) -> int:
        """Where the heading of this cell's phase begins in the view."""
        entry = self.model.entry(index)
        held = self.model.entity(entry)
        head = entry if phase_of(entry) or held is None else heading(held.journey, held.phase)
        place = self.model.place(head)
        return self.sheet.columnViewportPosition(place) if place is not None else 0

    def _paint_grid(self, painter: QPainter, area: QRect, *, open_right: bool) -> None:
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, self._line)
        if not open_right:
            painter.fillRect(area.right(), area.top(), 1, area.height(), self._line)

    def _paint_heading(self, painter: QPainter, area: QRect, text: str, left: int, index: Index | None = None) -> None:
        """The same words lie under all its cells, where it or the view begins: they stay in sight when it scrolls."""
        chosen = index is not None and self.sheet.selectionModel().isSelected(
            self.model.index(index.row(), index.column())
        )
        painter.fillRect(area, QColor(self.colours.soft if chosen else self.colours.raised))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.text))
        begin = max(left, 0) + PAD
        whole = QRect(begin, area.top(), self.sheet.viewport().width() - begin, area.height())
        painter.drawText(whole, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _paint_cell(self, painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        phase = phase_of(self.model.entry(index)) is not None
        ground = self.colours.soft if selected else self.colours.raised if phase else self.colours.panel
        painter.fillRect(area, self._grounds[ground])
        column = self.model.field(index)
        writable = self.model.writable(index)
        painter.setPen(self._inks[writable])
        inner = area.adjusted(PAD, 4, -PAD, -4)
        if column.editor == "check":
            if not phase:
                self._paint_box(painter, inner, ticked=bool(self.model.text(index)))
        elif column.editor == "feeling" and not phase:
            self._paint_face(painter, inner, column, index)
        else:
            if self.model.across and column.code == "title":
                font = painter.font()
                font.setWeight(QFont.Weight.DemiBold)
                painter.setFont(font)
            self._paint_text(painter, inner, self.model.text(index), ground)

    def _paint_text(self, painter: QPainter, area: QRect, text: str, ground: str) -> None:
        if not text:
            return
        metrics = QFontMetrics(painter.font())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        if area.height() < 2 * metrics.lineSpacing():
            line = metrics.elidedText(" · ".join(text.split("\n")), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
            return
        whole = metrics.boundingRect(QRect(0, 0, area.width(), 9999), int(flags), text).height()
        fitting = QRect(
            area.topLeft(), QSize(area.width(), area.height() // metrics.lineSpacing() * metrics.lineSpacing())
        )
        painter.setClipRect(fitting if whole > fitting.height() else area, Qt.ClipOperation.IntersectClip)
        painter.drawText(area, int(flags), text)
        if whole > fitting.height():
            corner = QRect(
                fitting.right() - 15, fitting.bottom() - metrics.lineSpacing() + 1, 16, metrics.lineSpacing()
            )
            painter.fillRect(corner, QColor(ground))
            painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "…")
        painter.setClipping(False)

    def _first_line(self, area: QRect) -> QRect:
        """Where a symbol stands beside text that begins at the top of a tall row."""
        line = QFontMetrics(self.sheet.font()).lineSpacing()
        return QRect(area.left(), area.top(), area.width(), line) if area.height() > 2 * line else area

    def _paint_box(self, painter: QPainter, area: QRect, *, ticked: bool) -> None:
        if ticked not in self._boxes:
            scale = painter.device().devicePixelRatioF()
            self._boxes[ticked] = drawn(BOX_PX + 2, scale, partial(self._draw_box, ticked=ticked))
        area = self._first_line(area)
        painter.drawPixmap(area.left() + 1, area.center().y() - BOX_PX // 2 - 1, self._boxes[ticked])

    def _draw_box(self, painter: QPainter, *, ticked: bool) -> None:
        box = QRectF(1, 1, BOX_PX, BOX_PX)
        painter.setPen(QPen(QColor(self.colours.accent if ticked else self.colours.edge), 1.4))
        painter.setBrush(QColor(self.colours.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(QColor(self.colours.on_accent), 2))
            left, top = box.left(), box.top()
            painter.drawPolyline(
                [QPointF(left + 3.5, top + 8), QPointF(left + 6.8, top + 11.5), QPointF(left + 12.5, top + 4.8)]
            )

    def _paint_face(self, painter: QPainter, area: QRect, column: Column, index: Index) -> None:
        entity = self.model.entity(self.model.entry(index))
        value = column.value(entity) if entity is not None and column.value is not None else None
        if value is None:
            return
        if value not in self._faces:
            self._faces[value] = face_icon(value, self.sheet.context.inks)
        face = self._faces[value]
        area = self._first_line(area)
        place = QRect(area.left(), area.center().y() - FACE_PX // 2, FACE_PX, FACE_PX)
        face.paint(painter, place)
        words = area.adjusted(FACE_PX + 6, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.model.text(index))

    def _paint_focus(self, painter: QPainter, area: QRect) -> None:
        here = self.sheet.hasFocus() or self.sheet.editing is not None
        painter.setPen(QPen(QColor(self.colours.focus if here else self.colours.edge), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area.adjusted(1, 1, -1, -1))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """The whole text, where the cell is too small for it."""
        from app.plain import show_tip

        text = self.model.text(index) if index.isValid() and self.model.field(index).editor != "check" else ""
        metrics = QFontMetrics(self.sheet.font())
        short = metrics.horizontalAdvance(text) < view.visualRect(index).width() - 2 * PAD and "\n" not in text
        show_tip(event.globalPos(), "" if short else text, view)
        return True

    # Editing

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a box ticks it; its target is wider than what is drawn."""
        if not isinstance(event, QMouseEvent) or self.model.field(index).editor != "check":
            return super().editorEvent(event, model, option, index)
        area = self.sheet.visualRect(self.model.index(index.row(), index.column()))
        near = event.position().x() - area.left() < PAD + BOX_PX + 8
        if event.type() == QEvent.Type.MouseButtonRelease and near and self.model.writable(index):
            ticked = bool(self.model.text(index))
            self.model.toggled.emit(self.model.index(index.row(), index.column()), not ticked)
            return True
        return False

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column, sight = self.model.field(index), self.model.sight
        held = self.model.entity(self.model.entry(index))
        if self.model.listing.kind == "step" and held is not None:
            sight = sight._replace(journey=held.journey)
        label = sight.say(column.heading)
        editor: Editor
        if column.editor in ("text", "notes"):
            editor = TextEditor(label, parent, listed=column.editor == "notes")
        elif column.offer is not None:
            editor = ChoiceEditor(label, parent, column.offer(sight), several=column.editor == "names")
        else:
            editor = LineEditor(label, parent)
        editor.setAutoFillBackground(True)
        editor.setBackgroundRole(QPalette.ColorRole.Base)
        self.sheet.begun(editor, QModelIndex(self.model.index(index.row(), index.column())))
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self.sheet.ended(editor)
        super().destroyEditor(editor, index)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Once: what is being typed is never overwritten."""
        if not editor.property("filled"):
            editor.setProperty("filled", True)
            cast("Editor", editor).start(self.model.text(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        self.sheet.commit(cast("Editor", editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Over the cell, and as large as its words need."""
        area = QRect(option.rect)
        metrics = QFontMetrics(editor.font())
        size = QSize(max(area.width(), metrics.averageCharWidth() * 22), max(area.height(), metrics.height() + 12))
        if isinstance(editor, TextEditor):
            size = QSize(max(size.width(), metrics.averageCharWidth() * 34), max(size.height(), metrics.height() * 6))
        room = self.sheet.viewport().rect()
        area.setSize(size.boundedTo(room.size()))
        area.moveRight(min(area.right(), max(room.right(), area.width() - 1)))
        area.moveBottom(min(area.bottom(), max(room.bottom(), area.height() - 1)))
        editor.setGeometry(area)
        self.sheet.place_hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = cast("QWidget", watched)
        if editor is not self.sheet.editing:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(cast("Editor", editor), event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() in (Qt.Key.Key_Escape, *ENTER):
                event.accept()
                return True
            return False
        if event.type() == QEvent.Type.FocusOut and not _inside(editor):
            self.sheet.leave(cast("Editor", editor))
        return False

    def _key(self, editor: Editor, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, alt = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Escape:
                self.sheet.give_up(editor)
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                self.sheet.finish(editor, "left" if event.key() == Qt.Key.Key_Backtab else "right")
            case key if key in ENTER and isinstance(editor, TextEditor) and held in (shift, alt):
                editor.new_line()
            case key if key in ENTER:
                then: Then = "new" if held == Qt.KeyboardModifier.ControlModifier else "up" if held == shift else "down"
                self.sheet.finish(editor, then)
            case _:
                return False
        return True


def _inside(editor: QWidget) -> bool:
    """Whether the focus went to a part of the editor, such as its list."""
    focused = QApplication.focusWidget()
    popup = QApplication.activePopupWidget()
    return any(part is not None and (part is editor or editor.isAncestorOf(part)) for part in (focused, popup))
