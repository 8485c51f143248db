"""Presence: seven levels from a chosen scope, counts per side and the longest silence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis import evidence, findings, presence
from journeys.analysis.presence import LEVELS, levels, scope_of, scope_parties
from journeys.analysis.silence import longest_silence
from journeys.analysis.spots import Spot
from journeys.errors import UsageError
from journeys.model.entities import Party, Stance, Step
from journeys.model.values import Contact
from tests.journeys.analysis import scenes
from tests.journeys.studies import study


def level(scene, phase, journey=0, scope=None):
    document = scene.document()
    return levels(document, scene.journeys[journey].id, scope)[scene.phases[phase].id]


def test_a_department_of_the_municipality_is_the_municipality():
    assert level(scenes.worked(), scenes.DECLARE) == "direct"


def test_seen_from_one_department_the_rest_of_the_town_is_somebody_else():
    scene = scenes.worked()
    other = scene.add(Party(next(scene.new), "Sociaal domein", "department", parent=scene.town.id))
    assert level(scene, scenes.DECLARE, scope=other.id) == "absent"
    assert level(scene, scenes.DECLARE, scope=scene.parties[scenes.DESK].id) == "direct"


def test_a_party_that_acts_for_the_municipality_is_commissioned():
    assert level(scenes.worked(), scenes.PREPARE, journey=1) == "commissioned"


def test_a_partner_that_passes_something_on_makes_present_via_partner():
    assert level(scenes.worked(), scenes.CRADLE) == "via_partner"


def test_the_nearest_level_wins():
    scene = scenes.worked()
    scene.step(0, scenes.CRADLE, scenes.CLINIC)
    assert level(scene, scenes.CRADLE) == "commissioned"
    scene.step(0, scenes.CRADLE, scenes.TOWN)
    assert level(scene, scenes.CRADLE) == "direct"


def test_work_behind_the_scenes_is_no_absence_but_no_meeting_either():
    scene = scenes.worked()
    scene.step(0, scenes.YEAR, scenes.CLINIC, stage="back")
    assert level(scene, scenes.YEAR) == "backstage"


def test_back_stage_work_of_others_changes_nothing():
    scene = scenes.worked()
    scene.step(0, scenes.YEAR, scenes.WEB, stage="back")
    assert level(scene, scenes.YEAR) == "absent"


def test_a_stance_holds_for_its_own_scope_only():
    scene = scenes.worked()
    phase, journey = scene.phases[scenes.BIRTH].id, scene.journeys[0].id
    scene.add(Stance(next(scene.new), journey, phase, scene.town.id, "passend"))
    assert level(scene, scenes.BIRTH) == "deliberate"
    assert level(scene, scenes.BIRTH, journey=1) == "absent"
    assert level(scene, scenes.BIRTH, scope=scene.parties[scenes.DESK].id) == "absent"


def test_a_phase_without_front_steps_is_not_filled_in_yet():
    scene = scenes.Scene()
    assert level(scene, scenes.PREPARE) == "unmapped"
    scene.step(0, scenes.PREPARE)
    assert level(scene, scenes.PREPARE) == "absent"


def test_without_a_chosen_scope_the_municipality_is_it():
    scene = scenes.worked()
    scene.change(scene.study, scope=None)
    assert scope_of(scene.document()).party == scene.town.id
    assert scope_parties(scene.document()) == {scene.town.id, scene.parties[scenes.DESK].id}


def test_a_study_without_any_municipality_has_an_empty_scope():
    scene = scenes.worked()
    scene.change(scene.study, scope=None)
    scene.change(scene.town, kind="association")
    assert scope_of(scene.document()) == presence.Scope(None, frozenset(), frozenset())
    assert level(scene, scenes.DECLARE) == "absent"


def test_an_unknown_scope_is_refused():
    with pytest.raises(UsageError, match=r"scope\.unknown"):
        scope_of(study(), "f" * 32)


def test_counts_name_each_side_of_the_desk():
    scene = scenes.worked()
    found = findings.overview(scene.document()).journeys[0].counts
    assert (found.before.gaps, found.before.phases) == (3, 3)
    assert (found.at.gaps, found.at.phases) == (0, 1)
    assert (found.after.gaps, found.after.phases) == (1, 2)


def test_the_longest_silence_runs_over_phase_borders():
    scene = scenes.worked()
    silence = findings.overview(scene.document()).journeys[0].silence
    assert (silence.from_day, silence.to_day, silence.days) == (5, 364, 359)


def test_a_contact_at_its_own_day_breaks_the_silence():
    scene = scenes.worked()
    scene.step(0, scenes.YEAR, scenes.CLINIC, day=180)
    silence = findings.overview(scene.document()).journeys[0].silence
    assert (silence.from_day, silence.to_day) == (-270, 0)


def test_assumptions_are_counted_per_journey_and_in_all():
    document = study(8, 2)
    first = next(iter(document.journeys))
    assert evidence.assumptions(document, [first]) == evidence.Assumptions(4, 8)
    assert evidence.assumptions(document) == evidence.Assumptions(8, 16)


PARTIES = st.lists(st.sampled_from([None, "in", "acts", "out"]), max_size=2)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(6)), st.booleans(), PARTIES, st.booleans(), st.none() | st.integers(-999, 999)),
    max_size=12,
)


def _random_scene(steps):
    scene = scenes.Scene()
    number = {"in": scenes.DESK, "acts": scenes.CLINIC, "out": scenes.WEB}
    for phase, front, parties, passes_on, day in steps:
        on = scene.town.id if passes_on else None
        contacts = tuple(Contact(scene.parties[number[p]].id if p else None, passes_on_for=on) for p in parties)
        scene.step(0, phase, contacts=contacts, nobody=False, stage="front" if front else "back", day=day)
    return scene


@given(STEPS)
def test_every_phase_has_exactly_one_level(steps):
    scene = _random_scene(steps)
    found = levels(scene.document(), scene.journeys[0].id)
    assert set(found) == {phase.id for phase in scene.phases}
    assert set(found.values()) <= set(LEVELS)
    findings_ = findings.overview(scene.document()).journeys[0]
    assert {gap.phase for gap in findings_.gaps} == {p for p, level in found.items() if level == "absent"}


@given(STEPS)
def test_the_longest_silence_fits_in_the_journey(steps):
    scene = _random_scene(steps)
    silence = findings.overview(scene.document()).journeys[0].silence
    assert -270 <= silence.from_day <= silence.to_day <= 364


def test_a_journey_without_phases_has_no_silence():
    assert longest_silence({}, {}, presence.Scope(None, frozenset(), frozenset())).days == 0


def test_contacts_without_a_day_are_spread_evenly_over_their_phase():
    scope = presence.Scope("a", frozenset("a"), frozenset())
    steps = [Step(str(n), "j", "p", column=n, contacts=(Contact("a"),)) for n in range(2)]
    silence = longest_silence({"p": Spot(front=steps)}, {"p": (0, 100)}, scope)
    assert (silence.from_day, silence.to_day) == (25, 75)
