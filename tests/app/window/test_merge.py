"""Another study merged in from the menu: shown beforehand, one step back."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QTreeWidgetItemIterator

from app import tasks
from app.dialogs.merge import MergeDialog, begin
from journeys import store, templates
from journeys.exchange import json_format


@pytest.fixture
def other(tmp_path):
    """The same life event, mapped by somebody else."""
    path = tmp_path / "Andere.levensreis"
    store.create_file(path, templates.create("child", "nl"))
    return path


def shown(window, path):
    begin(window, path)
    tasks.wait_for_all()
    return window.findChild(MergeDialog)


def lines(dialog):
    walk, found = QTreeWidgetItemIterator(dialog.list), []
    while walk.value() is not None:
        if not walk.value().isHidden():
            found.append(walk.value().text(0))
        walk += 1
    return found


def test_the_menu_asks_for_a_file_and_shows_what_comes_in(qtbot, window, other):
    window.actions_by_code["merge"].trigger()
    dialog = window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(other))
    dialog.close()
    qtbot.waitUntil(lambda: window.findChild(MergeDialog) is not None)
    found = lines(window.findChild(MergeDialog))
    assert found[0] == "Persona’s en reizen die erbij komen"
    assert any(line.startswith("Een kind krijgen · huidig · ") for line in found)
    assert any(line.startswith("6 fasen: Zwanger!, ") for line in found)
    window.findChild(MergeDialog).reject()


def test_a_merge_is_one_step_and_shows_the_journey_that_came_in(window, other):
    document = window.session.document
    before, journeys = document.snapshot(), set(document.journeys)
    shown(window, other).accept()
    assert len(document.personas) == 6
    assert len(document.phases) == 6
    assert window.view.context.journey not in journeys
    assert "samengevoegd" in window.status.currentMessage()
    window.actions_by_code["undo"].trigger()
    assert document == before


def test_what_is_here_already_is_said_and_not_brought_in_again(window, path):
    assert shown(window, path) is None
    assert "staat al in deze studie" in window.view.bar.text


def test_a_study_in_another_format_can_come_in_too(window, tmp_path):
    path = tmp_path / "studie.json"
    path.write_bytes(json_format.to_json(templates.create("child", "nl")))
    dialog = shown(window, path)
    assert dialog is not None
    dialog.reject()
    assert not window.history.undoable()


def test_a_file_that_is_no_study_is_refused_with_its_name(window, tmp_path):
    path = tmp_path / "Kapot.levensreis"
    path.write_bytes(b"niets")
    assert shown(window, path) is None
    assert "Kapot.levensreis" in window.view.bar.text
