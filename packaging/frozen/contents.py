"""What goes into the frozen program that no import statement tells of: modules by name, data, metadata, licences."""

from __future__ import annotations

import sys
import sysconfig
from importlib import metadata
from pathlib import Path

import pptx.oxml  # noqa: TID253 - a build step: nobody waits for a window
from PyInstaller.utils.hooks import (  # type: ignore[import-untyped]  # it ships none
    collect_data_files,
    collect_submodules,
)

from journeys import licences

OURS = ("app", "journeys")
DATA = ("journeys", "font_source_sans_pro")
"""Packages whose data no hook of PyInstaller knows of."""
BY_NAME = (
    "sqlalchemy.dialects.sqlite.pysqlite",
    "arabic_reshaper",
    "bidi",
    "python_calamine",
    "font_source_sans_pro",
)


def modules() -> list[str]:
    """All of ours, for panels, lenses and poster pages are imported by their name when they are needed."""
    whole = [name for package in (*OURS, "reportlab.graphics.barcode") for name in collect_submodules(package)]
    return [*whole, *BY_NAME]


def datas() -> list[tuple[str, str]]:
    data = [pair for package in DATA for pair in collect_data_files(package)]
    return [*data, *_metadata(), *_python(), *_stepping_stone()]


def _metadata() -> list[tuple[str, str]]:
    """The metadata of every part, and the texts of licences that lie elsewhere in it."""
    pairs = []
    for part in licences.parts():
        for file in _files(part.name):
            place = Path(str(file.locate()))
            if _tells_of_the_part(file) and place.is_file():
                pairs.append((str(place), file.parent.as_posix()))
    return pairs


def _files(part: str) -> list[metadata.PackagePath]:
    try:
        return metadata.files(part) or []
    except metadata.PackageNotFoundError:  # Python itself
        return []


def _tells_of_the_part(file: metadata.PackagePath) -> bool:
    if file.parts[0].endswith(".dist-info"):
        return True
    return file.suffix not in (".py", ".pyc") and licences.holds_licence(file.name)


def _python() -> list[tuple[str, str]]:
    """The licence of Python, where the frozen program looks for it: in a folder of the standard library."""
    library = Path(sysconfig.get_path("stdlib"))
    inside = library.relative_to(Path(sys.base_prefix).resolve())
    places = (library / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt")
    return [(str(place), inside.as_posix()) for place in places if place.is_file()][:1]


def _stepping_stone() -> list[tuple[str, str]]:
    """python-pptx finds its templates by way of a folder that holds modules only, and those are not files here."""
    return [(str(Path(pptx.oxml.__file__)), "pptx/oxml")]
