"""When numbered things were made, by a clock that may have jumped in between."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence


def plausible(times: Sequence[dt.datetime]) -> list[dt.datetime]:
    """The times of things in the order of their numbers: the most that agree with that order are believed.

    The others get the time of the one before them that is believed, or else of the one after.
    """
    believed = set(_longest_rising(times))
    found: list[dt.datetime] = []
    last = next((times[index] for index in sorted(believed)), None)
    for index, time in enumerate(times):
        last = time if index in believed or last is None else last
        found.append(last)
    return found


def _longest_rising(times: Sequence[dt.datetime]) -> list[int]:
    """The places of the longest row in which no time is before the one in front of it."""
    tails: list[dt.datetime] = []
    ends: list[int] = []
    before: list[int] = []
    for index, time in enumerate(times):
        place = bisect_right(tails, time)
        before.append(ends[place - 1] if place else -1)
        tails[place : place + 1] = [time]
        ends[place : place + 1] = [index]
    row: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(index)
        index = before[index]
    return row
