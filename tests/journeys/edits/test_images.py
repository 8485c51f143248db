"""Portraits and pictures on steps: put there, replaced, described, removed; nobody leaves a picture behind."""

from __future__ import annotations

import pytest

from journeys.edits import entities, images, personas, steps
from journeys.edits.images import Stored
from journeys.errors import EditError
from journeys.i18n import words
from journeys.model.integrity import check_document
from journeys.phrases import edit_text
from journeys.session import Session
from tests.journeys.studies import study

ONE = Stored("a" * 64, "png", 320, 200)
TWO = Stored("b" * 64, "jpeg", 100, 400)


@pytest.fixture
def session():
    return Session(study(6, personas=2), lambda edit: None)


def first(table):
    return next(iter(table.values()))


def do(session, verb, *arguments, **named):
    edit = verb(session.document, *arguments, **named)
    session.apply(edit)
    assert check_document(session.document) == []
    return edit


def test_a_portrait_is_one_edit_with_its_persona_as_words(session):
    persona = first(session.document.personas)
    edit = do(session, images.put_portrait, persona.id, ONE)
    (image,) = session.document.images.values()
    assert session.document.personas[persona.id].portrait == image.id
    assert (image.sha256, image.width_px, image.height_px, image.alt) == ("a" * 64, 320, 200, persona.name)
    assert edit_text(edit, words("en")) == f"Portrait chosen for “{persona.name}”"
    session.apply(edit.inverse())
    assert not session.document.images
    assert session.document.personas[persona.id] == persona


def test_another_picture_takes_the_first_ones_place_and_keeps_its_caption(session):
    step = first(session.document.steps)
    do(session, images.put_on_step, step.id, ONE)
    before = first(session.document.images)
    do(session, images.describe, before.id, caption="De balie", alt="Een lege balie")
    edit = do(session, images.put_on_step, step.id, TWO)
    (image,) = session.document.images.values()
    assert (image.sha256, image.caption, image.alt) == ("b" * 64, "De balie", "")
    session.apply(edit.inverse())
    assert session.document.images[before.id].alt == "Een lege balie"


def test_a_removed_picture_is_gone_and_comes_back_with_undo(session):
    step = first(session.document.steps)
    do(session, images.put_on_step, step.id, ONE)
    edit = do(session, images.remove_from_step, step.id)
    assert not session.document.images
    assert edit_text(edit, words("en")) == f"Picture removed from step “{step.title}”"
    session.apply(edit.inverse())
    assert len(session.document.images) == 1


def test_removing_what_is_not_there_changes_nothing(session):
    assert not images.remove_portrait(session.document, first(session.document.personas).id)
    assert not images.remove_from_step(session.document, first(session.document.steps).id)


def test_a_deleted_persona_leaves_no_portrait_behind(session):
    persona = first(session.document.personas)
    journey = next(j.id for j in session.document.journeys.values() if j.persona == persona.id)
    step = next(s for s in session.document.steps.values() if s.journey == journey)
    do(session, images.put_portrait, persona.id, ONE)
    do(session, images.put_on_step, step.id, TWO)
    edit = do(session, personas.delete, persona.id)
    assert not session.document.images
    session.apply(edit.inverse())
    assert len(session.document.images) == 2


def test_a_picture_on_two_steps_goes_with_the_last_of_them(session):
    step = first(session.document.steps)
    do(session, images.put_on_step, step.id, ONE)
    copy = do(session, steps.duplicate, [step.id]).subjects[0]
    assert session.document.steps[copy].image == session.document.steps[step.id].image
    do(session, steps.delete, [step.id])
    assert len(session.document.images) == 1
    do(session, steps.delete, [copy])
    assert not session.document.images


def test_both_steps_deleted_at_once_take_their_picture_along(session):
    step = first(session.document.steps)
    do(session, images.put_on_step, step.id, ONE)
    copy = do(session, steps.duplicate, [step.id]).subjects[0]
    do(session, entities.delete, "step", [step.id, copy])
    assert not session.document.images


def test_a_full_study_refuses_another_picture(session, monkeypatch):
    monkeypatch.setattr(images, "MOST", 1)
    one, other, *_ = session.document.steps
    do(session, images.put_on_step, one, ONE)
    with pytest.raises(EditError) as refused:
        images.put_on_step(session.document, other, TWO)
    assert refused.value.code == "edit.many_images"
    do(session, images.put_on_step, one, TWO)


def test_a_step_that_is_gone_takes_no_picture(session):
    with pytest.raises(EditError) as refused:
        images.put_on_step(session.document, "f" * 32, ONE)
    assert refused.value.code == "edit.gone"
