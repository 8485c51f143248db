"""The strip to find words in everything and to replace them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from app import going
from app.panels.message_bar import announce
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, put
from journeys.edits.entities import name_of
from journeys.edits.replacing import replace_found
from journeys.model.search import Found
from journeys.model.search import find as find_in
from journeys.phrases.terms import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from app.study_view import StudyView

TYPED_MS: Final = 150
FIELD_MOST: Final = 200


def find(view: StudyView) -> None:
    """The cursor in the field, with the words that were searched before."""
    _bar(view).begin(replacing=False)


def replace(view: StudyView) -> None:
    """The same, with the field for other words."""
    _bar(view).begin(replacing=True)


def find_next(view: StudyView) -> None:
    """To the next place; without words, ask for them."""
    _bar(view).go(1)


def find_previous(view: StudyView) -> None:
    """To the place before."""
    _bar(view).go(-1)


def _bar(view: StudyView) -> FindBar:
    return cast("FindBar", view.strip("find"))


class FindBar(QFrame):
    """Finds again after every edit; keeps the place where one was."""

    def __init__(self, view: StudyView) -> None:
        super().__init__()
        self.setObjectName("strip")
        self._view = view
        self._found: list[Found] = []
        self._at = -1
        self._stale = True
        say = view.context.say
        self.setAccessibleName(say("Find and replace"))
        self.field = self._line(say("Find in everything"))
        self.other = self._line(say("Replace with"))
        self.count = PlainLabel("", name="muted")
        self.where = PlainLabel("", name="muted")
        self.where.setMinimumWidth(60)
        self.previous = self._small("up", say("Find previous"), partial(self.go, -1))
        self.next = self._small("down", say("Find next"), partial(self.go, 1))
        self.one = self._button(say("Replace"), self._replace_one)
        self.all = self._button(say("Replace all"), self._replace_all)
        self._lay_out()
        self._typed = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._typed.timeout.connect(self._search)
        self.field.textChanged.connect(self._soon)
        view.history.changed.connect(self._changed)

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(name)
        line.setAccessibleName(name)
        line.setMaxLength(FIELD_MOST)
        line.setClearButtonEnabled(True)
        line.setFixedWidth(260)
        return line

    def _small(self, picture: str, name: str, act: Callable[[], object]) -> QToolButton:
        button = sign_button(picture, name, self._view.context.colours.text, self._view.context.colours.idle)
        button.clicked.connect(lambda _=False: act())
        return button

    def _button(self, name: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(name)
        button.clicked.connect(lambda _=False: act())
        return button

    def _lay_out(self) -> None:
        close = self._small("close", self._view.context.say("Close"), self.leave)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 6, 8, 6)
        lines.setSpacing(6)
        for parts in ((self.field, self.previous, self.next, self.count, self.where, close), self._replacing()):
            line = QHBoxLayout()
            line.setSpacing(6)
            for part in parts:
                line.addWidget(part, int(part is self.where))
            if close not in parts:
                line.addStretch(1)
            lines.addLayout(line)

    def _replacing(self) -> tuple[QWidget, ...]:
        return self.other, self.one, self.all

    def begin(self, *, replacing: bool) -> None:
        """Open, the cursor in the field."""
        for part in self._replacing():
            part.setVisible(replacing)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def leave(self) -> None:
        """Close; the focus goes back to the view, where the last place found is selected."""
        self.hide()
        self._view.views.widget_shown.setFocus()

    def go(self, direction: int) -> None:
        """To the next or previous place."""
        if self.isHidden() or not self.field.text().strip():
            self.begin(replacing=self.other.isVisibleTo(self))
            if not self.field.text().strip():
                return
        self._search_if_stale()
        if self._found:
            self._at = (self._at + direction) % len(self._found)
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.other.hasFocus():
                self._replace_one()
            else:
                self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    # Searching

    def _soon(self, typed: str) -> None:
        """While somebody is typing; whoever is quicker with a button gets a search at once."""
        self._typed.start()
        for part in (self.previous, self.next, self.one, self.all):
            part.setEnabled(bool(typed.strip()))

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._typed.start()

    def _search_if_stale(self) -> None:
        if self._stale or self._typed.isActive():
            self._search()

    def _search(self) -> None:
        self._typed.stop()
        self._stale = False
        before = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._found = find_in(self._view.session.document, self.field.text())
        same = [i for i, found in enumerate(self._found) if before is not None and found[:4] == before[:4]]
        self._at = same[0] if same else -1
        self._tell()

    def _show(self) -> None:
        found = self._found[self._at]
        going.to_subject(self._view, found.kind, found.id)
        self._tell()
        announce(self.field, f"{self.count.text()} {self.where.text()}")

    def _tell(self) -> None:
        say, n = self._view.context.say, len(self._found)
        if not self.field.text().strip():
            put(self.count, "")
        elif self._at < 0:
            put(self.count, say.many("{n} place", "{n} places", n) if n else say("Not found"))
        else:
            put(self.count, say("{here} of {n}", here=self._at + 1, n=n))
        put(self.where, self._place() if 0 <= self._at < n else "")
        for part in (self.previous, self.next, self.one, self.all):
            part.setEnabled(bool(n))

    def _place(self) -> str:
        found = self._found[self._at]
        entity: Any = self._view.session.document.get((found.kind, found.id))
        name, kind = name_of(entity), self._view.context.say(KINDS[found.kind])
        return f"{kind}: {name}" if name else kind

    # Replacing

    def _replace_one(self) -> None:
        self._search_if_stale()
        if self._at < 0:
            self.go(1)
            return
        here = self._at
        if self._replace([self._found[here]]):
            self._search()
            self._at = here - 1
            if self._found:
                self.go(1)

    def _replace_all(self) -> None:
        self._search_if_stale()
        if self._found and self._replace(self._found):
            self._search()

    def _replace(self, found: list[Found]) -> bool:
        return self._view.context.do(lambda: replace_found(self._view.session.document, found, self.other.text()))
