"""The presenter's window: this slide, the next one, notes to read from afar, the time, and a button for everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from app import settings
from app.plain import PlainLabel, literal_title, named, put
from app.present.console_parts import Buttons, Preview, Times
from app.present.overlays import NotesText
from app.present.stage import StageView

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QHideEvent, QResizeEvent, QShowEvent

    from app.present.presentation import Presentation
    from app.theme import Colours

TURNING: Final = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F5, Qt.Key.Key_Escape, Qt.Key.Key_Right,
                  Qt.Key.Key_Left)  # fmt: skip
"""What a presenter remote sends turns the slides, wherever the keyboard is."""
NOTES_SIZES: Final = (1.2, 1.5, 1.9, 2.4, 3.0)
"""Times the usual letter."""
USUAL: Final = 1
USUAL_HEIGHT: Final = 800
"""Pixels of a window from which the notes grow with it."""
LEFT, RIGHT = 9, 5
"""How the width is shared by this slide and the next."""
SLIDE_SHARE: Final = 0.62
"""Of the height, at most, for this slide; the rest is for the notes."""


class Console(QWidget):
    """Follows the presentation; the same keys as on the audience's screen."""

    def __init__(self, presentation: Presentation) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("console")
        self._presentation, self._showing = presentation, presentation.showing
        self._gallery, self._say = presentation.gallery, presentation.say
        self._leaving = False
        self.setWindowTitle(literal_title(f"{self._say('Presenter’s screen')} — Levensreis"))
        self.stage = StageView(self._showing)
        self.stage.setAccessibleName(self._say("This slide"))
        self.preview = Preview(self._showing, self._say("Next slide"))
        self.notes = NotesText(self._say("Speaker’s notes"))
        self.list = named(QListWidget(), "slides")
        self.list.setAccessibleName(self._say("Slides"))
        self.buttons = Buttons(presentation)
        self.times = Times(presentation)
        self._size = _notes_size()
        self._beat = QTimer(self, interval=1000)
        self._beat.timeout.connect(self._tick)
        self._lay_out()
        self._connect()
        self._fill()
        self._turned()

    def _lay_out(self) -> None:
        say = self._say
        self._now = PlainLabel(name="title", wrap=True)
        self._then = PlainLabel(name="title", wrap=True)
        above_notes = QHBoxLayout()
        above_notes.setSpacing(4)
        above_notes.addWidget(PlainLabel(say("Speaker’s notes"), name="heading"), 1)
        for button in self.buttons.letters(self._resize_notes):
            above_notes.addWidget(button)
        left = _column(self._now, self.stage)
        left.addLayout(above_notes)
        left.addWidget(self.notes, 1)
        right = _column(self._then, self.preview, PlainLabel(say("Slides"), name="heading"))
        right.addWidget(self.list, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left, LEFT)
        middle.addLayout(right, RIGHT)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 10, 16, 12)
        whole.setSpacing(10)
        whole.addWidget(self.times)
        whole.addLayout(middle, 1)
        whole.addWidget(self.buttons)
        self.setStyleSheet(_sheet(self._presentation.window.dress.colours))
        self._resize_notes(0)
        self.setFocusProxy(self.stage)

    def _shape(self) -> None:
        """This slide as large as the width allows, unless the notes would have no room."""
        stage = self._gallery.stage
        ratio = stage.width / stage.height
        wide = self.width() - 48
        most = self.height() - self.times.sizeHint().height() - self.buttons.sizeHint().height()
        self.stage.setFixedHeight(round(min(wide * LEFT / (LEFT + RIGHT) / ratio, most * SLIDE_SHARE)))
        self.preview.setFixedHeight(round(min(wide * RIGHT / (LEFT + RIGHT) / ratio, most * SLIDE_SHARE)))

    def _connect(self) -> None:
        run = self._presentation.run
        self.stage.commanded.connect(run)
        self.stage.menu_wanted.connect(self._presentation.open_menu)
        self.preview.clicked.connect(lambda: run("next"))
        self.list.itemActivated.connect(lambda item: self._jump(self.list.row(item)))
        self.list.itemClicked.connect(lambda item: self._jump(self.list.row(item)))
        showing = self._showing
        showing.turned.connect(self._turned)
        showing.renewed.connect(self._renewed)
        showing.looked.connect(self.buttons.display)
        showing.looked.connect(self._name_this)
        showing.played.connect(self.buttons.display)
        for part in (self.list, self.notes, self.stage, *self.buttons.all(), *self.times.all()):
            part.installEventFilter(self)

    # Following

    def _renewed(self) -> None:
        self._fill()
        self._shape()
        self._turned()

    def _fill(self) -> None:
        """The slides by number and name."""
        count = len(self._showing.slides)
        names = [f"{index + 1}  {self._gallery.title(index)}" for index in range(count)]
        if names != [self.list.item(index).text() for index in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(names)

    def _turned(self) -> None:
        showing, say = self._showing, self._say
        if not showing.slides:
            return
        index, after = showing.place.index, showing.following
        self._name_this()
        if after is None:
            put(self._then, say("Next: the end"))
        elif after.index == index:
            put(self._then, say("Next: more of this slide"))
        else:
            put(self._then, say("Next: {title}", title=self._gallery.title(after.index)))
        self.list.setCurrentRow(index)
        self.notes.display(self._gallery.notes(index), say("No notes with this slide."))
        self.notes.verticalScrollBar().setValue(0)
        self.stage.setAccessibleDescription(". ".join(self._gallery.said(showing.place)))
        self.buttons.display()
        self.times.display()
        self.preview.update()

    def _name_this(self) -> None:
        """What the audience sees now: this slide, or nothing of it."""
        covered = {"black": self._say("The audience sees a black screen"),
                   "white": self._say("The audience sees a white screen")}  # fmt: skip
        put(self._now, covered.get(self._showing.cover, self._gallery.title(self._showing.place.index)))

    def _tick(self) -> None:
        self.times.display()

    def _bring_row(self) -> None:
        held = self.list.currentItem()
        if self.list.currentRow() >= 0:
            self.list.scrollToItem(held, QAbstractItemView.ScrollHint.PositionAtCenter)

    def _jump(self, index: int) -> None:
        self._showing.stop()
        self._showing.to(index)
        self.stage.setFocus()

    def _resize_notes(self, by: int) -> None:
        """Larger or smaller letters for the notes; kept for the next time."""
        self._size = max(0, min(len(NOTES_SIZES) - 1, self._size + by))
        font = self.font()
        larger = max(1.0, min(2.0, self.height() / USUAL_HEIGHT))
        font.setPointSizeF(font.pointSizeF() * NOTES_SIZES[self._size] * larger)
        self.notes.setFont(font)
        if by:
            settings.set_presenting("notes", str(self._size))

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._presentation.press(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of a remote are not for lists and buttons; Tab goes round the window, also from the picture."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        if watched is self.stage and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.focusNextPrevChild(key == Qt.Key.Key_Tab)
            return True
        if key in TURNING and watched is not self.stage:
            self._presentation.press(event)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shape()
        self._resize_notes(0)
        self._bring_row()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._beat.start()
        self._turned()
        self._bring_row()
        self.stage.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._beat.stop()
        self.stage.rest()
        self.preview.rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        """With a screen for the audience, closing this one ends the presentation; else it only goes away."""
        super().closeEvent(event)
        if not self._leaving and self._presentation.placing.several:
            self._presentation.end()

    def leave(self) -> None:
        """The presentation is over."""
        self._leaving = True
        self.close()
        self.deleteLater()


def _column(*parts: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(6)
    for part in parts:
        made.addWidget(part)
    return made


def _sheet(colours: Colours) -> str:
    """Everything here is for fingers: larger than elsewhere in the program."""
    return (
        f"QToolButton {{ min-width: 30px; min-height: 38px; border: 1px solid {colours.line}; }}"
        f"QToolButton:checked {{ border: 2px solid {colours.accent}; }}"
        f"QToolButton:focus {{ border: 2px solid {colours.focus}; }}"
        f"QToolButton#primary {{ border-color: {colours.accent}; }}"
        f"QListWidget#slides::item {{ min-height: 34px; padding: 0 8px; }}"
        f"QListWidget#slides {{ border: 1px solid {colours.line}; }}"
        f"QListWidget#slides:focus {{ border: 2px solid {colours.focus}; }}"
    )


def _notes_size() -> int:
    held = settings.presenting("notes")
    return int(held) if held.isdecimal() and len(held) < 4 and int(held) < len(NOTES_SIZES) else USUAL
