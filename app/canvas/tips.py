"""Tooltips: what there was no room for on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.model.time import periods
from journeys.phrases.dates import period_whole
from journeys.phrases.durations import lasting
from journeys.phrases.facts import deadlines_text
from journeys.phrases.steps import contacts_text
from journeys.phrases.terms import NOTES, emotion_word, signed

if TYPE_CHECKING:
    from journeys.i18n import Words
    from journeys.layout.drawing import Target
    from journeys.model.document import Document


def text(document: Document, target: Target, say: Words, marked: str = "") -> str:
    """The words of the tooltip, still to be shown as plain text; empty where there is nothing to add.

    `marked`: what a lens says of a step.
    """
    if target.part == "border" and target.id in document.phases:
        return say("Drag to change when this phase begins")
    if target.part == "face":
        return say("Drag up or down to change how it feels")
    if target.part == "process":
        return say("Open the process behind this step")
    if target.id in document.steps:
        return _step(document, target.id, say, marked)
    if target.id in document.phases:
        phase = document.phases[target.id]
        period = period_whole(periods(document)[phase.id], document.study.day0_date, say)
        told = deadlines_text(document, phase.id, say)
        return f"{phase.name} · {period}" + (f" · {told}" if told else "")
    if target.id in document.notes:
        note = document.notes[target.id]
        return f"{say(NOTES[note.kind])}: {note.text}"
    return ""


def link_text(document: Document, link: str, say: Words) -> str:
    """What a connection says, and how to change it."""
    from app.canvas import names

    return f"{names.link_name(document, document.links[link], say)} — {say('Double-click to write at it')}"


def handle_text(say: Words) -> str:
    """What the handle beside a card does."""
    return say("Click for the next step, or drag to another step to connect")


def _step(document: Document, id_: str, say: Words, marked: str) -> str:
    step = document.steps[id_]
    feeling = "" if step.emotion is None else f"{signed(step.emotion)} {emotion_word(step.emotion, say)}"
    lasts = say("Lasts {duration}", duration=lasting(step.lasts, say)) if step.lasts else ""
    parts = (step.title, step.body, contacts_text(document, step, say), lasts, feeling, marked)
    return " — ".join(part for part in parts if part)
