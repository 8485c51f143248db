"""What a written report is made of, whatever it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "muted", "good", "bad"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title of the report."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of short things."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; its tone is a colour beside what it says."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row names it. Without a caption its heading says what it is."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Curve:
    """The heartbeat: points from left (0) to right (1) with a feeling of −2 … +2 each, and all of it in words."""

    points: tuple[tuple[float, int], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, with its marks."""

    text: str


@dataclass(frozen=True, slots=True)
class Portrait:
    """The picture of a persona, by their id, and what it is of."""

    persona: str
    words: str


@dataclass(frozen=True, slots=True)
class Map:
    """The map of a journey, by its id, for forms that can draw; its title, and where its words are."""

    journey: str
    title: str
    words: str


Block = Heading | Paragraph | Items | Table | Curve | Quote | Portrait | Map


def row(*texts: str | Cell) -> tuple[Cell, ...]:
    """The cells of a row."""
    return tuple(text if isinstance(text, Cell) else Cell(text) for text in texts)
