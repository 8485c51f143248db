"""Large inputs one by one in a process of its own each, with little memory: python -m tests.fuzz.alone < list."""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path

from tests.fuzz import oracle
from tests.fuzz.targets import TARGETS

MOST_BYTES = 300 << 20
"""On top of what the program takes when it does nothing."""


def main() -> None:
    """A line per case comes in, target and path; a line goes out: outcome, seconds, MiB at most."""
    cases = [json.loads(line) for line in sys.stdin]
    for name in sorted({name for name, _ in cases}):
        oracle.judge(TARGETS[name], TARGETS[name].seeds()[0])  # all that has to be loaded is
    for name, path in cases:
        print(json.dumps([path, *_judged(name, Path(path))]), flush=True)


def _judged(name: str, path: Path) -> tuple[str, float, int]:
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _in_child(name, path, write)
    os.close(write)
    with os.fdopen(read) as stream:
        told = stream.read()
    _, status, used = os.wait4(child, 0)
    return told or f"died with status {status}", used.ru_utime + used.ru_stime, _mebibytes(used.ru_maxrss)


def _in_child(name: str, path: Path, write: int) -> None:
    outcome = "?"
    try:
        data = path.read_bytes()
        most = _now() + MOST_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
        outcome = oracle.judge(TARGETS[name], data)
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is what is told
        outcome = f"{type(error).__name__}: {error}"
    os.write(write, outcome[:500].encode("utf-8", "replace"))
    os._exit(0)


def _now() -> int:
    """Bytes of address space that are taken."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _mebibytes(used: int) -> int:
    return used >> 10


if __name__ == "__main__":
    main()
