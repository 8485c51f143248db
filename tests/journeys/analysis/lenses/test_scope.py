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


def helping():
    """The hospital passes something on at the desk, and is met while the scope is absent and a need is open."""
    made = scenes.worked()
    told = Contact(made.parties[scenes.HOSPITAL].id, passes_on_for=made.town.id)
    step = made.step(0, scenes.CRADLE, contacts=(told,))
    made.step(0, scenes.PREPARE, scenes.HOSPITAL)
    return made, step


def test_where_needs_are_open_a_partner_who_helps_already_is_the_one_to_go_to():
    made, _ = helping()
    (found,) = [one for one in heard(made, "through_known") if one.subjects[0] == made.parties[scenes.HOSPITAL].id]
    assert found.grade == "look"
    assert found.phase == made.phases[scenes.PREPARE].id
    assert numbers(found)["phases"] == (1, (made.phases[scenes.PREPARE].id,))
    assert found.number("met").ids[0] == made.personas[0].id
    assert found.number("needs").value > 0


def test_a_partner_of_whom_help_is_only_desired_does_not_help_yet():
    made, step = helping()
    made.change(made.journeys[0], variant="desired")
    assert made.parties[scenes.HOSPITAL].id not in {one.subjects[0] for one in heard(made, "through_known")}
    assert step.id not in {id_ for one in heard(made, "passes_on") for id_ in one.number("steps").ids}


def test_a_need_with_an_opportunity_is_no_longer_asked_for():
    made, _ = helping()
    needs = [n.id for n in made.entities.values() if getattr(n, "kind", "") in ("need", "question") and n.step]
    made.note("opportunity", addresses=tuple(needs))
    assert not heard(made, "through_known")


def test_who_passes_on_is_one_strength():
    (found,) = heard(scenes.worked(), "passes_on")
    assert found.grade == "good"
    values = {code: value for code, (value, _) in numbers(found).items()}
    assert values == {"steps": 3}
    assert said(scenes.worked(), found).startswith("Through ")


# Hand-overs and desks.


def handed_over(**arriving):
    made = scenes.Scene()
    other = made.add(Party(next(made.new), "Sociaal domein", "department", parent=made.town.id))
    made.parties.append(other)
    left = made.step(0, scenes.DECLARE, scenes.DESK)
    met = made.step(0, scenes.DECLARE, len(made.parties) - 1, title="Weer vertellen", **arriving)
    (link,) = linked(made, left, met)
    return made, left, met, link


def test_a_hand_over_inside_with_a_pain_where_one_arrives_asks_for_action():
    made, left, met, link = handed_over(emotion=0)
    made.note("pain", left)
    assert not heard(made, "inside_pain"), "what hurt before is not of the hand-over"
    pain = made.note("pain", met)
    (found,) = heard(made, "inside_pain")
    assert (found.grade, found.subjects[0]) == ("act", met.id)
    assert numbers(found) == {"handovers": (1, (link.id,)), "pains": (1, (pain.id,))}
    text = said(made, found)
    assert "from Burgerzaken to Sociaal domein" in text
    assert "1 pain point, at “Weer vertellen”" in text
    made.change(met, emotion=-2)
    assert not heard(made, "inside_low"), "told once"


def test_what_only_stands_behind_it_in_another_time_is_no_hand_over_that_hurts():
    made, left, met, _ = handed_over()
    made.note("pain", met)
    made.change(met, phase=made.phases[scenes.CRADLE].id)
    assert not heard(made, "inside_pain")
    made.change(left, day=0)
    made.change(met, phase=made.phases[scenes.CRADLE].id, day=6)
    assert heard(made, "inside_pain")
    made.change(met, phase=made.phases[scenes.CRADLE].id, day=7)
    assert not heard(made, "inside_pain")


def test_a_low_emotion_where_one_arrives_is_told_without_a_pain_too():
    made, _, met, link = handed_over(emotion=-1)
    (found,) = heard(made, "inside_low")
    assert numbers(found) == {"handovers": (1, (link.id,)), "emotion": (-1, (met.id,))}
    made, *_ = handed_over(emotion=0)
    assert not heard(made, "inside_low")


def test_all_that_goes_wrong_inside_for_one_person_is_told_together():
    made, _, met, _ = handed_over()
    again = made.step(0, scenes.DECLARE, scenes.DESK)
    linked(made, met, again)
    pains = [made.note("pain", step) for step in (met, again)]
    (there,) = heard(made, "inside_pain")
    assert there.number("handovers").value == 2
    assert there.number("pains").ids == tuple(pain.id for pain in pains)
    assert there.subjects[:2] == (met.id, again.id)
    assert "from Burgerzaken to Sociaal domein and from Sociaal domein to Burgerzaken" in said(made, there)


def test_seen_from_one_department_the_same_hand_over_crosses_the_border():
    made, _, met, link = handed_over()
    made.note("pain", met)
    desk = made.parties[scenes.DESK].id
    assert not heard(made, "inside_pain", desk)
    (found,) = heard(made, "crossing", desk)
    assert numbers(found)["handovers"] == (1, (link.id,))
    assert found.grade == "look"
    assert "with Sociaal domein" in said(made, found)
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


def test_a_group_beside_those_that_are_drawn_is_missed_once():
    made = scenes.worked()
    (found,) = heard(made, "groups")
    assert (found.grade, found.number("personas").value) == ("look", 3)
    assert (found.detail("drawn"), found.detail("missing")) == ("resident", "non_resident")
    made.change(made.personas[0], group="non_resident")
    assert not heard(made, "groups")
    made.change(made.personas[1], group="business")
    (found,) = heard(made, "groups")
    assert found.detail("missing") == "organisation"
    assert "residents, non-residents and businesses" in said(made, found)


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


def test_marks_say_in_which_direction_a_step_delivers():
    made = scenes.Scene()
    tax = made.step(0, scenes.DECLARE, scenes.DESK, judgement=Judgement(supplier="person", beneficiary="society"))
    half = made.step(0, scenes.DECLARE, scenes.DESK, judgement=Judgement(supplier="person"))
    assert [marked(made, each) for each in (tax, half)] == [["own", "person.society"], ["own"]]


def test_an_empty_study_says_nothing():
    made = scenes.Scene()
    found = lenses.findings(scene(made.document()), ("scope",)).findings
    assert [one.code for one in found] == ["scope.groups"]
    for journey in made.journeys:
        del made.entities[journey.id]
    assert not lenses.findings(scene(made.document()), ("scope",)).findings
