"""Whom the person meets in each step, gathered in one pass for whoever looks at the scene."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journeys.analysis.scene import Scene
    from journeys.model.entities import Step


@dataclass(slots=True)
class Meetings:
    """Of the steps on both stages, processes behind a step included."""

    parties: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Step → its parties, each once, in the order in which they were filled in; steps without a party are left out."""
    passing: dict[str, Step] = field(default_factory=dict)
    """The steps in which something is passed on for somebody."""
    held: set[str] = field(default_factory=set)
    """The steps with the scope, itself or commissioned."""
    ours: set[str] = field(default_factory=set)
    """Those, and the steps with the scope through a partner."""


def meetings(scene: Scene) -> Meetings:
    """Ask for `scene.once(meetings)`. Most steps have one contact, and share their parties with others."""
    found, alone = Meetings(), dict[str, tuple[str, ...]]()
    for id_, step in scene.document.steps.items():
        contacts = step.contacts
        if len(contacts) == 1:
            party = contacts[0].party
            if party is not None:
                found.parties[id_] = alone.get(party) or alone.setdefault(party, (party,))
            if contacts[0].passes_on_for is not None:
                found.passing[id_] = step
        elif contacts:
            parties = parties_of(step)
            if parties:
                found.parties[id_] = parties
            if any(contact.passes_on_for is not None for contact in contacts):
                found.passing[id_] = step
    _find_ours(scene, found)
    return found


def _find_ours(scene: Scene, found: Meetings) -> None:
    inside, held = scene.scope.inside, scene.scope.inside | scene.scope.acting
    near = {parties for parties in set(found.parties.values()) if not held.isdisjoint(parties)}
    found.held.update([id_ for id_, parties in found.parties.items() if parties in near])
    found.ours |= found.held
    for id_, step in found.passing.items():
        if any(contact.passes_on_for in inside for contact in step.contacts):
            found.ours.add(id_)


def parties_of(step: Step) -> tuple[str, ...]:
    """The parties of a step, each once, in the order in which they were filled in."""
    if len(step.contacts) == 1:
        party = step.contacts[0].party
        return () if party is None else (party,)
    return tuple(dict.fromkeys(contact.party for contact in step.contacts if contact.party is not None))
