"""A table that comes in again: what a step says already does not come twice, and is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys.edits import intake, notes, steps
from journeys.edits import study as studies
from journeys.edits.incoming import Goal, Incoming, IncomingContact, IncomingNote, IncomingStep, Remark
from journeys.errors import EditError
from journeys.model.entities import Phase
from journeys.model.integrity import check_document
from tests.journeys.studies import study


@pytest.fixture
def document():
    """Two steps in each of six phases, each leading to the next."""
    return study(12)


def take(document, *rows, again=False, **goal):
    """The study with these rows, numbered from 1; and what was told."""
    goal.setdefault("journey", next(iter(document.journeys)))
    coming = tuple(replace(each, row=number) for number, each in enumerate(rows, 1))
    told = intake.taken(document, Incoming(coming), Goal(again=again, **goal))
    after = document.snapshot()
    after.write(told.edit.changes)
    assert not check_document(after)
    return after, told


def row(title, phase="Zwanger!", **fields):
    return IncomingStep(0, title, phase=phase, **fields)


def titles(document):
    return sorted(step.title for step in document.steps.values())


def called(document, title):
    return next(step for step in document.steps.values() if step.title == title)


def test_a_step_that_is_here_does_not_come_again_and_is_told(document):
    after, told = take(document, row("Stap 1"), row("Nieuw"), row("STAP 2"))
    assert titles(after) == sorted([*titles(document), "Nieuw", "STAP 2"]), "another title is another step"
    assert [(remark.code, remark.rows) for remark in told.remarks] == [("intake.here_already", (1,))]
    assert told.made == {"step": 2}


def test_nothing_new_is_no_edit(document):
    after, told = take(document, row("Stap 1"), row("Stap 2"))
    assert not told.edit
    assert after == document


def test_a_step_comes_again_where_that_is_asked(document):
    after, told = take(document, row("Stap 1"), again=True)
    assert titles(after).count("Stap 1") == 2
    assert told.remarks == ()


def test_a_row_that_stands_there_twice_comes_once_beside_the_step_that_is_here(document):
    after, told = take(document, row("Stap 1"), row("Stap 1"))
    assert titles(after).count("Stap 1") == 2
    assert [remark.rows for remark in told.remarks] == [(1,)]


@pytest.mark.parametrize("more", [
    {"body": "Anders"}, {"stage": "back"}, {"day": 5}, {"place": "Thuis"}, {"evidence": "Gezien"},
    {"notes": (IncomingNote("need", "Rust"),)}, {"contacts": (IncomingContact("UWV"),)},
], ids=lambda more: next(iter(more)))  # fmt: skip
def test_a_row_that_says_more_than_the_step_comes_in(document, more):
    after, told = take(document, row("Stap 1", **more))
    assert titles(after).count("Stap 1") == 2
    assert told.remarks == ()


def test_a_step_of_another_phase_is_another_step(document):
    after, _ = take(document, row("Stap 1", "Kraamtijd"))
    assert titles(after).count("Stap 1") == 2


def test_a_step_of_another_journey_is_another_step():
    document = study(6, 2)
    second = list(document.journeys)[1]
    gone = [step.id for step in document.steps.values() if step.journey == second]
    document.write(steps.delete(document, gone).changes)
    after, told = take(document, row("Stap 1"), journey=second)
    assert len(after.steps) == len(document.steps) + 1
    assert told.remarks == ()


def test_a_step_that_holds_the_notes_of_the_row_and_more_is_here_already(document):
    step = called(document, "Stap 1").id
    for kind, text in (("need", "Rust"), ("quote", "Wij wisten van niets")):
        document.write(notes.add(document, kind, text, notes.Anchor(step=step)).changes)
    for said in ((), (("need", "RUST"),), (("quote", "Wij wisten van niets"), ("need", "Rust"))):
        after, told = take(document, row("Stap 1", notes=tuple(IncomingNote(*each) for each in said)))
        assert after == document, said
        assert [remark.code for remark in told.remarks] == ["intake.here_already"]
    after, _ = take(document, row("Stap 1", notes=(IncomingNote("pain", "Rust"),)))
    assert len(after.steps) == len(document.steps) + 1


def test_what_comes_next_stands_behind_the_step_that_is_here(document):
    after, _ = take(document, row("Stap 1"), row("Erna"))
    linked = {(after.steps[link.source].title, after.steps[link.target].title) for link in after.links.values()}
    assert {("Stap 1", "Erna"), ("Erna", "Stap 2")} <= linked
    assert ("Stap 1", "Stap 2") not in linked


def test_unreadable_characters_are_counted_once_whatever_was_looked_at(document):
    _, told = take(document, row("Stap 1", body="a\x00b\x00c"))
    assert told.remarks == (Remark("notice.text_unreadable", {"n": 2}),)


def test_a_known_step_of_another_journey_is_told_only_where_the_row_names_a_journey():
    document = study(6, 2)
    first, second = document.journeys
    step = next(each for each in document.steps.values() if each.journey == second)
    after, told = take(document, IncomingStep(0, "Anders", id=step.id), journey=first, again=True)
    assert after.steps[step.id] == replace(step, title="Anders")
    assert (told.remarks, told.changed) == ((), 1)


def test_at_most_four_hundred_steps_are_selected_afterwards():
    coming = Incoming(tuple(IncomingStep(number, f"N{number}") for number in range(401)))
    document = study(0)
    edit = intake.take_in(document, coming, Goal(next(iter(document.journeys))))
    assert (len(edit.subjects), edit.words["n"], edit.words["title"]) == (400, 401, "N0")


def test_a_study_of_other_phases_or_with_anything_in_it_is_not_blank():
    assert not intake.is_blank(study(0))
    assert all(intake.is_blank(studies.blank("Leeg", language)) for language in ("nl", "en"))
    written = studies.blank("Leeg", "nl")
    written.write(notes.add(written, "question", "Wie?").changes)
    assert not intake.is_blank(written)
    longer = studies.blank("Leeg", "nl")
    longer.write({("phase", "f" * 32): (None, Phase("f" * 32, "Later", 5))})
    assert not intake.is_blank(longer)


def test_as_many_steps_come_in_as_a_study_may_hold_and_those_that_are_here_do_not_count(document, monkeypatch):
    monkeypatch.setattr(intake, "MAX_STEPS", 14)
    known = IncomingStep(0, "Anders", id=next(iter(document.steps)))
    after, _ = take(document, known, row("A"), row("B"), again=True)
    assert len(after.steps) == 14
    with pytest.raises(EditError, match=r"edit\.refused"):
        take(document, row("A"), row("B"), row("C"), again=True)


def test_of_a_table_with_ids_only_what_is_new_or_says_something_else_is_what_it_is_about(document):
    first, second, third = list(document.steps.values())[:3]
    note = next(note for note in document.notes.values() if note.step is not None)
    on_note = document.steps[note.step]
    said = (replace(row(each.title, id=each.id), phase="") for each in (first, second, third) if each != on_note)
    with_note = IncomingNote(note.kind, note.text, owner="Fatma", id=note.id)
    _, told = take(
        document, *said, row("Nieuw"), replace(row(on_note.title, id=on_note.id), phase="", notes=(with_note,))
    )
    kept = {each.id for each in (first, second, third)} - {on_note.id}
    assert told.same == kept
    assert (told.made, told.changed, told.altered) == ({"step": 1}, 0, {"note": 1})
    assert kept.isdisjoint(told.edit.subjects)
    assert on_note.id in told.edit.subjects
    assert (told.edit.words["title"], told.edit.words["n"]) == ("Nieuw", 2)
