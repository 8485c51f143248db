"""Reads a file that came from outside, up to a limit."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from journeys.errors import FileError

MEGABYTE: Final = 1 << 20


def read(path: Path, most: int) -> bytes:
    """The file's bytes.

    Raises FileError `file.missing`, `file.folder`, `file.no_rights`, `file.unreadable`, `file.empty`
    or `file.too_large`.
    """
    told = {"path": str(path), "name": path.name}
    try:
        if path.is_dir():
            raise FileError("file.folder", **told)
        if path.exists() and not path.is_file():  # a pipe or a device: reading it may never end
            raise FileError("file.unreadable", **told)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise FileError("file.missing", **told) from None
    except PermissionError:
        raise FileError("file.no_rights", **told) from None
    except (OSError, ValueError) as error:
        raise FileError("file.unreadable", **told) from error
    if not data:
        raise FileError("file.empty", **told)
    if len(data) > most:
        raise FileError("file.too_large", **told, found=path.stat().st_size // MEGABYTE, most=most // MEGABYTE)
    return data
