"""Over how many sheets a journey must be divided for its type to be large enough: what is advised is tried first."""

from __future__ import annotations

from dataclasses import replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from journeys.layout.prospect import guess, prospect
from journeys.layout.split import split
from journeys.layout.watched import Watched
from journeys.poster import distance
from journeys.poster.limits import most_parts
from journeys.poster.pages import laid_out
from journeys.poster.paper import SIZES, Paper
from journeys.poster.preflight.item import Item
from journeys.poster.sheet import inner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from journeys.layout.drawing import Drawing
    from journeys.model.document import Document
    from journeys.poster.request import Request
    from journeys.poster.sheet import Sheet

    Smallest = Callable[[Drawing], float]

TRIES: Final = 4
"""Numbers of sheets that are laid out, at most."""
HOPE: Final = 1.6
"""How many times as large type may turn out as is guessed."""
BETTER: Final = 1.03
"""More sheets are tried where type is guessed to become so much larger than on fewer."""
WORTH: Final = 1.1
LONG: Final = 400
"""A journey with more steps takes so long to lay out that nothing is advised."""
SLACK: Final = 0.99


def advice(
    document: Document, sheet: Sheet, request: Request, wanted: float, smallest: Smallest
) -> Iterator[Item]:  # fmt: skip
    """The fewest sheets of this paper with type of the `wanted` points; else of larger paper; else what is best."""
    if sum(step.journey == sheet.journey for step in document.steps.values()) > LONG:
        return
    least, paper = smallest(sheet.drawing), request.sheet
    far = max(Paper(*size).scale for size in SIZES.values()) / paper.scale
    tried: list[tuple[float, int]] = []
    for parts, times in _hopeful(document, sheet.journey, request):
        if least * times * HOPE * max(far, 1.0) >= wanted and len(tried) < TRIES:
            made = laid_out(document, replace(request, journeys=(sheet.journey,), parts=parts))
            tried.append((min(smallest(one.drawing) for one in made), parts))
            if tried[-1][0] >= wanted * SLACK:
                yield Item("advice.split", "known", sheet.journey, values={"sheets": parts})
                return
    yield from _second_best(sheet.journey, tried, paper, least, wanted)


def _second_best(
    journey: str, tried: Sequence[tuple[float, int]], paper: Paper, least: float, wanted: float
) -> Iterator[Item]:
    for points, parts in tried:
        on = distance.large_enough(points, paper, wanted)
        if on is not None:
            yield Item("advice.split_paper", "known", journey, values={"sheets": parts, "paper": on})
            return
    points, parts = max(tried, key=itemgetter(0), default=(0.0, 0))
    if points > least * WORTH:
        told = {"sheets": parts, "cm": int(distance.readable(points) / 10)}
        yield Item("advice.split_most", "known", journey, values=told)


def _hopeful(document: Document, journey: str, request: Request) -> Iterator[tuple[int, float]]:
    """More sheets than now, and how many times as large the type on them may be; only where that is worth a sheet."""
    say, area = request.words(document), inner(request.sheet, request.margin)
    found = prospect(document, journey, say, lanes=request.lanes, axis=request.axis, notes=request.notes)

    def size(parts: int) -> float:
        return min(guess(part.ahead, (area.w, area.h)) for part in split(document, found, parts, say, Watched()))

    now = top = size(request.parts)
    for parts in range(request.parts + 1, most_parts(document) + 1):
        guessed = size(parts)
        if guessed > top * BETTER or parts == most_parts(document):
            top = max(top, guessed)
            yield parts, guessed / now
