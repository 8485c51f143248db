"""Hyphens: patterns that are taken apart when they are needed say what pyphen itself says."""

from __future__ import annotations

import pyphen
import pytest

from journeys import resources
from journeys.layout import hyphens

LANGUAGES = ("nl_NL", "en_GB")


def words():
    """Some thousands of words of the program's own, in both languages."""
    said = resources.path("locale/nl/LC_MESSAGES/levensreis.mo").read_bytes().decode("utf-8", "ignore")
    return sorted({word for word in said.split() if word.isalpha()})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_hyphenated_as_by_pyphen(language):
    whole = pyphen.HyphDict(pyphen.LANGUAGES[language])
    ours = hyphens.dictionary(language).hd
    assert isinstance(ours.patterns, hyphens.Patterns)
    asked = words()
    assert len(asked) > 2_000
    assert [word for word in asked if ours.positions(word) != whole.positions(word)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_is_taken_apart_as_by_pyphen(language):
    whole = pyphen.HyphDict(pyphen.LANGUAGES[language])
    ours = hyphens.dictionary(language).hd
    assert ours.maxlen >= whole.maxlen
    assert {letters: ours.patterns.get(letters) for letters in whole.patterns} == whole.patterns


def test_a_file_with_more_than_plain_patterns_is_left_to_pyphen(tmp_path):
    odd = tmp_path / "hyph_xx.dic"
    odd.write_text("UTF-8\nLEFTHYPHENMIN 2\nasz1sz/sz=sz,2,3\n", encoding="utf-8")
    assert hyphens._plain(odd) == []
    odd.write_text("UTF-8\nLEFTHYPHENMIN 2\n.a4b\n\n", encoding="utf-8")
    assert hyphens._plain(odd) == [".a4b"]
