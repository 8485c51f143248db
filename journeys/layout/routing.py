"""Which way the lines of one lane run: around the cards, beside each other, and over each other as little as can be."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from journeys.layout import flow
from journeys.layout.board import Board
from journeys.layout.drawing import Rect
from journeys.layout.flow import Route
from journeys.layout.room import GAP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from journeys.layout.drawing import Point
    from journeys.layout.flow import Said
    from journeys.layout.tracks import Spot
    from journeys.model.entities import Link

CROSSING: Final = 6.0
"""Ems of detour that one crossing less is worth."""
ASIDE: Final = 1.2
"""Ems of detour that it is worth to leave a card below or above it instead of beside it."""
ABOVE: Final = 1.6
"""Ems of detour that it is worth for a loop to run below the cards, where one looks for it."""
OUT: Final = 0.27
INTO: Final = 0.6
"""Where on a card's edge loops leave and arrive, in parts of its width."""
PORTS: Final = 0.55
LIFT: Final = 0.5
LIFTS: Final = 0.33
"""From a card to the first line that runs up or down beside it, and to the next."""

STRAIGHT: Final = 0.16
"""Where on its edge a card leads straight to the one below it."""
BESIDE: Final = 0.45
ELSEWHERE: Final = 0.7
"""How much higher or lower the next place for words is tried."""
NONE: Final = Rect(0.0, 0.0, 0.0, 0.0)

Side = Literal["above", "below"]


class End(NamedTuple):
    """A card at one end of a line: in which of the columns looked at, and where."""

    spot: Spot
    slot: int
    dx: float = 0.0

    @property
    def x(self) -> float:
        return self.spot.x + self.dx

    @property
    def right(self) -> float:
        return self.spot.right + self.dx

    @property
    def middle(self) -> float:
        return self.spot.middle


class Wanted(NamedTuple):
    """A line that is to be drawn."""

    link: Link
    source: End
    target: End
    said: Said | None

    @property
    def length(self) -> int:
        return self.target.slot - self.source.slot


