"""What freezing adds to the parts of the program: libraries of this system and the bootloader, with their licences.

The frozen program finds them in the folder `collected` among its licences and shows them with all others.
"""

from __future__ import annotations

import json
import shutil
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from linux import dpkg
from materials import allowed
from materials.collected import BOOTLOADER

from journeys import licences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from frozen.trim import Entry

PLACE = f"journeys/_resources/licences/{licences.COLLECTED}"
TEXTS = Path("/usr/share/doc")


def datas(binaries: Iterable[Entry], work: Path) -> list[Entry]:
    """One file for each of them, written in the folder `work`."""
    made = []
    for name, told in [*_libraries(binaries), *_bootloader()]:
        file = work / f"{name}.json"
        file.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        made.append((f"{PLACE}/{file.name}", str(file), "DATA"))
    return made


def _libraries(binaries: Iterable[Entry]) -> Iterator[tuple[str, dict[str, object]]]:
    """Debian tells which package a library came from; elsewhere nobody does."""
    if shutil.which("dpkg-query") is None:
        return
    loose = [(place, source) for place, source, kind in binaries if kind == "BINARY" and "/" not in place]
    sources = [source for place, source in loose if not place.startswith("libpython")]  # Python is a part already
    known = allowed.rules().system
    for package in sorted({_package(source) for source in sources} - {""}):
        version, home = dpkg.told(package, "Version", "Homepage")
        text = (TEXTS / package / "copyright").read_text(encoding="utf-8")
        yield package, _part(package, version, known.get(package, ""), home, text)


def _package(source: str) -> str:
    """The package whose file this is; Debian knows a file by the name without or with /usr, and not by both."""
    found = dpkg.owners(source, f"/usr{source}", source.removeprefix("/usr"))
    return found[0][0] if found else ""


def _bootloader() -> Iterator[tuple[str, dict[str, object]]]:
    """Its licence lets go of what is built with it."""
    text = next(file for file in metadata.files("pyinstaller") or [] if file.name == "COPYING.txt").read_text()
    licence, home = allowed.rules().bundled[BOOTLOADER], "https://pyinstaller.org"
    yield "pyinstaller", _part(BOOTLOADER, metadata.version("pyinstaller"), licence, home, text)


def _part(name: str, version: str, licence: str, home: str, text: str) -> dict[str, object]:
    home = home if home.startswith("https://") else ""
    return {"name": name, "version": version, "licence": licence, "home": home, "texts": {"copyright": text}}
