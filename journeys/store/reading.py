"""Reads a file that came from outside: up to a limit, and only what is a file."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeys.errors import FileError
from journeys.store.files import NO_FILE, only_a_file

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE: Final = 1 << 20


def read(path: Path, most: int) -> bytes:
    """The file's bytes, `most` at most.

    Raises FileError `file.missing`, `file.folder`, `file.special`, `file.no_rights`, `file.unreadable`,
    `file.too_large` or `file.empty`.
    """
    with _told(path), path.open("rb") as stream:
        size = os.fstat(stream.fileno()).st_size
        data = stream.read(most + 1) if size <= most else b""
    if max(size, len(data)) > most:
        found = {"found": size // MEGABYTE, "most": most // MEGABYTE}
        raise FileError("file.too_large", path=str(path), name=path.name, **found)
    if not data:
        raise FileError("file.empty", path=str(path), name=path.name)
    return data


def there(path: Path) -> None:
    """Raises what `read` raises where no file is, before anybody asks what kind of file it is."""
    with _told(path):
        path.stat()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Only a file, and what the system says of it in our own words."""
    told = {"path": str(path), "name": path.name}
    try:
        only_a_file(path)
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise FileError("file.missing", **told) from None
    except PermissionError:
        raise FileError("file.no_rights", **told) from None
    except (OSError, ValueError) as error:
        raise FileError(NO_FILE.get(getattr(error, "errno", None), "file.unreadable"), **told) from error


def head(path: Path, most: int) -> bytes:
    """So much of its beginning; nothing of what cannot be read, which whoever reads all of it tells."""
    try:
        only_a_file(path)
        with path.open("rb") as stream:
            return stream.read(most)
    except (OSError, ValueError):
        return b""
