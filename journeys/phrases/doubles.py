"""Why two things may be the same, what each of them says, and where it hangs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from journeys.edits import entities
from journeys.i18n import N_
from journeys.model.entities import Note, Persona, Phase, Step
from journeys.phrases.terms import NOTES, count_of, quoted

if TYPE_CHECKING:
    from journeys.analysis.doubles import Double
    from journeys.edits.merge import Ref
    from journeys.i18n import Words
    from journeys.model.document import Document

WHY: Final = {
    "same_name": N_("the same name"),
    "same_text": N_("the same text"),
    "same_words": N_("the same words"),
    "most_words": N_("most words are the same"),
    "compound": N_("one word for the other"),
    "known_as": N_("another name for it"),
    "spelling": N_("spelled almost the same"),
    "part_of": N_("one name is in the other"),
    "near_days": N_("begin about the same day"),
    "origin": N_("was one before the files went apart"),
}
BECOMES: Final = {
    "persona": N_("One persona: the journeys of both hang on it, and what differs is kept in its background."),
    "phase": N_("One phase, with the name and days of the left one. Steps of both stand in it."),
    "party": N_("One party, with the name of the left one."),
    "channel": N_("One channel, with the name of the left one."),
    "source": N_("One source, with the name of the left one."),
    "step": N_("One step, with the title of the left one. Notes, contacts and sources of both hang on it."),
    "note": N_("One note, where the left one hangs. Votes are added up, sources and other wording are kept."),
}


def why_text(double: Double, say: Words) -> str:
    """ "spelled almost the same, begin about the same day"."""
    return ", ".join(say(WHY[code]) for code in double.why)


def becomes_text(double: Double, say: Words) -> str:
    """What "the same" does with them."""
    return say(BECOMES[double.kind])


def name_of(entity: Any, say: Words) -> str:
    """What it says in full: a note its text."""
    if isinstance(entity, Note):
        return entity.text or say("without a title")
    return getattr(entity, "title", "") or getattr(entity, "name", "") or say("without a title")


def details(document: Document, double: Double, ref: Ref, say: Words) -> list[str]:
    """What else there is to know of it: where it hangs, its votes, its days."""
    entity: Any = document.tables[double.kind][ref.id]
    match entity:
        case Note():
            votes = [say.many("{n} vote", "{n} votes", entity.votes)] if entity.votes else []
            return [" · ".join([say(NOTES[entity.kind]), *votes]), where(document, entity, say)]
        case Step():
            return [where(document, entity, say), *([entity.body] if entity.body else [])]
        case Persona():
            journeys = [each.title for each in document.journeys.values() if each.persona == ref.id]
            return [entity.tagline, ", ".join(journeys)]
        case Phase():
            steps = len(document.referring(ref.id, "step"))
            return [say("from day {n}", n=entity.start_day), count_of("step", steps, say)]
        case _:
            used = sum(key[0] == "step" for key in document.referrers(ref.id))
            return [say("in {things}", things=count_of("step", used, say))]


def where(document: Document, entity: Any, say: Words) -> str:
    """ "Step “Echo”, Sanne en Youssef" or "Parked"."""
    if isinstance(entity, Step):
        journey = document.journeys[entity.journey]
        phase = document.phases[entity.phase].name
        return f"{phase} · {journey.title} · {document.personas[journey.persona].name}"
    if entity.step is not None:
        step = document.steps[entity.step]
        title = quoted(step.title, 40) if step.title else say("without a title")
        return say("At step {title}", title=title) + f" · {where(document, step, say)}"
    if entity.journey is not None:
        journey, phase = document.journeys[entity.journey], document.phases[entity.phase].name
        return f"{phase} · {journey.title} · {document.personas[journey.persona].name}"
    if entity.persona is not None:
        return entities.name_of(document.personas[entity.persona])
    return say("Parked")
