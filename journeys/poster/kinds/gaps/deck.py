"""The cards in columns, in the order of their numbers, all columns about equally high."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from journeys.poster.kinds.gaps.cards import card, framed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeys.analysis.shared import SharedGap, Together
    from journeys.i18n import Words
    from journeys.layout.drawing import Layer
    from journeys.model.document import Document
    from journeys.poster.parts.blocks import Block

LEAST_MM: Final = 58.0
"""The least width of a card, at A4."""
APART_MM: Final = 4.0


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards by column; `gaps` in the same order as the cards."""

    gaps: tuple[SharedGap, ...]
    columns: tuple[tuple[Block, ...], ...]
    scale: float

    @property
    def apart(self) -> float:
        return APART_MM * self.scale

    @property
    def height(self) -> float:
        """Of the highest column."""
        return max((_high(column, self.apart) for column in self.columns), default=0.0)

    @property
    def waste(self) -> float:
        """The part of its height that is left over in the columns, on average."""
        high = [_high(column, self.apart) for column in self.columns]
        return 1 - sum(high) / len(high) / max(high) if high else 0.0

    @property
    def roomy(self) -> bool:
        """Whether the cards are wide enough for their type."""
        return all(column[0].width >= LEAST_MM * self.scale * 0.999 for column in self.columns[1:])

    def layers(self, at: tuple[float, float], high: float, order: int) -> Iterator[Layer]:
        """Every column as high as this, its cards higher by their share of what is left."""
        (x, y), number = at, 0
        for column in self.columns:
            more = (high - _high(column, self.apart)) / sum(block.height for block in column)
            top = y
            for block in column:
                tall = block.height * (1 + more)
                made = framed(block, self.gaps[number], tall, self.scale)
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
    apart = APART_MM * scale
    wide = (width - apart * (count - 1)) / count
    made = [card(document, gap, number, wide, scale, say) for number, gap in enumerate(seen.gaps, 1)]
    return Deck(seen.gaps, tuple(map(tuple, _balanced(made, count, apart))), scale)


def _balanced(blocks: Sequence[Block], count: int, apart: float) -> list[list[Block]]:
    """In order over so many columns, none of them empty, the highest as low as can be."""
    low, high = max(block.height for block in blocks), _high(blocks, apart)
    best = _filled(blocks, count, high, apart)
    for _ in range(14):
        middle = (low + high) / 2
        tried = _filled(blocks, count, middle, apart)
        if len(tried) <= count and all(_high(column, apart) <= middle + 0.001 for column in tried):
            best, high = tried, middle
        else:
            low = middle
    return best


def _filled(blocks: Sequence[Block], count: int, most: float, apart: float) -> list[list[Block]]:
    """A column is full when the next card would be too much, or when each column left needs one."""
    columns: list[list[Block]] = [[]]
    for index, block in enumerate(blocks):
        left = len(blocks) - index
        full = columns[-1] and _high([*columns[-1], block], apart) > most
        if full or (columns[-1] and left <= count - len(columns)):
            columns.append([])
        columns[-1].append(block)
    return columns


def _high(column: Sequence[Block], apart: float) -> float:
    return sum(block.height for block in column) + apart * (len(column) - 1)
