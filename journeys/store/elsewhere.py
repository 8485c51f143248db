"""Another folder for the program's own data, where the usual one takes no files."""

from __future__ import annotations

import json
import os
from pathlib import Path

from journeys.errors import FileError, StoreError
from journeys.store import files, locations


def trouble(folder: Path | None = None) -> StoreError | None:
    """Why the program can keep no edits in this folder, or in its own; None when it can."""
    work = locations.work_folder() if folder is None else folder / "work"
    probe = work / f".probe-{os.getpid()}"
    try:
        files.make_folder(work)
        files.write_whole(probe, b"Levensreis")
    except OSError as error:
        return _said(files.refused(error, work), work)
    except FileError as error:
        return _said(error, work)
    finally:
        files.remove(probe)
    return None


def choose(parent: Path) -> Path:
    """From now on the data are kept in this folder, in one of their own; gives that one.

    Raises StoreError when it takes no files, FileError when the choice could not be remembered: it holds all the
    same until the program ends.
    """
    folder = parent.absolute()
    if folder.name != locations.NAME:
        folder = folder / locations.NAME
    refused = trouble(folder)
    if refused is not None:
        raise refused
    chosen = {str(usual): str(other) for usual, other in locations.choices().items()}
    place = locations.choice_file()
    told = json.dumps({**chosen, str(locations.usual_data_folder()): str(folder)}, indent=1)
    try:
        files.make_folder(place.parent)
        files.write_whole(place, told.encode("utf-8", "surrogateescape"))
    except (OSError, FileError) as error:
        os.environ["LEVENSREIS_DATA"] = str(folder)
        cause = files.refused(error, place) if isinstance(error, OSError) else error
        raise FileError("file.choice_lost", name=place.name, path=str(place)) from cause
    return folder


def _said(error: FileError, work: Path) -> StoreError:
    codes = {
        "file.full": "store.full", "file.not_writable": "store.not_writable", "file.no_folder": "store.no_folder",
        "file.exists": "store.no_folder", "file.folder": "store.no_folder",
    }  # fmt: skip
    return StoreError(codes.get(error.code, "store.not_written"), folder=str(work.parent))
