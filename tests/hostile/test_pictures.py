"""Pictures that lie, burst, break off or tell too much: our own error in words, or a plain picture."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image as Pictures
from PIL.PngImagePlugin import PngInfo
from PySide6.QtGui import QImage

from app import pixels
from journeys.errors import ImageError
from journeys.i18n import words
from journeys.messages import MESSAGES, error_text

pytestmark = pytest.mark.usefixtures("qapp")


def saved(picture, form, **options) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def noise(size=(300, 200)):
    return Pictures.effect_noise(size, 80).convert("RGB")


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_that_says(width: int, height: int) -> bytes:
    """A small file that promises a huge picture."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(10_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def jpeg_that_says(width: int, height: int) -> bytes:
    data = bytearray(saved(noise((16, 16)), "JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd" width="9" height="9"/></svg>'
PNG, JPEG, WEBP = (saved(noise(), form) for form in ("PNG", "JPEG", "WEBP"))
REFUSED = {
    "nothing": (b"", "image.empty"),
    "text": (b"geen plaatje", "image.type"),
    "svg": (SVG, "image.type"),
    "svg called png": (b"\x89PNG\r\n\x1a\n" + SVG, "image.damaged"),
    "gif": (saved(noise((40, 30)), "GIF"), "image.type"),
    "animated gif": (saved(noise((40, 30)), "GIF", save_all=True, append_images=[noise((40, 30))] * 5), "image.type"),
    "tiff": (saved(noise((40, 30)), "TIFF"), "image.type"),
    "bmp": (saved(noise((40, 30)), "BMP"), "image.type"),
    "ico": (saved(noise((32, 32)), "ICO"), "image.type"),
    "xpm": (b"/* XPM */ static char * x[] = {", "image.type"),
    "half a png": (PNG[: len(PNG) // 2], "image.damaged"),
    "png without its end": (PNG[:-12], "image.damaged"),
    "png with a wrong checksum": (PNG[:200] + bytes([PNG[200] ^ 255]) + PNG[201:], "image.damaged"),
    "png header only": (PNG[:33], "image.damaged"),
    "half a jpeg": (JPEG[: len(JPEG) // 2], "image.damaged"),
    "jpeg without its end": (JPEG[:-2], "image.damaged"),
    "jpeg beginning only": (b"\xff\xd8\xff", "image.damaged"),
    "half a webp": (WEBP[: len(WEBP) // 2], "image.damaged"),
    "webp of nothing": (b"RIFF\x04\x00\x00\x00WEBP", "image.damaged"),
    "png of 20,000 by 20,000": (png_that_says(20_000, 20_000), "image.pixels"),
    "png of 60,000 by 60,000": (png_that_says(60_000, 60_000), "image.pixels"),
    "png of nothing by nothing": (png_that_says(0, 0), "image.damaged"),
    "png of no height": (png_that_says(10, 0), "image.damaged"),
    "png larger than its data": (png_that_says(5_000, 5_000), "image.damaged"),
    "jpeg of 65,000 by 65,000": (jpeg_that_says(65_000, 65_000), "image.pixels"),
    "too many bytes": (PNG + bytes(20_000_000), "image.large_file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_words(name):
    data, code = REFUSED[name]
    with pytest.raises(ImageError) as refused:
        pixels.stored(data)
    assert refused.value.code == code
    for language in ("nl", "en"):
        text = error_text(refused.value, words(language))
        assert "{" not in text
        assert "image." not in text


def test_every_trouble_of_pictures_has_a_sentence():
    assert {code for _, code in REFUSED.values()} <= set(MESSAGES)


@pytest.mark.parametrize("seed", range(15))
def test_a_flipped_byte_gives_a_picture_or_our_own_error(seed):
    import random

    dice = random.Random(seed)
    for whole in (PNG, JPEG, WEBP):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            data[dice.randrange(12, len(data))] ^= 1 << dice.randrange(8)
        try:
            made = pixels.stored(bytes(data))
        except ImageError:
            continue
        assert made.data


def test_a_file_that_is_no_file_is_refused(tmp_path):
    import os

    os.mkfifo(tmp_path / "pijp.png")
    for path in (tmp_path, tmp_path / "weg.png", tmp_path / "pijp.png"):
        with pytest.raises(ImageError) as refused:
            pixels.read(path)
        assert refused.value.code == "image.unreadable"
        assert path.name in error_text(refused.value, words("nl"))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP"])
def test_a_good_picture_comes_through_in_its_own_shape(form):
    made = pixels.stored(saved(noise((640, 400)), form))
    assert (made.width, made.height) == (640, 400)
    assert made.media == ("png" if made.data.startswith(b"\x89PNG") else "jpeg")


def test_what_a_camera_tells_does_not_come_along():
    exif = Pictures.Exif()
    exif[0x010E] = "thuisadres geheim"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    tall = noise((120, 60))
    tall.paste((255, 0, 0), (0, 0, 60, 60))
    made = pixels.stored(saved(tall, "JPEG", exif=exif, comment=b"geheim", quality=95))
    assert (made.width, made.height) == (60, 120)
    assert QImage.fromData(made.data).pixelColor(30, 20).red() > 200
    assert b"geheim" not in made.data
    assert b"Exif" not in made.data


def test_words_in_a_png_do_not_come_along():
    told = PngInfo()
    told.add_text("Author", "Jansen geheim")
    told.add_itxt("Description", "geheim", zip=True)
    made = pixels.stored(saved(Pictures.new("RGBA", (40, 40), (0, 90, 0, 120)), "PNG", pnginfo=told))
    assert made.media == "png"
    assert b"geheim" not in made.data
    assert b"tEXt" not in made.data
    assert b"iTXt" not in made.data


def test_colours_of_print_and_of_sixteen_bits_come_out_right():
    red = pixels.read(saved(Pictures.new("CMYK", (30, 20), (0, 255, 255, 0)), "JPEG"))
    assert red.pixelColor(5, 5).getRgb()[:3] == pytest.approx((254, 0, 0), abs=4)  # type: ignore[index]  # the stubs say object; it is a tuple
    grey = pixels.read(saved(Pictures.new("I;16", (30, 20), 32768), "PNG"))
    assert grey.pixelColor(5, 5).red() == pytest.approx(128, abs=2)
    palette = Pictures.new("P", (30, 20), 0)
    palette.putpalette([0, 0, 255, 9, 9, 9])
    clear = pixels.read(saved(palette, "PNG", transparency=0))
    assert clear.pixelColor(5, 5).alpha() == 0


def test_a_huge_icc_profile_does_not_burst():
    bomb = chunk(b"iCCP", b"x\0\0" + zlib.compress(bytes(30_000_000), 1))
    data = PNG[:33] + bomb + PNG[33:]
    made = pixels.stored(data)
    assert (made.width, made.height) == (300, 200)


@pytest.mark.parametrize("size", [(1800, 1500), (9000, 30), (30, 9000)])
def test_a_large_picture_becomes_small_enough(size):
    made = pixels.stored(saved(noise(size), "JPEG", quality=80))
    assert max(made.width, made.height) == pixels.STEP_PX
    assert len(made.data) <= pixels.STORED_BYTES
    assert min(made.width, made.height) >= 1


def test_a_noisy_picture_is_shrunk_until_it_fits(monkeypatch):
    monkeypatch.setattr(pixels, "STORED_BYTES", 40_000)
    made = pixels.stored(saved(noise((600, 400)), "JPEG"))
    assert made.media == "jpeg"
    assert len(made.data) <= 40_000
    assert made.width / made.height == pytest.approx(1.5, rel=0.03)
    see_through = noise((300, 300)).convert("RGBA")
    see_through.putalpha(Pictures.effect_noise((300, 300), 200))
    made = pixels.stored(saved(see_through, "PNG", compress_level=1))
    assert made.media == "png"
    assert len(made.data) <= 40_000


def test_a_drawing_stays_sharp():
    drawing = Pictures.new("RGB", (900, 600), (255, 255, 255))
    drawing.paste((0, 60, 120), (100, 100, 400, 300))
    assert pixels.stored(saved(drawing, "PNG")).media == "png"
    assert pixels.stored(saved(noise((900, 600)), "PNG")).media == "jpeg"


def test_a_copied_picture_wider_than_any_screen_is_scaled():
    made = pixels.stored(QImage(30_000, 40, QImage.Format.Format_RGB32))
    assert made.width == pixels.STEP_PX


def test_what_was_stored_can_be_read_again():
    made = pixels.stored(PNG)
    again = pixels.stored(made.data)
    assert (again.width, again.height) == (made.width, made.height)
