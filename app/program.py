"""All windows of one run: opens, makes, recovers and closes studies, one window each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

from app import news, settings
from app.busy import busy
from app.dress import dress
from app.window import StudyWindow
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication, QWidget

    from app.dress import Dress
    from app.files import StudyFile
    from app.versions.held import Held
    from journeys.exchange.imported import Imported
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.store.opener import Opened
    from journeys.store.recovery import Abandoned

T = TypeVar("T")
AT_ONCE: Final = 1 << 20
"""Bytes: a larger file takes longer to read than anybody should wait without seeing that something happens."""

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
        window.life_event_wanted.connect(lambda code, people: self.start_life_event(window, code, personas=people))
        window.sample_wanted.connect(lambda code: self.start_sample(window, code))
        window.blank_wanted.connect(lambda: self.start_blank(window))
        window.file_wanted.connect(lambda path: self.open_file(window, path))
        window.renewal_wanted.connect(lambda: self.renew(window))
        window.import_wanted.connect(lambda path: self.import_file(window, path))
        window.study_wanted.connect(lambda found: self._imported(window, found))
        window.window_wanted.connect(lambda: self.new_window().show_welcome())
        window.open_wanted.connect(lambda: self._ask_open(window))
        window.close_wanted.connect(lambda: self._close(window))
        window.recovery_wanted.connect(lambda one: self.recover(window, one))
        window.held_wanted.connect(lambda held: self.open_held(window, held))
        window.copy_wanted.connect(lambda document, images: self._open_copy(window, document, images))
        window.language_wanted.connect(self._set_language)
        window.theme_wanted.connect(self._set_theme)
        window.text_size_wanted.connect(self._set_text_size)
        window.large_wanted.connect(self._set_large)
        window.closed.connect(self._forget)
        window.waiting = self.waiting
        self.windows.append(window)
        self._place(window)
        window.show()
        return window

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
        """Open a file; where that is impossible, say so in the asking window and write nothing."""
        from journeys.store.opener import open_file

        path = path.absolute()
        window = self._showing(path)
        if window is not None:
            from app.instance import forward

            forward.bring(window)
            return window
        return self.read(
            asking, path, lambda: open_file(path, salvage=salvage),
            lambda opened: self._opened(asking, path, opened),
            lambda error: self._tell_unopened(asking, path, error),
        )  # fmt: skip

    def renew(self, window: StudyWindow) -> None:
        """Show the file as it is now, where nothing was changed in what is shown of it."""
        from journeys.store.opener import open_file

        path = window.file.path if window.file is not None else None
        if path is None:
            return

        def then(opened: Opened) -> StudyWindow:
            if window.file is not None and window.file.path == path and not window.file.touched:
                window.drop_study()
            return self._opened(window, path, opened)

        self.read(window, path, lambda: open_file(path), then, lambda error: self.tell(window, error))

    def _showing(self, path: Path) -> StudyWindow | None:
        """The window that has this file open, by whatever name."""
        from app.file_names import same

        for window in self.windows:
            held = window.file.path if window.file is not None else None
            if held is not None and same(held, path):
                return window
        return None

    def read(
        self,
        asking: StudyWindow,
        path: Path,
        read: Callable[[], T],
        then: Callable[[T], StudyWindow],
        failed: Callable[[LevensreisError], object],
    ) -> StudyWindow | None:
        """Read a file: a small one now, a large one in a worker, with Cancel; then the window comes later."""
        if _size(path) > AT_ONCE:
            self._read_in_worker(asking, read, then, failed)
            return None
        try:
            found = read()
        except LevensreisError as error:
            failed(error)
            return None
        return then(found)

    def _read_in_worker(
        self,
        asking: StudyWindow,
        read: Callable[[], T],
        then: Callable[[T], StudyWindow],
        failed: Callable[[LevensreisError], object],
    ) -> None:
        from app import tasks

        def trouble(error: Exception) -> None:
            if not isinstance(error, LevensreisError):
                raise error
            failed(error)

        if asking.session is None and asking.start_page is None:
            asking.show_welcome()
        tasks.start_shown(lambda _: read(), asking, self.dress.say("Opening…"), self.dress.say, then, trouble)

    def _opened(self, asking: StudyWindow, path: Path, opened: Opened) -> StudyWindow:
        from app.files import StudyFile

        showing = self._showing(path)
        if showing is not None:  # it was asked for twice while it was being read
            return showing
        file = StudyFile(
            opened.document, None if opened.damaged else path,
            images=opened.images, snapshots=opened.snapshots, identity=opened.identity,
        )  # fmt: skip
        settings.add_recent_file(path)
        return self.show_study(asking, opened.document, file, opened.notices)

    def start_life_event(self, asking: StudyWindow, code: str, *, personas: bool) -> None:
        """A new study of a life event, not in a file yet."""
        from journeys import templates

        try:
            document = templates.create(code, self.dress.say.language, personas=personas)
        except LevensreisError as error:
            self.tell(asking, error)
            return
        self._start(asking, self._with_persona(document) if code == templates.BLANK else document)

    def start_sample(self, asking: StudyWindow, code: str) -> None:
        """A copy of a sample with its pictures, not in a file yet: whatever is tried in it, the sample stays."""
        from app.files import StudyFile
        from journeys import templates

        try:
            found = templates.sample(code, self.dress.say.language)
        except LevensreisError as error:
            self.tell(asking, error)
            return
        window = self.show_study(asking, found.document, StudyFile(found.document, images=found.images))
        if window.view is not None and not self.dress.large:  # what it tells is seen at once; later one reads closer
            QTimer.singleShot(0, window.view, window.view.map.zoom_to_fit)

    def _open_copy(self, asking: StudyWindow, document: Document, images: dict[str, bytes]) -> None:
        """A study that another one gave rise to, not in a file yet."""
        from app.files import StudyFile

        made = self.show_study(asking, document, StudyFile(document, images=images))
        if asking.view is not None and asking.view.context.names_hidden:  # the same people, before the same room
            made.actions_by_code["hide_names"].trigger()

    def start_blank(self, asking: StudyWindow) -> None:
        """An empty study with one persona, ready to be drawn; not in a file yet."""
        from journeys.edits import study

        self._start(asking, self._with_persona(study.blank(self.dress.say("New study"), self.dress.say.language)))

    def _with_persona(self, document: Document) -> Document:
        """The study with one persona and a journey to draw in."""
        from app.panels import sidebar_verbs

        say = self.dress.say
        edit, _, _ = sidebar_verbs.persona_with_journey(document, say("New persona"), say("New journey"))
        document.write(edit.changes)  # nobody has seen it yet, so this is no edit to undo
        return document

    def import_file(self, asking: StudyWindow, path: Path) -> None:
        """A study from another format, as a new study that is not in a file yet."""
        from app import importing
        from journeys.exchange import formats

        def read() -> Imported:
            return formats.read_file(path)

        def then(found: Imported) -> StudyWindow:
            return self._imported(asking, found)

        def failed(error: LevensreisError) -> None:
            importing.refuse(asking, path, error)

        if path.suffix.lower() == ".json":
            self.read(asking, path, read, then, failed)
        else:  # what is packed, as in a PDF, may be many times as long as its file
            self._read_in_worker(asking, read, then, failed)

    def _imported(self, asking: StudyWindow, found: Imported) -> StudyWindow:
        from app.files import StudyFile

        file = StudyFile(found.document, images=found.images, snapshots=found.snapshots)
        return self.show_study(asking, found.document, file, found.notices)

    def _start(self, asking: StudyWindow, document: Document) -> None:
        from app.files import StudyFile

        self.show_study(asking, document, StudyFile(document))

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

    def recover(self, asking: StudyWindow, one: Abandoned) -> None:
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

    def tell(self, window: StudyWindow, error: LevensreisError) -> None:
        from journeys.messages import error_text

        if window.bar is None:
            window.show_welcome()
        if window.bar is not None:
            window.bar.tell(error_text(error, self.dress.say), grave=True, until=window.over)

    def _tell_unopened(self, asking: StudyWindow, path: Path, error: LevensreisError) -> None:
        """Why a file does not open; of a damaged one there is more to say, and to do."""
        error = _as_damaged(path, error)
        self.tell(asking, error)
        if error.code == "file.damaged" and asking.bar is not None:
            from app.versions import damaged

            damaged.show(self, asking, path, error)
        elif error.code == "file.missing":
            self._offer_versions(asking, path)

    def _offer_versions(self, asking: StudyWindow, path: Path) -> None:
        """Of a file that is gone there may be earlier versions."""
        from app import versions
        from journeys.store import backups

        def look() -> None:
            dialog = versions.show(asking)
            if dialog is not None:
                dialog.show_versions_of(path)

        if asking.bar is not None and backups.list_for(path):
            versions_too = [(self.dress.say("Earlier versions…"), look)]
            asking.bar.tell(asking.bar.text, versions_too, grave=True, until=asking.over)


def _as_damaged(path: Path, error: LevensreisError) -> LevensreisError:
    """A file that is empty or looks foreign, where there was a study before, is a damaged study."""
    from journeys.errors import FileError
    from journeys.store import backups

    if error.code in ("file.empty", "file.not_ours") and backups.list_for(path):
        return FileError("file.damaged", path=str(path), name=path.name, reason="header")
    return error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _fits(window: StudyWindow) -> bool:
    """Whether the window and its frame find room on its screen."""
    wanted, room = window.size() + FRAME, window.screen().availableSize()
    return wanted.boundedTo(room) == wanted
