"""The build environment in .dev/build: the wheel as users get it, what it needs at run time, and the build tools."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from contextlib import contextmanager
from importlib import metadata
from typing import TYPE_CHECKING, NamedTuple

import make_wheel
from environment import LOCK, PYTHON, ROOT, VERSIONS, say, stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLACE = ROOT / ".dev" / "build"
PYTHON_THERE = PLACE / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
TOOLS = ROOT / "packaging" / "build.lock"
STAMP = PLACE / "levensreis.stamp"
WHEELS = ROOT / ".dev" / "wheel"
SOURCES = ("app", "journeys", "resources")
LEAST_EPOCH = 315619200  # 2 January 1980: a zip knows no earlier day, in no time zone


class Stamps(NamedTuple):
    """What the environment was made for: the libraries (with the Python behind them), and our own program."""

    libraries: str
    program: str


NOTHING = Stamps("", "")


def environment() -> Path:
    """The Python of the build environment, which is made or mended first; quick when it is up to date."""
    with alone("build"):
        wanted = Stamps(_digest(_lock_files(), f"{PLACE} {PYTHON.resolve()}"), _digest(_program_files()))
        held = _held() if PYTHON_THERE.exists() else NOTHING
        if held.libraries != wanted.libraries:
            _make()
        if held != wanted:
            _stamp(wanted.libraries, "none")  # stopped halfway, it is known to have the libraries only
            pip("install", "--no-deps", "--force-reinstall", str(wheel()))
            _stamp(*wanted)
    return PYTHON_THERE


@contextmanager
def alone(work: str) -> Iterator[None]:
    """Whoever comes while another one does the same work waits until that is done."""
    PLACE.parent.mkdir(exist_ok=True)
    with (PLACE.parent / f"{work}.waiting").open("w") as file:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield


def version() -> str:
    """The version of the program, from the only place where it stands."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def epoch() -> int:
    """The moment that all that is built bears: SOURCE_DATE_EPOCH, else that of the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return max(int(given), LEAST_EPOCH)
    try:
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, check=False, capture_output=True, text=True
        )
        return max(int(asked.stdout), LEAST_EPOCH)
    except (OSError, ValueError):  # no git, or no history: a tree that came as an archive
        return LEAST_EPOCH


def variables() -> dict[str, str]:
    """The surroundings of every build step: whatever is random or of this day stays out."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


def make_even(folder: Path, runs: Callable[[Path], bool]) -> None:
    """The same moment and the same rights for all in it, wherever it is built; `runs` says what is a program."""
    moment = epoch()
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or runs(path) else 0o644)
        if os.utime in os.supports_follow_symlinks:
            os.utime(path, (moment, moment), follow_symlinks=False)


def wheel() -> Path:
    """Builds the wheel afresh."""
    return make_wheel.build(WHEELS, "wheel")[0]


def run(*command: object, why: str, folder: Path = ROOT) -> str:
    """Runs a build step and gives what it printed; shows that only when the step fails."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=folder, check=False, text=True, env=variables(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        stop(f"{done.stdout[-6000:]}\n{why}")
    return done.stdout


def pip(*arguments: str) -> None:
    run(PYTHON_THERE, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments, why="pip failed.")


def _make() -> None:
    if sys.version_info[:2] not in VERSIONS:
        stop("Build with the Python of the development environment: python3 packaging/dev.py freeze")
    say("Making the build environment in .dev/build …")
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.parent.mkdir(exist_ok=True)
    run(PYTHON, "-m", "venv", PLACE, why="Python could not make the build environment.")
    runtime = PLACE / "runtime.lock"
    runtime.write_text(runtime_lock(), encoding="utf-8")
    for lock in (runtime, TOOLS):
        pip("install", "--require-hashes", "--only-binary=:all:", "--requirement", str(lock))


def runtime_lock() -> str:
    """The part of the lock that the program needs at run time, with its extras, and the hashes with it."""
    blocks = {name_in(block): block for block in _blocks(LOCK.read_text(encoding="utf-8"))}
    return "".join(blocks[name] for name in sorted(needed()) if name in blocks)


def needed() -> set[str]:
    """The names of all that the program needs, straight or by way of another, on this kind of computer."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project.get("optional-dependencies", {}).values() for line in lines]
    waiting = [Requirement(line) for line in (*project["dependencies"], *extras)]
    found: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found.add(name)
            further = [Requirement(line) for line in metadata.requires(name) or []]
            waiting += [one for one in further if one.marker is None or one.marker.evaluate({"extra": ""})]
    return found


def name_in(requirement: str) -> str:
    """Which package a line of a lock is about, as an index writes it."""
    from packaging.utils import canonicalize_name

    return canonicalize_name(re.split(r"[=<>;\s]", requirement, maxsplit=1)[0])


def _blocks(lock: str) -> Iterator[str]:
    """Each requirement of a lock with the lines of its hashes."""
    return (match[0] for match in re.finditer(r"^[A-Za-z0-9].*(?:\n[ \t]+.*)*\n?", lock, re.MULTILINE))


def _held() -> Stamps:
    try:
        libraries, program = STAMP.read_text(encoding="utf-8").split()
    except (OSError, ValueError):
        return NOTHING
    return Stamps(libraries, program)


def _stamp(*digests: str) -> None:
    STAMP.write_text("\n".join(digests) + "\n", encoding="utf-8")


def _lock_files() -> list[Path]:
    return [LOCK, TOOLS]


def _program_files() -> list[Path]:
    """All that the wheel is made of; compiled leftovers of running it are not."""
    under = (file for folder in SOURCES for file in (ROOT / folder).rglob("*"))
    held = [file for file in under if file.is_file() and "__pycache__" not in file.parts]
    return [ROOT / "pyproject.toml", ROOT / "README.md", ROOT / "LICENSE", *sorted(held)]


def _digest(files: list[Path], also: str = "") -> str:
    digest = hashlib.sha256(also.encode())
    for file in files:
        digest.update(f"\0{file.relative_to(ROOT).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    print(environment())
