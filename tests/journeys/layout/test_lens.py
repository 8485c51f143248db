"""A map coloured by a lens: every mark has its chip, chips cover nothing, and no card moves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journeys.analysis.lenses.marks import Mark
from journeys.i18n import words
from journeys.layout.drawing import Box, Text
from journeys.layout.map import Engine, MapSpec, map_layout
from journeys.layout.palettes import LENS_INKS, palette
from journeys.layout.paper import fitting
from journeys.layout.prospect import Seen, prospect
from journeys.layout.spec import MM_PER_PT
from journeys.phrases.lenses import roles
from tests.journeys.layout.geometry import absolute, inside, overlap, overlapping, texts
from tests.journeys.layout.test_map import messy_studies
from tests.journeys.studies import study

SAY = words("nl")
SIGNS = {"a": "K", "b": "Ge", "c": "Bes", "d": "W", "e": "+", "f": "O2", "g": "Pa"}


@pytest.fixture(autouse=True, scope="module")
def seven_marks():
    """Whatever the lens of roles says: here it has seven marks with signs of one to three letters."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(roles, "MARKS", {code: (sign, f"Woord {code}") for code, sign in SIGNS.items()})
        yield


def some_marks(chosen):
    return tuple(Mark(code, f"lens.{number}") for number, code in enumerate(chosen))


MARKS = st.lists(st.sampled_from(sorted(SIGNS)), max_size=7, unique=True).map(some_marks)


def marked(data, document):
    found = {step: data.draw(MARKS) for step in document.steps}
    return {step: held for step, held in found.items() if held}


def on_screen(document, marks, engine=None, lens="roles", **choices):
    engine = engine or Engine()
    engine.mark(marks)
    return map_layout(document, MapSpec(next(iter(document.journeys)), lens=lens, **choices), SAY, engine)


def on_paper(document, marks, **choices):
    found = prospect(document, next(iter(document.journeys)), SAY, seen=Seen("roles", marks), **choices)
    engine = Engine()
    spec = fitting(document, found, (400, 250), SAY, engine)
    engine.take(found.gathered, found.levels)
    return engine.lay_out(document, spec, SAY)


def chips(drawing):
    """(step, box, words) of every chip, in absolute coordinates."""
    for layer in drawing.layers:
        boxes = [element for element in layer.elements if isinstance(element, Box) and element.radius]
        for text in layer.elements:
            if isinstance(text, Text) and text.alt and text.anchor == "middle":
                held = [b for b in boxes if b.about == text.about and b.rect.contains(text.x, text.y - 0.1)]
                small = min(held, key=lambda box: box.rect.w * box.rect.h)
                yield text.about, absolute(small.rect, layer), text.alt.removeprefix("Rollen: ")


def check_chips(document, drawing, marks, *, whole):
    cards = {target.id: target.rect for target in drawing.targets if target.part == "card"}
    found = list(chips(drawing))
    assert {step for step, _, _ in found} == {step for step in marks if step in cards}
    assert not overlapping([(step, rect) for step, rect, _ in found])
    for step, rect, _ in found:
        card = cards[step]
        assert card.x <= rect.x
        assert rect.x + rect.w <= card.x + card.w
        assert not whole or inside(rect, card)
        others = [other for id_, other in cards.items() if id_ != step]
        assert not any(overlap(rect, other) for other in others)
    set_in = [(text.about, rect) for _, text, rect in texts(drawing) if not text.alt]
    covered = [(step, words) for step, rect, _ in found for words, where in set_in if overlap(rect, _letters(where))]
    assert not covered
    told = {step: ", ".join(said for about, _, said in found if about == step) for step in marks}
    for step in (step for step in marks if step in cards):
        assert told[step] == ", ".join(f"Woord {mark.code}" for mark in marks[step])


def _letters(rect):
    """Without the room under the last line, into which no letter reaches."""
    return rect._replace(h=rect.h - 0.3)


