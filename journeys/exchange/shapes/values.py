"""What a drawing for other people's programs is made of: boards, frames, cards and arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journeys.analysis.presence import Level
    from journeys.exchange.shapes.words import Line

Kind = Literal["title", "lane", "presence", "step", "beat", "back", "note"]
Side = Literal["top", "right", "bottom", "left"]
Row = Literal["presence", "notes", "steps", "heartbeat", "needs", "opportunities", "back"]
ROWS: Final[tuple[Row, ...]] = ("presence", "notes", "steps", "heartbeat", "needs", "opportunities", "back")
LANES: Final[dict[Row, str]] = {
    "steps": "steps", "heartbeat": "heartbeat", "needs": "needs", "opportunities": "opportunities",
    "back": "backstage",
}  # fmt: skip
"""The rows that have a name, as the lanes of the map have it."""
ABOVE_ARROWS: Final = frozenset({"presence", "notes"})
OVER: Final[tuple[Side, Side]] = ("top", "top")
JETTY: Final = 10
MOST_JETTIES: Final = 8
"""So many arrows over the steps have a height of their own."""


class Rect(NamedTuple):
    """Left top corner, width and height in pixels."""

    x: int
    y: int
    w: int
    h: int


class Hand(NamedTuple):
    """How a drawing program writes: the size and leading of its type, and the room around and between, in pixels."""

    type: float
    leading: float
    pad: int
    card: int
    apart: int
    between: int
    frame: int
    lane: int
    sizes: Mapping[str, float]
    """Of each style of line, in times the size of the type; 1 where it does not say."""
    heads: bool = False
    """Whether the name of a frame stands inside it."""
    beat: int = 0
    """How wide a point of the heartbeat is; with 0 there is none."""
    wider: float = 0.88
    """Of a line's room so much is used: our type is narrower than most."""


@dataclass(frozen=True, slots=True)
class Card:
    """Words in a box; `about` is the id of the step, note or phase, `tone` what colour it has."""

    id: str
    kind: Kind
    rect: Rect
    lines: tuple[Line, ...]
    tone: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """A phase: `level` is how present the municipality is in it, None where that is not counted."""

    id: str
    label: str
    rect: Rect
    level: Level | None
    cards: tuple[Card, ...]
    head: int = 0
    """How high the room for its name is."""


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a side of one card to a side of another; `over` counts those that lead over cards, from 1."""

    id: str
    source: str
    target: str
    words: str
    kind: Literal["next", "choice", "back", "beat"]
    sides: tuple[Side, Side]
    over: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """One journey: what stands above and beside it, its phases from left to right, and the bands of its lanes."""

    id: str
    name: str
    rect: Rect
    heads: tuple[Card, ...]
    bands: tuple[tuple[Row, Rect], ...]
    frames: tuple[Frame, ...]
    arrows: tuple[Arrow, ...]
