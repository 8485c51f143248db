"""The palette itself: a field and a list under it, over the window, until something is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.palette import entries
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.text import TITLE_MAX

if TYPE_CHECKING:
    from app.palette.entries import Entry
    from app.window import StudyWindow

WIDE: Final = 620
ROWS: Final = 11
ROW: Final = 34
BELOW: Final = 60
"""Pixels that stay free under it, its own edges among them."""
ASIDE: Final = Qt.ItemDataRole.UserRole
MOVES: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
Index = QModelIndex | QPersistentModelIndex


def show(window: StudyWindow) -> Palette:
    """Open the palette over this window."""
    for open_one in window.findChildren(Palette):
        open_one.close()
    made = Palette(window)
    made.open()
    return made


class Lines(QAbstractListModel):
    """The entries that fit what is typed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.entries: list[Entry] = []

    def put(self, found: list[Entry]) -> None:
        """Offer these."""
        self.beginResetModel()
        self.entries = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == ASIDE:
            return entry.aside
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (entry.text, entry.aside)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) if self.entries[index.row()].enabled else Qt.ItemFlag.ItemIsSelectable


class Line(QStyledItemDelegate):
    """Paints what it does at the left, its keys or kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, max(ROW, option.fontMetrics.height() + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        area: QRect = option.rect.adjusted(4, 1, -4, -1)
        palette: QPalette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(palette.color(QPalette.ColorRole.Accent))
            painter.setBrush(palette.color(QPalette.ColorRole.AlternateBase))
            painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 5, 5)
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        group = QPalette.ColorGroup.Active if enabled else QPalette.ColorGroup.Disabled
        inner, aside = area.adjusted(10, 0, -10, 0), str(index.data(ASIDE))
        room = option.fontMetrics.horizontalAdvance(aside)
        painter.setFont(option.font)
        painter.setPen(palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.PlaceholderText))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        painter.setPen(palette.color(group, QPalette.ColorRole.Text))
        words = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, inner.width() - room - (16 if room else 0)
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()


class Palette(QFrame):
    """Esc and any click elsewhere close it; the focus goes back to where it was, and only then the command runs."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = window
        self._before: QWidget | None = QApplication.focusWidget()
        self._commands = entries.commands(window, self)
        say = window.dress.say
        self.field = named(QLineEdit(), "large")
        self.field.setMaxLength(TITLE_MAX)
        self.field.setPlaceholderText(say("Search in the study, or type what you want to do"))
        self.field.setAccessibleName(say("Search or command"))
        self.field.setClearButtonEnabled(True)
        self.lines = Lines(self)
        self.list = QListView()
        self.list.setModel(self.lines)
        self.list.setItemDelegate(Line(self.list))
        self.list.setAccessibleName(say("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda index: self._run(index.row()))
        self.nothing = PlainLabel("", wrap=True, name="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        for part in (self.field, self.list, self.nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self._offer)
        self.field.installEventFilter(self)

    def open(self) -> None:
        """Show it, the cursor in its field."""
        self._offer("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _offer(self, typed: str) -> None:
        found = entries.offered(self._window, self._commands, typed)
        self.lines.put(found)
        put(self.nothing, self._window.dress.say("Nothing fits “{typed}”.", typed=typed) if not found else "")
        self.nothing.setVisible(not found)
        self.list.setVisible(bool(found))
        if found:
            self._choose(0)
        self._lay(len(found))

    def _lay(self, rows: int) -> None:
        """Under the toolbar, in the middle, as high as what fits needs."""
        line = self.list.sizeHintForRow(0) if rows else ROW
        wide = min(WIDE, self._window.width() - 40)
        toolbar = self._window.toolbar
        top = toolbar.geometry().bottom() + 6 if toolbar.isVisible() else 60
        room = self._window.height() - top - self.field.sizeHint().height() - BELOW
        self.list.setFixedHeight(line * max(2, min(rows, ROWS, room // line)) + 4)
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move((self._window.width() - wide) // 2, top)

    def _choose(self, row: int) -> None:
        index = self.lines.index(max(0, min(row, self.lines.rowCount() - 1)))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        announce(self.field, str(index.data(Qt.ItemDataRole.AccessibleTextRole)))

    def _run(self, row: int) -> None:
        if not 0 <= row < len(self.lines.entries) or not self.lines.entries[row].enabled:
            return
        run = self.lines.entries[row].run
        self._leave()
        run()

    def _leave(self) -> None:
        """Close, and give the focus back."""
        before, self._before = self._before, None
        self.field.removeEventFilter(self)
        if before is not None and isValid(before) and before.isVisible():  # a form may have been made anew
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self._window.view is not None:
            self._window.view.views.widget_shown.setFocus(Qt.FocusReason.PopupFocusReason)
        self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.field.removeEventFilter(self)
            self.close()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        here = self.list.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(here)
        elif event.key() in MOVES:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -ROWS, Qt.Key.Key_PageDown: ROWS}
            self._choose(here + step[Qt.Key(event.key())])
        else:
            return event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        return True
