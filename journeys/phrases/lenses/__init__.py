"""Findings said in words: a title, a sentence with its numbers, and why it matters."""

from __future__ import annotations

from importlib import import_module
from string import Formatter
from typing import TYPE_CHECKING, Any, Final

from journeys.i18n import N_, many
from journeys.phrases.durations import duration
from journeys.phrases.gaps import the_scope
from journeys.phrases.lenses.about import LENSES
from journeys.phrases.terms import COUNTS, VARIANTS, joined, person_word, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.finding import Finding, Number
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.phrases.lenses.told import Told

NAMES: Final = {lens: words.name for lens, words in LENSES.items()}
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


def finding_parts(finding: Finding, document: Document, say: Words) -> Iterator[tuple[str, Number | None]]:
    """The same sentence in pieces, each with the number that it is, so that a reader can point at that number."""
    values = _arguments(finding, document, say)
    numbers = {number.code: number for number in finding.numbers}
    for words, field, _, _ in Formatter().parse(say(_told(finding).sentence)):
        if words:
            yield words, None
        if field is not None:
            yield str(values[field]), numbers.get(field)


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
        return say("{n}%", n=number.value)
    if number.unit == "day":
        return duration(number.value, say)
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
    return some([name_of(id_, document, say) for id_ in ids], say)


def some(names: Sequence[str], say: Words) -> str:
    """The first of these names, and how many more there are."""
    shown = names[:MOST_NAMED]
    more = len(names) - len(shown)
    return joined([*shown, *([say("{n} more", n=more)] if more else [])], say)


def _told(finding: Finding) -> Told:
    told: Told = _module(finding).TOLD[finding.code]
    return told


def _module(finding: Finding) -> Any:
    return import_module(f"journeys.phrases.lenses.{finding.lens}")


def _arguments(finding: Finding, document: Document, say: Words) -> dict[str, object]:
    journey = document.journeys.get(finding.journey or "")
    phase = document.phases.get(finding.phase or "")
    scope = str(finding.detail("scope") or "")
    return {
        "subject": name_of(finding.subjects[0], document, say) if finding.subjects else "",
        "subjects": names_of(finding.subjects, document, say),
        "phase": quoted(phase.name) if phase else "",
        "journey": quoted(journey.title) if journey else "",
        "scope": the_scope(document, scope if scope in document.parties else None, say),
        "people": person_word(document, say),
        "persona": document.personas[journey.persona].name if journey else "",
        **{number.code: number_text(number, say) for number in finding.numbers},
        **_module(finding).arguments(finding, document, say),
    }
