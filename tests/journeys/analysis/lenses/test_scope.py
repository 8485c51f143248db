"""The lens of scope, on small studies that can be counted by hand."""

from __future__ import annotations

import itertools

import pytest

from journeys.analysis import lenses
from journeys.analysis.lenses.marks import marks
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.entities import Channel, Journey, Link, Party
from journeys.model.values import Contact, Judgement
from journeys.phrases.lenses import finding_text, finding_why
from tests.journeys.analysis import scenes


def heard(made, code, scope=None):
    found = lenses.findings(scene(made.document(), scope), ("scope",)).findings
    return [finding for finding in found if finding.code == f"scope.{code}"]


def said(made, finding, language="en"):
    return finding_text(finding, made.document(), words(language))


def numbers(finding):
    return {number.code: (number.value, number.ids) for number in finding.numbers}


def linked(made, *steps):
    return [made.add(Link(next(made.new), a.id, b.id)) for a, b in itertools.pairwise(steps)]


# Tension between needs.


def tense():
    """Two personas with opposite needs in one phase, and a third who has none."""
    made = scenes.Scene()
    first, second = made.step(0, scenes.PREPARE, scenes.MIDWIFE), made.step(1, scenes.PREPARE, scenes.MIDWIFE)
    made.step(2, scenes.PREPARE, scenes.MIDWIFE)
    fast = made.change(made.note("need", first), text="Het moet snel")
    slow = made.change(made.note("need", second), text="Er rustig over nadenken")
    return made, fast, slow


def test_opposite_needs_of_two_personas_in_one_phase_may_clash():
    made, fast, slow = tense()
    (found,) = heard(made, "tension_pace")
    assert found.grade == "look"
    assert (found.journey, found.phase) == (made.journeys[0].id, made.phases[scenes.PREPARE].id)
    assert numbers(found) == {"needs": (2, (fast.id, slow.id))}
    text = said(made, found)
    assert "fast against with care" in text
    assert "Persona 1: “Het moet snel”" in text
    assert "Persona 2: “Er rustig over nadenken”" in text
    assert "possible" in finding_why(found, made.document(), words("en"))


def test_needs_in_different_phases_do_not_clash():
    made, _, slow = tense()
    made.change(slow, step=None, journey=made.journeys[1].id, phase=made.phases[scenes.BIRTH].id)
    assert not heard(made, "tension_pace")


def test_needs_in_a_current_and_a_desired_journey_do_not_clash():
    made, *_ = tense()
    made.change(made.journeys[1], variant="desired")
    assert not heard(made, "tension_pace")


def test_one_and_the_same_persona_may_want_both():
    made, *_ = tense()
    made.change(made.journeys[1], persona=made.personas[0].id)
    assert not heard(made, "tension_pace")


@pytest.mark.parametrize("change", [{"status": "dropped"}, {"kind": "pain"}, {"kind": "opportunity"}])
def test_only_living_needs_and_questions_clash(change):
    made, _, slow = tense()
    made.change(slow, **change)
    assert not heard(made, "tension_pace")


def test_a_need_for_a_screen_shuts_out_who_cannot_manage_one():
    made, fast, _ = tense()
    made.change(fast, text="Alles online regelen")
    assert not heard(made, "tension_skill")
    made.change(made.personas[2], digital_skill=-1)
    (found,) = heard(made, "tension_skill")
    assert found.subjects == (fast.id, made.personas[2].id)
    assert "Persona 3" in said(made, found)


def test_where_the_words_clash_already_skill_is_not_told_as_well():
    made, fast, slow = tense()
    made.change(fast, text="Alles online regelen")
    made.change(slow, text="Naar de balie kunnen")
    made.change(made.personas[2], digital_skill=-2)
    assert heard(made, "tension_digital")
    assert not heard(made, "tension_skill")


# Nobody excluded.


def by_channel(icon, **persona):
    made = scenes.Scene()
    channel = made.add(Channel(next(made.new), "Kanaal", icon))
    made.change(made.personas[0], **persona)
    step = made.step(0, scenes.DECLARE, contacts=(Contact(made.parties[scenes.DESK].id, channel.id),))
    return made, step


def test_only_by_screen_for_somebody_without_the_skill_asks_for_action():
    made, step = by_channel("website", digital_skill=-2)
    (found,) = heard(made, "digital_only")
    assert found.grade == "act"
    assert numbers(found) == {"steps": (1, (step.id,)), "skill": (-2, (made.personas[0].id,))}
    made, _ = by_channel("website", digital_skill=-1)
    assert heard(made, "digital_only")[0].grade == "look"


@pytest.mark.parametrize(("icon", "skill"), [("desk", -2), ("website", 0), ("other", -2)])
def test_a_desk_some_skill_or_an_unknown_channel_excludes_nobody(icon, skill):
    made, _ = by_channel(icon, digital_skill=skill)
    assert not heard(made, "digital_only")


