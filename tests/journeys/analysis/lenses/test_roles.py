"""The lens of roles, on small studies that can be counted by hand."""

from __future__ import annotations

import pytest

from journeys.analysis import lenses
from journeys.analysis.lenses.marks import Mark, marks
from journeys.analysis.lenses.roles.opposed import OPPOSED
from journeys.analysis.quality import asked, judged_steps, profile
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.values import Duration, Judgement
from journeys.phrases.lenses import finding_text
from journeys.phrases.lenses.roles import REASONS
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import DECLARE, DESK, HOSPITAL, MIDWIFE, PREPARE, TOWN


def judged(made, journey=0, phase=DECLARE, party=DESK, **fields):
    """A step at the desk with this judgement; `emotion` is the step's own."""
    emotion = fields.pop("emotion", None)
    return made.step(journey, phase, party, title="Aangifte", emotion=emotion, judgement=Judgement(**fields))


def heard(made, *codes):
    found = lenses.findings(scene(made.document()), ("roles",)).findings
    return [finding for finding in found if not codes or finding.code.removeprefix("roles.") in codes]


def codes(made):
    return [finding.code.removeprefix("roles.") for finding in heard(made)]


def numbers(finding):
    return {number.code: (number.value, number.ids) for number in finding.numbers}


def said(made, finding, language="en"):
    return finding_text(finding, made.document(), words(language))


# Roles.


def test_where_no_role_stands_anywhere_one_invitation_is_told_with_the_steps_at_the_desk():
    made = scenes.Scene()
    made.step(0, PREPARE, MIDWIFE)
    desk = made.step(1, DECLARE, DESK)
    made.step(2, DECLARE, DESK)
    (found,) = heard(made)
    assert (found.code, found.grade) == ("roles.invite", "look")
    assert numbers(found) == {"steps": (1, (desk.id,))}
    judged(made, roles=("user",))
    assert codes(made) == []


def test_where_the_scope_is_never_met_there_is_nothing_to_judge():
    made = scenes.Scene()
    made.step(0, PREPARE, MIDWIFE)
    assert codes(made) == []


def test_opposed_roles_in_one_step_are_named_with_the_reason():
    made = scenes.Scene()
    step = judged(made, roles=("customer", "subject"))
    (found,) = heard(made)
    assert (found.code, found.subjects) == ("roles.opposed_step", (step.id,))
    text = said(made, found)
    assert REASONS["customer:subject"] in text


def test_opposed_roles_in_two_steps_of_a_phase_are_told_once_for_the_phase():
    made = scenes.Scene()
    first, second = judged(made, roles=("user",)), judged(made, roles=("taxpayer", "voter"))
    judged(made, phase=PREPARE, roles=("customer",))
    judged(made, journey=1, roles=("customer",))
    (found,) = heard(made)
    assert (found.code, found.phase) == ("roles.opposed_phase", made.phases[DECLARE].id)
    assert numbers(found) == {"steps": (2, (first.id, second.id))}


def test_what_a_step_says_of_opposed_roles_its_phase_does_not_say_again():
    made = scenes.Scene()
    judged(made, roles=("customer", "subject"))
    judged(made, roles=("customer",))
    assert codes(made) == ["opposed_step"]


def test_roles_that_merely_differ_are_not_opposed():
    made = scenes.Scene()
    judged(made, roles=("user", "voter", "partner"))
    assert codes(made) == []


def test_every_opposed_pair_has_its_reason():
    assert {":".join(pair) for pair in OPPOSED} == {*REASONS}


@pytest.mark.parametrize(("steps", "told"), [(2, []), (3, ["only_customer"])])
def test_somebody_who_is_only_a_customer_from_three_steps_on_is_told(steps, told):
    made = scenes.Scene()
    for _ in range(steps):
        judged(made, roles=("customer",))
    assert codes(made) == told
    judged(made, roles=("partner",))
    assert codes(made) == []


# Value from both sides.


