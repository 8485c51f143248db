"""The lanes of the map in a list: shown or hidden, in which order, under which names, and lanes of one's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QWidget,
)  # fmt: skip

from app.panels.laid_over import LaidOver
from app.panels.lane_list import LaneList, title
from app.panels.ordered_list import ID
from app.plain import PlainLabel, named
from journeys.edits import lanes
from journeys.phrases.terms import LANES

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from app.context import Context
    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.entities import Lane

WIDE: Final = 330
NAME: Final = "lanes"


class LanesPanel(LaidOver):
    """Lies over the map under its button, until one does something else; every change is one edit."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        say = context.say
        super().__init__(context, parent, say("Lanes"), WIDE)
        self._filling = self._answering = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.display)
        self.rows = LaneList(say("Lanes, from top to bottom"))
        self.rows.itemChanged.connect(self._changed)
        self.rows.dropped.connect(self._dropped)
        self.rows.moved.connect(self.move_current)
        self.rows.deleted.connect(self.delete_current)
        self.rows.currentItemChanged.connect(lambda *_: self._update_buttons())
        column = self.column
        column.addWidget(PlainLabel(say("Tick what the map shows. Drag to change the order."), wrap=True, name="field"))
        column.addWidget(self.rows)
        column.addLayout(self._verbs())
        column.addLayout(self._whole())
        self.display()

    def _verbs(self) -> QHBoxLayout:
        say, row = self.context.say, QHBoxLayout()
        row.setSpacing(4)
        self.new = QPushButton(say("+ Text lane"))
        self.new.clicked.connect(self.add)
        self.up = self.tool("up", say("Move up (Alt+Up)"), partial(self.move_current, -1))
        self.down = self.tool("down", say("Move down (Alt+Down)"), partial(self.move_current, 1))
        self.edit = self.tool("edit", say("Rename (F2)"), self.rename_current)
        self.bin = self.tool("bin", say("Delete text lane (Delete)"), self.delete_current)
        row.addWidget(self.new)
        row.addStretch(1)
        for button in (self.up, self.down, self.edit, self.bin):
            row.addWidget(button)
        return row

    def _whole(self) -> QHBoxLayout:
        say, row = self.context.say, QHBoxLayout()
        self.all = named(QPushButton(say("Show all lanes")), "link")
        self.all.clicked.connect(lambda: self._do(lambda: lanes.show_all(self.context.document)))
        usual = named(QPushButton(say("Back to the usual lanes")), "link")
        usual.clicked.connect(lambda: self._do(lambda: lanes.reset(self.context.document)))
        row.addWidget(self.all)
        row.addStretch(1)
        row.addWidget(usual)
        return row

    # Showing

    def display(self) -> None:
        """List the lanes as they are; the current one stays current."""
        self._filling = True
        try:
            self.rows.display(lanes.in_order(self.context.document), self.context.say)
        finally:
            self._filling = False
        high = max(24, self.rows.sizeHintForRow(0)) * self.rows.count() + 12
        self.rows.setFixedHeight(max(90, min(high, 420)))
        self._update_buttons()
        self.take_room()

    def take_room(self) -> None:
        """At least as high as it asks for: a wrapped label makes the column ask too little."""
        self.new.setMinimumHeight(self.new.sizeHint().height())
        super().take_room()
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def _update_buttons(self) -> None:
        lane, row = self.context.document.lanes.get(self.rows.current() or ""), self.rows.currentRow()
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.rows.count() - 1)
        self.edit.setEnabled(lane is not None)
        self.bin.setEnabled(lane is not None and lane.kind == "text")
        self.all.setVisible(any(not each.shown for each in self.context.document.lanes.values()))

    @property
    def refreshing(self) -> bool:
        """Whether the list is about to be made anew."""
        return self._later.isActive()

    # Doing

    def _do(self, verb: Callable[[], Edit]) -> bool:
        done = self.context.do(verb)
        if not done:
            self._later.start()
        return done

    def add(self) -> None:
        """A text lane below the current one, its name ready to be typed."""
        document, made = self.context.document, list[str]()
        after = self.rows.current()

        def verb() -> Edit:
            edit = lanes.add(document, self.context.say("Text lane"), after=after)
            made.extend(edit.subjects)
            return edit

        if self._do(verb):
            self.rows.choose(made[0])
            self.rename_current()

    def rename_current(self) -> None:
        """The current lane's name, ready to be typed over."""
        item = self.rows.currentItem()
        if item is not None:
            self.rows.setFocus()
            self.rows.editItem(item)

    def move_current(self, by: int) -> None:
        """The current lane so many places down."""
        lane = self.rows.current()
        if lane is not None:
            self._do(lambda: lanes.move(self.context.document, lane, by))

    def delete_current(self) -> None:
        """Delete a lane of one's own with what is written in it; others are hidden."""
        lane = self.context.document.lanes.get(self.rows.current() or "")
        if lane is not None and lane.kind == "text":
            self._do(lambda: lanes.delete(self.context.document, lane.id))
        elif lane is not None and lane.shown:
            self._do(lambda: lanes.show(self.context.document, lane.id, shown=False))

    def _changed(self, item: QListWidgetItem) -> None:
        """A box was ticked, or a name was typed."""
        lane = self.context.document.lanes.get(item.data(ID))
        if self._filling or lane is None:
            return
        self._answering = True
        try:
            self._take_over(lane, item.text().strip(), shown=item.checkState() == Qt.CheckState.Checked)
        finally:
            self._answering = False

    def _take_over(self, lane: Lane, typed: str, *, shown: bool) -> None:
        if shown != lane.shown:
            self._do(lambda: lanes.show(self.context.document, lane.id, shown=shown))
        elif typed != title(lane, self.context.say):
            usual = self.context.say(LANES[lane.kind])
            self._do(lambda: lanes.rename(self.context.document, lane.id, "" if typed == usual else typed))
        else:
            self._later.start()

    def _dropped(self) -> None:
        self._answering = True
        try:
            self._do(lambda: lanes.reorder(self.context.document, self.rows.ids(), self.rows.current()))
        finally:
            self._answering = False

    def edited(self, edit: Edit) -> None:
        """The list may not be made anew while it is busy with a change of its own."""
        if any(kind == "lane" for kind, _ in edit.changes):
            if self._answering:
                self._later.start()
            else:
                self.display()

    def let_go(self) -> None:
        """What was to be listed anew is not shown any more."""
        self._later.stop()


def show(view: StudyView, *, rename: str | None = None) -> None:
    """Open the list of lanes, or close it; with `rename`, with that lane's name ready to be typed."""
    if view.views.code != "map":
        view.show_view("map")  # what is changed must be seen
    known = next((each for each in view.findChildren(LanesPanel) if not each.isHidden()), None)
    if known is not None and rename is None:
        known.close_panel()
        return
    panel = known or LanesPanel(view.context, view)
    if known is None:
        panel.left.connect(view.views.widget_shown.setFocus)
        panel.open_at(_under_button(view), panel.rows)
    if rename is not None:
        panel.rows.choose(rename)
        panel.rename_current()


def _under_button(view: StudyView) -> QPoint:
    """Below the toolbar's button; without one in the map's corner."""
    for button in view.window().findChildren(QToolButton):
        action = cast("QAction | None", button.defaultAction())
        if action is not None and button.isVisible() and action.objectName() == NAME:
            return view.mapFromGlobal(button.mapToGlobal(QPoint(0, button.height() + 6)))
    return view.map.mapTo(view, QPoint(12, 12))
