"""The view of snapshots: what has changed since, and the ways back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from journeys.analysis.difference import difference
from journeys.edits import notes, personas, phases, steps
from journeys.exchange import snapshots

DISPLAYED, HEARD = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


def first(room):
    journey = room.view.context.journey
    mine = [step for step in room.document.steps.values() if step.journey == journey]
    return sorted(mine, key=lambda step: (room.document.phases[step.phase].start_day, step.column))


def changed(room):
    """A snapshot, and after it a step renamed, one deleted and a feeling changed."""
    kept = room.keep()
    one, two, three, *_ = first(room)
    room.do(steps.rename(room.document, one.id, "Anders genoemd"))
    room.do(steps.delete(room.document, [two.id]))
    room.do(steps.set_emotion(room.document, [three.id], 2 if three.emotion != 2 else -2))
    return kept, (one, two, three)


def test_without_snapshots_it_says_what_they_are_for_and_keeps_the_first(room):
    shown = room.show()
    assert shown.empty.title == "Nog geen momentopname"
    shown.empty.verb.click()
    room.qtbot.keyClick(room.view.strips["snapshot"].field, Qt.Key.Key_Return)
    room.settle()
    assert shown.list.current().name == "Na ronde 1"
    assert shown.summary.text() == "Er is niets veranderd."


def test_the_newest_is_compared_with_now_at_once_and_one_kind_can_be_listed(room):
    _, (one, two, _) = changed(room)
    shown = room.show()
    assert shown.list.current().name == "Na ronde 1"
    assert {"step.renamed", "step.gone", "step.emotion"} <= set(room.codes())
    texts = [line.text for line in shown.changes.lines]
    assert f"“{one.title}” heet nu “Anders genoemd”" in texts
    assert any(text.startswith("Stap verwijderd") for text in texts)
    assert texts[0].startswith(room.document.personas[room.document.journeys[one.journey].persona].name)
    assert room.document.phases[one.phase].name in texts[1]
    assert two.id not in room.document.steps
    room.qtbot.mouseClick(shown.filter.buttons["feelings"], Qt.MouseButton.LeftButton)
    assert set(room.codes()) == {"step.emotion"}
    assert shown.filter.buttons["feelings"].text() == "Beleving (1)"


def test_it_follows_every_edit(room):
    room.keep()
    shown = room.show()
    assert room.codes() == []
    room.do(steps.rename(room.document, first(room)[0].id, "Nieuw"))
    room.qtbot.waitUntil(lambda: room.codes() == ["step.renamed"])
    room.history.undo()
    room.qtbot.waitUntil(lambda: room.codes() == [])
    assert shown.isVisible()


def test_two_snapshots_are_compared_with_each_other(room):
    changed(room)
    later = room.keep()
    room.do(personas.delete(room.document, max(room.document.personas)))
    shown = room.show()
    shown.list.setFocus()
    room.qtbot.keyClick(shown.list, Qt.Key.Key_Down)
    shown.other.display(later.id)
    shown.other.committed.emit(later.id, "")
    room.settle()
    assert shown.names == ("Na ronde 1", "Na ronde 2")
    assert "persona.gone" not in room.codes()
    assert "step.gone" in room.codes()
    room.choose("step.gone")
    assert shown.detail.back.isHidden(), "what was between two earlier states is not brought into now"


def test_enter_leads_to_the_step_on_the_map_and_the_bar_leads_back(room):
    _, (one, _, _) = changed(room)
    shown = room.show()
    room.choose("step.renamed")
    room.qtbot.keyClick(shown.changes, Qt.Key.Key_Return)
    assert room.view.views.code == "map"
    assert room.view.map.selected() == (one.id,)
    room.press(room.view.bar, "Terug naar de momentopnamen")
    assert room.view.views.code == "snapshots"
    assert room.window.focusWidget() is shown.changes


def test_a_deleted_step_shows_what_it_was_and_comes_back(room):
    _, (_, two, _) = changed(room)
    shown = room.show()
    room.choose("step.gone")
    assert two.title in shown.detail.words()
    assert shown.detail.place.isHidden()
    room.qtbot.keyClick(shown.changes, Qt.Key.Key_Return)
    assert room.window.focusWidget() is shown.detail.back
    before = len(room.history.edits())
    shown.detail.back.click()
    assert room.document.steps[two.id] == two
    assert len(room.history.edits()) == before + 1
    assert "Teruggehaald" in room.window.status.currentMessage()
    room.history.undo()
    assert two.id not in room.document.steps


def test_several_differences_come_back_as_one_step(room):
    _, (one, two, three) = changed(room)
    shown = room.show()
    room.qtbot.mouseClick(shown.filter.buttons["steps"], Qt.MouseButton.LeftButton)
    shown.changes.selectAll()
    before = len(room.history.edits())
    shown.detail.back.click()
    assert room.document.steps[one.id] == one
    assert two.id in room.document.steps
    assert room.document.steps[three.id].emotion != three.emotion, "feelings were not chosen"
    assert len(room.history.edits()) == before + 1


def test_putting_back_makes_the_study_equal_keeps_how_it_was_and_can_be_undone(room):
    kept, _ = changed(room)
    was = room.document.snapshot()
    shown = room.show()
    before = len(room.history.edits())
    shown.back.click()
    room.settle()
    assert room.document == snapshots.read(kept)
    assert len(room.history.edits()) == before + 1
    names = [one.name for one in room.file.snapshots()]
    assert names == ["Na ronde 1", "Voor het teruggaan naar “Na ronde 1”"]
    assert snapshots.read(room.file.snapshots()[1]) == was
    assert shown.list.current().id == kept.id
    room.press(room.view.bar, "Ongedaan maken")
    assert room.document == was
    room.settle()
    shown.back.click()
    assert len(room.file.snapshots()) == 2, "the same is not kept twice"


def test_a_copy_opens_in_a_window_of_its_own_without_a_file(room, program):
    kept, _ = changed(room)
    shown = room.show()
    shown.copy.click()
    other = program.windows[-1]
    assert other is not room.window
    assert other.file.path is None
    title = f"{room.document.study.title} (Na ronde 1)"
    assert other.session.document.study.title == title
    then = snapshots.read(kept)
    assert [one.code for one in difference(then, other.session.document)] == ["study.renamed"]
    assert shown.isVisible()


def test_f2_renames_in_the_list_and_a_deleted_one_comes_back_from_the_bar(room):
    kept = room.keep()
    shown = room.show()
    shown.list.setFocus()
    room.qtbot.keyClick(shown.list, Qt.Key.Key_F2)
    field = shown.list.findChild(QLineEdit)
    field.selectAll()
    room.qtbot.keyClicks(field, "Na de pauze")
    room.qtbot.keyClick(field, Qt.Key.Key_Return)
    room.settle()
    assert room.file.snapshots() == (replace(kept, name="Na de pauze"),)
    assert shown.title.text() == "Na de pauze"
    shown.delete.click()
    room.settle()
    assert room.file.snapshots() == ()
    assert shown.empty.isVisible()
    room.press(room.view.bar, "Ongedaan maken")
    room.settle()
    assert room.file.snapshots() == (replace(kept, name="Na de pauze"),)


def test_delete_means_the_snapshot_and_never_what_is_selected_on_the_map(room):
    room.keep()
    step = first(room)[0]
    room.view.map.select([step.id])
    shown = room.show()
    shown.changes.setFocus()
    room.trigger("delete")
    assert step.id in room.document.steps
    assert len(room.file.snapshots()) == 1
    shown.list.setFocus()
    room.trigger("delete")
    assert step.id in room.document.steps
    assert room.file.snapshots() == ()


def test_the_phases_of_the_picture_are_gone_through_by_keyboard_and_lead_to_their_differences(room):
    _, (one, _, _) = changed(room)
    shown = room.show()
    shown.picture.setFocus()
    name = room.document.phases[one.phase].name
    for _ in range(20):
        if shown.picture.accessibleDescription().startswith(name):
            break
        room.qtbot.keyClick(shown.picture, Qt.Key.Key_Right)
    said = shown.picture.accessibleDescription()
    assert said.startswith(f"{name}. Toen: ")
    assert "Nu: " in said
    room.qtbot.keyClick(shown.picture, Qt.Key.Key_Return)
    assert room.window.focusWidget() is shown.changes
    assert shown.changes.lines[shown.changes.currentRow()].phase == one.phase
    for part in (shown.list, shown.picture, shown.changes, shown.other, shown.detail):
        assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    said = shown.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Na ronde 1. vandaag ")
    assert "stappen" in said
    line = shown.changes.currentItem().data(Qt.ItemDataRole.AccessibleTextRole)
    assert room.document.journeys[room.view.context.journey].title in line


def test_what_came_and_went_is_told_one_way_under_all_phases(room, monkeypatch):
    changed(room)
    shown, told = room.show().picture, []
    monkeypatch.setattr(shown, "_text", lambda _painter, _area, text, *_, **__: told.append(text))
    found = []
    for width in (3000, 500):
        told.clear()
        shown.setFixedWidth(width)
        shown.grab()
        signs = [text for text in told if text and text[0] in "+−~"]
        words = [text for text in told if text.endswith((" weg", " anders", " nieuw"))]
        found.append((bool(words), bool(signs)))
    assert found == [(True, False), (False, True)]


def test_a_damaged_snapshot_is_told_and_can_be_deleted(room):
    good = room.keep()
    later = good.made_at + dt.timedelta(minutes=1)
    room.file.add_snapshot(replace(good, id="f" * 32, name="Kapot", content=b"rubbish", made_at=later))
    shown = room.show()
    assert shown.list.current().name == "Kapot"
    assert "beschadigd" in shown.summary.text()
    assert not shown.back.isEnabled()
    assert not shown.copy.isEnabled()
    shown.delete.click()
    room.settle()
    assert [one.name for one in room.file.snapshots()] == ["Na ronde 1"]
    assert shown.back.isEnabled() is bool(room.codes())


def test_three_hundred_are_listed_and_one_more_is_refused(room):
    made = snapshots.take(room.document, "Na ronde", dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    room.file._snapshots = {
        f"{n:032x}": replace(made, id=f"{n:032x}", made_at=made.made_at + dt.timedelta(n)) for n in range(300)
    }
    shown = room.show()
    assert shown.list.count() == 300
    room.trigger("snapshot")
    room.qtbot.keyClick(room.view.strips["snapshot"].field, Qt.Key.Key_Return)
    assert "hoogstens 300 momentopnamen" in room.view.bar.text
    assert len(room.file.snapshots()) == 300


def test_another_language_leaves_the_view_as_it_was(room, program):
    changed(room)
    room.show()
    program._set_language("en")
    room.settle()
    assert room.view.views.code == "snapshots"
    assert "step.gone" in room.codes()
    assert room.shown.back.text() == "Put back"
    program._set_language("nl")


def test_hidden_names_stay_hidden(room):
    room.keep()
    persona = room.document.personas[room.document.journeys[room.view.context.journey].persona]
    room.do(steps.rename(room.document, first(room)[0].id, "Anders"))
    room.do(notes.add(room.document, "pain", f"{persona.name} wacht", notes.PARKED))
    room.trigger("hide_names")
    shown = room.show()
    assert shown.context.names_hidden
    assert all(persona.name not in line.text for line in shown.changes.lines)
    room.trigger("hide_names")


def test_a_snapshot_says_no_name_of_who_was_deleted_since(room, program):
    document = room.document
    persona = document.personas[document.journeys[room.view.context.journey].persona]
    phase = min(document.phases.values(), key=lambda one: one.start_day)
    room.do(phases.rename(document, phase.id, f"{persona.name} wacht"))
    kept = room.keep(f"Na het gesprek met {persona.name}")
    room.do(personas.delete(document, persona.id))
    room.trigger("hide_names")
    shown = room.show()
    texts = [shown.title.text(), *shown.names, *(line.text + line.said for line in shown.changes.lines)]
    texts += [shown.picture.line(index) for index in range(len(shown.picture._columns))]
    texts += [shown.list.item(row).data(role) for row in range(shown.list.count()) for role in (DISPLAYED, HEARD)]
    assert [text for text in texts if persona.name in text] == []
    shown.delete.click()
    room.settle()
    assert persona.name not in room.view.bar.text
    room.press(room.view.bar, "Ongedaan maken")
    room.settle()
    assert room.file.snapshots() == (kept,)
    shown.copy.click()
    assert program.windows[-1].view.context.names_hidden
    room.trigger("hide_names")


def test_the_list_becomes_shorter_than_the_row_that_is_chosen(room):
    changed(room)
    listed = room.show().changes
    few = listed.lines[:2]
    listed.setCurrentRow(len(listed.lines) - 1)
    listed.display(few)  # with the new rows known too early the process ended here
    assert listed.count() == len(few) < len(room.shown.found.changes)
    assert listed.currentRow() == -1


def test_a_desired_journey_is_told_from_the_current_one_of_the_same_name(room):
    room.keep()
    desired = next(journey for journey in room.document.journeys.values() if journey.variant == "desired")
    mine = next(step for step in room.document.steps.values() if step.journey == desired.id)
    room.do(steps.rename(room.document, mine.id, "Anders genoemd"))
    headings = [line.text for line in room.show().changes.lines if line.level == 1]
    assert headings == [heading for heading in headings if heading.endswith("— gewenst")]
    assert headings


def test_the_offer_to_undo_goes_when_it_would_undo_something_else(room):
    changed(room)
    shown = room.show()
    shown.back.click()
    room.settle()
    assert "Teruggezet" in room.view.bar.text
    room.history.undo()
    assert room.view.bar.text == ""
