"""What a study can hold, in a few words each and by what it is of, for telling what a format keeps without counting."""

from __future__ import annotations

from typing import Final, NamedTuple

from journeys.i18n import N_


class Group(NamedTuple):
    """Pieces of one thing: what the thing is called, and a few words for each aspect of it."""

    title: str
    names: dict[str, str]


GROUPS: Final[tuple[Group, ...]] = (
    Group(N_("Journey"), {
        "journey.variant": N_("whether it is current or desired"), "journey.question": N_("the question"),
        "journey.based_on": N_("which journey or step it was copied from"),
    }),
    Group(N_("Persona"), {
        "persona.name": N_("the name"), "persona.told": N_("a few words, quote and context"),
        "persona.known": N_("digital skill, channels, portrait and group"),
    }),
    Group(N_("Phase"), {
        "phase.start": N_("the period"), "phase.note": N_("the words for the facilitator"),
    }),
    Group(N_("Step"), {
        "step.body": N_("the description"), "step.party": N_("parties"), "step.channel": N_("channels"),
        "step.passes_on": N_("for whom something is passed on"), "step.nobody": N_("that nobody is met"),
        "step.emotion": N_("the emotion"), "step.moment_of_truth": N_("moments of truth"),
        "step.day": N_("the day"), "step.lasts": N_("how long it lasts"), "step.place": N_("the place"),
        "step.evidence": N_("the evidence"), "step.back": N_("whether it is behind the scenes"),
        "step.place_on_map": N_("which steps stand beside each other"), "step.image": N_("pictures"),
        "step.judgement": N_("what you filled in at a lens"),
    }),
    Group(N_("Connection"), {
        "link": N_("connections that skip, split or are missing"), "link.label": N_("words and kind"),
    }),
    Group(N_("Note"), {
        "note": N_("notes at steps"), "note.loose": N_("notes on phases and personas"),
        "note.parked": N_("parked notes"),
        "note.work": N_("owner, date and status"), "note.known": N_("votes and answers"),
        "note.evidence": N_("the evidence of notes"),
    }),
    Group(N_("Background"), {
        "party.kind": N_("kind of parties"), "party.colour": N_("colour of parties"),
        "source": N_("date and people of sources"),
        "fact": N_("facts"), "stance": N_("deliberate absences"), "mute": N_("muted findings"),
        "cell": N_("lanes of your own"), "process": N_("processes behind a step"),
    }),
    Group(N_("Study"), {
        "study": N_("organisation, edition and dates"), "moment": N_("moments beside day 0"),
        "journey.other": N_("journeys that you do not choose"), "view": N_("saved views"),
        "snapshot": N_("snapshots"),
    }),
)  # fmt: skip
"""In the order in which people look for them; every aspect stands in one of them."""
NAMES: Final[dict[str, str]] = {code: name for group in GROUPS for code, name in group.names.items()}
