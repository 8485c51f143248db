"""A screen as people have it: an X server, a window manager and the accessibility bus, and a keyboard to type on."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from ctypes.util import find_library
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parents[2]
PROGRAMS = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
SOURCE = (sys.executable, "-m", "app.entry")
ATSPI = Path(__file__).with_name("atspi.py")
PATIENCE = 30.0
"""Seconds after which something that a user waits for is given up."""


def missing() -> str:
    """What of the desktop is not installed here; empty when all is."""
    found = [name for name in PROGRAMS if shutil.which(name) is None]
    if find_library("xcb-cursor") is None:
        found.append("libxcb-cursor0")
    bindings = subprocess.run(["/usr/bin/python3", "-c", "import pyatspi"], capture_output=True, check=False)
    return ", ".join([*found, *(["pyatspi"] if bindings.returncode else [])])


class Screen:
    """Ends everything that it started, the last first."""

    def __init__(self, home: Path, program: Sequence[str] = SOURCE) -> None:
        self._started = ExitStack()
        self._home, self._program = home, program
        self.data = home / "data"
        self.env = {**os.environ, "LANG": "C.UTF-8", "LEVENSREIS_DATA": str(self.data)}
        self.env.pop("WAYLAND_DISPLAY", None)
        self.env["XDG_CONFIG_HOME"] = str(home / "config")  # the runtime folder stays: it has to have a short name
        home.mkdir(exist_ok=True)
        self.env["DISPLAY"] = ":" + self._ask(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
        )
        self.env["DBUS_SESSION_BUS_ADDRESS"] = self._ask(["dbus-daemon", "--session", "--nofork", "--print-address=1"])
        self._start(["openbox"])
        self.env |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_ACCESSIBILITY": "1"}

    def _start(self, command: list[str], **options: Any) -> subprocess.Popen[str]:
        started = subprocess.Popen(
            command, env=self.env, cwd=ROOT, text=True, stderr=subprocess.DEVNULL,
            **{"stdout": subprocess.DEVNULL, **options},
        )  # fmt: skip
        self._started.callback(_end, started)
        return started

    def _ask(self, command: list[str]) -> str:
        """Start something that tells in its first line where it is."""
        started = self._start(command, stdout=subprocess.PIPE)
        assert started.stdout is not None
        return started.stdout.readline().strip()

    def close(self) -> None:
        self._started.close()

    def open(self, *arguments: str, title: str, **environment: str) -> subprocess.Popen[str]:
        """Start the program and wait until its window is there, has this title and the keyboard."""
        log = (self._home / "log.txt").open("w", encoding="utf-8")
        self._started.callback(log.close)
        program = subprocess.Popen(
            [*self._program, *arguments],
            env=self.env | environment, cwd=ROOT, stdout=log, stderr=log, text=True,
        )  # fmt: skip
        self._started.callback(_end, program)
        self.until(lambda: title in self.title(), "a window with the focus")
        self.until(lambda: self.spoken("focus"), "something that has the keyboard")
        return program

    @property
    def log(self) -> str:
        """What the program printed."""
        return (self._home / "log.txt").read_text(encoding="utf-8")

    def title(self) -> str:
        """The title of the window that has the keyboard."""
        return self._xdotool("getactivewindow", "getwindowname")

    def press(self, *keys: str) -> None:
        """Keys one after another, such as "Return" or "ctrl+k"."""
        self._xdotool("key", "--delay", "40", *keys)

    def type(self, text: str) -> None:
        self._xdotool("type", "--delay", "15", text)

    def minimise(self) -> None:
        """Put the window that has the keyboard in the task bar."""
        self._xdotool("getactivewindow", "windowminimize")

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.env, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
        return done.stdout.strip()

    def spoken(self, what: str) -> Any:
        """What a screen reader is told, by a client of the accessibility bus: "tree" or "focus"."""
        done = subprocess.run(
            ["/usr/bin/python3", str(ATSPI), what], env=self.env, capture_output=True, text=True, check=False,
            timeout=PATIENCE,
        )  # fmt: skip
        return json.loads(done.stdout) if done.returncode == 0 and done.stdout else None

    def until(self, true: Callable[[], object], what: str) -> None:
        """Wait for what a user would wait for."""
        end = time.monotonic() + PATIENCE
        while not true():
            assert time.monotonic() < end, f"waited in vain for {what}; title {self.title()!r}\n{self.log[-2000:]}"
            time.sleep(0.1)  # another process gives no signal


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdout is not None:
        process.stdout.close()
