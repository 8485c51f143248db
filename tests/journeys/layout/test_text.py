"""Lines that fit, with every character of the text in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys import fonts
from journeys.layout import text

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=120)


@given(TEXTS, st.floats(1.2, 30), st.sampled_from(["nl", "en"]), st.sampled_from(list(fonts.FILES)))
def test_every_line_fits_and_no_character_is_lost(words, width, language, font):
    found = text.lines(words, font, width, language)
    set_in = fonts.suited(words, font)
    for line in found:
        assert fonts.em_width(line, set_in) <= width + 1e-9 or len(line) <= 2
    kept = "".join(found).replace("-", "").replace(" ", "")
    assert kept == words.replace("-", "").replace(" ", "")


def test_long_dutch_words_break_where_a_dutch_reader_expects_it():
    found = text.lines("arbeidsongeschiktheidsverzekering", "regular", 8, "nl")
    assert "".join(line.removesuffix("-") for line in found) == "arbeidsongeschiktheidsverzekering"
    assert all(line.endswith("-") for line in found[:-1])
    assert found[0] in {"arbeidsonge-", "arbeidsonge\u00adschikt-", "arbeidsongeschikt-"}


def test_words_that_fit_are_not_hyphenated():
    found = text.lines("Informatie over erkenning en aangifte", "regular", 9, "nl")
    assert not any(line.endswith("-") for line in found)


def test_line_ends_of_the_writer_are_kept():
    assert text.lines("een\n\ntwee drie", "regular", 20, "nl") == ("een", "", "twee drie")


def test_a_no_break_space_does_not_break():
    assert text.lines("9\u00a0maanden", "regular", 4.0, "nl")[0].startswith("9\u00a0")


def test_only_whoever_asks_for_it_gets_fewer_lines_with_an_ellipsis():
    words = "Dit is een lange tekst die niet op twee regels past"
    cut = text.broken(words, "regular", 8, "nl", most=2)
    assert cut.cut
    assert len(cut.lines) == 2
    assert cut.lines[-1].endswith("…")
    assert fonts.em_width(cut.lines[-1], "regular") <= 8
    assert not text.broken(words, "regular", 8, "nl").cut


def test_an_address_breaks_after_its_punctuation():
    found = text.lines("https://www.voorbeeldstad.nl/aangifte/geboorte", "regular", 10, "nl")
    assert found[0][-1] in "/."
    assert "".join(found) == "https://www.voorbeeldstad.nl/aangifte/geboorte"


def test_words_that_the_italic_lacks_are_measured_upright_as_they_will_be_set():
    words = "Wĳ dachten dat het pas aan de balie begon, en dat was voor ons allebei het einde"
    for width in range(6, 30):
        found = text.lines(words, "italic", width, "nl")
        assert all(fonts.em_width(line, "regular") <= width for line in found)
        if any("ĳ" in line for line in found) and len(found) == 1:
            assert text.widest(found, "italic") == fonts.em_width(words, "regular")


def test_a_dot_or_dash_between_words_never_begins_a_line():
    for width in range(6, 30):
        for words in ("Gemeente Voorbeeldstad · huisbezoek", "Weten dat het kan — en hoe dat moet – en waarom"):
            found = text.lines(words, "regular", width, "nl")
            if all(fonts.em_width(f"{word} —", "regular") <= width for word in words.split()):
                assert not any(line[0] in "·–—" for line in found)
            assert " ".join(found).replace("- ", "") == words or any(line.endswith("-") for line in found)


def test_a_broken_word_leaves_no_few_letters_alone_on_the_next_line():
    assert text.lines("Zwangerschapsverlof", "bold", 8.6, "nl") == ("Zwangerschaps-", "verlof")
    for width in range(5, 12):
        for word in ("Uitvoeringsorganisatie", "Kinderopvangtoeslag", "Consultatiebureau", "responsibilities"):
            found = text.lines(word, "regular", width, "nl")
            if len(found) == 2 and found[0].endswith("-"):
                assert len(found[1]) >= 4


@pytest.mark.parametrize("width", [-40.0, -0.1, 0.0, 0.01])
@pytest.mark.parametrize("word", ["", "Kraamtijd", "x" * 300, "\U0001f476\U0001f3fd", "a b"])
def test_where_there_is_no_room_a_text_still_ends(word, width):
    assert "".join(text.lines(word, "regular", width, "nl")).replace("-", "") == word.replace(" ", "")
