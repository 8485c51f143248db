"""Where a sheet is best cut: within the room that paper and overlap leave, through as few texts and cards as can be."""

from __future__ import annotations

from collections import deque
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.poster.tiles.ground import Ground

STEP_MM: Final = 0.5
"""How finely places to cut are tried."""
CLEAR_MM: Final = 1.0
"""A cut stays this far from words and cards, so that a cut that is a hair off goes through none."""
LINE, TEXT, CARD, UNEVEN = 10.0, 3.0, 0.2, 0.5
"""What it costs to go through a line of words, between the lines of one text, through a card; and uneven pieces."""

Span = tuple[float, float]


def across(ground: Ground, *, rows: bool) -> list[tuple[Span, float]]:
    """What a cut can go through, from where to where along one side of the sheet, and what that costs."""
    at = 1 if rows else 0
    found: list[tuple[Span, float]] = []
    for text in ground.texts:
        lines = [(line[at], line[at] + line[at + 2]) for line in text]
        found += [((start - CLEAR_MM, end + CLEAR_MM), LINE) for start, end in lines]
        if lines:
            found.append(((min(lines)[0], max(end for _, end in lines)), TEXT))
    found += [((card[at] - CLEAR_MM, card[at] + card[at + 2] + CLEAR_MM), CARD) for card in ground.cards]
    return found


def fewest(length: float, most: float, overlap: float) -> int:
    """How many pieces it takes, each showing at most `most` mm, so much of it once more than its neighbour."""
    return 1 + max(0, ceil((length - most) / (_reach(most, overlap) * STEP_MM) - 1e-9))


def _reach(most: float, overlap: float) -> int:
    """From one start to the next, at most, in places."""
    return int((most - overlap) / STEP_MM)


def starts(length: float, most: float, overlap: float, spans: Iterable[tuple[Span, float]]) -> tuple[float, ...]:
    """Where each of the fewest possible pieces begins, the first at 0; a piece shows at most `most` mm.

    A piece shows from its start to `overlap` past the start of the next.
    """
    count = fewest(length, most, overlap)
    if count == 1:
        return (0.0,)
    even = (length - overlap) / count
    costs = _costs(length, spans)
    last = length - most, length - overlap - even / 2
    steps = _cheapest(costs, count, even / STEP_MM, (_reach(most, overlap), ceil(even / 2 / STEP_MM)), last)
    return tuple(place * STEP_MM for place in steps)


def _costs(length: float, spans: Iterable[tuple[Span, float]]) -> list[float]:
    """The cost of a cut at every place."""
    size = int(length / STEP_MM) + 1
    change = [0.0] * (size + 1)
    for (start, end), cost in spans:
        first, after = max(0, int(start / STEP_MM) + 1), min(size, ceil(end / STEP_MM))
        if first < after:
            change[first] += cost
            change[after] -= cost
    return list(accumulate(change[:size]))


def _cheapest(
    costs: Sequence[float], count: int, even: float, reach: tuple[int, int], last: Span
) -> list[int]:  # fmt: skip
    """Places of the starts with the least cost together; each `reach` (most, least) from the one before."""
    rounds: list[dict[int, int]] = []
    known = {0: 0.0}
    for number in range(1, count):
        known, came = _next(known, costs, number * even, reach)
        rounds.append(came)
    within = [place for place in known if last[0] - 1e-6 <= place * STEP_MM <= last[1] + 1e-6]
    place = min(within, key=lambda one: (known[one], one))
    found = [place]
    for came_from in reversed(rounds):
        place = came_from[place]
        found.append(place)
    return found[::-1]


def _next(
    known: dict[int, float], costs: Sequence[float], even: float, reach: tuple[int, int]
) -> tuple[dict[int, float], dict[int, int]]:  # fmt: skip
    """The cheapest way to every place that one more piece can begin at, and where the piece before it began."""
    most, least = reach
    made: dict[int, float] = {}
    came: dict[int, int] = {}
    window: deque[int] = deque()
    coming = deque(sorted(known))
    for place in range(coming[0] + least, min(len(costs) - 1, coming[-1] + most) + 1):
        while coming and coming[0] <= place - least:
            new = coming.popleft()
            while window and known[window[-1]] > known[new]:
                window.pop()
            window.append(new)
        while window and window[0] < place - most:
            window.popleft()
        if window:
            uneven = UNEVEN * ((place - even) / most) ** 2
            made[place] = known[window[0]] + costs[place] + uneven
            came[place] = window[0]
    return made, came