@pytest.mark.parametrize(
    ("one", "every", "code"),
    [
        (0, 0, "for_nobody"), (-2, -1, "for_nobody"), (0, 1, "for_all_only"), (-1, 2, "for_all_only"),
        (1, 0, "for_one_only"), (2, -2, "for_one_only"), (1, 1, "for_both"), (None, 2, None), (2, None, None),
    ],
)  # fmt: skip
def test_value_is_judged_from_both_sides(one, every, code):
    made = scenes.Scene()
    steps = [judged(made, roles=("user",), value_individual=one, value_collective=every) for _ in range(2)]
    found = heard(made)
    assert [finding.code for finding in found] == ([f"roles.{code}"] if code else [])
    if found:
        assert numbers(found[0]) == {"steps": (2, tuple(step.id for step in steps))}


def test_one_step_of_value_to_one_side_is_no_news_and_one_of_value_to_nobody_is():
    made = scenes.Scene()
    judged(made, roles=("user",), value_individual=1, value_collective=0)
    judged(made, roles=("user",), value_individual=1, value_collective=1)
    assert codes(made) == []
    judged(made, roles=("user",), value_individual=0, value_collective=0)
    assert codes(made) == ["for_nobody"]


def test_what_is_only_desired_is_not_praised():
    made = scenes.Scene()
    made.change(made.journeys[1], variant="desired")
    for _ in range(2):
        judged(made, journey=1, roles=("user",), value_individual=1, value_collective=1)
    assert codes(made) == []


def test_nobody_is_praised_for_what_hurts():
    made = scenes.Scene()
    judged(made, roles=("user",), value_individual=2, value_collective=2, emotion=-1)
    assert codes(made) == []


@pytest.mark.parametrize(
    ("one", "every", "code"),
    [
        (-1, 2, "waiting_for_all"), (1, 0, "waiting_for_one"), (0, -1, "waiting_nobody"), (None, 1, "waiting_unjudged"),
    ],
)  # fmt: skip
def test_waiting_is_judged_from_both_sides(one, every, code):
    made = scenes.Scene()
    waiting = Duration(6, 8, "week")
    judged(made, roles=("user",), value_individual=one, value_collective=every, waiting=waiting)
    (found,) = heard(made)
    assert found.code == f"roles.{code}"
    if code != "waiting_unjudged":
        assert "6–8 weeks" in said(made, found)
        assert "6–8 weken" in said(made, found, "nl")


def test_working_days_of_waiting_stay_working_days():
    made = scenes.Scene()
    judged(made, roles=("user",), value_individual=0, value_collective=1, waiting=Duration(3, 3, "workday"))
    assert "3 werkdagen wachten" in said(made, heard(made)[0], "nl")


# Six ratings.


def test_the_profile_of_a_journey_has_the_mean_of_every_rating_and_its_steps():
    made = scenes.Scene()
    first = judged(made, roles=("user",), speed=2, cost=-1)
    second = judged(made, roles=("user",), speed=-1)
    judged(made, journey=1, roles=("user",), speed=-2)
    found = profile(scene(made.document()).once(judged_steps)[made.journeys[0].id])
    assert {code: (mean.mean, mean.ids, mean.low) for code, mean in found.items()} == {
        "speed": (0.5, (first.id, second.id), (second.id,)), "cost": (-1.0, (first.id,), (first.id,)),
    }  # fmt: skip


def test_one_low_rating_is_no_news_and_two_of_the_same_are():
    made = scenes.Scene()
    step = judged(made, roles=("user",), clarity=-2)
    assert heard(made) == []
    other = judged(made, roles=("user",), clarity=-1)
    (found,) = heard(made)
    assert (found.code, found.grade, found.subjects) == ("roles.quality_low", "look", (step.id, other.id))


