"""A branch of the life event, offered with a calm word beforehand: read first, then added as one edit or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.plain import PlainLabel, named, put
from journeys import templates
from journeys.errors import LevensreisError
from journeys.phrases.terms import count_of, joined

if TYPE_CHECKING:
    from app.study_view import StudyView
    from app.window import StudyWindow
    from journeys.templates import Branch

LINES = 3
"""How many branches the list shows at once."""


def ask(window: StudyWindow) -> None:
    """Show the branches of this study's life event, or say that there are none."""
    view = window.view
    if view is None:
        return
    view.flush()
    say, document = view.context.say, view.session.document
    found = templates.branches(document.study.life_event, document.study.language)
    if not found:
        view.bar.tell(say("This life event has no branches."))
        return
    dialog = BranchDialog(view, found)
    dialog.accepted.connect(lambda: add(view, dialog.branch))
    dialog.open()


def add(view: StudyView, branch: Branch) -> bool:
    """Bring it in; its journey is shown if it has one, else the facts."""
    from app import clipboard
    from journeys.phrases import edit_text

    document = view.session.document
    before = set(document.journeys)
    try:
        edit = templates.branch(document, document.study.life_event, branch.slug)
    except LevensreisError as error:
        view.refused(error)
        return False
    if not view.context.do(lambda: edit):
        return False
    new = [journey for journey in document.journeys if journey not in before]
    if new:
        view.show_journey(new[0])
    else:
        view.tabs.show_panel("facts")
    clipboard.say(view, edit_text(edit, view.context.say))
    return True


class BranchDialog(QDialog):
    """When to use a branch, words for who leads the session, and what would come in."""

    def __init__(self, view: StudyView, found: list[Branch]) -> None:
        super().__init__(view.window())
        self._say, self._found = view.context.say, found
        self._here = view.session.document
        say = self._say
        self.setObjectName("branches")
        self.setWindowTitle(say("Add a branch of this life event"))
        intro = say(
            "Some things happen to few people and weigh heavily. They are never in a study by themselves. "
            "Add one only when the people at your table are ready for it. One undo takes it away again."
        )
        self.list = named(QListWidget(), "boxed")
        self._fill([branch.name for branch in found])
        self._texts = [PlainLabel(wrap=True) for _ in range(3)]
        self.go = named(QPushButton(say("Add to this study")), "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel(intro, wrap=True))
        column.addWidget(self.list)
        column.addWidget(self._reading(), 1)
        column.addLayout(self._buttons())
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _: self.go.click())
        self.finished.connect(self.deleteLater)
        self.resize(560, 520)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _fill(self, names: list[str]) -> None:
        self.list.setAccessibleName(self._say("Branches"))
        self.list.addItems(names)
        for row in range(self.list.count()):
            self._tall(self.list.item(row))
        lines = min(len(names), LINES)
        self.list.setFixedHeight(lines * self._row() + 2 * self.list.frameWidth() + 8)

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self._say("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.go.setDefault(True)
        self.go.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(self.go)
        return row

    @property
    def branch(self) -> Branch:
        """The one that is chosen."""
        return self._found[max(0, self.list.currentRow())]

    def _tall(self, item: QListWidgetItem) -> None:
        item.setSizeHint(QSize(0, self._row()))

    def _row(self) -> int:
        """The height of a row, large enough to touch."""
        return max(28, self.fontMetrics().height() + 12)

    def _reading(self) -> QWidget:
        """The three texts under their headings, scrolling where the window is small."""
        say = self._say
        page = named(QWidget(), "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(2, 4, 8, 4)
        column.setSpacing(4)
        headings = (say("When to use it"), say("For who leads the session"), say("What comes in"))
        for heading, text in zip(headings, self._texts, strict=True):
            column.addWidget(PlainLabel(heading.upper(), name="heading"))
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(text)
            column.addSpacing(8)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        return area

    def _show(self, _row: int) -> None:
        branch = self.branch
        there = not templates.branch(self._here, self._here.study.life_event, branch.slug)
        inside = self._say("All of it is in this study already.") if there else self._inside(branch)
        for label, text in zip(self._texts, (branch.when, branch.facilitator, inside), strict=True):
            put(label, text)
        self.go.setEnabled(not there)

    def _inside(self, branch: Branch) -> str:
        say = self._say
        parts = [count_of("fact", branch.facts, say)] if branch.facts else []
        parts += [count_of("note", branch.notes, say)] if branch.notes else []
        counted = say("{parts}; the facts with their sources.", parts=joined(parts, say))
        if not branch.personas:
            return counted
        who = joined(branch.personas, say)
        return f"{counted} {say('And a persona with a journey: {names}.', names=who)}"
