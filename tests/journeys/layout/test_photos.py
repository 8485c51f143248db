"""Pictures on cards: in their own shape, with room for them, and laid out anew when only their words change."""

from __future__ import annotations

import pytest

from journeys.edits import images
from journeys.edits.images import Stored
from journeys.i18n import words
from journeys.layout.drawing import Photo, Text
from journeys.layout.map import Engine, MapSpec, map_layout
from tests.journeys.studies import study

SAY = words("nl")


def put(document, width, height, step=None):
    step = step or next(iter(document.steps))
    edit = images.put_on_step(document, step, Stored("a" * 64, "png", width, height))
    document.write(edit.changes)
    return document.steps[step]


def laid_out(document, engine=None):
    return map_layout(document, MapSpec(next(iter(document.journeys))), SAY, engine)


def photos(drawing):
    return [e for layer in drawing.layers for e in layer.elements if isinstance(e, Photo)]


def card(drawing, step):
    return next(target for target in drawing.targets if target.part == "card" and target.id == step)


@pytest.mark.parametrize("size", [(1600, 900), (900, 1600), (500, 500), (1600, 8), (8, 1600)])
def test_a_picture_keeps_its_shape_and_stays_on_its_card(size):
    document = study(6)
    step = put(document, *size)
    drawing = laid_out(document)
    (photo,) = photos(drawing)
    held = card(drawing, step.id).rect
    assert photo.rect.w <= held.w
    assert photo.rect.h <= held.h
    if min(size) > 100:
        assert photo.rect.w / photo.rect.h == pytest.approx(size[0] / size[1], rel=0.01)
    assert (photo.image, photo.about, photo.alt) == (step.image, step.id, "Afbeelding")


def test_a_card_with_a_picture_is_higher_by_no_more_than_the_picture():
    document = study(6)
    plain = card(laid_out(document), next(iter(document.steps))).rect
    step = put(document, 800, 600)
    drawing = laid_out(document)
    taller = card(drawing, step.id).rect
    assert taller.w == plain.w
    assert photos(drawing)[0].rect.h < taller.h - plain.h < photos(drawing)[0].rect.h * 1.2


def test_the_title_stands_under_the_picture():
    document = study(6)
    step = put(document, 800, 600)
    layer = next(la for la in laid_out(document).layers if any(isinstance(e, Photo) for e in la.elements))
    photo = next(e for e in layer.elements if isinstance(e, Photo))
    title = next(e for e in layer.elements if isinstance(e, Text) and e.about == step.id and e.font == "bold")
    assert title.y > photo.rect.y + photo.rect.h


def test_other_words_with_a_picture_are_followed_by_the_next_layout():
    document = study(6)
    step = put(document, 800, 600)
    engine = Engine()
    laid_out(document, engine)
    edit = images.describe(document, step.image, alt="Een lege balie", caption="Maandagochtend")
    document.write(edit.changes)
    engine.follow(edit.changes)
    drawing = laid_out(document, engine)
    assert photos(drawing)[0].alt == "Een lege balie"
    lines = [line for layer in drawing.layers for e in layer.elements if isinstance(e, Text) for line in e.lines]
    assert "Maandagochtend" in lines
    assert drawing == laid_out(document)


def test_a_long_caption_takes_two_lines():
    document = study(6)
    step = put(document, 800, 600)
    document.write(images.describe(document, step.image, caption="Een heel lang verhaal " * 9).changes)
    found = [e for la in laid_out(document).layers for e in la.elements if isinstance(e, Text) and e.about == step.id]
    assert max(len(e.lines) for e in found if e.font == "italic") == 2
