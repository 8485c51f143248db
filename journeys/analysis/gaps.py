"""Where the scope is absent in a journey, why that matters and whom the personas do meet there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journeys.analysis.finding import ids_of
from journeys.analysis.reach import known
from journeys.analysis.scene import Scene, scene
from journeys.analysis.severity import Measures, Reason, points
from journeys.analysis.spots import EMPTY, Spot, in_reading_order
from journeys.edits.notes import ANSWERED
from journeys.model.order import by_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journeys.model.document import Document
    from journeys.model.entities import Journey, Note, Step


@dataclass(frozen=True, slots=True)
class Reach:
    """A party outside the scope, and how many personas meet it in this phase.

    `known`: it already passes something on or acts for the scope or its organisation, here or elsewhere.
    """

    party: str
    personas: int
    known: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """An absent phase of one journey; needs, pains and deadlines are ids, in reading order."""

    journey: str
    phase: str
    severity: int
    reasons: tuple[Reason, ...]
    days: int
    lowest_emotion: int | None
    open_needs: tuple[str, ...]
    pains: tuple[str, ...]
    deadlines: tuple[str, ...]
    personas_affected: int
    personas_total: int
    reach: tuple[Reach, ...]


def gaps(document: Document, journey: str, scope: str | None = None) -> list[Gap]:
    """The journey's gaps, the most severe first; none for a process behind a step."""
    if document.journeys[journey].parent_step is not None:
        return []
    return gaps_in(scene(document, scope), document.journeys[journey])


def gaps_in(scene: Scene, journey: Journey) -> list[Gap]:
    """The journey's gaps, the most severe first, then the earliest."""
    found = [_gap(scene, journey, phase) for phase, level in scene.levels[journey.id].items() if level == "absent"]
    return sorted(found, key=lambda gap: (-gap.severity, scene.periods[gap.phase]))


def is_open_need(note: Note) -> bool:
    """A need or question that is open and that no party answers."""
    return note.kind in ANSWERED and note.status == "open" and note.answered_by is None


def is_pain(note: Note) -> bool:
    """A pain of whatever status: what was done about it later does not change what this persona lived through."""
    return note.kind == "pain"


def _gap(scene: Scene, journey: Journey, phase: str) -> Gap:
    spot = scene.spots.get(journey.id, {}).get(phase, EMPTY)
    notes = sorted(spot.notes, key=by_order)
    needs = ids_of(note for note in notes if is_open_need(note))
    pains = ids_of(note for note in notes if is_pain(note))
    affected = tuple(scene.absent[journey.variant, phase])
    start, end = scene.periods[phase]
    days = end - start if scene.document.phases[phase].dated else 0
    lowest = min((step.emotion for step in spot.front + spot.back if step.emotion is not None), default=None)
    due = scene.deadlines[phase]
    total = len(scene.personas[journey.variant])
    worth = points(Measures(len(needs), len(pains) + len(due), lowest, days, len(affected), total))
    at_lowest, unfilled = _telling_steps(spot, lowest)
    reasons = (
        Reason("needs", worth["needs"], len(needs), needs),
        Reason("hurdles", worth["hurdles"], len(pains) + len(due), pains + due),
        Reason("emotion", worth["emotion"], len(at_lowest), at_lowest),
        Reason("duration", worth["duration"], days),
        Reason("personas", worth["personas"], len(affected), affected),
        *([Reason("no_contact", 0, len(unfilled), unfilled)] if unfilled else []),
    )
    return Gap(
        journey.id, phase, sum(worth.values()), reasons, days, lowest, needs, pains, due,
        len(affected), total, _reach(scene, journey, phase),
    )  # fmt: skip


def _telling_steps(spot: Spot, lowest: int | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The steps at the lowest emotion, and the front steps of which the contact was not filled in."""
    steps = in_reading_order(spot.front)
    every = in_reading_order(spot.front + spot.back)
    at_lowest = ids_of(step for step in every if lowest is not None and step.emotion == lowest)
    unfilled = ids_of(step for step in steps if not step.nobody and all(c.party is None for c in step.contacts))
    return at_lowest, unfilled


def _reach(scene: Scene, journey: Journey, phase: str) -> tuple[Reach, ...]:
    parties = scene.document.parties
    met = scene.met.get((journey.variant, phase), {})
    helpers = scene.once(known) if met else frozenset()
    found = [Reach(party, len(personas), party in helpers) for party, personas in met.items()]
    return tuple(sorted(found, key=lambda r: (-r.personas, not r.known, parties[r.party].name.casefold(), r.party)))


def meetings(document: Document, gap: Gap, party: str) -> tuple[str, ...]:
    """The steps of this phase in which personas meet a party: what its reach was counted from."""
    journeys = document.journeys
    variant = journeys[gap.journey].variant
    steps: list[Step] = document.referring(gap.phase, "step")
    found = [
        step for step in steps
        if step.stage == "front" and any(contact.party == party for contact in step.contacts)
        and journeys[step.journey].variant == variant and journeys[step.journey].parent_step is None
    ]  # fmt: skip
    found.sort(key=lambda step: (step.journey != gap.journey, journeys[step.journey].order, step.journey))
    return ids_of(found)


def partners(gap: Gap, document: Document, most: int = 2) -> tuple[str, ...]:
    """The ids of the parties through which to be present here: most personas first, of equals those who help already.

    Media and friends only for want of others: nobody can ask a family to hand over information.
    """
    return tuple(_organised([reach.party for reach in gap.reach], document)[:most])


def answers(document: Document, gap: Gap) -> tuple[Note, ...]:
    """The opportunities and ideas that answer one of the gap's open needs, wherever on the map they hang."""
    referring: Iterator[Note] = (note for need in gap.open_needs for note in document.referring(need, "note"))
    found = (note for note in referring if note.kind in ("opportunity", "idea") and note.status != "dropped")
    return tuple({note.id: note for note in found}.values())


def organised(scene: Scene, met: Mapping[str, set[str]]) -> list[str]:
    """As `partners`, of the personas that meet each party, in order."""
    parties, helpers = scene.document.parties, scene.once(known)
    ordered = sorted(met, key=lambda p: (-len(met[p]), p not in helpers, parties[p].name.casefold(), p))
    return _organised(ordered, scene.document)


def _organised(met: list[str], document: Document) -> list[str]:
    return [party for party in met if can_be_asked(document, party)] or met


def can_be_asked(document: Document, party: str) -> bool:
    """Whether agreements can be made with them: not with media and families."""
    return document.parties[party].kind not in ("medium", "social")
