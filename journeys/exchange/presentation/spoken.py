"""What stands on the page of notes under a slide: the presenter's words, and whole what the slide shows in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.layout.slides.slide import Slide
from journeys.model.values import Evidence
from journeys.phrases.durations import day_text, lasting
from journeys.phrases.figures import curve_text
from journeys.phrases.prompts import notes as prompts
from journeys.phrases.terms import EVIDENCE, NOTE_STATUSES, NOTES, VARIANT_TAGS, capital, emotion_word, signed
from journeys.poster.parts.dates import in_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Journey, Note, Phase, Step
    from journeys.model.values import Contact


def of_whole(told: Telling) -> str:
    """What may be asked, and the curves in words."""
    if not told.journeys:
        return ""
    asked = list(prompts(told.document, Slide("whole", told.journeys[0].id), told.say))
    curves = ((told.who(one), curve_text(told.document, one.id, told.say)) for one in told.journeys)
    return _text([*asked, *(f"{who}: {text}" for who, text in curves if text)])


def of_journey(told: Telling, journey: Journey) -> str:
    say, persona = told.say, told.persona(journey)
    lines = [
        say("Ask: who of you has met people like {persona}?", persona=persona.name),
        f"{journey.title} – {say(VARIANT_TAGS[journey.variant])}",
        persona.tagline, persona.quote, persona.context, journey.question,
        curve_text(told.document, journey.id, say),
        *(note_line(told, note) for note in told.notes if note.persona == persona.id),
    ]  # fmt: skip
    return _text(lines)


def of_phase(told: Telling, journey: Journey, phase: Phase, steps: Sequence[Step], *, first: bool) -> str:
    """The facilitator's note and questions on the first slide of a phase; on each its steps with all that they hold."""
    lines: list[str] = []
    if first:
        spot = told.spot(journey.id, phase.id)
        below = {f"{told.say(NOTES[note.kind])}: {note.text}" for note in spot.notes}
        asked = prompts(told.document, Slide("phase", journey.id, phase.id), told.say)
        lines += [line for line in asked if line not in below]  # each note stands at its step
        lines += [note_line(told, note) for note in spot.notes if note.step is None]
    parts = [_text(lines), *(_text(_step(told, step)) for step in steps)]
    return "\n\n".join(part for part in parts if part)


def of_notes(told: Telling, notes: Iterable[Note]) -> str:
    return _text(note_line(told, note) for note in notes)


def note_line(told: Telling, note: Note) -> str:
    """All of it in a line: its kind, its words, who takes it on and by when, and how it is known."""
    say = told.say
    parts = [
        say("owner: {name}", name=note.owner) if note.owner else "",
        say("due: {date}", date=in_words(note.due, say)) if note.due else "",
        say(NOTE_STATUSES[note.status]).lower() if note.status != "open" else "",
    ]
    more = "; ".join(part for part in parts if part)
    return f"{say(NOTES[note.kind])}: {note.text}" + (f" ({more})" if more else "")


def _step(told: Telling, step: Step) -> Iterator[str]:
    say, document = told.say, told.document
    yield step.title or say("Without a title")
    yield step.body
    yield from (_contact(told, contact) for contact in step.contacts)
    yield say("Nobody") if step.nobody else ""
    yield say("Behind the scenes") if step.stage == "back" else ""
    yield capital(day_text(step.day, say)) if step.day is not None else ""
    yield say("Lasts {duration}", duration=lasting(step.lasts, say)) if step.lasts else ""
    yield step.place
    if step.emotion is not None:
        yield f"{say('Emotion {emotion}', emotion=signed(step.emotion))} ({emotion_word(step.emotion, say)})"
    yield say("Moment of truth") if step.moment_of_truth else ""
    yield from _evidence(told, step.evidence)
    for link in sorted(document.referring(step.id, "link"), key=lambda one: one.id):
        if link.source == step.id:
            title = document.steps[link.target].title or say("Without a title")
            yield f"→ {title}" + (f" ({link.label})" if link.label else "")
    yield from (note_line(told, note) for note in told.at(step))


def _contact(told: Telling, contact: Contact) -> str:
    document, say = told.document, told.say
    party = document.parties.get(contact.party or "")
    channel = document.channels.get(contact.channel or "")
    other = document.parties.get(contact.passes_on_for or "")
    names = " · ".join(each.name for each in (party, channel) if each)
    return say("{contact}, passes on for {party}", contact=names, party=other.name) if other else names


def _evidence(told: Telling, evidence: Evidence) -> Iterator[str]:
    if evidence == Evidence():
        return
    names = [told.document.sources[id_].title for id_ in evidence.sources]
    word = capital(told.say(EVIDENCE[evidence.status]))
    yield f"{word}: {phrases.joined(names, told.say)}" if names else word
    yield evidence.note


def _text(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
