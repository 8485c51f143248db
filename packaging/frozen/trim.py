"""What stays out of the frozen program: what it never loads, and what every desktop has and keeps safe itself."""

from __future__ import annotations

import re
import subprocess
import sys
from fnmatch import fnmatch
from pathlib import PurePath
from typing import TYPE_CHECKING

from journeys.fonts import metrics
from journeys.i18n import TONGUES

if TYPE_CHECKING:
    from collections.abc import Iterable

Entry = tuple[str, str, str]
"""Of PyInstaller: where it goes, where it comes from, and its kind."""

MODULES = [
    # of Python: for developers, for terminals, and for a network, which the program has none of
    *("tkinter", "unittest", "doctest", "pydoc", "pdb", "lib2to3", "distutils", "ensurepip", "idlelib", "test"),
    *("readline", "rlcompleter", "curses", "ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "xmlrpc"),
    *("setuptools", "pkg_resources", "_distutils_hack", "pip"),
    # of libraries: other databases and drawing tools
    *(f"sqlalchemy.dialects.{name}" for name in ("mssql", "mysql", "oracle", "postgresql")),
    *("sqlalchemy.ext.asyncio", "sqlalchemy.testing", "numpy", "matplotlib", "pypdfium2_cli"),
    *("lxml.html", "lxml.isoschematron", "lxml.sax", "lxml.builder", "lxml.cssselect"),
    *(f"PIL.{name}" for name in ("_avif", "_webp", "_imagingft", "_imagingtk", "ImageTk", "ImageQt")),
    *("_imagingcms", "PIL._imagingcms"),
    # of Qt: its hooks take everything that one of ours could want
    *(f"PySide6.{name}" for name in ("QtQml", "QtQuick", "QtSql", "QtTest", "QtDesigner", "QtHelp", "QtUiTools")),
]

QT_PLUGINS = {
    "iconengines": ("qsvgicon",),
    "imageformats": ("qgif", "qico", "qjpeg", "qsvg", "qtiff", "qwebp", "qicns"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "printsupport": ("*",),
    "styles": ("*",),
    "wayland-decoration-client": ("*",),
    "wayland-shell-integration": ("xdg-shell",),
}
"""Folder of plugins → those that we load; all others would draw on a bare screen, with OpenGL, or talk to a network."""

SYSTEM = (
    # what the wheel of Qt expects of every desktop as well, and what that desktop mends when it proves unsafe
    *("libglib-2.0.*", "libgobject-2.0.*", "libgio-2.0.*", "libgmodule-2.0.*", "libgthread-2.0.*"),
    *("libdbus-1.*", "libfontconfig.*", "libfreetype.so*"),
    *("libX11.*", "libX11-xcb.*", "libXext.*", "libxcb.so*", "libxcb-glx.*", "libxcb-randr.*", "libxcb-render.*"),
    *("libxcb-shape.*", "libxcb-shm.*", "libxcb-sync.*", "libxcb-xfixes.*", "libxcb-xkb.*"),
    *("libwayland-*", "libxkbcommon*.so*", "libgssapi_krb5.*", "libbrotli*.so.1", "libz.so*", "libzstd.so.1"),
    *("libstdc++.*", "libgcc_s.*"),
)
"""Libraries of a Linux desktop that stay its own."""

OF_THE_INSTALLATION = ("direct_url.json", "INSTALLER", "REQUESTED", "uv_cache.json")
"""Metadata that tells how this computer came by a part: with its paths, and nothing of use to anybody."""

GUESTS = ("libqgtk3.so", "libcupsprintersupport.so")
"""Plugins for a desktop that has what they need, and of no use elsewhere: nothing is collected for them."""


def trimmed(binaries: Iterable[Entry], datas: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """What stays of both."""
    wanted = [entry for entry in binaries if _stays(PurePath(entry[0]))]
    held = _reached(wanted)
    names = {PurePath(destination).name for destination, _, _ in held}
    return held, [
        entry
        for entry in datas
        if _stays(PurePath(entry[0])) and (entry[2] != "SYMLINK" or PurePath(entry[0]).name in names)
    ]


def _stays(place: PurePath) -> bool:
    parts, name = place.parts, place.name
    if "plugins" in parts:
        return _plugin_stays(parts[parts.index("plugins") + 1], name)
    if "translations" in parts:
        return name in {f"qtbase_{language}.qm" for language in TONGUES}
    if parts[:2] == ("pyphen", "dictionaries"):
        return name in _dictionaries() or not name.endswith(".dic")
    if parts[:2] == ("font_source_sans_pro", "files"):
        return name in metrics.FILES.values() or not name.endswith((".ttf", ".otf"))
    if parts[0] in {"app", "journeys"} and name == "README.md":
        return False  # for who reads the source
    if parts[0].endswith(".dist-info"):
        return name not in OF_THE_INSTALLATION
    return parts[:2] != ("reportlab", "fonts")


def _dictionaries() -> set[str]:
    return {f"hyph_{tongue.hyphens}.dic" for tongue in TONGUES.values()}


def _plugin_stays(folder: str, name: str) -> bool:
    """Of every system: libqxcb.so, qwindows.dll, libqcocoa.dylib."""
    plain = PurePath(name).stem.removeprefix("lib")
    return any(fnmatch(plain, pattern) for pattern in QT_PLUGINS.get(folder, ()))


def _reached(entries: list[Entry]) -> list[Entry]:
    """Without the libraries that were there for what went, and without those of the system."""
    if sys.platform != "linux":
        return entries
    libraries = {PurePath(entry[0]).name: entry for entry in entries if _is_library(entry)}
    libraries = {name: entry for name, entry in libraries.items() if not any(fnmatch(name, one) for one in SYSTEM)}
    others = [entry for entry in entries if not _is_library(entry)]
    waiting = [entry for entry in others if entry[2] != "SYMLINK" and PurePath(entry[0]).name not in GUESTS]
    found: set[str] = set()
    while waiting:
        for name in _needs(waiting.pop()[1]):
            if name in libraries and name not in found:
                found.add(name)
                waiting.append(libraries[name])
    return [entry for entry in entries if entry in others or PurePath(entry[0]).name in found]


def _needs(library: str) -> list[str]:
    """The names of the libraries that this one asks for itself."""
    told = subprocess.run(["objdump", "-p", library], check=True, capture_output=True, text=True).stdout
    return re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE)


def _is_library(entry: Entry) -> bool:
    """One that is there because another needs it: not a module of Python, not a plugin, not loaded by name."""
    parts = PurePath(entry[0]).parts
    if entry[2] == "EXTENSION" or "plugins" in parts or parts[-1].startswith(("libpython", "libpdfium")):
        return False
    return len(parts) == 1 or parts[:3] == ("PySide6", "Qt", "lib") or parts[0].endswith(".libs")
