"""Another study merged into this one: chosen, read in a worker, shown beforehand, and put in as one edit."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.dialogs.choose import file_dialog
from app.files import SUFFIX
from app.panels.labels import VARIANTS
from app.plain import PlainLabel, item_tip, named, plain_box
from journeys.edits import entities, merge
from journeys.errors import LevensreisError
from journeys.model.entities import Lane
from journeys.phrases.terms import LANES, count_of

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.model.document import Document


class Other(NamedTuple):
    """The other study, and the bytes of its pictures."""

    name: str
    document: Document
    images: dict[str, bytes]


def ask_merge(window: StudyWindow) -> None:
    """Choose the study that comes in."""
    if window.view is None:
        return
    say = window.dress.say
    filters = [f"{say('Studies')} (*{SUFFIX} *.json)"]
    dialog = file_dialog(window, say, say("Merge another study"), say("Choose"), filters)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda name: begin(window, Path(name)))
    dialog.open()


def ask_open_or_merge(window: StudyWindow, path: Path) -> None:
    """A study was dropped on a window that has one."""
    say = window.dress.say
    box = plain_box(
        window, "question", say("Open or merge"), say("“{name}” is a study.", name=path.name),
        say("Open it in a window of its own, or bring its personas and journeys into this study."),
    )  # fmt: skip
    box.setObjectName("openormerge")
    opens = box.addButton(say("Open"), QMessageBox.ButtonRole.AcceptRole)
    merges = box.addButton(say("Merge…"), QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton(say("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(opens)
    opens.clicked.connect(partial(window.file_wanted.emit, path))
    merges.clicked.connect(partial(begin, window, path))
    box.finished.connect(box.deleteLater)
    box.open()


def begin(window: StudyWindow, path: Path) -> None:
    """Read the study in a worker, then show what would come in."""
    from app import tasks

    say = window.dress.say
    tasks.start_shown(
        lambda _: read(path), window, say("Reading {name}…", name=path.name), say,
        partial(_show, window), partial(_refuse, window),
    )  # fmt: skip


def read(path: Path) -> Other:
    """The study in a file of ours, or in one that can be imported. Raises FileError, ExchangeError."""
    if path.suffix.lower() == SUFFIX:
        from journeys.store.opener import open_file

        opened = open_file(path.absolute())
        return Other(path.name, opened.document, opened.images)
    from journeys.exchange import formats

    found = formats.read_file(path)
    return Other(path.name, found.document, found.images)


def _refuse(window: StudyWindow, error: Exception) -> None:
    if not isinstance(error, LevensreisError):
        raise error
    from journeys.messages import error_text

    if window.bar is not None:
        window.bar.tell(error_text(error, window.dress.say), grave=True)


def _show(window: StudyWindow, other: Other) -> None:
    view = window.view
    if view is None:
        return
    view.flush()
    found = merge.preview(view.session.document, other.document)
    if not found:
        view.bar.tell(view.context.say("Everything in “{name}” is in this study already.", name=other.name))
        return
    dialog = MergeDialog(view, other, found)
    dialog.accepted.connect(partial(perform, view, other))
    dialog.open()


def perform(view: StudyView, other: Other) -> bool:
    """Bytes of pictures first, then everything else as one edit; the first journey that came in is shown."""
    from app import clipboard
    from journeys.phrases import edit_text

    document = view.session.document
    before = set(document.journeys)
    try:
        _add_pictures(view, other)
        edit = merge.merge(document, other.document)
    except LevensreisError as error:
        view.refused(error)
        return False
    if not view.context.do(lambda: edit):
        return False
    new = sorted((each for each in document.journeys.values() if each.id not in before), key=lambda each: each.order)
    if new:
        view.show_journey(new[0].id)
    clipboard.say(view, edit_text(edit, view.context.say))
    return True


def _add_pictures(view: StudyView, other: Other) -> None:
    held = {image.sha256 for image in view.session.document.images.values()}
    for image in other.document.images.values():
        if image.sha256 not in held and image.sha256 in other.images:
            held.add(view.context.pictures.add_image(other.images[image.sha256]))


class MergeDialog(QDialog):
    """What comes in and what is the same, before anything happens."""

    def __init__(self, view: StudyView, other: Other, found: merge.Preview) -> None:
        super().__init__(view.window())
        self._say, self._other, self._found = view.context.say, other, found
        self._here = view.session.document
        say = self._say
        self.setObjectName("merge")
        self.setWindowTitle(say("Merge another study"))
        title = entities.name_of(other.document.study)
        intro = PlainLabel(say("From “{name}”: {title}", name=other.name, title=title), wrap=True, name="title")
        self.list = QTreeWidget()
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName(say("What comes in and what is the same"))
        self._fill()
        after = PlainLabel(
            say("Days count from day 0 in both studies. Nothing that is here changes; one undo takes it all back."),
            wrap=True, name="muted",
        )  # fmt: skip
        cancel = QPushButton(say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        go = named(QPushButton(say("Merge")), "primary")
        go.setDefault(True)
        go.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(go)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        for widget in (intro, self.list, after):
            column.addWidget(widget, 1 if widget is self.list else 0)
        column.addLayout(buttons)
        self.finished.connect(self.deleteLater)
        self.resize(560, 520)
        self.list.setFocus()

    def _fill(self) -> None:
        say, found = self._say, self._found
        coming = self._group(say("Personas and journeys that come in"))
        personas = {journey.persona for journey in found.journeys} | {persona.id for persona in found.personas}
        for id_ in sorted(personas, key=lambda id_: self._other.document.personas[id_].order):
            self._persona(coming, id_)
        made = self._group(say("Comes in with them"))
        same = self._group(say("Is the same as here"))
        for group, names in ((made, found.made), (same, found.matched)):
            for kind, held in names.items():
                if held:
                    all_names = ", ".join(self._name(entity) for entity in held)
                    line = QTreeWidgetItem(group, [f"{count_of(kind, len(held), say)}: {all_names}"])
                    item_tip(line, all_names)
        for group in (coming, made, same):
            group.setHidden(group.childCount() == 0)
            group.setExpanded(True)
        tall = QSize(0, max(24, self.fontMetrics().height() + 7))
        for line in self.list.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive):
            line.setSizeHint(0, tall)
        self.list.setCurrentItem(coming if not coming.isHidden() else made)

    def _name(self, entity: Any) -> str:
        if isinstance(entity, Lane) and not entity.title:
            return self._say(LANES[entity.kind])
        return entities.name_of(entity) or self._say("without a title")

    def _group(self, text: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.list, [text])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _persona(self, parent: QTreeWidgetItem, id_: str) -> None:
        say, other = self._say, self._other.document
        persona = other.personas[id_]
        new = any(each.id == id_ for each in self._found.personas)
        twin = any(each.name == persona.name for each in self._here.personas.values())
        name = persona.name
        if not new:
            name = say("{name} (already here)", name=persona.name)
        elif twin:
            name = say("{name} (beside the one of that name here)", name=persona.name)
        line = QTreeWidgetItem(parent, [name])
        for journey in self._found.journeys:
            if journey.persona == id_:
                n = sum(step.journey == journey.id for step in other.steps.values())
                text = f"{journey.title} · {say(VARIANTS[journey.variant])} · {count_of('step', n, say)}"
                QTreeWidgetItem(line, [text])
        line.setExpanded(True)
