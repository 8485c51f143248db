"""Where a presentation is in its programme: one further, one back, and still there when the study changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.slides.slide import Slide


@dataclass(frozen=True, slots=True)
class Place:
    """The number of the slide, and how much of it is revealed."""

    index: int = 0
    shown: int = 0


def onward(slides: Sequence[Slide], place: Place) -> Place:
    """What "next" shows: one more revealed, else the next slide; at the end, the end."""
    if not slides:
        return Place()
    if place.shown < slides[place.index].reveals:
        return replace(place, shown=place.shown + 1)
    return Place(place.index + 1) if place.index + 1 < len(slides) else place


def back(slides: Sequence[Slide], place: Place) -> Place:
    """What "previous" shows: one less revealed, else the slide before it with all it reveals."""
    if not slides:
        return Place()
    if place.shown:
        return replace(place, shown=place.shown - 1)
    return full(slides, place.index - 1) if place.index else place


def full(slides: Sequence[Slide], index: int) -> Place:
    """A slide with everything revealed."""
    return Place(index, slides[index].reveals)


def kept(before: Sequence[Slide], place: Place, now: Sequence[Slide]) -> Place:
    """The same slide in another programme; when it is gone, the nearest one that is still there."""
    if not before or not now:
        return Place()
    found = {slide.place: index for index, slide in reversed(list(enumerate(now)))}
    for index in _nearest_first(place.index, len(before)):
        here = found.get(before[index].place)
        if here is not None:
            shown = min(place.shown, now[here].reveals) if index == place.index else 0
            return Place(here, shown)
    return Place(min(place.index, len(now) - 1))


def _nearest_first(index: int, count: int) -> list[int]:
    """All numbers below `count`, the nearest first, of two equally near the earlier one."""
    return sorted(range(count), key=lambda other: (abs(other - index), other))
