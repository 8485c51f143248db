"""About the program: what it is, and whose work it is made of, with every licence in full."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from app.dialogs import front
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from app.welcome.mark import Mark
from journeys import licences, portable, text

if TYPE_CHECKING:
    from app.window import StudyWindow
    from journeys.licences import Part

LIST: Final = 250
"""Pixels of the list of parts at normal text size."""


def show(window: StudyWindow) -> About:
    """Open it, or bring it to the front."""
    return front.shown(window, About)


class About(QDialog):
    """The parts at the left, the licence of the chosen one at the right."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._dress = window.dress
        say, size = window.dress.say, window.dress.percent / 100
        self.setObjectName("about")
        self.setProperty("command", "about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(say("About Levensreis"))
        room = window.screen().availableSize()
        self.resize(min(round(900 * size), room.width() - 40), min(round(660 * size), room.height() - 60))
        self.parts = licences.parts()
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 14)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(self._left(round(LIST * size)))
        row.addLayout(self._right(), 1)
        column.addLayout(row, 1)
        column.addLayout(self._foot())
        self._narrow("")
        self.search.setFocus()

    def _head(self) -> QHBoxLayout:
        say = self._dress.say
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(Mark(self._dress), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(PlainLabel("Levensreis", name="display"))
        words.addWidget(PlainLabel(say("Version {number}", number=licences.version() or "?"), name="muted"))
        if portable.folder() is not None:
            told = say("Portable: settings and data lie beside the program, in {folder}.", folder=portable.folder())
            words.addWidget(PlainLabel(told, name="muted", wrap=True))
        words.addSpacing(4)
        for line in (
            say("For service designers who draw life journeys with residents."),
            say("Free software under the EUPL 1.2. The program makes no connection to the internet; your studies stay "
                "on your computer."),
        ):  # fmt: skip
            words.addWidget(PlainLabel(line, wrap=True))
        row.addLayout(words, 1)
        return row

    def _left(self, wide: int) -> QVBoxLayout:
        say, column = self._dress.say, QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(PlainLabel(say("Made of").upper(), name="heading"))
        self.search = QLineEdit()
        self.search.setMaxLength(text.TITLE_MAX)
        self.search.setPlaceholderText(say("Search in names and licences"))
        self.search.setAccessibleName(say("Search in names and licences"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(wide)
        self.search.textChanged.connect(self._narrow)
        self.list = named(QListWidget(), "boxed")
        self.list.setAccessibleName(say("Parts of the program"))
        self.list.setProperty("foreign", True)
        self.list.setFixedWidth(wide)
        self.list.currentRowChanged.connect(self._display)
        self._nothing = PlainLabel(say("Nothing has these words."), name="muted", wrap=True)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        return column

    def _right(self) -> QVBoxLayout:
        say, column = self._dress.say, QVBoxLayout()
        column.setSpacing(6)
        self.title = PlainLabel("", name="title", wrap=True)
        self.title.setProperty("foreign", True)
        self.note = PlainLabel("", name="muted", wrap=True)
        self.home = PlainLabel("", name="muted", wrap=True)
        self.home.setProperty("foreign", True)
        self.home.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.body = QPlainTextEdit()
        self.body.setReadOnly(True)
        self.body.setTabChangesFocus(True)
        self.body.setProperty("foreign", True)
        self.body.setAccessibleName(say("Text of the licence"))
        self.body.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for widget in (self.title, self.home, self.note):
            column.addWidget(widget)
        column.addWidget(self.body, 1)
        return column

    def _foot(self) -> QHBoxLayout:
        say, row = self._dress.say, QHBoxLayout()
        self.copy = QPushButton(say("Copy this licence"))
        self.copy.clicked.connect(self._copy)
        close = QPushButton(say("Close"))
        close.clicked.connect(self.close)
        for button in (self.copy, close):
            button.setAutoDefault(False)
        row.addWidget(self.copy)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _narrow(self, words: str) -> None:
        """The parts with these words in their name or the name of their licence, then those with them in its text."""
        wanted = text.folded(words).split()
        found = [part for part in self.parts if _fits(part, wanted)]
        self._shown = sorted(found, key=lambda part: bool(_missing(part, wanted)))
        self.list.blockSignals(True)
        self.list.clear()
        for part in self._shown:
            self.list.addItem(QListWidgetItem(f"{part.name} {part.version}"))
        self.list.setCurrentRow(0 if self._shown else -1)
        self.list.blockSignals(False)
        self._nothing.setVisible(not self._shown)
        self._display(self.list.currentRow())

    def _display(self, row: int) -> None:
        part = self._shown[row] if 0 <= row < len(self._shown) else None
        for widget in (self.title, self.home, self.note, self.body):
            widget.setVisible(part is not None)
        self.copy.setEnabled(part is not None and bool(part.texts))
        if part is None:
            return
        put(self.title, f"{part.name} {part.version} — {part.licence}")
        put(self.home, part.home)
        self.home.setVisible(bool(part.home))
        put(self.note, self._note(part))
        self.note.setVisible(bool(self.note.text()))
        self.body.setPlainText(whole_text(part))
        self._find(self.search.text())

    def _note(self, part: Part) -> str:
        say = self._dress.say
        if not part.texts:
            return say("This part brings no text of its licence along.")
        if not part.lesser:
            return ""
        return say(
            "Used unchanged, as a library of its own, under the GNU Lesser General Public License, version 3. You may "
            "replace it by a version of your own. Its source is at {place}; parts of others inside Qt are listed at "
            "{others}.",
            place="https://download.qt.io", others="https://doc.qt.io/qt-6/licenses-used-in-qt.html",
        )  # fmt: skip

    def _find(self, words: str) -> None:
        """Where the words stand in the text, if they do."""
        self.body.moveCursor(QTextCursor.MoveOperation.Start)
        if words.strip():
            self.body.find(words.strip())

    def _copy(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            part = self._shown[row]
            QGuiApplication.clipboard().setText(f"{part.name} {part.version} — {part.licence}\n\n{whole_text(part)}")
            announce(self, self._dress.say("Copied."))


def whole_text(part: Part) -> str:
    """All its licences below each other; several are named."""
    if len(part.texts) == 1:
        return part.texts[0].body
    return "\n\n".join(f"{one.title}\n{'─' * len(one.title)}\n\n{one.body}" for one in part.texts)


def _fits(part: Part, words: list[str]) -> bool:
    missing = _missing(part, words)
    return not missing or (bool(part.texts) and all(word in _folded(part) for word in missing))


def _missing(part: Part, words: list[str]) -> list[str]:
    held = text.folded(f"{part.name} {part.licence}")
    return [word for word in words if word not in held]


@lru_cache(maxsize=100)
def _folded(part: Part) -> str:
    return text.folded(whole_text(part))
