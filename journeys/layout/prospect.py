"""A journey before it is fitted to paper: what will stand there, and about how large its type can be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.analysis.presence import levels
from journeys.layout import columns, gather
from journeys.layout.engine import Engine
from journeys.layout.gather import Gathering
from journeys.layout.notes import KINDS
from journeys.layout.spec import MM_PER_PT, MapSpec
from journeys.layout.watched import Watched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.lenses.marks import Marks
    from journeys.analysis.presence import Level
    from journeys.i18n import Words
    from journeys.model.document import Document
    from journeys.model.entities import Lane

    Axis = Literal["equal", "true"]

TITLES: Final = 7.6
"""Ems for the names of the lanes."""
USUAL: Final = 10.0
"""Ems of a card with which the number of bands is reckoned; then the best of these that fits is taken."""
APART: Final = 2.8
"""Ems between two bands."""
FEWEST: Final = 3
"""Columns in a band."""


class Seen(NamedTuple):
    """The lens through which a journey is seen, and what it says of each step; "" is none."""

    lens: str
    marks: Marks


UNSEEN: Final = Seen("", {})


class Prospect(NamedTuple):
    """The journey gathered, its wishes, and the size of the whole map in ems, on cards of the usual width.

    `levels`: the presence by phase, judged over all of the journey.
    """

    spec: MapSpec
    gathered: Gathering
    wide: float
    high: float
    columns: int
    levels: Mapping[str, Level]


def prospect(  # noqa: PLR0913 - what the poster may choose, by name
    document: Document, journey: str, say: Words, *, numbers: Mapping[str, int] | None = None,
    lanes: tuple[str, ...] | None = None, axis: Axis = "equal", scope: str | None = None,
    notes: tuple[str, ...] | None = None, watched: Watched | None = None, seen: Seen = UNSEEN,
) -> Prospect:  # fmt: skip
    """`numbers` stand at the flags, by phase; without `lanes` those of the study that hold something here.

    `notes`: the kinds of notes that stand there, None = all. `seen`: by which lens the cards are coloured.
    """
    gathered = Gathering(document, journey)
    gathered.mark(seen.marks)
    gathered = gathered if notes is None else gathered.noted(notes)
    spec = MapSpec(
        journey, scope, axis, lanes or filled_lanes(document, gathered), titles=TITLES,
        numbers=tuple((numbers or {}).items()), hints=False, body_lines=None, column=USUAL, lens=seen.lens,
    )  # fmt: skip
    many = sum(len(stretch.columns) for stretch in gathered.stretches)
    judged = levels(document, journey, scope)
    engine = Engine((watched or Watched()).asked)
    engine.take(gathered, judged)
    return Prospect(spec, gathered, width(gathered, spec), engine.height(document, spec, say), many, judged)


def with_heads(found: Prospect, times: float) -> Prospect:
    """The same with larger names of phases, levels and lanes."""
    if times == found.spec.heads:
        return found
    spec = replace(found.spec, heads=times, titles=TITLES * times)
    return found._replace(spec=spec, wide=found.wide + spec.titles - found.spec.titles)


def width(gathered: Gathering, spec: MapSpec) -> float:
    """How wide the map is in ems, nothing shared out."""
    return columns.total(gathered.stretches, replace(spec, widen=0.0))


def guess(found: Prospect, area: tuple[float, float]) -> float:
    """About the type size, in points, in which the map fits this area: in as many bands as are best for that."""
    most = max(1, found.columns // FEWEST) if found.spec.axis == "equal" else 1
    return max(type_size(found, area, count) for count in range(1, most + 1)) / MM_PER_PT


def type_size(found: Prospect, area: tuple[float, float], count: int) -> float:
    """About the type size, in mm, with which so many bands fit the area."""
    titles = found.spec.titles
    across = (found.wide - titles) / count + titles
    return min(area[0] / across, area[1] / (count * found.high + (count - 1) * APART))


def filled_lanes(document: Document, part: Gathering, of: tuple[str, ...] | None = None) -> tuple[str, ...]:
    """The lanes, of these or of those shown, that hold something here; steps and heartbeat always."""
    return tuple(lane.id for lane in gather.lanes(document, of) if holds(lane, part))


def empty_lanes(document: Document, journey: str) -> list[Lane]:
    """The shown lanes in which this journey has nothing: they are not printed, unless they are asked for."""
    whole = Gathering(document, journey)
    return [lane for lane in gather.lanes(document, None) if not holds(lane, whole)]


def holds(lane: Lane, part: Gathering) -> bool:
    """Whether the lane would not be empty."""
    steps = (step for stretch in part.stretches for column in stretch.columns for step in column.steps)
    match lane.kind:
        case "needs" | "opportunities":
            noted = (*part.step_notes.values(), *part.phase_notes.values())
            return any(note.kind in KINDS[lane.kind] for notes in noted for note in notes)
        case "backstage":
            return any(step.stage == "back" for step in steps)
        case "contact":
            return any(step.contacts for step in steps if step.stage == "front")
        case "text":
            return any(key[0] == lane.id for key in part.cells)
        case _:
            return True
