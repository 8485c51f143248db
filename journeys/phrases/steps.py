"""A step in one line, for screen readers and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.model.processes import behind
from journeys.phrases.durations import lasting
from journeys.phrases.terms import NOTES, signed

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Step
    from journeys.model.values import Contact


def step_line(document: Document, step: Step, position: int, total: int, say: Words) -> str:
    """ "Step 3 of 12: Recognition. Nobody. Emotion −2. Pain point."."""
    title = step.title or say("Without a title")
    parts = [
        say("Step {position} of {total}: {title}", position=position, total=total, title=title.rstrip(".")),
        contacts_text(document, step, say),
        say("Lasts {duration}", duration=lasting(step.lasts, say)) if step.lasts else "",
        say("Emotion {emotion}", emotion=signed(step.emotion)) if step.emotion is not None else "",
        say("Moment of truth") if step.moment_of_truth else "",
        say("A process is behind this step") if behind(document, step.id) else "",
        _picture(document, step, say),
        *_notes(document, step, say),
    ]
    return "".join(f"{part}. " for part in parts if part).rstrip()


def _picture(document: Document, step: Step, say: Words) -> str:
    image = document.images.get(step.image) if step.image else None
    if image is None:
        return ""
    told = (image.alt or image.caption).rstrip(".")
    return say("Picture: {text}", text=told) if told else say("Picture")


def contacts_text(document: Document, step: Step, say: Words) -> str:
    """Whom the person meets and how: "Civil affairs · desk", "Nobody", or empty when it is not filled in."""
    if step.nobody:
        return say("Nobody")
    return ", ".join(filter(None, (_contact(document, contact) for contact in step.contacts)))


def _contact(document: Document, contact: Contact) -> str:
    party = document.parties.get(contact.party or "")
    channel = document.channels.get(contact.channel or "")
    return " · ".join(entity.name for entity in (party, channel) if entity)


def _notes(document: Document, step: Step, say: Words) -> list[str]:
    kinds = [note.kind for note in document.referring(step.id, "note") if note.step == step.id]
    return [
        f"{say(word)} ({kinds.count(kind)})" if kinds.count(kind) > 1 else say(word)
        for kind, word in NOTES.items()
        if kind in kinds
    ]
