"""Words are found in every text, whatever their case and marks, in the order in which people read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys import templates
from journeys.edits import entities
from journeys.model.search import find, spans, texts
from journeys.text import folded, free_name
from tests.journeys.model.strategies import documents


@pytest.fixture(scope="module")
def child():
    return templates.create("child", "nl")


def test_case_and_diacritics_are_ignored(child):
    step = next(iter(child.steps.values()))
    child.write(entities.change(child, "step", step.id, title="Vóór de GEBOORTE: één échte reünie").changes)
    for typed in ("voor de geboorte", "EEN ECHTE", "reunie", "VÓÓR"):
        assert (("step", step.id, "title")) in [hit[:3] for hit in find(child, typed)], typed


def test_C16_a_name_composed_otherwise_is_found_and_equal(child):
    step = next(iter(child.steps.values()))
    child.write(entities.change(child, "step", step.id, title="Zoe\u0308 en Rene\u0301").changes)
    assert child.steps[step.id].title == "Zo\u00eb en Ren\u00e9", "stored in one way"
    for typed in ("Zo\u00eb", "Zoe\u0308", "rene", "Ren\u00e9"):
        assert ("step", step.id, "title") in [hit[:3] for hit in find(child, typed)], typed
    assert free_name("Rene\u0301", ["Ren\u00e9"]) == "Rene\u0301 (2)"
    assert not entities.change(child, "step", step.id, title="Zo\u00eb en Ren\u00e9"), "the same name is no change"


def test_the_found_place_is_where_the_words_stand(child):
    for hit in find(child, "erkenning"):
        assert folded(hit.text[hit.start : hit.end]) == "erkenning"


def test_steps_are_found_in_the_order_in_which_they_are_read(child):
    from app.canvas.names import reading_order

    for journey in child.journeys:
        ordered = [step.id for step in reading_order(child, journey)]
        found = [hit.id for hit in find(child, "e") if hit.kind == "step" and child.steps[hit.id].journey == journey]
        places = [ordered.index(id_) for id_ in found]
        assert places == sorted(places)


def test_nothing_is_found_for_nothing(child):
    assert find(child, "") == find(child, "  ") == find(child, "bestaat nergens") == []


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("ananas", "ana", [(0, 3)]),
        ("Straße", "STRASSE", [(0, 6)]),
        ("ﬁets", "fiets", [(0, 4)]),
        ("e\u0301e\u0301n", "een", [(0, 5)]),
        ("café café", "cafe", [(0, 4), (5, 9)]),
    ],
)
def test_letters_that_become_more_or_fewer_letters_are_found_whole(text, typed, expected):
    assert list(spans(text, folded(typed))) == expected


@settings(max_examples=30)
@given(documents(), st.data())
def test_every_text_of_any_study_is_found_by_its_own_words(document, data):
    every = [(*key, path, text) for key, entity in document for path, text in texts(entity) if folded(text).strip()]
    if not every:
        return
    kind, id_, path, text = data.draw(st.sampled_from(every))
    hits = [hit for hit in find(document, text) if hit[:3] == (kind, id_, path)]
    assert hits
    assert hits[0].start == 0
