"""The words on cards, frames and arrows for other people's drawing programs, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.i18n import N_
from journeys.model.order import by_order
from journeys.model.values import Evidence
from journeys.phrases.durations import lasting, period_text
from journeys.phrases.gaps import gap_sentences, headline, opportunity
from journeys.phrases.terms import (
    EVIDENCE,
    LANES,
    NOTE_STATUSES,
    NOTES,
    VARIANT_TAGS,
    as_said,
    capital,
    degree_word,
    emotion_word,
    level_label,
    scope_word,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.gaps import Gap
    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Journey, Link, Note, Phase, Step
    from journeys.model.time import Period
    from journeys.model.values import Contact

NAMELESS: Final = "…"
LINK_KINDS: Final = {"choice": N_("Choice"), "back": N_("Back")}


class Line(NamedTuple):
    """One line of a card, which may be long: whoever draws it breaks it."""

    text: str
    style: Literal["title", "head", "strong", "plain", "small", "italic"] = "plain"


def name(document: Document, journey: Journey, say: Words) -> str:
    """ "Daan en Noor, Wij krijgen een kind (desired)", as a page is called."""
    persona = document.personas[journey.persona].name
    said = f"{persona}, {journey.title}"
    return f"{said} ({say(VARIANT_TAGS['desired']).lower()})" if journey.variant == "desired" else said


def title(document: Document, journey: Journey, say: Words) -> tuple[Line, ...]:
    """What the journey is called, which one it is, and what it asks."""
    found = [Line(journey.title, "title"), Line(say(VARIANT_TAGS[journey.variant]), "small")]
    if journey.question:
        found.append(Line(journey.question))
    organisation = document.study.organisation
    return (*found, Line(organisation, "small")) if organisation else tuple(found)


def persona(document: Document, journey: Journey, say: Words) -> tuple[Line, ...]:
    """Whose journey it is."""
    held = document.personas[journey.persona]
    found = [
        Line(held.name, "title"),
        Line(held.tagline),
        Line(as_said(held.quote, say) if held.quote else "", "italic"),
    ]
    return (*(line for line in found if line.text), *_lines(held.context))


def lane(kind: str, document: Document, say: Words) -> tuple[Line, ...]:
    """As the lane of the map is called."""
    lanes = sorted((lane for lane in document.lanes.values() if lane.kind == kind), key=by_order)
    return (Line(next((lane.title for lane in lanes if lane.title), say(LANES[kind])), "strong"),)


def phase(held: Phase, period: Period, say: Words) -> str:
    """ "Voorbereiden · 7 – 1½ months before"."""
    return f"{held.name} · {period_text(period, say)}" if held.dated else held.name


def presence(
    document: Document, journey: Journey, phase: str, level: Level, gap: Gap | None, say: Words
) -> tuple[Line, ...]:  # fmt: skip
    """Whether the municipality is there; where it is not, all that explains it."""
    if gap is not None:
        told = [headline(gap, document, say), _severity(gap, say)]
        why = [*gap_sentences(gap, document, say), opportunity(gap, document, say)]
        return (Line(told[0], "strong"), Line(told[1], "small"), *(Line(line) for line in why if line))
    said = Line(capital(level_label(level, scope_word(document, None, say), say)), "strong")
    if level != "deliberate":
        return (said,)
    stances = [one for one in document.referring(phase, "stance") if one.journey == journey.id and one.reason]
    return (said, *(line for one in stances for line in _lines(one.reason)))


def _severity(gap: Gap, say: Words) -> str:
    return say("Severity {n} of 100: {degree}", n=gap.severity, degree=degree_word(gap.severity, say))


def step(document: Document, held: Step, say: Words) -> tuple[Line, ...]:
    """Everything that stands on its card on the map."""
    found = [Line(held.title, "strong")] if held.title else []
    found += _lines(held.body)
    found += [Line(text, "small") for text in _small(document, held, say)]
    return tuple(found) or (Line(NAMELESS, "strong"),)


def _small(document: Document, held: Step, say: Words) -> Iterator[str]:
    for contact in held.contacts:
        yield from _contact(document, contact, say)
    if held.nobody:
        yield _told(say("Contact"), say("nobody"))
    if held.emotion is not None:
        yield _told(say("Emotion"), f"{signed(held.emotion)} ({emotion_word(held.emotion, say)})")
    if held.moment_of_truth:
        yield f"★ {say('Moment of truth')}"
    if held.day is not None:
        yield _told(say("Day"), signed(held.day))
    if held.lasts:
        yield _told(say("Duration"), lasting(held.lasts, say))
    if held.place:
        yield _told(say("Place"), held.place)
    if held.evidence != Evidence():
        sources = [document.sources[id_].title for id_ in held.evidence.sources]
        yield _told(say("Evidence"), "; ".join(filter(None, [say(EVIDENCE[held.evidence.status]), *sources])))
        yield from held.evidence.note.split("\n") if held.evidence.note else ()


def _contact(document: Document, contact: Contact, say: Words) -> Iterator[str]:
    party, channel, other = contact.party, contact.channel, contact.passes_on_for
    names = [document.parties[party].name if party else "", document.channels[channel].name if channel else ""]
    if any(names):
        yield _told(say("Contact"), " · ".join(filter(None, names)))
    if other:
        yield _told(say("Passes on something from"), document.parties[other].name)


def note(held: Note, step: Step | None, say: Words) -> tuple[Line, ...]:
    """A note with who sees to it; `step`: where it hangs, when that cannot be seen."""
    found = [Line(say(NOTES[held.kind]), "strong")]
    found += _lines(as_said(held.text, say) if held.kind == "quote" else held.text)
    work = [
        _told(say("Owner"), held.owner) if held.owner else "",
        _told(say("Due"), held.due.strftime("%d-%m-%Y")) if held.due else "",
        say(NOTE_STATUSES[held.status]) if held.status != "open" else "",
    ]
    found += [Line(text, "small") for text in work if text]
    if step is not None and (step.title or step.body):
        found.append(Line(_told(say("Step"), step.title or step.body.split("\n", 1)[0][:80]), "small"))
    return tuple(found)


def link(held: Link, say: Words) -> str:
    """What stands on the line; what kind of line it is too, because colour alone says nothing."""
    kind = say(LINK_KINDS[held.kind]) if held.kind in LINK_KINDS else ""
    return f"{held.label} ({kind})" if held.label and kind else held.label or kind


def _told(label: str, value: str) -> str:
    return f"{label}: {value}"


def _lines(text: str) -> list[Line]:
    return [Line(line) for line in text.split("\n")] if text else []
