"""A sensitive branch from the menu: read first, added as one step, and never twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app import beginning
from app.dialogs.branches import BranchDialog
from app.pictures import settle
from app.plain import PlainLabel
from app.program import Program
from journeys import templates


def asked(window) -> BranchDialog:
    window.actions_by_code["branch"].trigger()
    dialog = window.findChild(BranchDialog)
    assert dialog is not None
    return dialog


def begun(program, code):
    window = program.new_window()
    beginning.start_life_event(program, window, code, personas=True)
    settle()
    return window


def said(dialog) -> list[str]:
    return [label.text() for label in dialog._texts]


def test_the_dialog_explains_before_anything_happens(window):
    before = window.session.document.snapshot()
    dialog = asked(window)
    when, facilitator, inside = said(dialog)
    assert "Kies dit alleen als zij dat willen vertellen" in when
    assert facilitator.startswith("Noem het kind bij de naam")
    assert "Hanna & Joris" in inside
    dialog.reject()
    assert window.session.document == before


def test_adding_a_branch_is_one_step_that_shows_its_journey(window):
    document = window.session.document
    before, shown = document.snapshot(), window.view.context.journey
    asked(window).go.click()
    settle()
    assert [p.name for p in document.personas.values()][-1] == "Hanna & Joris"
    assert document.journeys[window.view.context.journey].title == "Onze dochter Linde"
    assert "Zijtak toegevoegd" in window.status.currentMessage()
    window.actions_by_code["undo"].trigger()
    assert document == before
    assert shown in document.journeys


def test_a_branch_that_is_there_already_cannot_be_added_again(window):
    asked(window).go.click()
    settle()
    dialog = asked(window)
    assert not dialog.go.isEnabled()
    assert said(dialog)[2] == "Dit staat allemaal al in deze studie."
    dialog.reject()


def test_the_arrow_keys_choose_and_enter_adds(qtbot, program):
    window = begun(program, "death")
    facts = len(window.session.document.facts)
    dialog = asked(window)
    assert dialog.focusWidget() is dialog.list
    first = said(dialog)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
    assert said(dialog) != first
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle()
    assert len(window.session.document.facts) == facts + 2
    assert window.view.tabs.code == "facts"


def test_a_life_event_without_branches_says_so(program):
    window = begun(program, "blank")
    window.actions_by_code["branch"].trigger()
    assert window.findChild(BranchDialog) is None
    assert window.view.bar._text.text() == "Deze levensgebeurtenis heeft geen zijtakken."


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", [(1280, 800), (760, 600)])
def test_the_welcome_page_offers_seven_life_events_whose_words_are_whole(qapp, language, size):
    program = Program(qapp, language)
    window = program.new_window()
    window.show_welcome()
    window.resize(*size)
    settle()
    wanted, page = [], window.start_page
    page.life_event_wanted.disconnect()
    page.life_event_wanted.connect(lambda code, people: wanted.append((code, people)))
    for card in page.beginnings.cards:
        assert card.accessibleName().endswith(".") or ". " in card.accessibleName()
        assert all(label.height() >= label.heightForWidth(label.width()) for label in card.findChildren(PlainLabel))
        card.click()
    window.finish()
    program.deleteLater()
    assert wanted == [(code, True) for code, _ in templates.life_events()]


def test_a_blank_study_begins_with_phases_parties_and_a_persona_of_ones_own(program):
    window = begun(program, "blank")
    document = window.session.document
    assert len(document.phases) == 6
    assert len(document.personas) == len(document.journeys) == 1
    assert not document.steps
