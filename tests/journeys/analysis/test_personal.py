"""What looks like somebody's own data is noticed; numbers that only look a little like it are not."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from journeys.analysis.personal import KINDS, hits, kinds, masked
from journeys.analysis.personal_numbers import is_bsn, is_iban, is_register

NUMBERS = st.integers(10_000_000, 99_999_999)


def bsn_of(number: int) -> str:
    """The eight digits with the ninth that makes them pass; another number is drawn when none does."""
    digits = [int(sign) for sign in f"{number:08d}"]
    last = sum((9 - at) * digit for at, digit in enumerate(digits)) % 11
    assume(last < 10)
    return f"{number:08d}{last}"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bsn 111222333", "bsn"),
        ("1112.22.333", "bsn"),
        ("123 456 782", "bsn"),
        ("123-456-782", "bsn"),
        ("123\u00a0456\u00a0782", "bsn"),
        ("BSN: 11122233", None),
        ("mail jan.jansen@voorbeeld.nl even", "email"),
        ("bel 06-12345678", "phone"),
        ("bel +31 6 1234 5678 morgen", "phone"),
        ("+31 (0)6 12345678", "phone"),
        ("010 1234567", "phone"),
        ("(010) 123 45 67", "phone"),
        ("06 12 34 56 78", "phone"),
        ("06\u201112345678", "phone"),
        ("0475/12.34.56", "phone"),
        ("02 123 45 67", "phone"),
        ("+32 475 12 34 56", "phone"),
        ("NL91 ABNA 0417 1643 00", "iban"),
        ("op NL91ABNA0417164300 graag", "iban"),
        ("nl91abna0417164300", "iban"),
        ("BE68 5390 0754 7034 dank", "iban"),
        ("85.07.30-033.28", "register"),
        ("rijksregisternummer 85073003328", "register"),
        ("woont op 1012 AB 12", "address"),
        ("Kerkstraat 12a, 1012 AB Amsterdam", "address"),
        ("Nationalestraat 5 bus 3, 2000 Antwerpen", "address"),
        ("geboren op 12-03-1987", "birth"),
        ("geboortedatum: 12 maart 1987", "birth"),
        ("date of birth 1987-03-12", "birth"),
    ],
)
def test_data_of_a_person_is_noticed(text, kind):
    assert (kinds(text) or {None}) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "111222334", "000000000", "dag 123456789012", "€ 1.112.223,33", "€ 123.456.782", "123.456.782 euro",
        "op 21-11-2026 om 12.30", "Artikel 1:19 BW", "a@b", "@balie", "NL91 ABNA 0417 1643 01", "versie 10.4.2",
        "2026-0012345678901", "6 tot 10 weken", "", "0123456789abcdef0123456789abcdef", "zaaknummer 123456782",
        "Zaak Z-2026/0123456789", "KvK 123456782", "ZAAK123456782", "09.00 10.30 11.00", "01-02-2026 03-04-2026",
        "van 2019 2020 2021", "20261122", "0800-1234567", "0900 123 4567", "088 123 45 67", "bel 14 010",
        "info@voorbeeldstad.nl", "Postbus 123, 3000 AB Rotterdam", "sinds 2024 EU 5", "in 1012 SS 12",
        "geboren in de zomer", "Bevalling: 12 tot 14 uur", "85.07.30-033.29", "ISBN 9789012345678",
    ],
)  # fmt: skip
def test_other_numbers_and_signs_are_not(text):
    assert kinds(text) == frozenset()


@given(NUMBERS)
def test_every_number_that_passes_the_test_of_eleven_is_found(number):
    found = bsn_of(number)
    for text in (found, f"{found[:4]}.{found[4:6]}.{found[6:]}", f"{found[:3]} {found[3:6]} {found[6:]}", f"({found})"):
        assert "bsn" in kinds(text), text


@given(NUMBERS, st.integers(1, 9))
def test_no_number_that_fails_it_is_found(number, other):
    found = bsn_of(number)
    wrong = found[:8] + str((int(found[8]) + other) % 10)
    assert not is_bsn([int(sign) for sign in wrong])
    assert "bsn" not in kinds(f"BSN {wrong}")


@given(NUMBERS)
def test_eight_digits_count_only_where_the_word_stands_beside_them(number):
    found = bsn_of(number // 10)
    assert kinds(f"BSN {found[1:]}") == {"bsn"}
    assert "bsn" not in kinds(f"{found[1:]} stuks")


@given(st.integers(0, 9_999_999_999), st.integers(0, 96))
def test_an_account_number_counts_with_its_own_check_digits_only(account, other):
    body = f"ABNA{account:010d}"
    right = 98 - int("".join(str(int(sign, 36)) for sign in f"{body}NL00")) % 97
    assert is_iban(f"NL{right:02d}{body}")
    assert kinds(f"op NL{right:02d}{body} graag") == {"iban"}
    assume(other != right and other + 97 != right)
    assert "iban" not in kinds(f"op NL{other:02d}{body} graag")


@given(st.integers(0, 99), st.integers(1, 12), st.integers(1, 28), st.integers(1, 997), st.booleans())
def test_a_register_number_counts_for_both_centuries(year, month, day, serial, new):
    nine = f"{year:02d}{month:02d}{day:02d}{serial:03d}"
    check = 97 - int(("2" if new else "") + nine) % 97
    assert is_register([int(sign) for sign in f"{nine}{check:02d}"])
    assert "register" in kinds(f"rijksregisternummer {nine}{check:02d}")


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text):
    found = hits(text)
    assert kinds(text) <= set(KINDS)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in found)


@given(st.text(alphabet="0123456789 .-/+()BSN@nlE,\n", max_size=300))
def test_texts_full_of_digits_can_be_looked_at(text):
    assert all(masked(hit.kind, text[hit.start : hit.end]) for hit in hits(text))


@pytest.mark.parametrize(
    ("kind", "text", "shown"),
    [
        ("bsn", "111222333", "•••••••33"),
        ("phone", "06-12345678", "06-••••••78"),
        ("email", "jan.jansen@voorbeeld.nl", "j•••@voorbeeld.nl"),
        ("iban", "NL91 ABNA 0417 1643 00", "NL•• •••• •••• •••• 00"),
        ("birth", "12-03-1987", "••-••-••••"),
        ("name", "Sanne de Wit", "S•••• d•• W••"),
    ],
)
def test_little_is_shown_of_it(kind, text, shown):
    assert masked(kind, text) == shown


def test_a_word_beside_a_number_makes_it_surer():
    assert [hit.sure for hit in hits("BSN 111222333")] == [True]
    assert [hit.sure for hit in hits("aantal 111222333")] == [False]


@pytest.mark.parametrize("bad", ["06 12 3 4 ", "1 ", "0", "a.b@", "NL12 ", "1012 AB ", "12.34.56-", "A1", "geboren "])
def test_a_long_text_takes_steps_in_proportion(bad):
    """Every repetition in a pattern has an end: none runs on through the whole text for every place to begin."""
    from journeys.analysis import personal, personal_numbers

    assert hits(bad * (10_000 // len(bad))) is not None
    patterns = [held for module in (personal, personal_numbers) for held in vars(module).values()]
    for held in (one.pattern for one in patterns if isinstance(one, re.Pattern)):
        without_classes = re.sub(r"\[(?:\\.|[^\]])*\]", "_", held)
        assert not re.search(r"(?<!\\)[*+]", without_classes), held


@pytest.mark.parametrize("sign", ["\u212a", "\u0130", "\u0131", "\u017f", "\u0663"])
def test_letters_and_digits_that_only_look_like_ours_stop_nothing(sign):
    assert "iban" not in kinds(f"NL91ABNA0417{sign}164300 en {sign}{sign}91ABNA0417164300")
