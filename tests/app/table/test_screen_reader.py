"""What a screen reader gets: a real table, its headings by name, its cells in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from tests.journeys.studies import study

Key = Qt.Key


def test_the_sheet_is_a_table_with_as_many_cells_as_it_shows(desk):
    table = QAccessible.queryAccessibleInterface(desk.sheet)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Steps"
    rows, columns = desk.model.rowCount(), desk.model.columnCount()
    assert table.childCount() == (rows + 1) * (columns + 1)


def test_cells_and_headings_are_said_in_words(desk):
    said, role = Qt.ItemDataRole.AccessibleTextRole, Qt.Orientation
    step = desk.steps[0]
    entity = desk.document.steps[step]
    emotion = desk.model.data(desk.at(step, "emotion"), said)
    assert emotion == "−2, very unpleasant"
    assert desk.model.data(desk.at(step, "moment_of_truth"), said) == "no"
    assert desk.model.data(desk.at(step, "idea"), said) == "empty"
    row = desk.model.place(step)
    assert desk.model.headerData(row, role.Vertical, said) == f"1: {entity.title}"
    assert desk.model.headerData(desk.field("emotion"), role.Horizontal, said) == "Feeling"
    heading = desk.model.data(desk.model.index(0, 3), said)
    assert heading.startswith("Phase Zwanger!")


def test_the_cell_that_a_screen_reader_stands_on_says_its_row(desk):
    step = desk.steps[0]
    desk.go(step, "title")
    table = QAccessible.queryAccessibleInterface(desk.sheet)
    cell = table.focusChild()
    assert cell is not None
    assert cell.text(QAccessible.Text.Name) == "Stap 1"


def test_every_control_has_a_name_and_an_editor_is_called_as_its_column(desk):
    for control in (*desk.view.findChildren(QAbstractButton), *desk.view.findChildren(QLineEdit)):
        if control.isVisible():
            interface = QAccessible.queryAccessibleInterface(control)
            assert interface.text(QAccessible.Text.Name), control
    desk.go(desk.steps[0], "party")
    desk.key(Key.Key_F2)
    assert desk.sheet.editing.accessibleName() == "Who they meet"


def test_the_table_says_the_same_in_dutch(desk_of):
    desk = desk_of(study(3), language="nl")
    said = Qt.ItemDataRole.AccessibleTextRole
    assert desk.model.data(desk.at(desk.steps[0], "emotion"), said) == "−2, heel naar"
    assert desk.sheet.accessibleName() == "Stappen"
