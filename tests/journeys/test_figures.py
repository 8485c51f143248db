"""What is drawn, told in words: the curve of feelings with its turns, the axis of time, words on connections."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeys.analysis.curve import curve
from journeys.i18n import words
from journeys.model.document import Document
from journeys.model.entities import Step
from journeys.phrases.figures import MOST, axis_text, curve_text, link_texts
from tests.journeys import studies
from tests.journeys.poster import rich

NAMES = ("Droom", "Zoeken", "Erkenning", "Aangifte", "Brief", "Thuis", "Terugblik", "Later")


def felt(*emotions: int | None) -> Document:
    """A journey with a step for each of these feelings."""
    document = studies.study(len(emotions))
    steps = {step.id: replace(step, emotion=emotion, title=NAMES[index % 8] + "!" * (index // 8), stage="front")
             for index, (step, emotion) in enumerate(zip(document.steps.values(), emotions, strict=True))}  # fmt: skip
    return Document.of(steps.get(one.id, one) for _, one in document)


def told(document: Document, language: str = "nl") -> str:
    (journey,) = document.journeys
    return curve_text(document, journey, words(language))


@pytest.mark.parametrize(
    ("emotions", "dutch", "english"),
    [
        ((1, -2), "De beleving daalt van +1 naar −2 bij “Zoeken”.", "The feeling falls from +1 to −2 at “Zoeken”."),
        ((1, 0, -2), "De beleving daalt van +1 naar −2 bij “Erkenning”.",
         "The feeling falls from +1 to −2 at “Erkenning”."),
        ((-1, None, 2), "De beleving stijgt van −1 naar +2 bij “Erkenning”.",
         "The feeling rises from −1 to +2 at “Erkenning”."),
        ((0,), "De beleving is 0 bij “Droom”.", "The feeling is 0 at “Droom”."),
        ((1, 1, 1), "De beleving blijft +1, van “Droom” tot en met “Erkenning”.",
         "The feeling stays +1, from “Droom” to “Erkenning”."),
        (
            (1, -2, -2, 2),
            "De beleving begint op +1 bij “Droom”, daalt naar −2 bij “Zoeken” en stijgt naar +2 bij “Aangifte”.",
            "The feeling begins at +1 at “Droom”, falls to −2 at “Zoeken” and rises to +2 at “Aangifte”.",
        ),
    ],
)  # fmt: skip
def test_a_short_curve_is_told_turn_by_turn(emotions, dutch, english):
    assert told(felt(*emotions)) == dutch
    assert told(felt(*emotions), "en") == english


def test_of_a_long_curve_only_what_matters_is_told():
    document = felt(1, 0, 2, -1, 1, -2, 0, -1, 1, 0)
    assert told(document) == (
        "De beleving begint op +1 bij “Droom” en eindigt op 0 bij “Zoeken!”. Hoogste punt: +2 bij “Erkenning”. "
        "Laagste punt: −2 bij “Thuis”. Sterkste daling: van +2 bij “Erkenning” naar −1 bij “Aangifte”."
    )
    assert told(felt(*[1, -1] * 60)).count("bij") == told(felt(*[1, -1] * (MOST // 2 + 1))).count("bij")


def test_nothing_is_told_where_no_step_was_judged():
    assert told(felt(None, None)) == ""


def test_a_step_without_a_title_has_words_too():
    document = Document.of(replace(one, title="") if isinstance(one, Step) else one for _, one in felt(1, -1))
    assert told(document) == "De beleving daalt van +1 naar −1 bij “Zonder titel”."


@given(st.lists(st.integers(-2, 2), min_size=1, max_size=30))
def test_the_turns_go_up_and_down_in_turn_and_miss_no_extreme(emotions):
    document = felt(*emotions)
    found = curve(document, next(iter(document.journeys)))
    heights = [beat.emotion for beat in found.turns]
    assert (heights[0], heights[-1]) == (emotions[0], emotions[-1])
    assert (found.highest.emotion, found.lowest.emotion) == (max(emotions), min(emotions))
    steps = [b - a for a, b in pairwise(heights)]
    assert all(a * b < 0 for a, b in pairwise(steps))
    if found.fall is not None:
        assert found.fall[0].emotion - found.fall[1].emotion >= max((a - b for a, b in pairwise(emotions)), default=0)


def test_the_axis_is_told_with_its_ends_and_its_longest_phase():
    assert axis_text(studies.study(3), words("nl")) == (
        "Tijdas op schaal, van 9 maanden vóór tot 12 maanden erna. De langste fase is “Eerste jaar”: 11½ maand."
    )
    timeless = Document.of(
        replace(one, dated=False) if hasattr(one, "dated") else one for _, one in studies.study(3)
    )  # fmt: skip
    assert axis_text(timeless, words("nl")) == ""


def test_words_on_connections_are_told_with_both_steps():
    document = rich.rich(12)
    (journey,) = document.journeys
    said = link_texts(document, journey, words("en"))
    assert set(said) == {link.id for link in document.links.values() if link.label}
    assert (
        "From “Stap 3: kraamzorg en zwangerschapsverlof” to “Stap 1: kraamzorg en zwangerschapsverlof”: nog eens"
        in said.values()
    )
