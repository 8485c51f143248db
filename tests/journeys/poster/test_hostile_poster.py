"""Texts and pictures that want to do harm: printed as they were typed, and nothing else happens."""

from __future__ import annotations

import ctypes
import hashlib
import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from importlib.util import find_spec

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from PIL import Image as Pictures

from journeys import fonts, poster
from journeys.fonts import turned
from journeys.layout import text
from journeys.model.document import Document
from journeys.model.entities import Image, Journey, Persona, Step, Study
from journeys.poster.pdf import portraits
from journeys.poster.preflight import preflight
from journeys.poster.request import KINDS, PAPERS, Request
from journeys.store import create_file
from journeys.text import clean
from tests.hostile.test_pictures import REFUSED, noise, saved
from tests.journeys import studies
from tests.journeys.poster import hostile
from tests.journeys.poster.reading import poppler, words_of

APART = 110
"""About as many texts as a study of the usual size holds."""
ACTIONS = {pdfium.PDFACTION_URI, pdfium.PDFACTION_LAUNCH, pdfium.PDFACTION_REMOTEGOTO, pdfium.PDFACTION_EMBEDDEDGOTO}

MEANING = [*hostile.PDF, *hostile.EXPLOITS]
SOME = 8


def forget() -> None:
    for remembered in (fonts.pieces, fonts.em_width, text.broken):
        remembered.cache_clear()


def wanted(kind, **choices) -> Request:
    return Request(kind=kind, paper=PAPERS[kind], **choices)


def ascii_of(text: str) -> str:
    """The letters, digits and signs of ASCII, without hyphens: no reader turns around or joins these."""
    return re.sub(r"[^!-,.-~]", "", text)


