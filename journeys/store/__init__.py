"""Keeps studies: working copies that lose nothing, files that are whole, and everything around them."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from journeys.errors import FileError

if TYPE_CHECKING:
    from journeys.model.document import Document
    from journeys.model.entities import Snapshot
    from journeys.store.files import Identity

NO_IMAGES: Mapping[str, bytes] = {}


def create_file(
    path: Path,
    document: Document,
    images: Mapping[str, bytes] = NO_IMAGES,
    snapshots: Sequence[Snapshot] = (),
    *,
    overwrite: bool = False,
) -> Identity:
    """Write a new file, whole; raises FileError `file.exists`, `file.invalid` (problem) or as `files.write_whole`."""
    from journeys.model.integrity import check_document
    from journeys.store import building, files, known

    if not overwrite and os.path.lexists(files.real(path)) and not path.is_dir():
        raise FileError("file.exists", path=str(path), name=path.name)
    problems = check_document(document)
    if problems:
        raise FileError("file.invalid", path=str(path), name=path.name, problem=problems[0].code, n=len(problems))
    identity = files.write_whole(path, building.file_bytes(document, images, snapshots), new=not overwrite)
    known.remember(identity)
    return identity


def verify(path: Path) -> list[FileError]:
    """What is wrong with a file, every row checked; an empty list means that it is intact.

    A file that is none of ours, or cannot be read at all, raises FileError as opening it does.
    """
    from journeys.store.contents import DamagedError
    from journeys.store.opener import build, read_bytes
    from journeys.store.screening import receive

    received = receive(path)
    told = {"path": str(path), "name": path.name}
    try:
        found = read_bytes(received.data, received.version)
        build(found)
    except DamagedError as damage:
        return [FileError("file.damaged", **told, reason=damage.reason)]
    return [FileError("file.unknown_parts", **told, parts=", ".join(found.unknown))] if found.unknown else []
