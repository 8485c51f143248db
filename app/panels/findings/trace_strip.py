"""The strip under the map with everything that a number was counted from; from each row to its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app import going, parts
from app.focus import holds_focus
from app.panels.findings.counted import Row, count_text, row
from app.panels.message_bar import announce
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, item_tip, named, put

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from app.study_view import StudyView

MOST: Final = 1000
"""So many rows are listed; on the map all of them are selected."""
ON_MAP: Final = ("step", "phase", "note", "link")
ROWS: Final = 5
"""So many rows are in sight; the others scroll."""


class TraceStrip(QFrame):
    """Opens on a number, lists what it counts, and gives the keyboard back when it closes."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._view = view
        self._ids: tuple[str, ...] = ()
        self._shown: tuple[Row, ...] = ()
        self._from: QWidget | None = None
        say = view.context.say
        self.setAccessibleName(say("What was counted"))
        self._title = PlainLabel("", name="strong", wrap=True)
        self.counted = PlainLabel("", name="muted")
        self.all = named(QPushButton(say("Select all on the map")), "link")
        self.all.clicked.connect(self._outline)
        self.list = self._rows()
        self.setFocusProxy(self.list)
        self._lay_out()
        view.history.changed.connect(self._changed)

    def _rows(self) -> QTreeWidget:
        say, made = self._view.context.say, named(QTreeWidget(), "counted")
        made.setAccessibleName(say("What was counted"))
        made.setColumnCount(4)
        made.setHeaderHidden(True)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.setAllColumnsShowFocus(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = made.header()
        header.setStretchLastSection(False)
        for column, mode in enumerate(("ResizeToContents", "Stretch", "ResizeToContents", "ResizeToContents")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode[mode])
        made.itemClicked.connect(self._go)
        made.itemActivated.connect(self._go)
        return made

    def _lay_out(self) -> None:
        say = self._view.context.say
        close = sign_button("close", say("Close"), self._view.context.colours.text)
        close.clicked.connect(lambda _=False: self.leave())
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._title, 1)
        for part in (self.counted, self.all, close):
            top.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 8)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.list)

    # Opening and closing

    def begin(self, title: str, ids: tuple[str, ...]) -> None:
        """List these under this title, and select on the map what stands there."""
        if self.isHidden() or not holds_focus(self):
            self._from = focused()
        self._ids = tuple(dict.fromkeys(ids))
        put(self._title, title)
        self._shown = ()
        self.show()
        parts.strips_follow(self._view, self._view.views.code)
        self._display()
        self.list.setFocus()
        self._stand_on(0)
        self._outline()
        announce(self.list, f"{self.counted.text()}. {title}")

    def leave(self) -> None:
        """Close; the keyboard goes back to the number that was clicked, if that is still there."""
        came = self._from
        self.hide()
        parts.strips_follow(self._view, self._view.views.code)
        back = came is not None and isValid(came) and came.isVisible()
        (came if came is not None and back else self._view.views.widget_shown).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # Showing

    def _changed(self) -> None:
        """The study changed: what is gone is no longer listed."""
        if self.isHidden():
            return
        self._display()
        if not self._shown:
            self.leave()

    def _display(self) -> None:
        context, document = self._view.context, self._view.session.document
        there = [id_ for id_ in self._ids if any(id_ in table for table in document.tables.values())]
        rows = tuple(one for id_ in there[:MOST] if (one := row(context, id_)) is not None)
        put(self.counted, self._said(rows, len(there)))
        self.counted.setVisible(str(len(there)) not in self._title.text().split())  # else it is said twice
        self.all.setVisible(any(one.kind in ON_MAP for one in rows))
        if rows == self._shown:
            return
        self._shown = rows
        current = self.list.currentIndex().row()
        self.list.clear()
        self.list.addTopLevelItems([_item(one) for one in rows])
        if len(there) > len(rows):
            more = QTreeWidgetItem(["", context.say("{n} more", n=len(there) - len(rows)), "", ""])
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addTopLevelItem(more)
        self._stand_on(min(max(0, current), len(rows) - 1))
        self._fit()

    def _stand_on(self, index: int) -> None:
        item = self.list.topLevelItem(index)
        if item is not None:
            self.list.setCurrentItem(item)

    def _said(self, rows: tuple[Row, ...], total: int) -> str:
        """ "3 steps", or "2 steps, 1 phase" where kinds differ."""
        say = self._view.context.say
        units = Counter(one.unit for one in rows)
        if len(units) == 1:
            return count_text(rows[0].unit, total, say)
        return ", ".join(count_text(unit, n, say) for unit, n in units.items())

    def _fit(self) -> None:
        rows = min(max(1, self.list.topLevelItemCount()), ROWS)
        row_height = max(25, self.list.sizeHintForRow(0))
        self.list.setFixedHeight(rows * row_height + 6)

    # Going there

    def _outline(self) -> None:
        """All that stand in the shown journey are selected; if none does, the journey of the first is shown."""
        view, document = self._view, self._view.session.document
        if not any(one.kind in ON_MAP for one in self._shown):
            return
        journeys = [going.journey_of(document, one.kind, one.id) for one in self._shown]
        held = [journey for journey in journeys if journey is not None]
        if held and view.context.journey not in held:
            view.show_journey(held[0])
        view.outline(self._ids)

    def _go(self, item: QTreeWidgetItem) -> None:
        index = self.list.indexOfTopLevelItem(item)
        if 0 <= index < len(self._shown):
            going.to_place_or_panel(self._view, self._shown[index].kind, self._shown[index].id)
            self.list.setFocus()


def focused() -> QWidget | None:
    """What has the keyboard."""
    found: QWidget | None = QApplication.focusWidget()
    return found


def _item(one: Row) -> QTreeWidgetItem:
    made = QTreeWidgetItem([one.what, one.title, one.whose, one.phase])
    made.setData(0, Qt.ItemDataRole.AccessibleTextRole, one.said())
    item_tip(made, one.title)
    return made
