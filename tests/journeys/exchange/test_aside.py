"""What stands beside a format: it comes back whole, and what somebody changed in it is named."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.edits.incoming import IncomingContact, IncomingNote, IncomingPhase, IncomingStep
from journeys.exchange import aside
from journeys.model.values import Duration

STEP = IncomingStep(
    1, "Bellen", body="Lang\nwachten", day=-3, lasts=Duration(1, 2, "week"), emotion=0, sources=("Gesprek",),
    contacts=(IncomingContact("JGZ", "Balie", "Gemeente"),), moment_of_truth=False, column=0,
    notes=(IncomingNote("idea", "Minder -- en <b>", "1" * 32, "planned", "Piet", dt.date(2027, 2, 28)),),
)  # fmt: skip


def test_what_stands_beside_comes_back_as_it_was():
    assert aside.made(IncomingStep, aside.read(aside.line(aside.plain(STEP)))) == STEP


def test_only_what_says_something_stands_there():
    assert aside.plain(IncomingPhase("A", 0)) == {"name": "A", "start": 0}
    assert aside.plain(IncomingPhase("A", 0), ("name",)) == {"start": 0}


def test_nothing_in_the_line_acts_where_it_stands():
    said = aside.line({"text": "a --> b ?> <!-- %% & \u2028"})
    assert not any(acting in said for acting in ("--", "?>", "<", "%", "&", "\u2028"))
    assert aside.read(said) == {"text": "a --> b ?> <!-- %% & \u2028"}


@pytest.mark.parametrize("broken", [
    {"day": "morgen"}, {"day": 36_501}, {"day": True}, {"day": 1.0}, {"column": -1}, {"track": 20_001}, {"emotion": 3},
    {"lasts": {"least": 3, "most": 2}}, {"lasts": {"least": 1}}, {"lasts": {"least": 1, "most": 100_001}},
    {"contacts": {}}, {"contacts": [{"who": "JGZ"}]}, {"notes": [{"kind": "idee", "text": "x"}]},
    {"notes": [{"kind": "idea", "text": "x", "due": "2027-02-30"}]}, {"sources": [1]}, {"sources": ["x" * 10_001]},
    {"body": None}, {"body": "x" * 10_001}, {"status": "gezien"}, {"stage": []},
])  # fmt: skip
def test_a_field_that_is_wrong_is_named_and_the_others_stay(broken):
    (name,) = broken
    said = {"row": 1, "title": "Bellen", **broken}
    assert aside.made(IncomingStep, said) is None
    assert aside.kept(IncomingStep, said) == (IncomingStep(1, "Bellen"), [], [name])


def test_what_it_does_not_know_is_named_too():
    said = {"name": "A", "kleur": 1, "arts": 2}
    assert aside.kept(IncomingPhase, said) == (IncomingPhase("A"), ["arts", "kleur"], [])
    assert aside.made(IncomingPhase, {"name": "A", "kleur": 1}) is None


def test_without_a_field_that_must_be_there_nothing_comes_of_it():
    assert aside.kept(IncomingPhase, {"start": 1}) == (None, [], ["name"])
    assert aside.kept(IncomingPhase, {"name": 3}) == (None, [], ["name"])
    assert aside.several(IncomingPhase, [{"name": "A"}, 3, {}]) == [IncomingPhase("A"), None, None]
