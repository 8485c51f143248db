"""Nothing is cut off, covered or too small to press: in both languages, small windows, large text, for a whole room."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from app import pictures, settings
from app.dress import dress
from app.files import StudyFile
from app.window import StudyWindow
from journeys import templates
from tests.app.window.clipping import covered, faults

SMALL, BEAMER = (800, 520), (1280, 720)
LOOKS = [("nl", SMALL, 100, False), ("en", BEAMER, 150, False), ("nl", BEAMER, 100, True)]
VIEWS = ("map", "table", "compare", "ecosystem", "snapshots")
PANELS = ("inspector", "gaps", "findings", "notes", "vote", "facts", "history")
FORMS = ("study", "journey", "persona")
STRIPS = ("find", "replace", "timer", "parking", "snapshot", "lens_roles", "lens_question", "palette", "saved_views")
DIALOGS = ("shortcuts", "lenses_help", "about", "settings")


@contextmanager
def dressed(qapp, look, study=None):
    """A window in this look, with a study or with the welcome page."""
    language, size, percent, large = look
    settings.set_large(chosen=large)
    window = StudyWindow(dress(qapp, language, "light", percent))
    window.resize(*size)
    window.show()
    if study is not None:
        document = templates.create(study, language)
        window.open_study(document, StudyFile(document))
        pictures.show(window, size)
    pictures.settle()
    try:
        yield window
    finally:
        if window.file is not None:
            window.file.close(discard=True)
        window.finish()
        settings.set_large(chosen=False)
        dress(qapp, "nl", "light", 100)
        pictures.settle()


def look_at(window, name, found):
    """What is wrong now, told once with the first scene in which it is so."""
    pictures.settle()
    large = settings.large()
    for fault in (*faults(window, large=large), *covered(window)):
        found.setdefault(fault, name)


def told(found):
    return "\n".join(f"{scene}: {fault}" for fault, scene in found.items())


def hide_strips(window):
    for strip in window.view.strips.values():
        strip.hide()
    for each in window.findChildren(QWidget):
        if each.objectName() in {"palette", "card"} and not each.isHidden() and each.parentWidget() is not None:
            around = each.parentWidget().layout()
            if around is None or around.indexOf(each) < 0:
                each.hide()


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_no_view_panel_form_or_strip_cuts_or_covers_anything(qapp, look):
    found = {}
    with dressed(qapp, look, "child") as window:
        view, act = window.view, window.actions_by_code
        for code in VIEWS:
            view.show_view(code)
            look_at(window, code, found)
        view.show_view("map")
        view.map.reveal(next(s.id for s in view.session.document.steps.values() if s.journey == view.context.journey))
        for code in PANELS:
            view.tabs.show_panel(code)
            look_at(window, code, found)
        for code in FORMS:
            act[code].trigger()
            look_at(window, code, found)
        for code in STRIPS:
            act[code].trigger()
            look_at(window, code, found)
            hide_strips(window)
        act["lens_none"].trigger()
    assert not found, told(found)


@pytest.mark.parametrize("look", LOOKS[:2], ids=["nl-100", "en-150"])
def test_no_dialog_and_no_welcome_page_cuts_or_covers_anything(qapp, look):
    found = {}
    with dressed(qapp, look) as window:
        look_at(window, "welcome", found)
        for code in DIALOGS:
            window.actions_by_code[code].trigger()
            for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
                look_at(dialog, code, found)
                dialog.close()
    assert not found, told(found)


def test_an_empty_study_cuts_nothing_and_offers_the_first_act(qapp):
    found = {}
    with dressed(qapp, LOOKS[0], "blank") as window:
        for code in VIEWS:
            window.view.show_view(code)
            look_at(window, code, found)
        window.view.show_view("map")
        begin = [b for b in window.view.map.viewport().findChildren(QPushButton) if b.isVisible()]
        assert [button.text() for button in begin] == [window.dress.say("Add a persona")]
        begin[0].click()
        pictures.settle()
        assert window.view.session.document.personas
        assert not begin[0].isVisible()
    assert not found, told(found)


# That it finds what is wrong


@pytest.fixture
def room(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 100)
    made.show()
    return made


def test_words_that_need_more_room_are_found(room):
    label = QLabel("Arbeidsongeschiktheidsverzekering", room)
    label.setGeometry(10, 10, 60, 24)
    label.show()
    assert "needs" in "".join(faults(room))
    label.setToolTip(label.text())
    assert not faults(room)


def test_what_sticks_out_or_is_too_small_to_press_is_found(room):
    button = QPushButton("", room)
    button.setStyleSheet("min-height: 0; padding: 0")
    button.setGeometry(290, 10, 40, 12)
    button.show()
    assert "sticks out" in "".join(faults(room))
    assert "only 12 pixels" in "".join(faults(room))


def test_what_lies_over_something_else_is_found(room):
    row = QHBoxLayout(room)
    for word in ("One", "Two"):
        row.addWidget(QPushButton(word))
    QApplication.processEvents()
    assert not faults(room)
    first = room.findChildren(QPushButton)[0]
    first.setGeometry(first.geometry().adjusted(0, 0, 60, 0))
    assert "lies over" in "".join(faults(room))


def test_a_control_under_something_else_is_found(room):
    row = QHBoxLayout(room)
    row.addWidget(QPushButton("Under"))
    cover = QLabel("", room, Qt.WindowType.Widget)
    row.addWidget(cover)
    QApplication.processEvents()
    cover.setGeometry(room.rect())
    cover.raise_()
    assert "is under" in "".join(covered(room))
