"""Every list of the study: it opens, reads, writes back, grows and shrinks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from journeys.model.document import Document

Key, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def whole(desk_of, child):
    """The life event with its three personas, in the table."""
    return desk_of(Document(child.tables), language="nl")


@pytest.mark.parametrize("code", ["overview", "phases", "notes", "personas", "journeys", "parties", "channels",
                                  "links", "moments", "facts", "sources"])  # fmt: skip
def test_every_list_opens_and_each_of_its_cells_can_be_read(whole, code):
    table = whole.view
    table.show_list(code)
    model = table.page.model
    assert model.entries
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            assert isinstance(model.text(index), str)
            assert isinstance(model.data(index, Qt.ItemDataRole.AccessibleTextRole), str)


@pytest.mark.parametrize("code", ["phases", "notes", "personas", "journeys", "parties", "channels", "links", "facts",
                                  "sources", "overview"])  # fmt: skip
def test_a_cell_that_is_read_can_be_written_back_without_a_change(whole, code):
    table = whole.view
    table.show_list(code)
    model = table.page.model
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            if model.writable(index) and model.text(index) and model.field(index).code != "text":
                edit = model.write([index], model.text(index))
                assert not edit, (code, model.field(index).code, model.text(index))


@pytest.mark.parametrize(("code", "kind", "name"), [
    ("phases", "phase", "Later"), ("personas", "persona", "Oma Truus"), ("parties", "party", "Doula"),
    ("journeys", "journey", "Tweede kind"), ("notes", "note", "Wie belt wie?"), ("channels", "channel", "Loket"),
    ("facts", "fact", "Binnen drie dagen"), ("sources", "source", "Gesprek"), ("moments", "moment", "Uitgerekend"),
])  # fmt: skip
def test_a_row_is_added_and_deleted_in_every_list(qtbot, whole, code, kind, name):
    held = whole.document.tables[kind]
    before = set(held)
    table = whole.view
    table.show_list(code)
    sheet = table.page.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Key.Key_Return, CTRL)
    qtbot.keyClicks(sheet.editing, name)
    qtbot.keyClick(sheet.editing, Key.Key_Return)
    (made,) = set(held) - before
    named = held[made]
    assert name in (getattr(named, "name", ""), getattr(named, "title", ""), getattr(named, "text", ""))
    sheet.flush()
    sheet.choose([made])
    qtbot.keyClick(sheet, Key.Key_Delete, CTRL)
    assert set(held) == before
