"""Makes every picture of the README from the samples; `--check` makes none, and tells which are stale.

They come out of the program's own commands `picture` and `poster`, and the slide out of what the stage paints.
A picture that still shows what it showed stays as it is, so that looking again changes no file.
Run it when the window or the poster changes, and look at what it wrote: .venv/bin/python packaging/make_pictures.py
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
from contextlib import redirect_stdout
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from environment import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image
    from PySide6.QtGui import QImage

    from journeys.i18n import Language

FOLDER = ROOT / "packaging" / "pictures"
COLOURS = 255
NOTICEABLE = 48
"""Of 255: what another version of the renderer may differ in one point."""
ALLOWED = 0.0001
"""Of all points, seen at half the size: less than a word on a button."""
DAY = "2026-11-21"
LOOKED_AT = 1_795_278_180  # when the study was saved, as the window tells: in the afternoon of that day
WINDOW = ("--size", "1440x900")
POSTER = ("--paper", "A1", "--date", DAY)
SLIDE = (1280, 720)
AGAIN = "packaging/make_pictures.py makes it anew; look at what it wrote"


class Wanted(NamedTuple):
    """A picture: of which sample, in which language, made by which command; a poster is so many points wide."""

    sample: str
    language: Language
    command: str
    arguments: tuple[str, ...] = ()
    wide: int = 1440


PICTURES = {
    "window": Wanted("child", "en", "picture", WINDOW),
    "poster": Wanted("child", "en", "poster", ("--journey", "1", *POSTER)),
    "gaps": Wanted("child", "en", "poster", ("--kind", "gaps", *POSTER)),
    "compare": Wanted("child", "en", "poster", ("--kind", "compare", *POSTER)),
    "lens": Wanted("child", "en", "picture", (*WINDOW, "--lens", "roles")),
    "network": Wanted("child", "en", "picture", (*WINDOW, "--view", "ecosystem")),
    "table": Wanted("death", "en", "picture", (*WINDOW, "--view", "table")),
    "slide": Wanted("child", "en", "present"),
    "dutch": Wanted("child", "nl", "picture", (*WINDOW, "--theme", "dark")),
}


class Studio:
    """Makes pictures in a folder of its own, each sample once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._studies: dict[tuple[str, Language], Path] = {}

    def make(self, name: str) -> Image:
        """That picture as it is today."""
        wish = PICTURES[name]
        study = self._study(wish.sample, wish.language)
        if wish.command == "present":
            return _slide(study, wish.language)
        out = self._folder / ("made.png" if wish.command == "picture" else "made.pdf")
        _run(wish.command, str(study), "-o", str(out), *_named(study, wish.arguments), "--lang", wish.language)
        if wish.command == "poster":
            return _page(out.read_bytes(), wish.wide)
        from PIL.Image import open as open_image

        return open_image(io.BytesIO(out.read_bytes())).convert("RGB")

    def _study(self, sample: str, language: Language) -> Path:
        """Its file, the same on every day: the ids are numbers, and it was saved long ago."""
        from journeys import store, templates

        if (sample, language) not in self._studies:
            numbers = count(1)
            study = templates.sample(sample, language, new_id=lambda: f"{next(numbers):032x}")
            folder = self._folder / f"{sample}-{language}"
            folder.mkdir()
            path = folder / f"{study.document.study.title}.levensreis"
            store.create_file(path, study.document, study.images)
            os.utime(path, (LOOKED_AT, LOOKED_AT))
            self._studies[sample, language] = path
        return self._studies[sample, language]


def _named(study: Path, arguments: tuple[str, ...]) -> Iterator[str]:
    """`--journey 1` is the first journey, whatever it is called."""
    from journeys.store.opener import open_file

    before = ""
    for argument in arguments:
        if before == "--journey" and argument.isdigit():
            journeys = sorted(open_file(study).document.journeys.values(), key=lambda journey: journey.order)
            yield journeys[int(argument) - 1].id
        else:
            yield argument
        before = argument


def _run(*arguments: str) -> None:
    """One of the program's commands; what it says on its way is nobody's business."""
    from app import entry

    with redirect_stdout(io.StringIO()):
        code = entry.main(arguments)
    if code:
        raise SystemExit(code)


