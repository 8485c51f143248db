"""The panel of findings: what stands in it, what one can do with it, and that nothing jumps about."""

from __future__ import annotations

from importlib import import_module

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.plain import PlainLabel
from journeys.analysis.finding import Finding, count
from journeys.edits import mutes, steps


def texts(widget):
    return [label.text() for label in widget.findChildren(PlainLabel) if not label.isHidden()]


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def mute(qtbot, alone, card, reason):
    click(qtbot, card.buttons["mute"])
    qtbot.keyClicks(card._ask.reason, reason)
    qtbot.keyClick(card._ask.reason, Qt.Key.Key_Return)
    alone.refresh()


def test_findings_stand_under_their_grade(alone):
    headings = [heading.title.text() for heading in alone.panel.cards._headings.values()]
    grades = [card.told.finding.grade for card in alone.panel.cards.by_key.values()]
    assert grades == sorted(grades, key=("act", "look", "good").index)
    assert [heading.partition(" (")[0] for heading in headings] == [
        "Vraagt actie",
        "Het bekijken waard",
        "Een sterk punt",
    ]


def test_only_this_journey_and_the_study_are_told_until_one_asks_for_all(alone):
    assert {one.journey for one in alone.panel.findings} == {None, alone.journey()}
    alone.panel.chooser.where.display("study")
    alone.panel.chooser.where.committed.emit("study", "")
    told = {one.journey for one in alone.panel.findings}
    assert len(told) > 2
    assert any("Esra & Mehmet" in text for text in texts(alone.panel.cards)), "whose finding it is, is not said"


def test_choosing_a_lens_lists_its_findings_and_colours_the_map(qtbot, alone):
    lens = alone.panel.chooser.lens
    lens.setFocus()
    while lens.currentData() != "heartbeat":
        before = lens.currentIndex()
        qtbot.keyClick(lens, Qt.Key.Key_Down)
        assert lens.currentIndex() != before, "no key leads to the lens"
    assert alone.context.lens == "heartbeat"
    assert {one.lens for one in alone.panel.findings} == {"heartbeat"}
    assert any("Kahneman" in label.text() for label in alone.panel.chooser.findChildren(PlainLabel))
    alone.show_lens("roles")
    assert {one.lens for one in alone.panel.findings} == {"roles"}, "the panel does not follow the menu"


def test_why_is_told_when_one_asks(qtbot, alone):
    card = alone.card("roles.test_first")
    assert "Daarom en zo verder." not in texts(card)
    click(qtbot, card.buttons["why"])
    assert "Daarom en zo verder." in texts(card)
    click(qtbot, card.buttons["why"])
    assert "Daarom en zo verder." not in texts(card)


def test_a_finding_is_muted_with_a_reason_in_one_undo_step(qtbot, alone):
    card, before = alone.card("roles.test_first"), len(alone.panel.findings)
    mute(qtbot, alone, card, "Dat is hier zo bedoeld")
    assert len(alone.panel.findings) == before - 1
    assert not any(key[0] == "roles.test_first" for key in alone.panel.cards.by_key)
    click(qtbot, alone.panel.muted.section.title)
    assert "Reden: Dat is hier zo bedoeld" in texts(alone.panel.muted)
    alone.history.undo()
    alone.refresh()
    assert len(alone.panel.findings) == before
    assert not alone.document.mutes


def test_a_muted_finding_is_told_again(qtbot, alone):
    before = len(alone.panel.findings)
    mute(qtbot, alone, alone.card("roles.test_first"), "Nu even niet")
    click(qtbot, alone.panel.muted.section.title)
    (again,) = [b for b in alone.panel.muted.findChildren(QWidget) if getattr(b, "text", str)() == "Weer melden"]
    again.setFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    alone.refresh()
    assert len(alone.panel.findings) == before
    assert alone.panel.isAncestorOf(QApplication.focusWidget()), "the keyboard left the panel"


def test_without_a_reason_nothing_is_muted(qtbot, alone):
    card = alone.card("roles.test_first")
    click(qtbot, card.buttons["mute"])
    qtbot.keyClick(card._ask.reason, Qt.Key.Key_Return)
    assert not alone.document.mutes
    assert any("Schrijf een reden op" in text for text in texts(card))
    qtbot.keyClick(card._ask.reason, Qt.Key.Key_Escape)
    assert card.buttons["mute"].hasFocus()
    assert card._ask.isHidden()