class Router:
    """Draws the lines of one board, short ones first, and remembers the room they take."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self._lifts: Counter[object] = Counter()
        self._ports: Counter[tuple[str, bool, Side]] = Counter()
        self._out: Counter[str] = Counter()

    def routes(self, wanted: Iterable[Wanted]) -> tuple[Route, ...]:
        """All lines, in the order in which they were asked for."""
        every = list(wanted)
        self._out.update(want.link.source for want in every)
        for want in every:
            if want.length == 1:
                self.board.pass_gap(want.source.slot, want.source.middle, want.target.middle)
        ordered = sorted(range(len(every)), key=lambda index: abs(every[index].length))
        made = {index: self._route(every[index]) for index in ordered}
        return tuple(made[index] for index in range(len(every)))

    def _route(self, want: Wanted) -> Route:
        if want.length < 0:
            return self._loop(want)
        if want.length == 0:
            return self._beside(want)
        return self._next(want) if want.length == 1 else self._onward(want)

    # Forward

    def _next(self, want: Wanted) -> Route:
        """To the neighbouring column; words lie level with the card they lead to where the way forks."""
        start, end = (want.source.right, want.source.middle), (want.target.x, want.target.middle)
        if want.said is None:
            return _forward(want, flow.swing(start, end))
        at_target = self._out[want.link.source] > 1
        label = self._label(want, start, end[1] if at_target else start[1], start[1] if at_target else end[1])
        return _forward(want, self._through(start, end, label), label)

    def _through(self, start: Point, end: Point, label: Rect) -> tuple[Point, ...]:
        """A curve from the one to the other that runs level through the label."""
        level = label.y + label.h / 2
        before = (label.x, level)
        if level == start[1]:
            return (*flow.straight(start, (label.x + label.w, level)), *flow.swing((label.x + label.w, level), end)[1:])
        return (*flow.swing(start, before), *_to_end(before, label.x + label.w, end)[1:])

    def _onward(self, want: Wanted) -> Route:
        """Past other columns, at the level that takes the least detour and crosses the least."""
        start, end = (want.source.right, want.source.middle), (want.target.x, want.target.middle)
        first, last = want.source.slot + 1, want.target.slot - 1
        half = want.said.height / 2 if want.said else 0.0
        levels = [start[1], end[1], *self.board.levels(first, last, half)]

        def cost(level: float) -> float:
            crossed = self.board.crossed(want.source.slot, want.target.slot, start[1], level, end[1])
            return abs(level - start[1]) + abs(level - end[1]) + CROSSING * crossed

        free = [level for level in levels if self.board.free(first, last, level)]
        level = min(free, key=cost)
        self.board.take(first, last, level, 0.0)
        gap = GAP if want.said is None else flow.BEND
        out, back = (start[0] + gap, level), (end[0] - GAP, level)
        points = [*flow.swing(start, out)]
        label = None
        if want.said is not None:
            label = self._label(want, start, level, level)
        points += flow.straight(out, back)[1:]
        points += flow.swing(back, end)[1:]
        return _forward(want, tuple(points), label)

    def _label(self, want: Wanted, start: Point, level: float, other: float) -> Rect:
        """Beside the card the line comes from: at this level, else at the other, else where there is room."""
        assert want.said is not None
        wide, high = want.said.width, want.said.height
        taken = self.board.labels[want.source.slot]
        x = start[0] + flow.BEND
        tries = [level, other, *(level + sign * step * ELSEWHERE for step in range(1, 16) for sign in (1, -1))]
        rects = [Rect(x, y - high / 2, wide, high) for y in tries]
        found = next((rect for rect in rects if not any(_touch(rect, each) for each in taken)), rects[0])
        taken.append(found)
        return found

    # Back

    def _loop(self, want: Wanted) -> Route:
        """Back below or above all that lies between."""
        half = want.said.height / 2 if want.said else 0.0
        sides: tuple[Side, Side] = ("below", "above")
        side = min(sides, key=lambda side: self._loop_cost(want, side, half))
        first, last = want.target.slot, want.source.slot
        level = self.board.outside(first, last, side, half)
        self.board.take(first, last, level, half)
        self.board.loop(first, last, side)
        away, home = self._leave(want.source, side), self._arrive(want.target, side)
        corners = (*away, (away[-1][0], level), (home[0][0], level), *home)
        label = self._loop_label(want, away[-1][0], home[0][0], level)
        return Route(want.link, flow.rounded(corners), True, True, want.said, label)

    def _loop_cost(self, want: Wanted, side: Side, half: float) -> float:
        first, last = want.target.slot, want.source.slot
        level = self.board.outside(first, last, side, half)
        far = sum(abs(level - end.middle) for end in (want.source, want.target))
        aside = sum(not _outermost(end, side, self.board) for end in (want.source, want.target))
        crossed = self.board.loops_crossed(first, last, side)
        return far + ASIDE * 2 * aside + CROSSING * crossed + (ABOVE if side == "above" else 0.0)

    def _leave(self, end: End, side: Side) -> tuple[Point, ...]:
        """From the card's edge when nothing stands in the way there, else out to its right."""
        if _outermost(end, side, self.board):
            return (self._port(end, side, OUT, PORTS),)
        return ((end.right, end.middle), (self._lift(end.slot, end.right, right=True), end.middle))

    def _arrive(self, end: End, side: Side) -> tuple[Point, ...]:
        if _outermost(end, side, self.board):
            return (self._port(end, side, INTO, -PORTS),)
        return ((self._lift(end.slot, end.x, right=False), end.middle), (end.x, end.middle))

    def _port(self, end: End, side: Side, part: float, apart: float) -> Point:
        leaving = apart > 0
        number = min(self._ports[end.spot.step.id, leaving, side], 3)
        self._ports[end.spot.step.id, leaving, side] += 1
        y = end.spot.bottom if side == "below" else end.spot.y
        return end.x + end.spot.card.width * part + number * apart, y

    def _lift(self, slot: int, x: float, *, right: bool) -> float:
        """Where beside a card a line may run up or down."""
        number = self._lifts[slot, right] % 4
        self._lifts[slot, right] += 1
        return x + (LIFT + LIFTS * number) * (1 if right else -1)

    def _loop_label(self, want: Wanted, away: float, home: float, level: float) -> Rect:
        """On the run, near where it leaves its card, past the words that stand there already."""
        if want.said is None:
            return NONE
        wide, high = want.said.width, want.said.height
        room = abs(away - home) - 2 * flow.BEND - wide
        if room <= 0:
            return Rect((away + home) / 2 - wide / 2, level - high / 2, wide, high)
        first, heading = (away - flow.BEND - wide, -1) if home < away else (away + flow.BEND, 1)
        taken = [rect for slot in range(want.target.slot, want.source.slot + 1) for rect in self.board.labels[slot]]
        tries = [Rect(first + heading * step, level - high / 2, wide, high) for step in range(int(room) + 1)]
        return next((rect for rect in tries if not any(_touch(rect, each) for each in taken)), tries[0])

    def _beside(self, want: Wanted) -> Route:
        """Within one column: straight to a neighbour, else down or up through the gap to the right."""
        down = want.source.middle < want.target.middle
        upper, lower = (want.source, want.target) if down else (want.target, want.source)
        if want.said is None and not lower.spot.label and self.board.neighbours(upper.slot, upper.spot, lower.spot):
            number = self._lifts[upper.spot.step.id] % 4
            self._lifts[upper.spot.step.id] += 1
            x = upper.x + upper.spot.card.width * STRAIGHT + number * 2 * PORTS
            ends = ((x, upper.spot.bottom), (x, lower.spot.y))
            return Route(want.link, flow.straight(*(ends if down else ends[::-1])), True)
        return self._around(want, 1 if down else -1)

    def _around(self, want: Wanted, heading: int) -> Route:
        source, target = want.source, want.target
        aside = BESIDE + BESIDE * 0.8 * (self._lifts[source.slot, True] % 2)
        start = (source.right, source.middle + heading * aside)
        end = (target.right, target.middle - heading * aside)
        out = self._lift(source.slot, source.right, right=True)
        label = None
        if want.said is not None:
            label = self._label(want, start, (start[1] + end[1]) / 2, (start[1] + 2 * end[1]) / 3)
            out = max(out, label.x + min(label.w / 2, 1.0))
        points = flow.rounded((start, (out, start[1]), (out, end[1]), end))
        return Route(want.link, points, True, False, want.said, label or NONE)


def _forward(want: Wanted, points: tuple[Point, ...], label: Rect | None = None) -> Route:
    arrow = want.link.kind in ("back", "choice")
    return Route(want.link, points, arrow, False, want.said, label or NONE)


def _to_end(before: Point, after: float, end: Point) -> tuple[Point, ...]:
    """Level through the label, and on to the end."""
    if before[1] == end[1]:
        return flow.straight(before, end)
    out = (after, before[1])
    return (*flow.straight(before, out), *flow.swing(out, end)[1:])


def _outermost(end: End, side: Side, board: Board) -> bool:
    """Whether nothing stands between the card and the room below or above its column."""
    top, bottom = board.cards_reach(end.slot)
    return end.spot.bottom >= bottom if side == "below" else end.spot.top <= top


def _touch(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.x + other.w and other.x < one.x + one.w and one.y < other.y + other.h and other.y < one.y + one.h
    )


def reach(routes: Sequence[Route]) -> tuple[float, float]:
    """How far these lines come, up and down."""
    heights = [route.heights for route in routes]
    return min((top for top, _ in heights), default=0.0), max((bottom for _, bottom in heights), default=0.0)