def test_a_second_way_with_a_person_is_enough():
    made, _ = by_channel("website", digital_skill=-2)
    desk = made.add(Channel(next(made.new), "Balie", "desk"))
    made.step(0, scenes.DECLARE, contacts=(Contact(made.town.id, desk.id),))
    assert not heard(made, "digital_only")


def test_a_persona_with_only_personal_channels_shuns_screens_too():
    made, _ = by_channel("website")
    desk = made.add(Channel(next(made.new), "Balie", "desk"))
    made.change(made.personas[0], channels=(desk.id,))
    assert len(heard(made, "digital_only_channels")) == 1


# Through whom to be present.


def test_the_partner_whom_most_meet_is_the_one_to_go_to():
    made = scenes.worked()
    found = [one for one in heard(made, "through") if one.phase == made.phases[scenes.PREPARE].id]
    assert len(found) == 1
    values = {code: value for code, (value, _) in numbers(found[0]).items()}
    assert values == {"needs": 2, "absent": 2, "met": 3}
    assert found[0].detail("party") == made.parties[scenes.MIDWIFE].id
    assert found[0].detail("also") == made.parties[scenes.HOSPITAL].id
    assert found[0].grade == "act"


def test_of_partners_whom_as_many_meet_the_one_who_helps_already_comes_first():
    made = scenes.worked()
    made.step(1, scenes.PREPARE, scenes.HOSPITAL)
    assert heard(made, "through")[0].detail("party") == made.parties[scenes.MIDWIFE].id
    made.step(0, scenes.DECLARE, contacts=(Contact(made.parties[scenes.HOSPITAL].id, passes_on_for=made.town.id),))
    (found,) = heard(made, "through_known")
    assert found.detail("party") == made.parties[scenes.HOSPITAL].id


def test_media_and_families_cannot_be_asked():
    made = scenes.worked()
    assert made.phases[scenes.PREGNANT].id not in {one.phase for one in heard(made, "through")}


def test_a_need_with_an_opportunity_is_no_longer_asked_for():
    made = scenes.worked()
    needs = [n.id for n in made.entities.values() if getattr(n, "kind", "") in ("need", "question") and n.step]
    made.note("opportunity", addresses=tuple(needs))
    assert not heard(made, "through")


def test_who_passes_on_is_a_strength():
    (found,) = heard(scenes.worked(), "passes_on")
    assert found.grade == "good"
    assert {code: value for code, (value, _) in numbers(found).items()} == {"steps": 3, "personas": 3}


# Hand-overs and desks.


def handed_over(**arriving):
    made = scenes.Scene()
    other = made.add(Party(next(made.new), "Sociaal domein", "department", parent=made.town.id))
    made.parties.append(other)
    left = made.step(0, scenes.DECLARE, scenes.DESK)
    met = made.step(0, scenes.DECLARE, len(made.parties) - 1, title="Weer vertellen", **arriving)
    (link,) = linked(made, left, met)
    return made, left, met, link


def test_a_hand_over_inside_with_a_pain_asks_for_action():
    made, left, met, link = handed_over(emotion=-2)
    pain = made.note("pain", left)
    (found,) = heard(made, "inside_pain")
    assert (found.grade, found.subjects[0]) == ("act", met.id)
    assert numbers(found) == {"handovers": (1, (link.id,)), "pains": (1, (pain.id,))}
    assert "From Burgerzaken to Sociaal domein, at “Weer vertellen”: 1 pain point" in said(made, found)
    assert not heard(made, "inside_low"), "told once"


def test_a_low_emotion_where_one_arrives_is_told_without_a_pain_too():
    made, _, met, link = handed_over(emotion=-1)
    (found,) = heard(made, "inside_low")
    assert numbers(found) == {"handovers": (1, (link.id,)), "emotion": (-1, (met.id,))}
    made, *_ = handed_over(emotion=0)
    assert not heard(made, "inside_low")


def test_what_goes_wrong_between_the_same_two_is_told_together():
    made, left, met, _ = handed_over()
    again = made.step(0, scenes.CRADLE, scenes.DESK)
    twice = made.step(0, scenes.CRADLE, len(made.parties) - 1)
    linked(made, met, again, twice)
    pains = [made.note("pain", step) for step in (left, twice)]
    (there,) = heard(made, "inside_pain")
    assert there.number("handovers").value == 2
    assert there.number("pains").ids == tuple(pain.id for pain in pains)
    assert there.subjects[:2] == (met.id, twice.id)


def test_seen_from_one_department_the_same_hand_over_crosses_the_border():
    made, left, _, link = handed_over()
    made.note("pain", left)
    desk = made.parties[scenes.DESK].id
    assert not heard(made, "inside_pain", desk)
    (found,) = heard(made, "crossing", desk)
    assert numbers(found)["handovers"] == (1, (link.id,))
    assert found.grade == "look"
    assert heard(made, "colleagues", desk)
    assert not heard(made, "colleagues")


