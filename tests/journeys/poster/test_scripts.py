"""Other scripts: with the extra set in a font of the computer and turned where they run so; without it, told."""

from __future__ import annotations

import re
import struct
import unicodedata
from importlib.util import find_spec

import pytest

from journeys import fonts, poster
from journeys.fonts import lent, truetype, turned
from journeys.i18n import words
from journeys.layout import text
from journeys.layout.drawing import Text
from journeys.phrases import preflight_text
from journeys.poster import pages
from journeys.poster.preflight import preflight
from journeys.poster.request import Request
from tests.journeys.poster import awkward
from tests.journeys.poster.reading import poppler, words_of
from tests.journeys.poster.test_emoji import dark, sheet

ARABIC, HEBREW = "مرحبا بالعالم الكبير", "שלום (עולם)"
extra = pytest.mark.skipif(find_spec("bidi") is None, reason="the extra levensreis[scripts] is not installed")


@pytest.fixture(autouse=True)
def anew(monkeypatch):
    """What was found out about lines and fonts is forgotten before and after; here fonts may be borrowed."""
    monkeypatch.delenv(turned.OWN, raising=False)
    forget()
    yield
    forget()


def forget() -> None:
    for remembered in (fonts.pieces, fonts.em_width, text.broken, turned.ready):
        remembered.cache_clear()
    lent.clear()


@pytest.fixture
def bare(monkeypatch):
    """A computer without the extra."""
    monkeypatch.setattr(turned, "find_spec", lambda _: None)
    forget()


@pytest.fixture
def fontless(monkeypatch, tmp_path):
    """A computer without fonts."""
    monkeypatch.setattr(lent, "folders", lambda: (tmp_path,))
    forget()


def codes(document, *wanted) -> list[str]:
    found = (item.code for item in preflight(document, Request(paper="A3")))
    return [code for code in found if code.startswith(wanted)]


