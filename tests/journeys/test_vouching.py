"""An edit that a worker found sound is not looked at twice; anything else about it is checked as ever."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import session as sessions
from journeys.edits.edit import Edit
from journeys.errors import EditError
from journeys.session import Session
from tests.journeys.studies import study


@pytest.fixture
def session():
    return Session(study(), lambda edit: None)


@pytest.fixture
def looks(monkeypatch):
    seen, real = [], sessions.check_changes

    def look(document, changes):
        seen.append(changes)
        return real(document, changes)

    monkeypatch.setattr(sessions, "check_changes", look)
    return seen


def renamed(session, title):
    step = next(iter(session.document.steps.values()))
    return Edit("step.rename", {("step", step.id): (step, replace(step, title=title))})


def test_an_edit_that_was_vouched_for_is_applied_without_a_second_look(session, looks):
    edit = renamed(session, "Anders")
    session.vouch(edit, session.turn)
    session.apply(edit)
    assert not looks
    assert next(iter(session.document.steps.values())).title == "Anders"


def test_the_look_is_saved_once_and_only_for_that_very_edit(session, looks):
    edit = renamed(session, "Anders")
    session.vouch(renamed(session, "Anders"), session.turn)
    session.apply(edit)
    session.apply(edit.inverse())
    assert len(looks) == 2


def test_after_another_edit_it_is_looked_at_all_the_same(session):
    bad = renamed(session, "x" * 10_000)
    turn = session.turn
    other = next(reversed(session.document.steps.values()))
    session.apply(Edit("step.rename", {("step", other.id): (other, replace(other, title="Tussendoor"))}))
    session.vouch(bad, turn)
    with pytest.raises(EditError, match=r"edit\.refused"):
        session.apply(bad)


def test_what_is_no_longer_as_it_was_found_is_refused_whoever_vouches(session):
    edit = renamed(session, "Anders")
    session.apply(renamed(session, "Eerder"))
    session.vouch(edit, session.turn)
    with pytest.raises(EditError, match=r"edit\.stale"):
        session.apply(edit)
