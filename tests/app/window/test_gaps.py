"""The gaps panel: from finding to opportunity, and absence on purpose."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.plain import PlainLabel
from journeys.edits import notes


def button(widget, text):
    return next(b for b in widget.findChildren(QPushButton) if b.text() == text)


def texts(widget):
    return [label.text() for label in widget.findChildren(PlainLabel)]


def cards(window):
    window.view.tabs.setCurrentIndex(1)
    window.view.refresh_findings()
    return list(window.view.gaps.by_phase.values())


def open_card(window):
    """A gap with a suggestion that is not on the map yet."""
    wanted = "Zet als kans op de kaart"
    return next(c for c in cards(window) if any(b.text() == wanted for b in c.findChildren(QPushButton)))


def opportunities(window):
    return [note for note in window.session.document.notes.values() if note.kind == "opportunity"]


def test_a_suggestion_becomes_an_opportunity_on_the_map_in_one_click_and_back(qtbot, window):
    card, before = open_card(window), opportunities(window)
    gap = card.gap
    qtbot.mouseClick(button(card, "Zet als kans op de kaart"), Qt.MouseButton.LeftButton)
    made = [note for note in opportunities(window) if note not in before]
    assert len(made) == 1
    assert (made[0].journey, made[0].phase) == (gap.journey, gap.phase)
    assert set(made[0].addresses) == set(gap.open_needs)
    assert made[0].via
    assert window.view.map.hits.of(made[0].id), "the new opportunity is not drawn on the map"
    window.actions_by_code["undo"].trigger()
    assert opportunities(window) == before
    assert not window.view.map.hits.of(made[0].id)


def test_absence_on_purpose_needs_a_reason_and_can_be_taken_back(qtbot, window):
    card = cards(window)[-1]
    phase, gaps = card.gap.phase, len(window.view.findings.gaps)
    qtbot.mouseClick(button(card, "Markeer als bewust"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(card, "Vastleggen"), Qt.MouseButton.LeftButton)
    assert window.view.bar.text, "without a reason the user must hear what is missing"
    assert not window.session.document.stances
    card._reason.setPlainText("Hier zijn ouders bij de verloskundige in goede handen.")
    qtbot.mouseClick(button(card, "Vastleggen"), Qt.MouseButton.LeftButton)
    window.view.refresh_findings()
    assert len(window.view.findings.gaps) == gaps - 1
    assert window.view.findings.levels[phase] == "deliberate"
    assert "Hier zijn ouders bij de verloskundige in goede handen." in texts(window.view.gaps)
    qtbot.mouseClick(button(window.view.gaps, "Weer als gat zien"), Qt.MouseButton.LeftButton)
    window.view.refresh_findings()
    assert len(window.view.findings.gaps) == gaps


def test_every_point_of_a_severity_is_shown(qtbot, window):
    card = cards(window)[0]
    assert not card._details.isVisible()
    qtbot.mouseClick(button(card, f"Waarom {card.gap.severity}?"), Qt.MouseButton.LeftButton)
    points = [int(text) for text in texts(card._details) if text.isdecimal()]
    assert card._details.isVisible()
    assert sum(points) == card.gap.severity


def test_clicking_a_gap_shows_its_phase_on_the_map_and_stays_with_the_gaps(qtbot, window):
    card = cards(window)[1]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert tuple(window.view.map.selected()) == (card.gap.phase,)
    assert window.view.tabs.currentIndex() == 1
    assert card.property("current") is True


def test_another_scope_counts_anew(window):
    document = window.session.document
    department = next(party for party in document.parties.values() if party.kind == "department")
    before = len(window.view.findings.gaps)
    window.view.gaps.scope.committed.emit(department.id, "")
    window.view.refresh_findings()
    assert document.study.scope == department.id
    assert len(window.view.findings.gaps) >= before
    window.history.undo()
    window.view.refresh_findings()
    assert len(window.view.findings.gaps) == before


def test_the_next_gap_walks_through_all_of_them(window):
    cards(window)
    seen = []
    for _ in window.view.findings.gaps:
        window.actions_by_code["next_gap"].trigger()
        seen += window.view.map.selected()
    assert seen == [gap.phase for gap in window.view.findings.gaps]


def test_an_opportunity_on_a_step_that_answers_the_gaps_need_counts_as_on_the_map(window):
    card = open_card(window)
    need = window.session.document.notes[card.gap.open_needs[0]]
    window.view.context.do(
        lambda: notes.add(window.session.document, "opportunity", "Eén overzicht", notes.Anchor(step=need.step))
    )
    made = opportunities(window)[-1]
    window.view.context.do(lambda: notes.address(window.session.document, made.id, (need.id,)))
    window.view.refresh_findings()
    again = window.view.gaps.by_phase[card.gap.phase]
    assert "Staat als kans op de kaart: Eén overzicht" in texts(again)
    assert "Zet als kans op de kaart" not in [each.text() for each in again.findChildren(QPushButton)]
