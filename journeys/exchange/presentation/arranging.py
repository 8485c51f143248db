"""How the steps and notes of one slide are set: in the largest letters with which all of it has room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from journeys.analysis.spots import in_reading_order
from journeys.exchange.presentation import cards, stickies
from journeys.exchange.presentation.deck import W
from journeys.exchange.presentation.measure import even
from journeys.layout.drawing import Rect

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journeys.exchange.presentation.cards import Card, Degree
    from journeys.exchange.presentation.stickies import Sticky
    from journeys.exchange.presentation.telling import Telling
    from journeys.model.entities import Note, Step

    Columns = tuple[tuple[Step, ...], ...]
    Places = Sequence[tuple[float, float]]
    """Where each column begins, and how wide it is."""

COLUMNS, TRACKS, STEPS = 4, 3, 8
"""Columns, steps in a column, and steps on one slide, at most."""
BETWEEN: Final = 13.0
UNDER: Final = 5.0
WIDEST: Final = 140.0
HEART: Final = 28.0
HEART_MOST: Final = 46.0
GAP: Final = 5.0
LARGE, SMALL = 14.0, 12.0
"""Letters that are not made smaller for the sake of order, and for notes that go to a further slide anyway."""


class Task(NamedTuple):
    """What is to be set, and where; `lane`: the curve runs under the cards; `alone`: notes stand beside one column."""

    columns: Columns
    loose: list[Note]
    area: Rect
    places: Places
    lane: bool
    alone: bool


class Plan(NamedTuple):
    """All of a slide, set in letters of one size."""

    cards: list[list[Card]]
    top: float
    h: float
    heart: Rect
    stickies: list[Sticky]
    rest: list[Note]
    aligned: bool
    told: bool
    """Whether notes stand under their steps, and whether all of every card is told."""
    size: float


def shared(front: Sequence[Step]) -> list[Columns]:
    """For each slide its columns of steps; one empty slide where there are none."""
    held: dict[int, list[Step]] = {}
    for step in in_reading_order(list(front)):
        held.setdefault(step.column, []).append(step)
    columns = []
    for steps in held.values():
        start = 0
        for share in even(len(steps), TRACKS):
            columns.append(tuple(steps[start : start + share]))
            start += share
    if sum(map(len, columns)) <= STEPS and len(columns) <= COLUMNS:
        return [tuple(columns)]
    found: list[list[tuple[Step, ...]]] = [[]]
    shares = iter(even(len(columns), COLUMNS))
    most = next(shares)
    for column in columns:
        if found[-1] and (len(found[-1]) >= most or sum(map(len, found[-1])) + len(column) > STEPS):
            found.append([])
            most = next(shares, COLUMNS)
        found[-1].append(column)
    return [tuple(some) for some in found]


def columns_at(count: int, area: Rect, *, alone: bool) -> Places:
    """Side by side and centred; one column with notes beside it at the left."""
    room = area.w * 0.5 if alone else area.w
    w = min((room - BETWEEN * (count - 1)) / count, WIDEST)
    used = w * count + BETWEEN * (count - 1)
    left = area.x if alone else area.x + (room - used) / 2
    return [(left + index * (w + BETWEEN), w) for index in range(count)]


def best(told: Telling, task: Task) -> Plan:
    """The largest letters with which all is told and notes stand under their steps; else the least that is left out."""
    plans = [plan for degree in cards.DEGREES if (plan := _plan(told, task, degree)) is not None]
    for wanted in _WISHES:
        found = next(filter(wanted, plans), None)
        if found is not None:
            return found
    if plans:
        return min([one for one in plans if one.size >= SMALL] or plans, key=lambda one: len(one.rest))
    high = task._replace(area=task.area._replace(h=1000.0), lane=False, alone=True)
    found = _plan(told, high, cards.DEGREES[-1])
    assert found is not None  # with so much room there always is one
    return found


_WISHES: Final[tuple[Callable[[Plan], bool], ...]] = (
    lambda one: one.aligned and one.told and not one.rest and one.size >= LARGE,
    lambda one: one.told and not one.rest,
    lambda one: not one.rest,
    lambda one: one.told,
)
"""What a plan should be, the most first."""


def _plan(told: Telling, task: Task, degree: Degree) -> Plan | None:
    """Cards, under them the curve, under that the notes, or these beside a single column; None if it is too high."""
    columns, loose, area, places, lane, alone = task
    w = places[0][1]
    leading = cards.said(told, [step for column in columns for step in column])
    made = [[cards.plan(told, step, w, degree, leading.get(step.id, ""), felt=not lane) for step in column]
            for column in columns]  # fmt: skip
    tall = max(sum(card.h for card in column) + UNDER * (len(column) - 1) for column in made)
    least = HEART + GAP if lane else 0.0
    if tall + least > area.h:
        return None
    notes = [[note for step in column for note in told.at(step)] for column in columns]
    every = stickies.ordered([*loose, *(note for some in notes for note in some)])
    aligned = True
    if alone:
        x = places[0][0] + w + BETWEEN
        here = Rect(x, area.y, area.x + area.w - x, area.h - least)
        across = 2 if len(every) > 4 else 1
        found, rest = stickies.grid(told, every, here, degree.note, across, named=False)
        tall = max([tall, *(one.area.y + one.area.h - area.y for one in found)])
        low = area.y + tall + least
    else:
        here = area._replace(y=area.y + tall + GAP + least, h=max(area.h - tall - least - GAP, 0.0))
        under = stickies.columns(told, places, notes, here, degree.note) if not loose else None
        found, rest = (under, []) if under is not None else stickies.grid(told, every, here, degree.note)
        aligned = under is not None
        low = max((one.area.y + one.area.h for one in found), default=here.y - GAP)
    slack = max(area.y + area.h - low, 0.0)
    heart = HEART + min(slack * 0.4, HEART_MOST - HEART) if lane else 0.0
    slack -= heart - HEART if lane else 0.0
    over, between = min(slack * 0.3, 14.0), min(slack * 0.15, 7.0)
    top = area.y + over
    middle = Rect(0.0, top + tall + between + GAP, W, heart)
    down = over if alone else over + between * (2 if lane else 1) + (heart - HEART if lane else 0.0)
    moved = [one._replace(area=one.area._replace(y=one.area.y + down)) for one in found]
    whole = not any(card.cut for column in made for card in column)
    return Plan(made, top, tall, middle, moved, rest, aligned or bool(loose), whole, degree.small)


def placed(plan: Plan, places: Sequence[tuple[float, float]]) -> dict[str, Rect]:
    """Where each card stands: alone in its column as high as all others, else the column centred in the height."""
    found = {}
    single = all(len(column) == 1 for column in plan.cards)
    most = max(card.h for column in plan.cards for card in column)
    for (x, w), column in zip(places, plan.cards, strict=True):
        tall = sum(card.h for card in column) + UNDER * (len(column) - 1)
        y = plan.top if single else plan.top + (plan.h - tall) / 2
        for card in column:
            found[card.step.id] = Rect(x, y, w, most if single else card.h)
            y += card.h + UNDER
    return found
