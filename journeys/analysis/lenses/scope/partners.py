"""Where to be present through whom (Brouwer): partners that people meet anyway, and those who already help."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.gaps import can_be_asked, is_open_need, organised
from journeys.analysis.reach import known
from journeys.analysis.spots import in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note

MOST: Final = 2
"""So many partners are named."""


def findings(scene: Scene) -> Iterator[Finding]:
    """A finding per phase with an open need and a partner who is there; and one per partner who passes on already."""
    for (variant, phase), personas in scene.absent.items():
        yield from _through(scene, variant, phase, tuple(personas))
    yield from _passing_on(scene)


def _through(scene: Scene, variant: str, phase: str, personas: tuple[str, ...]) -> Iterator[Finding]:
    journeys = [j for j in scene.journeys if j.variant == variant and scene.levels[j.id][phase] == "absent"]
    needs = [note for journey in journeys for note in _unanswered(scene, journey, phase)]
    met = scene.met.get((variant, phase), {})
    parties = [party for party in organised(scene, met) if can_be_asked(scene.document, party)][:MOST]
    if not needs or not parties:
        return
    best = tuple(persona for persona in scene.once(_in_order) if persona in met[parties[0]])
    yield Finding(
        "scope.through_known" if parties[0] in scene.once(known) else "scope.through",
        "act", (phase, *(journey.id for journey in journeys)), journeys[0].id, phase,
        (
            count("needs", "need", tuple(note.id for note in needs)),
            count("absent", "persona", personas),
            count("met", "persona", best),
        ),
        (("party", parties[0]), *((("also", parties[1]),) if len(parties) > 1 else ())),
    )  # fmt: skip


def _unanswered(scene: Scene, journey: Journey, phase: str) -> Iterator[Note]:
    """Open needs for which no opportunity or idea was written yet."""
    spot = scene.spots.get(journey.id, {}).get(phase)
    addressed = scene.once(_addressed)
    for note in sorted(spot.notes if spot else [], key=lambda note: (note.order, note.id)):
        if is_open_need(note) and note.id not in addressed:
            yield note


def _addressed(scene: Scene) -> frozenset[str]:
    answers = (n for n in scene.document.notes.values() if n.addresses and n.status != "dropped")
    return frozenset(need for note in answers if note.kind in ("opportunity", "idea") for need in note.addresses)


def _in_order(scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys(journey.persona for journey in scene.journeys))


def _passing_on(scene: Scene) -> Iterator[Finding]:
    """A strength: somebody else brings our information to people."""
    steps: dict[str, list[str]] = defaultdict(list)
    people: dict[str, dict[str, None]] = defaultdict(dict)
    for journey in scene.journeys:
        for step, party in _passed_on(scene, journey):
            steps[party].append(step)
            people[party][journey.persona] = None
    names = scene.document.parties
    for party, found in sorted(steps.items(), key=lambda item: (names[item[0]].name.casefold(), item[0])):
        yield Finding(
            "scope.passes_on", "good", (party,), None, None,
            (count("steps", "step", tuple(dict.fromkeys(found))), count("personas", "persona", tuple(people[party]))),
        )  # fmt: skip


def _passed_on(scene: Scene, journey: Journey) -> Iterator[tuple[str, str]]:
    """(step, party) where a party outside the scope passes on for it, in reading order."""
    inside = scene.scope.inside
    for _, spot in sorted(scene.spots.get(journey.id, {}).items(), key=lambda item: scene.periods[item[0]]):
        telling = [step for step in spot.front if any(contact.passes_on_for in inside for contact in step.contacts)]
        for step in in_reading_order(telling):
            for contact in step.contacts:
                if contact.passes_on_for in inside and contact.party is not None and contact.party not in inside:
                    yield step.id, contact.party
