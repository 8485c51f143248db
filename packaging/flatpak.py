"""Lays the wheels for the Flatpak ready in .dev/flatpak/wheels: ours, and all of the lock that it needs at run time.

.venv/bin/python packaging/flatpak.py
"""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import TYPE_CHECKING, Final

import building
import make_icons
from environment import PYTHON, ROOT

if TYPE_CHECKING:
    from pathlib import Path

TARGET: Final = ROOT / ".dev" / "flatpak"
PYTHON_OF_RUNTIME: Final = "3.13"
PLATFORMS: Final = ("manylinux_2_34_x86_64", "manylinux_2_28_x86_64", "manylinux_2_17_x86_64", "manylinux2014_x86_64")
"""From new to old: what the runtime of packaging/flatpak/*.yaml can load."""


def gather(target: Path = TARGET) -> Path:
    """Fresh wheels, each checked by the hash in the lock: the build itself has no network."""
    wheels = target / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    wheels.mkdir(parents=True)
    lock = target / "runtime.lock"
    lock.write_text(building.runtime_lock(), encoding="utf-8")
    wanted = ("--only-binary=:all:", "--require-hashes", "--no-deps", "--python-version", PYTHON_OF_RUNTIME)
    kinds = [word for name in PLATFORMS for word in ("--platform", name)]
    command = (PYTHON, "-m", "pip", "--disable-pip-version-check", "download", "-q", *wanted, *kinds)
    building.run(*command, "-d", wheels, "-r", lock, why="The wheels for the Flatpak could not be had.")
    shutil.copy(building.wheel(), wheels)
    make_icons.make()
    return wheels


def main(arguments: list[str]) -> int:
    argparse.ArgumentParser(prog="flatpak.py", description="Lays ready what the manifest asks for.").parse_args(
        arguments
    )
    wheels = gather()
    print(f"{wheels}: {len(list(wheels.glob('*.whl')))} wheels")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
