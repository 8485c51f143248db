"""Opens files as studies: a small one now, a large one in a worker; what does not open is told with why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from app import settings
from journeys.errors import FileError, LevensreisError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from app.program import Program
    from app.window import StudyWindow
    from journeys.exchange.imported import Imported
    from journeys.store.opener import Opened

T = TypeVar("T")
AT_ONCE: Final = 1 << 20
"""Bytes: a larger file takes longer to read than anybody should wait without seeing that something happens."""


def open_file(program: Program, asking: StudyWindow, path: Path, *, salvage: bool = False) -> StudyWindow | None:
    """Open a file; where that is impossible, say so in the asking window and write nothing."""
    return _open(program, asking, path, partial(_tell_unopened, program, asking), salvage=salvage)


def open_all(program: Program, asking: StudyWindow, paths: Sequence[Path]) -> StudyWindow:
    """Each in a window of its own, once; gives the last one, or the one that says what did not open."""
    refused = Refused(program, asking)
    last = asking
    for path in dict.fromkeys(paths):
        last = _open(program, asking, path, refused.add) or asking
    return asking if refused.tell() else last


class Refused:
    """What did not open of several files, told together: what is told of one would hide what was told of another."""

    def __init__(self, program: Program, asking: StudyWindow) -> None:
        self._program, self._asking = program, asking
        self._found: list[tuple[Path, LevensreisError]] = []
        self._all_asked = False

    def add(self, path: Path, error: LevensreisError) -> None:
        """A large file is read in a worker, and may be refused when the others were told already."""
        self._found.append((path, error))
        if self._all_asked:
            self.tell()

    def tell(self) -> bool:
        """Everything was asked for; False when nothing was refused so far."""
        self._all_asked = True
        if len(self._found) == 1:
            _tell_unopened(self._program, self._asking, *self._found[0])
        elif self._found:
            self._program.tell(self._asking, *(_as_damaged(path, error) for path, error in self._found))
        return bool(self._found)


def renew(program: Program, window: StudyWindow) -> None:
    """Show the file as it is now, where nothing was changed in what is shown of it."""
    from journeys.store import opener

    path = window.file.path if window.file is not None else None
    if path is None:
        return

    def then(opened: Opened) -> StudyWindow:
        if window.file is not None and window.file.path == path and not window.file.touched:
            window.drop_study()
        return _opened(program, window, path, opened)

    read(program, window, path, lambda: opener.open_file(path), then, lambda error: program.tell(window, error))


def read(
    program: Program,
    asking: StudyWindow,
    path: Path,
    reading: Callable[[], T],
    then: Callable[[T], StudyWindow],
    failed: Callable[[LevensreisError], object],
) -> StudyWindow | None:
    """Read a file: a small one now, a large one in a worker, with Cancel; then the window comes later."""
    if _size(path) > AT_ONCE:
        read_in_worker(program, asking, reading, then, failed)
        return None
    try:
        found = reading()
    except LevensreisError as error:
        failed(error)
        return None
    return then(found)


def read_in_worker(
    program: Program,
    asking: StudyWindow,
    reading: Callable[[], T],
    then: Callable[[T], StudyWindow],
    failed: Callable[[LevensreisError], object],
) -> None:
    """As `read`, of what may be much larger than its file, or takes long for another reason."""
    from app import tasks

    def trouble(error: Exception) -> None:
        if not isinstance(error, LevensreisError):
            raise error
        failed(error)

    if asking.session is None and asking.start_page is None:
        asking.show_welcome()
    say = program.dress.say
    tasks.start_shown(lambda _: reading(), asking, say("Opening…"), say, then, trouble)


def import_file(program: Program, asking: StudyWindow, path: Path) -> None:
    """A study from another format, as a new study that is not in a file yet."""
    from app import importing
    from journeys.exchange import formats

    then = partial(show_imported, program, asking)
    failed = partial(importing.refuse, asking, path)
    if path.suffix.lower() == ".json":
        read(program, asking, path, lambda: formats.read_file(path), then, failed)
    else:  # what is packed, as in a PDF, may be many times as long as its file
        read_in_worker(program, asking, lambda: formats.read_file(path), then, failed)


def show_imported(program: Program, asking: StudyWindow, found: Imported) -> StudyWindow:
    """A study that was made of a file in another format."""
    return program.show_new(asking, found.document, found.images, found.snapshots, found.notices)


def _open(
    program: Program,
    asking: StudyWindow,
    path: Path,
    failed: Callable[[Path, LevensreisError], object],
    *,
    salvage: bool = False,
) -> StudyWindow | None:
    from journeys.store import opener

    path = path.absolute()
    window = program.showing(path)
    if window is not None:
        from app.instance import forward

        forward.bring(window)
        return window
    return read(
        program, asking, path, lambda: opener.open_file(path, salvage=salvage),
        lambda opened: _opened(program, asking, path, opened), lambda error: failed(path, error),
    )  # fmt: skip


def _opened(program: Program, asking: StudyWindow, path: Path, opened: Opened) -> StudyWindow:
    from app.files import StudyFile

    showing = program.showing(path)
    if showing is not None:  # it was asked for twice while it was being read
        return showing
    file = StudyFile(
        opened.document, None if opened.damaged else path,
        images=opened.images, snapshots=opened.snapshots, identity=opened.identity,
    )  # fmt: skip
    settings.add_recent_file(path)
    return program.show_study(asking, opened.document, file, opened.notices)


def _tell_unopened(program: Program, asking: StudyWindow, path: Path, error: LevensreisError) -> None:
    """Why a file does not open; of a damaged one there is more to say, and to do."""
    error = _as_damaged(path, error)
    program.tell(asking, error)
    if error.code == "file.damaged" and asking.bar is not None:
        from app.versions import damaged

        damaged.show(program, asking, path, error)
    elif error.code == "file.missing":
        _offer_versions(asking, path)


def _offer_versions(asking: StudyWindow, path: Path) -> None:
    """Of a file that is gone there may be earlier versions."""
    from app import versions
    from journeys.store import backups

    def look() -> None:
        dialog = versions.show(asking)
        if dialog is not None:
            dialog.show_versions_of(path)

    if asking.bar is not None and backups.list_for(path):
        versions_too = [(asking.dress.say("Earlier versions…"), look)]
        asking.bar.tell(asking.bar.text, versions_too, grave=True, until=asking.over)


def _as_damaged(path: Path, error: LevensreisError) -> LevensreisError:
    """A file that is empty or looks foreign, where there was a study before, is a damaged study."""
    from journeys.store import backups

    if error.code in ("file.empty", "file.not_ours") and backups.list_for(path):
        return FileError("file.damaged", path=str(path), name=path.name, reason="header")
    return error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
