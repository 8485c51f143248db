"""The action list: what, where, who, when and how far it is, in a table that can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.notelist import journey_of
from journeys.exchange.presentation import table
from journeys.exchange.presentation.deck import ROOM, SIDE, W, page, section, spoken
from journeys.exchange.presentation.drawn import mark
from journeys.exchange.presentation.shapes import para, titled, words
from journeys.exchange.presentation.spoken import note_line
from journeys.exchange.presentation.table import Cell, Shown
from journeys.layout.drawing import Rect
from journeys.phrases.terms import NOTE_STATUSES
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from journeys.exchange.presentation.deck import Deck
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Note


def slides(deck: Deck, told: Telling) -> None:
    say = told.say
    section(deck, say("Action list"))
    if not told.actions:
        _none(deck, told)
        return
    head = (say("What"), say("Where"), say("Who"), say("When"), say("Status"))
    shown = Shown(say("Action list"), _under(told), (128, 72, 44, 36, 30), head)
    table.slides(deck, told, shown, [_row(told, note) for note in told.actions],
                 [note_line(told, note) for note in told.actions])  # fmt: skip


def _under(told: Telling) -> str:
    """How many there are, and how many still wait for somebody."""
    say, found = told.say, told.actions
    free = sum(not note.owner and note.status in ("open", "planned") for note in found)
    count = say.many("{n} action", "{n} actions", len(found))
    return f"{count} · {say('{n} without an owner', n=free)}" if free else count


def _row(told: Telling, note: Note) -> tuple[Cell, ...]:
    say = told.say
    return (
        Cell(note.text or say("Without words"), bold=note.status in ("open", "planned")),
        Cell(_where(told, note), colour="muted"),
        Cell(note.owner) if note.owner else Cell(say("nobody yet"), colour="nobody", ours=True),
        Cell(in_words(note.due, say) if note.due else "–", ours=True),
        Cell(say(NOTE_STATUSES[note.status]), ours=True),
    )


def _where(told: Telling, note: Note) -> str:
    """Phase and step, and whose when there are several."""
    document = told.document
    step = document.steps.get(note.step or "")
    phase = document.phases.get(step.phase if step else note.phase or "")
    journey = document.journeys.get(journey_of(document, note) or "")
    who = told.who(journey) if journey and len(told.journeys) > 1 else ""
    persona = document.personas.get(note.persona or "")
    parts = (phase.name if phase else "", step.title if step else "", who, persona.name if persona else "")
    return " · ".join(part for part in parts if part) or told.say("Parked")


def _none(deck: Deck, told: Telling) -> None:
    made = page(deck)
    titled(made, Rect(SIDE, 14, ROOM, 13.5), told.say("Action list"), 32, ours=True)
    text = told.say("No opportunity and no idea yet.")
    mark(made, "note.opportunity", W / 2 - 13, 62, 26, "line")
    words(made, Rect(SIDE, 98, ROOM, 20), (para(text, 28, "muted", bold=True, ours=True, align="center"),), name=text)
    spoken(made, "")
