"""The window of the portfolio: studies side by side, what they share, and the way to each of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout

from app import tasks
from app.dialogs.choose import file_dialog
from app.help.question import on_f1, question
from app.panels.message_bar import announce
from app.plain import PlainLabel, put
from app.portfolio.reading import read
from app.portfolio.tables import PartyTable, StudyTable
from journeys import messages
from journeys.identity import SUFFIX
from journeys.phrases.portfolio import side_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.portfolio.reading import Reading
    from app.window import StudyWindow
    from journeys.model.document import Document

OPEN: Final = ""
"""The key of the study that is open in the window, as it is now."""
UNBOUND: Final = 16_777_215
"""Qt's word for as high as there is room."""


class PortfolioDialog(QDialog):
    """Keeps which studies were read; the files are not changed."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._window = window
        self.say = say = window.dress.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(say("Studies side by side"))
        self.resize(min(1180, window.width() - 40), min(720, window.height() - 40))
        self.documents: dict[str, Document] = {}
        if window.view is not None:
            self.documents[OPEN] = window.view.session.document.snapshot()
        self._refused: dict[str, str] = {}
        self.summary = PlainLabel("", wrap=True, name="strong")
        self.trouble = PlainLabel("", wrap=True, name="muted")
        self.studies = StudyTable(say, window.dress.inks)
        self.parties = PartyTable(say)
        self._heading = PlainLabel(say("Parties that people meet in several life events"), name="heading")
        self._lay_out()
        self.studies.opened.connect(self.open_study)
        self.add([])

    def _lay_out(self) -> None:
        say = self.say
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.summary)
        column.addWidget(self.studies, 4)
        column.addWidget(self._heading)
        column.addWidget(self.parties, 1)
        column.addWidget(self.trouble)
        row = QHBoxLayout()
        self.add_button = QPushButton(say("Add studies…"))
        self.remove_button = QPushButton(say("Leave out"))
        self.copy_button = QPushButton(say("Copy as table"))
        close = QPushButton(say("Close"))
        for button, act in (
            (self.add_button, self._ask), (self.remove_button, self._leave_out), (self.copy_button, self._copy),
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        close.clicked.connect(self.close)
        row.addWidget(question("compare", self.windowTitle(), self.say, self._window.dress.colours))
        on_f1(self, "compare")
        row.addStretch(1)
        row.addWidget(close)
        column.addLayout(row)

    def add(self, paths: Sequence[Path]) -> None:
        """Read these studies as well, and show them all."""
        wanted = [path for path in paths if str(path) not in self.documents]
        known = dict(self.documents)
        tasks.start_shown(
            lambda work: read(wanted, known, work), self, self.say("Reading studies…"), self.say,
            lambda found: self._display(found, wanted), tasks.our_mistake,
        )  # fmt: skip

    def again(self) -> Callable[[StudyWindow], object]:
        """What shows the same studies in another language."""
        paths = [Path(key) for key in self.documents if key != OPEN]
        return lambda window: _show_again(window, paths)

    def open_study(self, key: str) -> None:
        """Open this study; the one of the window comes to the front."""
        if key == OPEN:
            self._window.activateWindow()
        else:
            self._window.files_wanted.emit([Path(key)])

    def _display(self, found: Reading, wanted: Sequence[Path]) -> None:
        for key in map(str, wanted):  # what was left out while these were read stays out
            self._refused.pop(key, None)
            if key in found.documents:
                self.documents[key] = found.documents[key]
        self._refused |= {key: messages.error_text(error, self.say) for key, error in found.refused.items()}
        if set(self.documents) != set(found.documents):  # something else was read or left out meanwhile
            self.add([])
            return
        self.studies.display(found.portfolio)
        self.studies.setMaximumHeight(self.studies.whole_height() if found.portfolio.parties else UNBOUND)
        self.parties.display(found.portfolio)
        sentences = side_sentences(found.portfolio, self.say)
        empty = self.say("No study yet. Add studies to see where the municipality is absent in all of them.")
        put(self.summary, " ".join(sentences) if found.portfolio.studies else empty)
        put(self.trouble, "\n".join(self._refused.values()))
        self.trouble.setVisible(bool(self._refused))
        for part in (self._heading, self.parties):
            part.setVisible(bool(found.portfolio.parties))
        self.remove_button.setEnabled(bool(found.portfolio.studies))
        self.copy_button.setEnabled(bool(found.portfolio.studies))
        announce(self, self.summary.text())

    def _ask(self) -> None:
        say = self.say
        dialog = file_dialog(self, say, say("Add studies"), say("Add"), [f"{say('Studies')} (*{SUFFIX})"])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def _leave_out(self) -> None:
        key = self.studies.current_key()
        if key is not None:
            self.documents.pop(key, None)
            self.add([])

    def _copy(self) -> None:
        """Both tables as text with tabs, for a spreadsheet or a mail."""
        tables = [self.studies.lines(), self.parties.lines()]
        text = "\n\n".join("\n".join("\t".join(_one_line(cell) for cell in row) for row in lines) for lines in tables)
        QGuiApplication.clipboard().setText(text)
        announce(self, self.say("Copied."))


def _show_again(window: StudyWindow, paths: Sequence[Path]) -> None:
    dialog = PortfolioDialog(window)
    dialog.show()
    dialog.add(paths)


def _one_line(text: str) -> str:
    return " ".join(text.split())
