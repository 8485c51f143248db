"""The copyright file of the Debian package: every part with its licence, and the texts that Debian does not have."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from journeys import licences

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMON = Path("/usr/share/common-licenses")
FIRST = 2026
HEAD = """\
This is Levensreis {version}, packaged from its own source.

Copyright: {years} The Levensreis authors
Licence: EUPL-1.2, whose text follows.

The package holds a program that was frozen with PyInstaller: Python, Qt and the other libraries it is made of lie in
/usr/lib/levensreis, each under its own licence. They were not changed. Qt and PySide6 are used under the LGPL: their
libraries are separate files there, which may be replaced by others of the same interface.
Libraries that Debian has are not in it; the package depends on them.
"""
# Debian keeps these texts once for all packages, under these names; a package names their place.
KEPT_BY_DEBIAN = ("Apache-2.0", "GPL-2", "GPL-3", "LGPL-2", "LGPL-2.1", "LGPL-3", "MPL-1.1", "MPL-2.0")
ALIKE = 0.01
"""How much of a text may differ: an address that moved. What adds an exception of its own differs more."""


def text(parts: Sequence[licences.Part], version: str, last: int) -> str:
    """The whole file; it is long, and everything in it is somebody's right."""
    told = [HEAD.format(version=version, years=_years(last)), _list(parts[1:])]
    return "\n".join([*told, *map(_part, parts)])


def _years(last: int) -> str:
    return str(FIRST) if last <= FIRST else f"{FIRST}–{last}"


def _list(parts: Sequence[licences.Part]) -> str:
    wide = max((len(f"{part.name} {part.version}") for part in parts), default=0)
    lines = [f"  {f'{part.name} {part.version}':{wide}}  {part.licence}" for part in parts]
    return "\n".join(["What it is made of:", "", *lines, ""])


def _part(part: licences.Part) -> str:
    heading = f"{part.name} {part.version}"
    told = [f"{'-' * 100}", heading, f"Licence: {part.licence}"]
    told += [f"Home: {part.home}"] if part.home else []
    return "\n".join([*told, "", *(f"{one.title}:\n\n{_body(one.body)}\n" for one in part.texts)])


def _body(text: str) -> str:
    """The text, or where Debian has it."""
    said = text.split()
    for name, kept in _kept():
        if said[:6] == kept[:6] and abs(len(said) - len(kept)) <= ALIKE * len(kept):
            return f"  On Debian systems this text is in {COMMON / name}."
    return "\n".join(line.rstrip() for line in text.expandtabs().strip("\n").splitlines())


@cache
def _kept() -> list[tuple[str, list[str]]]:
    places = [COMMON / name for name in KEPT_BY_DEBIAN if (COMMON / name).is_file()]
    return [(place.name, place.read_text(encoding="utf-8").split()) for place in places]
