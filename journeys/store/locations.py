"""Where the program keeps its own data on this computer, found without Qt."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path
from typing import Final

from journeys import portable
from journeys.settings import administrator

NAME: Final = "Levensreis"
TEMPORARY: Final = "levensreis-copy-"
"""How the name begins of a folder among the temporary files of this computer."""


def data_folder() -> Path:
    """The user's data folder: the usual one, or the one that was chosen instead because that took no files."""
    usual = usual_data_folder()
    return usual if folder_is_fixed() else choices().get(usual, usual)


def data_folders() -> list[Path]:
    """The one in use, and the usual ones: what lies there from before another was chosen is not forgotten."""
    found = [data_folder(), usual_data_folder()]
    return list(dict.fromkeys([*found, _platform_folder()] if _administrators() is not None else found))


def usual_data_folder() -> Path:
    """LEVENSREIS_DATA when set, else beside a portable program, as the administrator or as this platform wants it."""
    given = os.environ.get("LEVENSREIS_DATA")
    return Path(given).absolute() if given else portable.folder() or _administrators() or _platform_folder()


def folder_is_fixed() -> bool:
    """Whether the administrator wants the data there and nowhere else."""
    return _administrators() is not None and administrator.fixed("folder") is not None


def _administrators() -> Path | None:
    """What the administrator laid down, where that counts."""
    if os.environ.get("LEVENSREIS_DATA") or portable.folder() is not None:
        return None
    laid_down = administrator.laid_down("folder")
    return Path(laid_down) if laid_down else None


def choices() -> dict[Path, Path]:
    """Which folders were chosen in place of which."""
    try:
        told = json.loads(choice_file().read_bytes()[:100_000])
        found = {Path(usual): Path(chosen) for usual, chosen in told.items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return {usual: chosen for usual, chosen in found.items() if chosen.is_absolute() and "\0" not in str(chosen)}


def choice_file() -> Path:
    """Lies among the settings: where the data lie cannot be looked up among the data."""
    beside = portable.folder()
    if beside is None and sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / NAME / "folders.json"
    return (beside or _settings_folder()) / "folders.json"


def settings_file() -> Path:
    """What the user chose in the window; where Qt keeps such a file, but beside a portable program."""
    return (portable.folder() or _settings_folder()) / f"{NAME.lower()}.ini"


def _settings_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA") or Path.home() / "AppData" / "Roaming") / NAME
    return Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / NAME


def _platform_folder() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / NAME.lower()


def work_folder() -> Path:
    """Holds one folder per working copy."""
    return data_folder() / "work"


def work_folders() -> list[Path]:
    """Where working copies may lie."""
    return [folder / "work" for folder in data_folders()]


def own(path: Path) -> bool:
    """Whether this place is the program's own: its data on this computer, or what it was installed with."""
    from journeys import resources

    place = Path(os.path.realpath(path))
    folders = [*data_folders(), resources.root()]
    return any(place.is_relative_to(os.path.realpath(folder)) for folder in folders)


def passing(path: Path) -> bool:
    """Whether this place is emptied sooner or later: there a mail or an archive unpacks what is only looked at."""
    place = Path(os.path.realpath(path))
    unpacked = {"inetcache", "content.outlook", "temporary internet files"} & {part.lower() for part in place.parts}
    return bool(unpacked) or any(place.is_relative_to(os.path.realpath(folder)) for folder in _temporary_folders())


def _temporary_folders() -> list[str]:
    given = [found for name in ("TMPDIR", "TEMP", "TMP") if (found := os.environ.get(name))]
    return given or ["/tmp", "/var/tmp"]  # noqa: S108 - looked at, not written in


def temporary_folder() -> Path | None:
    """Where what lies there for a moment goes; None: where the system has it. A guest leaves nothing behind."""
    beside = portable.folder()
    return None if beside is None else data_folder() / "temporary"


def backup_folder(document: Path) -> Path:
    """Holds the last published versions of the file at this place.

    Named after the place and not after what is in the file, so that it is found when the file is damaged;
    hashed, so that it tells no name of a person or folder.
    """
    place = portable.written(Path(os.path.normcase(os.path.realpath(document))))
    return data_folder() / "backup" / hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def known_file() -> Path:
    """Lists the digests of files that this program checked and wrote itself."""
    return data_folder() / "known"
