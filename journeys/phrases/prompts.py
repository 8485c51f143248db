"""What only the presenter sees with a slide: their own note, what may be asked, what is known, who said it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.presence import levels
from journeys.analysis.spots import Spot, in_reading_order, spots
from journeys.model.time import periods
from journeys.phrases.gaps import the_scope
from journeys.phrases.steps import contacts_text
from journeys.phrases.terms import NOTES, as_said, person_word, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.i18n import Words
    from journeys.layout.slides.slide import Slide
    from journeys.model.document import Document
    from journeys.model.entities import Note, Step


def notes(document: Document, slide: Slide, say: Words) -> tuple[str, ...]:
    """The facilitator's own note first, then questions for the room, then what the slide had no room for."""
    made = {
        "title": _title, "whole": _whole, "phase": _phase, "gaps": _gaps, "step": _step, "end": _end,
    }[slide.kind]  # fmt: skip
    return tuple(line for line in made(document, slide, say) if line)


def _title(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    persona = document.personas[document.journeys[slide.journey].persona]
    yield say("Ask: who of you has met people like {persona}?", persona=persona.name)
    yield persona.context


def _whole(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    people = person_word(document, say)
    del slide
    yield say("Ask: what stands out to you? Where does the journey begin for {people}?", people=people)
    yield say("Show day 0, then what lies before and after it.")


def _phase(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    phase = document.phases[slide.subject]
    spot = spots(document).get(slide.journey, {}).get(phase.id, Spot())
    yield phase.facilitator_note
    yield from _questions(document, slide, spot, say)
    yield from _facts(document, phase.id, say)
    yield from _notes(spot.notes, say)


def _questions(document: Document, slide: Slide, spot: Spot, say: Words) -> Iterator[str]:
    people = person_word(document, say)
    level = levels(document, slide.journey).get(slide.subject)
    if level == "unmapped":
        yield say("Ask: what do {people} do and feel in this phase? Nothing is filled in yet.", people=people)
    if level == "absent":
        scope = the_scope(document, None, say)
        yield say("Ask: should {scope} be here? Through whom could that be?", scope=scope)
    if level == "deliberate":
        yield say("Ask: is it still right that we are not here?")
    yield from _felt(in_reading_order(spot.front), say)


def _felt(steps: Sequence[Step], say: Words) -> Iterator[str]:
    judged = [step for step in steps if step.emotion is not None]
    lowest = min(judged, key=lambda step: step.emotion or 0, default=None)
    if lowest is not None and (lowest.emotion or 0) < 0:
        told = quoted(lowest.title or say("Without a title"))
        yield say("Ask: what would have helped at {step}?", step=told)
    if steps and not judged:
        yield say("Ask: how did this feel? It is not filled in yet.")
    assumed = [step for step in steps if step.evidence.status == "assumed"]
    if assumed:
        yield say.many(
            "{n} step is an assumption: who can check it?", "{n} steps are assumptions: who can check them?",
            len(assumed),
        )  # fmt: skip


def _facts(document: Document, phase: str, say: Words) -> Iterator[str]:
    """What is known about the life event in these days."""
    start, end = periods(document)[phase]
    for fact in document.facts.values():
        if fact.from_day is not None and fact.from_day < end and (fact.to_day is None or fact.to_day >= start):
            yield say("Fact: {text}", text=fact.text)


def _notes(found: Sequence[Note], say: Words) -> Iterator[str]:
    """All notes in full: on the slide some are shortened or counted."""
    for note in sorted(found, key=lambda note: (note.kind, note.order, note.id)):
        if note.text:
            yield say("{kind}: {text}", kind=say(NOTES[note.kind]), text=note.text)


def _gaps(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    yield say("Let the room guess first. Then press on: the gaps appear one by one.")
    yield say("Ask with each gap: is it bad that we are not here? Who could be there for us?")
    del document, slide


def _step(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    step = document.steps[slide.subject]
    yield step.body
    met = contacts_text(document, step, say)
    yield say("Contact: {contact}", contact=met) if met else ""
    yield from _felt([step], say)
    own: list[Note] = [note for note in document.referring(step.id, "note") if note.step == step.id]
    yield from (as_said(note.text, say) for note in own if note.kind == "quote")
    yield from _notes([note for note in own if note.kind != "quote"], say)


def _end(document: Document, slide: Slide, say: Words) -> Iterator[str]:
    yield say("Ask everybody: what is the one thing that you will do differently tomorrow?")
    yield say("Agree on who takes up which opportunity, and when you meet again.")
    del document, slide
