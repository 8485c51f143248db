"""Evidence with its sources, in the form of a step, of a note and of several steps."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.panels.evidence import NEW
from journeys.edits import evidence

Key = Qt.Key


def form_of(bench):
    step = bench.step("Bevallen")
    return step, bench.form("step", step.id)


def test_a_new_source_is_made_where_it_is_needed(qtbot, bench):
    step, form = form_of(bench)
    document = bench.document
    form.evidence.chooser.picked.emit(NEW)
    card = form.evidence.drawer.card
    qtbot.keyClicks(card.title, "Gesprek met de wijkverpleging")
    card.kind.setCurrentIndex(card.kind.findData("workshop"))
    card.on.setFocus()
    qtbot.keyClicks(card.on, "1-10-2026")
    card.people.setValue(4)
    qtbot.keyClick(card.title, Key.Key_Return)
    (made,) = [s for s in document.sources.values() if s.title == "Gesprek met de wijkverpleging"]
    assert (made.kind, made.people, made.on.isoformat()) == ("workshop", 4, "2026-10-01")
    assert document.steps[step.id].evidence.sources[-1] == made.id
    bench.history.undo()
    assert made.id not in document.sources


def test_a_source_that_was_typed_and_not_added_is_kept_when_another_step_is_chosen(qtbot, bench):
    step, form = form_of(bench)
    form.evidence.chooser.picked.emit(NEW)
    qtbot.keyClicks(form.evidence.drawer.card.title, "Nog niet toegevoegd")
    bench.inspector.inspect([])
    document = bench.document
    (made,) = [s for s in document.sources.values() if s.title == "Nog niet toegevoegd"]
    assert made.id in document.steps[step.id].evidence.sources


def test_a_source_without_a_title_is_asked_for_one(bench):
    _, form = form_of(bench)
    before = dict(bench.document.sources)
    form.evidence.chooser.picked.emit(NEW)
    form.evidence.drawer.card._finish()
    assert form.evidence.drawer.card._reason.text()
    assert bench.document.sources == before


def test_a_source_of_the_study_is_chosen_by_typing_and_taken_away(qtbot, bench):
    step, form = form_of(bench)
    document = bench.document
    held = set(document.steps[step.id].evidence.sources)
    source = next(s for s in document.sources.values() if s.id not in held)
    form.evidence.chooser.setFocus()
    qtbot.keyClicks(form.evidence.chooser, source.title[:20])
    qtbot.keyClick(form.evidence.chooser, Key.Key_Return)
    assert source.id in document.steps[step.id].evidence.sources
    form.evidence._do_uncite(source.id)
    assert source.id not in document.steps[step.id].evidence.sources


def test_a_deleted_source_closes_its_fields(bench):
    step, form = form_of(bench)
    document = bench.document
    source, before = next(iter(document.sources)), len(document.sources)
    bench.history.perform(evidence.cite(document, "step", [step.id], source))
    form.evidence.drawer.open(source)
    form.evidence.drawer.card._leave()
    QApplication.processEvents()
    assert len(document.sources) == before - 1
    assert form.evidence.drawer.card is None


def test_the_status_of_evidence_stands_in_the_folded_title(bench):
    _, form = form_of(bench)
    form.evidence.status.committed.emit("observed", "")
    assert "waargenomen" in form._knowing_part.title.text()
