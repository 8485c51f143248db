"""Where a start and the running program find each other: one place per user, data folder and screen."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeys.errors import FileError
from journeys.identity import APP_ID
from journeys.store import locations

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST: Final = 100
"""Bytes: some systems take no more than 103 for the name of a socket."""


def door() -> str | None:
    """The name at which the running program listens; None where there is no safe place for one."""
    if sys.platform == "win32":
        return f"levensreis-{mark()}"
    folder = private_folder()
    found = None if folder is None else str(folder / f"levensreis-{mark()}")
    return None if found is None or len(os.fsencode(found)) > LONGEST else found


def mark() -> str:
    """Tells one user's data and screen from another's, and neither's name."""
    told = [os.path.normcase(os.path.realpath(locations.usual_data_folder())), screen()]
    return hashlib.sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def screen(environment: Mapping[str, str] = os.environ) -> str:
    """On which screen this start would show its window: one that is elsewhere would be of no use to its user."""
    if sys.platform == "win32":
        return _windows_session()
    shown = environment.get("DISPLAY", "")
    shown = shown.rpartition(".")[0] if shown.rpartition(":")[2].count(".") else shown  # ":0.0" is ":0"
    return "|".join((environment.get("QT_QPA_PLATFORM", ""), environment.get("WAYLAND_DISPLAY", ""), shown))


def _windows_session() -> str:
    import ctypes

    session = ctypes.c_ulong()
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]  # only there on Windows
    kernel.ProcessIdToSessionId(os.getpid(), ctypes.byref(session))
    return str(session.value)


def private_folder(environment: Mapping[str, str] = os.environ) -> Path | None:
    """A folder on this very computer in which nobody else can put anything; None when there is none."""
    given = environment.get("XDG_RUNTIME_DIR")
    if given and Path(given).is_absolute():
        sandboxed = environment.get("FLATPAK_ID")  # each of its processes sees a folder of its own, but for this one
        folder = Path(given, "app", sandboxed) if sandboxed else Path(given)
        if _ours(folder):
            return folder
    return _among_temporary_files()


def _among_temporary_files() -> Path | None:
    import tempfile  # slow to load, and seldom wanted

    from journeys.store import files

    folder = Path(tempfile.gettempdir()) / f"{APP_ID}-{_user()}"
    try:
        files.make_folder(folder)
    except (OSError, FileError):
        return None
    return folder if _ours(folder) else None


def _ours(folder: Path) -> bool:
    """Whether it is a folder of this user, and no link to another's, in which nobody else may write."""
    try:
        told = folder.lstat()
    except OSError:
        return False
    return stat.S_ISDIR(told.st_mode) and told.st_uid == _user() and not told.st_mode & 0o022


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
