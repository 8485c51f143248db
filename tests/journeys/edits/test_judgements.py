"""Verbs on judgements: one edit for all steps, cleaned, and nothing asked for twice."""

from __future__ import annotations

import pytest

from journeys.edits import judgements, notes
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.integrity import check_changes
from journeys.model.values import Judgement
from journeys.phrases import edit_text
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(6)


def after(edit, id_):
    return edit.changes["step", id_][1].judgement


def test_several_steps_are_judged_in_one_edit_and_keep_the_rest(document):
    first, second = list(document.steps)[:2]
    edit = judgements.judge(document, [first, second], value_individual=2, value_reason="snel\u202e ")
    assert [after(edit, id_) for id_ in (first, second)] == [
        Judgement(speed=-1, value_individual=2, value_reason="snel"),
        Judgement(value_individual=2, value_reason="snel"),
    ]
    assert not check_changes(document, edit.changes)
    assert edit_text(edit, words("nl")) == "Oordeel over 2 stappen gewijzigd"


def test_none_takes_a_judgement_away(document):
    first = next(iter(document.steps))
    assert after(judgements.judge(document, [first], speed=None), first) == Judgement()
    assert after(judgements.clear(document, [first]), first) == Judgement()


def test_a_judgement_has_no_other_fields(document):
    with pytest.raises(EditError) as refused:
        judgements.judge(document, list(document.steps), mood=1)
    assert refused.value.code == "edit.no_field"


def test_roles_stand_in_the_order_of_the_seven_and_each_once(document):
    first = next(iter(document.steps))
    edit = judgements.take_role(document, [first], "voter", on=True)
    changed = document.snapshot()
    changed.write(edit.changes)
    edit = judgements.take_role(changed, [first], "customer", on=True)
    assert after(edit, first).roles == ("customer", "voter")
    changed.write(edit.changes)
    assert not judgements.take_role(changed, [first], "customer", on=True)
    assert after(judgements.take_role(changed, [first], "voter", on=False), first).roles == ("customer",)


def test_the_same_is_not_asked_twice_in_one_step(document):
    first = next(iter(document.steps))
    edit = judgements.ask(document, [first], " Café-adres ")
    assert after(edit, first).data_asked == ("Café-adres",)
    changed = document.snapshot()
    changed.write(edit.changes)
    assert not judgements.ask(changed, [first], "cafe-adres")
    assert not judgements.ask(changed, [first], "  ")
    assert after(judgements.unask(changed, [first], "CAFE-ADRES"), first).data_asked == ()


def test_what_is_asked_is_one_line_and_is_recognised_when_it_comes_as_two(document):
    first = next(iter(document.steps))
    edit = judgements.ask(document, [first], "Adres\nvan het kind")
    assert after(edit, first).data_asked == ("Adres van het kind",)
    changed = document.snapshot()
    changed.write(edit.changes)
    assert not judgements.ask(changed, [first], "adres\nvan het kind")


def test_only_opportunities_and_ideas_can_be_a_small_gesture(document):
    step = next(iter(document.steps))
    plan = notes.add(document, "opportunity", "Een kaartje", notes.Anchor(step=step))
    changed = document.snapshot()
    changed.write(plan.changes)
    ids = [plan.subjects[0], next(id_ for id_, note in changed.notes.items() if note.kind == "need")]
    edit = notes.make(changed, ids, "small_gesture", on=True)
    assert edit.subjects == (plan.subjects[0],)
    assert [new.small_gesture for _, new in edit.changes.values()] == [True]
    assert edit_text(edit, words("nl")) == "Aangemerkt als klein gebaar: “Een kaartje”"
