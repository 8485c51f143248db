"""What only Windows or only macOS asks of a frozen program: icon, version resource, property list."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from frozen import properties


def of_program(name: str, work: Path) -> dict[str, Any]:
    """Options of PyInstaller's EXE for one program; what has to be written for it goes to `work`."""
    if sys.platform == "darwin":
        return {"icon": str(icons() / "levensreis.icns")}
    return of_windows(name, work) if sys.platform == "win32" else {}


def of_windows(name: str, work: Path) -> dict[str, Any]:
    resource = work / f"{name}.version.txt"
    resource.write_text(properties.version_resource(name), encoding="utf-8")
    return {"icon": str(icons() / "levensreis.ico"), "version": str(resource)}


def of_bundle() -> dict[str, Any]:
    """Options of PyInstaller's BUNDLE."""
    told = properties.info_plist()
    return {
        "icon": str(icons() / "levensreis.icns"),
        "bundle_identifier": told["CFBundleIdentifier"],
        "version": told["CFBundleShortVersionString"],
        "info_plist": told,
    }


def of_documents() -> list[tuple[str, str, str]]:
    """Files that only the bundle needs: the icon of a study, to which its property list points."""
    return [("document.icns", str(icons() / "document.icns"), "DATA")]


def icons() -> Path:
    """The folder of the icons; they are drawn when they are not there yet."""
    import make_icons  # starts Qt, which Linux need not wait for

    made = make_icons.TARGET
    return made if (made / "document.icns").is_file() else make_icons.make()
