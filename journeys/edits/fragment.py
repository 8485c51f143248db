"""A part of a journey that can be put elsewhere: steps with all that hangs on them, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from journeys.model.document import Document
from journeys.model.entities import Cell, Channel, Image, Journey, Lane, Link, Note, Party, Phase, Source, Step
from journeys.model.fields import Kind
from journeys.model.processes import behind
from journeys.model.references import references
from journeys.model.time import phases_in_order

SHARED: Final[tuple[Kind, ...]] = ("phase", "party", "channel", "source", "lane", "image")
"""Kinds that the parts refer to, and that are looked for where they are put before they are made there."""
KINDS: Final[dict[str, Kind]] = {
    "steps": "step", "links": "link", "notes": "note", "cells": "cell", "phases": "phase", "parties": "party",
    "channels": "channel", "sources": "source", "lanes": "lane", "images": "image", "processes": "journey",
    "behind": "step",
}  # fmt: skip
"""The kind of what each field of a fragment holds."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """Steps in reading order, the links among them, their notes and cells; notes that were taken on their own; and the
    processes behind the steps, with the steps that are in those.

    What else the parts refer to, such as the parties, is here by value: elsewhere it may not exist.
    """

    steps: tuple[Step, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    cells: tuple[Cell, ...] = ()
    phases: tuple[Phase, ...] = ()
    parties: tuple[Party, ...] = ()
    channels: tuple[Channel, ...] = ()
    sources: tuple[Source, ...] = ()
    lanes: tuple[Lane, ...] = ()
    images: tuple[Image, ...] = ()
    processes: tuple[Journey, ...] = ()
    behind: tuple[Step, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.steps or self.notes)

    def __iter__(self) -> Iterator[tuple[Kind, Any]]:
        for field in fields(self):
            for entity in getattr(self, field.name):
                yield KINDS[field.name], entity


def take(document: Document, ids: Sequence[str]) -> Fragment:
    """The steps and notes among these ids, with what belongs to them; other ids are passed over."""
    steps = in_order(document, [document.steps[id_] for id_ in dict.fromkeys(ids) if id_ in document.steps])
    processes, inner = _behind(document, steps)
    every = [*steps, *inner]
    taken = {step.id for step in every}
    notes = {note.id: note for step in every for note in document.referring(step.id, "note") if note.step == step.id}
    notes |= {note.id: note for each in processes for note in document.referring(each.id, "note")}
    notes |= {id_: document.notes[id_] for id_ in ids if id_ in document.notes}
    cells = {cell.id: cell for step in every for cell in document.referring(step.id, "cell")}
    links = (link for step in every for link in document.referring(step.id, "link") if link.source == step.id)
    among = [link for link in links if link.target in taken]
    held = _referred_to(document, [*every, *notes.values(), *cells.values()])
    phases = (phase for phase in phases_in_order(document) if phase.id in held["phase"])
    shared = {field: tuple(held[kind].values()) for field, kind in KINDS.items() if kind in SHARED}
    shared |= {"phases": tuple(phases), "processes": tuple(processes), "behind": tuple(inner)}
    return Fragment(tuple(steps), tuple(among), tuple(notes.values()), tuple(cells.values()), **shared)


def _behind(document: Document, steps: Sequence[Step]) -> tuple[list[Journey], list[Step]]:
    """The processes behind these steps, and behind the steps of those, with their steps; each once."""
    seen, waiting = {step.id for step in steps}, list(steps)
    processes: dict[str, Journey] = {}
    inner: list[Step] = []
    while waiting:
        for process in behind(document, waiting.pop(0).id):
            held = [step for step in document.referring(process.id, "step") if step.journey == process.id]
            if process.id in processes or any(step.id in seen for step in held):
                continue  # two that stand behind each other's steps
            processes[process.id] = process
            seen |= {step.id for step in held}
            inner += held
            waiting += held
    return list(processes.values()), inner


def in_order(document: Document, steps: Sequence[Step]) -> list[Step]:
    """In reading order."""
    order = {phase.id: index for index, phase in enumerate(phases_in_order(document))}
    return sorted(steps, key=lambda step: (order[step.phase], step.column, step.track, step.stage))


def _referred_to(document: Document, parts: Sequence[Any]) -> dict[Kind, dict[str, Any]]:
    """What these refer to, by kind and id; of a party also those that it is part of or acts for."""
    found: dict[Kind, dict[str, Any]] = {kind: {} for kind in SHARED}
    waiting = list(parts)
    while waiting:
        for reference in references(waiting.pop()):
            kind = reference.ref.kind
            entity = document.get((kind, reference.id))
            if kind in found and entity is not None and reference.id not in found[kind]:
                found[kind][reference.id] = entity
                waiting.append(entity)
    return found
