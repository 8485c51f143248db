"""What one sees of a damaged file: what is wrong in plain words, and what can be gone on with, at one click."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.help.question import on_f1
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from app.versions import held as helds
from app.versions.missing import missing_in_worker
from app.versions.opening import lost_text
from app.versions.reading import Reading
from app.versions.rows import HeldList
from journeys.i18n import N_
from journeys.phrases.terms import count_of

if TYPE_CHECKING:
    from pathlib import Path

    from app.program import Program
    from app.versions.held import Held
    from app.window import StudyWindow
    from journeys.errors import LevensreisError

REASONS: Final = {
    "header": N_("The beginning of the file, which says what it is, is broken."),
    "pages": N_("Part of the file cannot be read: it was cut off, or written over."),
    "schema": N_("Parts of the file are missing that every study has."),
    "rows": N_("Some of what is in it has changed since Levensreis wrote it, and cannot be trusted."),
    "digest": N_("Something was taken out of it or added to it since Levensreis wrote it."),
    "values": N_("Some of what is in it makes no sense."),
    "rules": N_("What is in it does not fit together."),
}  # fmt: skip
"""What the checks found, for people."""


def show(program: Program, window: StudyWindow, path: Path, error: LevensreisError) -> DamagedDialog:
    """Open the window; whoever closes it without a choice gets it back from the message."""
    say = window.dress.say
    if window.bar is not None:
        again = partial(show, program, window, path, error)
        window.bar.tell(window.bar.text, [(say("What can I do?"), again)], grave=True, until=window.over)
    made = DamagedDialog(program, window, path, str(error.values.get("reason", "")))
    made.open()
    return made


class DamagedDialog(QDialog):
    """The last good version is chosen already; nothing here writes to the damaged file."""

    def __init__(self, program: Program, window: StudyWindow, path: Path, reason: str) -> None:
        super().__init__(window)
        self._program, self._window, self._path = program, window, path
        self._say, size = window.dress.say, window.dress.percent / 100
        self.setObjectName("damaged")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say("The file is damaged"))
        room = window.screen().availableSize()
        self.resize(min(round(660 * size), room.width() - 40), min(round(620 * size), room.height() - 60))
        self.reading = Reading(self)
        self.list = HeldList(window.dress, self.reading)
        self.missing = QPlainTextEdit()
        self.missing.setReadOnly(True)
        self.missing.setTabChangesFocus(True)
        self.missing.setAccessibleName(self._say("What is lost"))
        self.missing.setFixedHeight(round(96 * size))
        self.missing.hide()
        self.about = PlainLabel("", wrap=True, name="muted")
        self._chosen = False
        self._asked = False
        self._lay_out(reason)
        on_f1(self, "saving")
        self.list.chosen.connect(self._follow)
        self.list.wanted.connect(self._open)
        self.list.itemSelectionChanged.connect(self._touched)
        self.list.display(helds.of_damaged(path))
        self._choose_best()
        self.open_button.setFocus()

    def _lay_out(self, reason: str) -> None:
        say = self._say
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say("“{name}” is damaged", name=self._path.name), name="title", wrap=True))
        why = say(REASONS[reason]) if reason in REASONS else ""
        calm = say("The file stays as it is. What you open here gets a file of its own when you save it.")
        column.addWidget(PlainLabel(f"{why} {calm}".strip(), wrap=True))
        self.heading = PlainLabel(say("Go on with").upper(), name="heading")
        column.addSpacing(4)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
        column.addWidget(self.missing)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        say, line = self._say, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        self.open_button = named(QPushButton(say("Open this version")), "primary")
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self._open)
        close = QPushButton(say("Cancel"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        row.addStretch(1)
        row.addWidget(self.open_button)
        row.addWidget(close)
        return line

    def _touched(self) -> None:
        """Somebody chose: from now on nothing is chosen for them."""
        self._chosen = True

    def _choose_best(self) -> None:
        """The newest that is whole, as far as is known by now; of nothing at all, what can be read of the file."""
        if self._chosen:
            return
        blocked = self.list.blockSignals(True)
        self.list.setCurrentRow(next((row for row, one in enumerate(self.list.held) if self._fit(one)), 0))
        self.list.blockSignals(blocked)

    def _fit(self, held: Held) -> bool:
        seen = self.reading.glimpse(held)
        return held.kind == "version" and (seen is None or seen.glimpse.whole)

    def _follow(self) -> None:
        """Say about the chosen one what is known of it by now."""
        self._choose_best()
        held = self.list.current()
        seen = self.reading.glimpse(held) if held is not None else None
        if held is None:
            return
        rest = held.kind == "rest"
        put(self.open_button, self._say("Open what can be read") if rest else self._say("Open this version"))
        readable = seen is None or seen.glimpse.readable
        self.open_button.setEnabled(readable)
        put(self.about, self._about(held))
        if rest and seen is not None and readable:
            self._list_missing()
        self.missing.setVisible(rest and bool(self.missing.toPlainText()))

    def _about(self, held: Held) -> str:
        say, seen = self._say, self.reading.glimpse(held)
        if held.kind == "rest":
            if seen is None:
                return say("Looking what can be read…")
            if not seen.glimpse.readable:
                return say("Nothing of this file can be read.")
            kept = count_of("step", seen.glimpse.steps, say)
            return f"{say('{counts} can be read.', counts=kept)} {lost_text(seen.glimpse, say)}"
        if all(one.kind == "rest" for one in self.list.held):
            return say("This computer has no earlier version of this file.")
        return say("As it was then. What was changed later is not in it.")

    def _list_missing(self) -> None:
        """Once: by name what the last good version had and the rest has not, or else what the file itself tells."""
        if self._asked:
            return
        good = next((one for one in self.list.held if self._fit(one)), None)
        self._asked = True
        missing_in_worker(self, good, self.list.held[-1], self._say, self._show_missing)

    def _show_missing(self, text: str) -> None:
        self.missing.setPlainText(text)
        self._follow()

    def _open(self) -> None:
        held = self.list.current()
        if held is None or not self.open_button.isEnabled():
            announce(self, self.about.text())
            return
        self.accept()
        if self._window.bar is not None:
            self._window.bar.hide()
        self._program.open_held(self._window, held)
