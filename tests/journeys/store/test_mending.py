"""A value that breaks a rule becomes the nearest that keeps it, and the name of its field is told."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from journeys.model.entities import Cell, Fact, Link, Note, Step
from journeys.model.schema import FieldType
from journeys.model.values import Contact, Duration
from journeys.store import mending
from journeys.store.mending import UnmendableError, all_mended, mended
from journeys.store.rows import dump
from journeys.store.tables import TABLES

ONE, TWO, THREE, FOUR = (f"{number:032x}" for number in range(1, 5))
STEP = Step(ONE, TWO, THREE, title="Aangifte")
NOTHING = float("nan")


def again(kind: str, entity: object, **cells: object):
    """What becomes of the row of this entity, with these values in its columns."""
    spec = TABLES[kind]
    row = list(dump(spec, [entity])[0])
    for name, value in cells.items():
        row[spec.columns.index(name)] = value
    return mended(spec, tuple(row))


def field(kind: str, name: str) -> FieldType:
    return next(one for one in TABLES[kind].fields if one.name == name)


def test_a_row_that_keeps_the_rules_stays_as_it_is():
    contacts = (Contact(channel=FOUR), Contact(party=TWO))
    step = Step(ONE, TWO, THREE, title="Aangifte", contacts=contacts, lasts=Duration(1, 2), emotion=-1)
    assert again("step", step) == (step, ())


def test_days_the_wrong_way_round_are_turned_and_days_in_order_are_not():
    fact = Fact(ONE, "Binnen drie dagen", from_day=9, to_day=3)
    assert again("fact", fact) == (Fact(ONE, "Binnen drie dagen", from_day=3, to_day=9), ("from_day",))
    for first, last in ((3, 9), (3, 3), (None, 3), (9, None)):
        kept = Fact(ONE, "Binnen drie dagen", from_day=first, to_day=last)
        assert again("fact", kept) == (kept, ())


def test_a_step_with_a_contact_is_met_by_somebody():
    made, fields = again("step", Step(ONE, TWO, THREE, contacts=(Contact(party=FOUR),), nobody=True))
    assert (made.nobody, made.contacts, fields) == (False, (Contact(party=FOUR),), ("nobody",))
    assert again("step", Step(ONE, TWO, THREE, nobody=True)).entity.nobody


def test_a_duration_the_wrong_way_round_is_turned():
    made, fields = again("step", STEP, lasts='{"least":9,"most":2}')
    assert (made.lasts, fields) == (Duration(2, 9), ("lasts",))


@pytest.mark.parametrize(
    ("held", "kept", "loose"),
    [
        ({"step", "journey", "phase", "persona"}, {"step"}, ("journey", "phase", "persona")),
        ({"journey", "phase", "persona"}, {"journey", "phase"}, ("persona",)),
        ({"journey", "persona"}, {"persona"}, ("journey",)),
        ({"phase"}, set(), ("phase",)),
        ({"persona"}, {"persona"}, ()),
        ({"journey", "phase"}, {"journey", "phase"}, ()),
        (set(), set(), ()),
    ],
)  # fmt: skip
def test_a_note_hangs_on_one_thing_at_most(held, kept, loose):
    made, fields = again("note", Note(ONE, "remark", "Let op", **dict.fromkeys(held, TWO)))
    assert {name for name in ("step", "journey", "phase", "persona") if getattr(made, name)} == kept
    assert fields == loose


@pytest.mark.parametrize(
    ("kind", "entity"),
    [("link", Link(ONE, TWO, TWO)), ("cell", Cell(ONE, TWO, THREE, FOUR, text="")), ("step", STEP)],
)
def test_of_what_no_study_can_hold_nothing_is_made(kind, entity):
    with pytest.raises(UnmendableError):
        again(kind, entity, **({"id": "../x"} if kind == "step" else {}))


@pytest.mark.parametrize(
    ("kind", "name", "value", "made"),
    [
        ("step", "column", 3, 3), ("step", "column", 3.6, 4), ("step", "column", -7, 0),
        ("step", "column", 10**9, 20_000),
        ("step", "column", "3", 0), ("step", "column", True, 0), ("step", "column", NOTHING, 0),
        ("step", "column", float("inf"), 20_000), ("step", "emotion", "blij", None), ("step", "emotion", NOTHING, None),
        ("step", "emotion", 9, 2), ("step", "emotion", -9, -2), ("study", "end_day", NOTHING, 365),
        ("phase", "start_day", NOTHING, 0), ("study", "edition", "1", 1),
        ("step", "stage", "zij", "front"), ("step", "stage", 7, "front"), ("step", "stage", "back", "back"),
        ("note", "kind", "grap", "remark"), ("lane", "kind", None, "text"),
        ("step", "nobody", 1, False), ("step", "nobody", True, True),
        ("step", "title", b"ab\xff", "ab\ufffd"), ("step", "title", 7, "7"), ("step", "title", True, ""),
        ("step", "title", None, ""), ("party", "name", "  ", "?"), ("party", "name", None, "?"),
        ("party", "name", " a ", "a"), ("party", "name", " " * 700 + "a", "a"), ("party", "name", " " * 900 + "a", "?"),
        ("party", "name", "x" * 201, "x" * 200),
        ("step", "image", TWO, TWO), ("step", "image", TWO[:-1], None), ("step", "image", TWO + "0", None),
        ("step", "image", "G" * 32, None), ("step", "image", 7, None),
        ("step", "contacts", [Contact(party=TWO)], ()),
        ("step", "contacts", (Contact(party=TWO), 7), (Contact(party=TWO),)),
        ("note", "addresses", (TWO, THREE, TWO, "x"), (TWO, THREE)), ("note", "via", (TWO,), (TWO,)),
        ("study", "review_on", dt.datetime(2026, 1, 1, tzinfo=dt.UTC), None),
        ("study", "review_on", "2026-01-01", None),
        ("study", "review_on", dt.date(2026, 1, 1), dt.date(2026, 1, 1)),
        ("step", "lasts", Duration(-4, 3), Duration(0, 3)), ("step", "lasts", (1, 2), None),
        ("step", "lasts", Duration(2, 2), Duration(2, 2)), ("snapshot", "content", b"x", b"x"),
    ],
)  # fmt: skip
def test_a_value_becomes_the_nearest_that_the_field_allows(kind, name, value, made):
    found: Any = mending._fitting(field(kind, name), value, kind)
    assert (found, type(found)) == (made, type(made))


def test_of_many_no_more_stay_than_may():
    contacts = tuple(Contact(party=f"{number:032x}") for number in range(21))
    assert mending._fitting(field("step", "contacts"), contacts) == contacts[:20]


def test_one_id_that_is_none_among_many_costs_itself_alone():
    made, fields = again("note", Note(ONE, "remark", "Let op"), addresses=f'["{TWO}","x","{THREE}"]')
    assert (made.addresses, fields) == ((TWO, THREE), ("addresses",))


@pytest.mark.parametrize("year", [1969, 1970, 9000, 9001])
def test_a_moment_lies_in_years_that_every_computer_knows(year):
    at = dt.datetime(year, 6, 1, tzinfo=dt.UTC)
    about = field("snapshot", "made_at")
    for value in (at, at.replace(tzinfo=None)):
        if 1970 <= year <= 9000:
            assert mending._fitting(about, value) == at
        else:
            with pytest.raises(UnmendableError):
                mending._fitting(about, value)


def test_of_many_rows_each_gets_its_own_answer():
    spec = TABLES["note"]
    notes = [Note(f"{number:032x}", "remark", f"Briefje {number}") for number in range(3)]
    rows = dump(spec, notes)
    assert [one for _, one in all_mended(spec, rows)] == [(note, ()) for note in notes]
    rows[1] = ("../x", *rows[1][1:])
    rows[2] = (rows[2][0], "grap", *rows[2][2:])
    found = [one for _, one in all_mended(spec, rows)]
    assert [found[0], found[1]] == [(notes[0], ()), None]
    assert found[2] is not None
    assert found[2].fields == ("kind",)
