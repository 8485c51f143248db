"""Reads a file that came from outside: up to a limit, and only what is a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from journeys.errors import FileError
from journeys.store.files import NO_FILE, only_a_file

MEGABYTE: Final = 1 << 20


def read(path: Path, most: int) -> bytes:
    """The file's bytes, `most` at most.

    Raises FileError `file.missing`, `file.folder`, `file.special`, `file.no_rights`, `file.unreadable`,
    `file.too_large` or `file.empty`.
    """
    told = {"path": str(path), "name": path.name}
    try:
        only_a_file(path)
        with path.open("rb") as stream:
            size = os.fstat(stream.fileno()).st_size
            data = stream.read(most + 1) if size <= most else b""
    except (FileNotFoundError, NotADirectoryError):
        raise FileError("file.missing", **told) from None
    except PermissionError:
        raise FileError("file.no_rights", **told) from None
    except (OSError, ValueError) as error:
        raise FileError(NO_FILE.get(getattr(error, "errno", None), "file.unreadable"), **told) from error
    if max(size, len(data)) > most:
        raise FileError("file.too_large", **told, found=size // MEGABYTE, most=most // MEGABYTE)
    if not data:
        raise FileError("file.empty", **told)
    return data


def head(path: Path, most: int) -> bytes:
    """So much of its beginning; nothing of what cannot be read, which whoever reads all of it tells."""
    try:
        only_a_file(path)
        with path.open("rb") as stream:
            return stream.read(most)
    except (OSError, ValueError):
        return b""
