"""What the window does to its disk, one act a function, each telling what is safe by now."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from journeys.edits.edit import Edit
from journeys.errors import FileError, StoreError
from journeys.model.document import Document
from journeys.session import Session
from journeys.store import create_file, files, worknote
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story

T = TypeVar("T")
FILE = "Reis.levensreis"
VERSION_1 = Path(__file__).parents[1] / "hostile" / "fixtures" / "version-1.levensreis"
PICTURE = bytes(range(256)) * 40
OLDER = b"what was exported yesterday"
EXPORTS: dict[str, bytes] = {}


def tell(case: Path, word: str) -> None:
    """One line more in the case's log, handed to the kernel: a kill does not take it back."""
    log = os.open(case / "log", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    for _ in range(2):  # the first may be the call that is made to fail
        with suppress(OSError):
            os.write(log, f"{word}\n".encode())
            break
    os.close(log)


def edit_all(case: Path, edits: int) -> None:
    document = story.beginning()
    copy = WorkCopy.create(document)
    session = Session(document, copy.write)
    tell(case, "made")
    for edit in story.edits(edits):
        tell(case, "begin")
        session.apply(edit)
        tell(case, "safe")


def publish(case: Path, _edits: int) -> None:
    (folder,) = (case / "data" / "work").iterdir()
    copy = WorkCopy.reopen(folder)
    copy.publish()
    tell(case, "published")
    copy.close()
    tell(case, "closed")


def prepare_publish(case: Path) -> None:
    """A published file, and a working copy with one edit that is not in it."""
    os.environ["LEVENSREIS_DATA"] = str(case / "data")
    path = case / "folder" / FILE
    path.parent.mkdir(parents=True)
    create_file(path, story.beginning())
    opened = open_file(path)
    copy = WorkCopy.create(opened.document, path=path, identity=opened.identity)
    session = Session(opened.document, copy.write)
    for edit in story.edits(1):
        session.apply(edit)
    copy.close()


def migrate(case: Path, _edits: int) -> None:
    """Go on with what a program of the version before left."""
    (folder,) = (case / "data" / "work").iterdir()
    copy = WorkCopy.reopen(folder)
    tell(case, "open")
    copy.close()


def keep(case: Path, _edits: int) -> None:
    """A snapshot is kept, renamed and another one dropped; then all of it comes in the file."""
    (folder,) = (case / "data" / "work").iterdir()
    copy = WorkCopy.reopen(folder)
    (first,) = copy.snapshots()
    for done, act in (
        ("kept", lambda: copy.put_snapshot(story.snapshot(2, "tweede"))),
        ("renamed", lambda: copy.put_snapshot(story.snapshot(2, "anders"), story.snapshot(2, "tweede"))),
        ("dropped", lambda: copy.drop_snapshot(first)),
    ):
        tell(case, "begin")
        act()
        tell(case, done)
    copy.publish()
    tell(case, "published")
    copy.close()


def prepare_keep(case: Path) -> None:
    """A working copy with one snapshot that lies in no file yet."""
    prepare_publish(case)
    (folder,) = (case / "data" / "work").iterdir()
    copy = WorkCopy.reopen(folder)
    copy.put_snapshot(story.snapshot(1, "eerste"))
    copy.close()


def prepare_migrate(case: Path) -> None:
    """A working copy as the program of version 1 left it, with an edit that lies in no file."""
    os.environ["LEVENSREIS_DATA"] = str(case / "data")
    folder = case / "data" / "work" / ("a" * 32)
    folder.mkdir(parents=True)
    shutil.copyfile(VERSION_1, folder / worknote.DATABASE)
    worknote.write(folder, worknote.WorkNote(None, "Reis", ""))
    worknote.change(folder, closed=True)


def stumble(case: Path, edits: int) -> None:
    """One call to the disk fails. Whatever was refused has changed nothing, and the same once more succeeds."""
    document = story.beginning()
    copy = patiently(case, lambda: WorkCopy.create(document))
    session = Session(document, copy.write)
    for edit in story.edits(edits):
        before = document.snapshot()
        try:
            session.apply(edit)
        except StoreError:
            tell(case, "refused")
            assert document == before, "a refused edit changed the document"
            assert copy.document() in (before, document_after(before, edit)), "neither before nor after"
            session.apply(story.title(document, "Iets anders"))
            assert copy.document() == document, "what was refused came back with the next edit"
            session.apply(edit)
        assert copy.document() == document, "the working copy differs from the document"
    stumble_over_the_rest(case, copy)
    path = case / FILE
    patiently(case, lambda: copy.rename_target(path))
    patiently(case, copy.publish)
    assert open_file(path).document == document, "what was published differs"
    assert [entry.name for entry in case.glob("*.levensreis")] == [FILE], "a conflict with ourselves"
    assert not list(case.glob(".~*.tmp")), "something half is left beside the file"
    copy.close()
    tell(case, "closed")


def stumble_over_the_rest(case: Path, copy: WorkCopy) -> None:
    """A picture and a snapshot: there or not there, and there after the second time."""
    kept = story.snapshot(1, "eerste")
    patiently(case, lambda: copy.add_image(PICTURE), lambda: set(copy.images().values()) <= {PICTURE})
    patiently(case, lambda: copy.put_snapshot(kept), lambda: copy.snapshots() in ((), (kept,)))
    assert set(copy.images().values()) == {PICTURE}
    assert copy.snapshots() == (kept,)


def export(case: Path, _edits: int) -> None:
    """JSON and a PDF are written over older ones: told as written they are whole, else the older ones stand there."""
    for name, made in EXPORTS.items():
        path = case / name

        def whole(path: Path = path, made: bytes = made) -> bool:
            return path.read_bytes() in (OLDER, made)

        patiently(case, partial(files.write_whole, path, made), whole)
        assert path.read_bytes() == made
        assert sorted(entry.name for entry in case.iterdir() if entry.name != "log") == sorted(EXPORTS)
    tell(case, "closed")


def prepare_export(template: Path) -> None:
    """What is exported, made once; and what an export of earlier left."""
    from journeys.exchange import formats
    from journeys.exchange.wanted import wanted
    from journeys.poster import pages

    template.mkdir()
    document = story.beginning()
    write = formats.for_writing(Path("Reis.json")).write
    assert write is not None
    EXPORTS["Reis.json"] = write(wanted(document))
    EXPORTS["Reis.pdf"] = pages.render(document)
    for name in EXPORTS:
        (template / name).write_bytes(OLDER)


def document_after(before: Document, edit: Edit) -> Document:
    after = before.snapshot()
    after.write(edit.changes)
    return after


def patiently(case: Path, act: Callable[[], T], holds: Callable[[], bool] = lambda: True) -> T:
    """Once more when the first time was refused; in between something holds."""
    try:
        return act()
    except (StoreError, FileError):
        tell(case, "refused")
        assert holds(), "half of it is there"
        return act()


ACTS = {"edit": edit_all, "publish": publish, "stumble": stumble, "export": export, "migrate": migrate, "keep": keep}
PREPARED = {"publish": prepare_publish, "export": prepare_export, "migrate": prepare_migrate, "keep": prepare_keep}
