"""Which findings come first, and how many a team has to read."""

from __future__ import annotations

from importlib import import_module

import pytest

from journeys import templates
from journeys.analysis import lenses
from journeys.analysis.finding import GRADES, LENSES, Finding
from journeys.analysis.lenses.order import WEIGHTS, strength, strongest_first
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.phrases.lenses import finding_text
from tests.journeys.analysis.lenses.fuller import TODAY

ACTS_MOST = 6
MOST = 28
"""Of one journey, the whole study with it."""
EVENTS = [code for code, _ in templates.life_events()]


def test_what_asks_for_action_comes_first_and_in_a_grade_what_weighs_most():
    told = [
        Finding("question.leads", "good", ("a",)), Finding("scope.groups", "look", ("a",)),
        Finding("heartbeat.fall", "look", ("a",)), Finding("roles.asked_again", "act", ("a",)),
        Finding("heartbeat.truth_low", "act", ("a",)),
    ]  # fmt: skip
    assert [one.code for one in strongest_first(told)] == [
        "heartbeat.truth_low", "roles.asked_again", "heartbeat.fall", "scope.groups", "question.leads",
    ]  # fmt: skip


def test_what_weighs_the_same_stays_in_its_order():
    told = [Finding("roles.asked_again", "act", (id_,)) for id_ in "bac"]
    assert strongest_first(told) == told


def test_every_weight_is_of_a_finding_that_there_is():
    known = {code for lens in LENSES for code in import_module(f"journeys.phrases.lenses.{lens}").TOLD}
    assert set(WEIGHTS) <= known


@pytest.mark.parametrize("code", EVENTS)
def test_a_team_can_read_the_findings_of_a_journey_in_one_sitting(code):
    seen = scene(templates.create(code, "nl"), today=TODAY)
    heard = lenses.findings(seen)
    for journey in seen.journeys:
        about = heard.about(journey.id)
        assert len(about) <= MOST
        assert sum(one.grade == "act" for one in about) <= ACTS_MOST


@pytest.mark.parametrize("code", EVENTS)
def test_within_a_lens_the_strongest_comes_first(code):
    found = lenses.findings(scene(templates.create(code, "nl"), today=TODAY)).findings
    for lens in LENSES:
        places = [(GRADES.index(one.grade), -strength(one)) for one in found if one.lens == lens]
        assert places == sorted(places)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("code", EVENTS)
def test_no_quotation_marks_of_one_kind_stand_within_each_other(code, language):
    document = templates.create(code, language)
    for one in lenses.findings(scene(document, today=TODAY)).findings:
        depth = 0
        for letter in finding_text(one, document, words(language)):
            depth += (letter == "“") - (letter == "”")
            assert 0 <= depth <= 1, finding_text(one, document, words(language))
