"""Makes the portable program of a frozen folder: one archive to unpack on a stick or in one's own folder.

.venv/bin/python packaging/portable.py [--folder DIR]

Beside the program lies the file that makes it keep its settings and data there too (journeys/portable.py).
For Windows it is a .zip, for Linux a .tar.xz, which keeps what may be run.
"""

from __future__ import annotations

import argparse
import io
import sys
import tarfile
import time
import zipfile
from pathlib import Path
from typing import Final

import building
from environment import ROOT, stop

from journeys.portable import FOLDER, MARKER

FROZEN: Final = ROOT / "dist" / "levensreis"
INSIDE: Final = "Levensreis"
"""The folder that one gets by unpacking."""

TOLD: Final = f"""\
Levensreis, om mee te nemen
===========================
Omdat dit bestand hier staat, bewaart Levensreis uw instellingen, werk dat nog niet in een bestand
staat, eerdere versies en het logboek in de map {FOLDER}, naast het programma. Op de computer zelf komt niets.
Haalt u dit bestand weg, dan bewaart Levensreis dat op de computer, zoals een gewoon programma.

Levensreis, to take along
=========================
Because this file is here, Levensreis keeps your settings, work that is not in a file yet, earlier versions and its
log in the folder {FOLDER}, beside the program. Nothing is put on the computer itself.
Take this file away, and Levensreis keeps them on the computer, as an ordinary program does.
"""


def build(frozen: Path = FROZEN, target: Path = ROOT / "dist") -> Path:
    """The archive; the same folder gives the same bytes."""
    windows = (frozen / "levensreis-gui.exe").is_file()
    if not windows and not (frozen / "levensreis").is_file():
        stop(f"There is no frozen program in {frozen}. First: python3 packaging/dev.py freeze")
    target.mkdir(exist_ok=True)
    system, suffix = ("windows", "zip") if windows else ("linux", "tar.xz")
    made = target / f"levensreis-{building.version()}-{system}-portable.{suffix}"
    made.unlink(missing_ok=True)
    (_zip if windows else _tar)(frozen, made)
    return made


def marker() -> bytes:
    """With the ends of line of the oldest Notepad that may open it."""
    return b"\xef\xbb\xbf" + TOLD.replace("\n", "\r\n").encode()


def _places(frozen: Path) -> list[tuple[Path, str]]:
    found = sorted(file for file in frozen.rglob("*") if file.is_file() or file.is_symlink())
    return [
        (file, f"{INSIDE}/{file.relative_to(frozen).as_posix()}")
        for file in found
        if file.relative_to(frozen).parts[0] not in (FOLDER, MARKER)  # somebody tried it here
    ]


def _zip(frozen: Path, made: Path) -> None:
    entries = [(name, file.read_bytes()) for file, name in _places(frozen)]
    year, month, day, hour, minute, second, *_ = time.gmtime(building.epoch())
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in (*entries, (f"{INSIDE}/{MARKER}", marker())):
            entry = zipfile.ZipInfo(name, (year, month, day, hour, minute, second))
            entry.create_system = 0  # of Windows: no rights, no owner
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)


def _tar(frozen: Path, made: Path) -> None:
    with tarfile.open(made, "w:xz", format=tarfile.GNU_FORMAT) as archive:
        for file, name in _places(frozen):
            archive.add(file, name, recursive=False, filter=_plain)
        entry = tarfile.TarInfo(f"{INSIDE}/{MARKER}")
        entry.size = len(marker())
        archive.addfile(_plain(entry), io.BytesIO(marker()))


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Nobody's, of the moment of the release; what may be run stays so."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = building.epoch()
    entry.mode = 0o755 if entry.mode & 0o100 else 0o644
    return entry


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="portable.py", description="Makes the portable program of a frozen folder.")
    parser.add_argument("--folder", type=Path, default=FROZEN, help="the frozen program; otherwise dist/levensreis")
    made = build(parser.parse_args(arguments).folder)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
