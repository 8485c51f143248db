"""The window of a report: what happened in one's own words, what the program adds, and ways to take it along."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.dialogs.choose import file_dialog
from app.help.question import on_f1
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from app.report import facts
from journeys.errors import LevensreisError
from journeys.messages import error_text

if TYPE_CHECKING:
    from app.window import StudyWindow


class ReportDialog(QDialog):
    """Everything in it may be changed: what goes out is what one reads here."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._dress = window.dress
        say, size = window.dress.say, window.dress.percent / 100
        self.setObjectName("report")
        self.setProperty("command", "problem")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(say("Report a problem"))
        room = window.screen().availableSize()
        self.resize(min(round(760 * size), room.width() - 40), min(round(680 * size), room.height() - 60))
        self.story = self._field(say("What happened"))
        self.story.setPlaceholderText(
            say("What did you do, what did you expect, and what came instead? Name no people.")
        )
        self.story.setFixedHeight(QFontMetrics(self.story.font()).lineSpacing() * 4 + 16)
        self.facts = self._field(say("What the program adds"))
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPointSizeF(max(7.0, self.font().pointSizeF() * 0.9))
        self.facts.setFont(fixed)
        self.facts.setPlainText(facts.text(window))
        self.told = PlainLabel("", wrap=True, name="muted")
        self._lay_out()
        on_f1(self, "data")
        self.story.setFocus()

    def _field(self, name: str) -> QPlainTextEdit:
        made = QPlainTextEdit()
        made.setAccessibleName(name)
        made.setTabChangesFocus(True)
        made.setProperty("foreign", True)  # versions, codes and what the user writes
        return made

    def _lay_out(self) -> None:
        say = self._dress.say
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(8)
        intro = say(
            "The program sends nothing. Read this report, take out what you do not want to share, and send it yourself "
            "to whoever looks after Levensreis for you. It has no text from your studies and no names of files."
        )
        column.addWidget(PlainLabel(intro, wrap=True))
        for field, stretch in ((self.story, 0), (self.facts, 1)):
            label = PlainLabel(field.accessibleName(), name="heading")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field, stretch)
        column.addWidget(self.told)
        column.addWidget(self._foot())

    def _foot(self) -> QWidget:
        say, line = self._dress.say, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        self.copy = named(QPushButton(say("Copy")), "primary")
        self.save = QPushButton(say("Save as…"))
        self.close_button = QPushButton(say("Close"))
        for button, act in (
            (self.copy, self._copy), (self.save, self._ask_save), (self.close_button, self.close)
        ):  # fmt: skip
            button.setAutoDefault(False)
            button.clicked.connect(act)
        row.addWidget(self.copy)
        row.addWidget(self.save)
        row.addStretch(1)
        row.addWidget(self.close_button)
        return line

    def whole(self) -> str:
        """What goes out: what stands here now, and nothing else."""
        story = self.story.toPlainText().strip() or "–"
        return f"{self.story.accessibleName()}\n{story}\n\n{self.facts.toPlainText().strip()}\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.whole())
        self._tell(self._dress.say("Copied. Paste it into a mail or a form."))

    def _ask_save(self) -> None:
        say = self._dress.say
        dialog = file_dialog(self, say, say("Save the report"), say("Save"), [f"{say('Text files')} (*.txt)"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"{say('Levensreis problem')} {dt.datetime.now().astimezone().date().isoformat()}.txt")
        dialog.fileSelected.connect(lambda name: self._save(Path(name)))
        dialog.open()

    def _save(self, path: Path) -> None:
        from journeys.store.files import write_whole

        say = self._dress.say
        try:
            write_whole(path, self.whole().encode())
        except LevensreisError as error:
            self._tell(error_text(error, say))
            return
        self._tell(say("Saved as {name}.", name=path.name))

    def _tell(self, text: str) -> None:
        put(self.told, text)
        announce(self, text)
