"""Gaps: severity with its parts, and who is there instead."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis import findings, gaps, severity
from journeys.analysis.deadlines import deadlines, due_day, plain_days
from journeys.model.entities import Fact, Journey
from journeys.model.integrity import check_document
from journeys.model.values import Due
from tests.journeys.analysis import scenes


def first_gaps(scene):
    document = scene.document()
    assert check_document(document) == []
    return gaps.gaps(document, scene.journeys[0].id)


def in_phase(scene, phase):
    return next(gap for gap in first_gaps(scene) if gap.phase == scene.phases[phase].id)


def test_the_worked_rows_come_out_in_order_of_severity():
    scene = scenes.worked()
    names = {phase.id: phase.name for phase in scene.phases}
    found = [(names[gap.phase], gap.severity) for gap in first_gaps(scene)]
    assert found == [("Voorbereiden", 87), ("Zwanger!", 54), ("Eerste jaar", 21), ("Bevalling", 12)]


def test_the_first_row_shows_all_its_parts():
    gap = in_phase(scenes.worked(), scenes.PREPARE)
    parts = [(reason.code, reason.points, reason.count) for reason in gap.reasons]
    assert parts == [
        ("needs", 52, 2), ("hurdles", 9, 1), ("emotion", 12, 1), ("duration", 9, 168), ("personas", 5, 2),
    ]  # fmt: skip
    assert (gap.days, gap.lowest_emotion, gap.personas_affected, gap.personas_total) == (168, -2, 2, 3)
    assert len(gap.open_needs) == 2
    assert len(gap.pains) == 1


def test_who_is_there_instead_counts_personas_and_leaves_out_the_municipality():
    scene = scenes.worked()
    names = {party.id: party.name for party in scene.parties}
    gap = in_phase(scene, scenes.PREPARE)
    assert [(names[reach.party], reach.personas) for reach in gap.reach] == [
        ("verloskundige", 3), ("ziekenhuis", 2),
    ]  # fmt: skip


def test_an_answered_or_closed_need_is_no_reason():
    scene = scenes.worked()
    before = in_phase(scene, scenes.PREGNANT)
    need = scene.entities[before.open_needs[0]]
    scene.change(need, answered_by=scene.parties[scenes.MIDWIFE].id)
    assert in_phase(scene, scenes.PREGNANT).severity == 13
    scene.change(need, answered_by=None, status="planned")
    assert in_phase(scene, scenes.PREGNANT).open_needs == ()


def test_a_pain_that_was_mended_later_was_lived_through_all_the_same():
    scene = scenes.worked()
    (pain,) = in_phase(scene, scenes.PREPARE).pains
    scene.change(scene.entities[pain], status="done")
    assert in_phase(scene, scenes.PREPARE).severity == 87


def test_the_lowest_emotion_is_that_of_all_steps_of_the_phase():
    scene = scenes.worked()
    step = scene.step(0, scenes.BIRTH, contacts=(), stage="back", emotion=-1)
    gap = in_phase(scene, scenes.BIRTH)
    assert (gap.lowest_emotion, gap.severity) == (-1, 18)
    assert next(reason.ids for reason in gap.reasons if reason.code == "emotion") == (step.id,)


def test_an_undated_phase_has_no_duration():
    scene = scenes.worked()
    scene.change(scene.phases[scenes.YEAR], dated=False)
    gap = in_phase(scene, scenes.YEAR)
    assert (gap.days, gap.severity) == (0, 7)


def test_a_deadline_is_a_hurdle_of_the_phase_in_which_it_falls():
    scene = scenes.worked()
    fact = scene.add(Fact(next(scene.new), "Zorgverzekering", due=Due(scene.born.id, 4, "month")))
    gap = in_phase(scene, scenes.YEAR)
    assert gap.deadlines == (fact.id,)
    assert gap.severity == 30
    assert due_day(scene.document(), fact.due) == 120


@pytest.mark.parametrize(
    ("count", "phase"), [(12, scenes.YEAR), (11, scenes.CRADLE), (365, scenes.YEAR), (366, None), (2, scenes.DECLARE)]
)
def test_a_deadline_on_a_border_falls_in_the_phase_that_begins_there(count, phase):
    scene = scenes.worked()
    fact = scene.add(Fact(next(scene.new), "Termijn", due=Due(scene.born.id, count)))
    held = [place for place, facts in deadlines(scene.document()).items() if fact.id in facts]
    assert held == ([] if phase is None else [scene.phases[phase].id])


@pytest.mark.parametrize(
    ("count", "unit", "days"),
    [(3, "day", 3), (2, "week", 14), (3, "workday", 5), (5, "workday", 7), (1, "month", 30), (12, "month", 365)],
)
def test_terms_are_plain_days(count, unit, days):
    assert plain_days(count, unit) == days


def test_steps_without_a_contact_filled_in_are_named_without_points():
    scene = scenes.worked()
    empty = scene.step(0, scenes.PREPARE, nobody=False)
    reason = in_phase(scene, scenes.PREPARE).reasons[-1]
    assert (reason.code, reason.points, reason.ids) == ("no_contact", 0, (empty.id,))


def test_a_process_behind_a_step_counts_nowhere():
    scene = scenes.worked()
    step = next(e for e in scene.entities.values() if getattr(e, "title", "") == "Erkenning?")
    inner = scene.add(Journey(next(scene.new), scene.personas[0].id, "Intern", parent_step=step.id))
    before = findings.overview(scene.document())
    scene.journeys.append(inner)
    scene.step(3, scenes.PREPARE, scenes.WEB, emotion=-2)
    document = scene.document()
    assert findings.overview(document) == before
    assert gaps.gaps(document, inner.id) == []


def test_a_desired_journey_is_compared_with_desired_journeys_only():
    scene = scenes.worked()
    scene.change(scene.journeys[1], variant="desired")
    gap = in_phase(scene, scenes.PREPARE)
    assert (gap.personas_affected, gap.personas_total) == (2, 2)
    assert [reach.personas for reach in gap.reach] == [2, 2]


def test_gaps_of_one_journey_equal_those_of_the_overview():
    scene = scenes.worked()
    document = scene.document()
    for found in findings.overview(document).journeys:
        assert list(found.gaps) == gaps.gaps(document, found.journey)


MEASURES = st.builds(
    severity.Measures,
    needs=st.integers(0, 9),
    hurdles=st.integers(0, 9),
    lowest_emotion=st.none() | st.integers(-2, 2),
    days=st.integers(0, 2000),
    personas_affected=st.integers(0, 12),
    personas_total=st.integers(12, 20),
)


@given(MEASURES)
def test_points_are_whole_and_stay_within_a_hundred(measures):
    points = severity.points(measures)
    assert {type(part) for part in points.values()} == {int}
    assert min(points.values()) >= 0
    assert 0 <= sum(points.values()) <= 100


@given(MEASURES)
def test_one_more_need_never_makes_a_gap_less_severe(measures):
    more = replace(measures, needs=measures.needs + 1)
    assert sum(severity.points(more).values()) >= sum(severity.points(measures).values())


@given(MEASURES)
def test_without_an_open_need_a_gap_stays_at_most_45(measures):
    assert sum(severity.points(replace(measures, needs=0)).values()) <= 45


@given(MEASURES)
def test_the_points_are_the_documented_sum_rounded_half_up(measures):
    exact = (
        {0: 0, 1: 41, 2: 52}.get(measures.needs, 55)
        + {0: 0, 1: 9}.get(measures.hurdles, 12)
        + {-1: 6, -2: 12}.get(measures.lowest_emotion, 0)
        + 14 * (min(measures.days, 365) / 365) ** 0.5
        + 7 * measures.personas_affected / measures.personas_total
    )
    assert abs(sum(severity.points(measures).values()) - exact) <= 0.5 + 1e-9


def test_the_degrees_begin_at_40_and_70():
    assert [severity.degree(n) for n in (0, 39, 40, 69, 70, 100)] == [
        "low", "low", "middle", "middle", "high", "high",
    ]  # fmt: skip
