"""What the self-test tries of the window: Qt and its plug-ins, pictures, printing, and the whole window itself."""

from __future__ import annotations

import os
import sys
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final

from journeys.cli.trials import AbsentError, Bench, Trial
from journeys.cli.trials.bench import expect
from journeys.cli.trials.installed import modules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PLUGINS: Final = {
    "linux": (
        "platforms/libqxcb", "platforms/libqwayland", "platforms/libqoffscreen", "platforminputcontexts/libibus",
        "platforminputcontexts/libcompose", "platformthemes/libqxdgdesktopportal", "printsupport/libcups",
        "wayland-shell-integration/libxdg-shell", "imageformats/libqjpeg", "imageformats/libqwebp",
    ),
    "win32": (
        "platforms/qwindows", "platforms/qoffscreen", "styles/qmodernwindowsstyle", "imageformats/qjpeg",
        "imageformats/qwebp",
    ),
    "darwin": (
        "platforms/libqcocoa", "platforms/libqoffscreen", "styles/libqmacstyle", "imageformats/libqjpeg",
        "imageformats/libqwebp",
    ),
}  # fmt: skip
"""The beginnings of the files, by system; Qt brings others that we have no use for."""
LENT: Final = ("libqwayland", "libqxdgdesktopportal", "libcups", "libxdg-shell", "libibus", "libcompose")
"""These need libraries of the system that a computer without a printer, or with another desktop, may lack."""
LACKING: Final = "cannot open shared object file"
"""What the loader of Linux says of a library that is not there, in any language."""
PICTURES: Final = ("PNG", "JPEG", "WEBP")
SIZE: Final = (1280, 800)


def trials(bench: Bench) -> Sequence[Trial]:
    """In this order: Qt is made ready by the first that needs it."""
    say = bench.say
    return [
        Trial(say("Modules of the window"), unhidden(partial(modules, "app"))),
        Trial("Qt", unhidden(qt)),
        *(Trial(say("Plug-in {name}", name=name), partial(plugin, bench, name)) for name in _plugins()),
        Trial(say("Qt’s own words in Dutch"), partial(translated, bench)),
        Trial(say("Fonts on the screen"), unhidden(lettered)),
        *(Trial(say("Pictures: {name}", name=name), unhidden(partial(decoded, name))) for name in PICTURES),
        Trial(say("Printing"), unhidden(partial(printed, bench))),
        Trial(say("The whole window"), unhidden(partial(window, bench))),
    ]


def unhidden(run: Callable[[], str]) -> Callable[[], str]:
    """An error in what Qt calls never reaches its caller: it is caught on the way and raised here."""

    @wraps(run)
    def tried() -> str:
        caught: list[BaseException] = []
        before, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: caught.append(error)
        try:
            told = run()
        finally:
            sys.excepthook = before
        if caught:
            raise caught[0]
        return told

    return tried


def qt() -> str:
    """Qt starts, without a screen unless one was asked for."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import qVersion

    from app.main import application

    return f"{qVersion()}, {application().platformName()}"


def _plugins() -> Sequence[str]:
    return PLUGINS.get(sys.platform, ())


def plugin(bench: Bench, name: str) -> str:
    """The plug-in is there, and finds the libraries that it needs."""
    from PySide6.QtCore import QLibraryInfo, QPluginLoader

    folder, begin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)), Path(name)
    found = sorted(folder.joinpath(begin.parent).glob(f"{begin.name}*"))
    expect(found, bench.say("{name} is missing", name=name))
    loader = QPluginLoader(str(found[0]))
    if loader.load():
        return ""
    lacking = loader.errorString().removeprefix(f"Cannot load library {found[0]}: ")
    if LACKING in lacking and (begin.name.startswith(LENT) or not seen()):
        raise AbsentError(lacking)
    raise ImportError(lacking)


def seen() -> bool:
    """Whether windows would open on a screen here."""
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def translated(bench: Bench) -> str:
    """The buttons and menus that Qt makes itself speak Dutch."""
    from PySide6.QtCore import QCoreApplication

    from app.dress import dress
    from app.main import application

    dress(application(), "nl")
    told = QCoreApplication.translate("QPlatformTheme", "Cancel")
    expect(told == "Annuleren", told)
    dress(application(), bench.say.language)
    return told


def lettered() -> str:
    """The map is drawn with our own fonts."""
    from app.canvas.glyphs import raw_font
    from journeys.fonts import FILES

    names = {raw_font(font, 13).familyName() for font in FILES}
    expect(all(name.startswith("Source Sans") for name in names), ", ".join(names))
    return ", ".join(sorted(names))


def decoded(form: str) -> str:
    """A picture of this kind is written and comes in again as it does when a user inserts one."""
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage

    from app import pixels

    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    expect(image.save(buffer, form), form)  # type: ignore[call-overload]  # the stubs want bytes; a name is right
    back = pixels.read(bytes(buffer.data().data()))
    expect((back.width(), back.height()) == (40, 30), f"{back.width()} × {back.height()}")
    return ""


def printed(bench: Bench) -> str:
    """A poster goes through the system's way of printing, into a file instead of to paper."""
    from PySide6.QtPrintSupport import QPrinter

    from app.dialogs.poster import bands, printing
    from journeys.poster import raster
    from journeys.poster.request import Request

    out = bench.folder / "printed.pdf"
    made = printing.make(
        (bench.study.document, Request(kind="personas", paper="A4"), bench.study.images), lambda _: None
    )
    printer = printing.prepared(made, "Levensreis")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    bands.paint_pages(made.pdf, printer, [0], lambda _: None)
    return str(raster.page_count(out.read_bytes()))


def window(bench: Bench) -> str:
    """The window with a study, as `picture` draws it: map, table, comparison and network."""
    from PySide6.QtGui import QImage

    from journeys import store

    study, (document, images) = bench.folder / "window.levensreis", bench.study
    store.create_file(study, document, images)
    for view in ("map", "table", "compare", "ecosystem"):
        out = bench.folder / f"{view}.png"
        bench.around.picture(
            study, out, view=view, journey=None, size=SIZE, theme="light", language=bench.say.language, lens=None,
            saved=None,
        )  # fmt: skip
        picture = QImage(str(out))
        colours = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
        expect(len(colours) > 20, f"{view}: {len(colours)}")
    return f"{SIZE[0]} × {SIZE[1]}"
