"""Presence of the study's scope in one phase of one journey, with the reason in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.context import Context
    from journeys.analysis.presence import Level, Scope
    from journeys.model.document import Document
    from journeys.model.entities import Step


def level_and_why(context: Context, journey: str, phase: str) -> tuple[str, str]:
    """ "Municipality present" and "In “Declaration” with Civil affairs."."""
    from journeys import phrases
    from journeys.analysis import presence

    document, say = context.document, context.say
    scope = presence.scope_of(document)
    level = presence.levels(document, journey).get(phase, "unmapped")
    name = phrases.scope_word(document, None, say)
    label = phrases.capital(phrases.level_label(level, name, say))
    return label, _why(context, level, scope, _steps(document, journey, phase))


def _steps(document: Document, journey: str, phase: str) -> list[Step]:
    found = [step for step in document.referring(phase, "step") if step.journey == journey]
    return sorted(found, key=lambda step: (step.stage != "front", step.column, step.track))


def _why(context: Context, level: Level, scope: Scope, steps: list[Step]) -> str:
    from journeys import phrases
    from journeys.analysis.presence import contact_level

    say, document = context.say, context.document
    if level in ("direct", "commissioned", "via_partner", "backstage"):
        stage = "back" if level == "backstage" else "front"
        for step in (step for step in steps if step.stage == stage):
            for contact in step.contacts:
                met = scope.holds(contact.party) if stage == "back" else contact_level(contact, scope) == level
                if met and contact.party is not None:
                    party = document.parties[contact.party].name
                    title = phrases.quoted(step.title or say("Without a title"), 40)
                    return say("Because of {step}, with {party}.", step=title, party=party)
    reasons = {
        "deliberate": say("The team says that this is right."),
        "unmapped": say("No step in which the person takes part has been filled in here yet."),
        "absent": say("In no step of this phase the person meets it, nor a party that acts or speaks for it."),
    }
    return _with_unknown(context, reasons.get(level, ""), steps)


def _with_unknown(context: Context, reason: str, steps: list[Step]) -> str:
    """Steps in which nothing is said of whom the person meets, could change the answer."""
    open_ones = [step for step in steps if step.stage == "front" and not step.contacts and not step.nobody]
    if not open_ones:
        return reason
    more = context.say.many(
        "In {n} step it is not filled in whom the person meets.",
        "In {n} steps it is not filled in whom the person meets.",
        len(open_ones),
    )
    return f"{reason} {more}"
