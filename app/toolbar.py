"""The toolbar of a window: a few commands as buttons, the poster at the far end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QToolBar, QToolButton, QWidget

from app.icons import icon
from app.plain import named

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.window import StudyWindow


def build(window: StudyWindow) -> QToolBar:
    """Buttons that follow the window's actions."""
    act = window.actions_by_code
    bar = named(QToolBar(window.dress.say("Toolbar")), "toolbar")
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for code in ("undo", "redo"):
        bar.addAction(act[code])
    bar.addSeparator()
    for code in ("map", "table", "compare"):
        bar.addWidget(_text_button(act[code]))
    bar.addSeparator()
    for code in ("step", "phase", "note"):
        bar.addWidget(_text_button(act[code]))
    bar.addSeparator()
    bar.addWidget(_text_button(act["fit"]))
    bar.addWidget(_text_button(act["lanes"]))
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spring)
    bar.addWidget(named(_text_button(act["palette"]), "search"))
    bar.addWidget(_poster_button(window))
    return bar


def _poster_button(window: StudyWindow) -> QToolButton:
    """The one button that stands out; an action that changes would give it the icon of the menu."""
    colours, action = window.dress.colours, window.actions_by_code["poster"]
    button = named(_text_button(action), "primary")
    picture = icon("poster", colours.on_accent, colours.edge)
    button.setIcon(picture)
    action.changed.connect(lambda: button.setIcon(picture))
    return button


def _text_button(action: QAction) -> QToolButton:
    """A button with icon and words that follows its action, without the action's dots and key marks."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
