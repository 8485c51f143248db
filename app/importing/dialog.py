"""The dialog that shows what an import would make before it does: journeys, phases, steps, and what was guessed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from app.dialogs.intake_remarks import Remarks
from app.dialogs.intake_work import IntakeWork
from app.help.question import on_f1, question
from app.importing import outcome, words
from app.importing.coming_list import ComingList
from app.importing.where import Where
from app.panels.fields import CheckField
from app.panels.message_bar import announce
from app.plain import PlainLabel, literal_title, named, put
from journeys.edits import intake
from journeys.help.told import page_of

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from app.dialogs.intake_work import Asked
    from app.importing.outcome import Outcome
    from app.importing.reading import Found
    from app.window import StudyWindow
    from journeys.errors import LevensreisError


class ImportDialog(QDialog):
    """Keeps what the user wants; what that makes is worked out anew at every choice, and nothing changes before."""

    def __init__(self, window: StudyWindow, found: Found) -> None:
        super().__init__(window)
        assert found.coming is not None  # whole studies are not shown first
        self._window, self._found, self._coming = window, found, found.coming
        self.say = window.dress.say
        self.outcome: Outcome | None = None
        self._again = False
        self._turn = 0
        """Of the session that the outcome was worked out for."""
        self.work = IntakeWork(self._asked, self)
        self.work.begun.connect(self._wait)
        self.work.worked.connect(self._show)
        self.work.failed.connect(self._refuse)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("import")
        self.setWindowTitle(literal_title(self.say("Import {name}", name=found.name)))
        self._build()
        self.resize(min(1100, max(900, window.width() - 80)), min(720, max(520, window.height() - 80)))
        self.work.now()

    # Building

    def _build(self) -> None:
        say = self.say
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        self.summary = PlainLabel(say("Looking at what comes in…"), wrap=True, name="title")
        column.addWidget(self.summary)
        view = self._window.view
        self.where: Where | None = None
        if view is not None:
            found = outcome.journeys_in(self._coming.incoming)
            self.where = Where(say, view.session.document, next(iter(found), ""), several=len(found) > 1)
            self.where.changed.connect(self._chosen)
            column.addWidget(self.where)
        self.again = CheckField(say("Take in again what is here already"))
        self.again.committed.connect(lambda value, _: self._take_again(bool(value)))
        self.again.hide()
        column.addWidget(self.again)
        column.addWidget(self._halves(), 1)
        column.addLayout(self._buttons())
        self._name_button()

    def _halves(self) -> QSplitter:
        self.coming = ComingList(self.say, self._window.dress.inks)
        split = QSplitter()
        split.setChildrenCollapsible(False)
        split.addWidget(self.coming)
        split.addWidget(self._told())
        split.setSizes([660, 380])
        split.setStretchFactor(0, 1)
        return split

    def _told(self) -> QWidget:
        """What was guessed, changed or left out; it can be copied, for whoever made the file."""
        say = self.say
        self.told = QWidget()
        self.told.setMinimumWidth(260)
        column = QVBoxLayout(self.told)
        column.setContentsMargins(8, 0, 0, 0)
        column.setSpacing(6)
        self.told_title = PlainLabel("", wrap=True, name="heading")
        self.remarks = Remarks(say, tall=True)
        copy = QPushButton(say("Copy this list"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._copy)
        column.addWidget(self.told_title)
        column.addWidget(self.remarks, 1)
        column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.told.hide()
        return self.told

    def _buttons(self) -> QHBoxLayout:
        say = self.say
        row = QHBoxLayout()
        row.addWidget(question(self._page(), say("Import"), say, self._window.dress.colours))
        on_f1(self, self._page())
        kind = say(self._found.format) if self._found.format else ""
        row.addWidget(PlainLabel(kind, name="muted"))
        row.addStretch(1)
        cancel = QPushButton(say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.accept_button = named(QPushButton(""), "primary")
        self.accept_button.setDefault(True)
        self.accept_button.setEnabled(False)
        self.accept_button.clicked.connect(self._take)
        row.addWidget(cancel)
        row.addWidget(self.accept_button)
        return row

    def _page(self) -> str:
        """Of the help: about the format of the file."""
        return page_of(self._found.code) if self._found.code else "exchange"

    def _name_button(self) -> None:
        say = self.say
        put(self.accept_button, say("Make a new study") if self.is_new else say("Put in this study"))

    # Choices

    @property
    def is_new(self) -> bool:
        """Whether it becomes a study of its own."""
        return self.where is None or self.where.is_new

    def _chosen(self) -> None:
        self._name_button()
        self.work.soon()

    def _take_again(self, value: bool) -> None:
        self._again = value
        self.work.soon()

    # Working out

    def _asked(self) -> Asked:
        from app.dialogs.intake import goal_of

        coming, stem, language, name = self._coming, self._found.path.stem, self.say.language, self._found.name
        self.outcome = None
        view, say = self._window.view, self.say
        if view is None or self.where is None or self.where.is_new:
            return len(coming.incoming.steps), lambda: outcome.into_new(coming, stem, language)
        self._turn = view.session.turn
        document, wish = view.session.document.snapshot(), outcome.Wish(new=False, journey=self.where.goal,
                                                                        again=self._again)  # fmt: skip
        goal = goal_of(view)
        if not intake.is_blank(document):
            title = coming.title or stem
            goal = replace(goal, journey="", title=title, persona=say("New persona"), after="", phase="", column=None)
        return len(coming.incoming.steps), lambda: outcome.into(coming, document, goal, wish, name)

    def _wait(self) -> None:
        self.accept_button.setEnabled(False)
        put(self.summary, self.say("Looking at what comes in…"))

    def _show(self, worked: Any) -> None:
        self.outcome = worked
        self.again.display(self._again)
        self.again.setVisible(worked.here or self._again)
        self.coming.display(worked)
        self.remarks.display(worked.remarks)
        n = self.remarks.total
        self.told.setVisible(bool(n))
        put(self.told_title, self.say("Guessed, changed or left out ({n})", n=n))
        first = not self.accept_button.isEnabled() and self.focusWidget() is None
        self.accept_button.setEnabled(worked.made is not None or bool(worked.taken and worked.taken.edit))
        if first:
            self.accept_button.setFocus()
        text = words.summary(worked, self.say)
        self._tell(text if n else f"{text} {self.say('Nothing was guessed or left out.')}")

    def _refuse(self, error: LevensreisError) -> None:
        self.coming.display(None)
        self.told.hide()
        self.accept_button.setEnabled(False)
        self._tell(words.refusal(self._found.name, error, self.say))

    def _tell(self, text: str) -> None:
        put(self.summary, text)
        self.accept_button.setAccessibleDescription(text)
        announce(self.summary, text)

    def _copy(self) -> None:
        lines = [self._found.name, *(self.remarks.item(row).text() for row in range(self.remarks.count()))]
        QGuiApplication.clipboard().setText("\n".join(lines))
        announce(self, self.say("Copied"))

    # Ending

    def _take(self) -> None:
        if self.work.busy:
            self.work.now()
        found, window = self.outcome, self._window
        if found is None:
            return
        self.outcome = None
        self.coming.display(None)  # what thousands of rows hold would only slow down what follows
        self.accept()
        if found.made is not None:
            window.study_wanted.emit(replace(found.made, notices=()))  # they were just read
        elif found.taken is not None and window.view is not None:
            from app.dialogs.intake import put_in

            put_in(window.view, found.taken, self._turn)

    def done(self, code: int) -> None:
        self.work.stop()
        super().done(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.work.stop()
        super().closeEvent(event)