def test_a_reason_that_is_being_typed_survives_an_edit(qtbot, alone):
    card = alone.card("roles.test_first")
    click(qtbot, card.buttons["mute"])
    qtbot.keyClicks(card._ask.reason, "Halverwege")
    title = card.told.finding.subjects[0]
    alone.do(lambda: steps.rename(alone.document, title, "Anders"))
    assert alone.card("roles.test_first") is card
    assert card._ask.typed() == "Halverwege"
    assert card._ask.reason.hasFocus()


def test_cards_that_say_the_same_stay_and_keep_focus_and_place(alone):
    before = dict(alone.panel.cards.by_key)
    need = alone.card("structure.test_need")
    need.buttons["why"].setFocus()
    alone.panel.verticalScrollBar().setValue(60)
    at = alone.panel.verticalScrollBar().value()
    first = alone.card("roles.test_first").told.finding.subjects[0]
    alone.do(lambda: steps.rename(alone.document, first, "Anders genoemd"))
    changed = [key for key, card in alone.panel.cards.by_key.items() if before.get(key) is not card]
    assert [key[0] for key in changed] == ["roles.test_first"]
    assert any("Anders genoemd" in text for text in texts(alone.card("roles.test_first")))
    assert need.buttons["why"].hasFocus()
    assert alone.panel.verticalScrollBar().value() == at


def test_a_card_that_is_made_anew_keeps_the_keyboard_and_stays_unfolded(qtbot, alone):
    card = alone.card("roles.test_first")
    click(qtbot, card.buttons["why"])
    card.buttons["why"].setFocus()
    alone.do(lambda: steps.rename(alone.document, card.told.finding.subjects[0], "Nieuw"))
    new = alone.card("roles.test_first")
    assert new is not card
    assert new.buttons["why"].hasFocus()
    assert "Daarom en zo verder." in texts(new)


def test_a_finding_becomes_an_opportunity_where_it_was_found_in_one_undo_step(qtbot, alone):
    card, before = alone.card("roles.test_first"), set(alone.document.notes)
    click(qtbot, card.buttons["opportunity"])
    (made,) = set(alone.document.notes) - before
    note = alone.document.notes[made]
    assert (note.kind, note.step, note.text) == ("opportunity", card.told.finding.subjects[0], card.told.text)
    assert alone.placed == [made]
    alone.refresh()
    assert "opportunity" not in alone.card("roles.test_first").buttons
    assert f"Staat als kans op de kaart: {note.text}" in texts(alone.card("roles.test_first"))
    alone.history.undo()
    assert set(alone.document.notes) == before


def test_an_opportunity_addresses_the_need_that_was_found(qtbot, alone):
    card, before = alone.card("structure.test_need"), set(alone.document.notes)
    click(qtbot, card.buttons["opportunity"])
    (made,) = set(alone.document.notes) - before
    assert alone.document.notes[made].addresses == card.told.finding.subjects


def test_a_strength_asks_for_no_opportunity(alone):
    assert "opportunity" not in alone.card("heartbeat.test_end").buttons


def listed(qtbot, alone, count):
    """Cards that do not fit the first picture are made a moment later."""
    qtbot.waitUntil(lambda: len(alone.panel.cards.by_key) == count)


def test_few_findings_are_listed_at_first_and_more_when_asked(qtbot, alone, rules, each_step, monkeypatch):
    monkeypatch.setattr("app.panels.findings.panel.AT_ONCE", 4)
    rules["value"] = each_step
    alone.refresh()
    alone.show_lens("value")
    total = len(alone.panel.findings)
    assert total > 4
    listed(qtbot, alone, 4)
    assert alone.panel.cards.more.text() == f"Nog {total - 4} tonen"
    alone.panel.cards.more.setFocus()
    qtbot.keyClick(alone.panel.cards.more, Qt.Key.Key_Space)
    assert list(alone.panel.cards.by_key.values())[4].buttons["show"].hasFocus()
    listed(qtbot, alone, min(8, total))


def test_cards_below_the_first_picture_are_made_after_it(qtbot, alone, rules, each_step, monkeypatch):
    monkeypatch.setattr("app.panels.findings.panel.AT_FIRST", 2)
    monkeypatch.setattr("app.panels.findings.panel.BATCH", 2)
    rules["value"] = each_step
    alone.refresh()
    alone.show_lens("value")
    assert len(alone.panel.cards.by_key) == 2
    listed(qtbot, alone, len(alone.panel.findings))


