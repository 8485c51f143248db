"""Which lines of which modules every test runs through, and how long it takes."""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterable
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, NamedTuple


class Reached(NamedTuple):
    """`lines`: per file the lines. `passed`: only a test that passes without a mistake can notice one."""

    seconds: float
    lines: dict[str, list[int]]
    passed: bool = True


@contextmanager
def followed(files: dict[str, str]):
    """Gives the lines that run, per file of ours; `files` are their full paths and their names."""
    seen: dict[str, set[int]] = {name: set() for name in files.values()}

    def entered(frame: FrameType, _event: str, _value: Any):
        name = files.get(frame.f_code.co_filename)
        if name is None:
            return None
        lines = seen[name]
        lines.add(frame.f_lineno)

        def moved(frame: FrameType, _event: str, _value: Any):
            lines.add(frame.f_lineno)
            return moved

        return moved

    before = sys.gettrace()
    threading.settrace(entered)
    sys.settrace(entered)
    try:
        yield seen
    finally:
        sys.settrace(before)
        threading.settrace(None)


def timed(names: Iterable[str], run: Any, files: dict[str, str], most: float) -> dict[str, Reached]:
    """What every test reaches; `run` runs one and tells whether it passed. One that takes longer is broken off."""
    found = {}
    signal.signal(signal.SIGALRM, _too_long)
    for name in names:
        begun = time.monotonic()
        seen, passed = {}, False
        try:
            signal.setitimer(signal.ITIMER_REAL, most)
            with followed(files) as seen:
                passed = run(name)
            signal.setitimer(signal.ITIMER_REAL, 0)
        except BaseException:  # noqa: BLE001 - whatever it was broken off in the middle of
            traceback.print_exc()
        lines = {file: sorted(lines) for file, lines in seen.items() if lines}
        found[name] = Reached(time.monotonic() - begun, lines, passed)
        signal.setitimer(signal.ITIMER_REAL, 0)
    return found


def _too_long(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt  # nothing but this goes through whatever runs tests


def kept(path: Path, found: dict[str, Reached]) -> None:
    path.write_text(json.dumps(found), "utf-8")


def read(path: Path) -> dict[str, Reached]:
    return {name: Reached(*told) for name, told in json.loads(path.read_text("utf-8")).items()}


def in_children(works: Iterable[Any]) -> None:
    """Runs each in a copy of this process, at once, so that nothing they leave behind stays here."""
    children = [_begun(work) for work in works]
    if any(os.waitpid(child, 0)[1] for child in children):
        raise RuntimeError("the tests could not be run once without a mistake")


def _begun(work: Any) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)
