"""Programs of others that wheels bring along inside, with their versions: what a list of packages does not show."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Bundled(NamedTuple):
    """A library inside a part, as lists of known weaknesses call it (vendor:product), where they have it."""

    name: str
    version: str
    called: str = ""
    file: str = ""
    """How its own file is called, where it has one: a frozen program may go without."""


def inside(part: str) -> list[Bundled]:
    """What lies inside a part, by the name of its package; asks the part itself."""
    find = _FINDERS.get(part)
    return sorted(find()) if find is not None else []


def _qt() -> Iterator[Bundled]:
    from pathlib import Path

    from PySide6.QtCore import QLibraryInfo, qVersion

    yield Bundled("Qt", qVersion(), "qt:qt")
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.LibrariesPath))
    for library in folder.glob("libicudata.so.*"):
        yield Bundled("ICU", library.name.rpartition(".so.")[2], "icu-project:international_components_for_unicode")


def _pdfium() -> Iterator[Bundled]:
    from pypdfium2 import version

    held = version.PDFIUM_INFO
    yield Bundled("PDFium", f"{held.major}.{held.minor}.{held.build}.{held.patch}", "google:pdfium")


def _xml() -> Iterator[Bundled]:
    from lxml import etree  # type: ignore[import-untyped]  # it ships no types

    yield Bundled("libxml2", _dotted(etree.LIBXML_COMPILED_VERSION), "xmlsoft:libxml2")
    yield Bundled("libxslt", _dotted(etree.LIBXSLT_COMPILED_VERSION), "xmlsoft:libxslt")


def _pictures() -> Iterator[Bundled]:
    """What Pillow says that it has."""
    from PIL import features

    for name, told, called, file in (
        ("freetype2", "FreeType", "freetype:freetype", "libfreetype-*"),
        ("jpg_2000", "OpenJPEG", "uclouvain:openjpeg", "libopenjp2-*"),
        ("libjpeg_turbo", "libjpeg-turbo", "libjpeg-turbo:libjpeg-turbo", "libjpeg-*"),
        ("libtiff", "LibTIFF", "libtiff:libtiff", "libtiff-*"),
        ("littlecms2", "Little CMS", "littlecms:little_cms", "liblcms2-*"),
        ("webp", "libwebp", "webmproject:libwebp", "libwebp-*"),
        ("zlib_ng", "zlib-ng", "zlib-ng:zlib-ng", ""),
    ):
        if features.check(name) and (version := features.version(name)):
            yield Bundled(told, version, called, file)


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


_FINDERS: dict[str, Callable[[], Iterator[Bundled]]] = {
    "pyside6-essentials": _qt, "pypdfium2": _pdfium, "lxml": _xml, "pillow": _pictures,
}  # fmt: skip
