"""The lens of time on small studies worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from journeys.analysis import lenses
from journeys.analysis.lenses.marks import marks
from journeys.analysis.lenses.time.duties import states
from journeys.analysis.scene import scene
from journeys.i18n import words
from journeys.model.entities import Fact, Journey, Link
from journeys.model.integrity import check_document
from journeys.model.values import Contact, Due, Duration, Judgement
from journeys.phrases.lenses import finding_text
from tests.journeys.analysis import scenes
from tests.journeys.analysis.lenses.told import flaws
from tests.journeys.analysis.scenes import BIRTH, CARE, CLINIC, CRADLE, DECLARE, DESK, HOSPITAL, PREGNANT, PREPARE, WEB
from tests.journeys.analysis.scenes import YEAR as FIRST_YEAR

NL, EN = words("nl"), words("en")


class Study(scenes.Scene):
    """One persona, a journey from the test to the desk, and deadlines to be added."""

    def __init__(self):
        super().__init__()
        for extra in (*self.personas[1:], *self.journeys[1:]):
            del self.entities[extra.id]
        self.begin = self.step(0, PREGNANT, WEB, title="Test", day=-250)
        self.visit = self.step(0, PREPARE, HOSPITAL, title="Echo", day=-100)
        self.born_step = self.step(0, BIRTH, HOSPITAL, title="Bevallen", day=-2)
        self.desk = self.step(0, DECLARE, DESK, title="Aangifte", day=0)

    def due(self, count, unit="day", party=DESK, **fields):
        rule = fields.pop("rule", "none")
        fields.setdefault("status", "statutory")
        held = Due(self.born.id, count, unit, rule)
        text = fields.pop("text", "Termijn")
        return self.add(
            Fact(next(self.new), text, party=None if party is None else self.parties[party].id, due=held, **fields)
        )

    def seen(self):
        document = self.document()
        assert check_document(document) == []
        found = scene(document)
        assert [flaw for flaw in flaws(found) if "time." in flaw] == []
        return found

    def find(self, code):
        """The findings with this code."""
        return [one for one in lenses.findings(self.seen(), ["time"]).findings if one.code == f"time.{code}"]

    def codes(self):
        return {one.code.removeprefix("time.") for one in lenses.findings(self.seen(), ["time"]).findings}

    def marks(self):
        found = marks(self.seen(), "time", self.journeys[0].id)
        return {self.entities[step].title: [mark.code for mark in some] for step, some in found.items()}


def test_a_deadline_that_is_met_is_a_strength_and_marks_its_step():
    study = Study()
    fact = study.due(3)
    (found,) = study.find("in_time")
    assert (found.grade, found.subjects, found.number("deadlines").ids) == ("good", (fact.id,), (fact.id,))
    assert study.marks()["Aangifte"] == ["duty", "met"]


def test_a_deadline_in_a_phase_where_we_are_absent_asks_for_action():
    study = Study()
    study.step(0, CRADLE, HOSPITAL, day=5)
    own = study.due(8, party=None)
    other = study.due(9, party=CARE, text="Kraamzorg")
    (found,) = study.find("deadline_absent")
    assert (found.grade, found.phase) == ("act", study.phases[CRADLE].id)
    assert found.subjects[:3] == (study.phases[CRADLE].id, own.id, other.id)
    assert found.number("deadlines").ids == (own.id, other.id)
    assert found.number("personas").ids == (study.personas[0].id,)
    assert "in_time" not in study.codes()


def test_a_deadline_of_somebody_else_in_our_absence_is_only_worth_a_look():
    study = Study()
    study.step(0, CRADLE, HOSPITAL, day=5)
    study.due(8, party=CARE)
    (found,) = study.find("deadline_absent")
    assert found.grade == "look"


def test_nobody_is_blamed_for_a_phase_of_which_nothing_is_known():
    study = Study()
    study.due(8, party=CARE)
    assert study.codes() <= {"silence", "silence_needs"}


def test_absence_on_purpose_and_presence_through_a_partner_are_no_absence():
    study = Study()
    study.step(0, CRADLE, day=5, contacts=(Contact(study.parties[CARE].id, passes_on_for=study.town.id),))
    study.due(8, party=None)
    assert study.find("deadline_absent") == []


def test_a_deadline_before_the_first_contact_is_heard_of_too_late():
    study = Study()
    early = study.due(-30, party=None, text="Kies vóór de geboorte")
    (found,) = study.find("heard_late")
    assert (found.grade, found.subjects) == ("act", (early.id, study.journeys[0].id))
    assert study.find("deadline_absent") == []
    assert finding_text(found, study.document(), EN).endswith(
        "The first contact with the municipality comes later for 1 persona."
    )


def test_a_step_after_the_deadline_is_late_and_marked():
    study = Study()
    study.change(study.desk, day=0)
    fact = study.due(1)
    (found,) = study.find("late_step")
    assert (found.grade, found.subjects) == ("act", (fact.id, study.desk.id))
    assert found.number("steps").ids == (study.desk.id,)
    assert study.marks()["Aangifte"] == ["late", "met"]


def test_a_term_that_weekends_may_extend_is_not_called_late_without_dates():
    study = Study()
    study.due(1, rule="termijnenwet")
    assert study.find("late_step") == []


def test_with_dates_there_is_no_such_doubt():
    study = Study()
    study.change(study.study, day0_date=dt.date(2026, 9, 10))
    study.due(1, rule="termijnenwet")
    assert len(study.find("late_step")) == 1


def test_a_statutory_deadline_without_a_step_is_told_where_something_is_known():
    study = Study()
    study.step(0, FIRST_YEAR, CLINIC, day=40)
    fact = study.due(4, "month", party=CARE)
    (found,) = study.find("no_step")
    assert (found.grade, found.subjects) == ("look", (fact.id, study.journeys[0].id))
    study.change(fact, status="usual")
    assert study.find("no_step") == []


def test_a_step_with_a_part_of_the_party_will_do():
    study = Study()
    study.step(0, FIRST_YEAR, CLINIC, day=40)
    fact = study.due(4, "month", party=scenes.TOWN)
    assert study.find("no_step") == []
    assert fact.id in study.find("in_time")[0].subjects


def test_only_current_journeys_are_asked_about_deadlines():
    study = Study()
    study.due(3)
    study.journeys.append(study.add(Journey(next(study.new), study.personas[0].id, "Gewenst", variant="desired")))
    study.step(3, CRADLE, HOSPITAL, day=5)
    assert study.find("in_time")
    assert not study.find("deadline_absent")


def test_a_term_that_is_extended_is_told_with_its_dates_once_for_each_last_day():
    study = Study()
    study.change(study.study, day0_date=dt.date(2026, 4, 3))
    first, second = study.due(3, rule="termijnenwet", text="Aangifte"), study.due(3, rule="termijnenwet", text="Naam")
    (found,) = study.find("extended")
    assert set(found.subjects) == {first.id, second.id}
    told = finding_text(found, study.document(), EN)
    assert told.startswith("On Sat 4 Apr 2026 (a Saturday) this would end: ")
    assert told.endswith("So the last day is Tue 7 Apr 2026.")


def test_a_deadline_on_a_closed_day_names_the_last_day_that_is_open():
    study = Study()
    study.change(study.study, day0_date=dt.date(2026, 4, 8))
    study.due(0, text="Vandaag", party=None)
    (found,) = study.find("ends_closed")
    told = finding_text(found, study.document(), NL)
    assert "ma 6 apr 2026 (tweede paasdag)" in told
    assert told.endswith("open is, is do 2 apr 2026.")


def test_without_dates_nothing_is_said_of_closed_days():
    study = Study()
    study.due(3, rule="termijnenwet")
    assert not study.codes() & {"extended", "ends_closed"}


def test_the_longest_silence_with_an_open_need_is_traced_to_the_steps_around_it():
    study = Study()
    need = study.note("need", study.visit)
    (found,) = study.find("silence_needs")
    assert (found.grade, found.number("days").value) == ("look", 270)
    assert "for 9 months" in finding_text(found, study.document(), EN)
    assert found.number("days").ids == (study.desk.id,)
    assert found.number("needs").ids == (need.id,)
    assert "from the start up to “Aangifte”" in finding_text(found, study.document(), EN)
    assert {code for title, code in ((t, c[0]) for t, c in study.marks().items()) if title != "Aangifte"} == {"silent"}


def test_without_an_open_need_a_silence_is_not_told():
    study = Study()
    study.note("need", study.visit, answered_by=study.parties[HOSPITAL].id)
    assert study.codes() == set()


def test_a_silence_between_two_contacts_names_both():
    study = Study()
    study.step(0, PREGNANT, CLINIC, title="JGZ", day=-240)
    study.note("need", study.visit)
    (found,) = study.find("silence_needs")
    assert found.number("days").value == 240
    assert "between “JGZ” and “Aangifte”" in finding_text(found, study.document(), EN)


def test_time_after_the_last_step_is_no_silence():
    study = Study()
    study.step(0, PREGNANT, CLINIC, day=-260)
    for day in (-200, -140, -80, -20):
        study.step(0, BIRTH if day > -42 else PREPARE, CLINIC, day=day)
    assert study.codes() == set()


@pytest.mark.parametrize(
    ("waiting", "told"),
    [
        (Duration(9, 10, "workday"), "9–10 working days"),
        (Duration(6, 8, "week"), "6–8 weeks"),
        (Duration(1, 1, "month"), "1 month"),
    ],
)
def test_a_long_wait_is_told_in_its_own_unit(waiting, told):
    study = Study()
    study.change(study.visit, judgement=Judgement(waiting=waiting))
    (found,) = study.find("waiting")
    assert (found.grade, found.number("steps").ids) == ("look", (study.visit.id,))
    assert finding_text(found, study.document(), EN).endswith(f"Longest: “Echo”, {told}.")
    assert study.marks()["Echo"][0] == "waits"


def test_a_wait_that_was_weighed_from_both_sides_is_told_by_the_lens_of_roles():
    study = Study()
    weighed = Judgement(waiting=Duration(6, 8, "week"), value_individual=-1, value_collective=1)
    study.change(study.visit, judgement=weighed)
    assert study.find("waiting") == []


@pytest.mark.parametrize("waiting", [Duration(9, 9, "workday"), Duration(1, 13, "day"), Duration(300, 335, "hour")])
def test_a_wait_below_two_weeks_is_no_news(waiting):
    study = Study()
    study.change(study.visit, judgement=Judgement(waiting=waiting))
    assert study.find("waiting") == []


def test_a_wait_that_hurts_asks_for_action():
    study = Study()
    study.change(study.visit, judgement=Judgement(waiting=Duration(3, 3, "week")), emotion=-1)
    assert study.find("waiting")[0].grade == "act"


def test_a_day_outside_the_phase_is_found_unless_the_phase_has_no_days():
    study = Study()
    study.change(study.visit, day=-30)
    (found,) = study.find("outside_phase")
    assert found.number("steps").ids == (study.visit.id,)
    study.change(study.phases[PREPARE], dated=False)
    assert study.find("outside_phase") == []


def test_a_flow_to_an_earlier_day_is_found_and_one_to_the_same_day_is_not():
    study = Study()
    back = study.add(Link(next(study.new), study.desk.id, study.visit.id, kind="choice"))
    study.add(Link(next(study.new), study.visit.id, study.desk.id))
    (found,) = study.find("out_of_order")
    assert found.number("links").ids == (back.id,)
    assert found.number("steps").ids == (study.desk.id, study.visit.id)
    study.change(study.visit, day=None)
    assert study.find("out_of_order") == []


def test_who_is_sent_back_does_a_step_again_later():
    study = Study()
    study.add(Link(next(study.new), study.desk.id, study.visit.id, kind="back"))
    assert study.find("out_of_order") == []


@pytest.mark.parametrize(
    ("lasts", "odd"),
    [(Duration(1, 9, "day"), False), (Duration(2, 2, "day"), True), (Duration(47, 47, "hour"), False),
     (Duration(1, 1, "workday"), True), (Duration(1, 1, "week"), True)],
)  # fmt: skip
def test_a_step_that_takes_longer_than_its_phase_of_one_day_is_found(lasts, odd):
    study = Study()
    study.change(study.desk, lasts=lasts)
    assert bool(study.find("too_long")) == odd


def test_a_study_without_any_day_or_deadline_gets_one_invitation():
    study = Study()
    for step in (study.begin, study.visit, study.born_step, study.desk):
        study.change(step, day=None)
    assert [one.grade for one in study.find("unknown")] == ["look"]
    study.due(3)
    assert study.find("unknown") == []


def test_a_deadline_of_somebody_else_is_no_duty_to_tell_of_nor_our_strength():
    study = Study()
    study.due(-30, party=CARE, text="Kraamzorg")
    study.due(0, party=HOSPITAL, text="Ziekenhuis")
    assert not study.codes() & {"heard_late", "in_time"}


def test_the_state_of_a_deadline_in_a_phase_of_which_nothing_is_known_says_so():
    study = Study()
    fact = study.due(8, party=CARE)
    assert study.seen().once(states)[fact.id, study.journeys[0].id] == "unmapped"


def test_the_first_day_of_the_next_phase_lies_outside_the_phase():
    study = Study()
    study.change(study.visit, day=-42)
    assert len(study.find("outside_phase")) == 1
    study.change(study.visit, day=-43)
    assert study.find("outside_phase") == []


def test_a_step_with_the_whole_of_which_the_party_is_a_part_will_do():
    study = Study()
    study.change(study.desk, contacts=(Contact(study.town.id),))
    fact = study.due(3)
    assert study.find("in_time")[0].subjects == (fact.id,)