def logical(said: str) -> str:
    """Without the marks of direction that readers add; joined forms as their letters."""
    return unicodedata.normalize("NFKC", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", said))


def needs(characters: str) -> None:
    if any(lent.lender(character) is None for character in characters):
        pytest.skip("no font of this computer has these letters")


@pytest.mark.usefixtures("bare")
def test_without_the_extra_every_other_script_is_told_and_boxes_are_printed():
    document = awkward.said(f"{ARABIC} {HEBREW} 漢字")
    assert codes(document, "glyph", "script", "font") == ["glyph.missing", "glyph.missing", "script.turned"]
    assert poster.render(document, Request(paper="A4")).startswith(b"%PDF")
    assert not fonts.leftward(ARABIC)


@pytest.mark.usefixtures("bare")
def test_a_whole_text_in_another_script_is_one_thing_to_know():
    document = awkward.said("ทุกคนมีสิทธิ์ในบริการของเทศบาล")
    (item,) = [item for item in preflight(document, Request(paper="A3")) if item.code.startswith("glyph")]
    assert item.code == "glyph.missing_many"
    assert item.weight == "lost"
    assert item.values["n"] == len(set(str(item.values["characters"]))) > 10
    assert len(item.subjects) >= 4
    said = preflight_text(item.code, item.subjects, item.values, document, words("nl"))
    assert "ท" in said
    assert "…" in said


@extra
@pytest.mark.usefixtures("fontless")
def test_without_a_font_for_it_the_same_is_told():
    assert codes(awkward.said(ARABIC), "glyph", "script", "font") == ["script.turned"]


@extra
def test_the_font_that_is_borrowed_is_told_and_nothing_is_lost():
    needs("مﻣש漢")
    found = preflight(awkward.said(f"{ARABIC} {HEBREW} 漢字"), Request(paper="A3"))
    borrowed = [item for item in found if item.code == "font.borrowed"]
    assert borrowed
    assert {item.weight for item in borrowed} == {"known"}
    assert {str(item.values["font"]) for item in borrowed} == {lent.lender("ש").family, lent.lender("漢").family}
    assert not [item for item in found if item.weight == "lost"]


@extra
def test_a_line_is_drawn_joined_turned_and_with_its_brackets_the_right_way():
    assert turned.drawn("שלום (עולם)") == "(םלוע) םולש"
    assert turned.drawn("abc שלום 12") == "abc 12 םולש"
    assert turned.drawn("مر") == "\ufeae\ufee3"
    assert turned.drawn("א👩\u200d💻ב") == "ב👩\u200d💻א"
    assert turned.drawn("─👍🏽א") == "א👍🏽─"
    assert turned.drawn("שָׁב") == "בשָׁ"


@extra
@pytest.mark.parametrize("said", ["אב\u202eגד", "אב\U000d01a9", "א\nב", "\ud800א"])
def test_a_line_with_overrides_or_unknown_characters_is_not_turned_but_told(said):
    assert turned.drawn(said) is None
    assert (
        "box" in {piece.way for piece in fonts.pieces(said, "regular")} or fonts.missing(said, "regular") == frozenset()
    )


@extra
def test_every_line_of_a_paragraph_runs_as_the_paragraph_does():
    said = "مرحبا بالعالم PDF abc def ghi jkl mno الكبير"
    needs("مﻣ")
    lines = text.lines(said, "regular", 6.0, "nl")
    assert len(lines) > 3
    assert all(turned.leftward(line) for line in lines)
    assert " ".join(lines).replace(turned.MARK_RIGHT, "") == said
    other = text.lines("een woord مرحبا بالعالم الكبير daarna", "regular", 6.0, "nl")
    assert not any(turned.leftward(line) for line in other)


@extra
def test_what_was_measured_is_what_is_drawn_and_it_stands_at_the_right():
    needs("مﻣ")
    wide = fonts.width(ARABIC, "regular", 14 * 25.4 / 72)
    pdf = sheet(Text(10, 15, (ARABIC,), 14, 6))
    assert dark(pdf, 10, 10 + wide) > 200
    assert dark(pdf, 0, 9.8) == dark(pdf, 10 + wide + 0.2, 100) == 0
    assert fonts.leftward(ARABIC)
    assert not fonts.leftward(f"zie {ARABIC}")


@extra
def test_on_a_card_text_from_right_to_left_begins_at_the_right():
    needs("مﻣ")
    document = awkward.said(ARABIC)
    (made,) = pages.laid_out(document, Request(paper="A3"))
    step = next(iter(document.steps))
    titles = [e for layer in made.drawing.layers for e in layer.elements if isinstance(e, Text) and e.about == step]
    assert any(text.anchor == "end" and turned.within(text.lines[0]) for text in titles)


@extra
@pytest.mark.parametrize("said", [ARABIC, HEBREW, "السَّلام", "漢字かな", "გამარჯობა"])
def test_both_readers_copy_the_words_in_the_order_in_which_they_are_read(said, tmp_path):
    needs([c for c in turned.drawn(said) if c not in " ()"])
    pdf = sheet(Text(10, 15, (said,), 12, 6))
    wanted = sorted(re.findall(r"[^\W]+", logical(re.sub("[\u064b-\u0652]", "", said))))
    for read in (words_of(pdf), poppler("pdftotext", pdf, tmp_path)):
        letters = re.sub("[\u064b-\u0652]", "", logical(read))
        assert sorted(re.findall(r"[^\W]+", letters)) == wanted


@extra
def test_the_same_study_gives_the_same_bytes_with_borrowed_fonts():
    document = awkward.said(f"{ARABIC} 漢字 ok")
    assert poster.render(document, Request(paper="A4")) == poster.render(document, Request(paper="A4"))


@extra
def test_scripts_that_need_more_than_joining_are_told_and_not_set_wrongly():
    assert "glyph.missing_many" in codes(awkward.said("नमस्ते दुनिया के लोग"), "glyph")


def test_a_font_file_tells_its_family_and_widths():
    font = truetype.read(fonts.path("regular").read_bytes())
    assert font is not None
    assert font.family == "Source Sans Pro"
    assert font.widths["a"] == round(fonts.em_width("a", "regular") * 1000)


def test_a_font_that_may_not_be_embedded_is_left_alone():
    data = bytearray(fonts.path("regular").read_bytes())
    row = next(12 + 16 * n for n in range(30) if data[12 + 16 * n : 16 + 16 * n] == b"OS/2")
    at = struct.unpack_from(">L", data, row + 8)[0]
    struct.pack_into(">H", data, at + 8, 0x0002)
    assert truetype.read(bytes(data)) is None


@pytest.mark.parametrize("keep", [0, 4, 11, 40, 300, 5000, 60_000])
def test_a_font_file_that_broke_off_is_as_if_it_were_not_there(keep, tmp_path, monkeypatch):
    (tmp_path / "DejaVuSans.ttf").write_bytes(fonts.path("regular").read_bytes()[:keep])
    monkeypatch.setattr(lent, "folders", lambda: (tmp_path,))
    monkeypatch.setattr(turned, "find_spec", lambda _: object())
    forget()
    assert lent.lender("ש") is None
