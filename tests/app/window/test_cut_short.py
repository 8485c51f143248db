"""What is pasted and does not fit is told, in every kind of field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.canvas import names
from app.panels.text_fields import BodyField, TitleField
from journeys import store
from journeys import text as texts
from tests.journeys.studies import study

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path):
    """A small study in a file: these tests open many windows."""
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    return file


def paste(qtbot, field, text):
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)


def form(window, kind):
    """The first field of this kind in the form of the first step."""
    view = window.view
    view.reveal(names.reading_order(view.session.document, view.context.journey)[0].id)
    view.tabs.show_panel("inspector")
    return next(field for field in view.inspector.currentWidget().findChildren(kind) if field.isVisible())


def test_a_line_says_how_much_did_not_fit(qtbot, window):
    qtbot.waitUntil(window.isActiveWindow)
    field = form(window, TitleField)
    paste(qtbot, field, "x" * 250)
    assert len(field.text()) == 200
    assert "50 tekens pasten niet" in window.view.bar.text
    window.view.bar.hide()
    paste(qtbot, field, "Past wel")
    assert window.view.bar.text == ""


def test_a_body_says_how_much_did_not_fit(qtbot, window):
    field = form(window, BodyField)
    paste(qtbot, field, "y" * (texts.BODY_MAX + 1))
    assert len(field.toPlainText()) == texts.BODY_MAX
    assert "1 teken paste niet" in window.view.bar.text


def test_a_phase_renamed_on_the_map_says_how_much_did_not_fit(qtbot, window):
    view = window.view
    view.map.begin_edit(next(iter(view.session.document.phases)))
    paste(qtbot, view.map.writer.editor, "z" * 210)
    assert "10 tekens pasten niet" in view.bar.text
    view.map.writer.editor.cancel()


def test_a_long_line_pasted_as_a_steps_title_goes_on_in_its_body(qtbot, window):
    view = window.view
    step = names.reading_order(view.session.document, view.context.journey)[0].id
    view.map.begin_edit(step)
    paste(qtbot, view.map.writer.editor, "woord " * 50)
    qtbot.keyClick(view.map.writer.editor, Qt.Key.Key_Return)
    held = view.session.document.steps[step]
    assert len(held.title) <= 200
    assert f"{held.title} {held.body}".split().count("woord") == 50
    assert view.bar.text == ""
