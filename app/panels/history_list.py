"""Everything done in this session, newest on top: a click goes back to that point, or forward again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.icons import dot, grown
from app.plain import PlainLabel, put
from journeys import phrases

if TYPE_CHECKING:
    from app.context import Context
    from app.history import History
    from journeys.edits.edit import Edit

POINT: Final = Qt.ItemDataRole.UserRole
"""How many edits stand at the point that a row means."""


class HistoryPanel(QWidget):
    """A row per edit and one for the beginning; the point where the study is now is marked."""

    moved = Signal(object)  #: the user went to another point; the Edit that was undone or redone last

    def __init__(self, context: Context, history: History) -> None:
        super().__init__()
        self.context, self.history = context, history
        self._edits: list[Edit] = []
        self._point = -1
        say = context.say
        self.setObjectName("side")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(6)
        self._summary = PlainLabel("", wrap=True, name="muted")
        self.rows = QListWidget()
        self.rows.setAccessibleName(say("What was done, newest first"))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setWordWrap(True)
        self.rows.setIconSize(QSize(grown(12), grown(12)))
        self.rows.setSpacing(1)
        self.rows.itemClicked.connect(self._chosen)
        self.rows.itemActivated.connect(self._chosen)
        column.addWidget(self._summary)
        column.addWidget(self.rows, 1)
        self._start = QListWidgetItem(say("The study as it was opened"))
        self._start.setData(POINT, 0)
        self.rows.addItem(self._start)

    def display(self) -> None:
        """Show the history as it is now: rows that still hold stay."""
        wanted = self.history.edits()
        same = 0
        while same < min(len(wanted), len(self._edits)) and wanted[same] is self._edits[same]:
            same += 1
        for _ in self._edits[same:]:
            self.rows.takeItem(0)
        for at, edit in enumerate(wanted[same:], same + 1):
            item = QListWidgetItem(self.context.session.shown(phrases.edit_text(edit, self.context.say)))
            item.setData(POINT, at)
            self.rows.insertItem(0, item)
        if len(wanted) != len(self._edits) or same != len(wanted) or self.history.index != self._point:
            self._edits, self._point = list(wanted), self.history.index
            self._mark()

    def flush(self) -> None:
        """Nothing is typed here."""

    def _mark(self) -> None:
        """The point where the study is now, what stands, and what was taken back."""
        say, colours, now = self.context.say, self.context.colours, self._point
        put(self._summary, self._told())
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for row in range(self.rows.count()):
            item = self.rows.item(row)
            point, text = item.data(POINT), item.text()
            item.setIcon(dot(colours.accent if point == now else colours.muted, hollow=point > now))
            item.setFont(bold if point == now else self.font())
            item.setForeground(QColor(colours.muted if point > now else colours.text))
            said = say("{what}. Now here.", what=text) if point == now else text
            said = say("{what}. Taken back.", what=text) if point > now else said
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        current = self.rows.item(self.rows.count() - 1 - now)
        self.rows.setCurrentItem(current)
        self.rows.scrollToItem(current)

    def _told(self) -> str:
        say, back = self.context.say, len(self._edits) - self._point
        if not self._edits:
            return say("Nothing was done yet in this session.")
        done = say.many("{n} change. Click a line to go back to it.", "{n} changes. Click a line to go back to it.",
                        self._point)  # fmt: skip
        undone = say.many("{n} taken back: it can be done again until you change something else.",
                          "{n} taken back: they can be done again until you change something else.", back)  # fmt: skip
        return f"{done} {undone}" if back else done

    def _chosen(self, item: QListWidgetItem) -> None:
        """Go there; where an edit is refused it stops, and that was told."""
        point, before = int(item.data(POINT)), self.history.index
        if point == before or point > len(self.history.edits()):
            return
        self.history.go_to(point)
        now = self.history.index
        if now == before:
            return
        last = self.history.edits()[now if now < before else now - 1]
        self.display()
        self._announce()
        self.moved.emit(last)

    def _announce(self) -> None:
        from app.panels.message_bar import announce

        announce(self, str(self.rows.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)))
