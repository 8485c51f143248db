"""The window for the room: the slide on the whole screen, and little else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.panels.message_bar import announce
from app.plain import literal_title
from app.present.commands import BY_CODE, HINT
from app.present.overlays import Hint, NotesOver, Told, letter
from app.present.stage import StageView
from app.theme import LOOKS

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from app.present.showing import Showing
    from journeys.i18n import Words

EDGE = 18
"""Pixels between the screen's edge and what lies in its corner."""


class Audience(QWidget):
    """Follows the showing; keys and pointers are told to whoever made it."""

    pressed = Signal(object)  #: this QKeyEvent was not used by anything in the window
    closed = Signal()  #: the user closed it

    def __init__(self, showing: Showing, say: Words) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._showing, self._say = showing, say
        self._said: tuple[str, ...] = ()
        self.stage = StageView(showing, leads=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.hint, self.told = Hint(self), Told(self)
        self.notes = NotesOver(self, say("Speaker’s notes"))
        self.corner = QWidget(self)
        self._corner_row = QHBoxLayout(self.corner)
        self._corner_row.setContentsMargins(0, 0, 0, 0)
        self.corner.hide()
        self.setFocusProxy(self.stage)
        showing.turned.connect(self._turned)
        showing.renewed.connect(self._turned)
        showing.looked.connect(self._tell_lit)
        self.wear()

    # What lies over the slide

    def put_timer(self, widget: QWidget | None) -> None:
        """Show this in the corner at the top right, in place of what was there; None shows nothing there."""
        for old in self.corner.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.hide()
            old.deleteLater()
        self.corner.setVisible(widget is not None)
        if widget is not None:
            self._corner_row.addWidget(widget)
            widget.show()
        self._stand()

    def wear(self) -> None:
        """The colours of the slides for what lies over them too."""
        colours, px = LOOKS[self._showing.gallery.look], letter(self.height())
        for over in (self.hint, self.told, self.notes):
            over.wear(colours, px)
        self._stand()

    def show_keys(self) -> None:
        """Which keys do what, for a moment."""
        say = self._say
        pairs = [(BY_CODE[code].keys, say(BY_CODE[code].text)) for code in HINT]
        if self.width() < 1100 * letter(self.height()) / 13:  # a small screen has room for the least
            pairs = [pair for pair in pairs if pair[0] in ("→", "N", "Esc")]
        self.hint.tell([*pairs, (say("Right-click"), say("all commands"))])
        self._stand()

    def tell(self, text: str) -> None:
        """One line at the bottom, for a moment, and read out."""
        self.hint.go()
        self.told.tell(text)
        self._stand()
        announce(self.stage, text)

    def toggle_notes(self) -> None:
        """The notes come or go."""
        if self.notes_shown:
            self.notes.go()
        else:
            self._show_notes()
            self.hint.go()
            self.notes.come()
        self.notes_shown = not self.notes_shown

    notes_shown = False

    def _show_notes(self) -> None:
        showing = self._showing
        self.notes.text.display(showing.gallery.notes(showing.place.index), self._say("No notes with this slide."))

    def _stand(self) -> None:
        """Everything in its corner."""
        room = self.size()
        self.hint.adjustSize()
        self.hint.move((room.width() - self.hint.width()) // 2, room.height() - self.hint.height() - EDGE)
        self.told.adjustSize()
        self.told.move((room.width() - self.told.width()) // 2, room.height() - self.told.height() - EDGE)
        self.notes.stand_in(room)
        self.corner.adjustSize()
        self.corner.move(room.width() - self.corner.width() - EDGE, EDGE)

    # Words

    def _turned(self) -> None:
        showing, say = self._showing, self._say
        if not showing.slides:
            return
        place, gallery = showing.place, showing.gallery
        title = gallery.title(place.index)
        named = say("Slide {i} of {n}: {title}", i=place.index + 1, n=len(showing.slides), title=title)
        said = gallery.said(place)
        fresh = [words for words in said if words not in self._said] if named == self.stage.accessibleName() else []
        self.setWindowTitle(literal_title(f"{title} — {say('Presentation')} — Levensreis"))
        self.stage.setAccessibleName(named)
        self.stage.setAccessibleDescription(". ".join(words.rstrip(".") for words in said))
        told = ". ".join(fresh) if place.shown and fresh else named
        if said != self._said:
            announce(self.stage, told)
        self._said = said
        self._show_notes()

    def _tell_lit(self) -> None:
        lit = self._showing.lit()
        if lit is not None:
            announce(self.stage, lit.words)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.wear()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stage.rest()
        self.hint.go()
        self.told.go()
        super().closeEvent(event)
        self.closed.emit()
