"""Every number can be clicked: it shows what was counted, in a list and on the map."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton

from journeys.edits import steps


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(strip):
    items = [strip.list.topLevelItem(row) for row in range(strip.list.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items]


def traced(qtbot, opened):
    """A click on "3 stappen" of the first finding."""
    button = opened.card("roles.test_first").buttons["number steps"]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    return opened.view.strips["trace"], button


def test_a_number_lists_what_it_counts_and_selects_it_on_the_map(qtbot, opened):
    strip, _ = traced(qtbot, opened)
    ids = opened.card("roles.test_first").told.finding.number("steps").ids
    assert len(ids) == 3
    assert set(opened.view.map.selected()) == set(ids)
    held = opened.document.steps
    assert [row[1] for row in rows(strip)] == [held[id_].title for id_ in ids]
    assert {row[0] for row in rows(strip)} == {"Stap"}
    assert {row[2] for row in rows(strip)} == {"Sanne & Youssef"}
    assert [row[3] for row in rows(strip)] == [opened.document.phases[held[id_].phase].name for id_ in ids]
    assert strip.counted.text() == "3 stappen"
    assert opened.view.tabs.code == "findings"


def test_escape_closes_the_list_and_the_keyboard_goes_back_to_the_number(qtbot, opened):
    strip, button = traced(qtbot, opened)
    assert strip.list.hasFocus()
    qtbot.keyClick(strip.list, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert button.hasFocus()


def test_enter_on_a_row_shows_that_one_and_the_list_stays(qtbot, opened):
    strip, _ = traced(qtbot, opened)
    qtbot.keyClick(strip.list, Qt.Key.Key_Down)
    qtbot.keyClick(strip.list, Qt.Key.Key_Return)
    ids = opened.card("roles.test_first").told.finding.number("steps").ids
    assert opened.view.map.selected() == (ids[1],)
    assert strip.list.hasFocus()
    click(qtbot, strip.all)
    assert set(opened.view.map.selected()) == set(ids)


def test_a_row_of_another_journey_leads_there(qtbot, opened):
    document = opened.document
    here = [step.id for step in document.steps.values() if step.journey == opened.journey()]
    there = [step.id for step in document.steps.values() if step.journey != opened.journey()]
    opened.view.context.trace("Over de reizen heen", (here[0], there[0]))
    strip = opened.view.strips["trace"]
    assert opened.view.map.selected() == (here[0],)
    item = strip.list.topLevelItem(1)
    click_at = strip.list.visualItemRect(item).center()
    qtbot.mouseClick(strip.list.viewport(), Qt.MouseButton.LeftButton, pos=click_at)
    assert opened.journey() == document.steps[there[0]].journey
    assert opened.view.map.selected() == (there[0],)


def test_what_stands_in_another_journey_only_is_shown_there_at_once(opened):
    there = [step for step in opened.document.steps.values() if step.journey != opened.journey()]
    opened.view.context.trace("Daar", (there[0].id,))
    assert opened.journey() == there[0].journey
    assert opened.view.map.selected() == (there[0].id,)


def test_what_is_deleted_leaves_the_list(qtbot, opened):
    strip, _ = traced(qtbot, opened)
    gone = rows(strip)[0][1]
    step = next(s.id for s in opened.document.steps.values() if s.title == gone and s.journey == opened.journey())
    assert opened.view.context.do(lambda: steps.delete(opened.document, [step]))
    assert gone not in [row[1] for row in rows(strip)]
    assert strip.counted.text() == "2 stappen"


def test_things_that_are_not_on_the_map_are_shown_where_they_are(qtbot, opened):
    document = opened.document
    fact, party = next(iter(document.facts)), next(iter(document.parties))
    opened.view.context.trace("Van alles", (fact, party))
    strip = opened.view.strips["trace"]
    assert [row[0] for row in rows(strip)] == ["Feit", "Partij"]
    qtbot.keyClick(strip.list, Qt.Key.Key_Return)
    assert opened.view.tabs.code == "facts"
    qtbot.keyClick(strip.list, Qt.Key.Key_Down)
    qtbot.keyClick(strip.list, Qt.Key.Key_Return)
    assert opened.view.tabs.code == "inspector"
    assert opened.view.inspector.currentWidget().id == party


def test_a_screen_reader_hears_each_row_as_a_sentence(opened):
    step = next(step for step in opened.document.steps.values() if step.journey == opened.journey())
    opened.view.context.trace("Een stap", (step.id,))
    said = opened.view.strips["trace"].list.topLevelItem(0).data(0, Qt.ItemDataRole.AccessibleTextRole)
    phase = opened.document.phases[step.phase].name
    assert said == f"Stap: {step.title}. Sanne & Youssef. {phase}"


def test_a_number_of_nothing_opens_nothing(opened):
    opened.view.context.trace("Niets", ())
    assert "trace" not in opened.view.strips


def test_every_number_in_the_sentence_of_a_gap_leads_to_its_cards(qtbot, opened):
    opened.view.tabs.show_panel("gaps")
    card = next(iter(opened.view.gaps.by_phase.values()))
    gap, said = card.gap, card.told
    assert "".join(ch for ch in said.text() if ch.isdigit()) == "".join(
        ch for button in said.buttons.values() for ch in button.text() if ch.isdigit()
    )
    assert {one.code for one in gap.reasons if one.ids} | {one.party for one in gap.reach} == set(said.buttons)
    click(qtbot, said.buttons["needs"])
    assert opened.view.strips["trace"]._ids == gap.open_needs


def test_every_part_of_a_severity_shows_what_it_was_counted_from(qtbot, opened):
    opened.view.tabs.show_panel("gaps")
    card = next(iter(opened.view.gaps.by_phase.values()))
    next(b for b in card.findChildren(QPushButton) if b.text() == f"Waarom {card.gap.severity}?").click()
    lines = card._details.findChildren(QPushButton)
    assert len(lines) == sum(bool(one.ids) or one.code == "duration" for one in card.gap.reasons) + len(card.gap.reach)
    needs = next(one for one in card.gap.reasons if one.code == "needs")
    click(qtbot, lines[0])
    strip = opened.view.strips["trace"]
    assert strip._ids == needs.ids
    assert len(rows(strip)) == needs.count
    party = card.gap.reach[0]
    click(qtbot, lines[-len(card.gap.reach)])
    met = {opened.document.steps[id_].journey for id_ in strip._ids}
    assert len({opened.document.journeys[journey].persona for journey in met}) == party.personas


def test_the_numbers_of_the_summary_show_their_phases(qtbot, opened):
    opened.view.tabs.show_panel("gaps")
    absent = [one.phase for one in opened.view.findings.phases if one.level == "absent"]
    phases, silence = opened.view.gaps._buttons()
    click(qtbot, phases)
    assert opened.view.strips["trace"]._ids == tuple(absent)
    assert set(opened.view.map.selected()) == set(absent)
    click(qtbot, silence)
    held = opened.document
    assert all(id_ in held.phases or id_ in held.steps for id_ in opened.view.strips["trace"]._ids)


def test_tabs_tell_a_screen_reader_their_whole_names(opened):
    bar = opened.view.tabs.tabBar()
    seen = QAccessible.queryAccessibleInterface(bar)
    names = [seen.child(index).text(QAccessible.Text.Name) for index in range(5)]
    assert names[0] == "Stap"
    assert names[1].startswith("Gaten (")
    assert names[2].startswith("Bevindingen (")
    QApplication.processEvents()
