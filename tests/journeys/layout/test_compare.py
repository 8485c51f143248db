"""Comparisons on paper and screen: nothing overlaps, nothing is cut, and nothing hangs on colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from journeys import templates
from journeys.analysis.compare import personas
from journeys.analysis.variants import pairs, variants
from journeys.i18n import words
from journeys.layout.compare import BoardSpec, personas_board, variants_board
from journeys.layout.compare.cell import CHIP_ROLES
from journeys.layout.compare.hearts import pattern
from journeys.layout.compare.slots import LOOKS
from journeys.layout.drawing import Box, Line, Mark, Text
from journeys.layout.palettes import contrast, palette
from journeys.model.document import Document
from journeys.model.entities import Journey, Note, Persona, Step
from tests.journeys.layout.geometry import absolute, inside, overlapping, texts
from tests.journeys.studies import study

NL, EN = words("nl"), words("en")
LONG = "Mevrouw Van den Brandenburg-Hoogerwerf en haar drie kinderen"


def child():
    return templates.create("child", "nl")


def awkward(count=5):
    """Long names and quotes, a persona without a journey, feelings that differ everywhere."""
    document = study(40, count)
    changed: dict[str, Step | Persona] = {}
    for index, step in enumerate(document.steps.values()):
        changed[step.id] = replace(step, emotion=(index * 7) % 5 - 2 if index % 6 else None)
    for persona in document.personas.values():
        changed[persona.id] = replace(persona, name=f"{LONG} {persona.order}", tagline=LONG)
    quotes = [
        Note(f"{index:032x}"[::-1], "quote", f"{LONG}: waarom moet ik dit drie keer vertellen?", step=step)
        for index, step in enumerate(list(document.steps)[::7])
    ]
    alone = Persona("e" * 32, "Niemand weet het nog", order=99)
    return Document.of([*(changed.get(entity.id, entity) for _, entity in document), *quotes, alone])


def desired():
    document = child()
    return document, *pairs(document)[0]


def side_by_side(document, say):
    return personas_board(document, personas(document), BoardSpec(), say)


def under_each_other(document, say):
    return variants_board(document, variants(document, *pairs(document)[0]), BoardSpec(), say)


BOARDS = {
    "child": lambda say: side_by_side(child(), say),
    "awkward": lambda say: side_by_side(awkward(), say),
    "twelve": lambda say: side_by_side(awkward(12), say),
    "one": lambda say: side_by_side(study(6), say),
    "desired": lambda say: under_each_other(child(), say),
}


def spread(board):
    """(field, rectangle in mm) of every field."""
    from journeys.layout.drawing import Rect

    for field in board.fields:
        left, right = board.columns[field.column + 1], board.columns[field.column + 1 + field.across]
        top, bottom = board.rows[field.row + 1], board.rows[field.row + 2]
        yield field, Rect(left, top, right - left, bottom - top)


@pytest.mark.parametrize("say", [NL, EN], ids=["nl", "en"])
@pytest.mark.parametrize("kind", list(BOARDS))
def test_no_words_overlap_and_none_leave_the_drawing(kind, say):
    board = BOARDS[kind](say)
    found = [(text.lines, rect) for _, text, rect in texts(board.drawing)]
    assert found
    assert overlapping(found) == []
    assert all(rect.x >= 0 and rect.y >= 0 for _, rect in found)
    assert all(rect.x + rect.w <= board.drawing.width and rect.y + rect.h <= board.drawing.height for _, rect in found)


@pytest.mark.parametrize("kind", list(BOARDS))
def test_the_fields_tile_the_grid_and_cut_through_no_words(kind):
    board = BOARDS[kind](NL)
    fields = dict(spread(board))
    assert overlapping(list(fields.items())) == []
    assert list(board.columns) == sorted(board.columns)
    assert list(board.rows) == sorted(board.rows)
    edge = board.columns[1], board.rows[1]
    for layer, text, rect in texts(board.drawing):
        if rect.x > edge[0] and rect.y > edge[1] and not layer.name.startswith("hearts"):
            assert any(inside(rect, area) for area in fields.values()), (layer.name, text.lines)


@pytest.mark.parametrize("kind", list(BOARDS))
def test_layers_have_names_of_their_own_so_that_painters_can_tell_them_apart(kind):
    names = [layer.name for layer in BOARDS[kind](EN).drawing.layers]
    assert len(names) == len(set(names))


def test_a_persona_that_stands_out_is_marked_with_a_shape_words_and_a_frame():
    document = child()
    found = personas(document)
    board = personas_board(document, found, BoardSpec(), EN)
    layers = {layer.name: layer for layer in board.drawing.layers}
    for one in found.differences:
        for row in found.rows:
            elements = layers[f"cell/{row.journey}/{one.phase}"].elements
            said = {line for text in elements if isinstance(text, Text) for line in text.lines}
            frame = max(box.width for box in elements if isinstance(box, Box) and box.stroke)
            marks = {mark.name for mark in elements if isinstance(mark, Mark)}
            if row.journey in one.apart:
                assert said & {"dip", "other presence", "more pleasant"}
                assert marks & {"down", "up", "differs"}
                assert frame > 0.5
        head = layers[f"differs/{one.phase}"]
        assert any(isinstance(mark, Mark) and mark.name == "differs" for mark in head.elements)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast", "print"])
def test_the_words_and_marks_on_every_chip_can_be_read(theme):
    colours = palette(theme)
    chips = [CHIP_ROLES, *((role, f"{role}.text", f"{role}.mark") for _, role in LOOKS.values())]
    for fill, words_role, mark in chips:
        assert contrast(colours[fill], colours[words_role]) >= 4.5, (theme, fill)
        assert contrast(colours[fill], colours[mark]) >= 3, (theme, fill)
    for ground in ("lane.fill", "lane.tint"):
        assert contrast(colours[ground], colours["moment"]) >= 3, (theme, ground)


def test_24_heartbeats_differ_without_colour():
    assert len({pattern(index) for index in range(24)}) == 24


def test_every_heartbeat_has_its_name_at_its_end():
    board = BOARDS["child"](NL)
    lines = {
        layer.name: layer for layer in board.drawing.layers
        if layer.name.startswith("hearts/") and any(isinstance(e, Line) and e.curved for e in layer.elements)
    }  # fmt: skip
    assert len(lines) == 3
    for layer in lines.values():
        assert any(isinstance(element, Text) for element in layer.elements)
        assert len({e.dash for e in layer.elements if isinstance(e, Line) and e.curved}) == 1


def test_phases_without_anything_and_studies_without_phases_have_a_board_too():
    bare = study(0)
    assert personas_board(bare, personas(bare), BoardSpec(), EN).fields
    nothing = Document.of(e for key, e in bare if key[0] != "phase")
    board = personas_board(nothing, personas(nothing), BoardSpec(), EN)
    assert board.drawing.width > 0


def test_a_study_without_personas_has_only_the_phases():
    nobody = Document.of(e for _, e in study(0) if not isinstance(e, Persona | Journey | Step))
    board = personas_board(nobody, personas(nobody), BoardSpec(), EN)
    assert board.fields == ()
    assert {layer.lane for layer in board.drawing.layers} >= {"phases"}


def test_every_step_of_both_journeys_has_one_card_and_a_pair_stands_above_each_other():
    document, current, wish = desired()
    found = variants(document, current, wish)
    board = variants_board(document, found, BoardSpec(), NL)
    cards = {t.id: t.rect for t in board.drawing.targets if t.part == "card"}
    assert set(cards) == {step.id for step in document.steps.values() if step.journey in (current, wish)}
    for slot in found.slots:
        if slot.current and slot.desired:
            above, below = cards[slot.current], cards[slot.desired]
            assert above.x == below.x
            assert above.y + above.h < below.y


def test_what_changed_stands_in_words_and_a_mark_between_the_cards():
    document, current, wish = desired()
    found = variants(document, current, wish)
    board = variants_board(document, found, BoardSpec(), EN)
    layers = {layer.name: layer for layer in board.drawing.layers}
    for number, slot in enumerate(found.slots):
        elements = layers[f"changes/{number}"].elements
        marks = [element for element in elements if isinstance(element, Mark)]
        said = [element for element in elements if isinstance(element, Text)]
        assert len(marks) == len(slot.changes)
        assert len(said) == max(len(slot.changes), 1)


def test_a_step_that_moved_has_a_line_to_its_new_place():
    document, current, wish = desired()
    copies = sorted((s for s in document.steps.values() if s.journey == wish and s.based_on), key=lambda s: s.id)
    last = max(document.phases.values(), key=lambda phase: phase.start_day)
    moved = next(step for step in copies if step.phase != last.id)
    document.write({("step", moved.id): (moved, replace(moved, phase=last.id, column=50))})
    board = variants_board(document, variants(document, current, wish), BoardSpec(), EN)
    line = next(layer for layer in board.drawing.layers if layer.name == f"link/{moved.based_on}")
    assert all(isinstance(element, Line) and element.dash == "dashed" for element in line.elements)


def test_the_words_of_a_wide_phase_come_back_so_that_some_are_in_view():
    document = study(60)
    from journeys.edits import journeys

    current = next(iter(document.journeys))
    document.write(journeys.duplicate(document, current, variant="desired").changes)
    board = variants_board(document, variants(document, *pairs(document)[0]), BoardSpec(), EN)
    strip = next(layer for layer in board.drawing.layers if layer.name.startswith("strip/0/"))
    assert sum(isinstance(element, Text) for element in strip.elements) > 1


def test_targets_of_fields_say_which_journey_and_phase_they_are():
    board = BOARDS["child"](NL)
    cells = [target for target in board.drawing.targets if target.part == "cell"]
    assert len(cells) == 18
    assert all(target.place is not None and target.place[1] == target.id for target in cells)
    for layer in board.drawing.layers:
        for target in layer.targets:
            if target.part == "cell":
                assert any(inside(absolute(target.rect, layer), rect) for _, rect in spread(board))
