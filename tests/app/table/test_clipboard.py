"""Ranges of cells: copied as a spreadsheet does, pasted as one edit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.table import clipboard
from tests.journeys.studies import study

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def copied():
    return QGuiApplication.clipboard().text()


def put(text):
    QGuiApplication.clipboard().setText(text)


def test_copied_cells_are_tabs_and_lines(desk):
    one, two = desk.ids()[:2]
    desk.go(one, "title")
    flag = desk.sheet.selectionModel().SelectionFlag
    for entry in (one, two):
        for code in ("title", "emotion"):
            desk.sheet.selectionModel().select(desk.at(entry, code), flag.Select)
    desk.key(Key.Key_C, CTRL)
    assert copied() == "Stap 1\t−2\nStap 2\t+1"


def test_a_pasted_block_fills_cells_as_one_edit(desk):
    one, two = desk.ids()[:2]
    put("Bellen\t2\tVerloskundige\nWachten\t-2\tNobody")
    desk.go(one, "title")
    desk.key(Key.Key_V, CTRL)
    first, second = desk.document.steps[one], desk.document.steps[two]
    assert (first.title, first.emotion, second.title, second.emotion, second.nobody) == (
        "Bellen", 2, "Wachten", -2, True,
    )  # fmt: skip
    assert len(desk.edits) == 1


def test_lines_beyond_the_last_row_become_connected_steps(desk):
    last, before = desk.ids()[-1], set(desk.document.steps)
    put("Laatste\nNog een\nEn nog een")
    desk.go(last, "title")
    desk.key(Key.Key_V, CTRL)
    made = [id_ for id_ in desk.document.steps if id_ not in before]
    assert [desk.document.steps[id_].title for id_ in made] == ["Nog een", "En nog een"]
    assert len(desk.edits) == 1
    assert any((link.source, link.target) == (last, made[0]) for link in desk.document.links.values())


def test_one_copied_cell_fills_the_whole_selection(desk):
    chosen = desk.ids()[:4]
    put("−1")
    desk.choose(chosen, "emotion")
    desk.key(Key.Key_V, CTRL)
    assert {desk.document.steps[id_].emotion for id_ in chosen} == {-1}


def test_a_block_with_something_that_cannot_be_changes_nothing_and_says_why(desk):
    one = desk.ids()[0]
    put("2\nheel fijn weer")
    desk.go(one, "emotion")
    desk.key(Key.Key_V, CTRL)
    assert desk.edits == []
    assert "heel fijn weer" in desk.view.message.text()


def test_what_was_copied_can_be_pasted_back_without_a_change(desk_of):
    desk = desk_of(study(9))
    desk.sheet.selectAll()
    desk.key(Key.Key_C, CTRL)
    whole = copied()
    desk.go(desk.ids()[0], "phase")
    desk.key(Key.Key_V, CTRL)
    assert desk.edits == []
    assert len(clipboard.read(whole)) >= 9


def test_cells_of_several_lines_survive_the_clipboard():
    rows = [["a\nb", 'c "d"', ""], ["x\ty", "", "z"]]
    assert clipboard.read(clipboard.written(rows)) == rows


def test_a_quotation_mark_that_is_just_text_stays():
    assert clipboard.read('"Moet dat?" zei zij\t2') == [['"Moet dat?" zei zij', "2"]]


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("x")', "+31 6 12345678", "-- eerst", "@SUM(A1)", "'=1", "''+x"])
def test_C10_a_text_that_begins_as_a_formula_is_copied_as_a_text_and_comes_back_as_it_was(text):
    copied = clipboard.written([[text, "+1", "-2,5", "gewoon"]])
    assert copied.lstrip('"').startswith("'")
    assert copied.endswith("\t+1\t-2,5\tgewoon"), "numbers stay numbers"
    assert clipboard.read(copied) == [[text, "+1", "-2,5", "gewoon"]]
