"""The lens of value, on small studies that can be counted by hand."""

from __future__ import annotations

import pytest

from journeys.analysis import lenses
from journeys.analysis.lenses.marks import Mark, marks
from journeys.analysis.lenses.value.onstage import DIRECTIONS, DIRECTS, PARTS
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.values import Judgement
from journeys.phrases.lenses import finding_text
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import DECLARE, DESK, MIDWIFE, PREPARE


def judged(made, journey=0, phase=DECLARE, **fields):
    """A step at the desk with this judgement; the stage and the moment of truth are the step's own."""
    own = {name: fields.pop(name) for name in ("stage", "moment_of_truth") if name in fields}
    return made.step(journey, phase, DESK, title="Aangifte", judgement=Judgement(**fields), **own)


def heard(made):
    return lenses.findings(scene(made.document()), ("value",)).findings


def codes(made):
    return [finding.code.removeprefix("value.") for finding in heard(made)]


def numbers(finding):
    return {number.code: (number.value, number.ids) for number in finding.numbers}


def said(made, finding, language="en"):
    return finding_text(finding, made.document(), words(language))


def test_where_nothing_was_judged_one_invitation_is_told():
    made = scenes.Scene()
    step = made.step(0, DECLARE, DESK)
    (found,) = heard(made)
    assert (found.code, found.grade, numbers(found)) == ("value.invite", "look", {"steps": (1, (step.id,))})
    judged(made, journey=2, practical=1)
    assert codes(made) == []


# Practical and emotional.


@pytest.mark.parametrize(
    ("practical", "emotional", "truth", "code"),
    [
        (0, 0, False, "nothing"), (0, 0, True, "nothing"), (2, 0, True, "cold_truth"), (2, 0, False, None),
        (0, 1, True, "warm_truth"), (0, 1, False, None), (1, 1, True, "full_truth"), (1, 1, False, None),
        (None, 0, True, None), (2, None, True, None),
    ],
)  # fmt: skip
def test_value_is_practical_and_emotional(practical, emotional, truth, code):
    made = scenes.Scene()
    step = judged(made, practical=practical, emotional=emotional, moment_of_truth=truth)
    assert codes(made) == ([code] if code else [])
    if code:
        assert numbers(heard(made)[0]) == {"steps": (1, (step.id,))}


def test_three_steps_with_practical_value_only_are_told_together():
    made = scenes.Scene()
    steps = [judged(made, practical=1, emotional=0) for _ in range(3)]
    (found,) = heard(made)
    assert (found.code, found.subjects) == ("value.only_practical", tuple(step.id for step in steps))
    judged(made, practical=1, emotional=1)
    assert codes(made) == []


def test_a_moment_of_truth_without_warmth_says_enough_of_the_others():
    made = scenes.Scene()
    for truth in (True, False, False):
        judged(made, practical=1, emotional=0, moment_of_truth=truth)
    assert codes(made) == ["cold_truth"]


# Strategies.


def test_a_strategy_whose_mean_is_below_zero_is_in_the_red_for_the_journey():
    made = scenes.Scene()
    low = judged(made, performance=-2, experience=1)
    fine = judged(made, performance=1, experience=1)
    (found,) = heard(made)
    assert (found.code, found.grade) == ("value.red_performance", "act")
    assert numbers(found) == {"low": (1, (low.id,)), "steps": (2, (low.id, fine.id))}


def test_a_phase_in_the_red_is_told_when_the_journey_makes_up_for_it():
    made = scenes.Scene()
    low = [judged(made, phase=PREPARE, customisation=-1) for _ in range(2)]
    judged(made, customisation=2)
    judged(made, customisation=2, performance=1, experience=1)
    (found,) = heard(made)
    assert (found.code, found.phase) == ("value.red_phase", made.phases[PREPARE].id)
    assert numbers(found) == {"low": (2, tuple(step.id for step in low))}
    assert "below 0 for Persona 1 on customisation" in said(made, found)


def test_a_single_step_in_the_red_is_told_when_journey_and_phase_are_not():
    made = scenes.Scene()
    low = judged(made, experience=-1)
    judged(made, experience=2)
    (found,) = heard(made)
    assert (found.code, found.grade, found.subjects) == ("value.red_step", "look", (low.id,))


def test_one_rated_step_says_nothing_of_a_whole_journey():
    made = scenes.Scene()
    judged(made, experience=-2)
    assert codes(made) == ["red_step"]


def test_three_strategies_rated_twice_and_never_below_zero_are_praised():
    made = scenes.Scene()
    for _ in range(2):
        judged(made, performance=1, customisation=1, experience=0)
    assert codes(made) == ["no_red"]
    judged(made, performance=2, customisation=-1, experience=2)
    assert codes(made) == ["red_step"]


def test_a_strategy_that_nobody_rated_is_missed_from_five_steps_on():
    made = scenes.Scene()
    for _ in range(4):
        judged(made, performance=1)
    assert codes(made) == []
    judged(made, performance=1)
    (found,) = heard(made)
    assert found.code == "value.unrated"
    assert "customisation and experience" in said(made, found)


# On stage and behind it.


def test_a_low_part_of_the_stage_asks_for_what_directs_it():
    made = scenes.Scene()
    low = judged(made, people=-1)
    (found,) = heard(made)
    assert (found.code, found.subjects) == ("value.undirected", (low.id,))
    assert "leadership, staff policy and culture" in said(made, found)