def test_the_key_lists_more_where_the_list_ends(qtbot, alone, rules, each_step, monkeypatch):
    monkeypatch.setattr("app.panels.findings.panel.AT_ONCE", 4)
    rules["value"] = each_step
    alone.refresh()
    alone.show_lens("value")
    keys = [(one.code, one.subjects) for one in alone.panel.findings]
    for _ in range(5):
        alone.panel.go(1)
    assert alone.panel.current == keys[4]
    assert alone.panel.cards.by_key[keys[4]].property("current") is True
    QApplication.processEvents()


@pytest.mark.parametrize(("muted", "said"), [(False, "Niets valt op"), (True, "wordt niet meer gemeld")])
def test_an_empty_list_says_why(alone, rules, muted, said):
    for lens in list(rules):
        if lens != "time" or not muted:
            del rules[lens]
    alone.refresh()
    if muted:
        (found,) = alone.panel.findings
        alone.do(lambda: mutes.mute(alone.document, found.code, found.subjects, "Bekend"))
    assert alone.panel._empty.isVisible()
    assert said in alone.panel._empty.text()


def test_the_picture_of_a_lens_stands_above_its_findings(alone, monkeypatch):
    asked = []

    def made(context, scene, journey):
        asked.append(journey)
        return QWidget()

    monkeypatch.setattr(import_module("app.panels.findings.profile"), "find_spec", lambda name: name)
    monkeypatch.setattr(
        import_module("app.panels.findings.profile"), "import_module", lambda _: type("Drawn", (), {"make": made})
    )
    alone.show_lens("time")
    assert asked == [alone.journey()]
    assert alone.panel.profile.isVisible()
    alone.show_lens(None)
    assert not alone.panel.profile.isVisible()


def test_a_lens_without_a_picture_has_none(alone, monkeypatch):
    monkeypatch.setattr(import_module("app.panels.findings.profile"), "find_spec", lambda _: None)
    alone.show_lens("structure")
    assert alone.panel.profile.picture is None


def test_a_grade_folds_away_and_stays_so_until_a_finding_in_it_is_asked_for(qtbot, alone):
    title = alone.panel.cards._headings["look"].title
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Space)
    assert alone.card("structure.test_need").isHidden()
    alone.do(lambda: steps.rename(alone.document, next(iter(alone.document.steps)), "Anders"))
    assert alone.card("structure.test_need").isHidden()
    while alone.panel.current is None or alone.panel.current[0] != "structure.test_need":
        alone.panel.go(1)
    QApplication.processEvents()
    assert alone.card("structure.test_need").isVisible()


def test_a_finding_about_the_whole_study_is_shown_by_what_it_counts(alone, rules):
    first, second = (step.id for step in list(alone.document.steps.values())[:2])
    party = next(iter(alone.document.parties))
    numbers = (count("steps", "step", (first, second)),)
    rules["time"] = lambda _: iter([Finding("time.test_study", "act", (party,), numbers=numbers)])
    alone.refresh()
    alone.panel.choose(alone.panel.findings[0])
    assert alone.placed == [first]


def test_every_card_stands_under_the_heading_of_its_grade(alone, rules, each_step):
    rules["value"] = each_step
    alone.refresh()
    for lens in ("roles", "heartbeat", None, "structure", "value", None):
        alone.show_lens(lens)
        QApplication.processEvents()
        cards = alone.panel.cards
        parts = [*cards.by_key.values(), *(heading for heading in cards._headings.values() if heading.isVisible())]
        parts.sort(key=lambda part: part.y())
        grades = [getattr(part, "_grade", "") or part.told.finding.grade for part in parts]
        assert grades == sorted(grades, key=("act", "look", "good").index)
        firsts = [part for at, part in enumerate(parts) if at == 0 or grades[at] != grades[at - 1]]
        assert not any(part in cards.by_key.values() for part in firsts), "a card stands above its heading"


def test_walking_through_this_journey_stays_in_it(alone, rules):
    there = next(step.id for step in alone.document.steps.values() if step.journey != alone.journey())
    rules["time"] = lambda _: iter([Finding("time.test_study", "act", (there,))])
    alone.refresh()
    alone.show_lens("time")
    alone.panel.go(1)
    assert alone.panel.current == ("time.test_study", (there,))
    assert not alone.placed
    alone.panel.choose(alone.panel.findings[0])
    assert alone.placed == [there]
    QApplication.processEvents()
