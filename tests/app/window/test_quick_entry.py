"""Quick entry: type, Enter, type, Enter; it remembers where and with whom."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app import settings
from app.canvas import names
from journeys import store
from journeys.model.time import phases_in_order
from tests.journeys.studies import study

K = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def path(tmp_path):
    """A small study in a file: these tests open many windows."""
    file = tmp_path / "Klein.levensreis"
    store.create_file(file, study(8, 2))
    return file


@pytest.fixture
def strip(qtbot, window):
    qtbot.waitUntil(window.isActiveWindow)
    window.actions_by_code["quick"].trigger()
    return window.view.strip("quick")


def say(qtbot, strip, line):
    qtbot.keyClicks(strip.line, line)
    qtbot.keyClick(strip.line, K.Key_Return)


def newest(window):
    return list(window.session.document.steps.values())[-1]


def choose_phase(strip, index):
    strip.phase.setCurrentIndex(index)
    strip.phase.committed.emit(strip.phase.currentData(), "")


def test_enter_enter_enter_makes_a_chain_in_the_phase_that_is_remembered(qtbot, window, strip):
    phase = phases_in_order(window.session.document)[2]
    choose_phase(strip, 2)
    made = []
    for title in ("Bellen", "Wachten", "Gesprek"):
        say(qtbot, strip, title)
        made.append(newest(window))
        assert strip.line.text() == ""
        assert strip.line.hasFocus()
    assert [step.title for step in made] == ["Bellen", "Wachten", "Gesprek"]
    assert {step.phase for step in made} == {phase.id}
    pairs = {(link.source, link.target) for link in window.session.document.links.values()}
    assert {(made[0].id, made[1].id), (made[1].id, made[2].id)} <= pairs


def test_the_party_of_a_line_is_that_of_the_next_one(qtbot, window, strip):
    parties = {party.name: party.id for party in window.session.document.parties.values()}
    say(qtbot, strip, "Controle @verlos -2")
    assert newest(window).contacts[0].party == parties["Verloskundige"]
    assert newest(window).emotion == -2
    say(qtbot, strip, "Nog een controle")
    assert newest(window).contacts[0].party == parties["Verloskundige"]
    assert newest(window).emotion is None
    say(qtbot, strip, "Thuis @niemand")
    assert newest(window).nobody
    say(qtbot, strip, "Weer thuis")
    assert newest(window).nobody


def test_a_new_party_is_made_with_the_step_and_remembered(qtbot, window, strip):
    qtbot.keyClicks(strip.line, "Folder lezen @Bibliotheek")
    assert "nieuwe partij “Bibliotheek”" in strip.hint.text()
    qtbot.keyClick(strip.line, K.Key_Return)
    party = list(window.session.document.parties.values())[-1]
    assert party.name == "Bibliotheek"
    assert newest(window).contacts[0].party == party.id
    assert strip.party.currentData() == party.id
    before = len(window.session.document.parties)
    window.actions_by_code["undo"].trigger()
    assert len(window.session.document.parties) == before - 1


def test_the_line_says_beforehand_what_enter_will_do(qtbot, window, strip):
    choose_phase(strip, 1)
    qtbot.keyClicks(strip.line, "Controle @verlos +1")
    assert strip.hint.text() == "Enter: stap in Voorbereiden · Verloskundige · beleving +1"
    qtbot.keyClick(strip.line, K.Key_Return)
    assert strip.hint.text() == "Toegevoegd in Voorbereiden: Controle"


def test_tab_fills_in_the_name_that_was_begun(qtbot, strip):
    qtbot.keyClicks(strip.line, "Controle @verlos")
    qtbot.keyClick(strip.line, K.Key_Tab)
    assert strip.line.text() == "Controle @Verloskundige "
    assert strip.line.hasFocus()


def test_a_note_hangs_on_the_last_step(qtbot, window, strip):
    say(qtbot, strip, "Erkennen")
    say(qtbot, strip, "b: wat moet ik meenemen?")
    note = list(window.session.document.notes.values())[-1]
    assert (note.kind, note.text, note.step) == ("need", "wat moet ik meenemen?", newest(window).id)
    say(qtbot, strip, "Knelpunt: niemand weet het")
    assert list(window.session.document.notes.values())[-1].kind == "pain"


def test_arrows_with_alt_or_control_change_the_phase_from_within_the_line(qtbot, strip):
    for held in (ALT, CONTROL):
        choose_phase(strip, 0)
        qtbot.keyClick(strip.line, K.Key_Down, held)
        assert strip.phase.currentIndex() == 1
        qtbot.keyClick(strip.line, K.Key_Up, held)
        qtbot.keyClick(strip.line, K.Key_Up, held)
        assert strip.phase.currentIndex() == 0


def test_escape_leads_back_to_the_map_and_keeps_what_was_typed(qtbot, window, strip):
    qtbot.keyClicks(strip.line, "Half")
    qtbot.keyClick(strip.line, K.Key_Escape)
    assert window.view.map.hasFocus()
    assert strip.line.text() == "Half"
    assert strip.isVisible()


def test_undo_is_the_lines_own_while_there_is_something_typed_and_else_takes_the_last_step_back(qtbot, window, strip):
    before = window.session.document.snapshot()
    say(qtbot, strip, "Te snel")
    qtbot.keyClicks(strip.line, "weg")
    qtbot.keyClick(strip.line, K.Key_Z, CONTROL)
    assert newest(window).title == "Te snel"
    strip.line.setText("")
    qtbot.keyClick(strip.line, K.Key_Z, CONTROL)
    assert window.session.document == before


def test_the_map_shows_the_step_that_was_made_and_the_panel_stays(qtbot, window, strip):
    window.view.tabs.show_panel("gaps")
    window.view.map.zoom_to(2.0)
    choose_phase(strip, 5)
    say(qtbot, strip, "Helemaal rechts")
    step = newest(window).id
    assert window.view.map.selected() == (step,)
    from app.canvas import scale

    card = scale.rect(window.view.map.hits.main(step).rect)
    assert window.view.map.visible_area().contains(card)
    assert window.view.tabs.code == "gaps"


def test_a_line_that_is_too_long_for_a_title_goes_on_in_the_body(qtbot, window, strip):
    strip.line.setText("woord " * 60)
    qtbot.keyClick(strip.line, K.Key_Return)
    step = newest(window)
    assert len(step.title) <= 200
    assert f"{step.title} {step.body}".split() == ["woord"] * 60


def test_several_lines_pasted_become_as_many_steps(qtbot, window, strip):
    count = len(window.session.document.steps)
    QGuiApplication.clipboard().setText("Een\nTwee\nDrie")
    qtbot.keyClick(strip.line, K.Key_V, CONTROL)
    assert len(window.session.document.steps) == count + 3
    assert strip.line.text() == ""


def test_closed_it_stays_closed_the_next_time(qtbot, window, strip, program, path):
    assert window.actions_by_code["quick"].isChecked()
    strip.close_strip()
    assert window.view.map.hasFocus()
    assert not window.actions_by_code["quick"].isChecked()
    assert not settings.opened("quick", default=True)
    window.redress(window.dress)
    assert "quick" not in window.view.strips or window.view.strips["quick"].isHidden()


def test_a_line_that_is_half_typed_is_still_there_when_the_window_is_dressed_anew(qtbot, window, strip):
    say(qtbot, strip, "Controle @verlos")
    choose_phase(strip, 2)
    qtbot.keyClicks(strip.line, "Half")
    window.redress(window.dress)
    qtbot.waitUntil(lambda: "quick" in window.view.strips)
    again = window.view.strips["quick"]
    assert (again.line.text(), again.phase.currentIndex()) == ("Half", 2)
    assert again.party.currentText() == "Verloskundige"


def test_a_new_user_finds_it_open_with_the_focus_on_the_map(qtbot, window):
    qtbot.waitUntil(lambda: "quick" in window.view.strips)
    assert window.view.strips["quick"].isVisible()
    assert not window.view.strips["quick"].has_focus()


def test_it_follows_phases_that_are_added_and_deleted(qtbot, window, strip):
    from journeys.edits import phases

    document = window.session.document
    choose_phase(strip, 1)
    window.history.perform(phases.delete(document, phases_in_order(document)[1].id))
    qtbot.waitUntil(lambda: strip.phase.count() == len(document.phases))
    say(qtbot, strip, "In een andere fase")
    assert newest(window).phase in document.phases


def test_what_was_made_is_said_with_its_place(qtbot, window, strip, monkeypatch):
    told = []
    monkeypatch.setattr("app.panels.quick_entry.announce", lambda _, text: told.append(text))
    choose_phase(strip, 0)
    say(qtbot, strip, "Bellen @niemand -2")
    n = len(names.reading_order(window.session.document, window.view.context.journey))
    assert told == [f"Stap 3 van {n}: Bellen. Niemand. Beleving −2. Fase Zwanger!, 9 – 7 maanden vóór"]


def test_one_goes_on_in_the_phase_that_was_pointed_at_on_the_map(qtbot, window, strip):
    document, view = window.session.document, window.view
    choose_phase(strip, 0)
    far = phases_in_order(document)[3]
    step = next(s for s in document.steps.values() if s.phase == far.id and s.journey == view.context.journey)
    view.map.setFocus()
    view.map.reveal(step.id)
    strip.line.setFocus()
    say(qtbot, strip, "Daarna bellen")
    assert newest(window).phase == far.id
    choose_phase(strip, 0)
    strip.line.setFocus()
    say(qtbot, strip, "Eerst bellen")
    assert newest(window).phase == phases_in_order(document)[0].id


def test_while_the_map_has_the_keyboard_the_hint_says_what_its_keys_do(qtbot, window, strip):
    view = window.view
    view.map.setFocus()
    view.map.select(())
    assert "nieuwe stap" in strip.hint.text()
    view.map.reveal(next(s.id for s in window.session.document.steps.values() if s.journey == view.context.journey))
    assert "Enter: volgende stap" in strip.hint.text()
    assert "B: behoefte" in strip.hint.text()
    qtbot.keyClick(view.map, K.Key_Return)
    assert "Ctrl+Enter: volgende stap" in strip.hint.text()
    qtbot.keyClick(view.map.writer.editor, K.Key_Escape)
    assert "Ctrl+Enter" not in strip.hint.text()
    strip.line.setFocus()
    assert strip.hint.text().startswith("@")
