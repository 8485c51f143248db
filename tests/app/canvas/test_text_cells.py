"""Writing in a text lane on the map: by double-click, by typing, by F2; about a phase and about a step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from app.canvas import scale
from journeys.edits import lanes
from journeys.layout.drawing import WHOLE
from tests.journeys.studies import study

KEY = Qt.Key


@pytest.fixture
def stage(stage_of):
    document = study(8)
    document.write(lanes.add(document, "Systems", create_id=lambda: "f" * 32).changes)
    made = stage_of(document)
    made.map.resize(1500, 1100)
    return made


def cell(stage, *, whole, number=0):
    found = [t for t in stage.map.hits.all() if t.part == "cell" and t.id == "f" * 32]
    return [t for t in found if t.place is not None and (t.place[2] == WHOLE) is whole][number]


def middle(stage, target):
    area = scale.rect(target.rect)
    return stage.map.mapFromScene(QPointF(area.center()))


def double(stage, target):
    stage.qtbot.mouseDClick(stage.map.viewport(), Qt.MouseButton.LeftButton, pos=middle(stage, target))


def written(stage):
    return {(held.phase, held.step): held.text for held in stage.document.cells.values()}


def test_a_double_click_at_the_top_writes_about_the_phase_as_one_edit(stage):
    target = cell(stage, whole=True)
    double(stage, target)
    assert stage.writing.accessibleName() == "Systems"
    stage.type("BRP")
    stage.key(KEY.Key_Return)
    assert written(stage) == {(target.place[1], None): "BRP"}
    assert [edit.code for edit in stage.edits] == ["cell.change"]


def test_a_double_click_below_writes_about_the_step_above_it(stage):
    target = cell(stage, whole=False, number=2)
    double(stage, target)
    stage.type("Portal")
    stage.key(KEY.Key_Return)
    step = stage.document.step_at(target.place)
    assert written(stage) == {(step.phase, step.id): "Portal"}


def test_what_is_written_is_there_to_be_changed_and_empty_words_clear_it(stage):
    double(stage, cell(stage, whole=True))
    stage.type("BRP")
    stage.key(KEY.Key_Return)
    stage.key(KEY.Key_F2)
    assert stage.writing.toPlainText() == "BRP"
    stage.key(KEY.Key_End)
    stage.type(" and more")
    stage.key(KEY.Key_Return)
    assert list(written(stage).values()) == ["BRP and more"]
    stage.key(KEY.Key_F2)
    stage.writing.selectAll()
    stage.key(KEY.Key_Delete)
    stage.key(KEY.Key_Return)
    assert not stage.document.cells
    assert len(stage.edits) == 3


def test_the_cursor_stays_in_the_cell_and_says_what_is_in_it(stage):
    target = cell(stage, whole=False)
    stage.click(middle(stage, target))
    stage.map.picked.stand_on(target)
    stage.type("x")
    stage.key(KEY.Key_Return)
    assert stage.map.picked.cursor.place == target.place
    assert stage.told[-1] == "Systems, Stap 1: x"


def test_delete_clears_the_cell_on_which_one_stands(stage):
    target = cell(stage, whole=True)
    double(stage, target)
    stage.type("BRP")
    stage.key(KEY.Key_Return)
    stage.key(KEY.Key_Delete)
    assert not stage.document.cells
    assert len(stage.document.steps) == 8


def test_arrows_go_along_the_row_of_phases_and_down_to_the_row_of_steps(stage):
    stage.map.picked.stand_on(cell(stage, whole=True))
    stage.key(KEY.Key_Right)
    assert stage.map.picked.cursor.place[1:3] == (list(stage.document.phases)[1], WHOLE)
    stage.key(KEY.Key_Down)
    assert stage.map.picked.cursor.id == "f" * 32
    assert stage.map.picked.cursor.place[2] == "front"


def test_escape_writes_nothing(stage):
    double(stage, cell(stage, whole=True))
    stage.type("BRP")
    stage.key(KEY.Key_Escape)
    assert not stage.edits
