"""Which edits wait while the layout is locked: all that would make something come, go or stand elsewhere."""

from __future__ import annotations

import pytest

from journeys.edits import (
    entities,
    fixed,
    journeys,
    judgements,
    lanes,
    links,
    notes,
    phases,
    processes,
    steps,
)
from journeys.edits.edit import Edit
from journeys.errors import EditError
from journeys.model.entities import Journey, Link, Step
from tests.journeys.studies import study


@pytest.fixture
def document():
    return study(8, 2)


def of_journey(document, number=0):
    journey = list(document.journeys)[number]
    return journey, [step.id for step in document.steps.values() if step.journey == journey]


def in_a_new_journey(document, *, to=None):
    """A new journey with two steps and a connection; `to`: it leads to this step instead of to the second one."""
    persona, phase = next(iter(document.personas)), next(iter(document.phases))
    journey, one, two = (letter * 32 for letter in "abc")
    made = [
        Journey(journey, persona, "Nieuw"), Step(one, journey, phase, title="Een"),
        Step(two, journey, phase, column=1, title="Twee"), Link("d" * 32, one, to or two),
    ]  # fmt: skip
    ahead = document.snapshot()
    changes = {}
    for each in made:
        edit = entities.add(ahead, each)
        ahead.write(edit.changes)
        changes |= edit.changes
    return Edit("test", changes)


def test_what_makes_something_stand_elsewhere_waits(document):
    journey, (first, second, third, *_) = of_journey(document)
    phase = document.steps[first].phase
    lane = lanes.in_order(document)[0].id
    moment = next(each.id for each in document.moments.values() if not each.is_day0)
    for edit in (
        steps.add_after(document, first, "Nieuw"), steps.delete(document, [first]),
        entities.change(document, "step", first, day=3),
        links.connect(document, first, third), entities.delete(document, "link", [next(iter(document.links))]),
        phases.delete(document, phase), entities.change(document, "phase", phase, start_day=-300),
        entities.change(document, "lane", lane, order=99), entities.change(document, "moment", moment, day=7),
        entities.change(document, "study", document.study.id, end_day=400), entities.delete(document, "lane", [lane]),
        entities.change(document, "step", second, track=4), journeys.delete(document, journey),
    ):  # fmt: skip
        assert fixed.moves(edit), edit.code
        with pytest.raises(EditError, match=r"edit\.fixed"):
            fixed.check(edit)


def test_words_notes_and_judgements_leave_everything_in_place(document):
    _, (first, *_) = of_journey(document)
    for edit in (
        steps.rename(document, first, "Anders"), notes.add(document, "need", "Rust", notes.Anchor(step=first)),
        judgements.judge(document, [first], speed=2), entities.change(document, "step", first, emotion=1),
        entities.change(document, "phase", document.steps[first].phase, name="Anders"),
        entities.change(document, "link", next(iter(document.links)), label="ja"),
        entities.delete(document, "note", [next(iter(document.notes))]),
    ):  # fmt: skip
        assert edit
        assert not fixed.moves(edit), edit.code
        fixed.check(edit)


def test_a_whole_new_journey_moves_nothing(document):
    journey, (first, *_) = of_journey(document)
    for edit in (
        in_a_new_journey(document), journeys.duplicate(document, journey, variant="desired"),
        processes.add(document, first, "Hoe het werkt"),
    ):  # fmt: skip
        assert edit
        assert not fixed.moves(edit), edit.code


def test_a_connection_from_a_new_journey_to_a_step_that_is_here_waits(document):
    _, (first, *_) = of_journey(document)
    assert fixed.moves(in_a_new_journey(document, to=first))


def test_a_connection_between_steps_that_only_got_another_name_waits_and_so_does_a_step_in_such_a_journey(document):
    journey, (first, _, third, *_) = of_journey(document)
    renamed = {
        **steps.rename(document, first, "Een").changes,
        **steps.rename(document, third, "Drie").changes,
        **entities.change(document, "journey", journey, title="Anders").changes,
    }
    assert not fixed.moves(Edit("test", renamed))
    assert fixed.moves(Edit("test", {**renamed, **links.connect(document, first, third).changes}))
    step = Step("e" * 32, journey, document.steps[first].phase, column=9, title="Nieuw")
    assert fixed.moves(Edit("test", {**renamed, **entities.add(document, step).changes}))


def test_a_connection_from_a_step_that_is_here_waits_even_where_it_leads_into_a_new_journey(document):
    _, (first, *_) = of_journey(document)
    coming = in_a_new_journey(document)
    link = Link("e" * 32, first, "b" * 32)
    assert fixed.moves(Edit("test", {**coming.changes, ("link", link.id): (None, link)}))
