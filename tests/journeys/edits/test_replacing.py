"""Replacing what was found is one edit, and it refuses what does not fit."""

from __future__ import annotations

import pytest

from journeys import templates
from journeys.edits import entities
from journeys.edits.replacing import replace_found
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.integrity import check_document
from journeys.model.search import find
from journeys.phrases.edits import edit_text


@pytest.fixture
def child():
    return templates.create("child", "nl")


def test_all_places_are_replaced_by_one_edit(child):
    before = len(find(child, "erkenning"))
    edit = replace_found(child, find(child, "erkenning"), "adoptie")
    child.write(edit.changes)
    assert before > 1
    assert find(child, "erkenning") == []
    assert len(find(child, "adoptie")) == before
    assert not check_document(child)
    assert edit_text(edit, words("nl")) == f"{before} plekken vervangen door “adoptie”"


def test_two_places_in_one_text_are_both_replaced(child):
    step = next(iter(child.steps))
    child.write(entities.change(child, "step", step, title="brief, brief en BRIEF").changes)
    child.write(replace_found(child, [hit for hit in find(child, "brief") if hit.id == step], "sms’je").changes)
    assert child.steps[step].title == "sms’je, sms’je en sms’je"


def test_words_in_a_note_about_evidence_are_replaced_too(child):
    from dataclasses import replace

    step = next(iter(child.steps.values()))
    noted = replace(step.evidence, note="uit gesprek twaalf")
    child.write(entities.change(child, "step", step.id, evidence=noted).changes)
    child.write(replace_found(child, find(child, "gesprek twaalf"), "de enquête").changes)
    assert child.steps[step.id].evidence.note == "uit de enquête"


def test_words_that_do_not_fit_change_nothing(child):
    step = next(iter(child.steps))
    child.write(entities.change(child, "step", step, title="kort " + "x" * 190).changes)
    with pytest.raises(EditError, match="too_long"):
        replace_found(child, find(child, "kort"), "lang " * 10)


def test_a_name_is_not_emptied(child):
    phase = next(iter(child.phases.values()))
    with pytest.raises(EditError, match="needs_words"):
        replace_found(child, [hit for hit in find(child, phase.name) if hit.id == phase.id], "")


def test_a_text_that_changed_since_is_left_alone(child):
    step = next(iter(child.steps.values()))
    found = [hit for hit in find(child, step.title) if hit.id == step.id]
    child.write(entities.change(child, "step", step.id, title="Heel anders").changes)
    with pytest.raises(EditError, match="stale"):
        replace_found(child, found, "nieuw")
