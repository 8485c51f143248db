"""About the program: every part with its whole licence, to be searched and copied."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.dialogs.about import About, whole_text
from app.pictures import settle
from journeys import licences

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(program):
    window = program.new_window()
    window.show_welcome()
    window.actions_by_code["about"].trigger()
    settle()
    return window.findChild(About)


def named(dialog):
    return [dialog.list.item(row).text().rpartition(" ")[0] for row in range(dialog.list.count())]


def test_it_begins_with_the_program_s_own_licence_and_names_every_part(dialog):
    assert named(dialog) == [part.name for part in licences.parts()]
    assert "EUROPEAN UNION PUBLIC LICENCE" in dialog.body.toPlainText()
    assert licences.version() in dialog.title.text()


def test_the_arrow_keys_go_from_licence_to_licence(qtbot, dialog):
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert dialog.title.text().startswith("Python ")
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in dialog.body.toPlainText()


def test_what_is_typed_is_searched_in_names_and_texts_and_shown_there(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "networkx")
    assert named(dialog)[0] == "networkx"
    dialog.search.clear()
    qtbot.keyClicks(dialog.search, "reserved font name")
    assert named(dialog)[0] == "font-source-sans-pro"
    assert "networkx" not in named(dialog)
    assert dialog.body.textCursor().selectedText().lower() == "reserved font name"


def test_nothing_found_says_so(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "qqqq")
    assert dialog._nothing.isVisible()
    assert not dialog.copy.isEnabled()
    assert not dialog.body.isVisible()


def test_qt_s_licence_says_what_it_allows_and_where_its_source_is(dialog):
    dialog.list.setCurrentRow(named(dialog).index("PySide6_Essentials"))
    assert "LGPL-3.0" in dialog.title.text()
    assert "U mag het vervangen" in dialog.note.text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.body.toPlainText()


def test_a_licence_is_copied_whole(qtbot, dialog):
    dialog.list.setCurrentRow(named(dialog).index("networkx"))
    qtbot.mouseClick(dialog.copy, LEFT)
    part = next(part for part in licences.parts() if part.name == "networkx")
    assert QGuiApplication.clipboard().text().endswith(whole_text(part))
