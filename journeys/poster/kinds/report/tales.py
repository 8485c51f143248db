"""Short words for who and where: persona, journey, phase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.phrases import terms
from journeys.poster.kinds.report.names import RANGES, SPANS

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.entities import Journey, Note
    from journeys.model.values import Duration, Evidence
    from journeys.poster.kinds.report.material import Material


def whose(material: Material, journey: str, say: Words) -> str:
    """The persona; where that persona has several journeys in this report, with what tells this one apart."""
    held = material.document.journeys[journey]
    name = material.document.personas[held.persona].name
    others = [other for other in material.by_persona[held.persona] if other.id != held.id]
    if not others:
        return name
    told = all(other.variant != held.variant for other in others)
    return f"{name} ({say(terms.VARIANTS[held.variant]) if told else held.title})"


def title_of(material: Material, journey: Journey, say: Words) -> str:
    """ "Having a child · Sanne & Youssef", of a desired journey with that word."""
    name = material.document.personas[journey.persona].name
    told = f"{journey.title} · {name}"
    return f"{told} ({say(terms.VARIANTS[journey.variant])})" if journey.variant == "desired" else told


def lasting(span: Duration, say: Words) -> str:
    """ "3 days", "2 to 3 weeks"."""
    if span.least == span.most:
        return say.many(*SPANS[span.unit], span.most)
    return say(RANGES[span.unit], least=span.least, most=span.most)


def proof(material: Material, evidence: Evidence, say: Words) -> str:
    """ "observed [1, 2]": the numbers are those of the list of sources."""
    numbers = sorted(material.source_numbers[source] for source in evidence.sources)
    word = say(terms.EVIDENCE[evidence.status])
    return f"{word} [{', '.join(map(str, numbers))}]" if numbers else word


def place_of(material: Material, note: Note, say: Words) -> str:
    """Where a note hangs: its step, else its phase, else the person; "not placed yet" when it is parked."""
    document = material.document
    if note.step is not None:
        return document.steps[note.step].title or say("Without a title")
    if note.phase is not None:
        return document.phases[note.phase].name
    if note.persona is not None:
        return document.personas[note.persona].name
    return say("not placed yet")
