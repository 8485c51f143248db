"""What each language has, and what stands in for what it does not have yet."""

from __future__ import annotations

import datetime as dt
from typing import get_args, get_type_hints

import pytest

from journeys import i18n
from journeys.i18n import LANGUAGES, TEXTS, TONGUES, words
from journeys.layout import hyphens
from journeys.model import entities


def test_every_language_says_how_it_is_written():
    assert list(TONGUES) == list(LANGUAGES)
    for tongue in TONGUES.values():
        assert tongue.texts in TEXTS
        assert hyphens.dictionary(tongue.hyphens).positions("burgemeester") is not None
        assert set(tongue.tags) == {"nl", "be"}


def test_a_language_with_texts_is_one_that_a_study_can_be_written_in():
    assert get_args(get_type_hints(entities.Study)["language"]) == TEXTS


def test_numbers_and_dates_are_written_as_the_language_does():
    dutch, english, day = words("nl"), words("en"), dt.date(2027, 3, 1)
    assert (dutch.decimal("-1.5"), english.decimal("-1.5")) == ("-1,5", "-1.5")
    assert (dutch.date(day), english.date(day)) == ("1-3-2027", "2027-03-01")


def test_a_message_with_a_plural_is_found_without_a_number_too():
    """Which the gettext of some Pythons overlooks, such as that of Debian 12."""
    dutch = words("nl")
    assert dutch("{n} more", n=3) == dutch.many("{n} more", "{n} more", 3) == "nog 3"


@pytest.mark.parametrize(
    ("system", "chosen"),
    [("en_GB.UTF-8", "en"), ("EN", "en"), ("nl_BE", "nl"), ("xx_XX", "nl"), ("C", "nl"), ("", "nl")],
)
def test_the_language_of_the_system_is_spoken_where_it_is_ours(system, chosen):
    assert i18n.language_of_system(system) == chosen


@pytest.fixture
def frisian(monkeypatch, tmp_path):
    """A language with words of its own for hardly anything, and with one page of help."""
    from babel.messages.catalog import Catalog
    from babel.messages.mofile import write_mo

    locale = tmp_path / "locale" / "fy" / "LC_MESSAGES"
    locale.mkdir(parents=True)
    for folder in ("help", "samples", "life_events", "metrics.json"):
        (tmp_path / folder).symlink_to(i18n.resources.path(folder))
    (tmp_path / "locale" / "nl").symlink_to(i18n.resources.path("locale", "nl"))
    catalogue = Catalog(locale="fy")
    catalogue.add("Municipality", "Gemeente fan de Friezen")
    with (locale / "levensreis.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(i18n.resources, "root", lambda: tmp_path)
    monkeypatch.setattr(i18n, "LANGUAGES", (*LANGUAGES, "fy"))
    monkeypatch.setitem(TONGUES, "fy", TONGUES["nl"]._replace(name="Frysk"))
    i18n._catalogue.cache_clear()
    yield "fy"
    i18n._catalogue.cache_clear()


def test_what_a_language_does_not_say_is_said_in_the_one_beside_it(frisian):
    assert words(frisian)("Municipality") == "Gemeente fan de Friezen"
    assert words(frisian)("Before") == words("nl")("Before")
    assert words(frisian).many("{n} step", "{n} steps", 2) == "2 stappen"


def test_help_life_events_and_samples_come_from_the_language_beside_it(frisian):
    from journeys import templates
    from journeys.edits.study import blank
    from journeys.help import book

    assert book(frisian).pages["start"] == book("nl").pages["start"]
    assert templates.create("child", frisian).study.language == "nl"
    assert (
        templates.sample("child", frisian).document.study.title == templates.sample("child", "nl").document.study.title
    )
    assert [sample.poster.name for sample in templates.samples(frisian)] == ["child-nl.png", "death-nl.png"]
    assert blank("x", frisian).study.language == "nl"
