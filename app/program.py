"""All windows of one run: opens, makes, recovers and closes studies, one window each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar, cast

from PySide6.QtCore import QObject, QSize, Qt, QTimer

from app import settings
from app.busy import busy
from app.dress import dress
from app.window import StudyWindow
from journeys.errors import LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from app.dress import Dress
    from app.files import StudyFile
    from journeys.exchange.imported import Imported
    from journeys.i18n import Language
    from journeys.model.document import Document
    from journeys.store.locks import Holder
    from journeys.store.opener import Opened
    from journeys.store.recovery import Abandoned

T = TypeVar("T")
AT_ONCE: Final = 1 << 20
"""Bytes: a larger file takes longer to read than anybody should wait without seeing that something happens."""

FRAME: Final = QSize(16, 44)
"""Pixels that a frame and a title bar take, before they are there."""


class Program(QObject):
    """Knows every window; a window never knows another."""

    def __init__(self, app: QApplication, language: Language | None = None, *, on_screen: bool = False) -> None:
        super().__init__(app)
        self._app = app
        self._language = language
        self.dress: Dress = dress(app, language)
        self.windows: list[StudyWindow] = []
        self._on_screen = on_screen
        app.setProperty("watched", on_screen)  # only then does anything glide
        """Whether somebody looks at the windows, so that they must fit on the screen."""
        app.styleHints().colorSchemeChanged.connect(lambda _: self._system_changed())

    # Windows

    def new_window(self) -> StudyWindow:
        """An empty window, on the screen."""
        window = StudyWindow(self.dress)
        window.life_event_wanted.connect(lambda code, people: self.start_life_event(window, code, personas=people))
        window.sample_wanted.connect(lambda code: self.start_sample(window, code))
        window.blank_wanted.connect(lambda: self.start_blank(window))
        window.file_wanted.connect(lambda path: self.open_file(window, path))
        window.import_wanted.connect(lambda path: self.import_file(window, path))
        window.window_wanted.connect(lambda: self.new_window().show_welcome())
        window.open_wanted.connect(lambda: self._ask_open(window))
        window.close_wanted.connect(lambda: self._close(window))
        window.copy_wanted.connect(lambda document, images: self._open_copy(window, document, images))
        window.language_wanted.connect(self._set_language)
        window.theme_wanted.connect(self._set_theme)
        window.text_size_wanted.connect(self._set_text_size)
        window.large_wanted.connect(self._set_large)
        window.closed.connect(self._forget)
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
            window.raise_()
            window.activateWindow()
            return window
        return self._read(
            asking, path, lambda: open_file(path, salvage=salvage),
            lambda opened: self._opened(asking, path, opened),
            lambda error: self._tell_unopened(asking, path, error),
        )  # fmt: skip

    def _showing(self, path: Path) -> StudyWindow | None:
        """The window that has this file open, by whatever name."""
        place = os.path.realpath(path)
        for window in self.windows:
            held = window.file.path if window.file is not None else None
            if held is not None and os.path.realpath(held) == place:
                return window
        return None

    def _read(
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
        return self._open(asking, opened.document, file, opened.notices)

    def start_life_event(self, asking: StudyWindow, code: str, *, personas: bool) -> None:
        """A new study of a life event, not in a file yet."""
        from journeys import templates

        try:
            document = templates.create(code, self.dress.say.language, personas=personas)
        except LevensreisError as error:
            self._tell(asking, error)
            return
        self._start(asking, self._with_persona(document) if code == templates.BLANK else document)

    def start_sample(self, asking: StudyWindow, code: str) -> None:
        """A copy of a sample with its pictures, not in a file yet: whatever is tried in it, the sample stays."""
        from app.files import StudyFile
        from journeys import templates

        try:
            found = templates.sample(code, self.dress.say.language)
        except LevensreisError as error:
            self._tell(asking, error)
            return
        window = self._open(asking, found.document, StudyFile(found.document, images=found.images))
        if window.view is not None and not self.dress.large:  # what it tells is seen at once; later one reads closer
            QTimer.singleShot(0, window.view, window.view.map.zoom_to_fit)

    def _open_copy(self, asking: StudyWindow, document: Document, images: dict[str, bytes]) -> None:
        """A study that another one gave rise to, not in a file yet."""
        from app.files import StudyFile

        made = self._open(asking, document, StudyFile(document, images=images))
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
        from journeys.exchange import formats

        self._read(
            asking, path, lambda: formats.read_file(path), lambda found: self._imported(asking, found),
            lambda error: self._tell(asking, error),
        )  # fmt: skip

    def _imported(self, asking: StudyWindow, found: Imported) -> StudyWindow:
        from app.files import StudyFile

        file = StudyFile(found.document, images=found.images, snapshots=found.snapshots)
        return self._open(asking, found.document, file, found.notices)

    def _start(self, asking: StudyWindow, document: Document) -> None:
        from app.files import StudyFile

        self._open(asking, document, StudyFile(document))

    def _open(
        self, asking: StudyWindow, document: Document, file: StudyFile, notices: tuple[object, ...] = ()
    ) -> StudyWindow:
        window = self._room(asking)
        window.open_study(document, file)
        file.conflicted.connect(lambda ours, theirs: self._tell_conflict(window, ours, theirs))
        file.parted.connect(lambda holder, path: self._tell_parted(window, holder, path))
        file.troubled.connect(lambda error: self._tell_trouble(window, error))
        if window.view is not None:
            window.view.map.when_painted(lambda: self._prepare(window, file, notices))
        return window

    def _prepare(self, window: StudyWindow, file: StudyFile, notices: tuple[object, ...]) -> None:
        """What can wait until the picture stands: news about the file, and the working copy for the first edit."""
        from app.dialogs import documents

        documents.tell_opened(window, notices)
        try:
            _ = file.copy
        except LevensreisError as error:
            self._tell(window, error)

    # Recovery

    def offer_recovery(self, window: StudyWindow) -> None:
        """Ask about every study that an earlier session left behind, one after the other."""
        from journeys.store.recovery import abandoned

        self._offer(window, abandoned())

    def _offer(self, window: StudyWindow, waiting: list[Abandoned]) -> None:
        if not waiting:
            return
        from app.dialogs import recovery

        one, *rest = waiting
        recovery.ask(
            window, one, recover=lambda: self._recover(window, one), original=lambda: self._original(window, one),
            then=lambda: self._offer(window, rest),
        )  # fmt: skip

    def _recover(self, asking: StudyWindow, one: Abandoned) -> None:
        from app.files import StudyFile
        from journeys.store import recovery

        try:
            copy = recovery.recover(one)
            document = copy.document()
        except LevensreisError as error:
            self._tell(asking, error)
            return
        for window in self.windows:
            if window.file is not None and window.file.path == one.path and not window.file.touched:
                window.drop_study()
                asking = window
        file = StudyFile(document, copy=copy)
        self._open(asking, document, file)
        file.publish()

    def _original(self, asking: StudyWindow, one: Abandoned) -> None:
        from journeys.store import recovery

        recovery.discard(one)
        if one.path is not None:
            self.open_file(asking, one.path)

    # Closing, looks, messages

    def _tell_conflict(self, window: StudyWindow, ours: Path, theirs: Path) -> None:
        from app.dialogs import documents

        documents.tell_conflict(window, ours, theirs)

    def _tell_parted(self, window: StudyWindow, holder: Holder, path: Path) -> None:
        from app.dialogs import documents

        documents.tell_parted(window, holder, path)

    def _tell_trouble(self, window: StudyWindow, error: LevensreisError) -> None:
        from app.dialogs import documents

        documents.tell_trouble(window, error)

    def _close(self, window: StudyWindow) -> None:
        from app.dialogs import documents

        documents.close(window)

    def _ask_open(self, window: StudyWindow) -> None:
        from app.dialogs import documents

        documents.ask_open(window)

    def store_all(self) -> None:
        """Everything that was typed: into its file, or else safe on this computer; without asking anything."""
        for window in self.windows:
            if window.view is not None:
                window.view.flush()
            if window.file is not None:
                window.file.publish_now()

    def end(self) -> None:
        """Somebody outside wants the program to stop: store everything and close every window, unasked."""
        try:
            self.store_all()
            for window in list(self.windows):
                if window.file is not None:
                    window.file.close()
                window.finish()
        finally:
            self._app.exit(0)

    def _set_language(self, language: str) -> None:
        self._language = None
        settings.set_language(cast("Language", language))
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

    def tell_mishap(self, kind: str) -> None:
        """An error in our own code: say so where the user is looking, once."""
        say = self.dress.say
        text = say("Something in the program went wrong ({kind}). Your work is safe; you can go on.", kind=kind)
        for window in self.windows:
            if window.bar is not None:
                window.bar.tell(text, grave=True)

    def _tell(self, window: StudyWindow, error: LevensreisError) -> None:
        from journeys.messages import error_text

        if window.bar is None:
            window.show_welcome()
        if window.bar is not None:
            window.bar.tell(error_text(error, self.dress.say), grave=True)

    def _tell_unopened(self, asking: StudyWindow, path: Path, error: LevensreisError) -> None:
        """Why a file does not open; a damaged one offers its last good version and what can still be read."""
        self._tell(asking, error)
        if error.code != "file.damaged" or asking.bar is None:
            return
        from journeys.store import backups

        say = self.dress.say
        answers: list[tuple[str, Callable[[], object]]] = []
        kept = backups.list_for(path)
        if kept:
            newest = kept[0]
            when = newest.time.astimezone().strftime("%d-%m-%Y %H:%M")
            answers.append((say("Open version of {time}", time=when), lambda: self._open_backup(asking, newest.path)))
        answers.append((say("Open what can be read"), lambda: self.open_file(asking, path, salvage=True)))
        asking.bar.tell(asking.bar.text, answers, grave=True)

    def _open_backup(self, asking: StudyWindow, path: Path) -> None:
        """An earlier version opens as a study without a file: it gets a name when it is saved."""
        from app.files import StudyFile
        from journeys.store.opener import open_file

        try:
            opened = open_file(path)
        except LevensreisError as error:
            self._tell(asking, error)
            return
        self._open(
            asking, opened.document,
            StudyFile(opened.document, images=opened.images, snapshots=opened.snapshots),
        )  # fmt: skip


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def _fits(window: StudyWindow) -> bool:
    """Whether the window and its frame find room on its screen."""
    wanted, room = window.size() + FRAME, window.screen().availableSize()
    return wanted.boundedTo(room) == wanted
