"""A journey with everything on it: branches, loops, a back stage, notes, pictures and a lane of one's own words."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from journeys.model.document import Document
from journeys.model.entities import Cell, Image, Lane, Link, Note, Step
from journeys.model.values import Contact
from tests.journeys import studies

KINDS = ("need", "pain", "opportunity", "idea", "question", "quote", "remark")
BODIES = (
    "", "Waar begin je? Zoeken op internet.",
    "“Moet dat vóór de geboorte?” Niemand weet het; de een zegt dit, de ander dat.",
    "Formulier invullen, kopie meesturen en zes weken wachten op de uitvoeringsorganisatie.",
)  # fmt: skip
PICTURE = "ab" * 32


def rich(steps: int, tracks: int = 3) -> Document:
    """So many steps on up to so many tracks; about every second has a note, every seventh stands behind the scenes."""
    base = studies.study(0)
    new = studies.ids(9)
    journey, phases = next(iter(base.journeys)), list(base.phases)
    party = [*base.parties]
    desk = next(iter(base.channels))
    picture = Image(next(new), "jpeg", 1200, 800, PICTURE, "Een wachtkamer", "Maandag")
    made: list[Step] = []
    columns: list[list[Step]] = []
    while len(made) < steps:
        many = min(steps - len(made), (1, 1, 2, 1, tracks)[len(columns) % 5])
        phase = phases[len(made) * len(phases) // steps]
        column = sum(c[0].phase == phase for c in columns)
        columns.append([
            Step(
                next(new), journey, phase, "back" if (number := len(made) + track) % 7 == 6 else "front", column, track,
                f"Stap {number + 1}: kraamzorg en zwangerschapsverlof", BODIES[number % 4], place="thuis",
                contacts=(Contact(party[number % len(party)], desk),), emotion=(number * 3) % 5 - 2,
                moment_of_truth=number % 9 == 4, image=picture.id if number % 11 == 5 else None,
            )
            for track in range(many)
        ])  # fmt: skip
        made += columns[-1]
    links = [
        Link(next(new), a.id, b.id, "als het lukt" if a.track else "")
        for c, d in pairwise(columns)
        for a in c
        for b in d[:1]
    ]
    links += [
        Link(next(new), c[0].id, b[0].id, "nog eens", "back") for b, c in zip(columns[::9], columns[2::9], strict=False)
    ]
    notes = [
        Note(next(new), KINDS[n % 7], f"Wat ik wil weten bij stap {n + 1}", step=s.id)
        for n, s in enumerate(made)
        if n % 2
    ]
    lane = Lane(next(new), "text", "Nog uitzoeken", 9)
    cells = [Cell(next(new), lane.id, journey, phase, None, "Vraag na hoe vaak dit voorkomt.") for phase in phases]
    cells += [Cell(next(new), lane.id, journey, s.phase, s.id, "Wie weet dit?") for s in made[::3]]
    return Document.of([*(entity for _, entity in base), picture, *made, *links, *notes, lane, *cells])


def hidden(document: Document, *kinds: str) -> Document:
    """The same with these lanes not shown."""
    lanes = {id_: replace(lane, shown=lane.kind not in kinds) for id_, lane in document.lanes.items()}
    return Document.of(lanes.get(entity.id, entity) for _, entity in document)
