"""The window of earlier versions: of which file at the top, the versions at the left, what differs at the right."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import recent, settings, tasks
from app.dialogs.choose import file_dialog
from app.help.question import on_f1
from app.panels.fields import ChoiceField
from app.panels.message_bar import announce
from app.plain import PlainLabel, put
from app.snapshots import verbs as snapshot_verbs
from app.versions import held as helds
from app.versions import verbs
from app.versions.page import VersionPage
from app.versions.reading import Reading, present
from app.versions.rows import HeldList
from journeys.identity import SUFFIX
from journeys.messages import error_text
from journeys.store import retention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.versions.held import Held
    from app.versions.reading import Read
    from app.window import StudyWindow
    from journeys.errors import LevensreisError
    from journeys.i18n import Words
    from journeys.model.document import Document

LEFT: Final = "left"
"""In place of a file: what was left on this computer or set aside."""
OTHER: Final = "other"
BESIDE_FROM: Final = 860
"""Pixels of width at normal text size from which the list lies beside what differs."""


class VersionsDialog(QDialog):
    """Keeps of which file it shows the versions; it writes nothing but an undoable edit in the open study."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._window = window
        self._say, size = window.dress.say, window.dress.percent / 100
        self.setObjectName("versions")
        self.setProperty("command", "versions")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setWindowTitle(self._say("Earlier versions"))
        room = window.screen().availableSize()
        self.resize(min(round(1060 * size), room.width() - 40), min(round(700 * size), room.height() - 60))
        self.reading = Reading(self)
        self.list = HeldList(window.dress, self.reading)
        self.page = VersionPage(window.dress)
        self.files = ChoiceField(self._say("Earlier versions of"))
        self.about = PlainLabel("", wrap=True, name="muted")
        self._chosen: str = ""
        self._read: Read | None = None
        self._lay_out(size)
        on_f1(self, "saving")
        self._connect()
        self._offer()
        self._show_file(str(self.files.currentData() or LEFT))
        (self.list if self.list.isVisibleTo(self) else self.files).setFocus()

    def _lay_out(self, size: float) -> None:
        say, head, foot = self._say, QHBoxLayout(), QHBoxLayout()
        label = PlainLabel(say("Earlier versions of"))
        label.setBuddy(self.files)
        head.addWidget(label)
        head.addWidget(self.files, 1)
        split = self._split = QSplitter(Qt.Orientation.Horizontal)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.about)
        column.addWidget(self.list, 1)
        column.addStretch()
        split.addWidget(left)
        page = QScrollArea()  # for windows in which not all of it fits
        page.setWidget(self.page)
        page.setWidgetResizable(True)
        page.setFrameShape(QFrame.Shape.NoFrame)
        page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        split.addWidget(page)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(1, 1)
        self._beside_from = round(BESIDE_FROM * size)
        self.close_button = QPushButton(say("Close"))
        self.close_button.setAutoDefault(False)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 14, 18, 12)
        whole.setSpacing(10)
        whole.addLayout(head)
        whole.addWidget(split, 1)
        whole.addLayout(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little width, the list lies above."""
        super().resizeEvent(event)
        beside = self.width() >= self._beside_from
        wanted = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._split.orientation() != wanted or not event.oldSize().isValid():
            self._split.setOrientation(wanted)
            length = self.width() if beside else self.height()
            part = round(length * 0.37)
            self._split.setSizes([part, length - part])

    def _connect(self) -> None:
        self.files.committed.connect(lambda *_: self._choose_file())
        self.list.chosen.connect(self._ask)
        self.list.wanted.connect(self._open)
        self.reading.read.connect(self._show)
        self.reading.failed.connect(self._refused)
        self.page.back.clicked.connect(self._put_back)
        self.page.copy.clicked.connect(self._open)
        self.page.recover.clicked.connect(self._recover)
        self.close_button.clicked.connect(self.close)

    # Which file

    def _offer(self, also: Path | None = None) -> None:
        """The open file, those of the list, what was left, and any other."""
        say, own = self._say, self._own()
        paths = [path for path in (own, also, *settings.remembered_files()) if path is not None]
        names = {str(path): say("{name} in {folder}", name=path.name, folder=recent.folder_text(path.parent))
                 for path in paths}  # fmt: skip
        rest = [(say("Left on this computer or set aside"), LEFT), (say("Another file…"), OTHER)]
        self.files.offer([*((name, path) for path, name in names.items()), *rest])
        first = LEFT if self._window.session is None and self._window.waiting else next(iter(names), LEFT)
        self.files.display(str(also) if also is not None else first)

    def _own(self) -> Path | None:
        return self._window.file.path if self._window.file is not None else None

    def _choose_file(self) -> None:
        chosen = str(self.files.currentData())
        if chosen == OTHER:
            self.files.display(self._chosen)
            self._ask_file()
        elif chosen != self._chosen:
            self._show_file(chosen)

    def _ask_file(self) -> None:
        say = self._say
        dialog = file_dialog(self, say, say("Earlier versions of"), say("Choose"), [f"{say('Studies')} (*{SUFFIX})"])
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)  # also one that is no longer there
        dialog.fileSelected.connect(lambda name: self.show_versions_of(Path(name)))
        dialog.open()

    def show_versions_of(self, path: Path) -> None:
        """The versions of a file that need not be in the list."""
        self._offer(path)
        self._show_file(str(path))

    def _show_file(self, chosen: str) -> None:
        self._chosen = chosen
        self.list.display(())
        self.page.clear()
        say = self._say
        if chosen == LEFT:
            self.reading.compare_with(None)
            put(self.about, say("Looking…"))
            tasks.start(lambda _: helds.on_computer(), self, self._found_left, tasks.our_mistake)
            return
        path = Path(chosen)
        if self._is_own(path):
            self.reading.compare_with(self._document())
            self._list(helds.kept_of(path))
        else:
            put(self.about, say("Looking…"))
            tasks.start(
                lambda _: (present(path), helds.kept_of(path)), self,
                lambda found: self._found_now(chosen, *found), tasks.our_mistake,
            )  # fmt: skip

    def _is_own(self, path: Path) -> bool:
        own = self._own()
        return own is not None and os.path.realpath(own) == os.path.realpath(path)

    def _document(self) -> Document | None:
        view = self._window.view
        return snapshot_verbs.document_of(view) if view is not None else None

    def _found_now(self, chosen: str, now: Document | None, versions: Sequence[Held]) -> None:
        if chosen == self._chosen:
            self.reading.compare_with(now)
            self._list(versions)

    def _found_left(self, held: Sequence[Held]) -> None:
        if self._chosen == LEFT:
            self._list(held)

    def _list(self, held: Sequence[Held]) -> None:
        say = self._say
        self.list.display(held)
        self.list.setVisible(bool(held))
        left = self._chosen == LEFT
        if held:
            put(self.about, _kept_text(say) if left else say.many("{n} version", "{n} versions", len(held)))
        else:
            none = say("No copy was left or set aside.")
            put(
                self.about,
                none
                if left
                else say(
                    "No earlier version of this file is kept on this computer. One is, each time the file is saved."
                ),
            )
        announce(self, self.about.text())

    # Which version

    def _ask(self) -> None:
        held = self.list.current()
        if held is None:
            self.page.clear()
            return
        if self._read is not None and self._read.held == held:
            return
        self._read = None
        own = self._chosen != LEFT and self._is_own(Path(self._chosen))
        self.page.begin(held, own=own)
        view = self._window.view
        self.reading.ask(held, view.context.journey if view is not None else None)

    def _show(self, read: Read) -> None:
        if read.held == self.list.current():
            self._read = read
            self.page.display(read)

    def _refused(self, held: Held, error: LevensreisError) -> None:
        if held == self.list.current():
            self.page.refuse(error_text(error, self._say))

    # The user

    def _open(self) -> None:
        held = self.list.current()
        if held is not None and held.kind == "waiting":
            self._recover()
        elif held is not None and self.page.copy.isEnabled():
            self._window.held_wanted.emit(held)

    def _recover(self) -> None:
        held = self.list.current()
        if held is not None and held.waiting is not None:
            self.close()
            self._window.recovery_wanted.emit(held.waiting)

    def _put_back(self) -> None:
        view = self._window.view
        if view is None or self._read is None:
            return
        if verbs.put_back(view, self._read):
            self.close()


def _kept_text(say: Words) -> str:
    days = retention.days()
    first = say("Copies with changes that are in no file.")
    kept = say.many("What was set aside is kept for {n} day.", "What was set aside is kept for {n} days.", days)
    return f"{first} {kept if days else say('What was set aside goes at the next start.')}"
