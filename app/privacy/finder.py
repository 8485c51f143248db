"""Finds somebody who asks what is known of them, or not to be in it: here to replace, elsewhere to know where."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app import recent, settings, tasks
from app.panels.message_bar import announce
from app.panels.narrow import Wrapped
from app.plain import PlainLabel, named, put
from app.privacy.looking_up import look_up
from app.privacy.rows import Group, Row, Rows
from journeys.analysis.privacy import mentions
from journeys.edits import private
from journeys.model.search import Found
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from app.context import Context
    from app.window import StudyWindow
    from journeys.phrases.personal import Elsewhere

NAME_MOST = 200


class NamePage(QWidget):
    """Keeps who was looked for and what was found elsewhere; nothing of it outlives the window."""

    place_wanted = Signal(object)  #: show this place (a Found)

    def __init__(self, context: Context, window: StudyWindow) -> None:
        super().__init__()
        self._context, self._window = context, window
        self._name = ""
        self._places: list[Found] = []
        self._elsewhere: list[Elsewhere] = []
        say = context.say
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_MOST)
        self.name.setAccessibleName(say("Name of somebody"))
        self.name.setPlaceholderText(say("Name of somebody, such as Anna de Vries"))
        self.find_it = named(QPushButton(say("Find")), "primary")
        self.others = QCheckBox(say("Also in the studies that were opened lately, and in snapshots"))
        self.summary = PlainLabel("", wrap=True, name="strong")
        self.rows = Rows(say("Where somebody is named"), (say("What stands there"), say("Where")), ticks=True)
        self.instead = QLineEdit(private.TAKEN_OUT)
        self.instead.setMaxLength(NAME_MOST)
        self.instead.setAccessibleName(say("Replace by"))
        self.replace = QPushButton(say("Replace in this study"))
        self.show_it = QPushButton(say("Show it"))
        self.copy = QPushButton(say("Copy the report"))
        self._lay_out()
        self.find_it.clicked.connect(self.look)
        self.name.returnPressed.connect(self.look)
        self.rows.wanted.connect(self._want)
        self.rows.itemSelectionChanged.connect(self._follow)
        self.rows.itemChanged.connect(lambda *_: self._follow())
        self.replace.clicked.connect(self._replace)
        self.show_it.clicked.connect(lambda: self._want(next(iter(self.rows.chosen()), None)))
        self.copy.clicked.connect(self._copy)
        self._follow()

    def _lay_out(self) -> None:
        say = self._context.say
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 12, 2, 4)
        column.setSpacing(8)
        column.addWidget(PlainLabel(
            say("Somebody wants to know what you wrote about them, or no longer be in it. The whole name is looked "
                "for, and first name and surname apart, in every text, note and caption."), wrap=True,
        ))  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.find_it)
        column.addLayout(row)
        column.addWidget(self.others)
        column.addWidget(self.summary)
        column.addWidget(self.rows, 1)
        label = PlainLabel(say("Replace by"))
        self.instead.setMinimumWidth(140)
        column.addWidget(Wrapped(label, self.instead, self.replace, self.show_it, self.copy, gap=8))
        for button in (self.find_it, self.replace, self.show_it, self.copy):
            button.setAutoDefault(False)
        self.summary.hide()

    # Looking

    def look(self) -> None:
        """Look the name up; other studies in a worker."""
        self._name = " ".join(self.name.text().split())
        self._elsewhere = []
        self.follow()
        if self._name and self.others.isChecked():
            file = self._window.file
            own = file.path if file is not None else None
            recent.those_there([path for path in settings.remembered_files() if path != own], self, self._look_there)

    def _look_there(self, paths: list[Path]) -> None:
        say, name = self._context.say, self._name
        snapshots = self._window.file.snapshots() if self._window.file is not None else ()
        tasks.start_shown(
            lambda work: look_up(name, paths, snapshots, say, work), self, say("Reading studies…"), say,
            partial(self._found_there, name), tasks.our_mistake,
        )  # fmt: skip

    def _found_there(self, name: str, found: list[Elsewhere]) -> None:
        if name == self._name:
            self._elsewhere = found
            self.follow()

    def follow(self) -> None:
        """Show where the name stands now."""
        say, document = self._context.say, self._context.document
        self._places = mentions(document, self._name) if self._name else []
        here = [
            Row(f"{one.id} {one.field} {one.start}", phrases.mention(one), phrases.place(one, document, say), one)
            for one in self._places
        ]
        there = [
            Row(one.path or one.name, one.name, one.trouble or say.many("{n} place", "{n} places", one.places))
            for one in self._elsewhere
        ]
        self.rows.display([
            Group("here", say("In this study ({n})", n=len(here)), here),
            Group("there", say("In other studies and snapshots ({n})", n=len(there)), there),
        ])  # fmt: skip
        put(self.summary, phrases.found_text(len(here), say) if self._name else "")
        self.summary.setVisible(bool(self._name))
        self._follow()
        if self._name:
            announce(self, self.summary.text())

    def _follow(self) -> None:
        self.replace.setEnabled(bool(self.rows.ticked()))
        self.show_it.setEnabled(bool(self.rows.chosen()))
        self.copy.setEnabled(bool(self._name))

    # Doing

    def _want(self, what: object) -> None:
        if isinstance(what, Found):
            self.place_wanted.emit(what)

    def _replace(self) -> None:
        places, words = self.rows.ticked(), self.instead.text().strip() or private.TAKEN_OUT
        if places:
            self._context.do(lambda: private.take_out(self._context.document, places, words))

    def _copy(self) -> None:
        """The report as text, for a letter or a mail."""
        today = dt.datetime.now().astimezone().date()
        text = phrases.report(
            self._name, self._places, self._elsewhere, self._context.document, today, self._context.say
        )
        QGuiApplication.clipboard().setText(text)
        announce(self, self._context.say("Copied."))
