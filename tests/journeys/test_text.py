"""Cleaning of text that comes in."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys import text


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


@pytest.mark.parametrize(
    ("raw", "clean", "changes"),
    [
        ("rekening\u202efdp.exe", "rekeningfdp.exe", {"direction": 1}),
        ("a\x00b\x0bc\ufeff\uffff", "abc", {"unreadable": 4}),
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


def test_a_title_is_one_line_of_at_most_200_characters():
    assert text.title("  Ik\tgeef \n mijn kind   aan ") == "Ik geef mijn kind aan"
    assert len(text.title("x" * 500)) == 200
    assert text.clean("x" * 500, 200).changes["cut"] == 300


def test_finding_ignores_case_and_diacritics():
    assert text.folded("Één GEZIN") == text.folded("een gezin")
