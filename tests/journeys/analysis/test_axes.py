"""Which way a need points on each axis of tension, in both languages."""

from __future__ import annotations

import pytest

from journeys.analysis.axes import AXES, leanings

ONE, OTHER = 0, 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ik wil het snel geregeld hebben", {"pace": ONE}),
        ("Geen haast: we willen er rustig over praten", {"pace": OTHER}),
        ("I need time to think", {"pace": OTHER}),
        ("Alles online kunnen regelen", {"digital": ONE}),
        ("Iemand spreken aan de balie", {"digital": OTHER}),
        ("Mijn gegevens moeten PRIVÉ blijven", {"privacy": ONE}),
        ("Eénmalig vertellen, daarna weten jullie het", {"privacy": OTHER}),
        ("Dezelfde regels voor iedereen", {"standard": ONE}),
        ("It has to fit our situation", {"standard": OTHER}),
        ("Een seintje als het zover is", {"told": ONE}),
        ("Met rust gelaten worden", {"told": OTHER}),
        ("Zelf kiezen wanneer", {"self": ONE}),
        ("Hulp bij het formulier", {"self": OTHER}),
        ("In het kort wat ik moet doen", {"length": ONE}),
        ("Alle informatie op een rij", {"length": OTHER}),
        ("Een vast tijdstip", {"appointment": ONE}),
        ("Een spreekuur in de avond", {"appointment": OTHER}),
        ("Een sobere ceremonie is genoeg", {}),
        ("Waar begin ik?", {}),
    ],
)
def test_a_need_points_one_way(text, found):
    assert leanings(text) == found


def test_words_are_whole_and_case_and_accents_do_not_count():
    assert leanings("Zo'n snelweg en veel applaus") == {}
    assert leanings("ONLÍNE") == {"digital": ONE}


def test_a_no_turns_a_word_round():
    assert leanings("Niet naar de balie hoeven") == {"digital": ONE}
    assert leanings("I do not want to go to the desk") == {"digital": ONE}
    assert leanings("Zonder afspraak langskomen") == {"appointment": OTHER, "digital": OTHER}, (
        "it reaches one word only"
    )


def test_a_no_that_excludes_nothing_turns_nothing_round():
    assert leanings("Niet alleen online") == {"digital": ONE}
    assert leanings("Ik weet niet of het online kan") == {"digital": ONE}


def test_in_a_question_a_no_may_be_a_wish_so_it_says_nothing():
    assert leanings("Waarom kan het niet online?") == {}
    assert leanings("Kan het online?") == {"digital": ONE}


def test_who_wants_both_points_nowhere():
    assert leanings("Snel, maar wel zorgvuldig") == {}


def test_every_axis_has_words_in_both_directions_and_no_word_twice():
    for axis, poles in AXES.items():
        one, other = (set(pole.split(", ")) for pole in poles)
        assert one, axis
        assert other, axis
        assert not one & other, axis
