"""Who the study is seen from: chosen in one place, and everything follows at once."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.pictures import settle
from journeys.layout.drawing import Text

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)


@pytest.fixture
def opened(window):
    window.resize(1280, 800)
    window.activateWindow()
    settle()
    return window


def party_called(window, name):
    return next(party for party in window.session.document.parties.values() if party.name == name)


def choices(window):
    return {action.text().strip(): action for action in window.status.scope.choices.actions()}


def test_the_status_bar_says_from_whom_the_study_is_seen_and_offers_the_others(qtbot, opened):
    button = opened.status.scope
    assert button.text() == "Gezien vanuit: Gemeente Voorbeeldstad"
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert choices(opened)["Gemeente Voorbeeldstad"].isChecked()
    assert "Burgerzaken" in choices(opened)
    assert "Verloskundige" not in choices(opened)
    button.choices.close()


def test_the_keys_go_on_from_the_scope_that_holds_to_its_own_departments(qtbot, opened):
    opened.actions_by_code["scope"].trigger()
    menu = opened.status.scope.choices
    assert menu.activeAction() is choices(opened)["Gemeente Voorbeeldstad"]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == "    Burgerzaken"
    qtbot.keyClick(menu, Qt.Key.Key_Escape)


def test_choosing_a_department_is_one_edit_that_everything_follows(qtbot, opened):
    view = opened.view
    opened.actions_by_code["scope"].trigger()
    gaps, before = len(view.findings.gaps), opened.session.document.snapshot()
    shown = view.insights.latest.scene.scope.party
    choices(opened)["Burgerzaken"].trigger()
    opened.status.scope.choices.close()
    view.refresh_findings()
    qtbot.waitUntil(lambda: view.insights.latest.scene.scope.party != shown)
    desk = party_called(opened, "Burgerzaken")
    assert view.insights.latest.scene.scope.party == desk.id
    assert view.findings is not None
    assert len(view.findings.gaps) > gaps
    assert opened.status.scope.text() == "Gezien vanuit: Burgerzaken"
    elements = [element for layer in view.map.drawing.layers for element in layer.elements]
    told = [" ".join(element.lines) for element in elements if isinstance(element, Text)]
    assert "Burgerzaken afwezig" in told
    assert "gemeente afwezig" not in told
    opened.actions_by_code["undo"].trigger()
    view.refresh_findings()
    assert opened.session.document == before
    assert opened.status.scope.text() == "Gezien vanuit: Gemeente Voorbeeldstad"


def test_in_a_narrow_window_the_choice_is_still_in_the_menus(opened):
    opened.resize(800, 600)
    settle()
    assert opened.actions_by_code["scope"].isEnabled()
    opened.actions_by_code["scope"].trigger()
    assert choices(opened)
    opened.status.scope.choices.close()
