"""Findings in the window: on the map, on the tab, in the status bar and by key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.plain import PlainLabel
from journeys.edits import steps


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_clicking_a_card_shows_it_on_the_map_and_the_tab_stays(qtbot, opened):
    card = opened.card("heartbeat.test_end")
    click(qtbot, card)
    assert opened.view.map.selected() == card.told.finding.subjects
    assert card.property("current") is True
    assert opened.view.tabs.code == "findings"


def test_a_key_walks_through_cards_and_map_and_back(qtbot, window):
    window.view.map.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert window.view.tabs.code == "findings"
    window.view.refresh_findings()
    QApplication.processEvents()  # what is new in a layout is shown then
    panel = window.view.tabs.panel("findings")
    keys = [(one.code, one.subjects) for one in panel.findings]
    seen = []
    for _ in keys:
        qtbot.keyClick(window, Qt.Key.Key_F4)
        seen.append(panel.current)
    assert seen == keys
    qtbot.keyClick(window, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert panel.current == keys[-2]
    assert [key for key, card in panel.cards.by_key.items() if card.property("current")] == [keys[-2]]
    QApplication.processEvents()  # it is brought into view then


def test_a_finding_of_another_journey_is_shown_there(opened):
    opened.panel.chooser.where.display("study")
    opened.panel.chooser.where.committed.emit("study", "")
    other = next(one for one in opened.panel.findings if one.journey not in (None, opened.journey()))
    opened.panel.choose(other)
    assert opened.journey() == other.journey
    assert opened.view.map.selected()[0] in other.subjects


def test_a_hidden_panel_catches_up_when_it_is_shown(opened, rules):
    opened.view.tabs.show_panel("notes")
    del rules["roles"]
    first = next(iter(opened.document.steps))
    assert opened.view.context.do(lambda: steps.rename(opened.document, first, "Anders"))
    opened.refresh()
    assert any(one.lens == "roles" for one in opened.panel.findings), "it was made anew while nobody saw it"
    opened.view.tabs.show_panel("findings")
    assert not any(one.lens == "roles" for one in opened.panel.findings)


def test_the_tab_and_the_status_bar_count_what_was_found(qtbot, window):
    view = window.view
    window.resize(1800, 900)
    view.tabs.show_panel("gaps")
    view.refresh_findings()
    count = len(view.insights.latest.heard.about(view.context.journey))
    assert view.tabs.tabText(2) == f"Bevindingen ({count})"
    assert window.status.acts.text() == "1 vraagt actie"
    QApplication.processEvents()
    click(qtbot, window.status.acts)
    assert view.tabs.code == "findings"


def test_an_opportunity_is_shown_on_the_map_its_words_ready_to_be_changed(qtbot, opened):
    before = set(opened.document.notes)
    click(qtbot, opened.card("roles.test_first").buttons["opportunity"])
    (made,) = set(opened.document.notes) - before
    editor = opened.view.map.writer.editor
    assert opened.view.map.selected() == (made,)
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "Vraag het maar een keer")
    opened.view.map.flush()
    assert opened.document.notes[made].text == "Vraag het maar een keer"
    assert opened.document.notes[made].kind == "opportunity"
    assert opened.view.tabs.code == "findings"
    opened.refresh()
    card = opened.card("roles.test_first")
    assert "opportunity" not in card.buttons, "rewritten, it is still the opportunity that was made of this finding"
    assert any("Vraag het maar een keer" in label.text() for label in card.findChildren(PlainLabel))
