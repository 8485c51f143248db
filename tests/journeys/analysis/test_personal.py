"""What looks like somebody's own data is noticed; numbers that only look a little like it are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis.personal import kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bsn 111222333", "bsn"),
        ("1112.22.333", "bsn"),
        ("mail jan.jansen@voorbeeld.nl even", "email"),
        ("bel 06-12345678", "phone"),
        ("bel +31 6 1234 5678 morgen", "phone"),
        ("010 1234567", "phone"),
        ("NL91 ABNA 0417 1643 00", "iban"),
        ("op NL91ABNA0417164300 graag", "iban"),
    ],
)
def test_data_of_a_person_is_noticed(text, kind):
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "111222334", "000000000", "dag 123456789012", "€ 1.112.223,33", "op 21-11-2026 om 12.30", "Artikel 1:19 BW",
        "a@b", "@balie", "NL91 ABNA 0417 1643 01", "versie 10.4.2", "2026-0012345678901", "6 tot 10 weken", "",
        "0123456789abcdef0123456789abcdef",
    ],
)  # fmt: skip
def test_other_numbers_and_signs_are_not(text):
    assert kinds(text) == frozenset()


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text):
    assert kinds(text) <= {"bsn", "email", "phone", "iban"}
