"""Deadlines of a study: in plain days, and on real dates once the date of day 0 is known."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.analysis.deadlines import by_weekday, date_of, deadlines, due_day, plain_days
from journeys.analysis.facts import holds_in, phase_of
from journeys.analysis.gaps import gaps
from journeys.exchange.json_schema import schema
from journeys.i18n import words
from journeys.model.entities import Fact
from journeys.model.integrity import check_document
from journeys.model.plain import from_plain, to_plain
from journeys.model.values import Due
from journeys.phrases.facts import due_text, weekday_rows
from tests.journeys.analysis import scenes

NL, EN = words("nl"), words("en")


def placed(due_of, date=None, **study):
    """A study in which a fact has this deadline, and the fact."""
    scene = scenes.worked()
    fact = scene.add(Fact(next(scene.new), "Aangifte", due=due_of(scene.born.id)))
    scene.change(scene.study, day0_date=date and dt.date.fromisoformat(date), **study)
    document = scene.document()
    assert check_document(document) == []
    return document, fact, scene


def birth(moment):
    return Due(moment, 3, "day", "termijnenwet", "BW 1:19e")


def test_without_a_date_a_term_is_plain_days():
    document, fact, _ = placed(birth)
    assert due_day(document, fact.due) == 1
    assert date_of(document, 1) is None


@pytest.mark.parametrize(
    ("day0", "due"), [("2026-09-09", 1), ("2026-09-11", 3), ("2026-09-12", 2), ("2026-09-13", 2), ("2026-04-04", 4)]
)
def test_with_a_date_the_term_ends_on_the_day_of_the_calendar(day0, due):
    document, fact, _ = placed(birth, day0)
    assert due_day(document, fact.due) == due


def test_a_holiday_can_move_a_deadline_into_the_next_phase_and_its_severity_with_it():
    def count(moment):
        return Due(moment, 11, "day", "termijnenwet")

    plain, _, scene = placed(count)
    dated, _, same = placed(count, "2026-12-16")  # 14 + 11 is 25 December, a Friday: the 28th is the first open day
    held = {name: next(p for p, facts in deadlines(doc).items() if facts) for name, doc in (("a", plain), ("b", dated))}
    assert held == {"a": scene.phases[scenes.CRADLE].id, "b": same.phases[scenes.YEAR].id}
    severity = [next(gap for gap in gaps(doc, home.journeys[0].id) if gap.phase == home.phases[scenes.YEAR].id).severity
                for doc, home in ((plain, scene), (dated, same))]  # fmt: skip
    assert severity == [21, 30]


def test_working_days_are_counted_with_a_date_and_five_in_seven_without():
    def sixth(moment):
        return Due(moment, 6, "workday")

    plain, fact, _ = placed(sixth)
    dated, same, _ = placed(sixth, "2026-04-04")  # from Thursday 2 April, with Easter in between
    assert due_day(plain, fact.due) == -2 + 9
    assert due_day(dated, same.due) == -2 + 12


def test_a_deadline_may_lie_before_its_moment():
    def notice(moment):
        return Due(moment, -2, "week")

    document, fact, _ = placed(notice)
    assert due_day(document, fact.due) == -16
    assert due_text(document, fact.due, EN) == "At least 2 weeks before “Geboorte”: 2½ weeks before at the latest."
    dated, _, _ = placed(notice, "2026-06-08")
    assert due_text(dated, fact.due, NL).endswith("uiterlijk za 23 mei 2026.")


@pytest.mark.parametrize(("count", "unit", "days"), [(-3, "workday", -5), (-1, "month", -30), (-2, "week", -14)])
def test_what_is_counted_back_is_as_long_as_what_is_counted_on(count, unit, days):
    assert plain_days(count, unit) == days == -plain_days(-count, unit)


def test_the_country_of_the_study_says_which_days_are_closed():
    def eight_days(moment):
        return Due(moment, 8, "day", "next_workday")

    for country, month, day in (("nl", 5, 1), ("be", 5, 4)):  # Friday 1 May 2026 is a holiday in Belgium
        document, fact, _ = placed(eight_days, "2026-04-25", country=country)
        assert date_of(document, due_day(document, fact.due)) == dt.date(2026, month, day)


@pytest.mark.parametrize("date", ["9999-12-30", "0001-01-03"])
@pytest.mark.parametrize(("count", "unit"), [(3, "day"), (1_000_000, "workday"), (-1_000_000, "month"), (90, "week")])
def test_beyond_the_calendar_a_term_is_plain_days_again(date, count, unit):
    document, fact, _ = placed(lambda moment: Due(moment, count, unit, "termijnenwet"), date)
    assert isinstance(due_day(document, fact.due), int)


def test_the_little_table_of_weekdays_is_the_printed_one():
    document, fact, _ = placed(birth)
    assert weekday_rows(document, fact.due, NL) == (
        ("ma", "do"), ("di", "vr"), ("wo", "ma"), ("do", "ma"), ("vr", "di"), ("za", "di"), ("zo", "wo"),
    )  # fmt: skip


def test_there_is_no_table_where_the_weekday_changes_nothing_or_the_date_is_known():
    document, fact, _ = placed(birth, "2026-09-09")
    assert weekday_rows(document, fact.due, NL) == ()
    assert by_weekday(Due(fact.due.moment, 3, "day"), "nl") == ()
    assert by_weekday(Due(fact.due.moment, 4, "month", "termijnenwet"), "nl") == ()
    assert len(by_weekday(Due(fact.due.moment, 6, "workday"), "nl")) == 7


@pytest.mark.parametrize(
    ("day0", "told"),
    [
        ("2026-04-03", "uiterlijk di 7 apr 2026. Verlengd vanaf za 4 apr 2026: een zaterdag."),
        ("2026-04-02", "uiterlijk di 7 apr 2026. Verlengd vanaf vr 3 apr 2026: Goede Vrijdag."),
        ("2026-09-13", "uiterlijk di 15 sep 2026. Verlengd vanaf ma 14 sep 2026, want er moeten twee werkdagen in"),
        ("2026-09-10", "uiterlijk vr 11 sep 2026. Grondslag"),
    ],
)
def test_with_a_date_the_card_says_the_very_day_and_why_it_is_later(day0, told):
    document, fact, _ = placed(birth, day0)
    assert told in due_text(document, fact.due, NL)


@pytest.mark.parametrize("rule", ["none", "next_workday", "termijnenwet"])
@pytest.mark.parametrize("count", [-14, 0, 3])
def test_files_and_imports_take_every_rule_and_both_directions(rule, count):
    due = Due("a" * 32, count, "day", rule)
    assert from_plain(Due, to_plain(due)) == due


def test_the_published_schema_knows_the_rules_and_the_sign():
    due = schema()["$defs"]["Due"]["properties"]
    assert due["rule"]["enum"] == ["none", "next_workday", "termijnenwet"]
    assert due["count"]["minimum"] < 0


def test_a_deadline_before_its_moment_belongs_to_the_phase_in_which_it_ends():
    document, fact, scene = placed(lambda moment: Due(moment, -8, "week"))
    assert phase_of(document, fact) == scene.phases[scenes.PREPARE].id
    assert holds_in(document, fact, scene.phases[scenes.PREGNANT].id)
    assert not holds_in(document, fact, scene.phases[scenes.CRADLE].id)
