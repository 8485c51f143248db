"""All windows of one run: opens, makes, recovers and closes studies, one window each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from app import beginning, news, opening, settings
from app.busy import busy
from app.dress import dress
from app.window import StudyWindow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from app.dress import Dress
    from app.files import StudyFile
    from app.versions.held import Held
    from journeys.errors import LevensreisError
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot
    from journeys.store.recovery import Abandoned

TOLD: Final = 4
"""So many errors are told whole; of more of them only how many."""
FRAME: Final = QSize(16, 44)
"""Pixels that a frame and a title bar take, before they are there."""


class Program(QObject):
    """Knows every window; a window never knows another."""

    _stumbled = Signal(str)  #: something of ours failed, in whichever thread

    def __init__(self, app: QApplication, language: Language | None = None, *, on_screen: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._language = language
        self.dress: Dress = dress(app, language)
        self.windows: list[StudyWindow] = []
        self._used: StudyWindow | None = None
        self._untold = ""
        self.waiting = 0
        """How many studies wait to be recovered."""
        self._on_screen = on_screen
        """Whether somebody looks at the windows, so that they must fit on the screen."""
        app.setProperty("watched", on_screen)  # only then does anything glide
        self._stumbled.connect(self._tell_mishap)
        app.styleHints().colorSchemeChanged.connect(lambda _: self._system_changed())
        app.focusChanged.connect(self._focus_moved)

    # Windows

    def new_window(self) -> StudyWindow:
        """An empty window, on the screen."""
        window = StudyWindow(self.dress)
        self._follow_studies(window)
        self._follow_looks(window)
        window.window_wanted.connect(lambda: self.new_window().show_welcome())
        window.close_wanted.connect(lambda: self._close(window))
        window.closed.connect(self._forget)
        window.waiting = self.waiting
        self.windows.append(window)
        self._place(window)
        window.show()
        return window

    def _follow_studies(self, window: StudyWindow) -> None:
        window.life_event_wanted.connect(
            lambda code, people: beginning.start_life_event(self, window, code, personas=people)
        )
        window.sample_wanted.connect(lambda code: beginning.start_sample(self, window, code))
        window.blank_wanted.connect(lambda: beginning.start_blank(self, window))
        window.copy_wanted.connect(lambda document, images: beginning.open_copy(self, window, document, images))
        window.files_wanted.connect(lambda paths: opening.open_all(self, window, paths))
        window.renewal_wanted.connect(lambda: opening.renew(self, window))
        window.import_wanted.connect(lambda path: opening.import_file(self, window, path))
        window.study_wanted.connect(lambda found: opening.show_imported(self, window, found))
        window.open_wanted.connect(lambda: self._ask_open(window))
        window.recovery_wanted.connect(lambda one: self._recover(window, one))
        window.held_wanted.connect(lambda held: self.open_held(window, held))

    def _follow_looks(self, window: StudyWindow) -> None:
        window.language_wanted.connect(self._set_language)
        window.theme_wanted.connect(self._set_theme)
        window.text_size_wanted.connect(self._set_text_size)
        window.large_wanted.connect(self._set_large)

    def _place(self, window: StudyWindow) -> None:
        size, _ = settings.geometry()
        if not size.isEmpty() and len(self.windows) == 1:
            window.restoreGeometry(size)
        elif self._on_screen and not _fits(window):
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def _focus_moved(self, _before: QWidget | None, field: QWidget | None) -> None:
        """Whatever field somebody is about to type in, it takes in no unreadable characters."""
        if field is not None and isinstance(window := field.window(), StudyWindow):
            self._used = window
        if isinstance(field, QLineEdit | QPlainTextEdit | QComboBox):
            from app.panels import taken_out

            taken_out.watch(field)

    def last_used(self) -> StudyWindow:
        """The window that the user was in last."""
        return self._used if self._used in self.windows else self.windows[-1]

    def _room(self, asking: StudyWindow) -> StudyWindow:
        """The asking window when it is empty, else a new one."""
        return asking if asking.session is None else self.new_window()

    def _forget(self, window: StudyWindow) -> None:
        self.windows = [other for other in self.windows if other is not window]

    # Studies

    def open_file(self, asking: StudyWindow, path: Path, *, salvage: bool = False) -> StudyWindow | None:
        """The window of this study; None where it comes later, or not, which the asking window says."""
        return opening.open_file(self, asking, path, salvage=salvage)

    def showing(self, path: Path) -> StudyWindow | None:
        """The window that has this file open, by whatever name."""
        from app.file_names import same

        for window in self.windows:
            held = window.file.path if window.file is not None else None
            if held is not None and same(held, path):
                return window
        return None

    def show_new(
        self,
        asking: StudyWindow,
        document: Document,
        images: Mapping[str, bytes] | None = None,
        snapshots: Sequence[Snapshot] = (),
        notices: tuple[object, ...] = (),
    ) -> StudyWindow:
        """As `show_study`, of one that has no file yet."""
        from app.files import StudyFile

        return self.show_study(asking, document, StudyFile(document, images=images, snapshots=snapshots), notices)

    def show_study(
        self, asking: StudyWindow, document: Document, file: StudyFile, notices: tuple[object, ...] = ()
    ) -> StudyWindow:
        """Show a study in the asking window when it is empty, else in a new one."""
        window = self._room(asking)
        window.open_study(document, file)
        asking.over.emit()
        news.follow(window, file)
        if window.view is not None:
            window.view.map.when_painted(lambda: self._prepare(window, file, notices))
        return window

    def _prepare(self, window: StudyWindow, file: StudyFile, notices: tuple[object, ...]) -> None:
        """What can wait until the picture stands: news about the file, and the working copy for the first edit."""
        if window not in self.windows:
            return  # closed before its first picture stood: a working copy made now would stay behind
        from app.dialogs import documents

        documents.tell_opened(window, notices)
        file.begin()

    # Recovery

    def offer_recovery(self, window: StudyWindow, *, crashed: bool = False) -> None:
        """Ask about the studies that earlier sessions left behind; `crashed`: the last one ended in a crash."""
        from app.recovering import offer

        offer.offer(self, window, crashed=crashed)

    def _recover(self, asking: StudyWindow, one: Abandoned) -> None:
        """Go on with a study that an earlier session left."""
        from app.recovering import offer

        offer.restore(self, asking, one)

    def open_held(self, asking: StudyWindow, held: Held) -> None:
        """Something that the program kept, as a study that gets a name of its own."""
        from app.versions import opening

        opening.open_held(self, asking, held)

    def show_waiting(self, count: int) -> None:
        """So many studies wait to be recovered: empty windows say so."""
        self.waiting = max(0, count)
        for window in self.windows:
            window.show_waiting(self.waiting)

    # Closing, looks, messages

    def look_after_work_folder(self, window: StudyWindow) -> None:
        """Say at the start when this computer keeps no changes."""
        from app.dialogs import work_folder

        work_folder.check(window)

    def _close(self, window: StudyWindow) -> None:
        from app.dialogs import documents

        documents.close(window)

    def _ask_open(self, window: StudyWindow) -> None:
        from app.dialogs import documents

        documents.ask_open(window)

    def log_off(self) -> None:
        """The system is about to end everything: store all, and let no question stand in the way of closing.

        When somebody calls it off, closing asks again after a while.
        """
        from app import leaving

        leaving.begin(self._app)
        leaving.store(self.windows)

    def end(self) -> None:
        """Somebody outside wants the program to stop: store everything and close every window, unasked."""
        from app import leaving

        leaving.end(list(self.windows))
        self._app.exit(0)

    def _set_language(self, language: str) -> None:
        self._language = None
        settings.set_language(cast("Language", language))
        self.redress()

    def speak(self, language: Language) -> None:
        """As `--lang` of this run; what the user chose for the next ones stays."""
        self._language = language
        if language != self.dress.say.language:
            self.redress()

    def _set_theme(self, theme: str) -> None:
        settings.set_theme(cast("settings.Theme", theme))
        self.redress()

    def _set_text_size(self, percent: int) -> None:
        settings.set_text_size(percent)
        self.redress()

    def _set_large(self, large: bool) -> None:
        settings.set_large(chosen=large)
        self.redress()

    def _system_changed(self) -> None:
        if settings.theme() == "system":
            self.redress()

    def redress(self) -> None:
        """Give every window the words and colours of the settings."""
        with busy():
            put_up = [window.undress(at_once=True) for window in self.windows]
            self.dress = dress(self._app, self._language)
            for each in put_up:
                each(self.dress)

    def tell_mishap(self, kind: str) -> bool:
        """An error in our own code, in whichever thread: said where the user is looking, or as soon as one can."""
        if not isValid(self):
            return False
        self._stumbled.emit(kind)
        return True

    def tell_untold(self) -> None:
        """Say what failed before there was a window to say it in."""
        kind, self._untold = self._untold, ""
        if kind:
            self._tell_mishap(kind)

    def _tell_mishap(self, kind: str) -> None:
        say = self.dress.say
        if all(window.bar is None for window in self.windows):
            self._untold = kind
        text = say("Something in the program went wrong ({kind}). Your work is safe; you can go on.", kind=kind)
        for window in self.windows:
            if window.bar is not None:
                window.bar.tell(
                    text, [(say("Report…"), window.actions_by_code["problem"].trigger)], grave=True
                )  # fmt: skip

    def tell(self, window: StudyWindow, *errors: LevensreisError) -> None:
        """Say in this window why what was asked for did not come in: all of it in one message."""
        from journeys.messages import error_text

        if window.bar is None:
            window.show_welcome()
        if window.bar is not None:
            lines = [error_text(error, self.dress.say) for error in errors[:TOLD]]
            if len(errors) > TOLD:
                lines.append(self.dress.say("And {n} more.", n=len(errors) - TOLD))
            window.bar.tell("\n".join(lines), grave=True, until=window.over)


def _fits(window: StudyWindow) -> bool:
    """Whether the window and its frame find room on its screen."""
    wanted, room = window.size() + FRAME, window.screen().availableSize()
    return wanted.boundedTo(room) == wanted
