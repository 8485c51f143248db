"""Whom the person meets in each step, and where that is the scope."""

from __future__ import annotations

from dataclasses import replace

from journeys.analysis.meetings import meetings
from journeys.analysis.scene import scene
from journeys.model.document import Document
from journeys.model.values import Contact
from tests.journeys.studies import study


def met(*contacts):
    """The meetings of a study in which one step has these contacts, and the others none."""
    base = study(3)
    first, *rest = base.steps.values()
    held = [entity for key, entity in base if key[0] != "step"]
    bare = [replace(step, contacts=()) for step in rest]
    document = Document.of([*held, replace(first, contacts=contacts, nobody=False), *bare])
    return first.id, scene(document).once(meetings)


def parties():
    return list(study(1).parties)


def test_a_step_has_its_parties_once_and_a_step_without_any_is_left_out():
    town, desk, midwife, _ = parties()
    step, found = met(Contact(midwife), Contact(None), Contact(desk), Contact(midwife))
    assert found.parties == {step: (midwife, desk)}
    assert not found.passing
    assert found.held == found.ours == {step}
    assert met(Contact(None))[1].parties == {}
    assert town not in found.parties[step]


def test_who_acts_for_the_scope_is_the_scope_and_who_stands_apart_is_not():
    _, _, midwife, executor = parties()
    step, found = met(Contact(executor))
    assert found.held == {step}
    assert met(Contact(midwife))[1].ours == set()


def test_a_partner_who_passes_something_on_is_the_scope_too_but_does_not_hold_it():
    town, _, midwife, executor = parties()
    step, found = met(Contact(midwife, None, town))
    assert set(found.passing) == found.ours == {step}
    assert found.held == set()
    assert met(Contact(midwife, None, executor))[1].ours == set()
    step, found = met(Contact(None), Contact(None, None, town))
    assert found.ours == {step}
    assert found.parties == {}
