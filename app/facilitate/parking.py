"""The parking lot under the views: what was said and has no place yet, as cards to type, put down and pick up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QPointF, QSize
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from app.facilitate.parked_view import ParkedView
from app.facilitate.strip import Strip
from app.panels.fields import ChoiceField
from app.panels.labels import NOTE_KINDS, options
from app.panels.message_bar import announce
from app.panels.sign_button import sign_button
from app.plain import PlainLabel, put, tip
from journeys import text as texts
from journeys.analysis.notelist import Wish, wanted
from journeys.edits import notes
from journeys.edits.notes import PARKED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from app.study_view import StudyView
    from journeys.edits.edit import Edit
    from journeys.model.entities import NoteKind

LEAST: Final = 320
"""Pixels: a strip is never wider than the map must be."""


def toggle(view: StudyView) -> None:
    """Open it with the cursor in its line, or go there; from within, close it."""
    cast("ParkingLot", view.strip("parking")).toggle()


def park_selected(view: StudyView) -> None:
    """Take the selected notes off the map."""
    chosen = view.map.picked.notes()
    if chosen:
        park(view, chosen)


def park(view: StudyView, ids: Sequence[str]) -> bool:
    """Notes leave what they hang on; the lot opens, so that one sees where they went."""
    document = view.session.document
    if not view.context.do(lambda: notes.move(document, tuple(ids), PARKED)):
        return False
    strip = cast("ParkingLot", view.strip("parking"))
    strip.show()
    strip.display()
    announce(view, view.context.say.many("{n} note parked", "{n} notes parked", len(ids)))
    view.changed.emit()
    return True


class ParkingLot(Strip):
    """Parked notes side by side, and a line to add one: Enter adds, and the next can be typed."""

    def __init__(self, view: StudyView) -> None:
        say = view.context.say
        super().__init__(view, say("Parking lot"))
        self.count = PlainLabel("", name="strong")
        self.kind = ChoiceField(say("Kind of the new note"), options(NOTE_KINDS, say))
        self.line = QLineEdit()
        self.cards = ParkedView(view)
        self.empty = PlainLabel(
            say("Nothing is parked. Type what came up and press Enter, or drag a note from the map to here."),
            wrap=True, name="muted",
        )  # fmt: skip
        self.put_at = QPushButton(say("Put at…"))
        self.park = QPushButton(say("Park the selected note"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.line)
        view.map.lot = self._holds
        self.display()

    def _lay_out(self) -> None:
        say, colours = self._view.context.say, self._view.context.colours
        self.kind.display("idea")
        self.line.setAccessibleName(say("Park something"))
        self.line.setPlaceholderText(say("Park something, then Enter"))
        tip(self.line, say("Park something, then Enter"))
        self.line.setMaxLength(texts.BODY_MAX)
        self.close_button = sign_button("close", say("Close the parking lot"), colours.text)
        self.close_button.clicked.connect(self.close_strip)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.count)
        top.addWidget(self.kind)
        top.addWidget(self.line, 1)
        for button in (self.put_at, self.park):
            top.addWidget(button)
        top.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 6)
        column.setSpacing(5)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.cards)

    def _connect(self) -> None:
        view = self._view
        self.line.returnPressed.connect(self._enter)
        self.put_at.clicked.connect(lambda: self.cards.ask_place(self.put_at))
        self.park.clicked.connect(lambda: park_selected(view))
        self.cards.chosen.connect(self._follow)
        view.changed.connect(self._follow)
        view.history.changed.connect(self._edited)

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where room is scarce the buttons go whose verbs are in menus too."""
        super().resizeEvent(event)
        parts = (self.count, self.kind, self.line, self.close_button, self.put_at, self.park)
        wide = sum(part.sizeHint().width() + 8 for part in parts)
        for button in (self.park, self.put_at):
            button.setVisible(wide <= event.size().width() - 20)
            wide -= 0 if button.isVisibleTo(self) else button.sizeHint().width() + 8

    def close_strip(self) -> None:
        """What was typed is parked; what is parked stays so."""
        self.flush()
        super().close_strip()

    def display(self) -> None:
        """The parked notes as they are now."""
        if self.cards.is_writing():
            return
        import datetime as dt

        say, document = self._view.context.say, self._view.session.document
        found = [note.id for note in wanted(document, Wish("parked"), None, dt.date.min)]
        found.sort(key=lambda id_: document.notes[id_].order)
        self.cards.show_notes(found)
        put(self.count, say("Parking lot ({n})", n=len(found)))
        self.empty.setVisible(not found)
        self.cards.setVisible(bool(found))
        self._follow()

    def _edited(self) -> None:
        if not self.isHidden():
            self.display()

    def _follow(self) -> None:
        self.put_at.setEnabled(bool(self.cards.selected()))
        self.park.setEnabled(bool(self._view.map.picked.notes()))

    def _enter(self) -> None:
        """What stands in the line becomes a parked note."""
        text, document = self.line.text().strip(), self._view.session.document
        if not text:
            return
        made: list[str] = []

        def verb() -> Edit:
            edit = notes.add(document, cast("NoteKind", self.kind.currentData()), text, PARKED)
            made.extend(edit.subjects)
            return edit

        if self._view.context.do(verb):
            self.line.clear()
            self.display()
            self.cards.go_to(made[0])
            announce(self.line, self._view.context.say("Parked: {title}", title=text))

    def _holds(self, place: QPointF) -> bool:
        """Whether this place in the map's viewport lies on the lot: a note that is let go here is parked."""
        if not self.isVisible():
            return False
        viewport = self._view.map.viewport()
        return self.rect().contains(self.mapFromGlobal(viewport.mapToGlobal(place.toPoint())))

    def flush(self) -> None:
        """Nothing typed is lost."""
        self.cards.flush()
        self._enter()
