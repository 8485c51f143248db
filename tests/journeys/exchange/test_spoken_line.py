"""What a line of quick entry says."""

from __future__ import annotations

import pytest

from journeys.exchange.spoken_line import Spoken, read
from tests.journeys.studies import study

KINDS = {"n": "need", "need": "need", "p": "pain"}
DOCUMENT = study(1)
PARTIES = {party.name: party.id for party in DOCUMENT.parties.values()}


def heard(line):
    return read(line, DOCUMENT, KINDS, {"nobody"})


@pytest.mark.parametrize(
    ("line", "text", "emotion"),
    [
        ("Eerste echo", "Eerste echo", None),
        ("Eerste echo +2", "Eerste echo", 2),
        ("Eerste echo −1", "Eerste echo", -1),
        ("Eerste echo -1 ", "Eerste echo", -1),
        ("Eerste echo +3", "Eerste echo +3", None),
        ("Kamer 2", "Kamer 2", None),
        ("In week 8-2", "In week 8-2", None),
    ],
)
def test_a_sign_and_a_digit_at_the_end_are_how_it_felt(line, text, emotion):
    assert heard(line) == Spoken(text, emotion=emotion)


def test_a_name_behind_an_at_sign_is_whom_the_person_meets():
    assert heard("Controle @verlos") == Spoken("Controle", party=PARTIES["Verloskundige"])
    assert heard("Controle @VERLOSKUNDIGE −2") == Spoken("Controle", party=PARTIES["Verloskundige"], emotion=-2)
    assert heard("Controle -2 @gemeente voorbeeldstad").party == PARTIES["Gemeente Voorbeeldstad"]
    assert heard("Controle @voorbeeld").party == PARTIES["Gemeente Voorbeeldstad"]
    assert heard("Controle @Nobody") == Spoken("Controle", nobody=True)
    assert heard("Controle @verlos 0") == Spoken("Controle", party=PARTIES["Verloskundige"], emotion=0)


def test_a_name_that_nobody_has_is_a_new_party():
    assert heard("Kinderbijslag @SVB") == Spoken("Kinderbijslag", new_party="SVB")


def test_an_address_in_the_middle_of_a_word_is_no_party():
    assert heard("Mail naar info@voorbeeld.nl") == Spoken("Mail naar info@voorbeeld.nl")


def test_a_letter_or_word_with_a_colon_begins_a_note():
    assert heard("n: wat moet ik regelen?") == Spoken("wat moet ik regelen?", kind="need")
    assert heard("Need: tijd +2") == Spoken("tijd +2", kind="need")
    assert heard("Balie: wachten") == Spoken("Balie: wachten")
    assert heard("n:") == Spoken("n:")
