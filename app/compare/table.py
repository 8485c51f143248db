"""The grid of a comparison: a real table whose fields and headers are painted from one drawing, at any zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeySequence, QNativeGestureEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
)

from app.canvas import zoom as zooms
from app.canvas.zoom_view import READABLE
from app.compare.fields import Fields
from app.compare.headers import Corner, Header
from app.compare.model import BoardModel
from app.plain import show_tip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from app.compare.picture import Picture
    from app.context import Context
    from journeys.layout.compare import Field

SCROLLED: Final = 0.85
"""At most the first zoom of what does not fit."""
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BoardTable(QTableView):
    """Knows fields, not what they are about; zoom is 1.0 at 100 %."""

    opened = Signal(object)  #: a Field: Enter or double click
    chosen = Signal()  #: the user went to another field
    row_opened = Signal(int)  #: a row's header was clicked twice
    zoom_changed = Signal(float)  #: 1.0 is 100 %

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.picture: Picture | None = None
        self.zoom = 1.0
        self._fitted = True
        self._asked = False
        self._quiet = False
        self.board_model = BoardModel(self)
        self.setModel(self.board_model)
        self.setItemDelegate(Fields(self))
        self.setHorizontalHeader(Header(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(Header(Qt.Orientation.Vertical, self))
        self._corner = Corner(self)
        self._set_up()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().sectionDoubleClicked.connect(self.row_opened)
        self.doubleClicked.connect(self._open)
        button = self.findChild(QAbstractButton)
        if button is not None:
            button.hide()

    def show_picture(
        self, picture: Picture, line: Callable[[Field], str], rows: Sequence[str], columns: Sequence[str]
    ) -> None:
        """Paint this from now on; the current field stays when it is still there."""
        held, scrolled = self.field(), (self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        self.picture = picture
        self._quiet = True
        self.board_model.show_board(picture.board, line, (rows, columns))
        self._span()
        if self._fitted:
            self.zoom = self._whole()
        self._scale()
        if held is not None:
            self.go_to(kind=held.kind, journey=held.journey, phase=held.phase, step=held.step)
        self.horizontalScrollBar().setValue(scrolled[0])
        self.verticalScrollBar().setValue(scrolled[1])
        self._quiet = False

    @property
    def fitted(self) -> bool:
        """Whether the whole is in view, and stays so."""
        return self._fitted

    def line(self, index: QModelIndex) -> str:
        """What a field says in words; empty where there is none."""
        return str(self.board_model.data(index, Qt.ItemDataRole.AccessibleTextRole) or "")

    def field(self) -> Field | None:
        """The current field."""
        return self.board_model.field(self.currentIndex())

    def go_to(self, **wanted: str | None) -> bool:
        """Make the first field with these values current and bring it into view, silently."""
        index = self.board_model.index_of(wanted)
        if index.isValid():
            quiet, self._quiet = self._quiet, True
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self._quiet = quiet
        return index.isValid()

    # Zoom

    def zoom_to(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom around a point of the viewport, its middle by default; 10–400 %."""
        self._fitted = self._asked = False
        wanted = max(zooms.LEAST, min(zooms.MOST, factor))
        fixed = self.viewport().rect().center() if at is None else at
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        places = [(bar.value() + part) / self.zoom for bar, part in zip(bars, (fixed.x(), fixed.y()), strict=True)]
        self._zoom(wanted)
        for bar, place, part in zip(bars, places, (fixed.x(), fixed.y()), strict=True):
            bar.setValue(round(place * wanted - part))

    def zoom_in(self) -> None:
        self.zoom_to(self.zoom * zooms.STEP)

    def zoom_out(self) -> None:
        self.zoom_to(self.zoom / zooms.STEP)

    def zoom_to_fit(self) -> None:
        """Everything, at most at 100 %."""
        self._fitted = self._asked = True
        self._zoom(self._whole())

    def show_from_start(self) -> None:
        """Another board is shown: whole when that can be read, whatever was asked of the one before."""
        self._fitted, self._asked = True, False
        self._zoom(self._whole())

    def _whole(self) -> float:
        """The zoom at which all is in view; unasked never so small that words cannot be read."""
        if self.picture is None or self.width() < 50:
            return self.zoom
        least = zooms.FIT_LEAST if self._asked else READABLE
        bar = self.verticalScrollBar().sizeHint().width() + 1
        wide, high = (
            (room - bar) / side for room, side in zip((self.width(), self.height()), self.picture.size(), strict=True)
        )
        if min(wide, high) >= least:
            return min(wide, high, 1.0)
        return min(max(wide, high, least), SCROLLED)  # it must be scrolled: then one way at most, where that can be

    def _zoom(self, factor: float) -> None:
        if factor != self.zoom:
            self.zoom = factor
            self._scale()
            self.zoom_changed.emit(factor)

    def _scale(self) -> None:
        """Sections as wide and high as their part of the drawing."""
        if self.picture is None:
            return
        self.picture.zoom = self.zoom
        model, across, down = self.board_model, self.horizontalHeader(), self.verticalHeader()
        _resize(across, [self.picture.column(column)[1] for column in range(model.columnCount())])
        _resize(down, [self.picture.row(row)[1] for row in range(model.rowCount())])
        across.setFixedHeight(self.picture.row(-1)[1])
        down.setFixedWidth(self.picture.column(-1)[1])
        self.updateGeometries()
        self._corner.place()
        for part in (self.viewport(), across.viewport(), down.viewport(), self._corner):
            part.update()

    def _span(self) -> None:
        self.clearSpans()
        for field in self.picture.board.fields if self.picture else ():
            if field.across > 1:
                self.setSpan(field.row, field.column, 1, field.across)

    # Qt

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        field = self.board_model.field(current)
        self.viewport().update()
        if field is not None and not self._quiet:
            self.chosen.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first field becomes the current one; that is no choice of the user."""
        quiet, self._quiet = self._quiet, True
        super().focusInEvent(event)
        self._quiet = quiet

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER and self.field() is not None:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.line(self.currentIndex()))
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F2):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        field = self.board_model.field(index)
        if field is not None:
            self.opened.emit(field)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y() or event.angleDelta().x()
            self.zoom_to(self.zoom * zooms.STEP ** (turn / 120), event.position().toPoint())
            event.accept()
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.zoom * (1 + event.value()), event.position().toPoint())
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tip(event.globalPos(), self.line(self.indexAt(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """On the map's own ground, also where there are no fields."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self.context.inks.get("canvas", "#ffffff")))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self._zoom(self._whole())
        self._corner.place()


def _resize(header: QHeaderView, sizes: Sequence[int]) -> None:
    """Only sections that differ: each that is told costs a layout."""
    for section, size in enumerate(sizes):
        if header.sectionSize(section) != size:
            header.resizeSection(section, size)
