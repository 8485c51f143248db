"""How the view of snapshots is laid out: the list at the left, the two states and what differs at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.panels.empty_state import EmptyState
from app.panels.fields import ChoiceField
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, tip
from app.snapshots.changes import ChangeList
from app.snapshots.detail import Detail
from app.snapshots.filter import Filter
from app.snapshots.picture import ThenNow
from app.snapshots.reading import Reading
from app.snapshots.rows import SnapshotList

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.context import Context

LIST: Final = 236
BESIDE_FROM: Final = 640
ROOMY_FROM: Final = 640
"""Pixels of height from which the picture is drawn large."""


class SnapshotsPage(QWidget):
    """All that one sees and presses; what is in it and what it does is the view's."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        say = context.say
        self.reading = Reading(self)
        self.list = SnapshotList(context, self.reading)
        self.picture = ThenNow(context)
        self.filter = Filter(say)
        self.changes = ChangeList(context)
        self.detail = Detail(context)
        self.empty = EmptyState()
        self.title = PlainLabel("", wrap=True, name="title")
        self.summary = PlainLabel("", wrap=True)
        self.other = ChoiceField(say("Compare with"))
        self.other.setMinimumContentsLength(14)
        self.back = named(QPushButton(say("Put back")), "primary")
        tip(self.back, say("Make the whole study as it was then. One undo takes that back."))
        self.copy = QPushButton(say("Open as a copy"))
        self.rename = QPushButton(say("Rename"))
        self.delete = QPushButton(say("Delete"))
        self.keep = QPushButton(say("Keep a snapshot"))
        self._lay_out()

    def _lay_out(self) -> None:
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self._left())
        self._split.addWidget(self._right())
        self._split.setHandleWidth(1)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._split)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self.list)

    def _left(self) -> QWidget:
        side = named(QWidget(), "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(10, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.context.say("Snapshots"), name="heading"))
        column.addWidget(self.list, 1)
        column.addWidget(self.keep)
        side.setMinimumWidth(150)
        return side

    def _right(self) -> QWidget:
        side = named(QWidget(), "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(14, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(self._head())
        column.addWidget(Wrapped(self.back, self.copy, self.rename, self.delete, gap=6))
        column.addWidget(self.summary)
        self._picture_area = _scrolled(self.picture)
        self._picture_area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._picture_area)
        column.addWidget(self.filter)
        column.addWidget(self.changes, 1)
        column.addWidget(self.detail)
        self.detail.hide()
        page = _scrolled(side)  # for windows in which not all of it fits
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return page

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(PlainLabel(self.context.say("Compare with"), name="muted"))
        row.addWidget(self.other)
        return row

    def show_some(self, *, some: bool) -> None:
        """The snapshots, or that there are none yet; the keyboard where one goes on."""
        self._stack.setCurrentIndex(0 if some else 1)
        self.setFocusProxy(self.list if some else self.empty.verb)

    def fit_picture(self) -> None:
        """As high as it needs, and large where there is room."""
        for part in (self.picture, self.detail):
            part.set_roomy(roomy=self.height() >= ROOMY_FROM)
        high = self.picture.minimumSizeHint().height()
        wide = self.picture.minimumWidth() > self._picture_area.viewport().width()
        bar = self._picture_area.horizontalScrollBar().sizeHint().height() if wide else 0
        self._picture_area.setFixedHeight(high + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, the list lies above."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or not event.oldSize().isValid():
            self._split.setOrientation(wanted)
            length = self.width() if beside else self.height()
            part = LIST if beside else round(length * 0.3)
            self._split.setSizes([part, length - part])
        self.fit_picture()


def _scrolled(content: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return made
