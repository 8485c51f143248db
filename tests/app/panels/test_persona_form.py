"""The inspector of a persona: needs, channels in order, digital skill, colour, privacy, evidence, journeys."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from app.panels.labels import ICONS
from app.panels.skill import DIGITAL_SKILL
from journeys.edits import entities, study
from journeys.model.values import Evidence


@pytest.fixture
def persona(bench):
    return min(bench.document.personas.values(), key=lambda one: one.order)


@pytest.fixture
def form(bench, persona):
    return bench.form("persona", persona.id)


def now(bench, persona):
    return bench.document.personas[persona.id]


def button(widget, name):
    return next(b for b in widget.findChildren(QToolButton) if b.accessibleName() == name and not b.isHidden())


def pick(chooser, name):
    chooser.fill()
    chooser._pick(chooser.findText(name, Qt.MatchFlag.MatchFixedString))


def test_a_need_is_written_under_the_persona_and_stands_among_the_needs(qtbot, bench, persona, form):
    form.adder.focus("need")
    qtbot.keyClicks(form.adder._text, "Rust na de bevalling")
    qtbot.keyClick(form.adder._text, Qt.Key.Key_Return)
    (note,) = [n for n in bench.document.notes.values() if n.persona == persona.id]
    assert (note.kind, note.text) == ("need", "Rust na de bevalling")
    assert list(form.needs._rows) == [note.id]
    assert form._needs_part.title.text() == "Behoeften (1)"
    bench.history.perform(entities.change(bench.document, "note", note.id, kind="quote"))
    assert list(form.needs._rows) == []
    assert list(form.notes._rows) == [note.id]


def test_channels_are_put_in_order_taken_away_and_added(bench, persona, form):
    first, second, third = persona.channels
    names = {id_: channel.name for id_, channel in bench.document.channels.items()}
    button(form.habits, f"{names[second]}: vaker gebruikt").click()
    assert now(bench, persona).channels == (second, first, third)
    button(form.habits, _remove_name(form, names[first])).click()
    assert now(bench, persona).channels == (second, third)
    pick(form.habits.chooser, names[first])
    assert now(bench, persona).channels == (second, third, first)
    bench.history.undo()
    assert now(bench, persona).channels == (second, third)


def _remove_name(form, channel):
    return next(
        b.accessibleName()
        for b in form.habits.findChildren(QToolButton)
        if channel in b.accessibleName() and "gebruikt" not in b.accessibleName()
    )


def test_the_ends_of_the_list_go_no_further(bench, persona, form):
    names = {id_: channel.name for id_, channel in bench.document.channels.items()}
    assert not button(form.habits, f"{names[persona.channels[0]]}: vaker gebruikt").isEnabled()
    assert not button(form.habits, f"{names[persona.channels[-1]]}: minder vaak gebruikt").isEnabled()


def test_a_channel_that_the_study_lacks_is_made_in_the_same_step(bench, persona, form):
    before = set(bench.document.channels)
    pick(form.habits.chooser, bench.context.say(ICONS["video"]))
    (made,) = set(bench.document.channels) - before
    assert bench.document.channels[made].icon == "video"
    assert now(bench, persona).channels[-1] == made
    bench.history.undo()
    assert set(bench.document.channels) == before


def test_digital_skill_is_a_scale_with_words_and_can_be_taken_back(bench, persona, form):
    say, field = bench.context.say, form.fields["digital_skill"]
    button(field, f"{say(DIGITAL_SKILL[-2])} (−2)").click()
    assert now(bench, persona).digital_skill == -2
    assert field._words.text() == say(DIGITAL_SKILL[-2])
    button(field, f"{say(DIGITAL_SKILL[-2])} (−2)").click()
    assert now(bench, persona).digital_skill is None
    assert field._words.text() == "Niet bekend"


def test_a_colour_has_a_name(bench, persona, form):
    field = form.fields["colour"]
    button(field, bench.context.say("Plum")).click()
    assert now(bench, persona).colour == 3


def test_a_real_person_asks_for_consent_with_a_date(bench, persona, form):
    assert form.slots["consent_until"].isHidden()
    assert form._warning.isHidden()
    form.fields["privacy"].committed.emit("real", "")
    assert not form.slots["consent_until"].isHidden()
    assert "tot wanneer" in form._warning.text()
    form.fields["consent_until"].committed.emit(dt.date(2020, 1, 31), "")
    assert "31-1-2020 verlopen" in form._warning.text()
    later = dt.datetime.now().astimezone().date() + dt.timedelta(days=30)
    form.fields["consent_until"].committed.emit(later, "")
    assert now(bench, persona).consent_until == later
    assert "iedereen" in form._warning.text()
    form.fields["privacy"].committed.emit("anonymised", "")
    assert form._warning.isHidden()
    assert form._private_part.title.text() == "Privacy: geanonimiseerd"


def test_evidence_of_the_persona_can_be_changed(bench, persona, form):
    form.evidence.status.committed.emit("assumed", "")
    assert now(bench, persona).evidence == Evidence("assumed", persona.evidence.sources)


def test_a_journey_is_one_click_away(qtbot, bench, persona, form):
    mine = [j for j in bench.document.journeys.values() if j.persona == persona.id]
    assert len(form.journeys._buttons) == len(mine)
    form.journeys._buttons[0].click()
    kind, shown = bench.shown[-1]
    assert kind == "journey"
    assert bench.document.journeys[shown].persona == persona.id


def test_an_empty_name_is_told_and_not_kept(qtbot, bench, persona, form):
    field = form.fields["name"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert now(bench, persona).name == persona.name
    assert form.slots["name"].reason


def test_every_part_of_the_form_has_a_name_to_be_heard(form):
    for part in form.findChildren(QToolButton):
        if not part.isHidden():
            assert part.accessibleName() or part.text(), part.objectName()
            assert part.sizeHint().height() >= 24


def test_which_customer_a_persona_is_depends_on_whom_the_study_is_seen_from(qtbot, bench, persona, form):
    town = bench.document.study.scope or next(p.id for p in bench.document.parties.values() if p.kind == "municipality")
    bench.context.do(lambda: entities.change(bench.document, "persona", persona.id, group="internal"))
    assert form._customer.text().endswith(": een interne klant.")
    desk = next(party.id for party in bench.document.parties.values() if party.parent == town)
    bench.context.do(lambda: study.set_scope(bench.document, desk))
    form.refresh(bench.document.personas[persona.id])
    assert form._customer.text().endswith(": een externe klant.")
