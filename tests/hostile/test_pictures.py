"""Pictures that lie, burst, break off or tell too much: our own error in words, or a plain picture."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from PIL import Image as Pictures
from PIL.PngImagePlugin import PngInfo
from PySide6.QtGui import QImage, QImageReader

from app import picture_bytes, pixels
from journeys import poster, store
from journeys.errors import ImageError
from journeys.exchange import json_format
from journeys.i18n import words
from journeys.messages import MESSAGES, error_text
from journeys.model.document import Document
from journeys.model.entities import Image, Step
from journeys.poster import raster
from journeys.poster.request import Request
from tests.journeys import studies

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


def jpeg_of_many_scans(times: int) -> bytes:
    """A small file over whose points the decoder would go so many times."""
    data = saved(noise((64, 64)), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * times + data[-2:]


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
    "jpeg that is gone over 20,000 times": (jpeg_of_many_scans(20_000), "image.damaged"),
    "too many bytes": (PNG + bytes(20_000_000), "image.large_file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_D1_D2_D3_it_is_refused_in_words(name):
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
def test_D3_a_flipped_byte_gives_a_picture_or_our_own_error(seed):
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


def test_D3_a_file_that_is_no_file_is_refused(tmp_path):
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


def test_D4_what_a_camera_tells_does_not_come_along():
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


def test_D4_words_in_a_png_do_not_come_along():
    told = PngInfo()
    told.add_text("Author", "Jansen geheim")
    told.add_itxt("Description", "geheim", zip=True)
    made = pixels.stored(saved(Pictures.new("RGBA", (40, 40), (0, 90, 0, 120)), "PNG", pnginfo=told))
    assert made.media == "png"
    assert b"geheim" not in made.data
    assert b"tEXt" not in made.data
    assert b"iTXt" not in made.data


def test_D5_colours_of_print_and_of_sixteen_bits_come_out_right():
    red = pixels.read(saved(Pictures.new("CMYK", (30, 20), (0, 255, 255, 0)), "JPEG"))
    assert red.pixelColor(5, 5).getRgb()[:3] == pytest.approx((254, 0, 0), abs=4)
    grey = pixels.read(saved(Pictures.new("I;16", (30, 20), 32768), "PNG"))
    assert grey.pixelColor(5, 5).red() == pytest.approx(128, abs=2)
    palette = Pictures.new("P", (30, 20), 0)
    palette.putpalette([0, 0, 255, 9, 9, 9])
    clear = pixels.read(saved(palette, "PNG", transparency=0))
    assert clear.pixelColor(5, 5).alpha() == 0


def test_D1_D4_a_huge_icc_profile_does_not_burst():
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


def test_D8_a_copied_picture_wider_than_any_screen_is_scaled():
    made = pixels.stored(QImage(30_000, 40, QImage.Format.Format_RGB32))
    assert made.width == pixels.STEP_PX


def test_what_was_stored_can_be_read_again():
    made = pixels.stored(PNG)
    again = pixels.stored(made.data)
    assert (again.width, again.height) == (made.width, made.height)


# Bombs: how much memory is taken until they are refused


def zeros(size: int) -> bytes:
    """So many zeros as zlib packs them, made without packing all of them."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = engine.compress(bytes(1 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    whole, rest = divmod(size, 1 << 20)
    last = engine.compress(bytes(rest)) + engine.flush(zlib.Z_FINISH)
    checksum = (size % 65_521) << 16 | 1  # of nothing but zeros
    return b"\x78\xda" + piece * whole + last + struct.pack(">I", checksum)


