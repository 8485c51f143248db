"""Lives to be killed: does what the window does, and tells after each edit that it is safe.

Run under strace, which ends every process at its KILL_AT-th call of one kind. Counters are per process and kind, so
each case is a fork that first makes so many failing calls that its turn comes at call number n.
"""

from __future__ import annotations

import errno
import gc
import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from tests.crash.acts import ACTS, PREPARED

KILL_AT, FAIL_AT = 120, 400
NOWHERE = Path("/nowhere/at/all")
NO_FILE = 9_999
SHARE = 8
STUMBLES = {
    "stumble": {
        "pwrite64": 130, "write": 14, "fsync": 24, "fdatasync": 40, "ftruncate": 8, "rename": 14, "mkdir": 8,
        "open": 20,
    },
    "export": {"write": 3, "fsync": 5, "rename": 3, "open": 5},
}  # fmt: skip
"""So many calls of a kind are made to fail in turn: a few more than there are."""

SHAMS = {
    "pwrite64": lambda: os.pwrite(NO_FILE, b"", 0),
    "write": lambda: os.write(NO_FILE, b""),
    "fsync": lambda: os.fsync(NO_FILE),
    "fdatasync": lambda: os.fdatasync(NO_FILE),
    "ftruncate": lambda: os.ftruncate(NO_FILE, 0),
    "unlink": NOWHERE.unlink,
    "rename": lambda: NOWHERE.rename(NOWHERE),
    "mkdir": NOWHERE.mkdir,
    "link": lambda: os.link(NOWHERE, NOWHERE),
    "chmod": lambda: NOWHERE.chmod(0),
    "unlinkat": lambda: os.unlink("nowhere", dir_fd=NO_FILE),
    "rmdir": NOWHERE.rmdir,
}
"""Failing calls of each kind that changes what lies on the disk."""
OPEN = "open"
"""Making a file: Python makes too many such calls itself to count them from outside, so the victim ends itself."""


def run(act: str, case: Path, edits: int) -> None:
    os.environ["LEVENSREIS_DATA"] = str(case / "data")
    ACTS[act](case, edits)


def fork_and_run(act: str, case: Path, edits: int, kind: str, number: int) -> bool:
    """Run one case in a process of its own; False when it lived to its end."""

    def die() -> None:
        if kind == OPEN:
            sys.addaudithook(_at_file(number, refuse if act in STUMBLES else end))
        for _ in range((FAIL_AT if act in STUMBLES else KILL_AT) - number if kind in SHAMS else 0):
            with suppress(OSError):
                SHAMS[kind]()
        run(act, case, edits)

    return forked(die)


def _at_file(number: int, then: Callable[[], None]) -> Callable[[str, tuple[Any, ...]], None]:
    """Does something when this process makes a file, or connects to a database, for the given time."""
    left = [number]

    def heard(event: str, told: tuple[Any, ...]) -> None:
        makes = event == "open" and isinstance(told[2], int) and told[2] & os.O_CREAT and Path(told[0]).name != "log"
        if makes or (event == "sqlite3.connect" and told[0] != ":memory:"):
            left[0] -= 1
            if not left[0]:
                then()

    return heard


def end() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def refuse() -> None:
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


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
    """Every call of every kind, in turn; of `fsync/2` every second one, and so on. Prints the cases."""
    template = base / "template"
    if act in PREPARED:
        PREPARED[act](template)
    copied(base / "warm", template)
    run(act, base / "warm", edits)  # loads what is loaded late, so that forks open only what matters
    gc.freeze()
    cases = []
    for kind, every in ((kind, int(step or 1)) for kind, _, step in (one.partition("/") for one in kinds)):
        for turn, number in enumerate(count(1, every)):
            if turn % SHARE == 0:
                forked(partial(copied_so_many, base, kind, range(number, number + SHARE * every, every), template))
            killed = fork_and_run(act, base / f"{kind}-{number}", edits, kind, number)
            if not killed and number >= STUMBLES.get(act, {}).get(kind, 0):
                break
            cases.append(f"{kind}-{number}")
    print(json.dumps(cases))


def copied_so_many(base: Path, kind: str, numbers: range, template: Path) -> None:
    """The folders of the next cases, all in one process: a fork under strace takes longer than a copy."""
    for number in numbers:
        copied(base / f"{kind}-{number}", template)


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
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
