"""A journey's sheet seen through a lens: marks on cards, a legend of those that occur, words for who listens."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import templates
from journeys.analysis.finding import LENSES
from journeys.errors import UsageError
from journeys.layout.drawing import Box, Text
from journeys.model.values import Judgement
from journeys.poster.pages import laid_out, render
from journeys.poster.request import Request
from tests.journeys.poster.hearing import hear


@pytest.fixture(scope="module")
def judged():
    """Two steps of the first journey have roles; no other step has."""
    made = templates.create("child", "nl")
    journey = next(iter(made.journeys))
    own = [step for step in made.steps.values() if step.journey == journey]
    changes = {("step", step.id): (step, replace(step, judgement=Judgement())) for step in made.steps.values()}
    for step, roles in ((own[0], ("customer", "voter")), (own[2], ("customer",))):
        changes["step", step.id] = (step, replace(step, judgement=Judgement(roles=roles)))
    made.write(changes)
    return made, own


def ask(judged, **choices):
    return Request(journeys=(next(iter(judged[0].journeys)),), paper="A3", language="nl", **choices)


def said(sheet, lane):
    return [
        element.lines[0] for layer in sheet.drawing.layers for element in layer.elements
        if layer.lane == lane and isinstance(element, Text)
    ]  # fmt: skip


def test_the_legend_has_the_marks_that_occur_and_on_how_many_steps(judged):
    plain, seen = (laid_out(judged[0], ask(judged, lens=lens))[0] for lens in ("", "roles"))
    new = [words for words in said(seen, "foot") if words not in said(plain, "foot")]
    assert new[0] == "Lens: Rollen"
    assert {"Klant (2)", "Kiezer (1)"} <= set(new)
    assert not any(words.startswith("Onderdaan") for words in new)


def test_every_mark_stands_on_its_card_and_cards_without_one_are_pale(judged):
    sheet = laid_out(judged[0], ask(judged, lens="roles"))[0]
    first, second = judged[1][0], judged[1][1]
    boxes = [
        e for layer in sheet.drawing.layers for e in layer.elements if isinstance(e, Box) and layer.lane == "steps"
    ]
    assert {"lens.0", "lens.3"} <= {box.fill for box in boxes if box.about == first.id}
    assert "lens.pale" in {box.fill for box in boxes if box.about == second.id}


def test_who_listens_to_the_sheet_hears_the_marks_in_full(judged):
    heard = hear(render(judged[0], ask(judged, lens="roles")))
    told = [one.text for one in heard.find("P")]
    assert any(words.endswith("Rollen: Klant; Kiezer.") for words in told)
    assert any(words.endswith("Rollen: Klant.") for words in told)


@pytest.mark.parametrize("palette", ["grey", "contrast"])
def test_letters_say_in_any_ink_what_colours_say(judged, palette):
    sheet = laid_out(judged[0], ask(judged, lens="roles", palette=palette))[0]
    signs = [words for words in said(sheet, "steps") if len(words) <= 3]
    assert sorted(signs) == sorted(["Kl", "Ki", "Kl"])


@pytest.mark.parametrize("lens", LENSES)
def test_a_sheet_of_several_parts_can_be_seen_through_any_lens(judged, lens):
    sheets = laid_out(judged[0], ask(judged, lens=lens, parts=2))
    assert len(sheets) == 2


def test_a_lens_that_does_not_exist_is_refused(judged):
    with pytest.raises(UsageError) as refused:
        laid_out(judged[0], ask(judged, lens="x"))
    assert refused.value.code == "poster.lens"
