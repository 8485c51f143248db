"""The personas whose journeys are told, each introduced once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys import phrases
from journeys.exchange.report.asides import proof
from journeys.exchange.report.blocks import Heading, Paragraph, Portrait, Quote
from journeys.phrases import terms
from journeys.poster.kinds.report import names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.exchange.report.blocks import Block
    from journeys.exchange.report.subject import Telling
    from journeys.model.entities import Persona


def people(telling: Telling) -> Iterator[Block]:
    if telling.personas:
        yield Heading(2, telling.say("Personas"))
    for id_ in telling.personas:
        yield from _person(telling, telling.document.personas[id_])


def _person(telling: Telling, persona: Persona) -> Iterator[Block]:
    say = telling.say
    yield Heading(3, persona.name)
    if persona.portrait:
        yield Portrait(persona.id, say("Portrait of {name}", name=persona.name))
    if persona.tagline:
        yield Paragraph(persona.tagline)
    if persona.quote:
        yield Quote(phrases.as_said(persona.quote, say))
    if persona.context:
        yield Paragraph(persona.context)
    yield Paragraph(_details(telling, persona), "muted")


def _details(telling: Telling, persona: Persona) -> str:
    """How they can be reached, and whether they exist."""
    say, channels = telling.say, telling.document.channels
    preferred = phrases.joined([channels[id_].name for id_ in persona.channels], say)
    skill = persona.digital_skill
    parts = [
        say("Prefers {channels}.", channels=preferred) if preferred else "",
        say("Digital skill: {level}.", level=say(terms.DIGITAL_SKILLS[skill])) if skill is not None else "",
        say(names.PRIVACY[persona.privacy]),
    ]
    known = proof(telling, persona.evidence)
    return " ".join(filter(None, (*parts, f"{phrases.capital(known)}." if known else "")))
