"""Lives to be killed: does what the window does, and tells after each edit that it is safe.

Run under strace, which ends every process at its KILL_AT-th call of one kind. Counters are per process and kind, so
each case is a fork that first makes so many failing calls that its turn comes at call number n.
"""

from __future__ import annotations

import gc
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from journeys.edits.edit import Edit
from journeys.errors import FileError, StoreError
from journeys.model.document import Document
from journeys.session import Session
from journeys.store import create_file, worknote
from journeys.store.opener import open_file
from journeys.store.workcopy import WorkCopy
from tests.crash import story

T = TypeVar("T")
KILL_AT = 120
FILE = "Reis.levensreis"
VERSION_1 = Path(__file__).parents[1] / "hostile" / "fixtures" / "version-1.levensreis"
NOWHERE = Path("/nowhere/at/all")
NO_FILE = 9_999
STUMBLES = {"pwrite64": 60, "fdatasync": 20, "ftruncate": 6}
"""So many calls of a kind are made to fail in turn: a few more than two edits and a publication make."""

SHAMS = {
    "pwrite64": lambda: os.pwrite(NO_FILE, b"", 0),
    "write": lambda: os.write(NO_FILE, b""),
    "fsync": lambda: os.fsync(NO_FILE),
    "fdatasync": lambda: os.fdatasync(NO_FILE),
    "ftruncate": lambda: os.ftruncate(NO_FILE, 0),
    "unlink": NOWHERE.unlink,
    "rename": lambda: NOWHERE.rename(NOWHERE),
    "mkdir": NOWHERE.mkdir,
}
"""Failing calls of each kind that changes files; what opening one does is there at the next call."""


def tell(case: Path, word: str) -> None:
    """One line more in the case's log, handed to the kernel: a kill does not take it back."""
    log = os.open(case / "log", os.O_CREAT | os.O_APPEND | os.O_WRONLY)
    os.write(log, f"{word}\n".encode())
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
            session.apply(edit)
        assert copy.document() == document, "the working copy differs from the document"
    path = case / FILE
    copy.rename_target(path)
    patiently(case, copy.publish)
    assert open_file(path).document == document, "what was published differs"
    copy.close()
    tell(case, "closed")


def document_after(before: Document, edit: Edit) -> Document:
    after = before.snapshot()
    after.write(edit.changes)
    return after


def patiently(case: Path, act: Callable[[], T]) -> T:
    """Once more when the first time was refused."""
    try:
        return act()
    except (StoreError, FileError):
        tell(case, "refused")
        return act()


ACTS = {"edit": edit_all, "publish": publish, "stumble": stumble, "migrate": migrate, "keep": keep}


PREPARED = {"publish": prepare_publish, "migrate": prepare_migrate, "keep": prepare_keep}


def run(act: str, case: Path, edits: int) -> None:
    os.environ["LEVENSREIS_DATA"] = str(case / "data")
    ACTS[act](case, edits)


def fork_and_run(act: str, case: Path, edits: int, kind: str, number: int) -> bool:
    """Run one case in a process of its own; False when it lived to its end."""

    def die() -> None:
        for _ in range(KILL_AT - number):
            with suppress(OSError):
                SHAMS[kind]()
        run(act, case, edits)

    return forked(die)


def forked(act: Callable[[], object]) -> bool:
    """Do this in a process of its own, with counters of its own; whether that was killed."""
    process = os.fork()
    if process == 0:
        code = 1
        try:
            act()
            code = 0
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            os._exit(code)
    _, status = os.waitpid(process, 0)
    if os.waitstatus_to_exitcode(status) > 0:
        raise SystemExit("the victim fell by itself")
    return os.WIFSIGNALED(status)


def main(act: str, base: Path, edits: int, kinds: list[str]) -> None:
    """Every call of every kind, in turn; prints the cases."""
    template = base / "template"
    if act in PREPARED:
        PREPARED[act](template)
    copied(base / "warm", template)
    run(act, base / "warm", edits)  # loads what is loaded late, so that forks open only what matters
    gc.freeze()
    cases = []
    for kind in kinds:
        for number in count(1):
            case = base / f"{kind}-{number}"
            forked(partial(copied, case, template))
            killed = fork_and_run(act, case, edits, kind, number)
            if not killed and (act != "stumble" or number > STUMBLES[kind]):
                shutil.rmtree(case)
                break
            cases.append(case.name)
    print(json.dumps(cases))


def copied(case: Path, template: Path) -> None:
    """The folder of a case, as the template is."""
    if not template.exists():
        case.mkdir()
        return
    shutil.copytree(template, case)
    for note in (case / "data" / "work").glob("*/meta.json"):
        told = note.read_text("utf-8")
        note.write_text(told.replace(str(template), str(case)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:] or list(SHAMS))
