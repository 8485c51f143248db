"""The inspectors: every field is an edit, what is refused is told under its field, jumps lead where they say."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QSpinBox, QWidget

from app.panels.references import Link
from app.panels.section import Section
from app.panels.step_form import StepForm
from journeys.edits import journeys, notes
from journeys.model.time import phases_in_order
from journeys.model.values import Duration

Key = Qt.Key


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Key.Key_Delete)
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def pick(qtbot, chooser, text):
    chooser.setFocus()
    qtbot.keyClicks(chooser, text)
    qtbot.keyClick(chooser, Key.Key_Return)


# Steps


@pytest.mark.parametrize(("text", "least", "most"), [("2", 2, 2), ("2-3", 2, 3), ("1 tot 4", 1, 4)])
def test_how_long_a_step_lasts_is_one_number_or_two(qtbot, bench, text, least, most):
    step = bench.step("Erkenning?")
    field = bench.form("step", step.id).fields["lasts"]
    write(qtbot, field.amount, text)
    assert bench.document.steps[step.id].lasts == Duration(least, most, "day")


def test_another_unit_never_recounts_the_number(qtbot, bench):
    step = bench.step("Erkenning?")
    field = bench.form("step", step.id).fields["lasts"]
    write(qtbot, field.amount, "3")
    field.unit.setCurrentIndex(field.unit.findData("workday"))
    field.unit.activated.emit(field.unit.currentIndex())
    assert bench.document.steps[step.id].lasts == Duration(3, 3, "workday")
    assert field.amount.text() == "3"


def test_what_is_no_duration_stays_with_the_reason_under_it(qtbot, bench):
    step = bench.step("Erkenning?")
    form = bench.form("step", step.id)
    write(qtbot, form.fields["lasts"].amount, "lang")
    bench.inspector.refresh()
    assert form.fields["lasts"].amount.text() == "lang"
    assert "2 of 2-3" in form.slots["lasts"].reason
    assert bench.document.steps[step.id].lasts is None
    write(qtbot, form.fields["lasts"].amount, "4")
    assert not form.slots["lasts"].reason


def test_a_step_is_connected_labelled_and_disconnected_in_its_form(qtbot, bench):
    document = bench.document
    step, far = bench.step("Positieve test"), bench.step("Bevallen")
    form = bench.form("step", step.id)
    form.flow.parentWidget().parentWidget().open()
    pick(qtbot, form.flow.choosers["out"], "Bevallen")
    link = next(one for one in document.referring(step.id, "link") if one.target == far.id)
    row = form.flow._rows[link.id]
    write(qtbot, row.label, "met spoed")
    row.kind.committed.emit("choice", "")
    assert (document.links[link.id].label, document.links[link.id].kind) == ("met spoed", "choice")
    row._remove.click()
    assert link.id not in document.links


def test_a_line_in_the_connections_leads_to_the_other_step(qtbot, bench):
    step = bench.step("Erkenning?")
    form = bench.form("step", step.id)
    row = next(iter(form.flow._rows.values()))
    row._other.click()
    link = bench.document.links[row.id]
    assert bench.shown == [("step", link.target if link.source == step.id else link.source)]


def test_a_folded_part_stays_folded_in_the_next_form(qtbot, bench):
    first, second = bench.step("Erkenning?"), bench.step("Bevallen")
    form = bench.form("step", first.id)
    part = form._notes_part
    part.title.setFocus()
    qtbot.keyClick(part.title, Key.Key_Space)
    assert part.body.isHidden()
    bench.form("step", second.id)
    assert part.body.isHidden()
    other = StepForm(bench.context)
    assert other._notes_part.body.isHidden()
    other.deleteLater()


def test_a_desired_step_leads_to_the_step_it_is_based_on(bench):
    document, journey = bench.document, bench.context.journey
    edit = journeys.duplicate(document, journey, variant="desired")
    bench.history.perform(edit)
    made = next(s for s in document.steps.values() if s.journey == edit.subjects[0] and s.based_on)
    form = bench.form("step", made.id)
    row = form.fields["based_on"]._rows[0]
    row.findChild(Link).click()
    assert bench.shown == [("step", made.based_on)]


# Phases


def test_a_phase_ends_where_the_next_begins(bench):
    first, second, *_ = phases_in_order(bench.document)
    form = bench.form("phase", first.id)
    assert form.fields["end_day"].value() == second.start_day
    form.fields["end_day"].setValue(second.start_day + 5)
    assert bench.document.phases[second.id].start_day == second.start_day + 5
    bench.history.undo()
    assert bench.document.phases[second.id] == second


def test_a_phase_says_why_the_municipality_is_present_or_absent(bench):
    def said(name):
        phase = next(p for p in bench.document.phases.values() if p.name == name)
        form = bench.form("phase", phase.id)
        return form._level.text(), form._why.text()

    assert said("Voorbereiden")[0] == "Gemeente afwezig"
    level, why = said("Aangifte balie")
    assert level == "Gemeente aanwezig"
    assert "Burgerzaken" in why


def test_absence_is_deliberate_only_with_a_reason(qtbot, bench):
    phase = next(p for p in bench.document.phases.values() if p.name == "Voorbereiden")
    form = bench.form("phase", phase.id)
    QApplication.processEvents()
    form._absent.click()
    assert not bench.document.stances
    qtbot.keyClicks(form._reason, "De verloskundige is hier de juiste")
    qtbot.keyClick(form._reason, Key.Key_Return)
    (stance,) = bench.document.stances.values()
    assert (stance.phase, stance.reason) == (phase.id, "De verloskundige is hier de juiste")
    assert form._absent.isChecked()
    assert form._level.text() == "Bewust afwezig"
    form._absent.click()
    assert not bench.document.stances


def test_an_emptied_name_is_asked_for_and_never_stored(qtbot, bench):
    phase = next(iter(bench.document.phases.values()))
    form = bench.form("phase", phase.id)
    field = form.fields["name"]
    write(qtbot, field, "")
    bench.inspector.refresh()
    assert field.text() == ""
    assert bench.document.phases[phase.id].name == phase.name
    assert form.slots["name"].reason
    assert field.accessibleDescription() == form.slots["name"].reason
    write(qtbot, field, "Straks")
    assert bench.document.phases[phase.id].name == "Straks"
    assert not form.slots["name"].reason


def test_what_was_refused_is_gone_in_the_form_of_another(qtbot, bench):
    first, second, *_ = bench.document.phases.values()
    form = bench.form("phase", first.id)
    write(qtbot, form.fields["name"], "")
    bench.form("phase", second.id)
    assert form.fields["name"].text() == second.name
    assert not form.slots["name"].reason


# Notes


def note_on_step(bench, kind="opportunity"):
    document = bench.document
    step = bench.step("Erkenning?")
    edit = notes.add(document, kind, "Folder bij de verloskundige", notes.Anchor(step=step.id))
    bench.history.perform(edit)
    return edit.subjects[0]


def test_an_opportunity_is_planned_in_its_form(qtbot, bench):
    document, note = bench.document, note_on_step(bench)
    form = bench.form("note", note)
    write(qtbot, form.fields["owner"], "Fatima")
    write(qtbot, form.fields["due"], "31-1-2027")
    form.fields["status"].committed.emit("planned", "")
    form.fields["small_gesture"].click()
    form.fields["votes"].setValue(3)
    held = document.notes[note]
    assert (held.owner, held.due, held.status) == ("Fatima", dt.date(2027, 1, 31), "planned")
    assert (held.small_gesture, held.votes) == (True, 3)


def test_a_word_that_is_no_date_stays_with_the_reason_under_it(qtbot, bench):
    note = note_on_step(bench)
    form = bench.form("note", note)
    write(qtbot, form.fields["due"], "31-2-2027")
    bench.inspector.refresh()
    assert form.fields["due"].text() == "31-2-2027"
    assert form.slots["due"].reason
    assert bench.document.notes[note].due is None


def test_an_opportunity_names_the_needs_it_answers_and_the_parties_it_goes_through(qtbot, bench):
    document, note = bench.document, note_on_step(bench)
    form = bench.form("note", note)
    pick(qtbot, form.fields["addresses"].chooser, "Moet erkenning")
    pick(qtbot, form.fields["via"].chooser, "Verloskundige")
    held = document.notes[note]
    assert [document.notes[one].text for one in held.addresses] == ["Moet erkenning vóór de geboorte?"]
    assert [document.parties[one].name for one in held.via] == ["Verloskundige"]


def test_a_need_shows_who_answers_it_and_no_fields_of_an_opportunity(bench):
    form = bench.form("note", note_on_step(bench, "need"))
    assert not form.slots["answered_by"].isHidden()
    assert form._for_opportunities.isHidden()
    form = bench.form("note", note_on_step(bench, "opportunity"))
    assert form.slots["answered_by"].isHidden()
    assert not form._for_opportunities.isHidden()


def test_a_note_is_moved_to_another_step_and_parked(qtbot, bench):
    document, note = bench.document, note_on_step(bench)
    form = bench.form("note", note)
    pick(qtbot, form.move_to, "Bevallen")
    assert document.notes[note].step == bench.step("Bevallen").id
    pick(qtbot, form.move_to, "Parkeren")
    assert document.notes[note].step is None


# Parties, journeys, the study


def test_a_colour_is_chosen_by_key_and_has_a_name(qtbot, bench):
    party = next(iter(bench.document.parties.values()))
    form = bench.form("party", party.id)
    swatches = form.fields["colour"]
    button = swatches._group.button((party.colour + 1) % 12)
    button.setFocus()
    qtbot.keyClick(button, Key.Key_Space)
    assert bench.document.parties[party.id].colour == (party.colour + 1) % 12
    assert all(swatches._group.button(number).accessibleName() for number in range(12))


def test_a_party_leads_to_the_steps_in_which_it_is_met(bench):
    document = bench.document
    party = next(p for p in document.parties.values() if p.name == "Ziekenhuis")
    form = bench.form("party", party.id)
    assert "stap" in form._counts.text()
    id_, button = next(iter(form._links.items()))
    button.click()
    assert bench.shown == [("step", id_)]


def test_a_journey_gets_another_persona_and_counts_what_is_in_it(bench):
    document, journey = bench.document, bench.context.journey
    form = bench.form("journey", journey)
    assert form._counts.text()
    other = next(p for p in document.personas if p != document.journeys[journey].persona)
    form.fields["persona"].committed.emit(other, "")
    assert document.journeys[journey].persona == other


def test_moments_are_added_dated_renamed_and_made_day_0(qtbot, bench):
    document = bench.document
    form = bench.form("study", document.study.id)
    write(qtbot, form.moments.new, "Eerste echo")
    (made,) = [moment for moment in document.moments.values() if moment.name == "Eerste echo"]
    row = form.moments.row(made.id)
    row.day.setValue(-200)
    write(qtbot, row.name, "Echo")
    row.day0.click()
    held = document.moments[made.id]
    assert (held.name, held.day, held.is_day0) == ("Echo", 0, True)
    for _ in range(4):
        bench.history.undo()
    assert made.id not in document.moments


def test_channels_are_added_shifted_and_deleted(qtbot, bench):
    document = bench.document
    form = bench.form("study", document.study.id)
    write(qtbot, form.channels.new, "Beeldbellen")
    made = next(channel for channel in document.channels.values() if channel.name == "Beeldbellen")
    row = form.channels.row(made.id)
    row._choose("video")
    row._up.click()
    assert document.channels[made.id].icon == "video"
    assert document.channels[made.id].order == len(document.channels) - 2


def test_dates_of_the_edition_are_written_as_people_write_them(qtbot, bench):
    document = bench.document
    form = bench.form("study", document.study.id)
    write(qtbot, form.fields["review_on"], "1-6-2027")
    assert document.study.review_on == dt.date(2027, 6, 1)
    qtbot.keyClick(form.fields["review_on"], Key.Key_Up)
    assert document.study.review_on == dt.date(2027, 6, 2)
    write(qtbot, form.fields["review_on"], "")
    assert document.study.review_on is None


def test_a_source_of_the_study_is_added_changed_and_deleted(qtbot, bench):
    document = bench.document
    form = bench.form("study", document.study.id)
    before = len(document.sources)
    form.sources.add.click()
    qtbot.keyClicks(form.sources.drawer.card.title, "Wijkgesprek")
    qtbot.keyClick(form.sources.drawer.card.title, Key.Key_Return)
    (made,) = [source for source in document.sources.values() if source.title == "Wijkgesprek"]
    form.sources.drawer.open(made.id)
    form.sources.drawer.card.people.setValue(12)
    assert document.sources[made.id].people == 12
    form.sources.drawer.card._leave()
    assert len(document.sources) == before


# All of them

KINDS = ("step", "phase", "note", "link", "party", "journey", "study", "persona")


def everything(bench, kind):
    """The form of the first thing of a kind, all its parts open."""
    form = bench.form(kind, next(iter(bench.document.tables[kind])))
    for part in form.findChildren(Section):
        part.open()
    QApplication.processEvents()
    return form


def spoken_name(widget):
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


@pytest.mark.parametrize("kind", KINDS)
def test_every_control_has_a_name_and_is_large_enough_to_hit(bench, kind):
    form = everything(bench, kind)
    controls = [
        w for w in form.findChildren(QWidget) if w.isVisibleTo(form) and w.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert controls
    for control in controls:
        if isinstance(control.parentWidget(), QComboBox | QSpinBox):
            continue
        assert spoken_name(control), f"{type(control).__name__} {control.objectName()}"
        assert control.height() >= 24, f"{spoken_name(control)}: {control.height()} px"


@pytest.mark.parametrize("kind", KINDS)
def test_looking_at_a_form_changes_nothing(bench, kind):
    before = bench.document.snapshot()
    everything(bench, kind)
    bench.inspector.flush()
    bench.inspector.inspect([])
    assert bench.document == before
    assert bench.history.undoable() is None


def test_what_is_told_of_a_note_does_not_widen_the_panel(bench):
    step = bench.step("Aangifte doen")
    made = notes.add(bench.document, "opportunity", "Vraag alleen wat wij nog niet weten", notes.Anchor(step=step.id))
    bench.history.perform(made)
    [note] = made.subjects
    bench.history.perform(notes.set_status(bench.document, [note], "planned"))
    for sort in ("small_gesture", "proactive"):
        bench.history.perform(notes.make(bench.document, [note], sort, on=True))
    bench.pane.resize(280, 900)
    form = bench.form("step", step.id)
    QApplication.processEvents()
    assert form.widget().width() <= form.viewport().width()
