"""Weighs large type against lines long enough to read: how wide a card should be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys import fonts
from journeys.layout import card

if TYPE_CHECKING:
    from collections.abc import Callable

    from journeys.layout.gather import Gathering

COMFORT: Final = 12.0
"""Ems of a card on which a sentence reads well: some 24 letters on a line."""
NARROWEST: Final = 8.0
BREAKABLE: Final = 11.0
"""A card is as wide as its longest word, up to this; longer words are hyphenated."""


def readable(width: float) -> float:
    """How well a card of so many ems reads: 1 from COMFORT on, quickly less as lines hold two words, or one."""
    return max(1.0 - 3.0 * ((COMFORT - width) / COMFORT) ** 2, 0.05) if width < COMFORT else 1.0


def best_width(least: float, step: float, type_size: Callable[[float], float]) -> float:
    """The width, from `least` on and a multiple of `step`, at which size and length of line are together best."""
    first = round(least / step + 0.499)
    tries = [count * step for count in range(first, round(COMFORT / step) + 1)] or [least]
    return max(tries, key=lambda width: type_size(width) * readable(width))


def narrowest(gathered: Gathering) -> float:
    """The least width of this journey's cards, at which only words longer than a good card are broken."""
    titles = {s.title for stretch in gathered.stretches for column in stretch.columns for s in column.steps}
    words = {word for title in titles for word in title.split()}
    wide = (fonts.em_width(word, "bold") * card.TITLE + 2 * card.PAD + card.EDGE for word in words)
    return max((some for some in wide if NARROWEST < some <= BREAKABLE), default=NARROWEST)