def test_hand_overs_to_family_and_media_need_no_agreement():
    made = scenes.Scene()
    left, met = made.step(0, scenes.DECLARE, scenes.DESK), made.step(0, scenes.DECLARE, scenes.WEB)
    linked(made, left, met)
    made.note("pain", met)
    assert not heard(made, "crossing")


def departments(count):
    made = scenes.Scene()
    for number in range(count):
        made.parties.append(made.add(Party(next(made.new), f"Afdeling {number}", "department", parent=made.town.id)))
        made.step(0, scenes.DECLARE, len(made.parties) - 1)
    return made


def test_three_departments_in_one_phase_are_worth_a_look_and_four_ask_for_action():
    assert not heard(departments(2), "many_desks")
    (three,) = heard(departments(3), "many_desks")
    assert (three.grade, three.number("parties").value, three.number("steps").value) == ("look", 3, 3)
    assert heard(departments(4), "many_desks")[0].grade == "act"


def test_seen_from_one_of_them_there_is_only_one_department():
    made = departments(4)
    assert not heard(made, "many_desks", made.parties[-1].id)


# Customers.


def test_groups_that_nobody_draws_are_told_once():
    made = scenes.worked()
    made.change(made.personas[0], group="non_resident")
    (found,) = heard(made, "groups")
    assert found.grade == "look"
    assert found.number("personas").value == 3
    assert found.detail("drawn") == "resident,non_resident"
    assert found.detail("missing") == "business,organisation,other_government"
    assert "residents and non-residents" in said(made, found)


def test_for_one_department_colleagues_are_a_group_outside_as_well():
    made = scenes.worked()
    (found,) = heard(made, "groups", made.parties[scenes.DESK].id)
    assert str(found.detail("missing")).endswith(",internal")


def test_work_that_goes_from_desk_to_desk_wants_an_internal_customer():
    made, _, met, _ = handed_over()
    (found,) = heard(made, "internal")
    assert found.number("parties").ids == (made.parties[-1].id,)
    assert found.number("handovers").value == 1
    made.change(made.personas[2], group="internal")
    assert not heard(made, "internal")
    made.change(made.personas[2], group="resident")
    made.add(Journey(next(made.new), made.personas[0].id, "Erachter", parent_step=met.id))
    assert not heard(made, "internal"), "a process shows it"


# Delivery.


@pytest.mark.parametrize(("beneficiary", "code"), [("society", "for_society"), ("organisation", "for_us")])
def test_steps_in_which_the_person_supplies_are_told(beneficiary, code):
    made = scenes.Scene()
    step = made.step(0, scenes.DECLARE, scenes.DESK, judgement=Judgement(supplier="person", beneficiary=beneficiary))
    (found,) = heard(made, code)
    assert numbers(found) == {"steps": (1, (step.id,))}


@pytest.mark.parametrize(
    "judgement",
    [Judgement(), Judgement(supplier="person"), Judgement(supplier="organisation", beneficiary="society")],
)
def test_a_service_or_half_a_judgement_is_not(judgement):
    made = scenes.Scene()
    made.step(0, scenes.DECLARE, scenes.DESK, judgement=judgement)
    assert not heard(made, "for_society")
    assert not heard(made, "for_us")


# Marks.


def marked(made, step, scope=None):
    found = marks(scene(made.document(), scope), "scope", made.journeys[0].id)
    return [mark.code for mark in found.get(step.id, ())]


def test_marks_say_whom_one_meets_and_where_one_is_handed_over():
    made, left, met, _ = handed_over()
    desk = made.parties[scenes.DESK].id
    assert marked(made, left) == ["own"]
    assert marked(made, met) == ["own", "inside"]
    assert marked(made, met, desk) == ["colleague", "crossing"]
    clinic, wife, alone = (made.step(0, scenes.YEAR, *n) for n in ((scenes.CLINIC,), (scenes.MIDWIFE,), ()))
    told = made.step(0, scenes.YEAR, contacts=(Contact(made.parties[scenes.CARE].id, passes_on_for=made.town.id),))
    open_ = made.step(0, scenes.YEAR, nobody=False)
    assert [marked(made, each) for each in (clinic, wife, alone, told, open_)] == [
        ["commissioned"], ["outside"], ["nobody"], ["passed_on"], [],
    ]  # fmt: skip


def test_an_empty_study_says_nothing():
    made = scenes.Scene()
    found = lenses.findings(scene(made.document()), ("scope",)).findings
    assert [one.code for one in found] == ["scope.groups"]
    for journey in made.journeys:
        del made.entities[journey.id]
    assert not lenses.findings(scene(made.document()), ("scope",)).findings
