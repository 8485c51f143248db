"""The settings: few, each applied as soon as it is chosen, in a window beside the study."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import links, settings
from app.dialogs import front
from app.dialogs.theme_picture import theme_icon
from app.help.question import on_f1, question
from app.menus import LANGUAGE_NAMES, THEME_NAMES
from app.panels.message_bar import announce
from app.plain import PlainLabel, named, put, tip
from journeys import portable
from journeys.settings.keys import Key
from journeys.store import locations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent

    from app.dress import Dress
    from app.window import StudyWindow

PICTURE: Final = QSize(84, 52)
APART: Final = (16, 12, 8)
"""Pixels between two rows: as many as there is room for on the screen."""
KEY_OF: Final[dict[str, Key]] = {"language": "language", "kind": "theme", "size": "text_size"}
"""What a row of buttons of this look sets."""


def show(window: StudyWindow) -> Settings:
    """Open the settings, or bring them to the front."""
    return front.shown(window, Settings)


class Settings(QDialog):
    """Shows what is chosen now; another language or look builds it anew where it stands."""

    def __init__(self, window: StudyWindow) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._page: QWidget | None = None
        self._apart = APART[0]
        self._build()
        self._take_room()
        self._first_free().setFocus()
        on_f1(self, "settings")

    def _first_free(self) -> QWidget:
        """The first choice that is the user's own."""
        choices = [one for one in self.findChildren(QAbstractButton) if one.property("choice") and one.isEnabled()]
        return next((one for one in choices if one.isChecked()), choices[0] if choices else self.reset)

    def redress(self, dress: Dress) -> None:
        """The same settings in another language or look; the keyboard stays where it was."""
        focused: QWidget | None = self.focusWidget()
        place = focused.property("choice") if focused is not None else None
        larger = self._percent != dress.percent
        self._build()
        if larger:
            self._take_room()
        for widget in self.findChildren(QAbstractButton):
            if place is not None and widget.property("choice") == place and widget.isVisible():
                widget.setFocus()

    def _take_room(self) -> None:
        """As large as everything in it, if the screen has that."""
        size = self._window.dress.percent / 100
        screen = self._window.screen().availableSize()
        wide = min(round(640 * size), screen.width() - 40)
        self.setMinimumWidth(min(420, wide))
        room = screen.height() - 60
        self._apart = next((apart for apart in APART if self._tall(wide, apart) <= room), APART[-1])
        self.resize(wide, min(self._tall(wide, self._apart), room))

    def _tall(self, wide: int, apart: int) -> int:
        """Pixels that everything needs at this width, with the rows so far apart."""
        self._grid.setVerticalSpacing(apart)
        self._grid.activate()
        return self._grid.heightForWidth(wide) + self._foot.sizeHint().height() + 1  # the line above the foot

    def _build(self) -> None:
        dress = self._window.dress
        say = dress.say
        self._percent = dress.percent
        old = self._page
        self.setWindowTitle(say("Settings"))
        page = self._page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = named(QWidget(), "page")
        self._grid = QGridLayout(self._content)
        self._grid.setContentsMargins(22, 20, 22, 16)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(self._apart)
        self._grid.setColumnStretch(1, 1)
        self._fill()
        scroll.setWidget(self._content)
        column.addWidget(scroll, 1)
        column.addWidget(named(QFrame(), "rule"))
        self._foot = self._bottom()
        column.addWidget(self._foot)
        self._outer.addWidget(page)
        if old is not None:
            old.hide()
            old.deleteLater()
            page.show()  # now: what is not shown cannot take the keyboard

    def _fill(self) -> None:
        self._add_language()
        self._add_look()
        self._add_text_size()
        self._add_ticks()
        portable_one = portable.folder() is not None
        self._add_recent_files(portable_one=portable_one)
        say = self._window.dress.say
        self._row(say("Portable") if portable_one else say("On this computer"), *self._places())
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def _add_language(self) -> None:
        window, say = self._window, self._window.dress.say
        languages = [
            self._choice("language", code, name, code == say.language, partial(window.language_wanted.emit, code))
            for code, name in LANGUAGE_NAMES.items()
        ]
        for button in languages:
            button.setProperty("foreign", True)
        self._row(say("Language"), self._beside(say("Language"), languages), *self._fixed("language"), lead=7)

    def _add_look(self) -> None:
        say = self._window.dress.say
        themes = [self._theme(code, say(name)) for code, name in THEME_NAMES.items()]
        self._row(say("Look"), self._beside(say("Look"), themes), *self._fixed("theme"), lead=9)

    def _add_text_size(self) -> None:
        window, say, now = self._window, self._window.dress.say, settings.text_size()
        sizes = [
            self._choice("size", size, f"{size} %", size == now, partial(window.text_size_wanted.emit, size))
            for size in settings.TEXT_SIZES
        ]
        self._row(say("Text size"), self._beside(say("Text size"), sizes), *self._fixed("text_size"), lead=7)

    def _add_ticks(self) -> None:
        say = self._window.dress.say
        self._row(
            say("On the projector"),
            *self._tick("large", say("Everything large, for a whole room"), settings.large(), self._set_large),
            *self._tick("sound", say("The timer sounds when the time is up"), settings.sound(),
                        lambda on: settings.set_sound(chosen=on)),
        )  # fmt: skip
        self._row(
            say("Motion"),
            *self._tick("calm", say("Calm picture: nothing moves by itself"), settings.calm(),
                        lambda on: settings.set_calm(chosen=on)),
        )  # fmt: skip

    def _add_recent_files(self, *, portable_one: bool) -> None:
        say = self._window.dress.say
        told = (
            say("Their names, their folders and a heartbeat without words, beside the program alone.")
            if portable_one
            else say("Their names, their folders and a heartbeat without words, on this computer alone.")
        )
        self._row(
            say("Recent files"),
            *self._tick("remember", say("Remember which files I opened"), settings.remembers(), self._set_remembers),
            PlainLabel(told, wrap=True, name="muted"),
        )

    def _row(self, title: str, *parts: QWidget, lead: int = 4) -> None:
        """`lead`: pixels that the title goes down, to stand beside the words of what it is about."""
        row = self._grid.rowCount()
        caption = PlainLabel(title, name="strong")
        caption.setContentsMargins(0, lead, 0, 0)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in parts:
            column.addWidget(part)
        self._grid.addWidget(holder, row, 1)

    def _beside(self, title: str, buttons: Sequence[QAbstractButton]) -> QWidget:
        """One of these, chosen with the arrow keys too; each is heard with what it is a choice of."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        group = QButtonGroup(line)
        for button in buttons:
            button.setAccessibleName(f"{title}: {button.text()}")
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return line

    def _choice(self, name: str, code: object, text: str, chosen: bool, act: Callable[[], object]) -> QToolButton:
        button = named(QToolButton(), name)
        put(button, text)
        button.setProperty("choice", code)
        button.setCheckable(True)
        button.setChecked(chosen)
        self._give(button, KEY_OF[name])
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(act)
        return button

    def _fixed(self, key: Key) -> list[QWidget]:
        """The sentence below what the administrator decides on."""
        say = self._window.dress.say
        fixed = settings.fixed(key) if key != "folder" else locations.folder_is_fixed()
        return [PlainLabel(say(settings.FIXED), name="muted")] if fixed else []

    def _theme(self, code: str, name: str) -> QToolButton:
        act = partial(self._window.theme_wanted.emit, code)
        button = self._choice("kind", code, name, code == settings.theme(), act)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setIcon(theme_icon(code, PICTURE))
        button.setIconSize(PICTURE)
        return button

    def _tick(self, code: Key, text: str, chosen: bool, act: Callable[[bool], object]) -> list[QWidget]:
        box = QCheckBox(text)
        box.setProperty("choice", code)
        box.setChecked(chosen)
        self._give(box, code)
        box.clicked.connect(act)
        return [box, *self._fixed(code)]

    def _give(self, button: QAbstractButton, key: Key) -> None:
        """To the user, or not: then it is grey and heard with why."""
        if settings.fixed(key):
            button.setEnabled(False)
            button.setAccessibleDescription(self._window.dress.say(settings.FIXED))

    def _set_large(self, chosen: bool) -> None:
        self._window.large_wanted.emit(chosen)

    def _set_remembers(self, chosen: bool) -> None:
        settings.set_remembers(chosen=chosen)
        if self._window.start_page is not None:
            self._window.start_page.refresh()

    def _places(self) -> tuple[QWidget, ...]:
        """Where the data and the log lie."""
        say, folder = self._window.dress.say, locations.data_folder()
        where = PlainLabel(str(folder), wrap=True, name="muted")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        where.setProperty("foreign", True)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        for text, act in (
            (say("See and erase…"), self._window.actions_by_code["local_data"].trigger),
            (say("Open the folder"), partial(self._open, folder)),
            (say("Open the log"), partial(self._open, folder / "log")),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        told = say("Working copies, earlier versions and the log. What you write never stands in the log.")
        if portable.folder() is not None:
            told = say("{told} Settings too: they all lie beside the program, and go where it goes.", told=told)
        return PlainLabel(told, wrap=True), where, *self._fixed("folder"), line

    def _open(self, folder: object) -> None:
        from pathlib import Path

        if not links.open_folder(Path(str(folder))):
            self._tell(self._window.dress.say("That folder is not there yet."))

    def _bottom(self) -> QWidget:
        say, foot = self._window.dress.say, QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(22, 10, 22, 12)
        self.reset = QPushButton(say("Everything as at first"))
        tip(self.reset, say("All settings as they were when Levensreis was new; your list of files stays."))
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        self._said = PlainLabel("", name="muted", wrap=True)
        close = QPushButton(say("Close"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row.addWidget(self.reset)
        row.addWidget(question("settings", say("Settings"), say, self._window.dress.colours))
        row.addWidget(self._said, 1)
        row.addWidget(close)
        return foot

    def _reset(self) -> None:
        window = self._window
        settings.reset()
        window.large_wanted.emit(settings.large())
        window.language_wanted.emit(settings.language())
        settings.reset()  # what was shown just now is nobody's choice
        self._tell(window.dress.say("All settings are as they were at first."))
        self.reset.setFocus()

    def _tell(self, text: str) -> None:
        put(self._said, text)
        announce(self, text)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive:
            self._window.activateWindow()
