"""One earlier version: when and how much, then and now per phase, every difference in a sentence, and the ways back."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app import recent
from app.context import Context
from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put, tip
from app.snapshots.changes import ChangeList
from app.snapshots.lines import lines
from app.snapshots.picture import ThenNow
from app.versions.held import glimpse_of
from app.versions.opening import lost_text
from app.versions.reading import Seen
from app.versions.rows import counts_text, kind_text
from journeys.analysis.difference import counted
from journeys.model.document import Document
from journeys.phrases.dates import when_text
from journeys.phrases.difference import difference_summary
from journeys.session import Session

if TYPE_CHECKING:
    from app.dress import Dress
    from app.versions.held import Held
    from app.versions.reading import Read


class VersionPage(QWidget):
    """Shows what was read; what its buttons do is the dialog's."""

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        say = self._say = dress.say
        context = Context(Session(Document.of([]), lambda _: None), lambda *_: False, say, dress.colours, dress.inks)
        self.title = PlainLabel("", wrap=True, name="title")
        self.told = PlainLabel("", wrap=True, name="muted")
        self.lost = PlainLabel("", wrap=True, name="warn")
        self.summary = PlainLabel("", wrap=True)
        self.picture = ThenNow(context)
        self.changes = ChangeList(context)
        self.back = named(QPushButton(say("Put back")), "primary")
        tip(self.back, say("Make the whole study as it was then. One undo takes that back."))
        self.copy = QPushButton(say("Open as a copy"))
        self.recover = named(QPushButton(say("Recover")), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        for label in (self.title, self.told, self.lost):
            column.addWidget(label)
        for button in (self.recover, self.back, self.copy):
            button.setAutoDefault(False)
        column.addWidget(Wrapped(self.recover, self.back, self.copy, gap=8))
        column.addSpacing(4)
        column.addWidget(self.summary)
        self._area = _scrolled(self.picture)
        column.addWidget(self._area)
        column.addWidget(self.changes, 1)
        self._stretch = QWidget()
        column.addWidget(self._stretch, 1)
        self.clear()

    def clear(self) -> None:
        """Nothing is chosen."""
        for label in (self.title, self.told, self.lost, self.summary):
            put(label, "")
        for button in (self.back, self.copy, self.recover):
            button.hide()
        for button in (self.back, self.copy):
            button.setEnabled(False)
        self._show_compared(False)

    def _show_compared(self, shown: bool) -> None:
        for part in (self._area, self.changes):
            part.setVisible(shown)
        self._stretch.setVisible(not shown)
        self.lost.setVisible(bool(self.lost.text()))

    def begin(self, held: Held, *, own: bool) -> None:
        """Another one is chosen; it is being read. `own`: it is of the study that is open."""
        say = self._say
        self.clear()
        when = when_text(held.at, dt.datetime.now().astimezone(), say)
        version = held.kind == "version"
        put(self.title, say("Version of {time}", time=when) if version else held.title)
        put(self.told, "…" if version else f"{kind_text(held, say)} · {when}")
        self.back.setVisible(own and held.kind in ("version", "discarded"))
        self.copy.setVisible(held.kind != "waiting")
        self.recover.setVisible(held.kind == "waiting")

    def display(self, read: Read) -> None:
        """What is in it, and what differs from now."""
        say, held, found = self._say, read.held, read.compared
        glimpse = glimpse_of(read.opened)
        counts = counts_text(held, Seen(glimpse), say)
        kind = "" if held.kind == "version" else f"{kind_text(held, say)} · "
        where = ""
        if held.path is not None and held.kind != "version":
            where = say("{name} in {folder}", name=held.path.name, folder=recent.folder_text(held.path.parent))
        put(self.told, "\n".join(filter(None, (f"{kind}{counts}", where))))
        put(self.lost, f"⚠ {lost_text(glimpse, say)}" if not glimpse.whole else "")
        self.copy.setEnabled(True)
        self.back.setEnabled(glimpse.whole and found is not None and bool(found.changes))
        if found is None:
            put(self.summary, "")
            self._show_compared(False)
            return
        text = difference_summary(counted(found.changes), say)
        put(self.summary, text)
        now = say("The file") if self.back.isHidden() else say("Now")
        names = (say("Back then"), say("Now")) if held.kind == "version" else (say("This copy"), now)
        self.picture.display(found, names, str)
        self.changes.display(list(lines(found, found.changes, say, str)))
        self._show_compared(True)
        self._area.setFixedHeight(self.picture.minimumSizeHint().height() + self._bar())
        announce(self, f"{self.title.text()}: {text}")

    def refuse(self, text: str) -> None:
        """It cannot be read."""
        put(self.told, "")
        put(self.lost, text)
        self._show_compared(False)
        self.lost.show()

    def _bar(self) -> int:
        wide = self.picture.minimumWidth() > self._area.viewport().width()
        return self._area.horizontalScrollBar().sizeHint().height() if wide else 0


def _scrolled(content: QWidget) -> QScrollArea:
    made = QScrollArea()
    made.setWidget(content)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made