def test_the_weakest_of_three_ratings_over_two_steps_is_told_with_its_low_steps():
    made = scenes.Scene()
    low = judged(made, roles=("user",), speed=-1, punctuality=-2, clarity=0)
    lower = judged(made, roles=("user",), punctuality=-1)
    other = judged(made, roles=("user",), punctuality=1)
    (found,) = heard(made)
    assert (found.code, found.grade) == ("roles.quality_weakest", "act")
    assert numbers(found) == {"low": (2, (low.id, lower.id)), "steps": (3, (low.id, lower.id, other.id))}
    assert "“Punctuality”" in said(made, found)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"speed": 1, "clarity": 2, "burden": -1}, "quality_price"),
        ({"cost": 1, "burden": 2, "clarity": -1}, "quality_saved"),
        ({"cost": -1, "speed": -2, "clarity": -1}, "quality_weakest"),
        ({"cost": -1, "burden": 2, "speed": 0}, "quality_weakest"),
        ({"speed": -1, "clarity": 1}, "quality_low"),
        ({"cost": 1, "speed": 2, "clarity": 1}, "quality_good"),
        ({"cost": 0, "speed": 2, "clarity": 1}, None),
        ({"speed": 2, "clarity": 1}, None),
    ],
)
def test_what_people_get_is_weighed_against_what_it_takes(fields, code):
    made = scenes.Scene()
    for _ in range(2):
        judged(made, roles=("user",), **fields)
    assert codes(made) == ([code] if code else [])


# Data asked.


def test_the_same_asked_twice_by_one_organisation_is_counted_whatever_the_case_and_accents():
    made = scenes.Scene()
    first = judged(made, roles=("user",), data_asked=("BSN", "Café", "adres"))
    judged(made, roles=("user",), party=MIDWIFE, data_asked=("gewicht",))
    second = judged(made, roles=("user",), party=TOWN, data_asked=("bsn", "cafe"))
    (found,) = heard(made)
    assert (found.code, found.grade) == ("roles.asked_again", "act")
    assert numbers(found) == {"steps": (2, (first.id, second.id))}
    assert "“BSN” and “Café”" in said(made, found)


def test_the_same_asked_by_two_parties_is_for_them_to_agree_on():
    made = scenes.Scene()
    judged(made, roles=("user",), data_asked=("BSN",))
    judged(made, roles=("user",), party=HOSPITAL, data_asked=("BSN",))
    assert heard(made) == [], "twice is no news"
    judged(made, roles=("user",), party=MIDWIFE, data_asked=("BSN",))
    (found,) = heard(made)
    assert (found.code, found.grade) == ("roles.asked_across", "look")
    assert numbers(found)["parties"] == (3, tuple(made.parties[party].id for party in (DESK, HOSPITAL, MIDWIFE)))


def test_only_the_steps_of_who_asks_again_are_counted_and_nobody_knows_who_was_not_filled_in():
    made = scenes.Scene()
    for _ in range(2):
        made.change(judged(made, roles=("user",), data_asked=("BSN",)), contacts=())
    assert codes(made) == []
    first = judged(made, roles=("user",), data_asked=("BSN",))
    judged(made, roles=("user",), party=HOSPITAL, data_asked=("BSN",))
    second = judged(made, roles=("user",), party=TOWN, data_asked=("BSN",))
    (found,) = heard(made)
    assert numbers(found) == {"steps": (2, (first.id, second.id))}


def test_another_journey_is_another_person():
    made = scenes.Scene()
    judged(made, roles=("user",), data_asked=("BSN",))
    judged(made, journey=1, roles=("user",), data_asked=("BSN",))
    assert codes(made) == []


def test_what_is_asked_most_often_comes_first():
    made = scenes.Scene()
    judged(made, data_asked=("naam", "BSN"))
    judged(made, data_asked=("bsn",))
    steps = scene(made.document()).once(judged_steps)[made.journeys[0].id]
    assert [(each.data, len(each.ids)) for each in asked(steps)] == [("BSN", 2), ("naam", 1)]


# Marks.


def test_the_map_shows_the_roles_of_a_step_and_a_warning_where_two_are_opposed():
    made = scenes.Scene()
    plain, opposed = judged(made, roles=("user",)), judged(made, roles=("subject", "customer"))
    made.step(0, DECLARE, DESK)
    found = marks(scene(made.document()), "roles", made.journeys[0].id)
    assert found == {
        plain.id: (Mark("user", "lens.1"),),
        opposed.id: (Mark("customer", "lens.0"), Mark("subject", "lens.2"), Mark("opposed", "lens.bad")),
    }