def pages(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def doings(pdf: bytes) -> list[str]:
    """What the PDF would do by itself or at a click, beyond turning to one of its own pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = ["script"] * pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)
        found += ["file"] * pdfium.FPDFDoc_GetAttachmentCount(document.raw)
        for page in document:
            at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
            while pdfium.FPDFLink_Enumerate(page.raw, ctypes.byref(at), ctypes.byref(link)):
                action = pdfium.FPDFLink_GetAction(link)
                found += [str(kind) for kind in (pdfium.FPDFAction_GetType(action),) if action and kind in ACTIONS]
        return found
    finally:
        document.close()


def unprinted(document, pdf: bytes) -> list[str]:
    """The texts of steps and notes that cannot be found back; readers turn what stands between Arabic and Hebrew."""
    printed = ascii_of("".join(words_of(pdf, page) for page in range(pages(pdf))))
    texts = [text for step in document.steps.values() for text in (step.title, step.body)]
    texts += [note.text for note in document.notes.values() if note.step]
    parts = [re.findall(r"\w+", ascii_of(text)) if turned.within(text) else [ascii_of(text)] for text in texts]
    return [text for text, some in zip(texts, parts, strict=True) if not all(part in printed for part in some)]


def check(seed: int, kind, tmp_path, *, cleaned: bool = True) -> None:
    document = hostile.saying(hostile.strings(seed, APART), cleaned=cleaned)
    pdf = poster.render(document, wanted(kind))
    assert doings(pdf) == []
    if cleaned and kind == "journey":
        assert unprinted(document, pdf) == []
    assert not list(tmp_path.iterdir())
    preflight(document, wanted(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_C2_C3_C4_C5_C15_hostile_texts_are_printed_as_they_were_typed_on_every_kind_of_poster(
    kind, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    check(1, kind, tmp_path)
    if kind == "journey":
        check(2, kind, tmp_path)


@pytest.mark.skipif(find_spec("bidi") is None, reason="the extra levensreis[scripts] is not installed")
@pytest.mark.parametrize("cleaned", [True, False], ids=["cleaned", "raw"])
def test_C5_C6_the_same_holds_where_fonts_are_borrowed_and_lines_are_turned(cleaned, tmp_path, monkeypatch):
    monkeypatch.setattr(turned, "ready", lambda: True)
    monkeypatch.chdir(tmp_path)
    forget()
    check(4, "journey", tmp_path, cleaned=cleaned)
    check(4, "report", tmp_path, cleaned=cleaned)
    monkeypatch.undo()
    forget()


@pytest.mark.long
def test_C2_C3_C5_three_thousand_hostile_texts_are_printed_as_they_were_typed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for seed in range(100, 100 + 3_000 // APART + 1):
        for kind in KINDS:
            check(seed, kind, tmp_path)


@pytest.mark.parametrize("kind", KINDS)
def test_even_texts_that_passed_no_door_spoil_no_poster(kind, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check(3, kind, tmp_path, cleaned=False)


@pytest.mark.long
def test_thousands_of_texts_that_passed_no_door_spoil_no_poster(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for seed in range(300, 320):
        for kind in KINDS:
            check(seed, kind, tmp_path, cleaned=False)


@pytest.mark.parametrize("first", range(0, len(MEANING), SOME))
def test_what_means_something_to_pdf_means_nothing_in_a_text(first):
    said = [clean(text).text for text in MEANING[first : first + SOME]]
    left = iter(said)
    document = studies.study(len(said))
    document = Document.of(replace(e, body=next(left)) if isinstance(e, Step) else e for _, e in document)
    found = ascii_of(words_of(poster.render(document, Request(paper="A3"))))
    assert [text for text in said if ascii_of(text) not in found] == []


def test_other_programs_find_the_pdf_sound(tmp_path):
    for seed in (5, 6):
        document = hostile.saying(hostile.strings(seed, APART))
        said = poppler("qpdf", poster.render(document, wanted("journey")), tmp_path, "--check")
        assert "No syntax or stream encoding errors" in said


WATCHED = """
import sys
from journeys import fonts, poster
from journeys.poster.preflight import preflight
from journeys.poster.request import KINDS, PAPERS, Request
from tests.journeys.poster import hostile, rich

def all_of(document):
    for kind in KINDS:
        poster.render(document, Request(kind=kind, paper=PAPERS[kind], tile=None))
        preflight(document, Request(kind=kind, paper=PAPERS[kind]))

hostile.strings(1, 5)
all_of(rich.rich(14))
seen = []
def hook(event, arguments):
    outside = {"socket", "subprocess", "os", "shutil", "urllib", "ctypes"}
    if event.split(".")[0] in outside or event in {"open", "exec", "compile"}:
        seen.append((event, str(arguments)[:200]))
sys.addaudithook(hook)
for seed in SEEDS:
    all_of(hostile.saying(hostile.strings(seed, 110), cleaned=False))
found = list(seen)
print(len(found))
for event in found[:20]:
    print(event)
"""


def test_C1_C3_no_file_is_opened_no_network_is_reached_and_nothing_is_run(tmp_path):
    """Fonts, dictionaries and tables were read for an innocent poster before; the hostile one needs nothing more."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED.replace("SEEDS", "(11,)")], cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.splitlines() == ["0"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["A < B & C > D ]]> </x:xmpmeta>", "kind \x01\x02\ud800 x", "رحلة (1) \\ 😀", ") /JS (x", "漢" * 90]
)
def test_the_title_is_told_in_the_same_words_everywhere(name):
    def called(entity):
        match entity:
            case Study() | Journey():
                return replace(entity, title=name)
            case Persona():
                return replace(entity, name="P")
            case _:
                return entity

    pdf = poster.render(Document.of(called(e) for _, e in studies.study(3)), Request(paper="A3"))
    title = clean(f"{name} · P", multiline=False).text
    document = pypdfium2.PdfDocument(pdf)
    try:
        assert document.get_metadata_value("Title") == title
        assert [item.get_title() for item in document.get_toc() if item.level == 0] == [title]
    finally:
        document.close()
    (told,) = re.findall(rb"<x:xmpmeta.*?</x:xmpmeta>", pdf, re.DOTALL)
    said = ET.fromstring(told).iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")  # noqa: S314 - we just made it
    assert title in [one.text for one in said]


def with_pictures(data: bytes) -> tuple[Document, dict[str, bytes]]:
    """These bytes as the portrait and as the picture of every step."""
    sha = hashlib.sha256(data).hexdigest()
    held = Image("f" * 32, "jpeg", 300, 200, sha, "Een plaatje")

    def shown(entity):
        match entity:
            case Step():
                return replace(entity, image=held.id)
            case Persona():
                return replace(entity, portrait=held.id)
            case _:
                return entity

    return Document.of([held, *(shown(e) for _, e in studies.study(3))]), {sha: data}


@pytest.mark.parametrize("name", REFUSED)
def test_D1_D2_D3_a_picture_that_lies_or_bursts_leaves_a_crossed_place_and_is_named(name):
    data, _ = REFUSED[name]
    document, images = with_pictures(data)
    pdf = poster.render(document, Request(paper="A4"), images=images)
    named = {
        item.subjects for item in preflight(document, Request(paper="A4"), images) if item.code == "picture.unreadable"
    }
    readable = portraits.decodable(document, "f" * 32, images)
    assert (b"/Subtype /Image" in pdf) == readable
    assert bool(named) != readable
    slow = "jpeg that is gone over 20,000 times"  # refused where somebody waits for it
    assert not readable or name in {"jpeg without its end", "half a jpeg", "png without its end", slow}


