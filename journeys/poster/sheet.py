"""A laid-out page of a poster, and what all kinds of pages are laid out with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar

from journeys.layout.drawing import Drawing, Layer, Rect
from journeys.poster.paper import MARGIN_MM

if TYPE_CHECKING:
    from journeys.poster.paper import Paper

Made = TypeVar("Made")
Watch = Callable[[float], None]
"""Is told now and then which part of the work is done, 0 to 1; what it raises stops the work."""

SIZES: Final = tuple(round(0.95**power, 4) for power in range(48))
"""What is tried, from the wanted size down to a twelfth."""
LAST: Final = 1_000_000_000
"""In reading order after everything on the map."""
_MARGIN: Final = 7.5
"""The usual margin in mm at A4; larger paper has larger ones."""


class Portrait(NamedTuple):
    """A persona's disc on the sheet, which their picture covers when there is one.

    `about`: what the words beside it are about, where that is not the persona.
    """

    persona: str
    disc: Rect
    about: str = ""


class Place(NamedTuple):
    """Something that begins on a page and can be gone to: a bookmark under `title`, none where that is empty."""

    key: str
    title: str
    level: int
    rect: Rect


class Jump(NamedTuple):
    """An area of a page that leads to a place, and what it says."""

    key: str
    title: str
    rect: Rect


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its drawing in mm of the trimmed paper, and what the PDF says about it.

    `key`: unique among the pages, its bookmark; `title`: in the outline; `journey`: whose sheet it is, empty for a
    sheet about several; `alts`: words for figures, by the name of their layer or their lane; for words that say too
    little on their own, by the id of what they are about; and "corner", for an empty corner of a table. `places`: in
    the outline instead of the sheet, for pages that belong together; `jumps`: to places on whatever page.
    """

    key: str
    title: str
    drawing: Drawing
    portraits: tuple[Portrait, ...] = ()
    journey: str = ""
    alts: Mapping[str, str] = field(default_factory=dict)
    places: tuple[Place, ...] | None = None
    jumps: tuple[Jump, ...] = ()


def unwatched(_: float) -> None:
    """Nobody looks."""


def inner(paper: Paper, margin: float | None = None) -> Rect:
    """What is left within the margins, in mm."""
    around = max(MARGIN_MM, _MARGIN * paper.scale) if margin is None else margin
    return Rect(around, around, paper.width - 2 * around, paper.height - 2 * around)


def fitted(make: Callable[[float], Made], scale: float, most: float, height: Callable[[Made], float]) -> Made:
    """Made at the largest size at which it is no higher than `most`."""
    made = make(scale)
    for size in SIZES[1:]:
        if height(made) <= most:
            break
        made = make(scale * size)
    return made


def placed(drawing: Drawing, x: float, y: float) -> Iterator[Layer]:
    """The layers of a map or board, where it stands on the sheet."""
    for layer in drawing.layers:
        (left, top), rect = layer.origin, layer.rect
        yield layer._replace(origin=(left + x, top + y), rect=rect._replace(x=rect.x + x, y=rect.y + y))
