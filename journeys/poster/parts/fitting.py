"""Finds the largest size that fits, and shares out what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from journeys.poster.sheet import SIZES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Made = TypeVar("Made")
_HALVINGS: Final = 9


def largest(make: Callable[[float], Made], scale: float, fits: Callable[[Made], bool]) -> Made:
    """What was made at about the largest of SIZES (times `scale`) at which it fits; the smallest if none does.

    As heights do not grow evenly with the size, neighbours of what halving finds are tried too.
    """
    low, high = 0, len(SIZES) - 1
    known: dict[int, Made] = {}

    def made(index: int) -> Made:
        if index not in known:
            known[index] = make(scale * SIZES[index])
        return known[index]

    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if fits(made(middle)) else (middle + 1, high)
    while low and fits(made(low - 1)):
        low -= 1
    return made(low)


def stretched(least: float, most: float, fits: Callable[[float], bool]) -> float:
    """The largest length between these two that fits; `least` when none does."""
    if most <= least or fits(most):
        return max(least, most)
    for _ in range(_HALVINGS):
        middle = (least + most) / 2
        least, most = (middle, most) if fits(middle) else (least, middle)
    return least


def shared_out(spare: float, weights: Sequence[float]) -> list[float]:
    """What is left, in parts of these weights."""
    total = sum(weights)
    return [max(spare, 0.0) * weight / total if total else 0.0 for weight in weights]