def test_what_was_thought_of_behind_it_in_that_phase_is_only_told_to_be_low_from_two_steps_on():
    made = scenes.Scene()
    low = [judged(made, people=-1)]
    judged(made, phase=PREPARE, stage="back", direction="culture")
    assert codes(made) == ["undirected"]
    judged(made, stage="back", direction="hr")
    assert codes(made) == []
    low.append(judged(made, process=-1))
    (found,) = heard(made)
    assert (found.code, found.subjects) == ("value.stage_low", tuple(step.id for step in low))


def test_the_weakest_part_of_the_stage_is_told_from_two_parts_and_two_steps_on():
    made = scenes.Scene()
    low = [judged(made, environment=-1, people=2) for _ in range(2)]
    found = next(finding for finding in heard(made) if finding.code == "value.stage_weakest")
    assert numbers(found)["low"] == (2, tuple(step.id for step in low))
    assert "“Environment”" in said(made, found)


def test_behind_the_scenes_nobody_judges_the_stage():
    made = scenes.Scene()
    judged(made, stage="back", people=-2, practical=1)
    assert codes(made) == []


def test_every_part_of_the_stage_has_elements_that_direct_it():
    assert {*DIRECTS} == {*PARTS}
    assert {element for elements in DIRECTS.values() for element in elements} == {*DIRECTIONS}


# Small gestures.


def absent():
    """A phase in which the person meets only the midwife, with a low point; and something judged elsewhere."""
    made = scenes.Scene()
    made.step(0, PREPARE, MIDWIFE, emotion=1)
    judged(made, practical=1)
    return made, made.step(0, PREPARE, MIDWIFE, emotion=-1, title="Schrik")


def test_a_low_point_in_an_absent_phase_without_a_plan_asks_for_something_small():
    made, low = absent()
    (found,) = heard(made)
    assert (found.code, numbers(found)) == ("value.small_missing", {"steps": (1, (low.id,))})


def test_a_plan_that_is_neither_small_nor_early_does_not_count():
    made, low = absent()
    made.note("opportunity", low)
    assert codes(made) == ["small_missing"]


def test_a_bad_day_of_which_nothing_was_noted_is_no_low_point_of_the_service():
    made, low = absent()
    made.note("need", made.step(0, PREPARE, MIDWIFE))
    assert codes(made) == []
    made.note("pain", low)
    assert codes(made) == ["small_missing"]


def test_small_gestures_and_early_messages_are_one_strength():
    made, low = absent()
    gesture, message = made.note("idea", low, small_gesture=True), made.note("idea", low, proactive=True)
    (found,) = heard(made)
    assert (found.code, found.subjects) == ("value.small", (gesture.id, message.id))
    assert "1 small gesture and 1 message" in said(made, found)


@pytest.mark.parametrize("sort", ["small_gesture", "proactive"])
def test_a_plan_that_is_small_or_early_is_counted_instead(sort):
    made, low = absent()
    plan = made.note("idea", low, **{sort: True})
    (found,) = heard(made)
    assert (found.code, found.grade) == ("value.gestures" if sort == "small_gesture" else "value.messages", "good")
    assert [number.ids for number in found.numbers] == [(plan.id,)]


def test_a_plan_elsewhere_for_a_need_from_here_counts_and_a_dropped_one_does_not():
    made, low = absent()
    need = made.note("need", low)
    made.note("opportunity", low, small_gesture=True, status="dropped")
    assert codes(made) == ["small_missing"]
    made.note("opportunity", small_gesture=True, addresses=(need.id,))
    assert codes(made) == ["gestures"]


def test_where_the_scope_is_present_or_nothing_hurts_nothing_is_asked():
    made = scenes.Scene()
    judged(made, practical=1)
    made.step(0, DECLARE, DESK, emotion=-2)
    made.step(1, PREPARE, MIDWIFE, emotion=0)
    assert codes(made) == []


# Marks.


@pytest.mark.parametrize(
    ("fields", "mark"),
    [
        ({"performance": 2, "experience": -1}, Mark("experience.bad", "lens.bad")),
        ({"performance": 0, "customisation": 1}, Mark("performance.neutral", "lens.neutral")),
        ({"performance": 1, "emotional": 0}, Mark("good", "lens.good")),
        ({"emotional": 1, "practical": 0}, Mark("felt", "lens.good")),
        ({"practical": 1}, Mark("practical", "lens.neutral")),
        ({"practical": 0, "emotional": 0}, Mark("nothing", "lens.bad")),
    ],
)
def test_the_map_shows_a_step_by_its_worst_strategy_else_by_its_value(fields, mark):
    made = scenes.Scene()
    step = judged(made, **fields)
    judged(made, speed=1)
    assert marks(scene(made.document()), "value", made.journeys[0].id) == {step.id: (mark,)}


def test_behind_the_scenes_the_map_shows_the_element_of_direction_first():
    made = scenes.Scene()
    behind = [judged(made, stage="back", direction=each) for each in DIRECTIONS]
    both = judged(made, stage="back", direction="hr", practical=1)
    judged(made, direction="hr")  # on stage it says nothing
    found = marks(scene(made.document()), "value", made.journeys[0].id)
    assert [[mark.code for mark in found[step.id]] for step in behind] == [[each] for each in DIRECTIONS]
    assert len({found[step.id][0].ink for step in behind}) == len(DIRECTIONS)
    assert [mark.code for mark in found[both.id]] == ["hr", "practical"]
    assert set(found) == {step.id for step in (*behind, both)}
