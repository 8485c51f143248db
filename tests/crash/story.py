"""The same edits in the same order for whoever is killed and whoever looks at what is left."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import UUID

from journeys.edits.edit import Edit
from journeys.exchange import snapshots
from journeys.model.document import Document
from journeys.model.entities import Note, Snapshot
from journeys.store import building, contents
from tests.journeys.studies import study


def beginning() -> Document:
    return study(12)


def snapshot(number: int, name: str) -> Snapshot:
    """The beginning, kept under a name."""
    at = dt.datetime(2026, 1, number, 12, tzinfo=dt.UTC)
    return snapshots.take(beginning(), name, at, create_id=lambda: f"{number:032x}")


def edits(count: int, seed: int = 1) -> Iterator[Edit]:
    """So many edits of all sizes, each on the document as the ones before left it."""
    document = beginning()
    dice = random.Random(seed)
    for number in range(count):
        edit = _edit(document, dice, number)
        document.write(edit.changes)
        yield edit


def _edit(document: Document, dice: random.Random, number: int) -> Edit:
    steps, notes = list(document.steps.values()), list(document.notes.values())
    match dice.randrange(4):
        case 0 if len(notes) > 2:
            gone = dice.sample(notes, dice.choice((1, len(notes) // 2)))
            return Edit("gone", {("note", note.id): (note, None) for note in gone})
        case 1:
            made = [_note(dice, dice.choice(steps).id, number * 100 + i) for i in range(dice.choice((1, 1, 2, 20)))]
            return Edit("made", {("note", note.id): (None, note) for note in made})
        case 2:
            all_at_once: Any = {("step", step.id): (step, replace(step, title=f"Alle {number}")) for step in steps}
            return Edit("all", all_at_once)
        case _:
            step = dice.choice(steps)
            body = f"{number} " + "woord " * dice.choice((1, 10, 1_500))
            return Edit("one", {("step", step.id): (step, replace(step, body=body.strip()))})


def title(document: Document, title: str) -> Edit:
    """An edit that none of the others hangs on."""
    return Edit("title", {("study", document.study.id): (document.study, replace(document.study, title=title))})


def _note(dice: random.Random, step: str, number: int) -> Note:
    return Note(UUID(int=dice.getrandbits(128)).hex, "need", "wat " * dice.choice((1, 200)) + str(number), step=step)


def digest(document: Document) -> str:
    """The content digest of the document as it would be stored."""
    return contents.digest_of(building.rows_of(document), ())


def digests(count: int, seed: int = 1) -> list[str]:
    """The digest at the beginning and after each edit."""
    document = beginning()
    found = [digest(document)]
    for edit in edits(count, seed):
        document.write(edit.changes)
        found.append(digest(document))
    return found
