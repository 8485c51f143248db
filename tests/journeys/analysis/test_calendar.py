"""Closed days and the ends of terms, against lists and tables worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis import calendar
from journeys.analysis.calendar import closed, holidays, term

DAY = dt.timedelta(days=1)
DATES = st.dates(dt.date(1990, 1, 1), dt.date(2150, 12, 31))
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


def on(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def birth(text: str) -> str:
    """By when a birth on this day is declared."""
    return term(on(text), 3, "day", "termijnenwet", "nl").last.isoformat()


@pytest.mark.parametrize(
    "day",
    ["2008-03-23", "2019-04-21", "2023-04-09", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25"],
)
def test_easter_is_on_the_day_that_almanacs_print(day):
    assert calendar.easter(on(day).year) == on(day)


def test_the_dutch_holidays_of_2025_are_the_nine_days_of_the_act_on_its_dates():
    assert {day.isoformat(): code for day, code in holidays(2025, "nl").items()} == {
        "2025-01-01": "new_year", "2025-04-18": "good_friday", "2025-04-21": "easter_monday",
        "2025-04-26": "kings_day", "2025-05-05": "liberation", "2025-05-29": "ascension",
        "2025-06-09": "whit_monday", "2025-12-25": "christmas", "2025-12-26": "boxing_day",
    }  # fmt: skip


def test_the_belgian_holidays_of_2026_are_the_ten_legal_ones():
    assert sorted(day.isoformat() for day in holidays(2026, "be")) == [
        "2026-01-01", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-25", "2026-07-21", "2026-08-15",
        "2026-11-01", "2026-11-11", "2026-12-25",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("year", "day"), [(2025, 26), (2026, 27), (2031, 26), (2036, 26), (2024, 27), (2014, 26), (2013, 30), (2006, 29)]
)
def test_the_monarchs_birthday_is_kept_a_day_earlier_when_it_is_a_sunday(year, day):
    assert [d.day for d, code in holidays(year, "nl").items() if code == "kings_day"] == [day]


@pytest.mark.parametrize(
    ("born", "last"),
    [("ma", "do"), ("di", "vr"), ("wo", "ma"), ("do", "ma"), ("vr", "di"), ("za", "di"), ("zo", "wo")],
)
def test_a_birth_is_declared_by_the_weekday_of_the_printed_table(born, last):
    """A week without holidays: 7 to 13 September 2026."""
    found = term(dt.date(2026, 9, 7 + WEEKDAYS.index(born)), 3, "day", "termijnenwet", "nl").last
    assert WEEKDAYS[found.weekday()] == last
    assert (found - dt.date(2026, 9, 7 + WEEKDAYS.index(born))).days <= 5


@pytest.mark.parametrize(
    ("born", "last"),
    [
        # Easter 2026: Good Friday on 3 April, Easter Monday on 6 April.
        ("2026-03-30", "2026-04-02"), ("2026-03-31", "2026-04-07"), ("2026-04-01", "2026-04-07"),
        ("2026-04-02", "2026-04-08"), ("2026-04-03", "2026-04-08"), ("2026-04-04", "2026-04-08"),
        ("2026-04-05", "2026-04-08"), ("2026-04-06", "2026-04-09"),
        # King's Day 2026 is a Monday; in 2025 a Saturday, which changes nothing.
        ("2026-04-22", "2026-04-28"), ("2026-04-23", "2026-04-28"), ("2026-04-24", "2026-04-29"),
        ("2026-04-25", "2026-04-29"), ("2026-04-26", "2026-04-29"), ("2025-04-24", "2025-04-28"),
        # 5 May 2026 is a Tuesday.
        ("2026-05-01", "2026-05-06"), ("2026-05-02", "2026-05-06"), ("2026-05-03", "2026-05-06"),
        ("2026-05-04", "2026-05-07"),
        # Ascension Day, Thursday 14 May 2026, and Whit Monday, 25 May.
        ("2026-05-11", "2026-05-15"), ("2026-05-12", "2026-05-15"), ("2026-05-13", "2026-05-18"),
        ("2026-05-21", "2026-05-26"), ("2026-05-22", "2026-05-27"), ("2026-05-23", "2026-05-27"),
        # Christmas on Friday and Saturday, then New Year's Day on a Friday.
        ("2026-12-22", "2026-12-28"), ("2026-12-23", "2026-12-28"), ("2026-12-24", "2026-12-29"),
        ("2026-12-29", "2027-01-04"), ("2026-12-30", "2027-01-04"), ("2026-12-31", "2027-01-05"),
        # Christmas on Wednesday and Thursday.
        ("2024-12-24", "2024-12-30"), ("2024-12-22", "2024-12-27"), ("2024-12-23", "2024-12-27"),
        # Liberation Day and Ascension Day on one day, 5 May 2016.
        ("2016-05-02", "2016-05-06"), ("2016-05-04", "2016-05-09"),
    ],
)  # fmt: skip
def test_a_birth_near_a_holiday_is_declared_by_the_day_worked_out_by_hand(born, last):
    assert birth(born) == last


@pytest.mark.parametrize(
    ("moved", "last"),
    [("2026-03-02", "2026-03-09"), ("2026-03-03", "2026-03-09"), ("2026-03-04", "2026-03-09"),
     ("2026-02-28", "2026-03-05"), ("2026-04-01", "2026-04-07"), ("2026-12-20", "2026-12-28")],
)  # fmt: skip
def test_a_move_is_reported_within_five_days(moved, last):
    assert term(on(moved), 5, "day", "termijnenwet", "nl").last == on(last)


@pytest.mark.parametrize(
    ("died", "last"),
    [("2026-03-02", "2026-03-10"), ("2026-03-06", "2026-03-16"), ("2026-03-07", "2026-03-16"),
     ("2026-04-02", "2026-04-14"), ("2026-12-23", "2027-01-04"), ("2026-05-11", "2026-05-20")],
)  # fmt: skip
def test_the_sixth_working_day_after_a_death_skips_weekends_and_holidays(died, last):
    assert term(on(died), 6, "workday", "none", "nl").last == on(last)


def test_notice_of_marriage_is_counted_back_and_never_extended():
    wedding = on("2026-06-06")
    for rule in ("none", "termijnenwet", "next_workday"):
        assert term(wedding, -2, "week", rule, "nl").last == on("2026-05-23")
    assert term(on("2026-06-30"), -12, "month", "none", "nl").last == on("2025-06-30")
    assert term(on("2026-04-08"), -2, "workday", "none", "nl").last == on("2026-04-02")


def test_months_are_those_of_the_calendar_and_end_no_later_than_it():
    ends = [term(on(day), count, "month", "none", "nl").last.isoformat()
            for day, count in (("2026-01-31", 1), ("2028-01-31", 1), ("2026-11-30", 3), ("2026-03-31", 6))]  # fmt: skip
    assert ends == ["2026-02-28", "2028-02-29", "2027-02-28", "2026-09-30"]


@pytest.mark.parametrize(("count", "unit"), [(91, "day"), (13, "week"), (4, "month")])
def test_the_act_leaves_longer_terms_as_they_are(count, unit):
    found = [term(dt.date(2026, 1, 1) + n * DAY, count, unit, "termijnenwet", "nl") for n in range(30)]
    assert not any(one.extended for one in found)
    assert any(closed(one.last, "nl") for one in found)


def test_a_term_of_two_days_may_hold_only_one_working_day():
    assert term(on("2026-09-11"), 2, "day", "termijnenwet", "nl").last == on("2026-09-14")


def test_a_belgian_term_only_shifts_its_last_day():
    assert term(on("2026-10-17"), 15, "day", "next_workday", "be").last == on("2026-11-02")
    assert term(on("2026-07-06"), 15, "day", "next_workday", "be").last == on("2026-07-22")
    assert term(on("2026-09-11"), 3, "day", "next_workday", "be").last == on("2026-09-14")
    assert term(on("2026-04-24"), 3, "day", "next_workday", "be").last == on("2026-04-27")


@given(DATES, st.integers(1, 90))
def test_a_term_of_the_act_never_ends_on_a_closed_day_and_is_never_shorter(start, count):
    found = term(start, count, "day", "termijnenwet", "nl")
    assert not closed(found.last, "nl")
    assert found.last >= found.bare == start + count * DAY
    assert (found.last - found.bare).days <= 6


@given(DATES, st.integers(3, 90))
def test_a_term_of_the_act_holds_two_working_days_and_is_no_longer_than_that_takes(start, count):
    found = term(start, count, "day", "termijnenwet", "nl")
    held = [start + n * DAY for n in range(1, (found.last - start).days + 1)]
    assert sum(not closed(day, "nl") for day in held) >= 2
    shorter = [day for day in held[:-1] if day >= found.bare]
    assert all(closed(day, "nl") or sum(not closed(d, "nl") for d in held if d <= day) < 2 for day in shorter)


@given(DATES, st.integers(1, 60), st.sampled_from(["nl", "be"]))
def test_so_many_working_days_on_and_back_again_is_the_day_one_came_from(start, count, country):
    open_day = calendar.next_workday(start, country)
    there = calendar.add_workdays(open_day, count, country)
    assert not closed(there, country)
    assert calendar.add_workdays(there, -count, country) == open_day


@given(DATES, DATES, st.sampled_from(["nl", "be"]))
def test_who_starts_later_never_ends_earlier(one, other, country):
    first, last = sorted((one, other))
    for rule in ("none", "next_workday", "termijnenwet"):
        for count, unit in ((3, "day"), (6, "workday"), (2, "week"), (1, "month")):
            assert term(first, count, unit, rule, country).last <= term(last, count, unit, rule, country).last
