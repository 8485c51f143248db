"""Makes the installer for Windows from the frozen folder: with NSIS, which runs on Linux as well as on Windows.

.venv/bin/python packaging/installer.py [--folder DIR] [--machine] [--sign COMMAND]
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

import building
import make_icons
from environment import ROOT, stop
from frozen import properties

from journeys.identity import APP_ID, MIME_TYPE, NAME, SUFFIX

SCRIPT: Final = ROOT / "packaging" / "windows" / "levensreis.nsi"
FROZEN: Final = ROOT / "dist" / "levensreis"
LISTS: Final = ROOT / ".dev" / "installer"
PROG_ID: Final = f"{NAME}.Study"
PROGRAMS: Final = ("levensreis.exe", "levensreis-gui.exe")
LONGEST: Final = 160
"""Characters of a path inside the folder: Windows allows 259 in all, and a user's own folder comes before it."""


def build(frozen: Path = FROZEN, target: Path = ROOT / "dist", *, machine: bool = False, sign: str = "") -> Path:
    """The installer for one user, or for the whole machine."""
    makensis = shutil.which("makensis")
    if makensis is None:
        stop("There is no makensis here. Install NSIS: on Debian the package nsis.")
    check(frozen)
    write_lists(frozen, LISTS)
    for_whom = "-machine" if machine else ""
    made = target / f"levensreis-{building.version()}-windows-setup{for_whom}.exe"
    target.mkdir(exist_ok=True)
    words = [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    words += [f"-D{name}={value}" for name, value in names(frozen, made).items()]
    words += ["-DMACHINE"] if machine else []
    words += [f"-DSIGN={sign}"] if sign else []
    if subprocess.run([*words, str(SCRIPT)], check=False, env=building.variables()).returncode:
        stop("makensis made no installer.")
    return made


def names(frozen: Path, made: Path) -> dict[str, object]:
    """What the script is told; all names have one home elsewhere."""
    number = building.version()
    return {
        "NAME": NAME,
        "APP_ID": APP_ID,
        "PROG_ID": PROG_ID,
        "SUFFIX": SUFFIX,
        "MIME_TYPE": MIME_TYPE,
        "VERSION": number,
        "NUMBERS": ".".join(map(str, properties.numbers(number))),
        "PUBLISHER": properties.PUBLISHER,
        "LICENCE": properties.LICENCE,
        "KILOBYTES": sum(file.stat().st_size for file in files(frozen)) // 1024,
        "ICONS": make_icons.make(),
        "LISTS": LISTS,
        "OUT": made,
    }


def check(frozen: Path) -> None:
    """Stops when this is no folder for Windows, or has names that Windows or NSIS cannot take."""
    missing = [name for name in PROGRAMS if not (frozen / name).is_file()]
    if missing:
        stop(f"{frozen} has no {missing[0]}. Freeze on Windows first: python packaging\\dev.py freeze")
    for file in files(frozen):
        name = file.relative_to(frozen).as_posix()
        if len(name) > LONGEST:
            stop(f"{name} is too long for Windows: {len(name)} characters.")
        if set(name) & set('$"\\:*?<>|') or not name.isprintable():
            stop(f"{name} cannot be a name on Windows.")


def files(frozen: Path) -> list[Path]:
    return sorted(file for file in frozen.rglob("*") if file.is_file())


def write_lists(frozen: Path, target: Path) -> None:
    """What to put down and, the same by name, what to take away: never a whole folder, which may hold a user's data."""
    target.mkdir(parents=True, exist_ok=True)
    put, taken, folders = [], [], {Path()}
    for file in files(frozen):
        place = file.relative_to(frozen)
        folder = place.parent
        folders |= set(place.parents)
        put += [f'SetOutPath "{_there(folder)}"', f'File "/oname={place.name}" "{file.absolute()}"']
        taken.append(f'Delete "{_there(place)}"')
    deepest_first = sorted(folders - {Path()}, key=lambda one: (-len(one.parts), one))
    taken += [f'RMDir "{_there(folder)}"' for folder in deepest_first]
    for name, lines in (("install", put), ("uninstall", taken)):
        (target / f"{name}.nsh").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _there(place: Path) -> str:
    return "\\".join(("$INSTDIR", *place.parts))


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="installer.py", description="Makes the installer for Windows.")
    parser.add_argument("--folder", type=Path, default=FROZEN, help="the frozen program; otherwise dist/levensreis")
    parser.add_argument("--machine", action="store_true", help="for all users of a computer; asks for an administrator")
    parser.add_argument("--sign", default="", metavar="COMMAND", help="run on the installer and on its uninstaller")
    chosen = parser.parse_args(arguments)
    made = build(chosen.folder, machine=chosen.machine, sign=chosen.sign)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
