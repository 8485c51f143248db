"""A journey over several sheets: phases that follow each other on each, and signs where the flow goes on."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.layout.engine import Engine
from journeys.layout.leads import Lead
from journeys.layout.prospect import USUAL, filled_lanes, width
from journeys.layout.reckon import Reckoning
from journeys.phrases.terms import shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.i18n import Words
    from journeys.layout.gather import Gathering
    from journeys.layout.leads import Leads
    from journeys.layout.prospect import Prospect
    from journeys.layout.watched import Watched
    from journeys.layout.windows import Window
    from journeys.model.document import Document
    from journeys.model.entities import Link

EVEN: Final = 4
"""The power that makes one wide part weigh more than several that are a little too wide."""
TITLE: Final = 48
"""Letters of a step's title, where only its place is told."""

UNBROKEN: Final = "\u00a0"
"""A space at which no line ends."""


class Part(NamedTuple):
    """The phases on one of the sheets, all of them on the only one."""

    ahead: Prospect
    number: int = 1
    of: int = 1

    @property
    def phases(self) -> tuple[str, ...]:
        return tuple(stretch.phase.id for stretch in self.ahead.gathered.stretches)


def split(document: Document, found: Prospect, count: int, say: Words, watched: Watched) -> list[Part]:
    """The journey in so many parts, fewer where it has fewer phases; its phases stay whole."""
    cuts = cut(document, found, count)
    if len(cuts) < 2:
        return [Part(found)]
    whole = found.gathered
    parts = [whole.window(first, after, str) for first, after in cuts]
    for number, part in enumerate(parts):
        part.leads = _leads(document, whole, parts, number, say)
    engine = Engine(watched.asked)
    return [Part(_ahead(document, found, part, engine, say), index, len(parts)) for index, part in enumerate(parts, 1)]


def run_through(document: Document, found: Prospect, say: Words, watched: Watched) -> Prospect:
    """A process behind a step from the first phase that holds something up to the last; other journeys as they are."""
    whole = found.gathered
    if document.journeys[whole.journey].parent_step is None:
        return found
    told = set(whole.phase_notes) | {phase for _, phase, _ in whole.cells}
    held = [
        at for at, stretch in enumerate(whole.stretches)
        if stretch.phase.id in told or any(column.steps for column in stretch.columns)
    ]  # fmt: skip
    if not held:
        return found
    borders = Reckoning(document, whole, found.spec).borders
    part = whole.window(borders[held[0]], borders[held[-1] + 1], str)
    return _ahead(document, found, part, Engine(watched.asked), say)


def cut(document: Document, found: Prospect, count: int) -> list[Window]:
    """The columns of each part: phases that follow each other, all parts about as wide."""
    reckoned = Reckoning(document, found.gathered, found.spec)
    borders = reckoned.borders

    def wide(first: int, after: int) -> float:
        return float(reckoned.width((borders[first], borders[after]), USUAL) ** EVEN)

    return list(pairwise(borders[place] for place in _places(len(borders) - 1, count, wide)))


def _places(phases: int, count: int, cost: Callable[[int, int], float]) -> list[int]:
    """Where the parts begin, and the end of the last: those that cost least together."""
    best = {end: (cost(0, end), [0, end]) for end in range(1, phases + 1)}
    for many in range(2, min(count, phases) + 1):
        best = {
            end: min((best[cut][0] + cost(cut, end), [*best[cut][1], end]) for cut in range(many - 1, end))
            for end in range(many, phases + 1)
        }
    return best[phases][1] if phases else []


def _ahead(document: Document, found: Prospect, part: Gathering, engine: Engine, say: Words) -> Prospect:
    spec = replace(found.spec, lanes=filled_lanes(document, part, found.spec.lanes))
    engine.take(part, found.levels)
    many = sum(len(stretch.columns) for stretch in part.stretches)
    return found._replace(
        spec=spec, gathered=part, wide=width(part, spec), high=engine.height(document, spec, say), columns=many
    )


def _leads(document: Document, whole: Gathering, parts: Sequence[Gathering], number: int, say: Words) -> Leads:
    """The lines from and to steps on other sheets, each where it leaves and where it arrives."""
    found: Leads = {}
    for link in (link for links in whole.links_from.values() for link in links):
        goes, comes = parts[number].has(link.source), parts[number].has(link.target)
        here, other = (link.source, link.target) if goes else (link.target, link.source)
        on = next((index for index, part in enumerate(parts, 1) if part.has(other)), None)
        if goes != comes and on is not None:
            place = f"{_title(document, other, say)} ({say('part {n}', n=on).replace(' ', UNBROKEN)})"
            found[here] = (*found.get(here, ()), Lead(link, _said(link, place, out=goes), goes))
    return found


def _said(link: Link, place: str, *, out: bool) -> str:
    """What stands on the line is said once: where it leaves."""
    if not out:
        return f"{place} →"
    return f"→ {place}: {link.label}" if link.label else f"→ {place}"


def _title(document: Document, step: str, say: Words) -> str:
    return shortened(document.steps[step].title, TITLE) or say("Without a title")