def camera(orientation: int) -> bytes:
    exif = Pictures.Exif()
    exif[0x0112] = orientation
    exif[0x010E] = "thuisadres geheim"
    wide = Pictures.new("RGB", (300, 200), (0, 0, 220))
    wide.paste((220, 0, 0), (0, 0, 150, 200))
    return saved(wide, "JPEG", exif=exif, quality=95)


@pytest.mark.parametrize(("orientation", "red"), [(1, (40, 100)), (3, (260, 100)), (6, (100, 40)), (8, (100, 260))])
def test_D4_a_picture_stands_upright_and_tells_nothing(orientation, red):
    document, images = with_pictures(camera(orientation))
    found = portraits.photo(document, "f" * 32, images) or b""
    upright = Pictures.open(io.BytesIO(found))
    assert upright.convert("RGB").crop((red[0], red[1], red[0] + 1, red[1] + 1)).tobytes()[0] > 180
    assert upright.size == ((300, 200) if orientation in {1, 3} else (200, 300))
    assert b"geheim" not in found
    assert b"geheim" not in poster.render(document, Request(paper="A4"), images=images)


COLOURS = {
    "four inks": (saved(Pictures.new("CMYK", (30, 20), (0, 255, 255, 0)), "JPEG"), (254, 0, 0)),
    "sixteen bits": (saved(Pictures.new("I;16", (30, 20), 32768), "PNG"), (128, 128, 128)),
    "grey": (saved(Pictures.new("L", (30, 20), 90), "JPEG"), (90, 90, 90)),
    "black and white": (saved(Pictures.new("1", (30, 20), 0), "PNG"), (0, 0, 0)),
    "half clear": (saved(Pictures.new("RGBA", (30, 20), (0, 0, 255, 128)), "PNG"), (127, 127, 255)),
    "one point": (saved(Pictures.new("RGB", (1, 1), (10, 200, 30)), "PNG"), (10, 200, 30)),
    "forty million points": (saved(Pictures.new("RGB", (8000, 5000), (10, 200, 30)), "JPEG"), (10, 200, 30)),
    "moving": (saved(Pictures.new("RGB", (30, 20), (10, 200, 30)), "PNG", save_all=True,
                     append_images=[Pictures.new("RGB", (30, 20), (200, 0, 0))]), (10, 200, 30)),
    "with a profile": (saved(Pictures.new("RGB", (9, 9), (10, 200, 30)), "PNG", icc_profile=b"geen"), (10, 200, 30)),
}  # fmt: skip


@pytest.mark.parametrize("name", COLOURS)
def test_D5_a_picture_of_an_unusual_make_has_the_right_colours(name):
    data, colour = COLOURS[name]
    document, images = with_pictures(data)
    found = Pictures.open(io.BytesIO(portraits.photo(document, "f" * 32, images) or b""))
    assert max(found.size) <= portraits.PHOTO_PX
    assert found.getpixel((found.width // 2, found.height // 2)) == pytest.approx(colour, abs=4)
    if len(data) < 100_000:
        assert poster.render(document, Request(paper="A4"), images=images).count(b"/Subtype /Image") >= 1


@pytest.mark.parametrize("seed", range(12))
def test_D3_flipped_bytes_of_a_picture_never_spoil_the_poster(seed):
    import random

    dice = random.Random(seed)
    for whole in (saved(noise((90, 60)), "PNG"), saved(noise((90, 60)), "JPEG")):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(2, len(data))] ^= 1 << dice.randrange(8)
        document, images = with_pictures(bytes(data))
        assert poster.render(document, Request(paper="A4"), images=images).startswith(b"%PDF")


def test_a_bare_computer_prints_a_hostile_study_and_tells_what_it_could_not(tmp_path):
    """No locale, no UTF-8: the command line writes the PDF and says in ASCII what is missing on it."""
    file, out = tmp_path / "boze reis.levensreis", tmp_path / "uit.pdf"
    create_file(file, hostile.saying([*hostile.strings(21, 60), "een 🦄 漢"]))
    bare = {key: value for key, value in os.environ.items() if key in {"PATH", "SYSTEMROOT"}}
    bare |= {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "HOME": str(tmp_path)}
    bare |= {"LEVENSREIS_DATA": str(tmp_path / "data"), "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "app.entry", "poster", str(file), "-o", str(out), "--paper", "A2"],
        env=bare, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"%PDF")
    assert b"Traceback" not in done.stderr
    assert b"U+1F984" in done.stderr or b"1f984" in done.stderr
