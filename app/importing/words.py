"""What is said of an import: what it makes, what a step that comes in says, and why nothing came in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.dialogs.intake_summary import summary as edit_summary
from journeys.messages import error_text
from journeys.phrases.terms import EMOTIONS, VARIANTS, count_of, joined, signed

if TYPE_CHECKING:
    from app.importing.outcome import JourneyLine, Outcome
    from journeys.errors import LevensreisError
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Step


def refusal(name: str, error: LevensreisError, say: Words) -> str:
    """Why nothing of a file came in, with its name in it."""
    reason = error_text(error, say)
    return reason if name in reason else say("“{name}” was not imported. {reason}", name=name, reason=reason)


def summary(outcome: Outcome, say: Words) -> str:
    """All that would be made, in a sentence."""
    if outcome.taken is not None:
        return edit_summary(outcome.taken, say)
    things = [count_of(kind, n, say) for kind, n in outcome.counts.items() if n]
    return say("This makes a new study: {things}.", things=joined(things, say))


def journey_text(line: JourneyLine, say: Words) -> str:
    """Two lines: its title, and below it whose it is and how much of it comes in."""
    parts = [line.persona, say(VARIANTS[line.variant]), count_of("step", line.steps, say)]
    if line.notes:
        parts.append(count_of("note", line.notes, say))
    if not line.new:
        parts.append(say("is here already"))
    return f"{line.title}\n{' · '.join(parts)}"


def step_text(step: Step, say: Words, *, changed: bool) -> str:
    """Its title, and what is special about it."""
    told = [step.title or say("without a title")]
    if step.stage == "back":
        told.append(say("behind the scenes"))
    if changed:
        told.append(say("changes"))
    return " · ".join(told)


def contacts_text(step: Step, document: Document, say: Words) -> str:
    """ "Huisarts (telefoon), Gemeente"."""
    if step.nobody:
        return say("Nobody")
    found = []
    for contact in step.contacts:
        party = document.parties[contact.party].name if contact.party else ""
        channel = document.channels[contact.channel].name if contact.channel else ""
        found.append(f"{party} ({channel})" if party and channel else party or channel)
    return ", ".join(found)


def emotion_text(step: Step, say: Words) -> str:
    """ "−2, very unpleasant"."""
    return "" if step.emotion is None else f"{signed(step.emotion)}, {say(EMOTIONS[step.emotion])}"
