"""Findings said in words: a title, a sentence with its numbers, and why it matters."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from journeys.i18n import N_, many
from journeys.phrases.terms import COUNTS, VARIANTS, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.analysis.finding import Finding, Number
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.phrases.lenses.told import Told

NAMES: Final = {
    "scope": N_("Scope"),
    "roles": N_("Roles"),
    "value": N_("Value"),
    "question": N_("Question and network"),
    "time": N_("Time"),
    "heartbeat": N_("Heartbeat"),
    "structure": N_("Structure"),
}
GRADES: Final = {"act": N_("to act on"), "look": N_("worth a look"), "good": N_("a strength")}
UNITS: Final = {
    "need": many("{n} need", "{n} needs"),
    "pain": many("{n} pain point", "{n} pain points"),
    "opportunity": many("{n} opportunity", "{n} opportunities"),
    "question": many("{n} question", "{n} questions"),
    "quote": many("{n} quote", "{n} quotes"),
    "handover": many("{n} hand-over", "{n} hand-overs"),
    "gesture": many("{n} small gesture", "{n} small gestures"),
    "message": many("{n} message", "{n} messages"),
    "deadline": many("{n} deadline", "{n} deadlines"),
    "time": many("{n} time", "{n} times"),
    "day": many("{n} day", "{n} days"),
    "workday": many("{n} working day", "{n} working days"),
    "point": many("{n} point", "{n} points"),
}
MOST_NAMED: Final = 3


def finding_title(finding: Finding, say: Words) -> str:
    """What kind of finding it is: "Opposed roles in one step"."""
    return say(_told(finding).title)


def finding_text(finding: Finding, document: Document, say: Words) -> str:
    """The finding in one or two sentences."""
    return say(_told(finding).sentence, **_arguments(finding, document, say))


def finding_why(finding: Finding, document: Document, say: Words) -> str:
    """Why it matters and what can be done."""
    return say(_told(finding).why, **_arguments(finding, document, say))


def place_text(finding: Finding, document: Document, say: Words) -> str:
    """ "Femke (desired) · Preparing": whose journey and which phase; empty for the whole study."""
    journey = document.journeys.get(finding.journey or "")
    phase = document.phases.get(finding.phase or "")
    persona = document.personas[journey.persona].name if journey else ""
    if journey and journey.variant == "desired":
        persona = f"{persona} ({say(VARIANTS['desired'])})"
    names = [persona, phase.name if phase else ""]
    return " · ".join(name for name in names if name)


def number_text(number: Number, say: Words) -> str:
    """ "3 steps", "40 %", "−2"."""
    if number.unit == "percent":
        return say("{n} %", n=number.value)
    if number.unit == "rating":
        return f"{number.value:+d}".replace("-", "−") if number.value else "0"
    one, other = UNITS.get(number.unit) or COUNTS[number.unit]
    return say.many(one, other, number.value)


def name_of(id_: str, document: Document, say: Words) -> str:
    """What an entity is called: its title, name or first words."""
    for table in document.tables.values():
        entity: Any = table.get(id_)
        if entity is not None:
            text = getattr(entity, "title", "") or getattr(entity, "name", "") or getattr(entity, "text", "")
            return quoted(text) if text else say("(without a title)")
    return say("(deleted)")


def names_of(ids: Sequence[str], document: Document, say: Words) -> str:
    """Some of the names, and how many more there are."""
    from journeys.phrases.terms import joined

    named = [name_of(id_, document, say) for id_ in ids[:MOST_NAMED]]
    more = len(ids) - len(named)
    return joined([*named, *([say("{n} more", n=more)] if more else [])], say)


def _told(finding: Finding) -> Told:
    told: Told = _module(finding).TOLD[finding.code]
    return told


def _module(finding: Finding) -> Any:
    return import_module(f"journeys.phrases.lenses.{finding.lens}")


def _arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    journey = document.journeys.get(finding.journey or "")
    phase = document.phases.get(finding.phase or "")
    return {
        "subject": name_of(finding.subjects[0], document, say) if finding.subjects else "",
        "subjects": names_of(finding.subjects, document, say),
        "phase": phase.name if phase else "",
        "journey": quoted(journey.title) if journey else "",
        "persona": document.personas[journey.persona].name if journey else "",
        **{number.code: number_text(number, say) for number in finding.numbers},
        **_module(finding).arguments(finding, document, say),
    }
