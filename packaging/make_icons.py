"""Makes every icon from our own drawings in packaging/icons: for Linux, Windows, macOS and the window itself.

Run it when a drawing changes: .venv/bin/python packaging/make_icons.py [--check]

It fills .dev/icons (hicolor/, levensreis.ico, document.ico, levensreis.icns, document.icns, installer-side.bmp,
installer-head.bmp) and resources/icons, the pictures that the running program hands to the taskbar.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import Final

from icons import containers
from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from journeys.identity import APP_ID, MIME_TYPE

ROOT: Final = Path(__file__).resolve().parent.parent
DRAWINGS: Final = ROOT / "packaging" / "icons"
TARGET: Final = ROOT / ".dev" / "icons"
OF_WINDOWS: Final = ROOT / "resources" / "icons"

SIDES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
SIDES_OF_WINDOWS: Final = (16, 24, 32, 48, 64, 128)
SIDES_OF_ICO: Final = (16, 20, 24, 32, 40, 48, 64, 128, 256)
PARTS_OF_INSTALLER: Final = {"installer-side": (164, 314), "installer-head": (150, 57)}  # pixels, as NSIS wants them

SMALL: Final = 20
"""Pixels: below this the least drawing is used, and from LARGE the one with faces."""

LARGE: Final = 48

BODY: Final = 824 / 960
"""On macOS a tile fills 824 of 1024 pixels; ours fills 480 of 512."""

HAIR: Final = 2
"""Of 255: what another processor may paint otherwise in a point."""


def drawing(name: str, side: int) -> Path:
    """The drawing that is made for this size."""
    if side >= LARGE:
        return DRAWINGS / f"{name}.svg"
    return DRAWINGS / f"{name}-{16 if side < SMALL else 24}.svg"


def painted(name: str, side: int, part: float = 1.0) -> QImage:
    """The icon in this many pixels, in the middle `part` of them."""
    rest = side * (1 - part) / 2
    return rendered(drawing(name, side), side, side, QRectF(rest, rest, side - 2 * rest, side - 2 * rest))


def rendered(source: Path, width: int, height: int, area: QRectF | None = None) -> QImage:
    """A drawing as pixels, on nothing."""
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, area or QRectF(0, 0, width, height))
    painter.end()
    return image


def painter() -> QCoreApplication:
    """Qt paints for an application only; it must be held as long as anything is painted."""
    return QGuiApplication.instance() or QGuiApplication(["make_icons", "-platform", "offscreen"])


def make(folder: Path = TARGET) -> Path:
    """Everything that the packages need, in a fresh folder; gives the folder."""
    application = painter()
    fresh = folder.with_name(f"{folder.name}.{os.getpid()}")
    for name, kind, code in (("levensreis", "apps", APP_ID), ("document", "mimetypes", MIME_TYPE.replace("/", "-"))):
        _theme(fresh / "hicolor", name, kind, code)
        _containers(fresh, name)
    symbolic = fresh / "hicolor" / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg"
    symbolic.parent.mkdir(parents=True)
    shutil.copyfile(DRAWINGS / "symbolic.svg", symbolic)
    for name, (width, height) in PARTS_OF_INSTALLER.items():
        flat = rendered(DRAWINGS / f"{name}.svg", width, height).convertToFormat(QImage.Format.Format_RGB888)
        _save(flat, fresh / f"{name}.bmp")
    del application
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def _theme(folder: Path, name: str, kind: str, code: str) -> None:
    """Size by size as the icon theme specification of the desktops has it, and the drawing itself."""
    for side in SIDES:
        _save(painted(name, side), folder / f"{side}x{side}" / kind / f"{code}.png")
    whole = folder / "scalable" / kind / f"{code}.svg"
    whole.parent.mkdir(parents=True)
    shutil.copyfile(DRAWINGS / f"{name}.svg", whole)


def _containers(folder: Path, name: str) -> None:
    part = BODY if name == "levensreis" else 1.0
    (folder / f"{name}.ico").write_bytes(containers.ico([painted(name, side) for side in SIDES_OF_ICO]))
    (folder / f"{name}.icns").write_bytes(containers.icns(lambda side: painted(name, side, part)))


def _save(image: QImage, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        message = f"{target} cannot be written"
        raise OSError(message)


def stale() -> list[str]:
    """Which pictures of the window no longer show their drawing."""
    return [
        f"{side}.png"
        for side in SIDES_OF_WINDOWS
        if not _alike(QImage(str(OF_WINDOWS / f"{side}.png")), painted("levensreis", side))
    ]


def _alike(one: QImage, other: QImage) -> bool:
    """The same but for a hair; the colour of what is all but clear counts for as little as it is seen."""
    return one.size() == other.size() and all(
        abs(a - b) <= HAIR for a, b in zip(_points(one), _points(other), strict=True)
    )


def _points(image: QImage) -> bytes:
    """Four bytes a point, premultiplied by how much is seen of it."""
    held = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)  # its bits do not keep it
    return bytes(held.constBits())


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="make_icons.py", description="Makes every icon from packaging/icons.")
    parser.add_argument("--check", action="store_true", help="only say which pictures of the window are stale")
    application = painter()
    if parser.parse_args(arguments).check:
        found = stale()
        print("Stale, run packaging/dev.py icons: " + ", ".join(found) if found else "The icons are current.")
        return 1 if found else 0
    for side in SIDES_OF_WINDOWS:
        _save(painted("levensreis", side), OF_WINDOWS / f"{side}.png")
    print(f"{make()}: {sum(1 for each in TARGET.rglob('*') if each.is_file())} files")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
