"""Copied steps as text: a table for spreadsheets, and their words alone for a field in which one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from journeys.edits.fragment import Fragment
    from journeys.i18n import Words
    from journeys.model.entities import Step

FORMULA: Final = ("=", "+", "-", "@")
"""A spreadsheet takes text that begins like this for a formula, and a study may come from anybody."""


def table(fragment: Fragment, say: Words) -> str:
    """A heading and a row per step: phase, step, party, channel, emotion; between them tabs."""
    head = [say("Phase"), say("Step"), say("Party"), say("Channel"), say("Emotion")]
    phases = {phase.id: phase.name for phase in fragment.phases}
    rows = [[phases.get(step.phase, ""), step.title, *_contacts(fragment, step, say)] for step in fragment.steps]
    numbers = ["" if step.emotion is None else str(step.emotion) for step in fragment.steps]
    lines = ["\t".join(head)]
    lines += ["\t".join([*map(_cell, row), number]) for row, number in zip(rows, numbers, strict=True)]
    return "\n".join(lines) + "\n"


def words(fragment: Fragment) -> str:
    """The titles of the steps, or the texts of notes that were copied on their own; one under the other."""
    found = [step.title for step in fragment.steps] or [note.text for note in fragment.notes]
    return "\n".join(filter(None, found))


def _contacts(fragment: Fragment, step: Step, say: Words) -> tuple[str, str]:
    """Whom the person meets and how; several of them with a comma."""
    if step.nobody:
        return say("Nobody"), ""
    parties = {party.id: party.name for party in fragment.parties}
    channels = {channel.id: channel.name for channel in fragment.channels}
    met = [parties.get(contact.party or "", "") for contact in step.contacts]
    through = [channels.get(contact.channel or "", "") for contact in step.contacts]
    return ", ".join(dict.fromkeys(filter(None, met))), ", ".join(dict.fromkeys(filter(None, through)))


def _cell(text: str) -> str:
    """In one cell, as text: an open quotation mark would take in what follows it."""
    plain = f"'{text}" if text.startswith(FORMULA) else text
    if plain.startswith('"') or "\n" in plain or "\t" in plain:
        return '"' + plain.replace('"', '""') + '"'
    return plain
