"""The whole window by keyboard and for a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from app.theme import LOOKS
from journeys.layout.palettes import contrast

SPOKEN = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSlider, QSpinBox)


def reachable(window):
    """Everything that can have the focus, apart from Qt's own parts inside its widgets."""
    for widget in window.findChildren(QWidget):
        inner = widget.objectName().startswith("qt_") or type(widget.parent()) in (QComboBox, QSpinBox)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(window) and not inner:
            yield widget


def show_everything(window):
    document = window.session.document
    for kind in ("step", "phase", "persona", "party", "journey", "link", "study"):
        window.view.inspect(kind, next(iter(document.tables[kind])))
        yield
    window.view.map.select([step.id for step in list(document.steps.values())[:2]])
    yield
    for tab in (1, 2):
        window.view.tabs.setCurrentIndex(tab)
        yield


def test_everything_that_takes_the_focus_has_a_name(window):
    nameless = set()
    for _ in show_everything(window):
        for widget in reachable(window):
            if isinstance(widget, SPOKEN) and not (widget.accessibleName() or getattr(widget, "text", str)()):
                parent = widget.parent()
                nameless.add(f"{type(widget).__name__} {widget.objectName()} in {type(parent).__name__}")
    assert not nameless


def test_every_button_is_at_least_24_pixels(window):
    small = set()
    for _ in show_everything(window):
        QApplication.processEvents()
        for widget in reachable(window):
            if isinstance(widget, QAbstractButton) and widget.height() and min(widget.height(), widget.width()) < 24:
                small.add(f"{type(widget).__name__} {widget.text()!r} {widget.width()}×{widget.height()}")
    assert not small


def test_f6_goes_round_all_panes_and_back(qtbot, window):
    window.view.map.setFocus()
    panes = 5 + sum(strip.isVisible() for strip in window.view.strips.values())
    places = []
    for _ in range(panes):
        window.actions_by_code["next_pane"].trigger()
        places.append(QApplication.focusWidget())
    assert places[-1] is window.view.map
    assert len(set(places)) == panes
    window.actions_by_code["previous_pane"].trigger()
    assert QApplication.focusWidget() is places[-2]


def test_no_key_is_bound_twice(window):
    keys = [key.toString() for action in window.actions_by_code.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y", "Ctrl+S", "Ctrl+0", "Ctrl+=", "F6", "F11"} <= set(keys)


def test_delete_is_bound_without_ctrl_d(window):
    for action in window.actions_by_code.values():
        assert QKeySequence("Ctrl+D") not in action.shortcuts()


def test_every_toolbar_button_says_what_it_does(window):
    for button in window.toolbar.findChildren(QToolButton):
        if button.objectName() != "qt_toolbar_ext_button":
            assert button.toolTip()


@pytest.mark.parametrize("look", LOOKS)
def test_text_and_lines_of_every_look_can_be_read(look):
    colours = LOOKS[look]
    for text, ground in (
        ("text", "panel"), ("muted", "panel"), ("text", "ground"), ("text", "raised"), ("muted", "raised"),
        ("accent", "panel"), ("accent", "soft"), ("text", "soft"), ("on_accent", "accent"), ("danger", "panel"),
        ("on_danger_soft", "danger_soft"), ("text", "danger_soft"), ("text", "good_soft"), ("muted", "ground"),
        ("text", "care_soft"), ("accent", "care_soft"), ("care", "care_soft"), ("accent", "good_soft"),
    ):  # fmt: skip
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5, (text, ground)
    for line, ground in (("edge", "panel"), ("focus", "panel"), ("focus", "raised"), ("edge", "ground")):
        assert contrast(getattr(colours, line), getattr(colours, ground)) >= 3, (line, ground)


def test_the_number_in_a_field_of_days_can_be_seen(window):
    window.view.inspect("phase", next(iter(window.session.document.phases)))
    QApplication.processEvents()
    field = window.view.inspector.currentWidget().fields["start_day"]
    assert field.lineEdit().width() > 40


def test_f11_fills_the_screen_and_escape_leaves_it_last_of_all(qtbot, window):
    view = window.view
    window.showMaximized()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    steps = view.session.document.steps.values()
    view.map.select([next(step.id for step in steps if step.journey == view.context.journey)])
    view.show_lens("roles")
    view.tabs.tabBar().setFocus()
    for held in (view.map.hasFocus, lambda: not view.map.selected(), lambda: view.context.lens is None):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert held()
        assert window.isFullScreen()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert not window.isFullScreen()
    assert window.isMaximized()
