"""A copy of the study for others: as it is or with nobody in it by name, and what it leaves out before it is made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app import links, tasks
from app.dialogs.choose import file_dialog
from app.dialogs.save_as import check_free, ending
from app.file_names import file_name, same
from app.help.question import on_f1, question
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put
from app.privacy.told import copy_text
from journeys.errors import LevensreisError
from journeys.identity import SUFFIX
from journeys.messages import error_text
from journeys.phrases import personal as phrases

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.analysis.anonymous import Anonymous
    from journeys.analysis.privacy import Look
    from journeys.model.document import Document

PAGE = "data"


class Copies(NamedTuple):
    """Both copies, and what was found in the study."""

    look: Look
    whole: Document
    left_out: Mapping[str, int]
    anonymous: Anonymous


class ShareDialog(QDialog):
    """Works on the study as it was when this was opened: it holds the window up."""

    def __init__(self, window: StudyWindow, view: StudyView) -> None:
        super().__init__(window)
        self._window, self._say = window, window.dress.say
        self._document = view.session.document.snapshot()
        self._copies: Copies | None = None
        self.setObjectName("share")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self._say("Copy to share"))
        say = self._say
        self.whole = QRadioButton(say("The whole study"))
        self.anonymous = QRadioButton(say("Anonymous: personas by a letter, nobody by name, no pictures"))
        self.people = PlainLabel("", wrap=True, name="danger")
        self.remarks = PlainLabel("", wrap=True, name="strong")
        self.look = named(QPushButton(say("Look at it")), "link")
        self.preview = PlainLabel("", wrap=True)
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.save = named(QPushButton(say("Save the copy…")), "primary")
        self.other = QPushButton(say("In another format…"))
        self._lay_out()
        self.whole.toggled.connect(self._display)
        self.look.clicked.connect(self._look)
        self.save.clicked.connect(self._ask_where)
        self.other.clicked.connect(self._ask_format)
        on_f1(self, PAGE)
        size, screen = window.dress.percent / 100, window.screen().availableSize()
        self.resize(min(round(620 * size), screen.width() - 40), min(round(600 * size), screen.height() - 60))
        self._begin()

    def _lay_out(self) -> None:
        say = self._say
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 14)
        column.setSpacing(9)
        column.addWidget(PlainLabel(
            say("A copy for others, in a file of its own. Your study stays as it is, and nothing is sent."), wrap=True
        ))  # fmt: skip
        column.addWidget(self.whole)
        column.addWidget(self.anonymous)
        column.addWidget(self.people)
        row = QHBoxLayout()
        row.addWidget(self.remarks, 1)
        row.addWidget(self.look)
        column.addLayout(row)
        column.addWidget(PlainLabel(say("What is left out or called otherwise").upper(), name="heading"))
        column.addWidget(self._scrolled(), 1)
        column.addWidget(PlainLabel(
            say("Names that stand only in running text, and who can be recognised by what happened to them, no "
                "program can find: read the copy over."), wrap=True, name="muted",
        ))  # fmt: skip
        column.addWidget(named(QFrame(), "rule"))
        column.addLayout(self._foot())

    def _scrolled(self) -> QScrollArea:
        page = named(QWidget(), "page")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.addWidget(self.preview)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        area.setAccessibleName(self._say("What is left out or called otherwise"))
        return area

    def _foot(self) -> QHBoxLayout:
        cancel = QPushButton(self._say("Cancel"))
        cancel.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(question(PAGE, self.windowTitle(), self._say, self._window.dress.colours))
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.other)
        row.addWidget(self.save)
        for button in (cancel, self.look, self.other):
            button.setAutoDefault(False)
        self.save.setDefault(True)
        return row

    # What is in it

    def _begin(self) -> None:
        """Both copies are made at once; a large study takes a moment."""
        for button in (self.save, self.other):
            button.setEnabled(False)
        self.look.hide()
        document, say = self._document, self._say
        tasks.start_shown(
            lambda _: _copies(document, document.study.language), self, say("Looking through the study…"), say,
            self._begun, tasks.our_mistake,
        )  # fmt: skip

    def _begun(self, copies: Copies) -> None:
        self._copies = copies
        for button in (self.save, self.other):
            button.setEnabled(True)
        real = copies.look.personas["real"]
        (self.anonymous if real else self.whole).setChecked(True)
        (self.anonymous if real else self.whole).setFocus()
        self._display()

    def _display(self) -> None:
        if self._copies is None:
            return
        say, copies, anonymous = self._say, self._copies, self.anonymous.isChecked()
        lines = phrases.real_lines(copies.look, say) if not anonymous else []
        put(self.people, "\n".join(lines))
        self.people.setVisible(bool(lines))
        n = 0 if anonymous else len(copies.look.remarks)
        put(self.remarks, phrases.summary(n, say) + "." if n else "")
        self.remarks.setVisible(bool(n))
        self.look.setVisible(bool(n))
        snapshots = len(self._window.file.snapshots()) if self._window.file is not None else 0
        counts = dict(copies.anonymous.counts if anonymous else copies.left_out) | {"snapshots": snapshots}
        put(self.preview, copy_text(counts, copies.anonymous.renamed if anonymous else (), say))
        announce(self.preview, self.preview.text())

    def _look(self) -> None:
        self.reject()
        self._window.actions_by_code["privacy"].trigger()

    # Saving it

    def _ask_where(self) -> None:
        say, file = self._say, self._window.file
        dialog = file_dialog(self, say, say("Save the copy as"), say("Save"), [f"{say('Studies')} (*{SUFFIX})"])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.lstrip("."))
        if file is not None and file.path is not None:
            dialog.setDirectory(str(file.path.parent))
        name = say("{title} to share", title=self.copy().study.title)
        dialog.selectFile(file_name(name).removesuffix(SUFFIX))
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def _ask_format(self) -> None:
        """The same copy in another format."""
        from app.exporting.dialog import ExportDialog
        from app.exporting.subject import Subject

        file, view = self._window.file, self._window.view
        journey = view.context.journey if view is not None else None
        source = file.path if file is not None else None
        dialog = ExportDialog(self, self._window, Subject(self.copy(), self._images(), (), journey, source, "copy"))
        dialog.accepted.connect(self.accept)
        dialog.open()

    def copy(self) -> Document:
        """The study that would be saved now."""
        assert self._copies is not None  # the button is off until it is made
        return self._copies.anonymous.document if self.anonymous.isChecked() else self._copies.whole

    def _images(self) -> dict[str, bytes]:
        """The pictures that are still in the copy."""
        wanted, file = {image.sha256 for image in self.copy().images.values()}, self._window.file
        return {sha: data for sha, data in file.images().items() if sha in wanted} if file is not None else {}

    def write(self, path: Path) -> None:
        """Save the copy there, as a study."""
        say, window, copy = self._say, self._window, self.copy()
        source = window.file.path if window.file is not None else None
        images = self._images()

        def done(_: object) -> None:
            if window.bar is not None:
                folder = [(say("Show in folder"), lambda: links.open_folder(path.parent))]
                window.bar.tell(say("The copy to share is in {name}.", name=path.name), folder)
            self.accept()

        def failed(error: Exception) -> None:
            if not isinstance(error, LevensreisError):
                raise error
            put(self.remarks, error_text(error, say))
            self.remarks.show()
            announce(self.remarks, self.remarks.text())

        try:
            path = ending(path)
            check_free(path, window)
        except LevensreisError as error:
            failed(error)
            return
        tasks.start_shown(
            lambda _: _write(path, copy, images, source), self, say("Saving the copy…"), say, done, failed
        )


def _copies(document: Document, language: str) -> Copies:
    from journeys.analysis import anonymous, privacy
    from journeys.i18n import language_called, words

    found = privacy.look(document, dt.datetime.now().astimezone().date())
    say = words(language_called(language) or "nl")
    return Copies(
        found, anonymous.for_others(document), anonymous.left_out(document), anonymous.anonymised(document, say)
    )


def _write(path: Path, copy: Document, images: dict[str, bytes], source: Path | None) -> None:
    """Never over the study itself. Raises UsageError, FileError."""
    from journeys import store
    from journeys.errors import UsageError

    if source is not None and same(path, source):
        raise UsageError("usage.same_file", path=path.name)
    store.create_file(path, copy, images, overwrite=True)
