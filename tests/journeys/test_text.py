"""Cleaning of text that comes in."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys import text
from journeys.errors import FileError
from journeys.i18n import words
from journeys.messages import error_text


@given(st.text(st.characters(), max_size=300))
def test_cleaning_twice_changes_nothing_more(raw):
    once = text.clean(raw, 100).text
    again = text.clean(once, 100)
    assert again.text == once
    assert not again.changes


@given(st.text(st.characters(), max_size=300), st.booleans())
def test_clean_text_can_be_stored_shown_and_printed(raw, multiline):
    clean = text.clean(raw, 50, multiline=multiline).text
    assert len(clean) <= 50
    assert clean == unicodedata.normalize("NFC", clean)
    assert not any(unicodedata.category(char) == "Cs" or "\u202a" <= char <= "\u202e" for char in clean)
    assert not any(unicodedata.category(char) == "Cc" and char not in "\n\t" for char in clean)
    clean.encode("utf-8")


ODD = "a\nb\r\nc\td\x1b[31m\x7f\x85\u2028\u202egnp\udcff.levensreis"


def test_a_name_from_elsewhere_is_shown_on_one_line_and_what_is_odd_in_it_is_seen():
    assert text.on_one_line(ODD) == "a�b�c�d�[31m����gnp�.levensreis"
    for name in ("Een kind — krijgen.levensreis", "مسار", "😀 & reis", "👩\u200d👧 \u200fمسار", " spatie ", ""):
        assert text.on_one_line(name) == name


@given(st.text(st.characters(), max_size=100))
def test_no_name_breaks_a_line_or_turns_the_writing(name):
    shown = text.on_one_line(name)
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) in ("Cc", "Cs") or char in ("\u202e", "\u2066") for char in shown)
    assert text.on_one_line(shown) == shown


@pytest.mark.parametrize("place", ["name", "path", "folder", "where", "user", "host"])
def test_a_sentence_stays_one_line_whatever_a_file_or_a_person_is_called(place):
    assert words("nl")(f"“{{{place}}}”", **{place: PurePosixPath("a\nb\x1b")}) == "“a�b�”"
    told = error_text(FileError("file.missing", name="a\nb.levensreis"), words("nl"))
    assert "“a�b.levensreis”" in told


def test_the_words_of_a_study_keep_their_lines_in_a_sentence():
    assert words("nl")("{text}!", text="een\ntwee") == "een\ntwee!"


@pytest.mark.parametrize(
    ("raw", "clean", "changes"),
    [
        ("rekening\u202efdp.exe", "rekeningfdp.exe", {"direction": 1}),
        ("a\x00b\x07c\ufeff\uffff", "abc", {"unreadable": 4}),
        ("een\x0btwee", "een\ntwee", {}),  # a line that was broken on a slide
        ("x\ud800y", "xy", {"unreadable": 1}),
        ("e\u0301e\u0301n", "één", {}),
        ("z" + "\u0337" * 30, "z" + "\u0337" * 8, {"marks": 22}),
        ("regel 1\r\nregel 2\rregel 3", "regel 1\nregel 2\nregel 3", {}),
        ("R&D <b>vet</b> 👪🇳🇱", "R&D <b>vet</b> 👪🇳🇱", {}),
    ],
)
def test_what_was_changed_is_told(raw, clean, changes):
    result = text.clean(raw)
    assert result.text == clean
    assert dict(result.changes) == changes


@given(st.text(st.characters(), max_size=100))
def test_what_is_taken_out_while_typing_leaves_spaces_and_lines_and_nothing_to_take_out(raw):
    held = text.purged(raw)
    again = text.purged(held.text)
    assert (again.text, dict(again.changes)) == (held.text, {})
    assert dict(text.clean(held.text).changes) == {}
    assert text.clean(held.text).text == text.clean(raw).text
    if raw.isascii() and raw.isprintable():
        assert held.text == raw


def test_a_title_is_one_line_of_at_most_200_characters():
    assert text.title("  Ik\tgeef \n mijn kind   aan ") == "Ik geef mijn kind aan"
    assert len(text.title("x" * 500)) == 200
    assert text.clean("x" * 500, 200).changes["cut"] == 300


def test_finding_ignores_case_and_diacritics():
    assert text.folded("Één GEZIN") == text.folded("een gezin")


def test_a_body_is_text_of_at_most_10_000_characters():
    assert text.body("Regel 1\r\nRegel 2\n\n") == "Regel 1\nRegel 2"
    assert len(text.body("x" * 20_000)) == 10_000


def test_what_just_fits_is_not_cut():
    assert (text.clean("x" * 200, 200).text, text.clean("x" * 200, 200).changes) == ("x" * 200, {})
    assert text.clean("x" * 201, 200).changes == {"cut": 1}


def test_a_text_keeps_the_spaces_its_lines_begin_with_and_a_title_does_not():
    assert text.clean("  ingesprongen \n\n").text == "  ingesprongen"
    assert text.clean("  ingesprongen \n\n", multiline=False).text == "ingesprongen"
    assert text.clean("een \x00 twee", multiline=False).text == "een twee"
    assert text.clean("woord woord", 6, multiline=False).text == "woord"


def test_while_typing_letters_are_composed_only_where_marks_were_taken_off():
    assert text.purged("e\u0301").text == "e\u0301"
    assert text.purged("e\u0301z" + "\u0337" * 9).text == "éz" + "\u0337" * 8
    assert dict(text.purged("e\u0301").changes) == {}
    assert dict(text.purged("\u202ez" + "\u0337" * 9).changes) == {"direction": 1, "marks": 1}


def test_a_title_is_the_first_line_and_the_rest_stands_below():
    assert text.title_and_rest(" Kort  woord \n\n de rest\nen meer ") == ("Kort woord", "de rest\nen meer")
    assert text.title_and_rest("x" * 200) == ("x" * 200, "")
    assert text.title_and_rest("x" * 100 + " " + "y" * 99) == ("x" * 100 + " " + "y" * 99, "")
    assert text.title_and_rest("x" * 201) == ("x" * 200, "x")
    assert text.title_and_rest("x" * 201 + "\nonder") == ("x" * 200, "x\nonder")


@pytest.mark.parametrize("at", [1, 2, 100, 199, 200])
def test_a_line_too_long_for_a_title_breaks_at_a_space(at):
    first, rest = text.title_and_rest("x" * at + " " + "y" * 250)
    assert (first, rest) == ("x" * at, "y" * 250)


def test_a_space_behind_what_fits_is_no_place_to_break():
    assert text.title_and_rest("x" * 201 + " y") == ("x" * 200, "x y")


def test_a_name_that_is_taken_gets_the_first_free_number():
    assert text.free_name("Voor", []) == "Voor"
    assert text.free_name("Voor", ["Na"]) == "Voor"
    assert text.free_name("Voor", ["VOOR"]) == "Voor (2)"
    assert text.free_name("Voor", ["voor", "Voor (2)", "Voor (4)"]) == "Voor (3)"
    assert text.free_name("x" * 200, ["x" * 200]) == "x" * 196 + " (2)"
    assert text.free_name("x" * 195 + " yyyy", ["x" * 195 + " yyyy"]) == "x" * 195 + " (2)"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Sanne & Youssef", "SY"), ("Joke en Lotte", "JL"), ("Mehmet", "ME"), ("jan van der Berg", "JB"),
        ("Ada", "AD"), ("  ", "?"), ("(Piet) Klaas", "KL"), ("En En", "?"), ("Tom and Jerry", "TJ"), ("R&D", "RD"),
        ("Anna Bos Groen", "AG"), ("x", "X"),
    ],
)  # fmt: skip
def test_initials_are_of_the_first_and_the_last_name(name, letters):
    assert text.initials(name) == letters


def test_letters_without_a_mark_to_take_off_are_found_too():
    assert text.folded("Łódź Ħal Ŧør đ ısı") == "lodz hal tor d isi"


@pytest.mark.parametrize("number", range(17))
def test_a_character_that_is_none_goes_out_of_every_plane(number):
    last = number * 65_536 + 65_534
    assert text.clean(f"a{chr(last)}{chr(last + 1)}b").text == "ab"


@pytest.mark.parametrize("mark", ["\u0300", "\u0337", "\u05b0", "\u1dff", "\u20d0", "\ufe2f", "\U0001d165"])
def test_marks_of_every_script_are_capped(mark):
    assert text.clean("z" + mark * 9).changes == {"marks": 1}
    assert text.clean("z" + mark * 8).changes == {}


def test_letters_above_the_first_planes_are_no_marks():
    for letter in ("ж", "α", "語", "\U00010330"):
        assert text.clean(letter * 30).text == letter * 30
