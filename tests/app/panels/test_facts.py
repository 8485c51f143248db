"""Facts of the life event: phase by phase, with source and date; to add, change, delete and make a note of."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton

from app import links
from app.panels.facts import FactsPanel
from app.plain import PlainLabel
from journeys.model.time import phases_in_order


@pytest.fixture
def panel(bench):
    made = bench.add(FactsPanel(bench.context))
    bench.session.listen(lambda _: made.display())
    made.display()
    return made


@pytest.fixture
def facts(bench):
    return bench.document.facts


def with_deadline(facts):
    return next(fact for fact in facts.values() if fact.due is not None and fact.source_url)


def texts(widget):
    return [label.text() for label in widget.findChildren(PlainLabel)] + [
        button.text() for button in widget.findChildren(QPushButton)
    ]


def test_every_fact_stands_once_under_its_phase(bench, panel, facts):
    assert set(panel.cards) == set(facts)
    headings = [part.text() for part in panel._made if isinstance(part, PlainLabel)]
    names = [phase.name for phase in phases_in_order(bench.document)]
    timed = [line for line in headings if not line.startswith("Altijd")]
    shown = [next(name for name in names if line.startswith(name)) for line in timed]
    assert shown == sorted(shown, key=names.index)


def test_a_card_tells_status_source_date_and_deadline(panel, facts):
    fact = with_deadline(facts)
    said = " ".join(texts(panel.cards[fact.id]))
    assert fact.text in said
    assert "Wettelijk" in said
    assert "Gecontroleerd op 21-11-2026" in said
    assert "Binnen" in said
    assert "uiterlijk" in said


def test_a_new_fact_is_one_undo_step(qtbot, bench, panel, facts):
    before = set(facts)
    panel.text.setFocus()
    qtbot.keyClicks(panel.text, "De balie is dicht op woensdag")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    (made,) = set(facts) - before
    assert facts[made].status == "local"
    panel.display()
    assert made in panel.cards
    bench.history.undo()
    assert set(facts) == before


def test_a_fact_in_the_selected_phase_holds_there(qtbot, bench, panel, facts):
    phase = phases_in_order(bench.document)[1]
    panel.which.display("selected")
    panel.follow([("phase", phase.id)])
    before = set(facts)
    panel.text.setFocus()
    qtbot.keyClicks(panel.text, "Alleen hier")
    qtbot.keyClick(panel.text, Qt.Key.Key_Return)
    (made,) = set(facts) - before
    assert facts[made].from_day == phase.start_day
    panel.display()
    assert made in panel.cards
    later = next(s for s in bench.document.steps.values() if s.phase == phases_in_order(bench.document)[4].id)
    panel.follow([("step", later.id)])
    assert made not in panel.cards


def test_nothing_selected_says_what_to_do(bench, panel):
    panel.which.display("selected")
    panel.follow([])
    panel.display()
    assert not panel.cards
    assert "Kies een fase" in panel._told.text()


def test_a_fact_can_be_changed_in_all_its_fields(qtbot, bench, panel, facts):
    fact = with_deadline(facts)
    panel.change(fact.id)
    form = panel.currentWidget()
    form.fields["status"].committed.emit("usual", "")
    form.fields["due.count"].setValue(5)
    form.fields["due.rule"].committed.emit("none", "")
    form.fields["from_day"].setValue(-3)
    now = facts[fact.id]
    assert (now.status, now.due.count, now.due.rule, now.from_day) == ("usual", 5, "none", -3)
    form.fields["due.moment"].committed.emit(None, "")
    assert facts[fact.id].due is None
    form.back.click()
    assert panel.currentWidget() is not form


def test_an_address_without_its_beginning_gets_one_and_another_word_is_told(bench, panel, facts):
    fact = with_deadline(facts)
    panel.change(fact.id)
    form = panel.currentWidget()
    form.fields["source_url"].committed.emit("wetten.overheid.nl/x", "")
    assert facts[fact.id].source_url == "https://wetten.overheid.nl/x"
    form.fields["source_url"].committed.emit("file:///etc/passwd", "")
    assert "geen webadres" in form.slots["source_url"].reason


def test_a_check_of_long_ago_is_said(bench, panel, facts):
    from journeys.edits import entities

    fact = with_deadline(facts)
    old = dt.date(2020, 1, 2)
    bench_do(bench, entities.change(bench.document, "fact", fact.id, checked_on=old))
    assert "Gecontroleerd op 2-1-2020, meer dan een jaar geleden" in texts(panel.cards[fact.id])


def bench_do(bench, edit):
    assert bench.history.perform(edit)


def test_checked_today_is_one_click(bench, panel, facts):
    fact = with_deadline(facts)
    panel.change(fact.id)
    form = panel.currentWidget()
    next(b for b in form.findChildren(QPushButton) if b.text() == "Vandaag gecontroleerd").click()
    assert facts[fact.id].checked_on == dt.datetime.now().astimezone().date()


def test_a_deleted_fact_leaves_the_form_and_comes_back_with_undo(bench, panel, facts):
    fact = with_deadline(facts)
    panel.change(fact.id)
    form = panel.currentWidget()
    next(b for b in form.findChildren(QPushButton) if b.text() == "Feit verwijderen").click()
    assert fact.id not in facts
    assert panel.currentWidget() is not form
    bench.history.undo()
    assert facts[fact.id] == fact


def test_a_fact_becomes_a_note_on_its_phase_in_the_shown_journey(bench, panel, facts):
    fact = with_deadline(facts)
    before = set(bench.document.notes)
    menu = panel.cards[fact.id].findChild(QMenu)
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "Kans").trigger()
    (made,) = set(bench.document.notes) - before
    note = bench.document.notes[made]
    assert (note.kind, note.text, note.journey) == ("opportunity", fact.text, bench.context.journey)
    assert note.phase in bench.document.phases


def test_a_source_is_opened_only_after_yes(qtbot, bench, panel, facts, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    fact = with_deadline(facts)
    button = next(b for b in panel.cards[fact.id].findChildren(QPushButton) if b.accessibleName().startswith("Bron"))
    button.click()
    box = bench.pane.findChild(QMessageBox)
    assert fact.source_url in box.informativeText()
    box.escapeButton().click()
    assert opened == []
    button.click()
    box = bench.pane.findChildren(QMessageBox)[-1]
    next(b for b in box.buttons() if b is not box.escapeButton()).click()
    assert opened == [fact.source_url]


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "javascript:alert(1)", "ftp://x.nl", "https://", "www.voorbeeld.nl", "", "https://[",
     "https://goed@fout.nl/", "https://a b.nl", "data:text/html,x", "\\\\srv\\s", "vbscript:x", "smb://x/y",
     "https://x.nl:99999/", "http://\n.nl"],
)  # fmt: skip
def test_C15_what_is_no_web_page_is_never_opened(url):
    assert links.address(url) is None


def test_a_web_page_is_known():
    assert links.address(" https://wetten.overheid.nl/BWBR0002656 ") == "https://wetten.overheid.nl/BWBR0002656"
    assert links.address("HTTP://voorbeeld.nl:8080/pad?x=1#y") == "HTTP://voorbeeld.nl:8080/pad?x=1#y"


def test_what_was_typed_for_a_new_fact_is_kept_on_leaving(qtbot, bench, panel, facts):
    before = set(facts)
    panel.text.setFocus()
    qtbot.keyClicks(panel.text, "Nog niet klaar")
    panel.flush()
    assert len(set(facts) - before) == 1
