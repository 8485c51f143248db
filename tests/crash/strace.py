"""Runs Python under strace: to kill it at a system call, or to record what it did to its files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

QUICK = "--seccomp-bpf"
"""Only the calls that matter stop the program. Not for signals: strace does not send them then."""
ROOT = Path(__file__).parents[2]


@cache
def reason_to_skip() -> str:
    """Why this machine cannot do it; empty when it can."""
    if sys.platform != "linux":
        return "needs Linux"
    if shutil.which("strace") is None:
        return "needs strace"
    tried = subprocess.run(["strace", "-qq", "-o", os.devnull, "true"], check=False, capture_output=True)
    return "" if tried.returncode == 0 else "strace may not trace here"


needs_strace = pytest.mark.skipif(bool(reason_to_skip()), reason=reason_to_skip() or "strace is there")


def run(options: list[str], module: str, *arguments: object) -> str:
    """A module of ours, as a program, under strace; gives what it printed."""
    command = ["strace", "-f", "-qq", *options, sys.executable, "-m", module, *map(str, arguments)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-2_000:] + done.stderr[-4_000:]
    return done.stdout


def killing(kinds: list[str], when: int) -> list[str]:
    """Options that end each process at its `when`-th call of any one of these kinds."""
    names = ",".join(f"?{kind}" for kind in kinds)
    return ["-o", os.devnull, "-e", f"trace={names}", "-e", f"inject={names}:signal=SIGKILL:when={when}"]


def failing(errors: Mapping[str, str], when: int) -> list[str]:
    """Options that make each process's `when`-th call of each kind fail, with the error of that kind."""
    injected = (("-e", f"inject={kind}:error={error}:when={when}") for kind, error in errors.items())
    return [QUICK, "-o", os.devnull, "-e", f"trace={','.join(errors)}", *chain.from_iterable(injected)]


def quick_folder(fallback: Path) -> Path:
    """Where thousands of syncs cost nothing."""
    shared = Path("/dev/shm")
    return shared if shared.is_dir() and os.access(shared, os.W_OK) else fallback
