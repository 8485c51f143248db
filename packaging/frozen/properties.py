"""What Windows and macOS ask to know of a program: its version resource and its property list."""

from __future__ import annotations

import plistlib
import re
from typing import Any, Final

import building
from environment import ROOT

from journeys.identity import APP_ID, MIME_TYPE, NAME, SUFFIX

PUBLISHER: Final = "The Levensreis authors"
LICENCE: Final = "EUPL-1.2"
TEMPLATE: Final = ROOT / "packaging" / "macos" / "Info.plist"
ENGLISH_UNICODE: Final = (0x0409, 1200)


def numbers(version: str) -> tuple[int, int, int, int]:
    """Windows wants four whole numbers: 0.2rc1 has those of 0.2."""
    digits = re.match(r"\d+(?:\.\d+)*", version)
    parts = [int(part) for part in digits[0].split(".")] if digits else []
    first, second, third, fourth = (*parts, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def words_of_resource(program: str) -> dict[str, str]:
    """What the window of properties of levensreis.exe or levensreis-gui.exe shows."""
    version = building.version()
    return {
        "CompanyName": PUBLISHER,
        "FileDescription": NAME if program.endswith("-gui") else f"{NAME} (command line)",
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": LICENCE,
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }


def version_resource(program: str) -> str:
    """The same in the form of the file that PyInstaller's option `version` reads."""
    four = numbers(building.version())
    language, encoding = ENGLISH_UNICODE
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in words_of_resource(program).items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004,"
        " fileType=0x1, subtype=0x0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('{language:04x}{encoding:04x}', [{strings}])]), "
        f"VarFileInfo([VarStruct('Translation', [{language}, {encoding}])])])\n"
    )


def info_plist() -> dict[str, Any]:
    """The property list of the bundle; PyInstaller's BUNDLE adds the names of program and icon."""
    text = TEMPLATE.read_text(encoding="utf-8")
    filled = {
        "APP_ID": APP_ID,
        "NAME": NAME,
        "NUMBERS": ".".join(map(str, numbers(building.version())[:3])),
        "LICENCE": LICENCE,
        "BARE_SUFFIX": SUFFIX.removeprefix("."),
        "MIME_TYPE": MIME_TYPE,
    }
    for name, value in filled.items():
        text = text.replace(f"@{name}@", value)
    found: dict[str, Any] = plistlib.loads(text.encode())
    return found
