"""The tree that a tagged PDF carries: what a sheet says, in the order in which it is heard."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeys.layout.drawing import Rect

Spot = tuple[int, int]
"""An element: the number of its layer, and its own number in that layer."""
PORTRAITS: Final = -1
"""Instead of a layer's number: the sheet's portraits."""
NOTHING: Final = -2
"""The same: cells of a table in which nothing stands, which keep their place all the same."""
JUMPS: Final = -3
"""The same: the areas of the sheet that lead elsewhere."""
LEVELS: Final = ("H1", "H2", "H3")


@dataclass(slots=True, eq=False)
class Node:
    """A part of the sheet in the words of PDF ("H1", "TD" …), its kids in reading order.

    `alt` says what a figure shows, `actual` the text that what is drawn stands for; `scope` is of a header cell,
    `across`: over how many columns it goes; `box`: where a figure is, in mm on the sheet; `language`: of the words,
    where that is not the poster's.
    """

    tag: str
    kids: list[Node | Spot] = field(default_factory=list)
    alt: str = ""
    actual: str = ""
    scope: str = ""
    across: int = 1
    box: Rect | None = None
    language: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all under it, in reading order."""
        left = [self]
        while left:
            node = left.pop()
            yield node
            left += [kid for kid in reversed(node.kids) if isinstance(kid, Node)]