def png_bomb(width: int, height: int, bits: int, colour: int, *, said: tuple[int, int] | None = None) -> bytes:
    """A sound PNG, all black; with `said` a head that promises less than what is in it."""
    line = 1 + -(-width * bits // 8)
    head = struct.pack(">IIBBBBB", *(said or (width, height)), min(bits, 8), colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        [chunk(b"IHDR", head), chunk(b"IDAT", zeros(line * height)), chunk(b"IEND", b"")]
    )


def gone_off(name: bytes, before: bytes) -> bytes:
    """A small picture with a gigabyte in one of its other parts."""
    return PNG[:33] + chunk(name, before + zeros(1 << 30)) + PNG[33:]


BOMBS = {
    "20,000 by 20,000 in 48 kB": (lambda: png_bomb(20_000, 20_000, 1, 0), "image.pixels"),
    "60,000 by 60,000 in 437 kB": (lambda: png_bomb(60_000, 60_000, 1, 0), "image.pixels"),
    "12,000 by 12,000 in colour": (lambda: png_bomb(12_000, 12_000, 24, 2), "image.pixels"),
    "a gigabyte behind a small head": (lambda: png_bomb(30_000, 30_000, 8, 0, said=(100, 100)), "image.damaged"),
    "a gigabyte of profile": (lambda: gone_off(b"iCCP", b"x\0\0"), ""),
    "a gigabyte of words": (lambda: gone_off(b"zTXt", b"Author\0\0"), ""),
    "a gigabyte of words in any language": (lambda: gone_off(b"iTXt", b"Author\0\1\0\0\0"), ""),
    "65,500 by 65,500 in a JPEG": (lambda: jpeg_that_says(65_500, 65_500), "image.pixels"),
    "4,000 by 65,000 in a JPEG": (lambda: jpeg_that_says(4_000, 65_000), "image.pixels"),
}
"""What is made, and the code with which it is refused; "" where a small picture may come of it, or any error."""
TAKEN_MB = 100
INSIDE = """
import json, resource, sys, time
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from app import picture_bytes, pixels
from journeys.errors import ImageError
app = QGuiApplication([])
pixels.stored(Path(sys.argv[1]).read_bytes())  # what reading any picture takes
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
told = {}
for name in sys.argv[2:]:
    before, code = time.perf_counter(), ""
    try:
        pixels.stored(Path(name))
    except ImageError as error:
        code = error.code
    now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told[Path(name).stem] = [code, round((now - most) / 1024), round(1000 * (time.perf_counter() - before))]
    most = max(most, now)
print(json.dumps(told))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the most memory in this way")
def test_D1_a_picture_that_unpacks_to_gigabytes_takes_little_memory(tmp_path):
    (tmp_path / "eerst.png").write_bytes(PNG)
    files = []
    for number, (make, _) in enumerate(BOMBS.values()):
        files.append(tmp_path / f"{number}.png")
        files[-1].write_bytes(make())
    done = subprocess.run(
        [sys.executable, "-c", INSIDE, tmp_path / "eerst.png", *files], check=True, capture_output=True, text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    told = json.loads(done.stdout)
    for number, (name, (_, wanted)) in enumerate(BOMBS.items()):
        code, taken, took = told[str(number)]
        print(f"{name}: {code or 'read'}, {taken} MB more, {took} ms")
        assert taken < TAKEN_MB, name
        assert not wanted or code == wanted, name


# Pictures in a file that somebody sent, shown while one waits


SLOW = {
    "gone over many times": lambda: slow_jpeg(1_100, 80),
    "of ten million points": lambda: slow_jpeg(3_200, 1),
    "of ten million points in png": lambda: saved(Pictures.new("L", (3_200, 3_200), 90), "PNG", compress_level=1),
}


def slow_jpeg(side: int, times: int) -> bytes:
    data = saved(Pictures.new("L", (side, side), 90).convert("RGB"), "JPEG", progressive=True, quality=40)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * times + data[-2:]


@pytest.mark.parametrize("make", SLOW.values(), ids=SLOW)
def test_D1_a_picture_that_takes_long_is_not_decoded_while_somebody_waits(make, monkeypatch):
    data, decoded = make(), []

    def read(reader):
        decoded.append(reader.size())
        return QImage()

    monkeypatch.setattr(QImageReader, "read", read)
    with pytest.raises(ImageError):
        pixels.shown(data, 300)
    assert not decoded


@pytest.mark.parametrize("longest", [pixels.STEP_PX, pixels.PORTRAIT_PX])
def test_what_the_program_stored_itself_is_shown_at_once(longest):
    stored = pixels.stored(saved(noise((1_700, 900)), "JPEG", quality=95), longest)
    bounds = picture_bytes.SHOWN if longest == pixels.STEP_PX else picture_bytes.SMALL
    assert not pixels.shown(stored.data, 300, bounds).isNull()


def test_D1_a_jpeg_that_is_large_and_gone_over_many_times_does_not_come_in():
    with pytest.raises(ImageError) as refused:
        pixels.stored(slow_jpeg(3_200, 80))
    assert refused.value.code == "image.damaged"


# What a camera tells: nowhere in what the program writes


def told_all() -> bytes:
    """A JPEG that tells all that a camera and its owner can."""
    exif = Pictures.Exif()
    exif[0x0112], exif[0x010E], exif[0x013B] = 6, "KANARIEBESCHRIJVING", "KANARIEMAKER"
    exif[0x9C9C] = "KANARIEOPMERKING".encode("utf-16-le")
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[29] = "N", (52.0, 22.0, 12.34), "KANARIEDATUM"
    made = noise((160, 90))
    made.paste((255, 0, 0), (0, 0, 80, 90))
    return saved(made, "JPEG", exif=exif, comment=b"KANARIECOMMENTAAR", icc_profile=b"KANARIEPROFIEL" * 40,
                 xmp=b"<x:xmpmeta>KANARIEXMP</x:xmpmeta>", quality=95)  # fmt: skip


def told_png() -> bytes:
    told = PngInfo()
    told.add_text("Author", "KANARIEMAKER")
    told.add_text("Comment", "KANARIECOMMENTAAR" * 20, zip=True)
    told.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>KANARIEXMP</x:xmpmeta>")
    exif = Pictures.Exif()
    exif[0x010E] = "KANARIEBESCHRIJVING"
    return saved(noise((160, 90)), "PNG", pnginfo=told, exif=exif)


def told_webp() -> bytes:
    exif = Pictures.Exif()
    exif[0x010E] = "KANARIEBESCHRIJVING"
    return saved(noise((160, 90)), "WEBP", exif=exif, xmp=b"<x:xmpmeta>KANARIEXMP</x:xmpmeta>")


def unpacked(pdf: bytes) -> bytes:
    """The PDF with all that is in it unpacked."""
    found = [pdf]
    for match in re.finditer(rb"stream\r?\n", pdf):
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(pdf[match.end() :]))
    return b"".join(found)


@pytest.mark.parametrize("make", [told_all, told_png, told_webp])
def test_D4_what_a_picture_tells_is_nowhere_in_what_the_program_writes(make, tmp_path):
    data = make()
    assert b"KANARIE" in data
    made = pixels.stored(data)
    document, held = with_picture(made)
    file = tmp_path / "Reis.levensreis"
    store.create_file(file, document, held)
    pdf = poster.render(document, Request(paper="A4"), images=held)
    png = raster.page_png(pdf, 0, 800)
    assert pdf.count(b"/Subtype /Image") >= 1
    for written in (made.data, file.read_bytes(), json_format.to_json(document, held), unpacked(pdf), png):
        for told in (b"KANARIE", "KANARIE".encode("utf-16-le"), b"Exif\0\0", b"xmpmeta>KAN"):
            assert told not in written
    if make is told_all:
        assert (made.width, made.height) == (90, 160), "upright"
        assert QImage.fromData(made.data).pixelColor(45, 40).red() > 200


def with_picture(made) -> tuple[Document, dict[str, bytes]]:
    sha = hashlib.sha256(made.data).hexdigest()
    image = Image("f" * 32, made.media, made.width, made.height, sha)
    steps = (replace(each, image=image.id) if isinstance(each, Step) else each for _, each in studies.study(3))
    return Document.of([image, *steps]), {sha: made.data}


def test_D5_a_moving_picture_is_its_first_frame():
    still, moving = noise((40, 30)), [Pictures.new("RGB", (40, 30), (0, 0, 255))] * 3
    for form in ("PNG", "WEBP"):
        made = pixels.read(saved(still, form, save_all=True, append_images=moving, duration=40))
        assert (made.width(), made.height()) == (40, 30)
        assert made.pixelColor(5, 5).getRgb()[:3] != (0, 0, 255)
