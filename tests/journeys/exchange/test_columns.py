"""Which column is what: told by headings in two languages, else by the order and by what is in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.exchange import columns, grid, ratings


def guess(text):
    found = columns.guess(grid.from_text(text))
    return found.columns, found.heading


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Fase", "phase"), ("STAP", "title"), ("Betrokken partij(en)", "party"), ("Beleving (1-5)", "emotion"),
        ("Pijnpunten", "pain"), ("Pain points", "pain"), ("Idee\u0308en", "idea"), ("Behoefte:", "need"),
        ("Kansen / verbeteringen", "opportunity"), ("Bedrag", ""), ("", ""), ("Emotie van de inwoner vandaag nu", ""),
    ],
)  # fmt: skip
def test_a_heading_has_a_meaning(heading, code):
    assert columns.meaning(heading) == code


def test_headings_are_found_below_a_title():
    assert guess("Mijn klantreis\t\t\n\nPhase\tStep\tFeeling\nEen\tTwee\t1") == (("phase", "title", "emotion"), 3)


def test_without_headings_columns_stand_in_the_usual_order():
    assert guess("Een\tBellen\tGemeente\tTelefoon\t-2") == (("phase", "title", "party", "channel", "emotion"), None)


def test_emotions_row_numbers_and_ids_are_known_by_what_they_are():
    id_ = "0123456789abcdef0123456789abcdef"
    assert guess(f"1\tBellen\t:-)\t{id_}\n2\tWachten\t-\t{id_[::-1]}") == (("", "title", "emotion", "id"), None)


def test_one_column_is_the_step_and_its_heading_is_known():
    assert guess("Stap\nBellen\nWachten") == (("title",), 1)
    assert guess("Stap voor stap\nBellen") == (("title",), None)


def test_an_unknown_first_heading_is_the_step_when_nothing_else_is():
    assert guess("Fase\tWat de inwoner meemaakt op zo'n dag\tKanaal\nEen\tBellen\tTelefoon")[0] == (
        "phase",
        "title",
        "channel",
    )


def test_two_columns_may_be_needs_but_only_one_the_step():
    assert guess("Stap\tBehoefte\tBehoefte\tTitel\nA\tB\tC\tD")[0] == ("title", "need", "need", "")


def test_choosing_the_step_takes_it_from_the_other_column():
    mapping = columns.Mapping(("title", "need", "")).set(2, "title")
    assert mapping.columns == ("", "need", "title")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("+2", 2), ("−2", -2), ("– 1", -1), ("0", 0), ("--", -2), ("- -", -2), ("-", -1), ("+", 1), ("++", 2),
        ("+/-", 0), ("Positief", 1), ("zeer negatief", -2), ("NEGATIEF!", -1), ("neutraal", 0), (":-)", 1), (":(", -1),
        ("😀", 1), ("😡", -2), ("👍🏽", 1), ("Opgelucht.", 1), ("paars", None), ("7", None), ("", None),
    ],
)  # fmt: skip
def test_emotions_are_read_as_people_write_them(raw, value):
    found = ratings.rating(raw)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("cells", "heading", "scale", "values"),
    [
        (["1", "3", "5", "4"], "", "one_five", [-2, 0, 2, 1]),
        (["1", "2", "2"], "Beleving (1 t/m 5)", "one_five", [-2, -1, -1]),
        (["1", "2", "-2"], "", "ours", [1, 2, -2]),
        (["-5", "5", "2", "0"], "", "five_five", [-2, 2, 1, 0]),
        (["1", "10", "5,5", "8"], "", "one_ten", [-2, 2, 0, 1]),
        (["4/5", "2/5"], "", "one_five", [1, -1]),
    ],
)
def test_the_scale_of_a_column_is_found_out(cells, heading, scale, values):
    assert ratings.scale_of(cells, heading) == scale
    assert [ratings.rating(cell, scale).value for cell in cells] == values


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=30), st.sampled_from(["ours", "one_five", "one_ten", "five_five"]))
def test_any_text_is_a_rating_or_none(raw, scale):
    found = ratings.rating(raw, scale)
    assert found is None or -2 <= found.value <= 2
