"""The heartbeat, judged by hand: peak–end, lowest points, falls, long stretches, and journeys beside each other."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.analysis.lenses import heartbeat
from journeys.analysis.lenses import marks as mark
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.entities import Journey
from journeys.model.values import Contact
from journeys.phrases.lenses import finding_text
from tests.journeys.analysis.scenes import BIRTH, CRADLE, DECLARE, DESK, MIDWIFE, PREGNANT, PREPARE, YEAR, Scene

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def town():
    return Scene()


def lived(town: Scene, journey: int, *feelings, truth=(), phases=(PREGNANT, PREPARE, BIRTH, DECLARE, CRADLE, YEAR)):
    """A step in each phase with these feelings; the moments of truth by their place."""
    return [
        town.step(journey, phases[n], MIDWIFE, emotion=feeling, moment_of_truth=n in truth)
        for n, feeling in enumerate(feelings)
    ]


def every(town: Scene):
    return list(heartbeat.findings(scene(town.document(), today=TODAY)))


def codes(town: Scene, *wanted: str):
    told = [one.code.removeprefix("heartbeat.") for one in every(town)]
    return [code for code in told if not wanted or code in wanted]


def only(town: Scene, code: str):
    (one,) = [one for one in every(town) if one.code == f"heartbeat.{code}"]
    return one


def test_a_good_start_end_and_peak_are_one_strength(town):
    steps = lived(town, 0, 1, 0, 2, 1, truth=(2,))
    one = only(town, "peak_end")
    assert codes(town) == ["peak_end"]
    assert (one.grade, one.subjects) == ("good", (town.journeys[0].id,))
    assert [(n.code, n.value, n.ids) for n in one.numbers] == [
        ("start", 1, (steps[0].id,)), ("end", 1, (steps[3].id,)), ("moments", 1, (steps[2].id,)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("feelings", "truth", "told"),
    [
        ((-1, 1, 2, 1), (2,), ["start_low"]),
        ((1, 1, 2, -1), (2,), ["end_low"]),
        ((1, 1, 0, 1), (2,), ["truth_flat"]),
        ((1, 1, -1, 1), (2,), ["truth_low"]),
        ((1, 1, 1, 1), (), ["no_truth"]),
        ((0, 1, 2, 0), (2,), []),
    ],
)
def test_each_part_of_the_rule_is_told_on_its_own(town, feelings, truth, told):
    lived(town, 0, *feelings, truth=truth)
    names = ("peak_end", "start_low", "end_low", "truth_flat", "truth_low", "no_truth")
    assert codes(town, *names) == told


def test_the_end_weighs_more_than_the_start(town):
    lived(town, 0, -1, 1, 2, 1, -1, truth=(2,))
    assert (only(town, "start_low").grade, only(town, "end_low").grade) == ("look", "act")


def test_that_somebody_falls_ill_is_no_bad_beginning_of_the_service(town):
    first, *_, low, _ = lived(town, 0, -2, 1, 2, -2, 1)
    assert codes(town, "start_low") == ["start_low"], "nothing was noted yet: every step counts"
    town.note("need", low)
    assert codes(town, "start_low") == []
    assert only(town, "lowest").subjects == (low.id,)
    pain = town.note("pain", first)
    assert only(town, "start_low").grade == "look"
    town.change(pain, step=None, journey=town.journeys[0].id, phase=town.phases[PREGNANT].id)
    town.change(first, contacts=(Contact(town.parties[DESK].id),))
    assert codes(town, "start_low") == ["start_low"], "with us there is always something to do"


def test_a_low_moment_of_truth_leaves_other_low_points_worth_a_look(town):
    lived(town, 0, 1, -2, 2, -2, 1, truth=(1,))
    assert only(town, "truth_low").grade == "act"
    assert only(town, "lowest").grade == "look"


def test_a_desired_journey_is_not_praised_for_what_it_promises(town):
    lived(town, 0, 2, 1, 2, truth=(1,))
    assert codes(town, "peak_end") == ["peak_end"]
    town.change(town.journeys[0], variant="desired")
    assert codes(town, "peak_end") == []


def test_a_low_moment_of_truth_says_what_was_said_there_and_is_no_lowest_point_besides(town):
    steps = lived(town, 0, 1, 1, -2, 1, truth=(2,))
    said = town.note("quote", steps[2])
    town.note("remark", steps[2])
    one = only(town, "truth_low_said")
    assert one.subjects == (steps[2].id,)
    assert one.number("quotes").ids == (said.id,)
    assert codes(town, "lowest", "lowest_said") == []


def test_a_moment_of_truth_without_a_feeling_asks_for_one(town):
    steps = lived(town, 0, 1, 1, None, 1, truth=(2,))
    assert only(town, "truth_unjudged").subjects == (steps[2].id,)
    assert codes(town, "no_truth", "peak_end") == []


def test_the_lowest_points_come_with_their_words_and_only_below_neutral(town):
    steps = lived(town, 0, 1, -2, 1, -2, 1, truth=(0,))
    said = town.note("quote", steps[3])
    one = only(town, "lowest_said")
    assert (one.grade, one.subjects, one.number("quotes").ids) == ("act", (steps[1].id, steps[3].id), (said.id,))
    assert (one.number("feeling").value, one.phase) == (-2, None)
    calm = Scene()
    lived(calm, 0, 1, 0, 2, truth=(0,))
    assert codes(calm, "lowest", "lowest_said") == []


def test_a_mild_lowest_point_is_worth_a_look(town):
    steps = lived(town, 0, 1, -1, 1, truth=(0,))
    one = only(town, "lowest")
    assert (one.grade, one.phase) == ("look", steps[1].phase)


def test_three_steps_in_a_row_below_neutral_are_a_long_time(town):
    steps = lived(town, 0, 1, -1, -2, -1, 0, 1, truth=(0,))
    one = only(town, "stretch")
    assert one.subjects == tuple(step.id for step in steps[1:4])
    assert one.number("phases").ids == tuple(step.phase for step in steps[1:4])
    town.change(steps[1], emotion=0)
    assert codes(town, "stretch") == []  # two are left


def test_the_sharpest_fall_is_told_once_from_its_top_to_its_bottom(town):
    steps = lived(town, 0, 2, -1, 2, -2, 1, truth=(0,))
    one = only(town, "fall")
    assert one.subjects == (steps[1].id, steps[0].id)
    assert [number.value for number in one.numbers] == [3, 2, -1]
    assert only(town, "lowest").subjects == (steps[3].id,)
    town.change(steps[3], emotion=0)
    assert codes(town, "fall", "lowest") == ["lowest"]


def test_a_later_fall_that_is_less_sharp_is_not_told(town):
    steps = lived(town, 0, 2, -2, 2, -1, 2, truth=(0,))
    town.step(0, YEAR, MIDWIFE, emotion=-1)
    assert only(town, "fall").subjects == (steps[3].id, steps[2].id)


def test_between_steps_that_stand_beside_each_other_one_does_not_fall(town):
    above, below = lived(town, 0, 2, -2, phases=(PREPARE, PREPARE))
    town.change(below, column=above.column, track=1)
    lived(town, 0, 1, phases=(BIRTH,))
    assert codes(town, "fall") == []


def test_when_nothing_was_judged_that_is_told_once_for_the_whole_study(town):
    for journey in (0, 1):
        lived(town, journey, None, None, None)
    lived(town, 2, None, None)
    one = only(town, "blank")
    assert codes(town) == ["blank"]
    assert (one.grade, one.journey, one.subjects) == ("look", None, (town.journeys[0].id, town.journeys[1].id))


def test_an_unjudged_journey_beside_judged_ones_is_told(town):
    lived(town, 0, 1, 1, 1, truth=(0,))
    steps = lived(town, 1, None, None, None)
    assert only(town, "unjudged").number("steps").ids == tuple(step.id for step in steps)


def test_of_too_few_judged_steps_nothing_else_is_said(town):
    steps = lived(town, 0, -2, None, None, None, 1)
    one = only(town, "few")
    assert codes(town) == ["few"]
    assert one.number("judged").ids == (steps[0].id, steps[4].id)


def test_three_judged_steps_of_seven_are_too_few(town):
    lived(town, 0, -2, 1, 1, None, None, None)
    town.step(0, YEAR, MIDWIFE)
    assert codes(town) == ["few"]


def test_an_empty_study_has_no_heartbeat_to_speak_of(town):
    assert every(town) == []


def desired(town: Scene, steps, *feelings):
    """The desired journey of the first persona, with these feelings for its steps; None leaves a step out."""
    wish = town.add(Journey(next(town.new), town.personas[0].id, "Gewenst", variant="desired"))
    town.journeys.append(wish)
    number = len(town.journeys) - 1
    return [
        town.step(number, n, MIDWIFE, emotion=feeling, based_on=step.id, moment_of_truth=n == 0)
        for n, (step, feeling) in enumerate(zip(steps, feelings, strict=True))
        if feeling is not None
    ]


def test_a_desired_journey_that_feels_better_is_a_strength_with_what_came_out_of_the_red(town):
    steps = lived(town, 0, 1, -2, -1, 1, truth=(0,))
    wished = desired(town, steps, 1, 1, 2, 1)
    one = only(town, "lifted")
    assert (one.number("before").value, one.number("after").value) == (50, 100)
    assert one.number("steps").ids == (wished[1].id, wished[2].id)


def test_what_hurts_and_stays_in_the_desired_journey_is_told_and_what_was_dropped_is_not(town):
    steps = lived(town, 0, 1, -2, -1, 1, truth=(0,))
    wished = desired(town, steps, 2, -2, None, 2)
    assert only(town, "low_stays").subjects == (wished[1].id,)
    assert codes(town, "lifted", "worse") == []


def test_what_hurts_and_gets_worse_is_told_once(town):
    steps = lived(town, 0, 2, -1, 2, truth=(0,))
    wished = desired(town, steps, 2, -2, 1)
    assert only(town, "low_stays").subjects == (wished[1].id,)
    assert only(town, "worse").subjects == (wished[2].id,)


def test_what_feels_worse_than_now_is_told(town):
    steps = lived(town, 0, 2, 1, 2, truth=(0,))
    wished = desired(town, steps, 2, 0, 2)
    assert only(town, "worse").subjects == (wished[1].id,)


def test_a_phase_that_one_lives_through_well_and_another_badly_is_told(town):
    low = lived(town, 0, 1, -1, 1, truth=(0,))
    high = lived(town, 1, 1, 2, 1, truth=(0,))
    lived(town, 2, 1, 0, 1, truth=(0,))
    one = only(town, "apart")
    assert (one.phase, one.journey, one.subjects) == (town.phases[PREPARE].id, None, (low[1].id, high[1].id))
    assert (one.detail("worst"), one.detail("best")) == (town.personas[0].id, town.personas[1].id)
    town.change(high[1], emotion=1)
    assert codes(town, "apart") == []


def test_several_phases_like_that_are_told_once_with_the_one_furthest_apart(town):
    lived(town, 0, 2, 2, 1)
    two = lived(town, 1, -1, -2, 1)
    (one,) = [each for each in every(town) if each.code.startswith("heartbeat.apart")]
    assert (one.code, one.phase) == ("heartbeat.apart_often", None)
    assert one.number("phases").ids == (town.phases[PREGNANT].id, town.phases[PREPARE].id)
    assert one.subjects[0] == two[1].id
    document = town.document()
    assert f"in the phase “{document.phases[two[1].phase].name}”" in finding_text(one, document, words("en"))


def test_in_a_phase_the_lowest_step_of_each_persona_counts(town):
    lived(town, 0, 1, 2, -1, 1, truth=(0,), phases=(PREGNANT, PREPARE, PREPARE, BIRTH))
    lived(town, 1, 1, 2, 1, truth=(0,))
    assert codes(town, "apart") == ["apart"]
    assert only(town, "apart").number("low").value == -1


def test_marks_say_how_each_judged_step_feels(town):
    steps = lived(town, 0, 2, 0, -1, None, None, truth=(2, 4))
    shown = mark.marks(scene(town.document(), today=TODAY), "heartbeat", town.journeys[0].id)
    assert [(one.code, one.ink) for one in shown[steps[2].id]] == [("feels-1", "lens.bad"), ("truth", "lens.0")]
    assert [(one.code, one.ink) for one in shown[steps[0].id]] == [("feels2", "lens.good")]
    assert [one.code for one in shown[steps[4].id]] == ["truth"]
    assert steps[3].id not in shown
