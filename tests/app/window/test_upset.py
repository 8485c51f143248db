"""What random events found: something else happens in the middle of what the user is doing."""

from __future__ import annotations

import gc

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from app import images, settings, tasks
from app.palette import box
from journeys.edits import personas
from tests.app.window.holds import undo_takes_all_back, window_holds


def later():
    """What was promised with deleteLater() happens, as in the loop of the real program."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def persona_shown(window):
    return window.session.document.journeys[window.view.context.journey].persona


def test_words_that_are_being_typed_when_their_persona_is_deleted_come_behind_the_deletion(qtbot, window):
    view, document = window.view, window.session.document
    start, phase = document.snapshot(), next(iter(document.phases))
    view.map.begin_edit(phase)
    qtbot.keyClicks(view.map.writer.editor, "Anders")
    view.context.do(lambda: personas.delete(document, persona_shown(window)))
    assert document.phases[phase].name.endswith("Anders")
    assert [edit.code for edit in window.history.edits()] == ["persona.delete", "phase.rename"]
    window_holds(window)
    undo_takes_all_back(window, start)


def test_words_that_are_being_typed_when_an_undo_takes_their_journey_away_are_a_step_of_their_own(qtbot, window):
    view, document = window.view, window.session.document
    view.sidebar.add_journey()
    made, phase = view.context.journey, next(iter(document.phases))
    view.map.begin_edit(phase)
    qtbot.keyClicks(view.map.writer.editor, "Anders")
    while made in document.journeys:
        window.history.undo()
    assert document.phases[phase].name.endswith("Anders")
    window_holds(window)


def test_a_choice_of_a_submenu_is_carried_out_from_the_palette(window):
    palette = box.show(window)
    later()
    palette.field.setText("donker")
    palette._run(0)
    assert settings.theme() == "dark"
    window_holds(window)


def test_the_palette_goes_when_the_looks_change_under_it(window):
    palette = box.show(window)
    window.theme_wanted.emit("dark")
    later()
    assert not window.findChildren(type(palette))


def test_the_palette_leads_back_to_the_view_when_the_field_it_came_from_was_made_anew(qtbot, window):
    window.show()
    before = QLineEdit(window)
    before.show()
    before.setFocus()
    palette = box.show(window)
    before.deleteLater()
    later()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.view.map


def test_an_empty_clipboard_holds_nothing():
    QGuiApplication.clipboard().setMimeData(QMimeData())
    QGuiApplication.clipboard().clear()
    assert not images.from_mime(images.on_clipboard())


def test_no_garbage_is_collected_in_a_worker_where_it_could_free_a_window_that_is_just_closing(qtbot, window):
    seen = []
    task = tasks.start(lambda _: seen.append(gc.isenabled()), window)
    with qtbot.waitSignal(task.ended):
        pass
    assert seen == [False]
    assert gc.isenabled()
