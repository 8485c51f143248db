"""Real dates: chosen, shifted, undone and taken away, and what the map, the lists and the forms say of them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QWidget

from app.canvas import names, tips
from app.panels.lanes import LanesPanel
from app.panels.real_dates import DatesPanel
from journeys.edits import study
from journeys.layout.drawing import Text
from journeys.model.time import phases_in_order

KEY = Qt.Key


@pytest.fixture
def panel(qtbot, window):
    window.resize(1300, 800)
    with qtbot.waitExposed(window):
        window.show()
    window.actions_by_code["dates"].trigger()
    return shown(window)


def shown(window):
    return next((panel for panel in window.view.findChildren(DatesPanel) if not panel.isHidden()), None)


def zero(window):
    return window.view.session.document.study.day0_date


def choose(window, date):
    document = window.view.session.document
    window.view.context.do(lambda: study.set_date(document, date))


def heads(window):
    layers = [layer for layer in window.view.map.drawing.layers if layer.lane == "phases"]
    return [line for layer in layers for part in layer.elements if isinstance(part, Text) for line in part.lines]


def type_date(qtbot, panel, text):
    panel.date.selectAll()
    qtbot.keyClicks(panel.date, text)
    qtbot.keyClick(panel.date, KEY.Key_Return)


def test_a_date_is_typed_with_the_keyboard_in_it_and_its_weekday_is_told(qtbot, window, panel):
    assert panel.date.hasFocus()
    type_date(qtbot, panel, "6-4-2026")
    assert zero(window) == dt.date(2026, 4, 6)
    assert panel.weekday.text() == "Maandag"
    assert window.actions_by_code["undo"].text().endswith("Echte datums gekozen")
    assert "ma 6 apr 2026" in heads(window)
    window.actions_by_code["undo"].trigger()
    assert zero(window) is None
    assert "ma 6 apr 2026" not in heads(window)


def test_the_date_of_another_moment_is_counted_from_that_moment(qtbot, window, panel):
    birth = next(moment for moment in window.view.session.document.moments.values() if moment.day == -2)
    panel.moment.display(birth.id)
    panel.moment.committed.emit(birth.id, "")
    type_date(qtbot, panel, "2-4-2026")
    assert zero(window) == dt.date(2026, 4, 4)
    assert panel.date.value == dt.date(2026, 4, 2)
    assert any("wo 8 apr 2026" in label.text() for label in panel._shown)


def test_a_run_of_shifts_is_one_undo_step(qtbot, window, panel):
    choose(window, dt.date(2026, 4, 6))
    window.view.history.perform(study.change(window.view.session.document, title="Anders"))
    for days in (7, 1, 1, -7):
        qtbot.mouseClick(panel.shifts[days], Qt.MouseButton.LeftButton)
    assert zero(window) == dt.date(2026, 4, 8)
    window.actions_by_code["undo"].trigger()
    assert zero(window) == dt.date(2026, 4, 6)


def test_arrows_in_the_date_go_a_day_on(qtbot, window, panel):
    choose(window, dt.date(2026, 4, 6))
    qtbot.keyClick(panel.date, KEY.Key_Up)
    assert zero(window) == dt.date(2026, 4, 7)


def test_dates_are_taken_away_again(qtbot, window, panel):
    choose(window, dt.date(2026, 4, 6))
    panel.none.click()
    assert zero(window) is None
    assert not any(button.isEnabled() for button in panel.shifts.values())
    assert panel.date.text() == ""


def test_what_is_no_date_is_told_and_nothing_changes(qtbot, window, panel):
    type_date(qtbot, panel, "ooit")
    assert "datum" in panel.weekday.text()
    assert zero(window) is None
    panel.date.forget()


def test_escape_and_the_command_close_it(qtbot, window, panel):
    qtbot.keyClick(panel.date, KEY.Key_Escape)
    assert shown(window) is None
    window.actions_by_code["dates"].trigger()
    assert shown(window) is not None
    window.actions_by_code["dates"].trigger()
    assert shown(window) is None


def test_where_the_calendar_ends_it_says_so(window):
    choose(window, dt.date(9999, 12, 31))
    document = window.view.session.document
    assert not window.view.context.do(lambda: study.shift_dates(document, 1))
    assert zero(window) == dt.date(9999, 12, 31)
    first = phases_in_order(document)[0]
    assert names.phase_name(document, first, window.dress.say).startswith("Fase Zwanger!")


def test_tooltips_and_the_screen_reader_say_dates_too(window):
    choose(window, dt.date(2026, 4, 6))
    view = window.view
    document, say = view.session.document, window.dress.say
    desk = next(phase for phase in document.phases.values() if phase.start_day == 0)
    target = next(each for each in view.map.drawing.targets if each.part == "phase" and each.id == desk.id)
    assert tips.text(document, target, say) == "Aangifte balie · dag 0 · ma 6 apr 2026"
    assert names.phase_name(document, desk, say) == "Fase Aangifte balie, ma 6 apr 2026"


def test_the_forms_say_on_which_date_a_day_falls(qtbot, window):
    view = window.view
    document = view.session.document
    step = next(step for step in document.steps.values() if step.day == -2)
    view.inspect("step", step.id)
    field = view.inspector.currentWidget().fields["day"]
    assert field.suffix() == ""
    choose(window, dt.date(2026, 4, 6))
    qtbot.waitUntil(lambda: field.text() == "-2  za 4 apr 2026")
    field.setValue(1)
    assert field.text() == "1  di 7 apr 2026"


def test_the_study_form_sets_the_date_and_says_its_weekday(qtbot, window):
    view = window.view
    view.inspect("study", view.session.document.study.id)
    form = view.inspector.currentWidget()
    field = form.fields["day0_date"]
    field.setText("6-4-2026")
    field.setModified(True)
    field.flush()
    assert zero(window) == dt.date(2026, 4, 6)
    qtbot.waitUntil(lambda: form._weekday.text() == "Dag 0 is een maandag.")


@pytest.mark.parametrize(("command", "kind"), [("dates", DatesPanel), ("lanes", LanesPanel)])
def test_what_lies_over_the_view_goes_with_it_into_another_language(qtbot, window, command, kind):
    """Asked for in another window: it would go on listening to the study, and show it in fields that are no more."""
    window.actions_by_code[command].trigger()
    assert window.view.findChildren(kind)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    window.language_wanted.emit("en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    choose(window, dt.date(2027, 3, 4))
    assert not window.view.findChildren(kind)
    assert zero(window) == dt.date(2027, 3, 4)


def test_a_date_that_is_still_being_typed_is_kept_when_the_language_changes(qtbot, panel, window):
    panel.date.selectAll()
    qtbot.keyClicks(panel.date, "4-3-2027")
    window.language_wanted.emit("en")
    assert zero(window) == dt.date(2027, 3, 4)
