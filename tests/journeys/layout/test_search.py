"""The narrowest cards that fit are found, in few tries, whatever the map does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from journeys.layout.search import least


def falling(at: int, power: float = 1.7):
    """A map that just fits on cards of `at`."""
    return lambda tried: ((at + 6) / (tried + 6)) ** power


def noting(tried, of):
    """The same, which keeps what was asked."""

    def asked(card):
        tried.append(card)
        return of(card)

    return asked


@given(st.integers(1, 90), st.integers(1, 90), st.integers(1, 90), st.floats(1.0, 4.0))
def test_the_least_width_that_fits_is_found_from_any_guess(low, first, at, power):
    assert least(low, first, falling(at, power)) == max(low, at)


@given(st.integers(8, 60))
def test_it_takes_few_tries(at):
    tried: list[int] = []
    least(8, 20, noting(tried, falling(at)))
    assert len(tried) <= 5


def test_a_map_that_is_far_too_high_still_comes_out():
    assert least(20, 20, falling(40_000, 1.0)) == 40_000


def test_a_search_ends_once_even_the_next_width_would_be_no_use():
    tried: list[int] = []
    found = least(8, 20, noting(tried, falling(60)), lambda card: card > 20)
    assert found is None
    assert tried == [20]
