"""The lens of question and network, on small studies that can be counted by hand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from journeys.analysis import lenses
from journeys.analysis.lenses.marks import marks
from journeys.analysis.lenses.question.products import product_word
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.entities import Link
from journeys.model.values import Contact
from journeys.phrases.lenses import finding_text, finding_why
from tests.journeys.analysis import scenes
from tests.journeys.analysis.scenes import (
    BIRTH,
    CARE,
    CLINIC,
    CRADLE,
    DECLARE,
    DESK,
    HOSPITAL,
    MIDWIFE,
    PREGNANT,
    PREPARE,
    WEB,
)

LIFE = "Hoe wordt ons kind van ons beiden?"


def heard(made, code):
    found = lenses.findings(scene(made.document()), ("question",)).findings
    return [finding for finding in found if finding.code == f"question.{code}"]


def said(made, finding, language="en"):
    return finding_text(finding, made.document(), words(language))


def numbers(finding):
    return {number.code: (number.value, number.ids) for number in finding.numbers}


def asking(*questions):
    made = scenes.Scene()
    for journey, question in zip(made.journeys, questions, strict=False):
        made.change(journey, question=question)
    return made


# The question itself.


def test_a_journey_without_a_question_is_asked_for_one():
    made = asking(LIFE, LIFE, "  ")
    (found,) = heard(made, "missing")
    assert (found.grade, found.subjects, found.journey) == ("act", (made.journeys[2].id,), made.journeys[2].id)
    assert "what does Persona 3 want solved?" in said(made, found)


def test_several_journeys_without_a_question_are_one_finding():
    made = asking(LIFE)
    (found,) = heard(made, "missing_in_several")
    assert numbers(found)["journeys"] == (2, (made.journeys[1].id, made.journeys[2].id))
    assert heard(made, "missing") == []


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Hoe doe ik aangifte?", "aangifte"),
        ("Waar vind ik het geboorteaangifteformulier?", "geboorteaangifteformulier"),
        ("Werkt de website?", "website"),
        ("Hoe krijg ik een Vergunning voor ons feest?", "Vergunning"),
        ("Wat doet Burgerzaken voor ons?", "Burgerzaken"),
    ],
)
def test_a_question_about_what_we_offer_is_told_by_its_word(question, word):
    made = asking(question, LIFE, LIFE)
    (found,) = heard(made, "product")
    assert (found.grade, found.detail("word")) == ("look", word)
    assert f"“{word}”" in said(made, found)
    assert heard(made, "leads") == []


@pytest.mark.parametrize(
    "question", [LIFE, "Wat verdienste is voor ons?", "Vinden wij een appartement?", "Hoe blijven wij bij elkaar?"]
)
def test_a_question_about_a_life_names_no_product(question):
    assert product_word(question, scene(asking(question).document())) is None


def test_the_words_are_those_of_the_study_s_language():
    made = asking("Will a brief moment of rest do?")
    assert product_word("brief", scene(made.document())) == "brief"
    made.change(made.study, language="en")
    assert product_word("Will a brief moment of rest do?", scene(made.document())) is None
    assert product_word("Where is the form?", scene(made.document())) == "form"


def test_where_every_question_is_of_a_life_the_question_leads():
    made = asking(LIFE, LIFE, LIFE)
    (found,) = heard(made, "leads")
    assert found.grade == "good"
    assert numbers(found)["journeys"][0] == 3


@pytest.mark.parametrize(("word", "told"), [("Klanten", 1), ("customers", 1), ("ouders", 0), ("", 0)])
def test_a_study_that_calls_people_customers_is_asked_why(word, told):
    made = asking(LIFE, LIFE, LIFE)
    made.change(made.study, person_word=word)
    assert len(heard(made, "customer_word")) == told


# Who answers.


def test_open_questions_are_told_per_journey_in_order_of_time():
    made = asking(LIFE, LIFE, LIFE)
    late, early = made.step(0, BIRTH, HOSPITAL), made.step(0, PREGNANT, MIDWIFE)
    second, first = made.note("question", late), made.note("question", early)
    made.note("question", early, answered_by=made.parties[MIDWIFE].id)
    made.note("question", early, status="done")
    made.note("need", early)
    (found,) = heard(made, "unanswered")
    assert (found.grade, found.subjects, found.journey) == ("act", (first.id, second.id), made.journeys[0].id)
    assert numbers(found)["questions"] == (2, (first.id, second.id))


def test_others_who_answer_are_a_strength():
    made = asking(LIFE, LIFE, LIFE)
    step = made.step(0, PREGNANT, MIDWIFE)
    note = made.note("question", step, answered_by=made.parties[MIDWIFE].id)
    made.note("question", step, answered_by=made.parties[DESK].id)
    (found,) = heard(made, "answered_by_others")
    assert (found.grade, found.subjects) == ("good", (made.parties[MIDWIFE].id,))
    assert numbers(found)["needs"] == (1, (note.id,))
    assert "answers 1 question already, without the municipality" in said(made, found)


def test_the_sentence_names_the_scope_that_the_study_was_seen_from():
    made = asking(LIFE)
    made.note("question", made.step(0, PREGNANT, MIDWIFE), answered_by=made.parties[MIDWIFE].id)
    found = lenses.findings(scene(made.document(), made.parties[DESK].id), ("question",)).findings
    (others,) = [finding for finding in found if finding.code == "question.answered_by_others"]
    assert "without Burgerzaken" in said(made, others)


# Who carries the journey.


def test_an_answer_in_a_desired_journey_is_no_answer_yet():
    made = asking(LIFE, LIFE, LIFE)
    made.note("question", made.step(0, BIRTH, HOSPITAL), answered_by=made.parties[HOSPITAL].id)
    assert len(heard(made, "answered_by_others")) == 1
    made.change(made.journeys[0], variant="desired")
    assert heard(made, "answered_by_others") == []


def there(made, journey, party, *phases):
    return [made.step(journey, phase, party) for phase in phases]


def test_a_party_there_for_most_people_in_half_of_the_phases_could_solve_it():
    made = asking(LIFE, LIFE, LIFE)
    steps = [step for journey in (0, 1) for step in there(made, journey, MIDWIFE, PREGNANT, PREPARE)]
    there(made, 2, HOSPITAL, BIRTH, CRADLE)
    (found,) = heard(made, "could_solve")
    assert (found.grade, found.subjects) == ("look", (made.parties[MIDWIFE].id,))
    assert {code: value for code, (value, _) in numbers(found).items()} == {"personas": 2, "phases": 2, "steps": 4}
    assert set(numbers(found)["steps"][1]) == {step.id for step in steps}
    assert "Aalders" in finding_why(found, made.document(), words("en"))


def test_ourselves_who_act_for_us_and_the_internet_are_no_others_who_could_solve_it():
    made = asking(LIFE, LIFE, LIFE)
    for party in (DESK, CLINIC, WEB):
        for journey in range(3):
            there(made, journey, party, PREGNANT, PREPARE)
    assert heard(made, "could_solve") == []


def test_a_party_with_a_quarter_of_the_steps_carries_much():
    made = asking(LIFE, LIFE, LIFE)
    mine = there(made, 0, CARE, BIRTH, CRADLE, CRADLE, CRADLE, CRADLE)
    there(made, 0, HOSPITAL, *[PREPARE] * 4)
    (found,) = heard(made, "carries")
    assert found.subjects == (made.parties[CARE].id,)
    assert numbers(found)["steps"] == (5, tuple(step.id for step in mine))
    assert numbers(found)["share"][0] == 56
    assert "56%" in said(made, found)


def test_a_party_that_all_meet_and_that_passes_nothing_on_asks_for_action():
    made = asking(LIFE, LIFE, LIFE)
    steps = [step for journey in range(3) for step in there(made, journey, HOSPITAL, BIRTH)]
    assert heard(made, "silent_party") == [], "nothing is open there"
    made.note("need", steps[0])
    (found,) = heard(made, "silent_party")
    assert (found.grade, found.subjects) == ("act", (made.parties[HOSPITAL].id,))
    assert numbers(found)["steps"] == (3, tuple(step.id for step in steps))
    told = Contact(made.parties[HOSPITAL].id, passes_on_for=made.town.id)
    made.change(steps[0], contacts=(told,))
    assert heard(made, "silent_party") == []


def test_a_party_that_not_all_meet_may_be_silent():
    made = asking(LIFE, LIFE, LIFE)
    for journey in range(2):
        there(made, journey, HOSPITAL, BIRTH)
    made.step(2, BIRTH, CARE)
    assert heard(made, "silent_party") == []


def test_a_phase_in_which_all_steps_are_with_one_party_is_worth_a_look():
    made = asking(LIFE, LIFE, LIFE)
    steps = there(made, 0, HOSPITAL, *[BIRTH] * 5)
    (found,) = heard(made, "one_party")
    assert (found.phase, found.subjects) == (
        made.phases[BIRTH].id, (made.phases[BIRTH].id, made.parties[HOSPITAL].id),
    )  # fmt: skip
    assert "“ziekenhuis”" in said(made, found)
    made.change(steps[0], contacts=(*steps[0].contacts, Contact(made.parties[CARE].id)))
    assert heard(made, "one_party") == []


# Who ties the network.


def chain(*parties):
    made = asking(LIFE, LIFE, LIFE)
    steps = [made.step(0, PREGNANT, party) for party in parties]
    for one, other in pairwise(steps):
        made.add(Link(next(made.new), one.id, other.id))
    return made


def test_a_network_that_hangs_on_another_party_is_worth_a_look():
    made = chain(WEB, MIDWIFE, HOSPITAL, CARE, CLINIC)
    (found,) = heard(made, "ties")
    assert (found.grade, found.subjects) == ("look", (made.parties[HOSPITAL].id,))
    assert numbers(found)["parties"][0] == 2


def test_a_network_that_hangs_on_us_is_a_strength():
    made = chain(WEB, MIDWIFE, DESK, CARE, HOSPITAL)
    (found,) = heard(made, "we_tie")
    assert (found.grade, found.subjects) == ("good", (made.parties[DESK].id,))
    assert heard(made, "ties") == []


def test_in_a_small_network_nobody_is_told_to_tie():
    assert heard(chain(MIDWIFE, HOSPITAL, CARE, CLINIC), "ties") == []


# The map.


def test_steps_are_marked_by_whom_people_meet():
    made = asking(LIFE, LIFE, LIFE)
    ours, acting, other = made.step(0, DECLARE, DESK), made.step(0, CRADLE, CLINIC), made.step(0, BIRTH, HOSPITAL)
    passing = made.step(0, BIRTH, contacts=(Contact(made.parties[CARE].id, passes_on_for=made.town.id),))
    alone = made.step(0, PREPARE)
    empty = made.change(alone, id=next(made.new), column=9, nobody=False)
    made.note("question", alone)
    found = marks(scene(made.document()), "question", made.journeys[0].id)
    told = {id_: [mark.code for mark in some] for id_, some in found.items()}
    assert told == {
        ours.id: ["inside"], acting.id: ["acting"], other.id: ["outside"], passing.id: ["passes_on"],
        alone.id: ["open_question", "nobody"],
    }  # fmt: skip
    assert empty.id not in told


def test_a_step_with_us_and_others_is_marked_by_us_first():
    made = asking(LIFE, LIFE, LIFE)
    step = made.step(0, DECLARE, HOSPITAL, DESK)
    found = marks(scene(made.document()), "question", made.journeys[0].id)
    assert [mark.code for mark in found[step.id]] == ["inside", "outside"]


def test_desired_journeys_say_nothing_about_who_carries_the_current_ones():
    made = asking(LIFE, LIFE, LIFE)
    for index, journey in enumerate(made.journeys):
        made.entities[journey.id] = replace(made.entities[journey.id], variant="desired" if index else "current")
    for journey in range(3):
        there(made, journey, HOSPITAL, BIRTH)
    assert heard(made, "silent_party") == []
