"""Muted findings: how they are made, what they hang on, and where they go along."""

from __future__ import annotations

import pytest

from journeys.edits import entities, journeys, links, merge, mutes, phases, steps
from journeys.errors import EditError
from journeys.exchange import json_format
from journeys.model.document import Document
from journeys.model.integrity import check_document
from journeys.session import Session
from tests.journeys.studies import study

LOOP = "structure.loop"


@pytest.fixture
def document():
    return study(12, 1)


@pytest.fixture
def session(document):
    return Session(document, lambda edit: None)


def _muted(session, code=LOOP, subjects=None, reason="Dat klopt zo"):
    about = subjects or list(session.document.steps)[2:5]
    session.apply(mutes.mute(session.document, code, about, reason))
    return mutes.find(session.document, code, about)


def test_a_finding_is_muted_with_a_reason_and_told_again(session, document):
    made = _muted(session, reason=" Zo\u202e is het ")
    assert made.reason == "Zo is het"
    session.apply(mutes.unmute(document, made.id))
    assert not document.mutes


@pytest.mark.parametrize("reason", ["", "  ", "\n"])
def test_without_a_reason_nothing_is_muted(document, reason):
    with pytest.raises(EditError, match=r"edit\.no_reason"):
        mutes.mute(document, LOOP, list(document.steps)[:2], reason)


def test_muting_the_same_finding_again_replaces_the_reason_whatever_the_order_of_its_subjects(session, document):
    made = _muted(session)
    again = _muted(session, subjects=made.subjects[::-1], reason="Besproken op 3 maart")
    assert [*document.mutes.values()] == [again]
    assert (again.id, again.reason) == (made.id, "Besproken op 3 maart")


def test_two_findings_about_the_same_are_muted_apart(session, document):
    first, second = _muted(session), _muted(session, code="structure.loose")
    session.apply(mutes.unmute(document, first.id))
    assert [*document.mutes.values()] == [second]


@pytest.mark.parametrize(
    "verb",
    [
        lambda document, about: steps.delete(document, [about[1]]),
        lambda document, about: phases.delete(document, document.steps[about[0]].phase),
        lambda document, about: journeys.delete(document, document.steps[about[0]].journey),
        lambda document, about: entities.delete(document, "step", about[0]),
    ],
    ids=["step", "phase", "journey", "anything"],
)
def test_a_mute_goes_with_the_first_of_its_subjects_and_comes_back_with_it(session, document, verb):
    made = _muted(session)
    edit = verb(document, made.subjects)
    session.apply(edit)
    gone = not set(made.subjects) <= set(document.steps)
    assert (not document.mutes) == gone
    session.apply(edit.inverse())
    assert document.mutes == {made.id: made}
    session.apply(edit)
    assert (not document.mutes) == gone


def test_a_mute_about_a_connection_goes_when_the_flow_heals_around_a_deleted_step(session, document):
    link = next(iter(document.links.values()))
    _muted(session, "structure.choice", [link.id])
    session.apply(steps.delete(document, [link.target]))
    assert not document.mutes


def test_a_mute_about_a_connection_goes_with_it(session, document):
    link = next(iter(document.links))
    _muted(session, "structure.choice", [link])
    session.apply(links.disconnect(document, [link]))
    assert not document.mutes


def test_deleting_something_else_leaves_the_mute(session, document):
    made = _muted(session)
    session.apply(steps.delete(document, [list(document.steps)[8]]))
    assert document.mutes == {made.id: made}


def test_a_copy_of_a_journey_is_told_its_own_findings(session, document):
    _muted(session)
    session.apply(journeys.duplicate(document, next(iter(document.journeys))))
    assert len(document.mutes) == 1


def _mute_in(document: Document, code: str, subjects) -> None:
    Session(document, lambda edit: None).apply(mutes.mute(document, code, subjects, "Daar besproken"))


def test_a_merged_study_brings_the_mutes_of_what_comes_along_under_its_new_ids(session, document):
    other = study(5, 2)
    about = list(other.steps)[5:8]
    _mute_in(other, LOOP, about)
    titles = {other.steps[id_].title for id_ in about}
    session.apply(merge.merge(document, other))
    (brought,) = document.mutes.values()
    assert {document.steps[id_].title for id_ in brought.subjects} == titles
    assert check_document(document) == []


def test_merging_the_same_study_again_doubles_no_mute(session, document):
    other = document.snapshot()
    _mute_in(other, LOOP, list(other.steps)[2:5])
    made = _muted(session)
    assert not merge.merge(document, other)
    assert document.mutes == {made.id: made}


def test_a_mute_from_the_same_study_elsewhere_comes_along(session, document):
    other = document.snapshot()
    _mute_in(other, LOOP, list(other.steps)[2:5])
    session.apply(merge.merge(document, other))
    assert document.mutes == other.mutes


def test_what_was_muted_elsewhere_about_shared_things_only_is_not_muted_here(session, document):
    base = study(3, 1)
    fresh = {id_: f"f{id_[1:]}" for table in base.tables.values() for id_ in table}
    from journeys.model.references import renamed

    other = Document.of(renamed(entity, fresh) for _, entity in base)
    _mute_in(other, "scope.never_there", [next(iter(other.phases))])
    _mute_in(other, "question.blank", [other.study.id])
    session.apply(merge.merge(document, other))
    assert not document.mutes


def test_mutes_are_in_the_json_and_come_back_from_it(session, document):
    made = _muted(session)
    assert json_format.from_json(json_format.to_json(document)).document.mutes == {made.id: made}
