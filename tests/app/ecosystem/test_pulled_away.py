"""The network while what it shows is taken away: nothing that is gone is asked for, nothing stale stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from app.ecosystem.rows import Row
from journeys.analysis.ecosystem import Edge
from journeys.edits import entities

KEY = Qt.Key


@pytest.mark.parametrize("name", ["Verloskundige", "Jeugdgezondheidszorg"])
def test_a_party_that_goes_can_be_picked_until_the_view_follows(stage, name):
    name = name if name in stage.named() else stage.named()[0]
    place = stage.net.place_of(stage.party(name)).toPoint()
    assert stage.history.perform(entities.delete(stage.document, "party", stage.party(name)))
    stage.qtbot.mouseMove(stage.net.viewport(), place)
    stage.qtbot.mouseClick(stage.net.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.net.line_at(QPointF(place))
    assert stage.view.selected() == ()
    stage.follow()
    assert stage.net.party is None
    assert name not in stage.named()


def test_every_row_can_be_pressed_just_after_all_steps_went(stage):
    stage.click(stage.named()[0])
    assert stage.rows.count()
    for step in list(stage.document.steps):
        stage.history.perform(entities.delete(stage.document, "step", step))
    for row in range(stage.rows.count()):
        stage.rows.setCurrentRow(row)
        stage.qtbot.keyClick(stage.rows, KEY.Key_Return)
        if not stage.rows.isVisible():
            break
    assert stage.steps == []


def test_in_a_network_without_parties_none_stays_picked(stage):
    stage.click(stage.named()[0])
    for step in list(stage.document.steps):
        stage.history.perform(entities.delete(stage.document, "step", step))
    stage.follow()
    assert stage.view.selected() == ()
    stage.qtbot.keyClick(stage.net, KEY.Key_Right)
    stage.qtbot.keyClick(stage.net, KEY.Key_Return)
    assert stage.net.party is None
    assert stage.history.go_to(0)
    stage.follow()
    assert stage.named()
    stage.click(stage.named()[0])
    assert len(stage.view.selected()) == 1


def test_asked_to_commit_what_was_typed_it_still_follows_the_last_edit(stage):
    gone = stage.named()[0]
    stage.history.perform(entities.delete(stage.document, "party", stage.party(gone)))
    stage.view.flush()
    stage.follow()
    assert gone not in stage.named()


def test_a_row_of_a_network_that_is_no_longer_shown_leads_nowhere(stage):
    party = stage.party(stage.named()[0])
    stage.history.perform(entities.delete(stage.document, "party", party))
    stage.follow()
    stage.view.side.wanted.emit(Row("weg", party=party))
    assert stage.net.party is None
    stage.view.side.wanted.emit(Row("weg", edge=Edge(party, party, "handover")))
    assert stage.net.edge is None
