"""Finds the narrowest cards with which a map fits, in as few tries as can be: every try lays out the whole map."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE: Final = 6
"""About the room between two cards, in the steps in which widths are tried."""
SURELY: Final = 16
"""At most so much room, lane titles and all, so that the type surely grows by what the cards get narrower."""
FALLS: Final = 1.7
"""The power with which the height of a map in mm falls as its columns get wider: fewer lines, of smaller type."""
GUIDED: Final = 4
"""Tries that are guided by the last one's result; then what is left is halved."""
FURTHER: Final = 1.25


def least(
    low: int, first: int, measure: Callable[[int], float], hopeless: Callable[[int], bool] = lambda _: False
) -> int | None:  # fmt: skip
    """The least number from `low` on with which it fits, beginning with `first`; None once it is hopeless.

    `measure`: what is needed as a part of what there is, so at most 1 where it fits; it falls as the number grows.
    `hopeless`: whether a number would be no use even if it fitted, nor any that is larger.
    """
    under, over, tries = low - 1, None, 0
    tried = max(first, low)
    while True:
        part = measure(tried)
        tries += 1
        if part > 1:
            under = tried
            if hopeless(tried + 1):
                return None
        else:
            over = tried
            if part * (tried + SURELY) / (tried - 1 + SURELY) > 1:  # with larger type it would no longer fit
                return over
        if over == under + 1:
            return over
        tried = _next(tried, part, under, over, guided=tries <= GUIDED)


def _next(tried: int, part: float, under: int, over: int | None, *, guided: bool) -> int:
    """Where it should just fit, within what is not known yet."""
    wanted: int = ceil((tried + BESIDE) * part ** (1 / FALLS)) - BESIDE
    if over is None:
        return max(wanted, under + 1 if guided else ceil(under * FURTHER))
    return min(max(wanted, under + 1), over - 1) if guided else (under + over) // 2
