"""The list of everything done: sentences, newest on top, and a click that goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.panels.history_list import POINT, HistoryPanel
from journeys.edits import steps
from journeys.errors import StoreError


@pytest.fixture
def panel(bench):
    return bench.add(HistoryPanel(bench.context, bench.history))


@pytest.fixture
def step(bench):
    return bench.step("Bevallen")


def rename(bench, step, *titles):
    for title in titles:
        bench.history.perform(steps.rename(bench.document, step.id, title))


def lines(panel):
    panel.display()
    return [panel.rows.item(row).text() for row in range(panel.rows.count())]


def click(qtbot, panel, row):
    item = panel.rows.item(row)
    panel.rows.scrollToItem(item)
    qtbot.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, pos=panel.rows.visualItemRect(item).center())


def title(bench, step):
    return bench.document.steps[step.id].title


def test_what_was_done_stands_newest_on_top(bench, panel, step):
    rename(bench, step, "Eén", "Twee")
    newest, first, start = lines(panel)
    assert "Twee" in newest
    assert "Eén" in first
    assert start == "De studie zoals die openging"


def test_a_click_goes_back_and_another_goes_forward(qtbot, bench, panel, step):
    rename(bench, step, "Eén", "Twee", "Drie")
    panel.display()
    click(qtbot, panel, 2)
    assert title(bench, step) == "Eén"
    assert panel.rows.currentRow() == 2
    click(qtbot, panel, 0)
    assert title(bench, step) == "Drie"
    click(qtbot, panel, 3)
    assert title(bench, step) == step.title
    assert bench.history.undoable() is None


def test_enter_goes_to_the_line_under_the_cursor(qtbot, bench, panel, step):
    rename(bench, step, "Eén", "Twee")
    panel.display()
    panel.rows.setFocus()
    qtbot.keyClick(panel.rows, Qt.Key.Key_Down)
    qtbot.keyClick(panel.rows, Qt.Key.Key_Return)
    assert title(bench, step) == "Eén"


def test_the_point_of_now_is_said_not_only_coloured(bench, panel, step):
    rename(bench, step, "Eén", "Twee")
    bench.history.undo()
    panel.display()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert panel.rows.item(1).data(role).endswith("U bent nu hier.")
    assert panel.rows.item(0).data(role).endswith("Ongedaan gemaakt.")
    assert panel.rows.item(1).font().bold() or panel.rows.item(1).font().weight() > 500


def test_it_stops_where_something_is_refused(qtbot, bench, panel, step, monkeypatch):
    rename(bench, step, "Eén", "Twee", "Drie")
    panel.display()
    write, done = bench.session._write, []

    def once(edit):
        if done:
            raise StoreError("store.full")
        done.append(edit)
        write(edit)

    monkeypatch.setattr(bench.session, "_write", once)
    refused = []
    bench.history.refused.connect(refused.append)
    click(qtbot, panel, 3)
    assert title(bench, step) == "Twee"
    assert bench.history.index == 2
    assert [error.code for error in refused] == ["store.full"]


def test_a_new_change_takes_away_what_was_taken_back(qtbot, bench, panel, step):
    rename(bench, step, "Eén", "Twee")
    panel.display()
    click(qtbot, panel, 1)
    rename(bench, step, "Drie")
    assert "Drie" in lines(panel)[0]
    assert len(lines(panel)) == 3
    assert [panel.rows.item(row).data(POINT) for row in range(3)] == [2, 1, 0]


def test_going_to_a_point_during_a_gesture_does_nothing(bench, panel, step):
    rename(bench, step, "Eén")
    bench.history.pause(paused=True)
    assert not bench.history.go_to(0)
    assert title(bench, step) == "Eén"
    bench.history.pause(paused=False)
    assert bench.history.go_to(0)


def test_what_is_still_being_typed_is_not_lost_by_going_back(qtbot, bench, panel, step):
    rename(bench, step, "Eén", "Twee")
    field = bench.form("step", step.id).fields["body"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "Thuis")
    panel.rows.setFocus()
    panel.display()
    assert bench.document.steps[step.id].body == "Thuis"
    click(qtbot, panel, panel.rows.count() - 2)
    assert title(bench, step) == "Eén"
    bench.history.go_to(3)
    assert bench.document.steps[step.id].body == "Thuis"
