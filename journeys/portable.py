"""Portable mode: all that the program keeps lies beside it, as on a stick that goes from computer to computer."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path, PurePath, PurePosixPath
from typing import Final, TypeVar

MARKER: Final = "portable.txt"
_MARKERS: Final = (MARKER, f"{MARKER}.txt")
"""The second is what becomes of the first where the system hides the endings of names."""
FOLDER: Final = "Levensreis-data"

Place = TypeVar("Place", bound=PurePath)


def program_folder() -> Path:
    """Where one sees the program lie: the folder of its executable, on macOS that of the app."""
    return _program_folder(sys.executable or "")


@cache
def _program_folder(executable: str) -> Path:
    place = Path(executable).absolute()
    app = next((folder for folder in place.parents if folder.suffix.lower() == ".app"), None)
    return Path(os.path.realpath((app or place).parent))


def folder() -> Path | None:
    """Where the settings and the data of a portable program lie; None when it is an ordinary one."""
    beside = program_folder()
    return beside / FOLDER if _marked(beside) else None


@cache
def _marked(beside: Path) -> bool:
    """Also by a folder of that name: whoever made one meant it so."""
    return any(os.path.exists(beside / name) for name in _MARKERS)  # noqa: PTH110 - Path.exists() may raise


def written(path: Path) -> str:
    """How a place is written down: seen from the program when it travels along, so that another drive letter or
    another place of the stick makes no difference; else as it is.
    """
    beside = program_folder()
    if not _marked(beside):
        return str(path)
    return seen_from(beside, travelling(beside), path)


def found(text: str) -> Path:
    """The place that was written down like that; one of another system, such as `C:\\a`, stays what it is."""
    if not text.startswith(("./", "../")) or not _marked(program_folder()):
        return Path(text)
    return Path(os.path.normpath(program_folder().joinpath(*PurePosixPath(text).parts)))


def travelling(beside: Path) -> Path:
    """All that goes where the program goes: its whole stick, but of a computer's own disk only its own folder."""
    system = f"{os.environ.get('SYSTEMDRIVE', 'C:')}\\" if os.name == "nt" else "/"
    own = {_volume(Path(system)), _volume(Path(os.path.expanduser("~")))}  # noqa: PTH111 - Path.home() may raise
    volume = _volume(beside)
    return beside if volume in own else volume


@cache
def _volume(place: Path) -> Path:
    return next((up for up in (place, *place.parents) if os.path.ismount(up)), Path(place.anchor))


def seen_from(beside: Place, travels: Place, path: Place) -> str:
    """`./` or `../` and so on, with forward slashes on every system; as it is when it does not travel along."""
    if path.is_relative_to(beside):
        return f"./{path.relative_to(beside).as_posix()}"
    if not path.is_relative_to(travels):
        return str(path)
    up = "../" * len(beside.relative_to(travels).parts)
    return f"{up}{path.relative_to(travels).as_posix()}"
