"""The files that were opened last: where they lie, whether they are still there, and opening them again."""

from __future__ import annotations

import datetime as dt
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from app import settings, tasks
from journeys.text import on_one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from app.window import StudyWindow
    from journeys.i18n import Words

PATIENCE: Final = 3.0
"""Seconds after which a disk that does not answer is called out of reach."""
State = Literal["there", "gone", "away"]
"""There; its folder is there and it is not; its folder cannot be reached now."""


class Seen(NamedTuple):
    """How a file was found."""

    state: State
    changed: dt.datetime | None = None


def look(path: Path) -> Seen:
    """Look a file up. It may take minutes on a drive that is lost: call it in a worker."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return Seen("gone" if _is_folder(path.parent) else "away")
    except (OSError, ValueError):
        return Seen("away")
    if not stat.S_ISREG(found.st_mode):
        return Seen("gone")
    return Seen("there", dt.datetime.fromtimestamp(found.st_mtime).astimezone())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def look_in_worker(path: Path, owner: QObject, told: Callable[[Seen], object]) -> None:
    """As `look`, without anybody waiting for it; a drive that does not answer in time is away."""
    tasks.start(lambda _: look(path), owner, told, lambda _: told(Seen("away")), patience=PATIENCE)


def those_there(paths: Sequence[Path], owner: QObject, told: Callable[[list[Path]], object]) -> None:
    """Tell which of these are there, as soon as that is known of all of them."""
    found: dict[Path, Seen] = {}

    def answered(path: Path, seen: Seen) -> None:
        found[path] = seen
        if len(found) == len(paths):
            told([each for each in paths if found[each].state == "there"])

    for path in paths:
        look_in_worker(path, owner, partial(answered, path))


def open_again(window: StudyWindow, path: Path) -> None:
    """Open a file of the list when it can be reached; else say where it was, and offer what can be done."""
    look_in_worker(path, window, partial(_open_or_tell, window, path))


def _open_or_tell(window: StudyWindow, path: Path, seen: Seen) -> None:
    if seen.state == "there":
        window.files_wanted.emit([path])
    elif window.bar is not None:
        say = window.dress.say
        answers: list[tuple[str, Callable[[], object]]] = [
            (say("Take out of the list"), partial(_forget, window, path))
        ]
        if seen.state == "away":
            answers.insert(0, (say("Try again"), partial(open_again, window, path)))
        window.bar.tell(unreachable_text(path, seen.state, say), answers, grave=True)


def unreachable_text(path: Path, state: State, say: Words) -> str:
    """Why a file of the list does not open."""
    folder = folder_text(path.parent)
    if state == "gone":
        return say("“{name}” is no longer in {folder}. Was it moved or renamed?", name=path.name, folder=folder)
    return say(
        "“{name}” cannot be reached now: {folder} does not answer. Is the drive or the network connected?",
        name=path.name, folder=folder,
    )  # fmt: skip


def _forget(window: StudyWindow, path: Path) -> None:
    settings.forget_file(path)
    if window.start_page is not None:
        window.start_page.refresh()


def folder_text(folder: Path) -> str:
    """A folder as people know it: `~` for their own."""
    with suppress(ValueError, RuntimeError):
        folder = Path("~") / folder.relative_to(Path.home())
    return on_one_line(str(folder))
