"""Phases true to time: how wide a day is, where it must be wider for the cards, and what long silence is cut out."""

from __future__ import annotations

from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.layout.room import GAP, PAD, gaps, needed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.layout.gather import Column, Stretch
    from journeys.layout.spec import MapSpec

MORE: Final = 0.6
"""The map becomes this part wider than its cards need."""
BEFORE: Final = 18.0
CUT: Final = 8.0
AFTER: Final = 12.0
"""Of an empty stretch that is too long, so many ems stay before the break, in it and after it."""
WORTH: Final = 1.2
"""How many times as long a stretch must be for a break to be worth it."""
SLACK: Final = 0.98

Kind = Literal["true", "wide", "cut"]


class Piece(NamedTuple):
    """Days [first, last) between two places in the phase: true to scale, wider than that, or cut short."""

    first: float
    last: float
    x: float
    w: float
    kind: Kind


class Scale(NamedTuple):
    """One phase: its width, where its columns stand, how its days lie, and ems per day where it is true."""

    w: float
    places: tuple[float, ...]
    pieces: tuple[Piece, ...]
    per_day: float

    def at(self, day: float) -> float:
        """Where a day lies, from the phase's start."""
        for piece in self.pieces:
            if day <= piece.last:
                length = piece.last - piece.first
                return piece.x + (piece.w * (day - piece.first) / length if length else 0.0)
        return self.w

    def day_at(self, x: float) -> tuple[float, float]:
        """The day that lies there, from the phase's start, and how many days an em is there."""
        piece = next((piece for piece in self.pieces if x < piece.x + piece.w), self.pieces[-1])
        per_em = (piece.last - piece.first) / max(piece.w, 0.01)
        return piece.first + per_em * (x - piece.x), per_em

    @property
    def cuts(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self.pieces if piece.kind == "cut")


class _Part(NamedTuple):
    """From one column's day to the next one's, or to the phase's end: days, and the least room they take."""

    first: float
    last: float
    least: float

    def width(self, per_day: float) -> float:
        true = (self.last - self.first) * per_day
        return max(self.least, min(true, self.most))

    @property
    def most(self) -> float:
        return max(self.least, BEFORE) + CUT + AFTER


def scales(stretches: Sequence[Stretch], spec: MapSpec) -> list[Scale]:
    """Every phase with the same width of a day; a phase without a period takes what its cards need."""
    parts = [list(_parts(stretch, spec.column)) for stretch in stretches]
    natural = sum(needed(stretch, spec.column) for stretch in stretches)
    room = natural + (spec.widen or MORE * natural)
    widest = spec.column + GAP if spec.most_pt == inf else room
    per_day = _per_day([part for some in parts for part in some], room, widest)
    return [_scale(stretch, some, per_day, spec.column) for stretch, some in zip(stretches, parts, strict=True)]


def _parts(stretch: Stretch, column: float) -> Iterator[_Part]:
    """The first begins at the phase's start, where its first column stands at the earliest."""
    start, end = stretch.period
    days = column_days(stretch.columns, start, end) if stretch.phase.dated else [0.0] * len(stretch.columns)
    apart = gaps(stretch.columns)
    if not stretch.phase.dated:
        start, end = 0, 0
    if days[0] > start:
        yield _Part(start, days[0], 0.0)
    for (first, last), gap in zip(pairwise(days), apart, strict=False):
        yield _Part(first, last, column + gap)
    yield _Part(days[-1], end, column + 2 * PAD + apart[-1] - GAP)


def column_days(columns: Sequence[Column], start: int, end: int) -> list[float]:
    """The day of each column: its earliest step's, never before the column to the left; others lie evenly between."""
    known = [min((step.day for step in column.steps if step.day is not None), default=None) for column in columns]
    found: list[float] = []
    for index, day in enumerate(known):
        least = found[-1] if found else float(start)
        if day is not None:
            found.append(min(max(float(day), least), float(end)))
            continue
        ahead = next((i for i in range(index + 1, len(known)) if known[i] is not None), None)
        until = float(end) if ahead is None else min(max(float(known[ahead] or 0), least), float(end))
        many = (len(known) if ahead is None else ahead) - index + (1 if found else 0)
        found.append(least + (until - least) / many if found else least)
    return found


def _per_day(parts: Sequence[_Part], room: float, widest: float) -> float:
    """Ems per day with which all phases together fill the room, by halving; a day is at most so wide.

    That is a card, unless the map must fill its sheet with type that may not become larger.
    """
    low, high = 0.0, widest
    for _ in range(24):
        middle = (low + high) / 2
        low, high = (middle, high) if sum(part.width(middle) for part in parts) <= room else (low, middle)
    return low


def _scale(stretch: Stretch, parts: Sequence[_Part], per_day: float, column: float) -> Scale:
    pieces: list[Piece] = []
    places: list[float] = [] if len(parts) > len(stretch.columns) else [PAD]
    x = 0.0
    for part in parts:
        made = _pieces(part, x, per_day)
        pieces += made
        x = made[-1].x + made[-1].w
        places.append(round(x + PAD, 4))
    w = max(x, needed(stretch, column))
    return Scale(w, tuple(places[: len(stretch.columns)]), tuple(pieces) if stretch.phase.dated else (), per_day)


def _pieces(part: _Part, x: float, per_day: float) -> list[Piece]:
    true = (part.last - part.first) * per_day
    if true > part.most * WORTH:
        before = max(part.least, BEFORE)
        out, back = part.first + before / per_day, part.last - AFTER / per_day
        return [
            Piece(part.first, out, x, before, "true"), Piece(out, back, x + before, CUT, "cut"),
            Piece(back, part.last, x + before + CUT, AFTER, "true"),
        ]  # fmt: skip
    if true < part.least * SLACK:
        return [Piece(part.first, part.last, x, part.least, "wide")]
    return [Piece(part.first, part.last, x, true, "true")]
