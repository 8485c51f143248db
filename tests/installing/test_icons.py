"""Every icon comes from our own drawings, in all the sizes and files that desktops ask for."""

from __future__ import annotations

import re
import shutil
import struct
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import make_icons
import pytest
from icons import containers
from PIL import IcnsImagePlugin, IcoImagePlugin, Image, ImageChops, ImageStat
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app import taskbar
from journeys.identity import APP_ID, MIME_TYPE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[2]

PNG = b"\x89PNG"


@pytest.fixture(scope="module")
def icons(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_icons.make(tmp_path_factory.mktemp("icons") / "made")


def entries(ico: bytes) -> Iterator[tuple[int, bytes]]:
    """The side and the body of each picture in an .ico."""
    (count,) = struct.unpack_from("<H", ico, 4)
    for number in range(count):
        side, *_, length, start = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        yield side or 256, ico[start : start + length]


def same(one: Image.Image, other: Image.Image, tolerance: float = 0) -> bool:
    """Where nothing can be seen, the colour does not count."""
    empty = Image.new("RGBA", one.size)
    shown = [Image.alpha_composite(empty, image.convert("RGBA")) for image in (one, other)]
    return max(ImageStat.Stat(ImageChops.difference(*shown)).mean) <= tolerance


@pytest.mark.parametrize(("kind", "name"), [("apps", APP_ID), ("mimetypes", MIME_TYPE.replace("/", "-"))])
def test_every_size_of_a_desktop_is_as_large_as_its_folder_says(icons: Path, kind: str, name: str) -> None:
    for side in make_icons.SIDES:
        with Image.open(icons / "hicolor" / f"{side}x{side}" / kind / f"{name}.png") as image:
            assert image.size == (side, side)
            assert image.mode == "RGBA"
    assert (icons / "hicolor" / "scalable" / kind / f"{name}.svg").is_file()


def test_the_desktop_finds_the_drawing_of_one_colour(icons: Path) -> None:
    drawing = (icons / "hicolor" / "symbolic" / "apps" / f"{APP_ID}-symbolic.svg").read_text(encoding="utf-8")
    assert set(re.findall(r'fill="([^"]*)"', drawing)) == {"#2e3436"}
    assert "stroke" not in drawing.split("-->")[1], "a desktop gives its own colour to what is filled only"


@pytest.mark.parametrize("name", ["levensreis", "document"])
def test_an_ico_shows_others_every_size_as_it_was_drawn(icons: Path, name: str) -> None:
    with Image.open(icons / f"{name}.ico") as image:
        assert isinstance(image, IcoImagePlugin.IcoImageFile)
        assert image.ico.sizes() == {(side, side) for side in make_icons.SIDES_OF_ICO}
        for side in make_icons.SIDES_OF_ICO:
            drawn = make_icons.painted(name, side).convertToFormat(QImage.Format.Format_RGBA8888)
            assert same(image.ico.getimage((side, side)), Image.frombytes("RGBA", (side, side), drawn.constBits()))


def test_old_readers_find_bitmaps_in_an_ico_and_a_mask_where_nothing_is_drawn(icons: Path) -> None:
    for side, body in entries((icons / "document.ico").read_bytes()):
        assert body.startswith(PNG) == (side == 256)
        if side == 256:
            continue
        width = (side + 31) // 32 * 4
        assert len(body) == 40 + 4 * side * side + width * side
        lowest = body[40 + 4 * side * side :][:width]
        assert lowest[0] & 0x80, "the corner beside the sheet is masked"
        middle = body[40 + 4 * side * side + width * (side // 2) :][:width]
        assert not middle[side // 16] & 0x80 >> (side // 2 % 8), "the middle of the sheet is not"


@pytest.mark.parametrize("name", ["levensreis", "document"])
def test_an_icns_is_read_by_others(icons: Path, name: str) -> None:
    with Image.open(icons / f"{name}.icns") as image:
        assert isinstance(image, IcnsImagePlugin.IcnsImageFile)
        held = image.icns.itersizes()
        assert {points * scale for points, _, scale in held} == set(containers.KINDS.values())
        for size in held:
            shown = image.icns.getimage(size)
            assert shown.size == (size[0] * size[2], size[1] * size[2])


def test_a_tile_leaves_the_margin_that_macos_wants(icons: Path) -> None:
    with Image.open(icons / "levensreis.icns") as image:
        assert isinstance(image, IcnsImagePlugin.IcnsImageFile)
        box = image.icns.getimage((512, 512, 2)).getchannel("A").getbbox()
    assert box == pytest.approx((100, 100, 924, 924), abs=2)


def test_small_icons_have_drawings_of_their_own() -> None:
    used = [make_icons.drawing("levensreis", side).name for side in (16, 24, 32, 48, 512)]
    assert used == ["levensreis-16.svg", "levensreis-24.svg", "levensreis-24.svg", "levensreis.svg", "levensreis.svg"]


@pytest.mark.usefixtures("qapp")
def test_other_painters_see_the_same_in_our_drawings(tmp_path: Path) -> None:
    if shutil.which("rsvg-convert") is None:
        pytest.skip("there is no rsvg-convert here")
    for drawing in sorted(make_icons.DRAWINGS.glob("*.svg")):
        drawn, theirs = make_icons.rendered(drawing, 128, 128), tmp_path / f"{drawing.stem}.png"
        options = ["--width", "128", "--height", "128", "--output", str(theirs)]
        subprocess.run(["rsvg-convert", *options, str(drawing)], check=True, timeout=20)
        ours = drawn.convertToFormat(QImage.Format.Format_RGBA8888)
        with Image.open(theirs) as image:
            if image.size == (128, 128):  # a drawing that is not square keeps its shape there
                assert same(image, Image.frombytes("RGBA", (128, 128), ours.constBits()), 2.5), drawing.name


@pytest.mark.usefixtures("qapp")
def test_the_pictures_of_the_window_show_the_drawing() -> None:
    assert make_icons.stale() == []


@pytest.mark.usefixtures("qapp")
def test_a_picture_of_an_older_drawing_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    held = shutil.copytree(make_icons.OF_WINDOWS, tmp_path / "icons")
    image = QImage(str(held / "32.png"))
    image.setPixel(16, 16, 0xFF123456)
    image.save(str(held / "32.png"))
    monkeypatch.setattr(make_icons, "OF_WINDOWS", held)
    assert make_icons.stale() == ["32.png"]


def test_the_taskbar_gets_every_size_that_lies_ready() -> None:
    icon = taskbar.icon()
    assert taskbar.SIDES == make_icons.SIDES_OF_WINDOWS
    for side in taskbar.SIDES:
        pixmap = icon.pixmap(QSize(side, side), 1.0)
        assert pixmap.toImage() == QImage(str(make_icons.OF_WINDOWS / f"{side}.png")).convertToFormat(
            pixmap.toImage().format()
        )
