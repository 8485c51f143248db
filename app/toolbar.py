"""The toolbar of a window: a few commands as buttons, the poster at the far end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from app.actions import LENSES
from app.icons import icon
from app.plain import named, tip

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QResizeEvent

    from app.window import StudyWindow

VIEWS = ("map", "table", "compare", "ecosystem")
NEW = ("step", "phase", "note")
BETWEEN, ENDS = 4, 24
"""Pixels of the toolbar between two buttons, and before the first and after the last together."""


class Toolbar(QToolBar):
    """Buttons drop their words, those that can be missed best first, before any of them would fall off."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setObjectName("toolbar")
        self.shy: list[tuple[QToolButton, ...]] = []
        """Groups of buttons, in the order in which they lose their words."""
        self.telling: QToolButton | None = None
        """A button whose words are told by nothing else, while they are: it keeps them longest but for the last."""
        self.spare: list[QAction] = []
        """What leaves, first to last, where even icons have no room: the menus have all of it."""

        self._dressed = False
        """Whether it was dressed anew: its buttons learn their new sizes after it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        self._dressed = self._dressed or event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and self._dressed:
            self._dressed = False
            self.fit()
        return super().event(event)

    def fit(self) -> None:
        """As many words as there is room for; before the last ones go, the lines between the buttons do."""
        for action in self.spare:
            _see(action, shown=True)
        kept = [group for group in self.shy if self.telling in group]
        freely = [group for group in self.shy if group not in kept]
        self._speak(self.shy, Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._part(parted=True)
        for group in [*freely[:-1], *kept]:
            self._shorten(group)
        self._part(parted=self._needed() <= self.width())
        for group in freely[-1:]:
            self._shorten(group)
        self._leave()

    def _shorten(self, group: tuple[QToolButton, ...]) -> None:
        if self._needed() > self.width():
            self._speak([group], Qt.ToolButtonStyle.ToolButtonIconOnly)

    def _leave(self) -> None:
        for action in self.spare:
            if self._needed() <= self.width():
                return
            _see(action, shown=False)

    def _part(self, *, parted: bool) -> None:
        for action in self.actions():
            if action.isSeparator():
                _see(action, shown=parted)

    def _speak(self, groups: list[tuple[QToolButton, ...]], style: Qt.ToolButtonStyle) -> None:
        for group in groups:
            for button in group:
                button.setToolButtonStyle(style)

    def _needed(self) -> int:
        """How wide the toolbar would be with everything in it."""
        there = (action for action in self.actions() if action.isVisible())
        return sum(self.widgetForAction(action).sizeHint().width() + BETWEEN for action in there) + ENDS


def _see(action: QAction, *, shown: bool) -> None:
    if action.isVisible() != shown:
        action.setVisible(shown)


def build(window: StudyWindow) -> QToolBar:
    """Buttons that follow the window's actions."""
    act = window.actions_by_code
    bar = Toolbar(window.dress.say("Toolbar"))
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    for code in ("undo", "redo"):
        bar.addAction(act[code])
    bar.addSeparator()
    words = (*VIEWS, "present", *NEW, "fit", "lanes", "saved_views", "palette")
    made = {code: _text_button(act[code]) for code in words}
    made["lens"] = _lens_button(window)
    there = {code: bar.addWidget(made[code]) for code in (*VIEWS, "present")}
    bar.addSeparator()
    there |= {code: bar.addWidget(made[code]) for code in NEW}
    bar.addSeparator()
    there |= {code: bar.addWidget(made[code]) for code in ("fit", "lanes", "lens", "saved_views")}
    spring = QWidget()
    spring.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    bar.addWidget(spring)
    bar.addWidget(named(made["palette"], "search"))
    poster = _poster_button(window)
    bar.addWidget(poster)
    alone = ((made[code],) for code in ("saved_views", "lens", "lanes", "fit", "palette"))
    together = (tuple(made[code] for code in codes) for codes in (NEW, (*VIEWS, "present")))
    bar.shy = [*alone, *together, (poster,)]
    bar.spare = [there[code] for code in ("fit", "lanes", "phase", "note", "saved_views", "lens")]
    return bar


def _poster_button(window: StudyWindow) -> QToolButton:
    """The one button that stands out; an action that changes would give it the icon of the menu."""
    colours, action = window.dress.colours, window.actions_by_code["poster"]
    button = named(_text_button(action), "primary")
    picture = icon("poster", colours.on_accent, colours.idle)
    button.setIcon(picture)
    action.changed.connect(lambda: button.setIcon(picture))
    return button


def _lens_button(window: StudyWindow) -> QToolButton:
    """All lenses in a menu; looks pressed while one colours the map."""
    act, say = window.actions_by_code, window.dress.say
    none = act["lens_none"]
    button = named(QToolButton(), "drop")
    button.setText(say("Lens"))
    button.setIcon(icon("lens", window.dress.colours.text, window.dress.colours.idle))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setCheckable(True)
    tip(button, say("Colour the map by what a lens says of each step"))
    menu = QMenu(button)
    menu.addActions([act[code] for code in LENSES])
    button.setMenu(menu)

    def follow() -> None:
        button.setEnabled(none.isEnabled())
        button.setChecked(none.isEnabled() and not none.isChecked())

    none.changed.connect(follow)
    button.clicked.connect(follow)
    menu.aboutToHide.connect(follow)
    return button


def _text_button(action: QAction) -> QToolButton:
    """A button with icon and words that follows its action, without the action's dots and key marks."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
