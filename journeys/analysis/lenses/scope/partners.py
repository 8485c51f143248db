"""Where to be present through whom (Brouwer): partners that people meet anyway, and those who already help."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING, Final

from journeys.analysis.finding import Finding, count
from journeys.analysis.gaps import can_be_asked, is_open_need
from journeys.analysis.meetings import meetings
from journeys.analysis.notelist import ACTIONS
from journeys.analysis.reading import lived
from journeys.analysis.spots import in_reading_order
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.analysis.scene import Scene
    from journeys.model.entities import Journey, Note

MOST: Final = 2
"""So many partners are named."""


def findings(scene: Scene) -> Iterator[Finding]:
    """A finding per partner who helps already and is there where needs are open; and one of all who pass on."""
    steps: dict[str, list[str]] = defaultdict(list)
    for journey in lived(scene):
        for step, party in _passed_on(scene, journey):
            steps[party].append(step)
    parties = tuple(sorted(steps, key=lambda party: (scene.document.parties[party].name.casefold(), party)))
    yield from islice((found for party in parties for found in _through(scene, party)), MOST)
    if parties:
        every = tuple(dict.fromkeys(step for party in parties for step in steps[party]))
        yield Finding("scope.passes_on", "good", parties, numbers=(count("steps", "step", every),))


def _through(scene: Scene, party: str) -> Iterator[Finding]:
    """The phases in which people meet this partner while the scope is absent and nothing was thought of yet."""
    phases: dict[str, None] = {}
    needs: list[str] = []
    people: dict[str, None] = {}
    for journey, phase, opened in scene.once(_opened):
        if journey.persona in scene.met.get((journey.variant, phase), {}).get(party, ()):
            phases[phase] = people[journey.persona] = None
            needs += opened
    if needs and can_be_asked(scene.document, party):
        held = tuple(phase for phase in scene.periods if phase in phases)
        yield Finding(
            "scope.through_known", "look", (party, *held), None, held[0] if len(held) == 1 else None,
            (
                count("phases", "phase", held), count("met", "persona", tuple(people)),
                count("needs", "need", tuple(needs)),
            ),
            (("party", party),),
        )  # fmt: skip


def _opened(scene: Scene) -> list[tuple[Journey, str, list[str]]]:
    """The phases in which the scope is absent, with the needs of which nobody thought yet."""
    absent = ((j, phase) for j in lived(scene) for phase, level in scene.levels[j.id].items() if level == "absent")
    held = [(j, phase, [note.id for note in _unanswered(scene, j, phase)]) for j, phase in absent]
    return [one for one in held if one[2]]


def _unanswered(scene: Scene, journey: Journey, phase: str) -> Iterator[Note]:
    """Open needs for which no opportunity or idea was written yet."""
    spot = scene.spots.get(journey.id, {}).get(phase)
    addressed = scene.once(_addressed)
    for note in sorted(spot.notes if spot else [], key=by_order):
        if is_open_need(note) and note.id not in addressed:
            yield note


def _addressed(scene: Scene) -> frozenset[str]:
    answers = (n for n in scene.document.notes.values() if n.addresses and n.status != "dropped")
    return frozenset(need for note in answers if note.kind in ACTIONS for need in note.addresses)


def _passed_on(scene: Scene, journey: Journey) -> Iterator[tuple[str, str]]:
    """(step, party) where a party outside the scope passes on for it, in reading order."""
    inside, passing = scene.scope.inside, scene.once(meetings).passing
    if not passing:
        return
    for _, spot in sorted(scene.spots.get(journey.id, {}).items(), key=lambda item: scene.periods[item[0]]):
        telling = [step for step in spot.front if step.id in passing]
        for step in in_reading_order(telling):
            for contact in step.contacts:
                if contact.passes_on_for in inside and contact.party is not None and contact.party not in inside:
                    yield step.id, contact.party