def _page(pdf: bytes, wide: int) -> Image:
    """The first sheet of a PDF, drawn large and made smaller, so that thin lines stay thin lines."""
    from PIL.Image import Resampling, frombytes

    from journeys.poster import raster

    page = raster.page_pixels(pdf, 0, 2 * wide)
    full = frombytes("RGB", (page.width, page.height), page.bgrx, "raw", "BGRX", page.stride)
    return full.resize((wide, round(wide * page.height / page.width)), Resampling.LANCZOS)


def _slide(study: Path, language: Language) -> Image:
    """The gap that counts most, as the room sees it."""
    from PySide6.QtCore import QObject, QSize

    from app.dress import dress
    from app.main import application
    from app.present.gallery import Gallery
    from journeys.layout import slides
    from journeys.layout.slides.course import Place
    from journeys.store.opener import open_file

    held, opened = QObject(), open_file(study)
    say = dress(application(), language, "light", 100).say
    faces = {image.id: opened.images.get(image.sha256) for image in opened.document.images.values()}
    gallery = Gallery(say, "light", lambda image: faces.get(image or ""), held)
    first = min(opened.document.journeys.values(), key=lambda journey: journey.order)
    show = slides.Show((first.id,), way="phases")
    gallery.put(opened.document, show, slides.programme(opened.document, show))
    phases = [number for number, slide in enumerate(gallery.slides) if slide.kind == "phase"]
    return _of_qt(gallery.image(Place(phases[1]), QSize(*SLIDE), 1.0))


def _of_qt(image: QImage) -> Image:
    from PIL.Image import frombytes

    size = (image.width(), image.height())
    return frombytes("RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine())


def differs(name: str, found: Image) -> float:
    """How much of the kept picture, which has few colours, shows something else: a share of all points, or 1."""
    from PIL import ImageChops
    from PIL.Image import open as open_image

    kept = FOLDER / f"{name}.png"
    if not kept.exists():
        return 1.0
    with open_image(kept) as opened:
        before, now = opened.convert("RGB").reduce(2), found.convert("RGB").reduce(2)
    if before.size != now.size:
        return 1.0
    bands = ImageChops.difference(before, now).split()
    strongest = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    return sum(strongest.histogram()[NOTICEABLE:]) / (now.width * now.height)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", metavar="PICTURE", help=f"all, or one of: {', '.join(PICTURES)}")
    parser.add_argument("--check", action="store_true", help="make none, and end with 1 when some are stale")
    given = parser.parse_args(arguments)
    only, check = given.only, given.check
    if unknown := set(only) - set(PICTURES):
        print(f"there is no picture {', '.join(sorted(unknown))}; there are {', '.join(PICTURES)}", file=sys.stderr)
        return 2
    wrong = 0
    with tempfile.TemporaryDirectory(dir=_workbench()) as folder:
        _as_new(Path(folder))
        studio = Studio(Path(folder))
        for name in only or PICTURES:
            found = studio.make(name)
            share = differs(name, found)
            if share > ALLOWED:
                wrong += 1
                print(f"{name}.png is stale, {share:.2%} of it is different" if check else _kept(name, found))
    if check and wrong:
        print(AGAIN)
    if not wrong:
        print(f"{len(only or PICTURES)} pictures, none of them stale.")
    return 1 if check and wrong else 0


def _kept(name: str, found: Image) -> str:
    from PIL.Image import Dither, Quantize

    path = FOLDER / f"{name}.png"
    found.quantize(COLOURS, Quantize.MAXCOVERAGE, kmeans=1, dither=Dither.NONE).save(path, "PNG", optimize=True)
    return f"{path.name}: {path.stat().st_size} bytes"


def _workbench() -> Path:
    """Not among temporary files: there the program takes a study for an attachment of a mail, and says so."""
    folder = ROOT / ".dev"
    folder.mkdir(exist_ok=True)
    return folder


def _as_new(folder: Path) -> None:
    """As a new user sees it, without a screen, in no special place of the world, in our own letters."""
    places = {name: str(folder / "home") for name in ("LEVENSREIS_DATA", "HOME", "XDG_CONFIG_HOME")}
    os.environ.update(places, QT_QPA_PLATFORM="offscreen", LEVENSREIS_OWN_FONTS="1", TZ="UTC")
    if hasattr(time, "tzset"):
        time.tzset()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