@settings(max_examples=8)
@given(st.data(), messy_studies(), st.sampled_from(["equal", "true"]))
def test_on_screen_chips_sit_on_the_lower_edge_and_cover_no_words_and_no_other_card(data, document, axis):
    marks = marked(data, document)
    drawing = on_screen(document, marks, axis=axis)
    check_chips(document, drawing, marks, whole=False)
    cards = [target.rect for target in drawing.targets if target.part == "card"]
    signs = [
        absolute(box.rect, layer) for layer in drawing.layers for box in layer.elements
        if isinstance(box, Box) and box.fill == "card.fill" and box.rect.w == box.rect.h
    ]  # fmt: skip
    assert cards or not marks
    assert not any(overlap(rect, sign) for _, rect, _ in chips(drawing) for sign in signs if rect != sign)


@settings(max_examples=8)
@given(st.data(), messy_studies(), st.sampled_from(["equal", "true"]))
def test_on_paper_every_mark_stands_inside_its_card(data, document, axis):
    marks = marked(data, document)
    check_chips(document, on_paper(document, marks, axis=axis), marks, whole=True)


@settings(max_examples=6)
@given(st.data(), messy_studies())
def test_choosing_a_lens_moves_nothing_on_the_screen(data, document):
    plain = map_layout(document, MapSpec(next(iter(document.journeys))), SAY)
    drawing = on_screen(document, marked(data, document))
    assert (drawing.width, drawing.height) == (plain.width, plain.height)
    assert [target for target in drawing.targets if target.part != "marks"] == list(plain.targets)


def test_marks_without_a_lens_change_nothing():
    document = study(8)
    marks = {step: some_marks("abc") for step in document.steps}
    plain = map_layout(document, MapSpec(next(iter(document.journeys))), SAY)
    assert on_screen(document, marks, lens="") == plain
    assert on_screen(document, marks) != plain


@settings(max_examples=6)
@given(st.data())
def test_a_map_that_followed_lenses_and_marks_equals_a_new_one(data):
    document, engine = study(14, personas=2), Engine()
    for _ in range(data.draw(st.integers(1, 6))):
        marks, lens = marked(data, document), data.draw(st.sampled_from(["", "roles", "value"]))
        assert on_screen(document, marks, engine, lens) == on_screen(document, marks, None, lens)


def test_another_mark_on_one_step_is_drawn_and_nothing_else_is_drawn_anew():
    document, engine = study(14), Engine()
    marks = {step: some_marks("ab") for step in document.steps}
    before = {layer.name: layer.elements for layer in on_screen(document, marks, engine).layers}
    step = next(iter(document.steps))
    after = {
        layer.name: layer.elements for layer in on_screen(document, marks | {step: some_marks("c")}, engine).layers
    }
    changed = {name for name in after if after[name] is not before[name]}
    holding = {name for name, elements in after.items() if any(e.about == step for e in elements if "steps" in name)}
    assert changed - {"ground", "titles"} == holding


def test_what_does_not_fit_is_counted_on_the_last_chip_and_said():
    document = study(2)
    step = next(iter(document.steps))
    marks = {step: some_marks("abcdefg")}
    drawn = [text for _, text, _ in texts(on_screen(document, marks)) if text.alt]
    assert drawn[-1].lines[0].startswith("+")
    hidden = int(drawn[-1].lines[0])
    assert len(drawn) - 1 + hidden == 7
    assert drawn[-1].alt.count("Woord") == hidden


def test_a_step_without_a_mark_is_pale_and_one_with_a_mark_has_its_colour():
    document = study(2)
    first, second = list(document.steps)[:2]
    drawing = on_screen(document, {first: (Mark("b", "lens.3"),)})
    fills = {
        step: {box.fill for layer in drawing.layers for box in layer.elements
               if isinstance(box, Box) and box.about == step and layer.lane == "steps"}
        for step in (first, second)
    }  # fmt: skip
    assert {"lens.3.soft", "lens.3"} <= fills[first]
    assert "lens.pale" in fills[second]


def test_chips_are_large_enough_to_be_read_at_the_usual_zoom():
    drawing = on_screen(study(2), {step: some_marks("a") for step in study(2).steps})
    sizes = [text.size for _, text, _ in texts(drawing) if text.alt]
    assert min(sizes) >= 8
    assert all(rect.h > 8 * MM_PER_PT for _, rect, _ in chips(drawing))


def test_every_ink_of_a_lens_has_all_its_shades():
    roles_there = palette("light")
    assert all(f"{ink}{shade}" in roles_there for ink in LENS_INKS for shade in ("", ".on", ".edge", ".soft"))
