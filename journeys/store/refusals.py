"""What the system said when something of our own on this computer was refused, as an error with a sentence."""

from __future__ import annotations

from pathlib import Path

from journeys.errors import FileError, StoreError
from journeys.store import files, locations


def refused(error: BaseException) -> StoreError:
    """What the system said, as an error with a sentence."""
    if isinstance(error, StoreError):
        return error
    cause = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite said
    if isinstance(cause, OSError):
        cause = files.refused(cause, locations.work_folder())
    name = str(getattr(cause, "sqlite_errorname", "")) or getattr(cause, "code", "")
    if name in ("SQLITE_FULL", "file.full"):
        return StoreError("store.full")
    if name in ("file.no_folder", "file.folder", "file.exists", "file.special"):
        return StoreError("store.no_folder", folder=str(locations.data_folder()))
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")) or name == "file.not_writable":
        return StoreError("store.not_writable")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreError("store.in_use")
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreError("store.damaged", folder="")
    return StoreError("store.not_written")


def not_reopened(error: Exception, folder: Path) -> StoreError:
    """A full or refusing disk has damaged nothing: the copy can be opened another time."""
    told = refused(error)
    unsure = told.code in ("store.damaged", "store.not_written") and not isinstance(error, FileError)
    return StoreError("store.damaged", folder=folder.name) if unsure and not _of_the_disk(error) else told


def _of_the_disk(error: Exception) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_IOERR")
