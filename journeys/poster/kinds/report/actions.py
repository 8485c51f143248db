"""Opportunities and ideas as a list of work: where, what, who, when and how far."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from journeys import phrases
from journeys.analysis.notelist import ACTIONS, STATUS_ORDER, is_overdue
from journeys.phrases import terms
from journeys.poster.kinds.report import signs
from journeys.poster.kinds.report.journey import note_sign
from journeys.poster.kinds.report.pieces import paragraph
from journeys.poster.kinds.report.setting import CELL, CELL_LATE, CELL_MUTED
from journeys.poster.kinds.report.summary import wanted_notes
from journeys.poster.kinds.report.table import Cell, Column, Words, cell, table
from journeys.poster.kinds.report.tales import place_of, proof, whose
from journeys.poster.parts import dates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.model.entities import Note
    from journeys.poster.kinds.report.material import Material
    from journeys.poster.kinds.report.pieces import Piece
    from journeys.poster.kinds.report.setting import Setting
    from journeys.poster.kinds.report.table import Row


def actions(material: Material, setting: Setting) -> Iterator[Piece]:
    """The open ones first, then by date; overdue ones say so when a day to judge by was given."""
    say = setting.say
    found = [note for some in wanted_notes(material) for note in some if note.kind in ACTIONS]
    if not found:
        yield from paragraph(say("No opportunity or idea was noted yet."), setting, language=say.language)
        return
    yield from paragraph(_told(material, found, setting), setting, language=say.language)
    found.sort(key=lambda note: (STATUS_ORDER.index(note.status), note.due or dt.date.max))
    columns = (
        Column(say("Opportunity or idea"), 5), Column(say("Phase and gap"), 2.4), Column(say("Owner"), 1.9),
        Column(say("Due"), 1.8), Column(say("Status"), 1.4),
    )  # fmt: skip
    yield from table("actions", columns, [_row(material, note, setting) for note in found], setting)


def parked(material: Material, setting: Setting) -> Iterator[Piece]:
    """Notes that hang nowhere yet, but for opportunities and ideas."""
    say = setting.say
    rows = [
        (cell(Words(say(terms.NOTES[note.kind]), language=say.language), sign=note_sign(note, setting)),
         cell(note.text or say("Without words")))
        for note in material.notes.get("", ()) if note.kind not in ACTIONS
    ]  # fmt: skip
    yield from table("parked", (Column(say("Kind"), 1.7), Column(say("Note"), 6)), rows, setting)


def _told(material: Material, found: list[Note], setting: Setting) -> str:
    """How many there are, are late and are nobody's."""
    say = setting.say
    sentences = [say.many("{n} opportunity or idea was noted.", "{n} opportunities and ideas were noted.", len(found))]
    late = sum(is_overdue(note, material.on) for note in found) if material.on else 0
    if late and material.on:
        day = dates.in_words(material.on, say)
        sentences.append(say.many("{n} is overdue on {date}.", "{n} are overdue on {date}.", late, date=day))
    alone = sum(not note.owner for note in found if note.status in {"open", "planned"})
    if alone:
        sentences.append(say.many("{n} has no owner yet.", "{n} have no owner yet.", alone))
    return " ".join(sentences)


def _row(material: Material, note: Note, setting: Setting) -> Row:
    say = setting.say
    return (
        cell(note.text or say("Without words"), Words(_aside(material, note, setting), CELL_MUTED, say.language),
             sign=note_sign(note, setting)),
        _where(material, note, setting),
        cell(note.owner or Words(say("nobody yet"), CELL_MUTED, say.language)),
        _due(material, note, setting),
        cell(Words(say(terms.NOTE_STATUSES[note.status]), language=say.language)),
    )  # fmt: skip


def _aside(material: Material, note: Note, setting: Setting) -> str:
    """What kind it is, through whom, and what else is known."""
    say = setting.say
    parties = [material.document.parties[party].name for party in note.via]
    parts = [
        say(terms.NOTES[note.kind]).lower(),
        say("small gesture") if note.small_gesture else "",
        say("proactive message") if note.proactive else "",
        say("through {parties}", parties=phrases.joined(parties, say)) if parties else "",
        say.many("{n} vote", "{n} votes", note.votes) if note.votes else "",
        proof(material, note.evidence, say) if note.evidence.status != "assumed" or note.evidence.sources else "",
    ]
    return " · ".join(part for part in parts if part)


def _where(material: Material, note: Note, setting: Setting) -> Cell:
    """The phase, with the number of its gap; and whose journey."""
    say, document = setting.say, material.document
    phase = document.phases.get(material.phase_of(note) or "")
    journey = document.steps[note.step].journey if note.step is not None else note.journey
    number = material.numbers.get((journey or "", phase.id if phase else ""))
    sign = signs.number(number, setting.scale, say("gap {n}", n=number)) if number else None
    if journey is None or phase is None:
        return cell(Words(place_of(material, note, say), CELL_MUTED))
    return cell(phase.name, Words(whose(material, journey, say), CELL_MUTED), sign=sign)


def _due(material: Material, note: Note, setting: Setting) -> Cell:
    say = setting.say
    if note.due is None:
        return cell(Words("–", CELL_MUTED))
    told = dates.in_words(note.due, say)
    if material.on and is_overdue(note, material.on):
        return cell(Words(told, CELL_LATE, say.language), Words(say("overdue"), CELL_LATE, say.language))
    return cell(Words(told, CELL, say.language))
