"""How much room a phase and its columns need from left to right, in ems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from journeys.layout.flow import label_room

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journeys.layout.gather import Column, Stretch

GAP: Final = 2.0
"""Between two columns, where the flow runs."""
PAD: Final = 1.0
"""Left and right inside a phase."""
EDGE: Final = 0.5
"""Between words on a line that leads on from a phase's last column and the end of the phase, beyond PAD."""


def gaps(columns: Sequence[Column]) -> list[float]:
    """The least room after each column: as much as the words on the lines that lead on from it need."""
    found = [max([GAP, *(label_room(words) for words in column.said)]) if column.said else GAP for column in columns]
    if columns and columns[-1].said:
        found[-1] += EDGE
    return found


def needed(stretch: Stretch, column: float) -> float:
    """The least width of a phase."""
    return 2 * PAD + len(stretch.columns) * column + sum(gaps(stretch.columns)) - GAP


def spread(stretch: Stretch, w: float, column: float) -> tuple[float, ...]:
    """The columns spread over a phase so wide, the first at its start, under the phase's name."""
    apart = gaps(stretch.columns)
    many = len(apart)
    spare = w - needed(stretch, column)
    extra = spare / max(many - 1, 1)
    if extra > 2 * GAP:
        extra = spare / many
    x, found = PAD, []
    for gap in apart:
        found.append(round(x, 4))
        x += column + gap + extra
    return tuple(found)
