"""The flow of a report: slices over pages, everything once and in order, what belongs together kept together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.poster.kinds.report.flow import FIRM, FREE, FULL, LOOSE, Bond, Slice, pages
from journeys.poster.kinds.report.pieces import bonds

HEIGHT = 100.0

slices = st.lists(
    st.builds(
        Slice,
        height=st.floats(0.1, HEIGHT, allow_nan=False),
        gap=st.floats(0.0, 20.0),
        after=st.sampled_from(Bond),
        room=st.sampled_from([0.0, 0.0, 0.0, 40.0, float("inf")]),
        head=st.sampled_from([0.0, 0.0, 8.0, 60.0]),
    ),
    max_size=24,
)


def dealt(found, height=HEIGHT):
    return list(pages(found, height))


def breaks(found, height=HEIGHT):
    return [page.first for page in dealt(found, height)][1:]


@given(slices)
def test_every_slice_stands_once_and_in_order(found):
    told = dealt(found)
    assert [index for page in told for index in range(page.first, page.stop)] == list(range(len(found)))
    assert all(page.stop > page.first for page in told)


@given(slices)
def test_no_page_is_fuller_than_it_is_high_and_nothing_overlaps(found):
    for page in dealt(found):
        own = found[page.first : page.stop]
        assert page.tops[0] == page.head
        for one, (top, below) in zip(own, pairwise([*page.tops, HEIGHT]), strict=True):
            assert top + one.height <= below + 1e-3
        for one, (above, top), other in zip(own, pairwise(page.tops), own[1:], strict=False):
            assert top == pytest.approx(above + one.height + other.gap)


@given(slices)
def test_what_clings_firmly_is_only_torn_when_all_of_the_page_clings(found):
    for page in dealt(found)[:-1]:
        last = found[page.stop - 1].after
        if last is FIRM:
            assert all(one.after is FIRM for one in found[page.first : page.stop])


@given(slices)
def test_what_asks_for_room_gets_it_or_a_new_page(found):
    for page in dealt(found):
        for place, index in enumerate(range(page.first, page.stop)):
            if place and found[index - 1].after < FIRM:
                assert found[index].room <= HEIGHT - page.tops[place] + 1e-6


@given(slices)
def test_a_page_is_not_left_while_the_next_slice_fits_and_may_stay(found):
    for page in dealt(found)[:-1]:
        nearest, one = found[page.stop], found[page.stop - 1]
        bottom = page.tops[-1] + one.height
        fits = bottom + nearest.gap + nearest.height <= HEIGHT and nearest.room <= HEIGHT - bottom - nearest.gap
        assert not (fits and nearest.after is FREE)


def test_a_heading_goes_along_to_the_next_page():
    found = [*[Slice(10.0)] * 9, Slice(8.0, after=FIRM), Slice(10.0)]
    assert breaks(found) == [9]


@given(st.integers(0, 19), st.integers(1, 60))
def test_a_paragraph_never_leaves_one_line_alone(above, count):
    found = [*[Slice(5.0)] * above, *(Slice(5.0, after=bond) for bond in bonds(count, FREE))]
    for page in dealt(found):
        own = len([index for index in range(page.first, page.stop) if index >= above])
        assert own != 1 or count == 1


def test_a_row_that_rather_stays_whole_is_torn_when_the_page_would_be_left_empty():
    row = [Slice(10.0, after=LOOSE)] * 9
    assert breaks([*[Slice(10.0)] * 7, *row]) == [7]
    assert breaks([*[Slice(10.0)] * 3, *row]) == [10]
    assert 0 < FULL < 1


def test_the_head_of_a_table_comes_back_on_every_page():
    told = dealt([Slice(10.0, after=FIRM), *[Slice(10.0, head=10.0)] * 30])
    assert [page.head for page in told] == [0.0, 10.0, 10.0, 10.0]


def test_a_head_that_would_fill_the_page_stays_away():
    told = dealt([Slice(60.0, after=FIRM), *[Slice(10.0, head=60.0)] * 10])
    assert [page.head for page in told] == [0.0, 0.0]


def test_what_is_higher_than_a_page_is_refused():
    with pytest.raises(ValueError, match="does not fit"):
        dealt([Slice(HEIGHT + 1)])


def test_nothing_makes_no_page():
    assert dealt([]) == []
