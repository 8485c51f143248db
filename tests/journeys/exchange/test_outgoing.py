"""A study told by names comes in again as it was: what the formats of steps stand on."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings

from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.exchange.aspects import EVERYTHING
from journeys.exchange.coming import Coming, to_study
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.model.integrity import check_document
from tests.journeys.exchange.told import difference, told
from tests.journeys.model.strategies import documents
from tests.journeys.studies import study


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_a_study_told_by_names_makes_the_same_study(document):
    asked = wanted(document)
    assume(asked.journeys)
    made = to_study(Coming(outgoing(asked)), "x", "nl").document
    assert check_document(made) == []
    here, there = (told(each, wanted(each).journeys, EVERYTHING) for each in (document, made))
    assert difference(here, there) == ""


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_what_a_study_tells_of_itself_changes_nothing_in_it(document):
    coming = outgoing(wanted(document))
    assume(all(each.party or each.channel for step in document.steps.values() for each in step.contacts))
    edit = intake.take_in(document, coming, Goal(next(iter(document.journeys), "")))
    assert list(edit.changes)[:3] == []


def test_two_of_one_name_stay_two():
    document = study(4)
    first, second, *_ = sorted(document.phases.values(), key=lambda phase: phase.start_day)
    document.write({("phase", second.id): (second, replace(second, name=first.name))})
    names = [phase.name for phase in outgoing(wanted(document)).phases]
    assert names[:2] == [first.name, f"{first.name} (2)"]
    made = to_study(Coming(outgoing(wanted(document))), "x", "nl").document
    assert len(made.phases) == len(document.phases)
