"""The files to go on with: each with its journey in a few strokes, where it lies and when it was changed."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from app import focus, links, recent, settings
from app.actions import choice
from app.icons import icon
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, named, put, tip
from app.welcome.elided import Elided
from app.welcome.gist_picture import GistPicture
from app.welcome.laid_button import LaidButton
from journeys.text import on_one_line

if TYPE_CHECKING:
    from pathlib import Path

    from app.dress import Dress
    from app.recent import Seen
    from journeys.analysis.gist import Gist
    from journeys.i18n import Words

PICTURE: Final = QSize(76, 42)


class FileRow(LaidButton):
    """One file; its small buttons are for the mouse, the keyboard has the menu key and Delete."""

    forgotten = Signal()  #: it was taken out of the list
    pinned = Signal()  #: it was pinned, or no longer

    def __init__(self, dress: Dress, path: Path) -> None:
        super().__init__("file")
        self.path = path
        self._say, self._colours = dress.say, dress.colours
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 7, 4, 7)
        row.setSpacing(12)
        picture = GistPicture(dress.inks, _gist(path))
        picture.setFixedSize(PICTURE * dress.percent / 100)
        row.addWidget(picture)
        words = QVBoxLayout()
        words.setSpacing(0)
        self._name, self._folder = on_one_line(path.stem), recent.folder_text(path.parent)
        self._line = Elided(self._folder, "muted")
        words.addWidget(Elided(self._name, "strong"))
        words.addWidget(self._line)
        row.addLayout(words, 1)
        self.is_pinned = path in settings.pinned_files()
        self.pin = self._sign("pin", self._pin_text(), self._toggle_pin)
        if self.is_pinned:
            self.pin.setIcon(icon("pin", self._colours.accent))
        self.remove = self._sign("close", self._say("Take out of the list"), self._forget)
        signs = QHBoxLayout()
        signs.setSpacing(0)
        signs.addWidget(self.pin)
        signs.addWidget(self.remove)
        row.addLayout(signs)
        tip(self, on_one_line(str(path)))
        self._describe(self._folder)
        self._show_signs(False)

    def display(self, seen: Seen) -> None:
        """Whether it is still there, and when it was changed."""
        if seen.state == "there" and seen.changed is not None:
            line, name = f"{_when(seen.changed, self._say)} · {self._folder}", "muted"
        elif seen.state == "gone":
            line, name = f"{self._say('No longer there')} · {self._folder}", "warn"
        else:
            line, name = f"{self._say('Cannot be reached now')} · {self._folder}", "warn"
        self._line.display(line, name)
        self._describe(line)

    def _describe(self, line: str) -> None:
        pinned = f"{self._say('Pinned')}. " if self.is_pinned else ""
        self.setAccessibleName(f"{self._name}. {pinned}{line}")

    def _pin_text(self) -> str:
        return self._say("Do not keep at the top") if self.is_pinned else self._say("Keep at the top")

    def _sign(self, picture: str, name: str, act: object) -> QToolButton:
        made = sign_button(picture, name, self._colours.muted)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(act)
        return made

    def _toggle_pin(self) -> None:
        settings.pin_file(self.path, pinned=not self.is_pinned)
        self.pinned.emit()

    def _forget(self) -> None:
        settings.forget_file(self.path)
        self.forgotten.emit()

    def _show_signs(self, shown: bool) -> None:
        """Seen where the pointer or the keyboard is; a pin that holds is always seen. Their room stays."""
        for sign, always in ((self.pin, self.is_pinned), (self.remove, False)):
            policy = sign.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            sign.setSizePolicy(policy)
            sign.setVisible(shown or always)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self._show_signs(True)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self._show_signs(self.hasFocus() and event.type() == QEvent.Type.Leave)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._forget()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            window = self.window()
            if isinstance(window, QMainWindow):
                focus.move(window, forward=event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill_menu(menu)
        menu.popup(self.mapToGlobal(self.rect().center()) if by_key else event.globalPos())

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with this file."""
        choice(menu, self._say("Open"), self.click)
        choice(menu, self._pin_text(), self._toggle_pin)
        choice(menu, self._say("Show its folder"), partial(links.open_folder, self.path.parent))
        choice(menu, self._say("Take out of the list"), self._forget)


def _when(changed: dt.datetime, say: Words) -> str:
    from journeys.phrases.dates import when_text

    return when_text(changed, dt.datetime.now().astimezone(), say)


def _gist(path: Path) -> Gist | None:
    from journeys.analysis import gist

    return gist.read(settings.gist(path))


class Files(QWidget):
    """A file of the computer, or one of the last ones."""

    open_wanted = Signal()  #: choose a file
    file_wanted = Signal(object)  #: open this file (a Path)

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self.rows: list[FileRow] = []
        self._shown: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        say = dress.say
        heading = PlainLabel(say("Continue with").upper(), name="heading")
        heading.setMinimumHeight(24)
        column.addWidget(heading)
        self.waiting = named(QPushButton(), "card")
        self.waiting.setCursor(Qt.CursorShape.PointingHandCursor)
        self.waiting.hide()
        column.addWidget(self.waiting)
        self.open = named(QPushButton(icon("open", dress.colours.accent), say("Open a file…")), "card")
        self.open.setCursor(Qt.CursorShape.PointingHandCursor)
        self.open.clicked.connect(self.open_wanted)
        column.addWidget(self.open)
        column.addWidget(PlainLabel(say("Or drag a file to this window: a study, a table or a poster."), wrap=True,
                                    name="muted"))  # fmt: skip
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addSpacing(6)
        column.addLayout(self._list)
        column.addStretch(1)
        self.refresh()

    def show_waiting(self, count: int) -> None:
        """So many studies wait to be recovered; a button leads to them."""
        text = self._dress.say.many("{n} study waits to be recovered…", "{n} studies wait to be recovered…", count)
        put(self.waiting, text)
        self.waiting.setIcon(icon("restart", self._dress.colours.accent))
        self.waiting.setVisible(bool(count))

    def refresh(self) -> None:
        """The list as it is now; every file is looked up, and nobody waits for it."""
        focused = next((place for place, row in enumerate(self.rows) if row.hasFocus()), None)
        for part in self._shown:
            self._list.removeWidget(part)
        focus.discard(self._shown)
        self._shown, self.rows = [], []
        paths = settings.remembered_files()
        if paths:
            self._add(self._heading())
        for path in paths:
            row = FileRow(self._dress, path)
            row.clicked.connect(partial(self.file_wanted.emit, path))
            row.forgotten.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
            row.pinned.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
            self._add(row)
            self.rows.append(row)
            recent.look_in_worker(path, row, row.display)
        if not paths:
            from app.welcome import guide

            self._add(guide.steps(self._dress))
        if focused is not None and self.rows:
            self.rows[min(focused, len(self.rows) - 1)].setFocus()
        elif focused is not None:
            self.open.setFocus()

    def _add(self, part: QWidget) -> None:
        """At the end of the list; shown at once, as what is not shown cannot take the keyboard."""
        self._list.addWidget(part)
        self._shown.append(part)
        part.setVisible(True)

    def _heading(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(PlainLabel(self._dress.say("Recent files").upper(), name="heading"))
        row.addStretch(1)
        clear = named(QPushButton(self._dress.say("Clear the list")), "link")
        clear.setCursor(Qt.CursorShape.PointingHandCursor)
        clear.clicked.connect(self._clear)
        row.addWidget(clear)
        return line

    def _clear(self) -> None:
        settings.forget_unpinned()
        self.refresh()
        (self.rows[0] if self.rows else self.open).setFocus()
