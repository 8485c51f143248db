"""A program that died had the same process number as this one: its work is offered, ours is left alone."""

from __future__ import annotations

import json
import os
from dataclasses import replace

from journeys.edits.edit import Edit
from journeys.session import Session
from journeys.store import recovery, worknote
from journeys.store.workcopy import WorkCopy
from tests.journeys.studies import study


def edited() -> WorkCopy:
    document = study(3)
    copy = WorkCopy.create(document)
    step = next(iter(document.steps.values()))
    changed = {("step", step.id): (step, replace(step, title="Nieuw"))}
    Session(document, copy.write).apply(Edit("edit.step.set", changed))
    return copy


def died_long_ago(copy: WorkCopy) -> None:
    note = copy.folder / worknote.NAME
    told = json.loads(note.read_text("utf-8"))
    assert told["pid"] == os.getpid()
    note.write_text(json.dumps(told | {"started": "2020-01-01T00:00:00+00:00"}), "utf-8")


def test_A16_work_of_a_dead_program_that_had_our_number_is_offered(home):
    copy = edited()
    copy._disconnect()
    died_long_ago(copy)
    (found,) = recovery.abandoned()
    again = recovery.recover(found)
    assert [step.title for step in again.document().steps.values()].count("Nieuw") == 1
    assert recovery.abandoned() == [], "now it is ours"
    again.close()


def test_A16_our_own_work_is_never_offered_whatever_the_clock_did_meanwhile(home):
    copy = edited()
    died_long_ago(copy)
    assert recovery.abandoned() == []
    assert copy.folder.is_dir()
    copy.close()
