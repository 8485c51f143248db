"""Which screen has which window, also when a projector comes or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from app import settings
from app.present import screens

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

    from app.present.audience import Audience

SETTLE_MS: Final = 150
"""A screen that comes or goes is told of in several steps."""


class Placing(QObject):
    """The audience's window fills its screen; on another screen stands the presenter's."""

    parted = Signal()  #: the audience's screen is gone
    joined = Signal()  #: there is a screen for the audience again

    def __init__(self, audience: Audience, home: QWidget, console: Callable[[], QWidget], parent: QObject) -> None:
        super().__init__(parent)
        self._audience, self._home, self._make_console = audience, home, console
        self._console: QWidget | None = None
        self._wanted = settings.presenting("screen")
        self._asked = False
        """Whether the presenter's screen was asked for, though there is but one."""
        self.in_window = False
        """Whether the audience's window does not fill its screen."""
        self._two = self.several
        self._later = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._later.timeout.connect(self._settle)
        self._connect(on=True)

    def stop(self) -> None:
        """Follow no screen any more."""
        self._later.stop()
        self._connect(on=False)

    def _connect(self, *, on: bool) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            for signal in (app.screenAdded, app.screenRemoved, app.primaryScreenChanged):
                (signal.connect if on else signal.disconnect)(self._screens_change)

    def _screens_change(self, _: QScreen) -> None:
        self._later.start()

    def put(self, audience: Audience) -> None:
        """Another window for the audience, in place of all there was."""
        self._audience, self._console = audience, None

    @property
    def several(self) -> bool:
        """Whether the audience has a screen of its own."""
        return len(screens.screens()) > 1

    def front(self) -> QWidget:
        """The window that the presenter works in."""
        shown = self.console
        return shown if shown is not None and (self.several or shown.isActiveWindow()) else self._audience

    @property
    def console(self) -> QWidget | None:
        """The presenter's window, when it stands."""
        return self._console if self._console is not None and self._console.isVisible() else None

    # Where

    def home_screen(self) -> QScreen:
        """Where the study is worked on."""
        return self._home.screen()

    def audience_screen(self) -> QScreen:
        """The chosen one if it is there, else one beside the study's, else the only one."""
        home = self.home_screen()
        return screens.by_name(self._wanted) or screens.beside(home) or home

    def console_screen(self) -> QScreen:
        """Where the study is, when the audience is not there."""
        taken, home = self.audience_screen(), self.home_screen()
        return home if home.geometry() != taken.geometry() else screens.beside(taken) or home

    def place(self) -> None:
        """Every window on its screen."""
        there = self.audience_screen()
        if self.in_window:
            if not self._audience.isVisible() or self._audience.isFullScreen():
                self._show_in_window(there)
        else:
            screens.fill(self._audience, there)
        if self._two:
            self._open_console()
        elif self._console is not None and not self._asked:
            self._console.hide()
        self._give_focus()

    def _open_console(self) -> None:
        self._console = self._console or self._make_console()
        screens.open_on(self._console, self.console_screen())

    def _show_in_window(self, screen: QScreen) -> None:
        room = screen.availableGeometry()
        self._audience.showNormal()
        self._audience.resize(room.width() * 3 // 4, room.height() * 3 // 4)

    def _give_focus(self) -> None:
        front = self.front()
        front.raise_()
        front.activateWindow()
        if front is self._audience:
            self._audience.stage.setFocus()

    # Choices

    def choose(self, name: str) -> None:
        """The audience on the screen with this name, now and the next time."""
        self._wanted = name
        settings.set_presenting("screen", name)
        self.place()

    def swap(self) -> None:
        """The audience where the presenter was, and the other way round."""
        other = screens.beside(self.audience_screen())
        if other is not None:
            self.choose(other.name())

    def toggle_console(self) -> None:
        """The presenter's window comes, to the front, or goes."""
        shown = self.console
        if shown is not None and shown.isActiveWindow():
            self._asked = False
            shown.hide()
            self._audience.activateWindow()
            self._audience.stage.setFocus()
            return
        self._asked = True
        self._open_console()
        if self._console is not None:
            self._console.raise_()
            self._console.activateWindow()

    def toggle_window(self) -> None:
        """The audience's window with a frame, to be shared or moved; or the whole screen again."""
        self.in_window = not self.in_window
        self.place()

    # Screens that come and go

    def _settle(self) -> None:
        two = self.several
        gone, came = self._two and not two, two and not self._two
        self._two = two
        self.place()
        if gone:
            self.parted.emit()
        elif came:
            self.joined.emit()
