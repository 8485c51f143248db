"""Paper sizes as a user writes them."""

from __future__ import annotations

import pytest

from journeys.errors import UsageError
from journeys.poster.paper import Paper, parse_paper


@pytest.mark.parametrize(
    ("text", "portrait", "paper"),
    [
        ("A4", False, Paper(297, 210)), ("a0", False, Paper(1189, 841)), ("A1", True, Paper(594, 841)),
        ("700x500mm", False, Paper(700, 500)), ("500x700", False, Paper(500, 700)),
        ("700 × 500 mm", True, Paper(500, 700)), ("420,5x297.5", False, Paper(420.5, 297.5)),
    ],
)  # fmt: skip
def test_paper_is_a_name_or_millimetres(text, portrait, paper):
    assert parse_paper(text, portrait=portrait) == paper


@pytest.mark.parametrize("text", ["", "A5", "B1", "A", "700", "x500", "700x", "1e3x500", "-700x500", "700x500cm"])
def test_paper_that_does_not_exist_is_refused_by_name(text):
    with pytest.raises(UsageError) as refused:
        parse_paper(text)
    assert refused.value.code == "paper_unknown"
    assert refused.value.values["known"] == "A0, A1, A2, A3, A4"


@pytest.mark.parametrize("text", ["100x500", "500x100", "0x0", "9000x500", "99999x99999"])
def test_paper_too_small_to_read_or_too_large_for_viewers_is_refused_with_the_bounds(text):
    with pytest.raises(UsageError) as refused:
        parse_paper(text)
    assert refused.value.code == "paper_size"
    assert refused.value.values == {"paper": text, "smallest": 148, "largest": 5000}
