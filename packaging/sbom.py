"""What the program is made of, as a bill of materials (CycloneDX 1.6, JSON), and whether its licences may be.

python3 packaging/dev.py sbom                     dist/levensreis-VERSION.cdx.json: of the wheel and all it needs
python3 packaging/dev.py sbom --frozen FOLDER     dist/levensreis-VERSION-frozen.cdx.json: of a frozen program

Ends with 1, and writes nothing, when a part has a licence that is not in packaging/licences.toml, or when a library
in the frozen folder is nobody's. The same parts give the same bytes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import building
from environment import ROOT, say
from materials import allowed, bundled
from materials.allowed import Entry, Rules, key
from materials.collected import BOOTLOADER, PYTHON, Collected, collected

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.licences import Part

OWN = "Levensreis"
EXTRAS = ("", "scripts")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frozen", type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FILE")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    if not given.inside:  # in the build environment lies what users get, and the library that writes the bill
        python = building.environment()
        words = [str(python), str(Path(__file__).resolve()), "--inside", *map(str, arguments)]
        return subprocess.run(words, check=False, env=building.variables()).returncode
    kind = "-frozen" if given.frozen else ""
    out = given.out or ROOT / "dist" / f"levensreis-{building.version()}{kind}.cdx.json"
    return make(out, given.frozen)


def make(out: Path, frozen: Path | None) -> int:
    from journeys import licences

    parts, by = licences.parts(), allowed.rules()
    held = collected(frozen, [part.name for part in parts]) if frozen else None
    if held is not None:
        parts = [part for part in parts if part.name in (OWN, PYTHON) or key(part.name) in held.parts]
    own, *others = [of_part(part, by, frozen) for part in parts]
    entries = [*others, *(of_system(held, by) if held is not None else ())]
    refused = [*allowed.refusals((own, *entries), by), *_nobodys(held)]
    for sentence in refused:
        print(sentence, file=sys.stderr)
    if refused:
        return 1
    from materials import bill

    what = "wheel" if held is None else "frozen program"
    text = bill.written(own, entries, needs(own, entries), what=what, epoch=building.epoch())
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, encoding="utf-8", newline="\n")
    say(f"{out}: {len(entries)} parts, all with a licence that may be.")
    return 0


def _nobodys(held: Collected | None) -> list[str]:
    return [
        f"{name} lies in the frozen folder, and nobody knows whose it is. Leave it out, or tell "
        "packaging/materials/collected.py."
        for name in (held.unknown if held is not None else ())
    ]


def of_part(part: Part, by: Rules, frozen: Path | None = None) -> Entry:
    """A part of the program, with the libraries that its wheel brings along, as far as they were frozen with it."""
    licence = by.meant(part.name, part.licence)
    if part.name == PYTHON:
        return Entry(
            PYTHON, part.version, licence, "platform", f"pkg:generic/python@{part.version}", called="python:python"
        )
    held = [one for one in bundled.inside(key(part.name)) if not (frozen and one.file and not _lies(one.file, frozen))]
    inside = [Entry(one.name, one.version, by.bundled.get(one.name, ""), called=one.called) for one in held]
    url = f"pkg:pypi/{key(part.name)}@{part.version}"
    return Entry(
        part.name, part.version, licence, "application" if part.name == OWN else "library", url, part.home,
        inside=tuple(inside),
    )  # fmt: skip


def _lies(file: str, folder: Path) -> bool:
    return any(folder.rglob(file))


def of_system(held: Collected, by: Rules) -> Iterator[Entry]:
    """What only a frozen program holds: what starts it, and libraries of the system that it was made on."""
    freezer = metadata.version("pyinstaller")
    yield Entry(BOOTLOADER, freezer, by.bundled[BOOTLOADER], url=f"pkg:pypi/pyinstaller@{freezer}")
    for one in held.packages:
        url = f"pkg:deb/debian/{one.name}@{one.version}?arch={one.architecture}"
        files = tuple(Entry(place, kind="file", digest=digest) for place, digest in one.files)
        yield Entry(one.name, one.version, by.system.get(one.name, ""), url=url, inside=files)


def needs(own: Entry, entries: Sequence[Entry]) -> dict[str, list[str]]:
    """Who needs whom, by name: as the metadata of the parts say; what no part asks for the program needs itself."""
    names = {key(entry.name): entry.name for entry in entries}
    found = {entry.name: sorted({names[need] for need in _asked(entry.name) if need in names}) for entry in entries}
    asked = {need for needed in found.values() for need in needed}
    direct = {names[need] for need in _asked(own.name) if need in names}
    return {**found, own.name: sorted(direct | (set(names.values()) - asked))}


def _asked(name: str) -> Iterator[str]:
    from packaging.requirements import Requirement

    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:  # Python, or a library of the system
        return
    for one in map(Requirement, lines):
        if one.marker is None or any(one.marker.evaluate({"extra": extra}) for extra in EXTRAS):
            yield key(one.name)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
