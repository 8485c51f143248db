"""Whose every file of a frozen program is: of a part, of Python, of a package of the system, or nobody knows."""

from __future__ import annotations

import hashlib
import re
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from linux import dpkg
from materials.allowed import key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LIBRARY = re.compile(r"\.(so(\.\d+)*|dll|dylib|pyd|exe)$")
PYTHON, BOOTLOADER = "Python", "PyInstaller bootloader"
SYSTEM = (Path("/lib"), Path("/usr/lib"))


class Package(NamedTuple):
    """A package of the system, with the files of it that were collected and their digests."""

    name: str
    version: str
    architecture: str
    files: tuple[tuple[str, str], ...]


class Collected(NamedTuple):
    """What lies in the folder: parts by the key of their name, packages, and files that nobody owns."""

    parts: frozenset[str]
    packages: tuple[Package, ...]
    unknown: tuple[str, ...]


def collected(folder: Path, parts: Iterable[str]) -> Collected:
    """Looks at every program and library in a frozen folder; `parts` are the names of what the program is made of."""
    by_name, by_top = _owners(parts)
    owned, packages, unknown = set[str](), dict[str, list[tuple[str, str]]](), list[str]()
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not path.is_file():
            continue
        place = path.relative_to(folder)
        owner = _owner(place, by_name, by_top)
        if owner:
            owned.add(owner)
        elif LIBRARY.search(path.name) and (package := _package(path)):
            packages.setdefault(package, []).append((place.as_posix(), digest(path)))
        elif LIBRARY.search(path.name):
            unknown.append(place.as_posix())
    return Collected(frozenset(owned), tuple(_packages(packages)), tuple(unknown))


def _packages(held: Mapping[str, list[tuple[str, str]]]) -> Iterator[Package]:
    for name, files in sorted(held.items()):
        version, architecture = dpkg.told(name, "Version", "Architecture")
        yield Package(name, version, architecture, tuple(files))


def _owners(parts: Iterable[str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Library → part by the name of its file, and folder → part by what a part puts straight into site-packages."""
    by_name: dict[str, str] = {}
    by_top: dict[str, str] = {}
    for part in parts:
        for file in _files(part):
            if LIBRARY.search(file.name):
                by_name[file.name] = key(part)
            if len(file.parts) > 1 and file.parts[0] not in ("..", "__pycache__"):
                by_top[file.parts[0]] = key(part)
    return by_name, by_top


def _files(part: str) -> list[metadata.PackagePath]:
    try:
        return metadata.files(part) or []
    except metadata.PackageNotFoundError:  # Python itself
        return []


def _owner(place: Path, by_name: Mapping[str, str], by_top: Mapping[str, str]) -> str:
    parts = place.parts
    if len(parts) == 1:
        return BOOTLOADER  # the programs themselves
    inside = parts[1:]
    if inside[0].endswith(".dist-info"):
        return key(inside[0].partition("-")[0])
    if re.match(r"python3|libpython3|python3\d*\.dll|base_library", inside[0]):
        return PYTHON
    return by_top.get(inside[0], "") or by_name.get(inside[-1], "")


def _package(path: Path) -> str:
    """The package of Debian whose file this is, byte by byte; empty when there is none."""
    for package, held in dpkg.owners(f"*/{path.name}"):
        systems = any(held.is_relative_to(folder) for folder in SYSTEM)
        if systems and held.is_file() and digest(held) == digest(path):
            return package
    return ""


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
