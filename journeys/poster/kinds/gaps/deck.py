"""The cards in columns, in the order of their numbers, all columns about equally high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.poster.kinds.gaps.cards import WAYS, Card, framed, panels_in, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.shared import SharedGap, Together
    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.model.document import Document

LEAST_MM: Final = 58.0
"""The least width of a card, at A4."""
APART_MM: Final = 4.0
HIGHER: Final = 1.3
"""A card gets at most so many times as high as what stands on it: a hollow frame looks as if something were missing."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards by column; `gaps` in the same order as the cards."""

    gaps: tuple[SharedGap, ...]
    columns: tuple[tuple[Card, ...], ...]
    scale: float

    @property
    def apart(self) -> float:
        return APART_MM * self.scale

    @property
    def height(self) -> float:
        """Of the highest column."""
        return max((_high(column, self.apart) for column in self.columns), default=0.0)

    @property
    def uneven(self) -> float:
        """The part of its height that is left over under the columns, on average."""
        high = [_high(column, self.apart) for column in self.columns]
        return 1 - sum(high) / len(high) / max(high) if high else 0.0

    @property
    def hollow(self) -> float:
        """The part of the cards that is left over beside what stands on them, on average."""
        cards = [card for column in self.columns for card in column]
        return 1 - sum(card.height * card.full for card in cards) / sum(card.height for card in cards) if cards else 0.0

    @property
    def roomy(self) -> bool:
        """Whether the cards are wide enough for their type."""
        return all(column[0].width >= LEAST_MM * self.scale * 0.999 for column in self.columns[1:])

    def layers(self, at: tuple[float, float], high: float, order: int) -> Iterator[Layer]:
        """Every column as high as this, its cards higher by their share of what is left, up to a limit."""
        (x, y), number = at, 0
        for column in self.columns:
            times = 1 + (high - _high(column, self.apart)) / sum(card.height for card in column)
            top = y
            for card in column:
                tall = card.height * min(times, HIGHER)
                made = framed(card, self.gaps[number], tall)
                yield made.layer(f"gap/{number + 1}", x, top, order + number)
                top += tall + self.apart
                number += 1
            x += column[0].width + self.apart


def dealt(document: Document, seen: Together, width: float, scale: float, say: Words, count: int = 0) -> Deck:
    """In so many columns, or (for 0) in as many as there is room for."""
    if not seen.gaps:
        return Deck((), (), scale)
    apart = APART_MM * scale
    most = max(1, min(int((width + apart) / (LEAST_MM * scale + apart)), len(seen.gaps)))
    return _in_columns(document, seen, count or most, width, scale, say)


def _in_columns(document: Document, seen: Together, count: int, width: float, scale: float, say: Words) -> Deck:
    """With the parts of the cards in the panels in which they take the least room."""
    apart = APART_MM * scale
    wide = (width - apart * (count - 1)) / count
    told = [parts(document, gap, number, wide, scale, say) for number, gap in enumerate(seen.gaps, 1)]
    decks = [
        Deck(seen.gaps, _balanced([Card(one, way, wide, scale) for one in told], count, apart), scale)
        for way in WAYS[panels_in(wide, scale)]
    ]
    return min(decks, key=lambda deck: deck.height)


def _balanced(cards: Sequence[Card], count: int, apart: float) -> tuple[tuple[Card, ...], ...]:
    """In order over so many columns, none of them empty, the highest as low as can be."""
    low, high = max(card.height for card in cards), _high(cards, apart)
    best = _filled(cards, count, high, apart)
    for _ in range(14):
        middle = (low + high) / 2
        tried = _filled(cards, count, middle, apart)
        if len(tried) <= count and all(_high(column, apart) <= middle + 0.001 for column in tried):
            best, high = tried, middle
        else:
            low = middle
    return tuple(map(tuple, best))


def _filled(cards: Sequence[Card], count: int, most: float, apart: float) -> list[list[Card]]:
    """A column is full when the next card would be too much, or when each column left needs one."""
    columns: list[list[Card]] = [[]]
    for index, card in enumerate(cards):
        left = len(cards) - index
        full = columns[-1] and _high([*columns[-1], card], apart) > most
        if full or (columns[-1] and left <= count - len(columns)):
            columns.append([])
        columns[-1].append(card)
    return columns


def _high(column: Sequence[Card], apart: float) -> float:
    return sum(card.height for card in column) + apart * (len(column) - 1)
