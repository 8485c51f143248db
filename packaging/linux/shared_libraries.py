"""The libraries of the system in a frozen folder: which Debian packages have them, and what a package depends on."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from environment import stop
from linux import dpkg

if TYPE_CHECKING:
    from collections.abc import Iterable

ELF = b"\x7fELF"
LIBRARIES = "_internal"


def elves(folder: Path) -> list[Path]:
    """Every program and library in a folder, links left out."""
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink() and is_elf(path)]


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(ELF)) == ELF


def of_the_system(tree: Path) -> list[Path]:
    """The libraries that were collected from packages of this system.

    They lie straight in the folder of the libraries; those of Qt and of other wheels lie deeper, with links to them.
    Others may have built one, and given it the name of Debian's: the same build is what counts. Python's own stays,
    also where it is Debian's: the frozen program loads it from its own folder, and from nowhere else.
    """
    loose = [path for path in sorted((tree / LIBRARIES).glob("*.so*")) if path.is_file() and not path.is_symlink()]
    loose = [path for path in loose if not path.name.startswith("libpython")]
    owned = in_packages(path.name for path in loose)
    return [path for path in loose if path.name in owned and build_of(path) == build_of(owned[path.name])]


def in_packages(libraries: Iterable[str]) -> dict[str, Path]:
    """The place of each of these that a package has put where the loader looks."""
    return {place.name: place for _, place in _owners(libraries)}


def packages_of(libraries: Iterable[str]) -> set[str]:
    """The names of the packages that have these."""
    return {package for package, _ in _owners(libraries)}


def _owners(libraries: Iterable[str]) -> list[tuple[str, Path]]:
    asked = [str(folder / name) for name in libraries for folder in _system_folders() if (folder / name).is_file()]
    return dpkg.owners(*asked) if asked else []


def build_of(library: Path) -> str:
    """The mark that the linker gave a library when it was built; it stays when symbols are stripped."""
    notes = subprocess.run(["readelf", "--notes", library], check=False, capture_output=True, text=True).stdout
    marks = [line.partition(":")[2].strip() for line in notes.splitlines() if "Build ID" in line]
    return marks[0] if marks else str(library)


@cache
def _system_folders() -> tuple[Path, ...]:
    triplet = _answer("dpkg-architecture", "--query", "DEB_HOST_MULTIARCH")
    return tuple(Path(above) / part for above in ("/lib", "/usr/lib") for part in ("", triplet))


def architecture() -> str:
    """As Debian calls it: amd64, arm64."""
    return _answer("dpkg", "--print-architecture")


def depends(stage: Path, libraries: Iterable[Path], guests: Iterable[str], work: Path) -> dict[str, list[str]]:
    """What these files need of the system, with the versions that have every symbol they use, by field.

    What lies in the stage itself counts as being here. Every plugin is asked, also those that load late; `guests` are
    those that only serve where the system has what they need, which is recommended."""
    (work / "debian").mkdir(parents=True, exist_ok=True)
    (work / "debian" / "control").write_text("Source: levensreis\n\nPackage: levensreis\nArchitecture: any\n")
    inside = sorted({str(path.parent) for path in stage.rglob("*.so*")})
    asked = sorted(libraries)
    hosts = [f"-e{path}" for path in asked if path.name not in guests]
    served = [f"-e{path}" for path in asked if path.name in guests]
    # Libraries of wheels are in no package, and have been found in the stage: of those no information is missed.
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0", f"-S{stage}"]
    command += [*(f"-l{folder}" for folder in inside), "-dDepends", *hosts, "-dRecommends", *served]
    done = subprocess.run(command, cwd=work, check=False, capture_output=True, text=True)
    if done.returncode:
        stop(f"{done.stderr}\nWhat the package depends on could not be found (see above).")
    fields = dict(line.removeprefix("shlibs:").split("=", 1) for line in done.stdout.splitlines())
    return {field: [one.strip() for one in told.split(",") if one.strip()] for field, told in fields.items()}


def _answer(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
