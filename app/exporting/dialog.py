"""The dialog of an export: the formats at the left, beside them what goes along and what does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QMessageBox, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app import settings, tasks
from app.exporting import asked, destination, finished, lost, offered, writing
from app.exporting.format_list import FormatList
from app.exporting.options import Options
from app.exporting.subject import Subject, with_nobody_named
from app.help.question import on_f1, question
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from journeys.errors import LevensreisError
from journeys.help.told import page_of
from journeys.i18n import words
from journeys.messages import error_text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from app.exporting.writing import Outcome
    from app.window import StudyWindow
    from journeys.analysis.anonymous import Anonymous
    from journeys.exchange.formats import Format
    from journeys.exchange.wanted import Wanted

USUAL_SIZE: Final = (920, 660)
FOLDER: Final = "export_folder"
"""The window's property: where its study was exported to last."""


class ExportDialog(QDialog):
    """Works on the study as it was when this was opened: it holds the window up."""

    def __init__(self, parent: QWidget, window: StudyWindow, subject: Subject) -> None:
        super().__init__(parent)
        self._window, self._say = window, window.dress.say
        self._own = self._subject = subject
        self._anonymous: Anonymous | None = None
        say = self._say
        self.setObjectName("export")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Export the study"))
        self.formats = FormatList(offered.groups(poster=subject.kind != "copy"), window.dress.colours, say)
        self.options = Options(subject, say)
        self.told = PlainLabel("", wrap=True, name="danger")
        self.go = named(QPushButton(say("Export…")), "primary")
        self._lay_out()
        held = asked.last(subject.document)
        self.options.display(held, subject.document.study.language)
        self.lost = lost.Counting(self)
        self._connect()
        self.formats.choose(held.format)
        self._display()
        on_f1(self, self._page)
        self._restore_size()
        self.formats.setFocus()

    # Building

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.formats, 11)
        row.addWidget(self.options, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(10)
        column.addLayout(row, 1)
        column.addWidget(named(QFrame(), "rule"))
        column.addWidget(self.told)
        column.addLayout(self._foot())
        self.told.hide()

    def _foot(self) -> QHBoxLayout:
        cancel = QPushButton(self._say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(question(self._page, self.windowTitle(), self._say, self._window.dress.colours))
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        self.go.setDefault(True)
        return row

    def _connect(self) -> None:
        self.formats.chosen.connect(lambda _: self._display())
        self.formats.wanted.connect(self.go.click)
        self.options.changed.connect(self._refresh)
        self.options.anonymous_wanted.connect(self._name_nobody)
        self.lost.counted.connect(lambda _: self._show_lost())
        self.go.clicked.connect(self._go)

    def _restore_size(self) -> None:
        """As large as it was left, at first as large as its words need; never larger than the screen."""
        room, larger = self.screen().availableSize(), max(1.0, self._window.dress.percent / 100)
        wide, high = settings.dialog_size("export") or (round(side * larger) for side in USUAL_SIZE)
        self.resize(min(wide, room.width() - 40), min(high, room.height() - 60))

    # Showing

    def _page(self) -> str:
        """Of the help: about the format that is chosen."""
        return "posters" if self.format is None else page_of(self.formats.code)

    @property
    def format(self) -> Format | None:
        """The one that is chosen; None for the way to the posters."""
        return offered.format_of(self.formats.code)

    def _display(self) -> None:
        """Another format."""
        row, say = self.formats.written(self.formats.code), self._say
        self.options.show_format(self.format, row.title, row.about)
        put(self.go, say("Export…") if self.format is not None else say("To the posters…"))
        self._refresh()

    def _refresh(self) -> None:
        """Something else is asked for."""
        chosen, found = self.format, self._journeys()
        self._tell("" if found or chosen is None else self._say("Choose at least one journey."))
        self.go.setEnabled(chosen is None or bool(found))
        if chosen is not None:
            self.lost.ask(self._wanted(), chosen.keeps)

    def _journeys(self) -> tuple[str, ...]:
        return self.options.chosen_journeys()

    def _wanted(self) -> Wanted:
        """What would be written now, with today's date on it."""
        today = dt.datetime.now().astimezone().date()
        return self._subject.wanted(words(self.options.chosen_language()), self._journeys(), today)

    def _show_lost(self) -> None:
        chosen, say, wanted = self.format, self._say, self._wanted()
        if chosen is None:
            return
        made = self._anonymous if self._subject is not self._own else None
        left = self.lost.text(say, beside=made is not None)
        others = lost.others_text(made, len(self._own.snapshots), say) if made is not None else ""
        path = Path(self._stem(wanted) + self.options.chosen_ending())
        files = destination.paths(chosen, wanted, path) if wanted.journeys else []
        self.options.show_lost(left, others)
        self.options.show_files([each.name for each in files])

    def _stem(self, wanted: Wanted) -> str:
        copy = self._subject.kind == "copy"
        return destination.stem(wanted, len(self._subject.all_journeys()), self._say, copy=copy)

    def _tell(self, text: str) -> None:
        put(self.told, text)
        self.told.setVisible(bool(text))
        if text:
            announce(self.told, text)

    # A copy with nobody in it by name

    def _name_nobody(self, wanted: bool) -> None:
        if not wanted or self._anonymous is not None:
            self._settle()
            return
        document, say = self._own.document, self._say
        task = tasks.start_shown(
            lambda _: lost.without_names(document), self, say("Looking through the study…"), say,
            self._named_nobody, tasks.our_mistake,
        )  # fmt: skip
        task.ended.connect(lambda: self._settle() if isValid(self) and task.cancelled else None)

    def _named_nobody(self, made: Anonymous) -> None:
        self._anonymous = made
        self._settle()

    def _settle(self) -> None:
        """What is ticked is what goes; when making the copy was cancelled the tick goes."""
        made = self._anonymous if self.options.anonymous.isChecked() else None
        self.options.anonymous.setChecked(made is not None)
        self._subject = with_nobody_named(self._own, made) if made is not None else self._own
        self.options.journeys.take(self._subject)
        self._refresh()

    # Writing it

    def _go(self) -> None:
        """A word first when something in it looks personal; of a copy that was said before."""
        from app.privacy import asking

        if self.format is None:
            self.reject()
            self._window.actions_by_code["poster"].trigger()
        elif self._subject.kind == "copy":
            self._ask_where()
        else:
            self._make_way(asking.first(self._window, self, self._ask_where))

    def _make_way(self, box: QMessageBox | None) -> None:
        """Some answers lead to another window, which this one would hold up."""
        for button in box.buttons() if box is not None else ():
            if box is not None and box.buttonRole(button) == QMessageBox.ButtonRole.ActionRole:
                button.clicked.connect(self.reject)

    def _ask_where(self) -> None:
        chosen, say, wanted = self.format, self._say, self._wanted()
        if chosen is None:
            return
        proposed = Path(self._stem(wanted) + self.options.chosen_ending())
        title = say(chosen.title)
        filters = [f"{title} (*{ending})" for ending in (proposed.suffix, *offered.endings(chosen))]
        destination.ask(
            self, say, self._folder(), proposed, list(dict.fromkeys(filters)), self.write,
            into_folder=destination.several(chosen, wanted, proposed),
        )  # fmt: skip

    def _folder(self) -> Path | None:
        """Where it went before, else where the study lies."""
        held = self._window.property(FOLDER)
        if held:
            return Path(str(held))
        return self._subject.source.parent if self._subject.source is not None else None

    def write(self, path: Path) -> None:
        """Write it there: to this file, or under names like it when each journey has a file."""
        chosen, wanted, source = self.format, self._wanted(), self._subject.source
        if chosen is None:
            return
        try:
            destination.checked([path], source)
            whole = destination.ending_well(chosen, path, self.options.chosen_ending())
            found = destination.checked(destination.paths(chosen, wanted, whole), source)
        except LevensreisError as error:
            self._failed(error)
            return
        there = destination.in_the_way(found, path)
        if there:
            destination.ask_replace(self, self._say, there, lambda: self._write(chosen, wanted, whole, len(found)))
        else:
            self._write(chosen, wanted, whole, len(found))

    def _write(self, chosen: Format, wanted: Wanted, path: Path, count: int) -> None:
        self._tell("")
        writing.start(self, self._say, chosen, wanted, path, count, self._done, self._failed)

    def _done(self, outcome: Outcome) -> None:
        self._window.setProperty(FOLDER, str(outcome.written[0].parent))
        self.accept()
        finished.tell(self._window, outcome)

    def _failed(self, error: Exception) -> None:
        """It stays open: another place or another format may do."""
        if not isinstance(error, LevensreisError):
            raise error
        self._tell(error_text(error, self._say))

    # The window itself

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._leave()

    def done(self, result: int) -> None:
        super().done(result)
        self._leave()

    def _leave(self) -> None:
        """What was asked is proposed the next time."""
        settings.set_dialog_size("export", (self.width(), self.height()))
        document, options = self._own.document, self.options
        language = options.chosen_language()
        held = asked.Asked(self.formats.code, options.journeys.code, language, options.endings())
        asked.keep(document, replace(held, language=None if language == document.study.language else language))
