"""Durations as people write them, in Dutch and English; a working day stays a working day."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.exchange import spans
from journeys.i18n import words
from journeys.model.values import Duration
from journeys.phrases.durations import lasting


@pytest.mark.parametrize(
    ("text", "least", "most", "unit"),
    [
        ("3 werkdagen", 3, 3, "workday"), ("3 working days", 3, 3, "workday"), ("10 business days", 10, 10, "workday"),
        ("6–8 weken", 6, 8, "week"), ("6 - 8 weeks", 6, 8, "week"), ("2 à 3 dagen", 2, 3, "day"),
        ("6 weken tot 8 weken", 6, 8, "week"), ("tussen 2 en 3 maanden", 2, 3, "month"),
        ("between two and three working days", 2, 3, "workday"), ("binnen 3 werkdagen", 0, 3, "workday"),
        ("within 2 weeks", 0, 2, "week"), ("ca. 6 weken", 6, 6, "week"), ("een week", 1, 1, "week"),
        ("an hour", 1, 1, "hour"), ("één dag", 1, 1, "day"), ("1 jaar", 12, 12, "month"),
        ("1-2 years", 12, 24, "month"),
        ("3d", 3, 3, "day"), ("4 tot 6 weken.", 4, 6, "week"), ("8-6 weken", 6, 8, "week"), ("30 uur", 30, 30, "hour"),
    ],
)  # fmt: skip
def test_a_duration_is_read(text, least, most, unit):
    assert spans.read(text) == Duration(least, most, unit)


@pytest.mark.parametrize(
    "text",
    ["", "5", "1,5 uur", "2.5 weken", "10 dagen tot 2 weken", "gauw", "3 bananen", "week", "999999 jaar", "-3 dagen"],
)
def test_what_is_no_duration_of_one_unit_is_not_read(text):
    assert spans.read(text) is None


@given(
    st.integers(0, 5000), st.integers(0, 5000), st.sampled_from(["hour", "day", "workday", "week", "month"]),
    st.sampled_from(["nl", "en"]),
)  # fmt: skip
def test_what_is_said_is_read_as_what_was_meant(one, other, unit, language):
    span = Duration(min(one, other), max(one, other), unit)
    assert spans.read(lasting(span, words(language))) == span
