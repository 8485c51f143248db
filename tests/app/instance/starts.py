"""Starts of the program in processes of their own, as a file manager makes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[3]
START = "import sys\nfrom app.entry import main\nsys.exit(main(sys.argv[1:]))"
ALONE = """
import json, sys
from pathlib import Path
from app.instance import caller, meeting
caller.PATIENCE = 0.3
claim = meeting.first([Path(name) for name in sys.argv[2:]], patience=float(sys.argv[1]))
print(json.dumps([claim is not None and claim.held, sorted(sys.modules)]), flush=True)
sys.stdin.read(1)
"""
"""What a start does before it loads the window; it keeps its claim until somebody lets it go."""


def start(*arguments, code=START, folder=ROOT, **environment):
    """A process that does so; who waits for it lets Qt run meanwhile."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )  # fmt: skip


def ended(qtbot, process):
    """Its exit code and what it said, once it has ended."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    out, error = process.communicate()
    return process.returncode, (out + error).decode()


def met(process):
    """Whether this process holds the claim, and what it has loaded to find that out."""
    return json.loads(process.stdout.readline())


def kill(process):
    """As the power does it."""
    with suppress(OSError):
        process.kill()
    process.communicate()
