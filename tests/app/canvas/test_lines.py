"""Connections: selected, travelled, labelled, led elsewhere, by pointer and by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from app.canvas import handles, scale
from tests.journeys.layout.flows import nested_branches

K = Qt.Key
LEFT = Qt.MouseButton.LeftButton


def line_from(stage, step):
    return next(link for link in stage.document.links.values() if link.source == step)


def on_line(stage, link):
    """A point of the viewport on the middle of a connection."""
    line, dx, dy = stage.map.hits.link_lines(link)[0]
    points = [(x * 96 / 25.4 + dx, y * 96 / 25.4 + dy) for x, y in line.points]
    (ax, ay), (bx, by) = points[0], points[-1]
    return stage.map.mapFromScene((ax + bx) / 2, (ay + by) / 2)


def test_l_goes_from_a_step_to_its_connections_and_arrows_go_on(stage):
    step, after = stage.steps[1], stage.steps[2]
    stage.map.reveal(step)
    stage.type("l")
    assert stage.map.selected() == (line_from(stage, step).id,)
    assert stage.told[-1] == "Connection from Stap 2 to Stap 3"
    stage.type("l")
    assert stage.map.selected() == (line_from(stage, stage.steps[0]).id,)
    stage.type("l")
    stage.key(K.Key_Right)
    assert stage.map.selected() == (after,)
    stage.type("l")
    stage.key(K.Key_Left)
    assert stage.map.selected() == (after,)


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_F2])
def test_a_label_is_typed_at_the_connection(stage, key):
    step = stage.steps[1]
    stage.map.reveal(step)
    stage.type("l")
    stage.key(key)
    stage.type("yes")
    stage.key(K.Key_Return)
    assert line_from(stage, step).label == "yes"
    assert stage.map.selected() == (line_from(stage, step).id,)
    assert len(stage.edits) == 1


def test_a_double_click_on_a_connection_writes_its_label(stage, qtbot):
    link = line_from(stage, stage.steps[0])
    stage.map.picked.point_at(None)
    qtbot.mouseDClick(stage.map.viewport(), LEFT, pos=on_line(stage, link.id))
    stage.type("married")
    stage.key(K.Key_Return)
    assert stage.document.links[link.id].label == "married"


def test_an_emptied_label_is_taken_away(stage):
    link = line_from(stage, stage.steps[0])
    for text in ("no", ""):
        stage.map.begin_edit(link.id)
        stage.writing.selectAll()
        stage.type(text)
        if not text:
            stage.key(K.Key_Backspace)
        stage.key(K.Key_Return)
    assert stage.document.links[link.id].label == ""
    assert len(stage.edits) == 2


def test_the_end_of_a_connection_is_taken_to_another_card(stage):
    link, other = line_from(stage, stage.steps[0]), stage.steps[4]
    stage.map.picked.choose_line(link.id)
    ends = handles.ends(stage.map)
    assert (link.id, "target") in ends
    stage.drag(stage.map.mapFromScene(ends[link.id, "target"]), stage.at(other))
    assert stage.document.links[link.id].target == other
    assert len(stage.edits) == 1


def test_an_end_let_go_in_the_open_stays(stage):
    link = line_from(stage, stage.steps[0])
    stage.map.picked.choose_line(link.id)
    stage.drag(stage.map.mapFromScene(handles.ends(stage.map)[link.id, "target"]), stage.empty())
    assert stage.edits == []


def test_a_click_on_the_handle_writes_the_next_step(stage):
    source = stage.steps[0]
    stage.move(stage.at(source))
    stage.click(stage.map.mapFromScene(handles.handles(stage.map)[source]))
    stage.type("And then")
    stage.key(K.Key_Return)
    new = next(step for step in stage.document.steps.values() if step.title == "And then")
    assert any((link.source, link.target) == (source, new.id) for link in stage.document.links.values())


def test_on_the_way_to_the_handle_it_does_not_go(stage):
    source = stage.steps[0]
    stage.map.picked.stand_on(None)
    stage.move(stage.at(source))
    middle = stage.map.mapFromScene(handles.handles(stage.map)[source])
    edge = stage.at(source, across=1.0)
    for x in range(edge.x() - 2, middle.x() + 8):
        stage.move(middle.__class__(x, middle.y()))
        assert source in handles.handles(stage.map)


def test_for_a_whole_room_handles_are_44_pixels(stage):
    assert handles.size(stage.map) * 2 >= 24
    stage.map.presenting = True
    assert handles.size(stage.map) * 2 >= 44


def test_deleting_a_connection_goes_back_to_its_step(stage):
    stage.map.reveal(stage.steps[1])
    stage.type("l")
    stage.key(K.Key_Delete)
    assert stage.map.selected() == (stage.steps[1],)


def test_a_click_on_the_words_of_a_connection_selects_it(stage_of):
    stage = stage_of(nested_branches())
    stage.map.show_journey(list(stage.document.journeys)[-1])
    link = next(link for link in stage.document.links.values() if link.label == "volgende kind")
    said = next(t for leaf in stage.map.hits.leaves for t in map(leaf.placed, leaf.said) if t.id == link.id)
    corner = scale.rect(said.rect).topLeft() + QPointF(4, 3)
    stage.map.bring(scale.rect(said.rect))
    stage.click(stage.map.mapFromScene(corner))
    assert stage.map.selected() == (link.id,)


def test_the_field_for_a_label_has_room_for_a_line_without_a_scroll_bar(stage):
    link = next(iter(stage.document.links))
    stage.map.begin_edit(link)
    editor = stage.map.writer.editor
    assert editor.placeholderText() in ("Label", "Bijschrift")
    assert editor.verticalScrollBar().maximum() == 0
