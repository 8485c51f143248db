"""Where the program keeps its own data on this computer, found without Qt."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import Final

NAME: Final = "Levensreis"


def data_folder() -> Path:
    """The user's data folder: LEVENSREIS_DATA when set, else where this platform wants it."""
    given = os.environ.get("LEVENSREIS_DATA")
    return Path(given).absolute() if given else _platform_folder()


def _platform_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME.lower()


def work_folder() -> Path:
    """Holds one folder per working copy."""
    return data_folder() / "work"


def backup_folder(document: Path) -> Path:
    """Holds the last published versions of the file at this place.

    Named after the place and not after what is in the file, so that it is found when the file is damaged;
    hashed, so that it tells no name of a person or folder.
    """
    place = os.path.normcase(os.path.realpath(document))
    return data_folder() / "backup" / hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def known_file() -> Path:
    """Lists the digests of files that this program checked and wrote itself."""
    return data_folder() / "known"
