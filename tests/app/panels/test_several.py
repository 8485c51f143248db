"""Several selected things: what they have in common, and one edit for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt

from journeys.edits import entities, evidence, notes
from journeys.model.values import Contact


def several(bench, n=4):
    document, journey = bench.document, bench.context.journey
    ids = [step.id for step in document.steps.values() if step.journey == journey and step.stage == "front"][:n]
    return ids, bench.form("step", *ids)


def held(bench, ids, field):
    return {getattr(bench.document.steps[id_], field) for id_ in ids}


def test_values_that_differ_are_shown_as_different(bench):
    ids, form = several(bench)
    assert len(held(bench, ids, "phase")) > 1
    assert form.fields["phase"].currentIndex() == -1
    assert form.fields["phase"].placeholderText() == "(verschillend)"
    bench.history.perform(form.verb("emotion", 2))
    assert form.fields["emotion"]._group.button(4).isChecked()


def test_one_choice_is_one_edit_for_all(bench):
    ids, form = several(bench)
    before = [bench.document.steps[id_] for id_ in ids]
    phase = list(bench.document.phases)[2]
    form.fields["phase"].committed.emit(phase, "")
    assert held(bench, ids, "phase") == {phase}
    bench.history.undo()
    assert [bench.document.steps[id_] for id_ in ids] == before


def test_a_mixed_tick_becomes_one_for_all(qtbot, bench):
    ids, form = several(bench)
    document = bench.document
    bench.history.perform(entities.change(document, "step", ids, moment_of_truth=False))
    bench.history.perform(entities.change(document, "step", ids[0], moment_of_truth=True))
    tick = form.fields["moment_of_truth"]
    assert tick.checkState() == Qt.CheckState.PartiallyChecked
    tick.click()
    assert held(bench, ids, "moment_of_truth") == {True}


def test_a_contact_is_added_to_all_and_replaces_all(bench):
    ids, form = several(bench)
    party = next(iter(bench.document.parties))
    form.contacts.party.display(party)
    form.contacts.add.click()
    assert all(Contact(party) in bench.document.steps[id_].contacts for id_ in ids)
    form.contacts.replace.click()
    assert held(bench, ids, "contacts") == {(Contact(party),)}


def test_how_we_know_is_set_for_all(bench):
    ids, form = several(bench)
    form.evidence.status.committed.emit("proposed", "")
    assert {e.status for e in held(bench, ids, "evidence")} == {"proposed"}


def test_several_notes_get_an_owner_at_once(qtbot, bench):
    document = bench.document
    ids = list(document.notes)[:3]
    form = bench.form("note", *ids)
    qtbot.keyClicks(form.fields["owner"], "Bo")
    qtbot.keyClick(form.fields["owner"], Qt.Key.Key_Return)
    assert {document.notes[id_].owner for id_ in ids} == {"Bo"}
    assert all(document.notes[id_].owner != "Bo" for id_ in document.notes if id_ not in ids)


def test_a_mixed_owner_is_not_wiped_by_looking(bench):
    document = bench.document
    ids = list(document.notes)[:2]
    bench.history.perform(notes.assign(document, ids[:1], "Fatima"))
    bench.form("note", *ids)
    bench.inspector.flush()
    assert document.notes[ids[0]].owner == "Fatima"


def test_a_mixed_note_of_evidence_is_not_wiped_by_looking(bench):
    ids, _ = several(bench)
    bench.history.perform(evidence.set_note(bench.document, "step", ids[:1], "Gezien"))
    bench.inspector.flush()
    bench.form("step")
    assert bench.document.steps[ids[0]].evidence.note == "Gezien"
