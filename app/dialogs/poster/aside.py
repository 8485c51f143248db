"""Where the dialog lies over the map it steps aside for what it shows there, and can be called back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QDialog, QWidget

    from app.dialogs.poster.remarks import Remarks
    from app.study_view import StudyView

MUCH: Final = 0.4
"""A map of which more than this part is covered hides what is shown on it."""


def covers(dialog: QWidget, below: QWidget) -> bool:
    """Whether little of what is below can be seen."""
    room = QRect(below.mapToGlobal(below.rect().topLeft()), below.size())
    hidden = room & dialog.frameGeometry()
    return hidden.width() * hidden.height() > MUCH * room.width() * room.height()


def step_aside(dialog: QDialog, view: StudyView, remarks: Remarks) -> None:
    """Let the map be seen; the bar above it says what this is about, and leads on and back."""
    place = dialog.pos()
    dialog.hide()
    view.window().activateWindow()
    view.map.setFocus()
    say = view.context.say
    answers = [(say("Back to the poster"), lambda: call_back(dialog, place))]
    if remarks.more:
        # The bar goes away after an answer, so the next one is told after that.
        answers.insert(0, (say("Show the next"), lambda: QTimer.singleShot(0, remarks, remarks.show_next)))
    view.bar.tell(remarks.told, answers)


def call_back(dialog: QDialog, place: QPoint) -> None:
    """In sight again, with the keyboard, where it was as far as the desktop allows."""
    dialog.move(place)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()


def keep_front(dialog: QDialog, window: QWidget) -> None:
    """After a question or work that belonged to the window the keyboard is the dialog's again."""
    if dialog.isVisible() and QApplication.activeWindow() in (None, window):
        dialog.activateWindow()
