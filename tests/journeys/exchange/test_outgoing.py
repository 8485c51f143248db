"""A study told by names comes in again as it was: what the formats of steps stand on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import intake
from journeys.edits.incoming import Goal
from journeys.exchange.aspects import EVERYTHING
from journeys.exchange.coming import Coming, to_study
from journeys.exchange.outgoing import outgoing
from journeys.exchange.wanted import wanted
from journeys.model.integrity import check_document
from tests.journeys.exchange.odd_studies import odd_study
from tests.journeys.exchange.told import difference, told
from tests.journeys.studies import study


@pytest.mark.parametrize("number", range(40))
def test_a_study_told_by_names_makes_the_same_study(number):
    document = odd_study(number)
    asked = wanted(document)
    made = to_study(Coming(outgoing(asked)), "x", "nl").document
    assert check_document(made) == []
    here, there = (told(each, wanted(each).journeys, EVERYTHING) for each in (document, made))
    assert difference(here, there) == ""


@pytest.mark.parametrize("number", range(40))
def test_what_a_study_tells_of_itself_changes_nothing_in_it(number):
    document = odd_study(number)
    coming = outgoing(wanted(document))
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
