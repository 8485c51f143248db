"""Which pictures a show has, in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeys.analysis.gaps import gaps_in
from journeys.analysis.scene import NO_DAY, scene
from journeys.analysis.spots import EMPTY, in_reading_order
from journeys.layout.slides.portions import portions
from journeys.layout.slides.slide import Slide
from journeys.model.time import phases_in_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from journeys.analysis.gaps import Gap
    from journeys.analysis.scene import Scene
    from journeys.analysis.spots import Spot
    from journeys.layout.slides.slide import Show
    from journeys.model.document import Document


def programme(document: Document, show: Show, seen: Scene | None = None) -> tuple[Slide, ...]:
    """Title, the whole, the phases (or the steps), the gaps and the end: so for each journey that still is there."""
    seen = seen or seen_by(document, show)
    return tuple(slide for j in dict.fromkeys(show.journeys) if j in document.journeys for slide in _of(seen, j, show))


def seen_by(document: Document, show: Show) -> Scene:
    """What all slides of a show are read from: who asks for many of them gathers it once."""
    return scene(document, known_scope(document, show), NO_DAY)


def known_scope(document: Document, show: Show) -> str | None:
    """From where it is seen; of a party that was deleted while the show goes on, the study's own again."""
    return show.scope if show.scope in document.parties else None


def begins_at(slides: Sequence[Slide], show: Show) -> int:
    """The number of the slide with the step or phase at which the show begins; 0 is the title."""
    for subject in (show.step, show.phase):
        for index, slide in enumerate(slides):
            if subject and slide.subject == subject:
                return index
    return 0


def _of(seen: Scene, journey: str, show: Show) -> Iterator[Slide]:
    spots = seen.spots.get(journey, {})
    yield Slide("title", journey)
    yield Slide("whole", journey)
    yield from (_steps if show.way == "steps" else _phases)(seen.document, journey, spots)
    if journey in seen.levels:
        found = gaps_in(seen, seen.document.journeys[journey])
        if found:
            yield Slide("gaps", journey, reveals=reveals(found))
    yield Slide("end", journey)


def reveals(found: Sequence[Gap]) -> int:
    """How often "next" adds to the picture of the gaps: each of them, and at last what could be done."""
    return len(found) + any(gap.open_needs and gap.reach for gap in found)


def _phases(document: Document, journey: str, spots: Mapping[str, Spot]) -> Iterator[Slide]:
    for phase in phases_in_order(document):
        parts = len(portions(spots.get(phase.id, EMPTY).front))
        for part in range(1, parts + 1):
            yield Slide("phase", journey, phase.id, 0, part, parts)


def _steps(document: Document, journey: str, spots: Mapping[str, Spot]) -> Iterator[Slide]:
    """Every step on stage; a phase without any is still passed through."""
    for phase in phases_in_order(document):
        front = in_reading_order(spots.get(phase.id, EMPTY).front)
        if not front:
            yield Slide("phase", journey, phase.id)
        for step in front:
            yield Slide("step", journey, step.id)
