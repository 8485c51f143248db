"""Keeping a snapshot: two keys, no dialog; and what is said when something deleted is still held by one."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from journeys import text
from journeys.edits import personas, steps
from journeys.errors import StoreError
from journeys.exchange import snapshots
from journeys.i18n import words
from journeys.phrases.dates import when_text
from journeys.phrases.snapshots import next_name
from journeys.store.opener import open_file


def test_the_command_and_enter_keep_the_study_as_it_is_now(room):
    room.trigger("snapshot")
    strip = room.view.strips["snapshot"]
    assert strip.field.selectedText() == "Na ronde 1"
    assert QApplication.focusWidget() is strip.field or room.window.focusWidget() is strip.field
    room.qtbot.keyClick(strip.field, Qt.Key.Key_Return)
    (kept,) = room.file.snapshots()
    assert kept.name == "Na ronde 1"
    assert snapshots.read(kept) == room.document
    assert strip.isHidden()
    assert room.window.focusWidget() is room.view.map
    assert "“Na ronde 1”" in room.window.status.currentMessage()


def test_typing_takes_the_place_of_the_suggested_name_and_the_next_one_counts_on(room, path):
    assert room.keep("Begin").name == "Begin"
    assert room.keep().name == "Na ronde 1"
    assert room.keep().name == "Na ronde 2"
    assert room.file.publish_now()
    assert set(open_file(path).snapshots) == set(room.file.snapshots())


def test_escape_keeps_nothing_and_an_empty_name_becomes_the_suggested_one(room):
    room.trigger("snapshot")
    field = room.view.strips["snapshot"].field
    room.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert room.view.strips["snapshot"].isHidden()
    assert room.file.snapshots() == ()
    room.trigger("snapshot")
    field.clear()
    room.qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [one.name for one in room.file.snapshots()] == ["Na ronde 1"]


def test_what_is_still_being_typed_is_in_the_snapshot(room):
    room.view.inspect("study", room.document.study.id, "title")
    room.view.inspector.currentWidget()
    field = room.window.focusWidget()
    field.selectAll()
    room.qtbot.keyClicks(field, "Andere titel")
    room.trigger("snapshot")
    room.qtbot.keyClick(room.view.strips["snapshot"].field, Qt.Key.Key_Return)
    assert snapshots.read(room.file.snapshots()[0]).study.title == "Andere titel"


def test_a_full_disk_is_told_and_nothing_is_listed(room, monkeypatch):
    def full(*_):
        raise StoreError("store.full")

    monkeypatch.setattr(room.file.copy, "put_snapshot", full)
    room.trigger("snapshot")
    room.qtbot.keyClick(room.view.strips["snapshot"].field, Qt.Key.Key_Return)
    assert room.file.snapshots() == ()
    assert "vol" in room.view.bar.text
    assert room.file.state.kind == "failed"
    assert not room.view.strips["snapshot"].isHidden(), "the name is still there to try again"


def test_I2_a_deleted_persona_says_that_a_snapshot_still_holds_it(room):
    room.keep()
    persona = min(room.document.personas)
    edit = room.do(personas.delete(room.document, persona))
    room.settle()
    assert "Momentopname “Na ronde 1” bewaart dit nog." in room.view.bar.text
    assert room.document.personas.keys().isdisjoint([persona])
    room.view.bar.hide()
    room.history.undo()
    room.settle()
    assert room.view.bar.text == "", "what came back is no news"
    assert edit.code == "persona.delete"


def test_a_deleted_step_says_so_in_passing_and_what_no_snapshot_holds_says_nothing(room):
    kept = room.keep()
    step = min(room.document.steps)
    room.do(steps.delete(room.document, [step]))
    room.settle()
    assert "bewaart dit nog" in room.window.status.currentMessage()
    made = room.do(steps.add_after(room.document, min(room.document.steps), "Nieuw"))
    room.do(steps.delete(room.document, list(made.subjects)))
    room.settle()
    assert "bewaart" not in room.window.status.currentMessage()
    assert room.view.bar.text == ""
    room.file.drop_snapshot(kept.id)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), "Na ronde 1"), (("Na ronde 1",), "Na ronde 2"), (("Begin",), "Na ronde 1"),
        (("Na ronde 9", "na ronde 10"), "na ronde 11"), (("Na ronde 1", "Na ronde 2", "Na ronde 1"), "Na ronde 3"),
        (("Groep 3 (middag)",), "Groep 4"), (("Na ronde 2", "Pauze"), "Na ronde 3"),
    ],
)  # fmt: skip
def test_the_next_name_counts_on(names, expected):
    assert next_name(names, words("nl")) == expected


def test_a_name_that_is_taken_gets_a_number():
    assert text.free_name("Voor", ["voor", "Voor (2)"]) == "Voor (3)"


def test_the_time_is_told_as_the_clock_here_has_it():
    now = dt.datetime(2026, 11, 22, 15, 0).astimezone()
    say = words("nl")
    assert when_text(now.astimezone(dt.UTC), now, say) == "vandaag 15:00"
    assert when_text((now - dt.timedelta(days=1)).astimezone(dt.UTC), now, say) == "gisteren 15:00"
    assert when_text((now - dt.timedelta(days=9)).astimezone(dt.UTC), now, say) == "13 nov 2026 15:00"
