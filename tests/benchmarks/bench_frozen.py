"""Z1–Z4: the frozen program beside the wheel that it was frozen from: how much disk, and how long a start takes."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from journeys import store, templates
from tests.benchmarks.harness import Row, cpu_seconds, run_process

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.benchmarks.harness import Harness

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "dist" / "levensreis"
BUILD = ROOT / ".dev" / "build"
TOOLS = ("PyInstaller", "_pyinstaller_hooks_contrib", "pip", "setuptools", "cyclonedx", "jsonschema")
"""Lie in the build environment and are no part of the program."""


def measure(harness: Harness) -> Iterator[Row]:
    """Needs what `dev.py freeze` made."""
    program, python = FROZEN / "levensreis", BUILD / "bin" / "python"
    if not (program.exists() and python.exists()):
        raise FileNotFoundError(f"{program}: first python3 packaging/dev.py freeze")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    frozen, wheel = megabytes(FROZEN), megabytes(BUILD / "lib")
    yield Row("Z1", "frozen, Python and all libraries in it", 170, frozen, unit="MB", note=f"as wheels {wheel:.0f} MB")
    yield from starts(harness, [program], [python, "-P", "-m", "app.entry"])


def starts(harness: Harness, ours: list[object], raw: list[object]) -> Iterator[Row]:
    """Both do the same three things, from a start to an end."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["LEVENSREIS_DATA"] = os.environ["XDG_CONFIG_HOME"] = name
        study = folder / "child.levensreis"
        store.create_file(study, templates.create("child", "nl"))
        commands = {
            ("Z2", "--version", 2.2): ["--version"],  # the bootloader starts itself anew for its search path
            ("Z3", "what is in a study, on the command line", 1.6): ["info", study],
            ("Z4", "window with a study, painted", 1.25): ["picture", study, "-o", folder / "picture.png"],
        }
        for (code, what, goal), words in commands.items():
            yield harness.processes(
                code,
                what,
                goal,
                ours=[*ours, *words],
                raw=[*raw, *words],
                note=f"{seconds([*ours, *words]):.2f} s",
            )


def seconds(command: list[object]) -> float:
    """CPU seconds of the second of two runs."""
    run_process(command)
    return cpu_seconds(lambda: run_process(command))


def megabytes(folder: Path) -> float:
    held = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in held if not set(TOOLS) & set(file.parts)) / 1e6
