"""The programs that are handed out, as somebody starts them who has nothing of ours."""

from __future__ import annotations

import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
DIST = ROOT / "dist" / "levensreis"
INSTALLED = (ROOT / ".dev" / "build" / "bin" / "python", "-P", "-m", "app.entry")
"""The wheel that was frozen."""


def wait_until(holds, seconds: int = 120) -> None:
    """Looks now and then at something that another process does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.1)


@contextmanager
def running(command: list[object], around: dict[str, str], data: Path):
    """The window, from the moment that it is there; a polite end must end it well."""
    log = data / "log" / "levensreis.log"
    window = subprocess.Popen([str(word) for word in command], env=around)
    try:
        wait_until(lambda: log.exists() and b"started" in log.read_bytes())
        yield window
    finally:
        window.terminate()
        assert window.wait(60) == 0
