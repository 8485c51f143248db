"""Emoji in texts are our own drawings, one em wide, never cut in two, and copy as what was typed."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from journeys import fonts, poster
from journeys.fonts import signs as known
from journeys.layout import marks, signs, text
from journeys.layout.drawing import Drawing, Layer, Rect, Text
from journeys.poster import inks, raster
from journeys.poster.pdf import painter, reportlab_home
from journeys.poster.preflight import lost, preflight
from journeys.poster.request import Request
from tests.journeys.poster import awkward
from tests.journeys.poster.reading import poppler, run_together, words_of

ARGUMENTS = {"m": 2, "l": 2, "c": 6, "z": 0}
WORKSHOP = "😀🙂😐🙁😢😡😍❤👍👎✅❌⚠📞📱🏠👶🏥🏫📧📅💶🔑🚗🚲💡❓❗➡⬅⬆⬇🔥🚩⏰🧑👪⭐✉☎🚌📄🎉🤔🙏"
SEQUENCES = (
    "❤️", "👍🏽", "👩\u200d💻", "👨\u200d👩\u200d👧\u200d👦", "🧑🏿\u200d🤝\u200d🧑🏻", "🇳🇱", "1️⃣", "#⃣", "🏳️\u200d🌈", "☎️",
    "❤️\u200d🔥", "👩🏽\u200d⚕️", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "✔️",
)  # fmt: skip
UNSEEN = ("\u200b", "\u200c", "\u200d", "\u2060", "\ufe0f", "\u00ad", "\u200e")


def sheet(*texts: Text) -> bytes:
    """A small page with only these."""
    out = BytesIO()
    canvas = reportlab_home.new_canvas(out, 100, 30, title="", language="nl")
    reportlab_home.new_page(canvas, 100, 30)
    painter.paint(canvas, Drawing(100, 30, (Layer("one", Rect(0, 0, 100, 30), texts),)), inks.palette("print"))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def dark(pdf: bytes, left: float, right: float) -> int:
    """How many dark points lie between these places, in mm."""
    page = Image.open(BytesIO(raster.page_png(pdf, 0, 1000))).convert("L")
    return sum(page.crop((round(left * 10), 0, round(right * 10), page.height)).histogram()[:140])


def test_every_sign_is_made_of_whole_paths_inside_its_square():
    names = {*known.marks().values(), known.BOX, "sign.nation/NL", "sign.word/7"}
    assert len(names) > 200
    for name in names:
        found = signs.shapes(name)
        assert found, name
        assert marks.shapes(name) == found
        for shape in found:
            assert shape.path[0][0] == "m"
            for command, numbers in shape.path:
                assert len(numbers) == ARGUMENTS[command], name
                assert all(-0.05 <= number <= 1.05 for number in numbers), (name, numbers)


def test_no_two_signs_look_the_same():
    names = sorted({*known.marks().values(), "sign.nation/NL", "sign.nation/BE", "sign.word/1"})
    looks = {signs.shapes(name) for name in names}
    assert len(looks) == len(names)


@pytest.mark.parametrize("font", fonts.FILES)
def test_what_people_type_in_workshops_is_drawn_in_every_font(font):
    assert fonts.missing(WORKSHOP, font) == frozenset()
    assert [piece.way for piece in fonts.pieces(WORKSHOP, font)] == ["mark"] * len(WORKSHOP)
    assert fonts.em_width(WORKSHOP, font) == len(WORKSHOP)


@pytest.mark.parametrize("sequence", SEQUENCES)
def test_what_belongs_together_is_one_sign_one_em_wide(sequence):
    (piece,) = fonts.pieces(sequence, "regular")
    assert (piece.way, piece.text, piece.width) == ("mark", sequence, 1.0)
    assert fonts.em_width(f"a{sequence}b", "bold") == pytest.approx(fonts.em_width("ab", "bold") + 1)
    assert all(fonts.inside(f"x{sequence}y", place) for place in range(2, len(sequence) + 1))
    assert not fonts.inside(f"x{sequence}y", 1)
    assert not fonts.inside(f"x{sequence}y", len(sequence) + 1)


def test_two_flags_are_two_signs_and_a_letter_of_the_font_stays_a_letter():
    assert [piece.mark for piece in fonts.pieces("🇳🇱🇧🇪", "regular")] == ["sign.nation/NL", "sign.nation/BE"]
    assert [piece.way for piece in fonts.pieces("→️", "regular")] == ["font", "unseen"]
    assert [piece.text for piece in fonts.pieces("1 2️⃣", "regular")] == ["1 ", "2️⃣"]


@pytest.mark.parametrize("character", UNSEEN)
def test_what_is_only_there_for_machines_takes_no_room_and_is_no_box(character):
    assert fonts.em_width(f"zach{character}te", "regular") == pytest.approx(fonts.em_width("zachte", "regular"))
    assert fonts.missing(f"zach{character}te", "regular") == frozenset()


def test_a_word_breaks_with_a_hyphen_where_somebody_allowed_it():
    assert text.lines("arbeidson\u00adgeschikt", "regular", 5.0, "nl") == ("arbeidson\u00ad-", "geschikt")
    assert text.lines("lang\u200bwoord", "regular", 3.0, "nl") == ("lang\u200b", "woord")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from([*WORKSHOP, *SEQUENCES, "e\u0301", "woord", " ", "漢"]), max_size=12),
    st.floats(0.4, 12),
    st.integers(1, 3),
)  # fmt: skip
def test_no_line_ends_within_a_sign_and_no_sign_is_lost(parts, width, most):
    typed = "".join(parts)
    whole = [piece.text for piece in fonts.pieces(typed, "regular") if piece.way == "mark"]
    lines = text.lines(typed, "regular", width, "nl")
    assert [piece.text for line in lines for piece in fonts.pieces(line, "regular") if piece.way == "mark"] == whole
    cut = text.broken(typed, "regular", width, "nl", most).lines
    shown = [piece.text for line in cut for piece in fonts.pieces(line, "regular") if piece.way == "mark"]
    assert shown == whole[: len(shown)]


def test_a_sign_stands_in_the_room_that_was_measured_and_nowhere_else():
    em = 20 * 25.4 / 72
    for sign in ("😀", "🔥", "👩\u200d💻", "🇳🇱", "漢"):
        pdf = sheet(Text(10, 15, (f"{sign}",), 20, 8))
        assert dark(pdf, 10, 10 + em) > 300, sign
        assert dark(pdf, 0, 10) == dark(pdf, 10 + em, 100) == 0, sign
    after = sheet(Text(10, 15, ("👍🏽l",), 20, 8))
    assert dark(after, 10 + em + 0.2, 10 + 2 * em) > 20


@pytest.mark.parametrize("anchor", ["middle", "end"])
def test_signs_count_when_a_text_is_centred_or_set_right(anchor):
    em = 20 * 25.4 / 72
    left = 50 - em * {"middle": 1.5, "end": 3.0}[anchor]
    pdf = sheet(Text(50, 15, ("😀❤️👍🏽",), 20, 8, anchor=anchor))
    assert dark(pdf, 0, left) == dark(pdf, left + 3 * em, 100) == 0
    assert all(dark(pdf, left + number * em, left + (number + 1) * em) > 300 for number in range(3))


@pytest.mark.parametrize(
    "typed", [f"ja {' '.join(SEQUENCES)} ok", *(WORKSHOP[at : at + 12] for at in range(0, 48, 12))]
)
def test_both_readers_of_the_text_layer_find_what_was_typed(typed, tmp_path):
    pdf = sheet(Text(3, 10, (typed,), 6, 3))
    assert run_together(typed) in run_together(words_of(pdf))
    assert run_together(typed) in run_together(poppler("pdftotext", pdf, tmp_path, "-raw"))


def test_on_a_poster_emoji_are_no_loss_and_others_are_named():
    document = awkward.said("Fijn 👍🏽 ❤️ 🇳🇱 1️⃣")
    assert lost(preflight(document, Request(paper="A3"))) == []
    made = poster.render(document, Request(paper="A3"))
    assert made == poster.render(document, Request(paper="A3"))
    assert words_of(made).count("Fijn 👍🏽 ❤️ 🇳🇱 1️⃣") >= 3
    named = {item.values["character"] for item in lost(preflight(awkward.said("🦄 ☃"), Request(paper="A3")))}
    assert named == {"🦄", "☃"}


@pytest.mark.parametrize("palette", ["print", "grey", "contrast"])
def test_signs_have_the_colour_of_the_text_in_every_palette(palette):
    out = poster.render(awkward.said("😀🔥"), Request(paper="A4", palette=palette))
    assert out.startswith(b"%PDF")
