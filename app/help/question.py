"""A question mark beside something that wants explaining, and F1 in a window of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from app.panels.sign_button import sign_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QToolButton, QWidget

    from app.theme import Colours
    from app.window import StudyWindow
    from journeys.i18n import Words


def question(page: str | Callable[[], str], about: str, say: Words, colours: Colours) -> QToolButton:
    """A button that opens this page of the help, or the one that fits then; `about` is what it explains."""
    button = sign_button("help", say("Help: {about}", about=about), colours.text, colours.idle)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.clicked.connect(lambda: _open(button, page))
    return button


def on_f1(dialog: QWidget, page: str | Callable[[], str]) -> None:
    """F1 in this dialog opens this page, or the one that fits then: the keys of the window do not reach it."""
    QShortcut(QKeySequence("F1"), dialog, lambda: _open(dialog, page))


def _open(widget: QWidget, page: str | Callable[[], str]) -> None:
    from app import help as helping

    helping.open_page(_study_window(widget), page if isinstance(page, str) else page(), widget.window())


def _study_window(widget: QWidget) -> StudyWindow:
    """The window with the study, of whatever stands in it or beside it."""
    found = widget.window()
    while found.objectName() != "study":
        found = cast("QWidget", found.parentWidget()).window()
    return cast("StudyWindow", found)
