"""The card under the differences: how something was and how it is, with the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.plain import PlainLabel, named, put
from journeys.phrases.difference import then_and_now

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.context import Context
    from app.snapshots.reading import Compared
    from journeys.analysis.difference import Change

LEAST, MOST = 62, 190
"""Pixels of height for how it was."""


class _Scrolled(QScrollArea):
    """Content with a little height that scrolls, and more where there is room."""

    roomy = False

    def sizeHint(self) -> QSize:
        held: QWidget | None = self.widget()
        content = held.sizeHint().height() + 4 if held is not None else LEAST
        return QSize(200, max(LEAST, min(content, MOST if self.roomy else LEAST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, LEAST)


class Detail(QFrame):
    """Of one difference everything that tells; of several only how many."""

    place_wanted = Signal()  #: show it on the map
    back_wanted = Signal()  #: make it as it was

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.context = context
        say = context.say
        self.setAccessibleName(say("How it was and how it is"))
        self._title = PlainLabel("", wrap=True, name="strong")
        self._page = named(QWidget(), "page")
        self._grid: QGridLayout | None = None
        self._area = _Scrolled()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.place = QPushButton(say("Show on the map"))
        self.place.clicked.connect(self.place_wanted)
        self.back = QPushButton(say("Bring back"))
        self.back.clicked.connect(self.back_wanted)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._title, 1)
        row.addWidget(self.place)
        row.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self._area, 1)

    def set_roomy(self, *, roomy: bool) -> None:
        """Whether there is height for all of it."""
        self._area.roomy = roomy
        self._area.updateGeometry()

    @property
    def title(self) -> str:
        """What it is about."""
        return self._title.text()

    def words(self) -> list[str]:
        """All that the card says, cell by cell."""
        return [label.text() for label in self._page.findChildren(PlainLabel)]

    def display(
        self, changes: Sequence[Change], found: Compared, names: tuple[str, str], shown: Callable[[str], str],
        text: str, *, able: bool, placed: bool,
    ) -> None:  # fmt: skip
        """`able`: it can be brought back; `placed`: it is on the map now."""
        say = self.context.say
        one = changes[0] if len(changes) == 1 else None
        put(self._title, text if one else say.many("{n} difference chosen", "{n} differences chosen", len(changes)))
        rows = then_and_now(one, found.before, found.after, say) if one is not None else []
        self._fill([(label, shown(was), shown(now)) for label, was, now in rows], names)
        self.place.setVisible(placed and one is not None)
        self.back.setVisible(able)
        gone = one is not None and (one.gone or one.code in ("gap.opened", "gap.closed"))
        put(self.back, say("Bring back") if gone or one is None else say("Make as it was"))
        self.setVisible(bool(changes))

    def _fill(self, rows: Sequence[tuple[str, str, str]], names: tuple[str, str]) -> None:
        """A column for each state that has something to tell."""
        page = named(QWidget(), "page")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(3)
        states = [at for at in (1, 2) if any(row[at] for row in rows)]
        for column, at in enumerate(states, 1):
            grid.setColumnStretch(column, 1)
            grid.addWidget(PlainLabel(names[at - 1], name="field"), 0, column)
        for line, row in enumerate(rows, 1):
            grid.addWidget(PlainLabel(row[0], name="muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            for column, at in enumerate(states, 1):
                text = PlainLabel(row[at] or "–", wrap=True)
                grid.addWidget(text, line, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(rows) + 1, 1)
        self._area.setWidget(page)
        self._page = page
        self._area.setVisible(bool(rows))
        self._area.updateGeometry()
        self._area.setMaximumHeight(page.sizeHint().height() + 4)
