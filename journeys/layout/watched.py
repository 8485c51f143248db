"""Tells somebody now and then how far a long layout is; what they raise ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

OFTEN: Final = 40
"""Parts of a layout that are made between two times that somebody is told."""


def nobody(_: float) -> None:
    """Nobody looks."""


class Watched:
    """Work whose share never goes back, though nobody knows beforehand how many tries it takes."""

    def __init__(self, watch: Callable[[float], None] = nobody) -> None:
        self._watch = watch
        self._share = 0.0
        self._parts = 0

    def reached(self, share: float) -> None:
        """So much is done, 0 to 1."""
        self._share = min(max(share, self._share), 1.0)
        self._watch(self._share)

    def nearer(self, to: float, by: float) -> None:
        """Another try was made: this part of what was left until that share."""
        self.reached(self._share + max(to - self._share, 0.0) * by)

    def still(self) -> None:
        """Nothing more is done yet, and whoever wants to end it can."""
        self._watch(self._share)

    def asked(self) -> bool:
        """For an engine, which asks between the parts of a layout whether to stop: by itself it never does."""
        self._parts += 1
        if self._parts % OFTEN == 0:
            self.still()
        return False
